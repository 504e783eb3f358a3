//! What may travel: the level of keeping that each field belongs to, and which organizations a record is about. Which of
//! it a parcel holds is in `making`.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::claims;
use crate::book::Book;
use crate::book::record::{CREATED, DELETED, Record};
use crate::domain::schema::choice::Level;
use crate::domain::schema::field::{Field, Kind};
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::section::Section;
use crate::exchange::mapping::HEADINGS;

/// How deep a tree of organizations may be; a wrong one may go round.
const DEEPEST: usize = 20;

/// The lowest level at which a field travels; `None` if it never does. What this version does not know of people
/// travels with whole dossiers only.
pub fn level(id: &RecordId, key: &str) -> Option<Level> {
    let Some(kind) = id.kind() else {
        return if claims::device_of(id).is_some() {
            (key != HEADINGS).then_some(Level::Steps)
        } else {
            Some(Level::Full)
        };
    };
    if let RecordKind::Paper = kind {
        return Some(Level::Steps);
    }
    if kind.is_attached() {
        return Some(Section::of_attached(kind).map_or(Level::Full, Section::level));
    }
    if !kind.is_of_person() || key == CREATED || key == DELETED {
        return Some(Level::Steps);
    }
    Some(Field::from_key(kind, key).map_or(Level::Full, |field| field.spec().section.level()))
}

/// The record that one belongs to: of what belongs to a candidate, the candidate.
pub fn top(id: &RecordId) -> RecordId {
    id.candidate().unwrap_or_else(|| id.clone())
}

/// Whether a record is sent to all cells: how the committee's area is set up and what it asks for. Everything else is
/// of one cell.
pub const fn is_setup(kind: RecordKind) -> bool {
    matches!(
        kind,
        RecordKind::Organization
            | RecordKind::Event
            | RecordKind::Village
            | RecordKind::Coverage
            | RecordKind::Headcount
            | RecordKind::Target
            | RecordKind::Durations
            | RecordKind::AwarenessClass
            | RecordKind::Points
            | RecordKind::Authority
            | RecordKind::Assignment
            | RecordKind::OfficeRules
    )
}

/// The organizations that a record names, or has ever named.
pub fn organizations<'a>(id: &'a RecordId, record: &'a Record) -> impl Iterator<Item = RecordId> + 'a {
    let own = id.is(RecordKind::Organization).then(|| id.clone());
    let named = places(id).flat_map(|key| record.history(key).edits().filter_map(|edit| edit.value.as_deref()));
    own.into_iter().chain(named.filter_map(RecordId::parse))
}

/// The organizations that it names now.
pub fn organizations_now<'a>(id: &'a RecordId, record: &'a Record) -> impl Iterator<Item = RecordId> + 'a {
    places(id).filter_map(|key| record.text(key)).filter_map(RecordId::parse)
}

/// Whether a field says which organization a record belongs to.
pub fn is_place(id: &RecordId, key: &str) -> bool {
    places(id).any(|place| place == key)
}

/// Keys of the fields that name an organization.
fn places(id: &RecordId) -> impl Iterator<Item = &'static str> {
    static PLACES: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| RecordKind::ALL.into_iter().map(of_kind).collect());
    let known = id.kind().and_then(|kind| PLACES.get(kind as usize));
    known.into_iter().flatten().copied()
}

fn of_kind(kind: RecordKind) -> Vec<&'static str> {
    let named = |field: &Field| matches!(field.spec().kind, Kind::Reference(RecordKind::Organization));
    Field::of(kind).filter(named).map(|field| field.spec().key).collect()
}

/// An organization and all below it.
pub fn within(book: &Book, organization: &RecordId) -> HashSet<RecordId> {
    let all = book.all().iter().map(|(id, _)| id).filter(|id| id.is(RecordKind::Organization));
    all.filter(|id| is_within(book, id, organization)).chain([organization]).cloned().collect()
}

/// Whether a record is, or ever was, about one of some organizations.
pub fn is_about(book: &Book, id: &RecordId, record: &Record, organizations: &HashSet<RecordId>) -> bool {
    let candidate = id.candidate();
    let (id, record) = match &candidate {
        Some(candidate) => match book.record(candidate) {
            Some(record) => (candidate, record),
            None => return false,
        },
        None => (id, record),
    };
    self::organizations(id, record).any(|named| organizations.contains(&named))
}

/// The organization above, if the book knows it.
pub fn parent(book: &Book, organization: &RecordId) -> Option<RecordId> {
    book.record(organization)?.text(Field::OrganizationParent.spec().key).and_then(RecordId::parse)
}

/// Whether an organization is `above` or anywhere below it.
pub fn is_within(book: &Book, organization: &RecordId, above: &RecordId) -> bool {
    let mut one = Some(organization.clone());
    for _ in 0..DEEPEST {
        match one {
            Some(found) if found == *above => return true,
            Some(found) => one = parent(book, &found),
            None => return false,
        }
    }
    false
}

/// Whether the book knows an organization of this id.
pub fn knows(book: &Book, organization: &RecordId) -> bool {
    organization.is(RecordKind::Organization) && book.record(organization).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(id: &str, key: &str, expected: Option<Level>) {
        let id = RecordId::parse(id).unwrap_or_else(|| unreachable!());
        assert_eq!(level(&id, key), expected, "{id:?} {key}");
    }

    #[test]
    fn dossiers_stay_at_home_unless_they_are_asked_for() {
        check("candidate:a", "name", Some(Level::Steps));
        check("candidate:a", CREATED, Some(Level::Steps));
        check("candidate:a", Field::Life.spec().key, Some(Level::Full));
        check("candidate:a", "of_a_newer_version", Some(Level::Full));
        check("relative:a_b", "name", Some(Level::Full));
        check("relative:a_b", DELETED, Some(Level::Full));
        check("award:a_b", "year", Some(Level::Form));
        check("paper:a_life", "day", Some(Level::Steps));
        check("helper:a_b", "name", Some(Level::Steps));
        check("target:a", "bound", Some(Level::Steps));
        check("member:a", "name", Some(Level::Steps));
        check("wish:a", "text", Some(Level::Full));
        check("device:0000002a", "name", Some(Level::Steps));
        check("device:0000002a", HEADINGS, None);
    }
}
