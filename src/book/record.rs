//! A record: the histories of its fields. Fields unknown to this version are preserved like any other.

use super::change::Change;
use super::history::{Edit, History};
use super::stamp::Stamp;
use crate::domain::schema::entry::Entries;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;

/// Key of the deletion mark. Its value is what the deleting user had seen of the record: the latest
/// stamp of each device, separated by spaces.
pub const DELETED: &str = "deleted";
/// Key of the creation date.
pub const CREATED: &str = "created";

/// The fields of one record, with their histories.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Sorted by key.
    fields: Vec<(String, History)>,
}

impl Record {
    /// Applies a change of this record. Returns whether a current value changed.
    pub fn apply(&mut self, change: &Change) -> bool {
        let edit = Edit { stamp: change.stamp, value: change.value.clone(), after: change.after };
        self.history_mut(&change.key).is_some_and(|history| history.take(edit))
    }

    /// Whether the record contains exactly this change.
    pub fn has(&self, change: &Change) -> bool {
        let edit = Edit { stamp: change.stamp, value: change.value.clone(), after: change.after };
        self.history(&change.key).is_some_and(|history| history.has(&edit))
    }

    pub(super) fn history_mut(&mut self, key: &str) -> Option<&mut History> {
        // Stored books are sorted by key, too.
        let place = match self.fields.last() {
            Some((last, _)) if key > last.as_str() => Err(self.fields.len()),
            _ => self.place(key),
        };
        let place = place.unwrap_or_else(|place| {
            self.fields.insert(place, (key.to_owned(), History::default()));
            place
        });
        self.fields.get_mut(place).map(|(_, history)| history)
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.fields.binary_search_by(|(known, _)| known.as_str().cmp(key))
    }

    /// The history of a field, by its stored key.
    pub fn history(&self, key: &str) -> Option<&History> {
        // A dozen keys of mostly different lengths: a linear scan beats a binary search.
        self.fields.iter().find(|(known, _)| known == key).map(|(_, history)| history)
    }

    /// All fields ever written, sorted by key.
    pub fn fields(&self) -> &[(String, History)] {
        &self.fields
    }

    /// The current text of a field, by its stored key.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.history(key)?.text()
    }

    /// Whether the record is marked as deleted.
    pub fn is_deleted(&self) -> bool {
        self.text(DELETED).is_some()
    }

    /// The latest stamp of each device in this record, in the format of [`DELETED`].
    pub fn seen(&self) -> String {
        let mut latest: Vec<Stamp> = Vec::new();
        for edit in self.fields.iter().flat_map(|(_, history)| history.edits()) {
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
        let Some(deletion) = self.history(DELETED).and_then(History::latest) else { return false };
        // Version 1 stored only a flag.
        let Some(seen) = deletion.value.as_deref().filter(|seen| seen.len() > 1) else { return false };
        let unseen = |edit: &Edit| {
            edit.stamp.device != deletion.stamp.device
                && !seen
                    .split(' ')
                    .filter_map(Stamp::parse)
                    .any(|known| known.device == edit.stamp.device && known >= edit.stamp)
        };
        self.fields.iter().any(|(key, history)| key != DELETED && history.edits().iter().any(unseen))
    }

    /// All changes of the record.
    pub fn changes<'a>(&'a self, id: &'a RecordId) -> impl Iterator<Item = Change> + 'a {
        self.fields.iter().flat_map(move |(key, history)| {
            history.edits().iter().map(move |edit| Change {
                stamp: edit.stamp,
                after: edit.after,
                record: id.clone(),
                key: key.clone(),
                value: edit.value.clone(),
            })
        })
    }
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
        assert!(Field::ALL.iter().all(|field| ![DELETED, CREATED].contains(&field.spec().key)));
    }
}
