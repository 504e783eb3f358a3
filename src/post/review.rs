//! What parcels would alter in a book, record by record, for a person to look at before. Words for it are in `text`.

use std::collections::BTreeMap;

use super::parcel::{Parcel, Way};
use super::travel;
use crate::book::Book;
use crate::book::change::Change;
use crate::book::record::{CREATED, DELETED};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};

/// How a record would be altered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Altered {
    /// It is none of the sender's business: what the committee sets, or another cell's.
    Outside,
    /// Two devices have written different texts without having seen each other's.
    Disputed,
    /// It would be deleted.
    Removed,
    /// Its texts would be others.
    Changed,
    /// The book does not have it.
    New,
    /// Only its history grows.
    Nothing,
}

/// A field with another text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The record: the one reviewed, or one that belongs to it.
    pub record: RecordId,
    /// The field.
    pub field: Field,
    /// The text of before.
    pub before: Option<String>,
    /// The text then.
    pub after: Option<String>,
    /// Whether a person will have to decide.
    pub disputed: bool,
}

/// A record with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// The record: of what belongs to a candidate, the candidate.
    pub record: RecordId,
    /// How it would be altered.
    pub altered: Altered,
    /// Its fields with other texts.
    pub fields: Vec<FieldChange>,
    /// The device that wrote last of it, and when, in milliseconds since the Unix epoch.
    pub by: (u32, u64),
    /// All records that are altered, this one included.
    pub records: Vec<RecordId>,
}

/// What changes would alter: `before` is the book without, `after` with them.
pub fn review(before: &Book, after: &Book, changes: &[Change], parcels: &[&Parcel]) -> Vec<Reviewed> {
    let mut groups: BTreeMap<RecordId, Vec<&Change>> = BTreeMap::new();
    for change in changes.iter().filter(|change| change.record.kind().is_some()) {
        let top = travel::top(&change.record);
        groups.entry(top).or_default().push(change);
    }
    groups.into_iter().filter_map(|(id, changes)| reviewed(before, after, id, &changes, parcels)).collect()
}

fn reviewed(before: &Book, after: &Book, id: RecordId, changes: &[&Change], parcels: &[&Parcel]) -> Option<Reviewed> {
    let last = changes.iter().map(|change| change.stamp).max()?;
    let mut records: Vec<RecordId> = changes.iter().map(|change| change.record.clone()).collect();
    records.sort();
    records.dedup();
    let mut fields = Vec::new();
    for record in &records {
        fields.extend(other_texts(before, after, record));
    }
    let was = before.record(&id).is_some_and(|record| !record.is_deleted());
    let is = after.record(&id).is_some_and(|record| !record.is_deleted());
    let altered = match (was, is) {
        (false, false) => Altered::Nothing,
        _ if is_outside(before, after, &id, was, parcels) => Altered::Outside,
        (true, false) => Altered::Removed,
        (false, true) => Altered::New,
        _ if fields.iter().any(|field| field.disputed) => Altered::Disputed,
        _ if fields.is_empty() && !any_deleted(before, after, &records) => Altered::Nothing,
        _ => Altered::Changed,
    };
    Some(Reviewed { record: id, altered, fields, by: (last.device, last.ms), records })
}

/// The fields of a record with other texts, or of which two are in dispute that were not before.
fn other_texts(before: &Book, after: &Book, id: &RecordId) -> Vec<FieldChange> {
    let (Some(kind), Some(record)) = (id.kind(), after.record(id)) else { return Vec::new() };
    let mut found = Vec::new();
    for (key, history) in record.fields().filter(|(key, _)| *key != CREATED && *key != DELETED) {
        let Some(field) = Field::from_key(kind, key) else { continue };
        let was = before.history(id, key);
        let disputed = history.disputed().is_some() && was.disputed().is_none();
        if disputed || was.text() != history.text() {
            found.push(FieldChange {
                record: id.clone(),
                field,
                before: was.text().map(str::to_owned),
                after: history.text().map(str::to_owned),
                disputed,
            });
        }
    }
    found
}

fn any_deleted(before: &Book, after: &Book, records: &[RecordId]) -> bool {
    let deleted = |book: &Book, id: &RecordId| book.record(id).is_none_or(|record| record.is_deleted());
    records.iter().any(|id| deleted(before, id) != deleted(after, id))
}

/// Whether none of the senders below has a say in a record.
fn is_outside(before: &Book, after: &Book, id: &RecordId, was: bool, parcels: &[&Parcel]) -> bool {
    let mut senders = parcels.iter().filter(|parcel| parcel.book.record(id).is_some()).peekable();
    if senders.peek().is_none() || senders.clone().any(|parcel| parcel.header.way == Way::Down) {
        return false;
    }
    let set_above = matches!(
        id.kind(),
        Some(RecordKind::Target | RecordKind::Authority | RecordKind::OfficeRules | RecordKind::Points)
    );
    if was && set_above {
        return true;
    }
    let Some(record) = after.record(id) else { return false };
    let mut about = travel::organizations(id, record).peekable();
    about.peek().is_some()
        && !senders.any(|parcel| {
            let from = &parcel.header.from;
            // Of an organization that is not in the book yet there is nothing to go by.
            !travel::knows(before, from) || travel::is_about(after, id, record, &travel::within(after, from))
        })
}
