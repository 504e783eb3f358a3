//! Page addresses (the URL fragment). Parsing and formatting are total: every text is some page,
//! and every page has an address.

use crate::domain::admission::sheet::Sheet;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::section::Section;
use crate::domain::value::day::{Day, Period};

macro_rules! routes {
    (
        pages { $($(#[$doc:meta])* $page:ident $word:literal;)+ }
        more { $($more:tt)+ }
        addresses { $($arms:tt)+ }
    ) => {
        /// A page.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Route { $($(#[$doc])* $page,)+ $($more)+ }

        /// Pages without parameters, with their path segments.
        const PAGES: &[(&str, Route)] = &[$(($word, Route::$page),)+];

        impl Route {
            /// The address, with a leading `#`.
            pub fn href(&self) -> String {
                match self {
                    $(Route::$page)|+ => {
                        let word = PAGES.iter().find(|(_, page)| page == self).map_or("", |(word, _)| word);
                        format!("#/{word}")
                    }
                    $($arms)+
                }
            }
        }
    };
}

routes! {
    pages {
        /// The start page.
        Home "";
        /// All candidates.
        Candidates "candidates";
        /// Targets and their progress.
        Progress "progress";
        /// Organizations, villages and member counts.
        Organizations "organizations";
        /// Several changes of organizations at once.
        Reorganize "reorganize";
        /// Preferences, samples, about.
        Settings "settings";
        /// Storage, files and backups.
        Safety "safety";
        /// Deleted records.
        Deleted "deleted";
        /// Conflicts between concurrent edits.
        Disputes "disputes";
        /// The widget gallery.
        Kitchen "kitchen";
        /// The regulation.
        Regulation "regulation";
        /// Tasks over all candidates and probationary members.
        Todo "todo";
        /// The register of members.
        Members "members";
        /// Assignments of committee members.
        Assignments "assignments";
        /// All findings over all dossiers.
        Inspection "inspection";
        /// Checking the figures of a report.
        Reconcile "reconcile";
        /// Lists from files.
        Lists "lists";
    }
    more {
        /// Edit history of one record or of all.
        History(Option<RecordId>),
        /// Overview of an organization over a period.
        Overview(RecordId, Period),
        /// All organizations below one, over a period.
        Cells(RecordId, Period),
        /// Report of an organization over a period.
        Report(RecordId, Period),
        /// Places of an organization.
        Places(RecordId),
        /// Sources of an organization's candidates.
        Sources(RecordId),
        /// Awareness classes of an organization.
        Classes(RecordId),
        /// Procedure of one candidate.
        Procedure(RecordId),
        /// A printable sheet about one candidate.
        Sheet(RecordId, Sheet),
        /// The form of one record; for a candidate, the list of sections.
        Record(RecordId),
        /// A section of a candidate's dossier.
        Part(RecordId, Section),
        /// Creates a new record when opened.
        New(RecordKind),
        /// An unknown address.
        Unknown,
    }
    addresses {
        Route::History(Some(id)) => format!("#/{HISTORY}/{}", of_record(id)),
        Route::Overview(id, period) => of_period(OVERVIEW, id, *period),
        Route::Cells(id, period) => of_period(CELLS, id, *period),
        Route::Report(id, period) => of_period(REPORT, id, *period),
        Route::Places(id) => format!("#/{PLACES}/{}", id.name()),
        Route::Sources(id) => format!("#/{SOURCES}/{}", id.name()),
        Route::Classes(id) => format!("#/{CLASSES}/{}", id.name()),
        Route::Record(id) => format!("#/{}", of_record(id)),
        Route::Part(id, section) => format!("#/{}/{}", of_record(id), section.word()),
        Route::Procedure(id) => format!("#/{}/{PROCEDURE}", of_record(id)),
        Route::Sheet(id, sheet) => format!("#/{}/{}", of_record(id), sheet.word()),
        Route::New(kind) => format!("#/{}/new", word(*kind)),
        Route::History(None) => format!("#/{HISTORY}"),
        Route::Unknown => "#/".to_owned(),
    }
}

/// Path segment of [`Route::History`].
const HISTORY: &str = "history";
/// Path segment of [`Route::Overview`].
const OVERVIEW: &str = "overview";
/// Path segment of [`Route::Cells`].
const CELLS: &str = "cells";
/// Path segment of [`Route::Report`].
const REPORT: &str = "report";
/// Path segment of [`Route::Places`].
const PLACES: &str = "places";
/// Path segment of [`Route::Sources`].
const SOURCES: &str = "sources";
/// Path segment of [`Route::Classes`].
const CLASSES: &str = "classes-of";
/// Path segment of [`Route::Procedure`].
const PROCEDURE: &str = "procedure";

/// Path segment of a kind of record.
const fn word(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Organization => "organizations",
        RecordKind::Event => "events",
        RecordKind::Village => "villages",
        RecordKind::Coverage => "coverages",
        RecordKind::Headcount => "headcounts",
        RecordKind::Target => "targets",
        RecordKind::Total => "totals",
        RecordKind::Durations => "durations",
        RecordKind::Survey => "surveys",
        RecordKind::KeyPeople => "key-people",
        RecordKind::AwarenessClass => "classes",
        RecordKind::Reason => "reasons",
        RecordKind::Points => "points",
        RecordKind::Authority => "authorities",
        RecordKind::Assignment => "assignments",
        RecordKind::OfficeRules => "rules",
        RecordKind::Member => "members",
        RecordKind::Candidate => "candidates",
        RecordKind::Paper => "papers",
        RecordKind::Relative => "relatives",
        RecordKind::Job => "jobs",
        RecordKind::Study => "studies",
        RecordKind::Trip => "trips",
        RecordKind::Award => "awards",
        RecordKind::Discipline => "disciplines",
        RecordKind::Inquiry => "inquiries",
        RecordKind::Helper => "helpers",
        RecordKind::Note => "notes",
        RecordKind::Move => "moves",
    }
}

impl Route {
    /// Whether the page shows figures as of the as-of day.
    pub const fn shows_figures(&self) -> bool {
        matches!(
            self,
            Route::Progress
                | Route::Organizations
                | Route::Overview(..)
                | Route::Cells(..)
                | Route::Sources(_)
                | Route::Classes(_)
                | Route::Places(_)
                | Route::Report(..)
        )
    }

    /// Parses an address, with or without a leading `#` and `/`.
    pub fn parse(hash: &str) -> Route {
        // Loops, because the trimming of the standard library pulls in its string search.
        let mut path = hash;
        while let Some(rest) = path.strip_prefix("#") {
            path = rest;
        }
        while let Some(rest) = path.strip_prefix("/") {
            path = rest;
        }
        while let Some(rest) = path.strip_suffix("/") {
            path = rest;
        }
        if let Some((_, page)) = PAGES.iter().find(|(word, _)| *word == path) {
            return page.clone();
        }
        if path == HISTORY {
            return Route::History(None);
        }
        let Some((first, name)) = path.split_once('/') else { return Route::Unknown };
        if first == HISTORY {
            return match Route::parse(name) {
                Route::Record(id) => Route::History(Some(id)),
                _ => Route::Unknown,
            };
        }
        if first == OVERVIEW {
            return over(name).map_or(Route::Unknown, |(id, period)| Route::Overview(id, period));
        }
        if first == CELLS {
            return over(name).map_or(Route::Unknown, |(id, period)| Route::Cells(id, period));
        }
        if first == REPORT {
            return over(name).map_or(Route::Unknown, |(id, period)| Route::Report(id, period));
        }
        if first == PLACES {
            return RecordId::of(RecordKind::Organization, name).map_or(Route::Unknown, Route::Places);
        }
        if first == SOURCES {
            return RecordId::of(RecordKind::Organization, name).map_or(Route::Unknown, Route::Sources);
        }
        if first == CLASSES {
            return RecordId::of(RecordKind::Organization, name).map_or(Route::Unknown, Route::Classes);
        }
        let Some(kind) = RecordKind::ALL.into_iter().find(|kind| word(*kind) == first) else { return Route::Unknown };
        match name.split_once('/') {
            // Records that belong to a candidate are created from its dossier.
            None if name == "new" && !kind.is_attached() => Route::New(kind),
            None => RecordId::of(kind, name).map_or(Route::Unknown, Route::Record),
            Some((name, part)) if kind == RecordKind::Candidate => {
                let Some(id) = RecordId::of(kind, name) else { return Route::Unknown };
                if part == PROCEDURE {
                    return Route::Procedure(id);
                }
                if let Some(sheet) = Sheet::ALL.into_iter().find(|sheet| sheet.word() == part) {
                    return Route::Sheet(id, sheet);
                }
                Section::from_word(part).map_or(Route::Unknown, |section| Route::Part(id, section))
            }
            Some(_) => Route::Unknown,
        }
    }
}

fn of_period(word: &str, id: &RecordId, period: Period) -> String {
    format!("#/{word}/{}/{}/{}", id.name(), period.first().iso(), period.last().iso())
}

/// Parses `NAME/FROM/TO`: an organization and a period, days as `2026-12-31`.
fn over(path: &str) -> Option<(RecordId, Period)> {
    let (name, days) = path.split_once('/')?;
    let (first, last) = days.split_once('/')?;
    let period = Period::new(Day::from_iso(first)?, Day::from_iso(last)?)?;
    Some((RecordId::of(RecordKind::Organization, name)?, period))
}

/// The address of a record, without `#/`.
fn of_record(id: &RecordId) -> String {
    id.kind().map_or_else(String::new, |kind| format!("{}/{}", word(kind), id.name()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(hash: &str, page: Route) {
        assert_eq!(Route::parse(hash), page, "{hash}");
    }

    #[test]
    fn addresses_lead_to_pages() {
        for hash in ["", "#", "#/", "/", "#//"] {
            check(hash, Route::Home);
        }
        check("#/progress/", Route::Progress);
        check("#/candidates/new", Route::New(RecordKind::Candidate));
        check("#/history/history/candidates/a", Route::Unknown);
        check("#/history/candidates/a", Route::History(RecordId::of(RecordKind::Candidate, "a")));
        check("#/nothing", Route::Unknown);
        check("#/candidates/a b", Route::Unknown);
        check("#/candidates/a/b", Route::Unknown);
        let candidate = RecordId::of(RecordKind::Candidate, "a").unwrap_or_else(|| unreachable!());
        check("#/candidates/a/jobs", Route::Part(candidate.clone(), Section::Jobs));
        check("#/candidates/a/jobs/b", Route::Unknown);
        check("#/targets/a/jobs", Route::Unknown);
        check("#/jobs/new", Route::Record(RecordId::of(RecordKind::Job, "new").unwrap_or_else(|| unreachable!())));
        let job = Route::parse("#/jobs/a_1");
        assert_eq!(job.section(), Route::Part(candidate.clone(), Section::Jobs));
        assert_eq!(job.section().section(), Route::Record(candidate.clone()));
        assert_eq!(Route::parse("#/papers/a_life").section(), Route::Part(candidate, Section::Life));
    }

    /// The pages with something in their addresses.
    fn samples(candidate: &RecordId, organization: &RecordId) -> Vec<Route> {
        let year = Period::new(Day::FIRST_OF_2026, Day::LAST).unwrap_or_else(|| unreachable!());
        let samples = vec![
            Route::History(None),
            Route::History(Some(candidate.clone())),
            Route::Overview(organization.clone(), year),
            Route::Cells(organization.clone(), year),
            Route::Report(organization.clone(), year),
            Route::Sources(organization.clone()),
            Route::Places(organization.clone()),
            Route::Procedure(candidate.clone()),
            Route::Sheet(candidate.clone(), Sheet::Resume),
            Route::Record(candidate.clone()),
            Route::Part(candidate.clone(), Section::Jobs),
            Route::New(RecordKind::Target),
        ];
        samples
    }

    #[test]
    fn every_page_is_reached_by_its_address() {
        let id = |kind, name| RecordId::of(kind, name).unwrap_or_else(|| unreachable!());
        let samples = samples(&id(RecordKind::Candidate, "a"), &id(RecordKind::Organization, "b"));
        for page in samples.iter().chain(PAGES.iter().map(|(_, page)| page)) {
            assert_eq!(Route::parse(&page.href()), *page);
        }
    }

    proptest! {
        #[test]
        fn every_text_is_a_page_and_a_pages_address_leads_back(hash in "\\PC{0,30}|#/[a-z]{0,13}s?/([a-z]{0,9}s/)?[a-z0-9-]{0,9}|#/candidates/[a-z0-9]{1,3}/(life|jobs|procedure|print-resume|x)") {
            let page = Route::parse(&hash);
            if page != Route::Unknown {
                prop_assert_eq!(Route::parse(&page.href()), page);
            }
        }
    }
}
