//! Page addresses (the URL fragment). Parsing and formatting are total: every text is some page,
//! and every page has an address.

use crate::domain::admission::sheet::Sheet;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::roster::{Blank, Roster};
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
        /// What to do when.
        Guide "guide";
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
        /// What is told of an organization over a period.
        Over(RecordId, Period, Account),
        /// Something else of an organization.
        Of(RecordId, Aspect),
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
        Route::Over(id, period, account) => {
            let word = ACCOUNTS.iter().find(|(_, known)| known == account).map_or("", |(word, _)| word);
            format!("#/{word}/{}/{}/{}", id.name(), period.first().iso(), period.last().iso())
        }
        Route::Of(id, aspect) => {
            let word = ASPECTS.iter().find(|(_, known)| known == aspect).map_or("", |(word, _)| word);
            format!("#/{word}/{}", id.name())
        }
        Route::Record(id) => format!("#/{}", of_record(id)),
        Route::Part(id, section) => format!("#/{}/{}", of_record(id), section.word()),
        Route::Procedure(id) => format!("#/{}/{PROCEDURE}", of_record(id)),
        Route::Sheet(id, sheet) => format!("#/{}/{}", of_record(id), sheet.word()),
        Route::New(kind) => format!("#/{}/new", word(*kind)),
        Route::History(None) => format!("#/{HISTORY}"),
        Route::Unknown => "#/".to_owned(),
    }
}

/// What a page tells of an organization over a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Account {
    /// How it stands, and those directly below.
    Overview,
    /// All organizations below.
    Cells,
    /// A report in words.
    Report,
}

/// All of them, with their path segments.
const ACCOUNTS: [(&str, Account); 3] =
    [("overview", Account::Overview), ("cells", Account::Cells), ("report", Account::Report)];

/// What a page shows of an organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// Its places.
    Places,
    /// Sources of its candidates.
    Sources,
    /// Its awareness classes.
    Classes,
    /// A roster of its candidates, to be filled in.
    Table(Roster),
    /// A sheet of paper, to be filled in by hand.
    Blank(Blank),
}

/// All of them, with their path segments.
const ASPECTS: [(&str, Aspect); 8] = [
    ("places", Aspect::Places),
    ("sources", Aspect::Sources),
    ("classes-of", Aspect::Classes),
    ("table-people", Aspect::Table(Roster::People)),
    ("table-class", Aspect::Table(Roster::Class)),
    ("table-introducers", Aspect::Table(Roster::Introducers)),
    // How these begin stands in the codes on sheets of paper.
    ("blank-people", Aspect::Blank(Blank::People)),
    ("blank-survey", Aspect::Blank(Blank::Survey)),
];

/// Path segment of [`Route::History`].
const HISTORY: &str = "history";
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
                | Route::Over(..)
                | Route::Of(_, Aspect::Places | Aspect::Sources | Aspect::Classes)
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
        if let Some((_, account)) = ACCOUNTS.iter().find(|(word, _)| *word == first) {
            return over(name).map_or(Route::Unknown, |(id, period)| Route::Over(id, period, *account));
        }
        if let Some((_, aspect)) = ASPECTS.iter().find(|(word, _)| *word == first) {
            return RecordId::of(RecordKind::Organization, name).map_or(Route::Unknown, |id| Route::Of(id, *aspect));
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
        let mut samples = vec![
            Route::History(None),
            Route::History(Some(candidate.clone())),
            Route::Procedure(candidate.clone()),
            Route::Sheet(candidate.clone(), Sheet::Resume),
            Route::Record(candidate.clone()),
            Route::Part(candidate.clone(), Section::Jobs),
            Route::New(RecordKind::Target),
        ];
        samples.extend(ACCOUNTS.map(|(_, account)| Route::Over(organization.clone(), year, account)));
        samples.extend(ASPECTS.map(|(_, aspect)| Route::Of(organization.clone(), aspect)));
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

    #[test]
    fn sheets_of_paper_have_addresses_of_their_own() {
        let id = RecordId::of(RecordKind::Organization, "b").unwrap_or_else(|| unreachable!());
        for (_, aspect) in ASPECTS {
            let address = Route::Of(id.clone(), aspect).href();
            assert_eq!(Blank::is_address(&address), matches!(aspect, Aspect::Blank(_)), "{address}");
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
