//! Which page something belongs to: where a field is filled in, which list a page is reached from. What pages
//! there are is in `route`.

use super::route::Route;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
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
            Route::Cells(id, period) | Route::Report(id, period) => Route::Overview(id.clone(), *period),
            Route::Record(id) => match (id.candidate(), id.kind()) {
                (Some(candidate), _) => Route::of_part(id, candidate),
                (None, Some(kind)) => list_of(kind),
                (None, None) => self.clone(),
            },
            Route::New(kind) => list_of(*kind),
            Route::Todo => Route::Home,
            Route::Places(_) | Route::Members | Route::Assignments | Route::Reorganize | Route::Lists => {
                Route::Organizations
            }
            Route::Inspection => Route::Candidates,
            Route::Reconcile | Route::Overview(..) | Route::Sources(_) | Route::Classes(_) => Route::Progress,
            Route::Kitchen | Route::Safety | Route::Regulation => Route::Settings,
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
