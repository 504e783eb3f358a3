//! Queries on the edit history: who wrote what when, concurrent edits, deleted records, and edits
//! not saved to a file. Read-only.

use super::facts::{EditRef, Moment};
use super::state::State;
use crate::book::history::Edit;
use crate::book::record::{CREATED, DELETED, ERASED, Record};
use crate::book::stamp::Stamp;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::exchange::sample;

/// Maximum number of entries shown.
pub const MOST: usize = 200;
const DAY: u64 = 86_400_000;

/// What kind of edit it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The record was created.
    Begun,
    /// The record was deleted.
    Deleted,
    /// The record was restored.
    Restored,
    /// The record was erased for good.
    Erased,
    /// A field was edited.
    Field(Field),
}

/// One entry of a history.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// Reference to the edit.
    pub mark: EditRef,
    /// Kind of edit.
    pub what: What,
    /// The value written.
    pub value: Option<&'a str>,
    /// The previous value.
    pub before: Option<&'a str>,
    /// Whether it is current and so can be undone.
    pub stands: bool,
}

/// The latest edits of `only`, or of all records, newest first. Fields unknown to this version are
/// left out, since they have no label.
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
                let what = match (key, &edit.value, field) {
                    (ERASED, ..) => What::Erased,
                    (CREATED, ..) => What::Begun,
                    (DELETED, ..) if record.is_erased() => continue,
                    (DELETED, Some(_), _) => What::Deleted,
                    (DELETED, None, _) => What::Restored,
                    (.., Some(field)) => What::Field(field),
                    _ => continue,
                };
                let before = history.before(edit).and_then(|edit| edit.value.as_deref());
                // Resolving a conflict may confirm the current value: nothing to show.
                if matches!(what, What::Field(_)) && before == edit.value.as_deref() {
                    continue;
                }
                let stands = history.latest() == Some(edit) && !matches!(what, What::Begun | What::Erased);
                let place = latest.partition_point(|entry| entry.mark.stamp > edit.stamp);
                if full {
                    latest.pop();
                }
                let mark = EditRef { record: id.clone(), key: key.to_owned(), stamp: edit.stamp };
                latest.insert(place, Entry { mark, what, value: edit.value.as_deref(), before, stands });
            }
        }
    }
    latest
}

/// Concurrent edits of one field; the current one comes last.
#[derive(Clone, Debug)]
pub struct Dispute<'a> {
    /// The record.
    pub record: &'a RecordId,
    /// The field.
    pub field: Field,
    /// The edits, each with its value.
    pub edits: Vec<(EditRef, Option<&'a str>)>,
}

/// All conflicts to be resolved by the user.
pub fn disputes(state: &State) -> Vec<Dispute<'_>> {
    let mut found = Vec::new();
    for (id, record) in state.book.records() {
        let Some(kind) = id.kind() else { continue };
        for (key, history) in record.fields() {
            // Evaluated for every field of every record each time the start page is rendered.
            let Some(edits) = history.disputed() else { continue };
            if let Some(field) = Field::of(kind).find(|field| field.spec().key == key) {
                let mark = |edit: &Edit| EditRef { record: id.clone(), key: key.to_owned(), stamp: edit.stamp };
                let edits = edits.into_iter().map(|edit| (mark(edit), edit.value.as_deref())).collect();
                found.push(Dispute { record: id, field, edits });
            }
        }
    }
    found
}

/// Records deleted by a user who had not seen all edits of others.
pub fn deleted_unseen(state: &State) -> Vec<&RecordId> {
    let deleted = state.book.all().iter().filter(|(id, record)| id.kind().is_some() && record.is_deleted_unseen());
    deleted.map(|(id, _)| id).collect()
}

/// Number of decisions waiting for the user.
pub fn undecided(state: &State) -> usize {
    disputes(state).len() + deleted_unseen(state).len()
}

/// Deleted records with the stamp of their deletion, newest first, without samples.
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
    record.history(DELETED).latest().filter(|edit| edit.value.is_some() && !record.is_erased())
}

/// Number of the user's own edits that the last saved file lacks.
pub fn beyond_the_file(state: &State) -> usize {
    fresh_edits(state).count()
}

fn fresh_edits(state: &State) -> impl Iterator<Item = &Edit> {
    let file = state.backup.file.as_ref();
    let own = state.book.all().iter().filter(|(id, _)| !sample::is_sample(id));
    let edits = own.flat_map(|(_, record)| record.edits()).map(|(_, edit)| edit);
    edits.filter(move |edit| file.is_none_or(|file| !file.version.has_stamp(edit.stamp)))
}

/// Whether enough was edited since the last saved file to show a reminder: about one filled-in record.
pub fn file_is_due(state: &State) -> bool {
    fresh_edits(state).nth(9).is_some()
}

/// Stored key of a device's name.
pub const DEVICE_NAME: &str = "name";

/// The id of the record with a device's name. Its kind has no form.
pub fn device_record(device: u32) -> Option<RecordId> {
    RecordId::parse(&format!("device:{device:08x}"))
}

/// The name of a device, if it was set.
pub fn device_name(state: &State, device: u32) -> Option<&str> {
    state.book.record(&device_record(device)?)?.text(DEVICE_NAME).filter(|name| !name.is_empty())
}

/// Local date, hour and minute of `ms` (milliseconds since the Unix epoch); `None` if it is out of
/// range, as from a wrong clock.
pub fn when(moment: Moment, ms: u64) -> Option<(Day, u64, u64)> {
    if ms > moment.ms.saturating_add(DAY) {
        return None;
    }
    let local = ms.checked_add_signed(moment.zone_minutes.checked_mul(60_000)?)?;
    let minutes = local / 60_000;
    let day = Day::from_days_since_1970((local / DAY).try_into().ok()?)?;
    Some((day, minutes / 60 % 24, minutes % 60))
}
