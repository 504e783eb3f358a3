//! One record: the latest text of each of its fields. Fields that this version does not know
//! are kept like any other.

use super::change::Change;
use super::stamp::Stamp;
use crate::domain::entry::Entries;
use crate::domain::field::Field;
use crate::domain::id::RecordId;

/// Stored name of the mark that a record is deleted.
pub const DELETED: &str = "deleted";
/// Stored name of the day on which a record was begun.
pub const CREATED: &str = "created";

/// The fields of one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// In the order of their names.
    cells: Vec<(String, Cell)>,
}

/// The latest edit of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Cell {
    stamp: Stamp,
    value: Option<String>,
}

impl Record {
    /// Takes in a change of this record. Of two edits with one stamp the larger text wins, so
    /// that every device agrees. Whether anything looks different now.
    pub fn apply(&mut self, change: &Change) -> bool {
        let cell = Cell { stamp: change.stamp, value: change.value.clone() };
        match self.place(&change.key) {
            Ok(place) => match self.cells.get_mut(place) {
                Some((_, known)) if (known.stamp, &known.value) < (cell.stamp, &cell.value) => {
                    let differs = known.value != cell.value;
                    *known = cell;
                    differs
                }
                _ => false,
            },
            Err(place) => {
                let differs = cell.value.is_some();
                self.cells.insert(place, (change.key.clone(), cell));
                differs
            }
        }
    }

    /// Whether the change, or a later one of the same field, is in the record.
    pub fn has(&self, change: &Change) -> bool {
        self.cell(&change.key).is_some_and(|known| (known.stamp, &known.value) >= (change.stamp, &change.value))
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.cells.binary_search_by(|(known, _)| known.as_str().cmp(key))
    }

    fn cell(&self, key: &str) -> Option<&Cell> {
        self.cells.get(self.place(key).ok()?).map(|(_, cell)| cell)
    }

    /// The text of a field by its stored name.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.cell(key)?.value.as_deref()
    }

    /// Whether the record is marked as deleted.
    pub fn is_deleted(&self) -> bool {
        self.text(DELETED).is_some()
    }

    /// The record as changes.
    pub fn changes<'a>(&'a self, id: &'a RecordId) -> impl Iterator<Item = Change> + 'a {
        self.cells.iter().map(move |(key, cell)| Change {
            stamp: cell.stamp,
            record: id.clone(),
            key: key.clone(),
            value: cell.value.clone(),
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
