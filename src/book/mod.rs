//! The record book: every edit is a change, and a record is what its changes come to.
//! Pure: where changes are written is the store's business, what they mean is the domain's.

pub mod change;
pub mod record;
pub mod stamp;

use crate::domain::id::RecordId;
use change::Change;
use record::{CREATED, DELETED, Record};
use stamp::Clock;

/// All records, folded from all changes known. Merging two books is applying the changes of both.
#[derive(Clone, Debug)]
pub struct Book {
    /// In the order of their ids. A map would need less time for very many and 2 kB more program.
    records: Vec<(RecordId, Record)>,
    clock: Clock,
}

impl Book {
    /// An empty book that writes under this device's number.
    pub fn new(device: u32) -> Book {
        Book { records: Vec::new(), clock: Clock::new(device) }
    }

    /// Takes in a change from anywhere. Order and repetition do not matter: per field the
    /// highest stamp wins. Whether the record looks different now.
    pub fn apply(&mut self, change: &Change) -> bool {
        self.clock.observe(change.stamp);
        let place = self.place(&change.record).unwrap_or_else(|place| {
            self.records.insert(place, (change.record.clone(), Record::default()));
            place
        });
        self.records.get_mut(place).is_some_and(|(_, record)| record.apply(change))
    }

    /// Whether the book already knows this change, or a later one of the same field.
    pub fn has(&self, change: &Change) -> bool {
        self.record(&change.record).is_some_and(|record| record.has(change))
    }

    /// Edits one field at the time `now` (milliseconds since 1970) and returns the change.
    pub fn edit(&mut self, now: u64, record: &RecordId, key: &str, value: Option<String>) -> Change {
        let stamp = self.clock.tick(now);
        let change = Change { stamp, record: record.clone(), key: key.to_owned(), value };
        self.apply(&change);
        change
    }

    /// Begins a record; `day` is kept as the day of its making.
    pub fn create(&mut self, now: u64, record: &RecordId, day: &str) -> Change {
        self.edit(now, record, CREATED, Some(day.to_owned()))
    }

    /// Deletes a record: it is marked, its fields stay.
    pub fn delete(&mut self, now: u64, record: &RecordId) -> Change {
        self.edit(now, record, DELETED, Some("1".to_owned()))
    }

    /// Takes a deletion back.
    pub fn restore(&mut self, now: u64, record: &RecordId) -> Change {
        self.edit(now, record, DELETED, None)
    }

    /// A record, deleted or not.
    pub fn record(&self, id: &RecordId) -> Option<&Record> {
        self.records.get(self.place(id).ok()?).map(|(_, record)| record)
    }

    fn place(&self, id: &RecordId) -> Result<usize, usize> {
        self.records.binary_search_by(|(known, _)| known.cmp(id))
    }

    /// Every record that is not deleted.
    pub fn records(&self) -> impl Iterator<Item = (&RecordId, &Record)> {
        self.records.iter().map(|(id, record)| (id, record)).filter(|(_, record)| !record.is_deleted())
    }

    /// The whole book as changes: one for each field that was ever filled in.
    pub fn changes(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        for (id, record) in &self.records {
            changes.extend(record.changes(id));
        }
        changes
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::stamp::Stamp;
    use super::*;

    fn change() -> impl Strategy<Value = Change> {
        let value = proptest::option::of("[a-c]{0,2}");
        (0_u64..4, 0_u16..2, 0_u32..2, 0_u8..2, "[xy]", value).prop_map(|(ms, count, device, record, key, value)| {
            Change {
                stamp: Stamp { ms, count, device },
                record: RecordId::parse(&format!("candidate:{record}")).unwrap_or_else(|| unreachable!()),
                key,
                value,
            }
        })
    }

    fn fold<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Vec<Change> {
        let mut book = Book::new(0);
        for change in changes {
            book.apply(change);
        }
        book.changes()
    }

    proptest! {
        #[test]
        fn any_order_and_repetition_of_changes_gives_the_same_book(
            changes in proptest::collection::vec(change(), 0..12),
            order in proptest::collection::vec(any::<proptest::sample::Index>(), 0..24),
        ) {
            let once = fold(&changes);
            let mut mixed: Vec<&Change> = order.iter().filter(|_| !changes.is_empty()).map(|at| at.get(&changes)).collect();
            mixed.extend(changes.iter().rev());
            prop_assert_eq!(&fold(mixed), &once);
            prop_assert_eq!(&fold(&once), &once);
        }

        #[test]
        fn an_edit_wins_over_everything_seen_before_whatever_the_clock_says(
            changes in proptest::collection::vec(change(), 0..12),
            now in 0_u64..6,
        ) {
            let mut book = Book::new(7);
            for change in &changes {
                book.apply(change);
            }
            let id = RecordId::parse("candidate:0").unwrap_or_else(|| unreachable!());
            book.edit(now, &id, "x", Some("last".to_owned()));
            prop_assert_eq!(book.record(&id).and_then(|record| record.text("x")), Some("last"));
        }
    }

    #[test]
    fn a_deleted_record_comes_back_whole() {
        let mut book = Book::new(1);
        let Some(id) = RecordId::parse("candidate:a") else { return };
        book.create(5, &id, "2026-01-01");
        book.edit(5, &id, "name", Some("Lò Thị Mẫu".to_owned()));
        book.delete(4, &id);
        assert_eq!(book.records().count(), 0);
        book.restore(3, &id);
        assert_eq!(book.record(&id).and_then(|record| record.text("name")), Some("Lò Thị Mẫu"));
        assert_eq!(book.records().count(), 1);
    }
}
