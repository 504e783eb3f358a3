//! A record: the histories of its fields. Fields unknown to this version are preserved like any other.

use super::change::Change;
use super::history::{Edit, History, Keyed};
use super::stamp::Stamp;
use crate::domain::schema::entry::Entries;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;

/// Key of the deletion mark. Its value is what the deleting user had seen of the record: the latest
/// stamp of each device, separated by spaces.
pub const DELETED: &str = "deleted";
/// Key of the mark that a record is erased for good. With it goes nothing but [`DELETED`].
pub const ERASED: &str = "erased";
/// Key of the creation date.
pub const CREATED: &str = "created";

/// The fields of one record, with their histories: a set of edits. Applying changes is set union, from which an
/// [erased](ERASED) record has given up everything but its marks: commutative and idempotent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Sorted by key, then by edit. One list: a book has tens of thousands of fields, most of them with one edit.
    edits: Vec<Keyed>,
}

impl Record {
    /// Applies a change of this record. Returns whether a current value changed.
    pub fn apply(&mut self, change: &Change) -> bool {
        if *change.key == *ERASED || self.is_erased() {
            return self.stored_apply_erased(change);
        }
        let keyed = keyed(change);
        // Stored books are sorted in the same way: nearly every edit comes last.
        let place = match self.edits.last() {
            Some(last) if keyed <= *last => self.edits.binary_search(&keyed),
            _ => Err(self.edits.len()),
        };
        let Err(place) = place else { return false };
        let latest = self.edits.get(place).is_none_or(|next| next.key != keyed.key);
        let before = place.checked_sub(1).and_then(|before| self.edits.get(before));
        let before = before.filter(|before| before.key == keyed.key).and_then(|before| before.edit.value.as_deref());
        let differs = latest && before != keyed.edit.value.as_deref();
        self.edits.insert(place, keyed);
        differs
    }

    /// The same of a change that erases the record, or of one that is: marks stay, everything else is given up. Marks come from stores
    /// and from pages of later chunks only.
    #[inline(never)]
    fn stored_apply_erased(&mut self, change: &Change) -> bool {
        if !is_mark(&change.key) {
            return false;
        }
        self.edits.retain(|keyed| is_mark(&keyed.key));
        let keyed = keyed(change);
        let place = self.edits.binary_search(&keyed);
        if let Err(place) = place {
            self.edits.insert(place, keyed);
        }
        place.is_err()
    }

    /// Whether the record contains exactly this change, or had it and gave it up for good.
    pub fn has(&self, change: &Change) -> bool {
        self.gives_up(&change.key) || self.edits.binary_search(&keyed(change)).is_ok()
    }

    /// Whether the record is erased: it has no texts and takes in none.
    pub fn is_erased(&self) -> bool {
        // Of its two marks this one comes last.
        self.edits.last().is_some_and(|last| *last.key == *ERASED)
    }

    /// Whether an edit of this key is no longer wanted.
    pub fn gives_up(&self, key: &str) -> bool {
        self.is_erased() && !is_mark(key)
    }

    /// Removes the edit `stamp` of a field if it is the latest: used while the user is still typing.
    pub(super) fn take_back(&mut self, key: &str, stamp: Stamp) -> Option<Edit> {
        let last = self.after(key).checked_sub(1)?;
        self.edits.get(last).filter(|keyed| *keyed.key == *key && keyed.edit.stamp == stamp)?;
        Some(self.edits.remove(last).edit)
    }

    /// Keeps only the latest edit of each field.
    pub(super) fn thin(&mut self) {
        let mut kept: Vec<Keyed> = Vec::with_capacity(self.edits.len());
        for keyed in self.edits.drain(..) {
            match kept.last_mut() {
                Some(last) if last.key == keyed.key => *last = keyed,
                _ => kept.push(keyed),
            }
        }
        self.edits = kept;
    }

    /// The place after the edits of a field.
    fn after(&self, key: &str) -> usize {
        self.edits.partition_point(|keyed| *keyed.key <= *key)
    }

    /// The history of a field, by its stored key; empty if it was never filled in.
    pub fn history(&self, key: &str) -> History<'_> {
        let first = self.edits.partition_point(|keyed| *keyed.key < *key);
        History::of(self.edits.get(first..self.after(key)).unwrap_or_default())
    }

    /// All fields ever written with their histories, sorted by key.
    pub fn fields(&self) -> impl Iterator<Item = (&str, History<'_>)> {
        let same = self.edits.chunk_by(|one, other| one.key == other.key);
        same.filter_map(|edits| Some((&*edits.first()?.key, History::of(edits))))
    }

    /// All edits, by field.
    pub fn edits(&self) -> impl Iterator<Item = (&str, &Edit)> {
        self.edits.iter().map(|keyed| (&*keyed.key, &keyed.edit))
    }

    /// The current text of a field, by its stored key.
    pub fn text(&self, key: &str) -> Option<&str> {
        let keyed = self.edits.get(self.after(key).checked_sub(1)?)?;
        if *keyed.key == *key { keyed.edit.value.as_deref() } else { None }
    }

    /// Whether the record is marked as deleted.
    pub fn is_deleted(&self) -> bool {
        self.text(DELETED).is_some() || self.is_erased()
    }

    /// The latest stamp of each device in this record, in the format of [`DELETED`].
    pub fn seen(&self) -> String {
        let mut latest: Vec<Stamp> = Vec::new();
        for (_, edit) in self.edits() {
            match latest.iter_mut().find(|stamp| stamp.device == edit.stamp.device) {
                Some(stamp) => *stamp = edit.stamp.max(*stamp),
                None => latest.push(edit.stamp),
            }
        }
        let mut text = String::new();
        for stamp in latest {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&stamp.to_string());
        }
        text
    }

    /// Whether the record was deleted by a user who had not seen all edits of other devices.
    pub fn is_deleted_unseen(&self) -> bool {
        let Some(deletion) = self.history(DELETED).latest().filter(|_| !self.is_erased()) else { return false };
        // Version 1 stored only a flag.
        let Some(seen) = deletion.value.as_deref().filter(|seen| seen.len() > 1) else { return false };
        let unseen = |edit: &Edit| {
            edit.stamp.device != deletion.stamp.device
                && !seen
                    .split(' ')
                    .filter_map(Stamp::parse)
                    .any(|known| known.device == edit.stamp.device && known >= edit.stamp)
        };
        self.edits().any(|(key, edit)| key != DELETED && unseen(edit))
    }

    /// All changes of the record.
    pub fn changes<'a>(&'a self, id: &'a RecordId) -> impl Iterator<Item = Change> + 'a {
        self.edits.iter().map(move |Keyed { key, edit }| Change {
            stamp: edit.stamp,
            after: edit.after,
            record: id.clone(),
            key: key.clone(),
            value: edit.value.clone(),
        })
    }
}

/// What stays of an erased record.
fn is_mark(key: &str) -> bool {
    key == ERASED || key == DELETED
}

fn keyed(change: &Change) -> Keyed {
    let edit = Edit { stamp: change.stamp, value: change.value.clone(), after: change.after };
    Keyed { key: change.key.clone(), edit }
}

impl Entries for Record {
    fn text(&self, field: Field) -> Option<&str> {
        Record::text(self, field.spec().key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_field_has_the_name_of_a_mark() {
        assert!(Field::ALL.iter().all(|field| ![DELETED, CREATED, ERASED].contains(&field.spec().key)));
    }
}
