//! Which page something belongs to: where a field is filled in, which list a page is reached from. What pages
//! there are is in `route`.

use super::route::{Account, Aspect, Route};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::roster::{Blank, Roster};
use crate::domain::schema::section::Section;

impl Route {
    /// The page on which a field of a record is edited.
    pub fn of_field(id: &RecordId, field: Field) -> Route {
        match id.kind() {
            Some(RecordKind::Candidate) => Route::Part(id.clone(), field.spec().section),
            Some(RecordKind::Paper) => Route::Record(id.clone()).section(),
            _ => Route::Record(id.clone()),
        }
    }

    /// The record of a person, or of something that belongs to one, that the page is about.
    pub fn person(&self) -> Option<&RecordId> {
        let (Route::Record(id)
        | Route::Part(id, _)
        | Route::Procedure(id)
        | Route::Sheet(id, _)
        | Route::History(Some(id))) = self
        else {
            return None;
        };
        let people = matches!(id.kind(), Some(RecordKind::Candidate | RecordKind::Member | RecordKind::Assignment));
        (people || id.candidate().is_some()).then_some(id)
    }

    /// The section of a candidate's dossier that a record belongs to.
    fn of_part(id: &RecordId, candidate: RecordId) -> Route {
        let section = match id.kind() {
            Some(RecordKind::Paper) => Section::of_paper(id),
            kind => kind.and_then(Section::of_attached),
        };
        match section {
            Some(section) => Route::Part(candidate, section),
            None => Route::Record(candidate),
        }
    }

    /// The parent list of a page: the target of “back” and the highlighted navigation entry.
    pub fn section(&self) -> Route {
        match self {
            Route::Part(id, _) | Route::Procedure(id) | Route::Sheet(id, _) | Route::History(Some(id)) => {
                Route::Record(id.clone())
            }
            Route::Over(id, period, Account::Cells | Account::Report) => {
                Route::Over(id.clone(), *period, Account::Overview)
            }
            Route::Record(id) => match (id.candidate(), id.kind()) {
                (Some(candidate), _) => Route::of_part(id, candidate),
                (None, Some(kind)) => list_of(kind),
                (None, None) => self.clone(),
            },
            Route::New(kind) => list_of(*kind),
            Route::Todo => Route::Home,
            Route::Of(_, Aspect::Places) | Route::Members | Route::Assignments | Route::Reorganize | Route::Lists => {
                Route::Organizations
            }
            Route::Inspection | Route::Of(_, Aspect::Table(_)) => Route::Candidates,
            Route::Of(id, Aspect::Blank(Blank::People)) => Route::Of(id.clone(), Aspect::Table(Roster::People)),
            Route::Of(id, Aspect::Blank(Blank::Survey)) => Route::Of(id.clone(), Aspect::Sources),
            Route::Reconcile
            | Route::Over(_, _, Account::Overview)
            | Route::Of(_, Aspect::Sources | Aspect::Classes) => Route::Progress,
            Route::Guide | Route::Kitchen | Route::Safety | Route::Regulation => Route::Settings,
            Route::History(None) | Route::Deleted | Route::Disputes => Route::Safety,
            Route::Home
            | Route::Candidates
            | Route::Progress
            | Route::Organizations
            | Route::Settings
            | Route::Unknown => self.clone(),
        }
    }
}

/// The list that contains records of a kind.
const fn list_of(kind: RecordKind) -> Route {
    match kind {
        RecordKind::Candidate => Route::Candidates,
        RecordKind::Target | RecordKind::Total => Route::Progress,
        RecordKind::Member => Route::Members,
        RecordKind::Assignment => Route::Assignments,
        RecordKind::OfficeRules => Route::Regulation,
        RecordKind::Organization
        | RecordKind::Event
        | RecordKind::Village
        | RecordKind::Coverage
        | RecordKind::Headcount
        | RecordKind::Durations
        | RecordKind::Survey
        | RecordKind::KeyPeople
        | RecordKind::AwarenessClass
        | RecordKind::Reason
        | RecordKind::Points
        | RecordKind::Authority
        | RecordKind::Paper
        | RecordKind::Relative
        | RecordKind::Job
        | RecordKind::Study
        | RecordKind::Trip
        | RecordKind::Award
        | RecordKind::Discipline
        | RecordKind::Inquiry
        | RecordKind::Helper
        | RecordKind::Note
        | RecordKind::Move => Route::Organizations,
    }
}
