//! One record: the edits of each of its fields. Fields that this version does not know are kept
//! like any other.

use super::change::Change;
use super::history::{Edit, History};
use super::stamp::Stamp;
use crate::domain::schema::entry::Entries;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;

/// Stored name of the mark that a record is deleted. Its text is what the person who deleted
/// had seen of the record: the latest stamp of each device, with spaces between.
pub const DELETED: &str = "deleted";
/// Stored name of the day on which a record was begun.
pub const CREATED: &str = "created";

/// The fields of one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// In the order of their names.
    fields: Vec<(String, History)>,
}

impl Record {
    /// Takes in a change of this record. Whether anything looks different now.
    pub fn apply(&mut self, change: &Change) -> bool {
        let edit = Edit { stamp: change.stamp, value: change.value.clone(), after: change.after };
        self.history_mut(&change.key).is_some_and(|history| history.take(edit))
    }

    /// Whether this very change is in the record.
    pub fn has(&self, change: &Change) -> bool {
        let edit = Edit { stamp: change.stamp, value: change.value.clone(), after: change.after };
        self.history(&change.key).is_some_and(|history| history.has(&edit))
    }

    pub(super) fn history_mut(&mut self, key: &str) -> Option<&mut History> {
        // Books are written in the order of the names, too.
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

    /// Everything ever written into a field, by its stored name.
    pub fn history(&self, key: &str) -> Option<&History> {
        // A dozen names, most of unlike lengths: sooner found by going along them than by halving.
        self.fields.iter().find(|(known, _)| known == key).map(|(_, history)| history)
    }

    /// Every field that was ever written, in the order of their names.
    pub fn fields(&self) -> &[(String, History)] {
        &self.fields
    }

    /// The text of a field by its stored name.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.history(key)?.text()
    }

    /// Whether the record is marked as deleted.
    pub fn is_deleted(&self) -> bool {
        self.text(DELETED).is_some()
    }

    /// The latest stamp of each device in this record, as [`DELETED`] keeps it.
    pub fn seen(&self) -> String {
        let mut latest: Vec<Stamp> = Vec::new();
        for edit in self.fields.iter().flat_map(|(_, history)| history.edits()) {
            match latest.iter_mut().find(|stamp| stamp.device == edit.stamp.device) {
                Some(stamp) => *stamp = edit.stamp.max(*stamp),
                None => latest.push(edit.stamp),
            }
        }
        let mut told = String::new();
        for stamp in latest {
            if !told.is_empty() {
                told.push(' ');
            }
            told.push_str(&stamp.to_string());
        }
        told
    }

    /// Whether the record is deleted by someone who had not seen everything that others wrote
    /// into it.
    pub fn is_deleted_unseen(&self) -> bool {
        let Some(deletion) = self.history(DELETED).and_then(History::latest) else { return false };
        // Deletions of the first version say only that they are one.
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

    /// The record as changes.
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
