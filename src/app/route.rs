//! Addresses of pages: the part after `#`. Total both ways: every text is some page, every
//! page has a text.

use crate::domain::id::{RecordId, RecordKind};

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The start page.
    Home,
    /// All candidates.
    Candidates,
    /// Targets and how they stand.
    Progress,
    /// Organizations, villages and member counts.
    Organizations,
    /// Preferences, samples, about the program.
    Settings,
    /// How the book is kept, files and backups.
    Safety,
    /// The latest edits, of one record or of all.
    History(Option<RecordId>),
    /// Deleted records.
    Deleted,
    /// Edits that had not seen each other.
    Disputes,
    /// Every widget in every state.
    Kitchen,
    /// The form of one record.
    Record(RecordId),
    /// A new record, to be begun on arrival.
    New(RecordKind),
    /// An address that is none of these.
    Unknown,
}

/// The word for a kind of record in addresses.
const fn word(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Organization => "organizations",
        RecordKind::Village => "villages",
        RecordKind::Headcount => "headcounts",
        RecordKind::Target => "targets",
        RecordKind::Total => "totals",
        RecordKind::Candidate => "candidates",
    }
}

impl Route {
    /// Reads an address with or without `#` and `/` in front.
    pub fn parse(hash: &str) -> Route {
        let path = hash.trim_start_matches('#').trim_matches('/');
        match path {
            "" => return Route::Home,
            "candidates" => return Route::Candidates,
            "progress" => return Route::Progress,
            "organizations" => return Route::Organizations,
            "settings" => return Route::Settings,
            "kitchen" => return Route::Kitchen,
            "safety" => return Route::Safety,
            "history" => return Route::History(None),
            "deleted" => return Route::Deleted,
            "disputes" => return Route::Disputes,
            _ => {}
        }
        let Some((first, name)) = path.split_once('/') else { return Route::Unknown };
        if first == "history" {
            return match Route::parse(name) {
                Route::Record(id) => Route::History(Some(id)),
                _ => Route::Unknown,
            };
        }
        let Some(kind) = RecordKind::ALL.into_iter().find(|kind| word(*kind) == first) else { return Route::Unknown };
        match name {
            "new" => Route::New(kind),
            name => RecordId::of(kind, name).map_or(Route::Unknown, Route::Record),
        }
    }

    /// The address, with `#` in front.
    pub fn href(&self) -> String {
        match self {
            Route::Home | Route::Unknown => "#/".to_owned(),
            Route::Candidates => "#/candidates".to_owned(),
            Route::Progress => "#/progress".to_owned(),
            Route::Organizations => "#/organizations".to_owned(),
            Route::Settings => "#/settings".to_owned(),
            Route::Kitchen => "#/kitchen".to_owned(),
            Route::Safety => "#/safety".to_owned(),
            Route::History(None) => "#/history".to_owned(),
            Route::History(Some(id)) => {
                let record = Route::Record(id.clone()).href();
                format!("#/history{}", record.strip_prefix('#').unwrap_or_default())
            }
            Route::Deleted => "#/deleted".to_owned(),
            Route::Disputes => "#/disputes".to_owned(),
            Route::Record(id) => match id.kind() {
                Some(kind) => format!("#/{}/{}", word(kind), id.name()),
                None => "#/".to_owned(),
            },
            Route::New(kind) => format!("#/{}/new", word(*kind)),
        }
    }

    /// The list that a page belongs to: what the way back leads to, and what navigation marks.
    pub fn section(&self) -> Route {
        let kind = match self {
            Route::Record(id) => id.kind(),
            Route::New(kind) => Some(*kind),
            _ => None,
        };
        match (kind, self) {
            (Some(RecordKind::Candidate), _) => Route::Candidates,
            (Some(RecordKind::Target | RecordKind::Total), _) => Route::Progress,
            (Some(_), _) => Route::Organizations,
            (None, Route::History(Some(id))) => Route::Record(id.clone()),
            (None, Route::Kitchen | Route::Safety) => Route::Settings,
            (None, Route::History(None) | Route::Deleted | Route::Disputes) => Route::Safety,
            (None, page) => page.clone(),
        }
    }
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
    }

    proptest! {
        #[test]
        fn every_text_is_a_page_and_a_pages_address_leads_back(hash in "\\PC{0,30}|#/[a-z]{0,13}s?/([a-z]{0,9}s/)?[a-z0-9-]{0,9}") {
            let page = Route::parse(&hash);
            if page != Route::Unknown {
                prop_assert_eq!(Route::parse(&page.href()), page);
            }
        }
    }
}
