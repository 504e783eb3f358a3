//! What records are called on pages. Lists of them are in `selectors`.

use super::state::State;
use crate::book::record::Record;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::lists::{self, DISCIPLINES};

/// The display name of a record; `None` if it has no name.
pub fn name(state: &State, id: &RecordId) -> Option<String> {
    let record = state.book.record(id)?;
    let kind = id.kind()?;
    let title = Field::title(kind);
    match kind {
        // Its name on the tree's day.
        RecordKind::Organization if !record.is_deleted() => state.ledger.organization_name(id).map(str::to_owned),
        RecordKind::Organization
        | RecordKind::Village
        | RecordKind::Candidate
        | RecordKind::Assignment
        | RecordKind::AwarenessClass
        | RecordKind::OfficeRules
        | RecordKind::Member => crate::domain::schema::entry::text(record, title)
            .or_else(|| Some(record.text(title.spec().key)?.chars().take(80).collect())),
        RecordKind::Event
        | RecordKind::Coverage
        | RecordKind::Headcount
        | RecordKind::Target
        | RecordKind::Total
        | RecordKind::Durations
        | RecordKind::Survey
        | RecordKind::KeyPeople
        | RecordKind::Reason
        | RecordKind::Points
        | RecordKind::Authority => {
            let organization = crate::domain::schema::entry::reference(record, title)?;
            state.ledger.organization_name(&organization).map(str::to_owned)
        }
        RecordKind::Move => {
            let to = crate::domain::schema::entry::reference(record, Field::MoveTo);
            let to = to.and_then(|to| state.ledger.organization_name(&to).map(str::to_owned));
            to.or_else(|| record.text(Field::MovePlace.spec().key).map(str::to_owned))
        }
        RecordKind::Paper => name(state, &id.candidate()?),
        attached => stored_attached(record, attached),
    }
}

/// The display name of a record that belongs to a candidate. None is there before the stores are read.
#[inline(never)]
fn stored_attached(record: &Record, kind: RecordKind) -> Option<String> {
    let field = attached_title(kind)?;
    let text = record.text(field.spec().key)?;
    let named = lists::find(DISCIPLINES, text).filter(|_| field == Field::DisciplineForm);
    let item = Field::from_key(RecordKind::Candidate, text).filter(|_| field == Field::NoteItem);
    let text = item.map(Field::label).or(named.map(|choice| choice.name)).unwrap_or(text);
    Some(text.chars().take(80).collect())
}

/// The field that names a record belonging to a candidate.
const fn attached_title(kind: RecordKind) -> Option<Field> {
    Some(match kind {
        RecordKind::Relative => Field::RelativeName,
        RecordKind::Job => Field::JobWork,
        RecordKind::Study => Field::StudyCourse,
        RecordKind::Trip => Field::TripCountry,
        RecordKind::Award => Field::AwardForm,
        RecordKind::Discipline => Field::DisciplineForm,
        RecordKind::Inquiry => Field::InquiryPlace,
        RecordKind::Helper => Field::HelperName,
        RecordKind::Note => Field::NoteItem,
        _ => return None,
    })
}
