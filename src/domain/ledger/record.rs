//! A typed record of any kind. The collection of all records is [`Ledger`](super::Ledger).

use super::attached::Attached;
use super::candidate::Candidate;
use super::event::Event;
use super::office::{Assignment, Authority, Member};
use super::records::{Headcount, Organization, Target, Total, Village};
use crate::domain::schema::entry::Entries;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};

/// The texts of a record, unparsed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts(Vec<(Field, String)>);

impl Texts {
    fn of(kind: RecordKind, entries: &dyn Entries) -> Texts {
        let mut texts = Vec::new();
        for field in Field::of(kind) {
            texts.extend(entries.text(field).map(|text| (field, text.to_owned())));
        }
        Texts(texts)
    }
}

impl Entries for Texts {
    fn text(&self, field: Field) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_str())
    }
}

/// A record with typed values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedRecord {
    /// A committee or a cell.
    Organization(Organization),
    /// A change in the life of an organization.
    Event(Event),
    /// A village.
    Village(Village),
    /// A headcount.
    Headcount(Headcount),
    /// A target.
    Target(Target),
    /// An entered total.
    Total(Total),
    /// A record that few readers need, unparsed: planning, and what offices add to the regulation.
    Unparsed(Texts),
    /// A deciding body.
    Authority(Authority),
    /// An assignment.
    Assignment(Assignment),
    /// A member.
    Member(Member),
    /// A candidate.
    Candidate(Candidate),
    /// A record that belongs to a candidate.
    Attached(Attached),
}

impl TypedRecord {
    /// The organization that the record belongs to, for kinds in the index.
    pub(super) fn home(&self) -> Option<&RecordId> {
        match self {
            TypedRecord::Candidate(candidate) => candidate.cell.as_ref(),
            TypedRecord::Member(member) => member.cell.as_ref(),
            TypedRecord::Total(total) => total.organization.as_ref(),
            TypedRecord::Target(target) => target.organization.as_ref(),
            TypedRecord::Headcount(headcount) => headcount.organization.as_ref(),
            _ => None,
        }
    }

    /// Reads the typed values of a record of this kind.
    pub fn read(kind: RecordKind, entries: &dyn Entries) -> TypedRecord {
        match kind {
            RecordKind::Organization => TypedRecord::Organization(Organization::read(entries)),
            RecordKind::Target => TypedRecord::Target(Target::read(entries)),
            RecordKind::Candidate => TypedRecord::Candidate(Candidate::read(entries)),
            other => TypedRecord::stored_read(other, entries),
        }
    }

    /// Reads a record that has no early form. In the chunk that reads the stores.
    #[inline(never)]
    fn stored_read(kind: RecordKind, entries: &dyn Entries) -> TypedRecord {
        match kind {
            RecordKind::Event => TypedRecord::Event(Event::read(entries)),
            RecordKind::Village => TypedRecord::Village(Village::read(entries)),
            RecordKind::Headcount => TypedRecord::Headcount(Headcount::read(entries)),
            RecordKind::Total => TypedRecord::Total(Total::read(entries)),
            RecordKind::Coverage
            | RecordKind::Durations
            | RecordKind::Survey
            | RecordKind::KeyPeople
            | RecordKind::AwarenessClass
            | RecordKind::Reason
            | RecordKind::Points
            | RecordKind::OfficeRules => TypedRecord::Unparsed(Texts::of(kind, entries)),
            RecordKind::Authority => TypedRecord::Authority(Authority::read(entries)),
            RecordKind::Assignment => TypedRecord::Assignment(Assignment::read(entries)),
            RecordKind::Member => TypedRecord::Member(Member::read(entries)),
            attached => TypedRecord::Attached(Attached::read(attached, entries)),
        }
    }
}
