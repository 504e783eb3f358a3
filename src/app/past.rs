//! What was written when and by whom: the history of records, edits that had not seen each
//! other, what was deleted, what no file holds yet. Nothing here alters anything.

use super::facts::{EditRef, Moment};
use super::state::State;
use crate::book::history::{Edit, History};
use crate::book::record::{CREATED, DELETED, Record};
use crate::book::stamp::Stamp;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::exchange::sample;

/// Entries of a history that are shown at most.
pub const MOST: usize = 200;
const DAY: u64 = 86_400_000;

/// What an edit was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The record was begun.
    Begun,
    /// It was deleted.
    Deleted,
    /// It came back.
    Restored,
    /// A field was written.
    Field(Field),
}

/// One edit of a history.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// Which edit.
    pub mark: EditRef,
    /// What it was about.
    pub what: What,
    /// What it wrote.
    pub value: Option<&'a str>,
    /// What stood before.
    pub before: Option<&'a str>,
    /// Whether it still stands, so that it can be taken back.
    pub stands: bool,
}

/// The latest edits of one record, or of all, latest first. Fields that this version does not
/// know are left out: their names would tell nobody anything.
pub fn entries<'a>(state: &'a State, only: Option<&RecordId>) -> Vec<Entry<'a>> {
    let mut latest: Vec<Entry> = Vec::new();
    let records = state.book.all().iter().filter(|(id, _)| only.is_none_or(|only| only == id));
    for (id, record) in records {
        let Some(kind) = id.kind() else { continue };
        for (key, history) in record.fields() {
            let field = Field::of(kind).find(|field| field.spec().key == key);
            for edit in history.edits() {
                let full = latest.len() == MOST;
                if full && latest.last().is_some_and(|last| last.mark.stamp > edit.stamp) {
                    continue;
                }
                let what = match (key.as_str(), &edit.value, field) {
                    (CREATED, ..) => What::Begun,
                    (DELETED, Some(_), _) => What::Deleted,
                    (DELETED, None, _) => What::Restored,
                    (.., Some(field)) => What::Field(field),
                    _ => continue,
                };
                let before = history.before(edit).and_then(|edit| edit.value.as_deref());
                // A decision between two edits confirms one of them: nothing new to tell.
                if matches!(what, What::Field(_)) && before == edit.value.as_deref() {
                    continue;
                }
                let stands = history.latest() == Some(edit) && what != What::Begun;
                let place = latest.partition_point(|entry| entry.mark.stamp > edit.stamp);
                if full {
                    latest.pop();
                }
                let mark = EditRef { record: id.clone(), key: key.clone(), stamp: edit.stamp };
                latest.insert(place, Entry { mark, what, value: edit.value.as_deref(), before, stands });
            }
        }
    }
    latest
}

/// Edits of one field that had not seen each other, the one that stands last.
#[derive(Clone, Debug)]
pub struct Dispute<'a> {
    /// The record.
    pub record: &'a RecordId,
    /// The field.
    pub field: Field,
    /// The edits, each with what it wrote.
    pub edits: Vec<(EditRef, Option<&'a str>)>,
}

/// Everything that a person has to decide between edits of different devices.
pub fn disputes(state: &State) -> Vec<Dispute<'_>> {
    let mut found = Vec::new();
    for (id, record) in state.book.records() {
        let Some(kind) = id.kind() else { continue };
        for (key, history) in record.fields() {
            // Asked for every field of every record at each drawing of the start page.
            let Some(edits) = history.disputed() else { continue };
            if let Some(field) = Field::of(kind).find(|field| field.spec().key == key) {
                let mark = |edit: &Edit| EditRef { record: id.clone(), key: key.clone(), stamp: edit.stamp };
                let edits = edits.into_iter().map(|edit| (mark(edit), edit.value.as_deref())).collect();
                found.push(Dispute { record: id, field, edits });
            }
        }
    }
    found
}

/// Records deleted by someone who had not seen everything that others wrote into them.
pub fn deleted_unseen(state: &State) -> Vec<&RecordId> {
    let deleted = state.book.all().iter().filter(|(id, record)| id.kind().is_some() && record.is_deleted_unseen());
    deleted.map(|(id, _)| id).collect()
}

/// How many things a person has to decide.
pub fn undecided(state: &State) -> usize {
    disputes(state).len() + deleted_unseen(state).len()
}

/// Deleted records with the stamp of their deletion, latest first; samples are left out.
pub fn deleted(state: &State) -> Vec<(&RecordId, Stamp)> {
    let mut latest: Vec<(&RecordId, Stamp)> = Vec::new();
    for (id, record) in state.book.all() {
        let Some(edit) = deletion(record).filter(|_| id.kind().is_some() && !sample::is_sample(id)) else { continue };
        let place = latest.partition_point(|(_, other)| *other > edit.stamp);
        latest.insert(place, (id, edit.stamp));
    }
    latest
}

fn deletion(record: &Record) -> Option<&Edit> {
    record.history(DELETED).and_then(History::latest).filter(|edit| edit.value.is_some())
}

/// How many edits of a person's own records the last file does not hold.
pub fn beyond_the_file(state: &State) -> usize {
    let file = state.backup.file.as_ref();
    let fresh = |stamp: Stamp| file.is_none_or(|file| !file.version.has_stamp(stamp));
    state.book.edits().filter(|(id, _, edit)| fresh(edit.stamp) && !sample::is_sample(id)).count()
}

/// Whether so much was written since the last file that the person should be reminded: about
/// one record filled in.
pub fn file_is_due(state: &State) -> bool {
    beyond_the_file(state) >= 10
}

/// Stored name of the field that a device is called by.
pub const DEVICE_NAME: &str = "name";

/// The record that says what a device is called. Of no kind that has a form.
pub fn device_record(device: u32) -> Option<RecordId> {
    RecordId::parse(&format!("device:{device:08x}"))
}

/// The name given to a device, if it was given one.
pub fn device_name(state: &State, device: u32) -> Option<&str> {
    state.book.record(&device_record(device)?)?.text(DEVICE_NAME).filter(|name| !name.is_empty())
}

/// Day, hour and minute of a time at this device; `None` where a clock must have been wrong.
pub fn when(moment: Moment, ms: u64) -> Option<(Day, u64, u64)> {
    if ms > moment.ms.saturating_add(DAY) {
        return None;
    }
    let local = ms.checked_add_signed(moment.zone_minutes.checked_mul(60_000)?)?;
    let minutes = local / 60_000;
    let day = Day::from_days_since_1970((local / DAY).try_into().ok()?)?;
    Some((day, minutes / 60 % 24, minutes % 60))
}
