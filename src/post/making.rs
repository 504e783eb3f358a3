//! Making parcels: which changes of the book go into one, and what the device says of that in the book.

use std::collections::{BTreeSet, HashSet};

use super::claiming::Claiming;
use super::claims::{self, Keeper};
use super::parcel::{Header, Parcel, Way};
use super::travel::{self, is_about, parent};
use crate::book::Book;
use crate::book::change::Change;
use crate::book::record::{CREATED, DELETED, Record};
use crate::book::version::Version;
use crate::domain::schema::choice::Level;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::exchange::sample;

/// Days after which a silent phone of a cell is no longer waited for: what it may lack is then given to it as a whole.
const SILENT: i64 = 180;

/// For whom a file is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recipient {
    /// The organization above.
    Above,
    /// All below: no record of a person.
    AllBelow,
    /// One below, with what is known of its people.
    Below(RecordId),
}

/// What a file is made of.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// The organization that it is from.
    pub from: &'a RecordId,
    /// For whom.
    pub to: Recipient,
    /// Whether everything goes along, also what is known to be there.
    pub whole: bool,
    /// How much of dossiers cells are asked for; `None` for as much as before.
    pub asks: Option<Level>,
    /// In whose hands the book is.
    pub keeper: Keeper,
    /// Now, in milliseconds since the Unix epoch.
    pub now: u64,
    /// The local day.
    pub day: Day,
}

/// Makes a parcel. Returns it with the changes that the book has to keep: what its device says of the file.
pub fn make(book: &mut Book, wanted: &Wanted) -> (Parcel, Vec<Change>) {
    let (from, to) = (wanted.from, &wanted.to);
    let (way, number, level, since, to) = match to {
        Recipient::Above => {
            let level = claims::asked(book);
            let since = if wanted.whole { Version::default() } else { claims::confirmed(book, from, level) };
            (Way::Up, claims::next_number(book), level, since, parent(book, from))
        }
        Recipient::AllBelow => (Way::Down, claims::next_given(book), Level::Steps, Version::default(), None),
        Recipient::Below(cell) => {
            let since = if wanted.whole { None } else { seen(book, cell, wanted.day) };
            (Way::Down, claims::next_given(book), Level::Full, since.unwrap_or_default(), Some(cell.clone()))
        }
    };
    let mut claiming =
        Claiming { own: wanted.keeper.own(book), book, now: wanted.now, day: wanted.day, changes: Vec::new() };
    match way {
        Way::Up => claiming.sends(from, level, number),
        Way::Down => {
            let asks = wanted.asks.unwrap_or_else(|| claims::asks(claiming.book));
            claiming.gives(number, asks);
            let of_all = || claims::claims(claiming.book).map(|claim| claim.organization).collect();
            let cells: BTreeSet<RecordId> = to.as_ref().map_or_else(of_all, |cell| BTreeSet::from([cell.clone()]));
            cells.iter().filter(|cell| *cell != from).for_each(|cell| claiming.receipt(cell));
            if let Some(cell) = &to {
                claiming.gave(cell);
            }
        }
    }
    let said = claiming.changes;
    let changes = match way {
        Way::Up => up(book, &since, level),
        Way::Down => down(book, &since, to.as_ref()),
    };
    let mut sent = Book::new(0);
    for change in &changes {
        sent.apply(change);
    }
    let name = |id: &RecordId| {
        let record = book.record(id);
        record.and_then(|record| record.text(Field::OrganizationName.spec().key)).unwrap_or_default().to_owned()
    };
    let header = Header {
        way,
        device: book.device(),
        from: from.clone(),
        from_name: name(from),
        to_name: to.as_ref().map(name).unwrap_or_default(),
        to,
        number,
        day: wanted.day,
        level,
        since,
    };
    (Parcel { header, book: sent }, said)
}

/// What all phones of a cell that still send have; `None` if none has ever sent.
fn seen(book: &Book, cell: &RecordId, day: Day) -> Option<Version> {
    let mut seen: Option<Version> = None;
    for claim in claims::claims_of(book, cell).filter(|claim| claim.day.days_until(day) < SILENT) {
        seen = Some(seen.map_or_else(|| claim.has.clone(), |seen| seen.meet(&claim.has)));
    }
    seen
}

/// The changes for the organization above: everything that it has not confirmed, as far as it may travel.
fn up(book: &Book, since: &Version, level: Level) -> Vec<Change> {
    let mut changes = Vec::new();
    for (id, record) in book.all().iter().filter(|(id, _)| !sample::is_sample(id)) {
        let (deleted, again) = (record.is_deleted(), is_again(record));
        for change in record.changes(id) {
            let may = travel::level(id, &change.key).is_some_and(|needed| needed <= level);
            let news = again || !since.has_stamp(change.stamp);
            if may && news && (!deleted || is_mark(&change.key)) {
                changes.push(change);
            }
        }
    }
    changes
}

/// The changes for cells: the setup; and of one of them all that is about it and has something new, whole and with what
/// belongs to it, since it may have come from another cell.
fn down(book: &Book, since: &Version, to: Option<&RecordId>) -> Vec<Change> {
    let own = claims::record_of(book.device());
    let cell = to.map(|to| travel::within(book, to)).unwrap_or_default();
    let records = || book.all().iter().filter(|(id, _)| !sample::is_sample(id));
    let is_new = |record: &Record| is_again(record) || record.edits().any(|(_, edit)| !since.has_stamp(edit.stamp));
    let news: HashSet<RecordId> = if to.is_some() {
        records().filter(|(_, record)| is_new(record)).map(|(id, _)| travel::top(id)).collect()
    } else {
        HashSet::new()
    };
    let mut changes = Vec::new();
    for (id, record) in records() {
        let Some(kind) = id.kind() else {
            let said = record.changes(id).filter(|change| travel::level(id, &change.key).is_some());
            changes.extend(said.filter(|change| Some(id) == own.as_ref() && claims::is_for(&change.key, to)));
            continue;
        };
        if travel::is_setup(kind) || (news.contains(&travel::top(id)) && is_about(book, id, record, &cell)) {
            // Of a person who has left, the cell learns that.
            let left = kind.is_of_person() && has_left(book, id, record, &cell);
            let texts = !record.is_deleted() && !left;
            let may = |key: &str| texts || is_mark(key) || (left && travel::is_place(id, key));
            changes.extend(record.changes(id).filter(|change| may(&change.key)));
        }
    }
    changes
}

/// Whether a person, or what belongs to one, is no longer in a cell or below it.
fn has_left(book: &Book, id: &RecordId, record: &Record, cell: &HashSet<RecordId>) -> bool {
    let person = id.candidate();
    let (id, record) = match person.as_ref().and_then(|person| Some((person, book.record(person)?))) {
        Some(found) => found,
        None => (id, record),
    };
    !travel::organizations_now(id, record).any(|named| cell.contains(&named))
}

/// Whether a record was deleted once and is there again. While it was not, its texts were held back, and nobody knows from
/// whom: it goes whole each time.
fn is_again(record: &Record) -> bool {
    !record.is_deleted() && record.history(DELETED).latest().is_some()
}

/// The mark that a record was deleted travels, and when it was begun; its texts do not.
fn is_mark(key: &str) -> bool {
    key == DELETED || key == CREATED
}
