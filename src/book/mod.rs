//! The book: all changes, and the records that they add up to. Pure: persisting changes is up to
//! `store`, interpreting fields up to `domain`.

pub mod change;
pub mod history;
pub mod record;
pub mod stamp;
pub mod version;

use crate::domain::schema::id::RecordId;
use change::Change;
use history::{Edit, History};
use record::{CREATED, DELETED, ERASED, Record};
use stamp::{Clock, Stamp};
use version::Version;

/// All records with their histories: a set of changes. Merging two books is applying the changes of both.
#[derive(Clone, Debug)]
pub struct Book {
    /// Sorted by id. A map would be faster for very large books and take 2 kB more code.
    records: Vec<(RecordId, Record)>,
    clock: Clock,
    version: Version,
}

impl Book {
    /// An empty book that stamps its changes with this device number.
    pub fn new(device: u32) -> Book {
        Book { records: Vec::new(), clock: Clock::new(device), version: Version::default() }
    }

    /// Applies a change from any source. Commutative and idempotent: the changes of a field are a
    /// set, and the one with the highest stamp is current. Returns whether the record's current
    /// values changed.
    pub fn apply(&mut self, change: &Change) -> bool {
        self.observe(change.stamp);
        self.record_mut(&change.record).is_some_and(|record| record.apply(change))
    }

    fn observe(&mut self, stamp: Stamp) {
        self.clock.observe(stamp);
        self.version.observe(stamp);
    }

    fn record_mut(&mut self, id: &RecordId) -> Option<&mut Record> {
        // Stored books are sorted by id: most records are appended.
        let place = match self.records.last() {
            Some((last, _)) if id > last => Err(self.records.len()),
            _ => self.place(id),
        };
        let place = place.unwrap_or_else(|place| {
            self.records.insert(place, (id.clone(), Record::default()));
            place
        });
        self.records.get_mut(place).map(|(_, record)| record)
    }

    /// Whether the book contains exactly this change.
    pub fn has(&self, change: &Change) -> bool {
        self.record(&change.record).is_some_and(|record| record.has(change))
    }

    /// The device number of this book.
    pub fn device(&self) -> u32 {
        self.clock.device()
    }

    /// The version vector: the latest stamp of each device.
    pub fn version(&self) -> &Version {
        &self.version
    }

    /// Sets a field at the time `now` (milliseconds since the Unix epoch) and returns the change.
    pub fn edit(&mut self, now: u64, record: &RecordId, key: &str, value: Option<String>) -> Change {
        let after = self.history(record, key).latest().map(|edit| edit.stamp);
        self.write(now, record, key, value, after)
    }

    /// Continues typing: replaces this device's edit `over`, so that a word is not one
    /// edit per character. If `over` is no longer current, this is an ordinary edit.
    pub fn retype(&mut self, now: u64, record: &RecordId, key: &str, value: Option<String>, over: Stamp) -> Change {
        let taken = self.record_mut(record).and_then(|record| record.take_back(key, over));
        match taken {
            Some(edit) => self.write(now, record, key, value, edit.after),
            None => self.edit(now, record, key, value),
        }
    }

    /// Resolves concurrent edits: one change per head, so that every device knows that all of them were seen.
    pub fn decide(&mut self, now: u64, record: &RecordId, key: &str, value: Option<&str>) -> Vec<Change> {
        let heads: Vec<Stamp> = self.history(record, key).heads().into_iter().map(|edit| edit.stamp).collect();
        let mut changes = Vec::new();
        for head in heads {
            changes.push(self.write(now, record, key, value.map(str::to_owned), Some(head)));
        }
        changes
    }

    fn write(&mut self, now: u64, record: &RecordId, key: &str, value: Option<String>, after: Option<Stamp>) -> Change {
        let stamp = self.clock.tick(now);
        let change = Change { stamp, after, record: record.clone(), key: key.into(), value: value.map(Into::into) };
        self.apply(&change);
        change
    }

    /// Creates a record; `day` is stored as its creation date.
    pub fn create(&mut self, now: u64, record: &RecordId, day: &str) -> Change {
        self.edit(now, record, CREATED, Some(day.to_owned()))
    }

    /// Marks a record as deleted; its fields are kept.
    pub fn delete(&mut self, now: u64, record: &RecordId) -> Change {
        let seen = self.record(record).map(Record::seen).unwrap_or_default();
        // The value must not be empty, also for an unknown record.
        let seen = if seen.is_empty() { "1".to_owned() } else { seen };
        self.edit(now, record, DELETED, Some(seen))
    }

    /// Undoes a deletion.
    pub fn restore(&mut self, now: u64, record: &RecordId) -> Change {
        self.edit(now, record, DELETED, None)
    }

    /// Erases a record for good: its texts are given up, here and wherever the change arrives, and none is taken in again.
    /// What is stored of them is [`crate::store::erasing`]'s.
    pub fn erase(&mut self, now: u64, record: &RecordId) -> Vec<Change> {
        // A book that does not know the mark of erasing knows that of deleting.
        let deletion = self.record(record).is_none_or(|record| !record.is_deleted()).then(|| self.delete(now, record));
        deletion.into_iter().chain([self.edit(now, record, ERASED, Some("1".to_owned()))]).collect()
    }

    /// The id for contents that give a record this one: another where such a record was erased, since it takes nothing in any more.
    pub fn id_for(&self, id: &RecordId) -> RecordId {
        let is_erased = |id: &RecordId| self.record(id).is_some_and(Record::is_erased);
        let (mut found, mut place) = (id.clone(), 0);
        while is_erased(&found) {
            place += 1;
            match RecordId::parse(&format!("{}-{place}", id.as_str())) {
                Some(next) => found = next,
                None => break,
            }
        }
        found
    }

    /// Whether a change belongs to a record that is erased, and has no place in the book any more.
    pub fn gives_up(&self, change: &Change) -> bool {
        self.record(&change.record).is_some_and(|record| record.gives_up(&change.key))
    }

    /// Removes a record from memory: for one that was begun and never written.
    pub fn forget(&mut self, id: &RecordId) {
        if let Ok(place) = self.place(id) {
            self.records.remove(place);
        }
    }

    /// Gives up all edits of a record but the latest of each field: for what a device says of itself, of which only the last
    /// word counts.
    pub fn thin(&mut self, id: &RecordId) {
        if let Some((_, record)) = self.place(id).ok().and_then(|place| self.records.get_mut(place)) {
            record.thin();
        }
    }

    /// A record, deleted or not.
    pub fn record(&self, id: &RecordId) -> Option<&Record> {
        self.records.get(self.place(id).ok()?).map(|(_, record)| record)
    }

    /// The history of one field; empty if it was never filled in.
    pub fn history(&self, id: &RecordId, key: &str) -> History<'_> {
        self.record(id).map(|record| record.history(key)).unwrap_or_default()
    }

    fn place(&self, id: &RecordId) -> Result<usize, usize> {
        self.records.binary_search_by(|(known, _)| known.cmp(id))
    }

    /// All records, including deleted ones, sorted by id.
    pub fn all(&self) -> &[(RecordId, Record)] {
        &self.records
    }

    /// All records that are not deleted.
    pub fn records(&self) -> impl Iterator<Item = (&RecordId, &Record)> {
        self.records.iter().map(|(id, record)| (id, record)).filter(|(_, record)| !record.is_deleted())
    }

    /// All edits, by record and field.
    pub fn edits(&self) -> impl Iterator<Item = (&RecordId, &str, &Edit)> {
        self.records.iter().flat_map(|(id, record)| record.edits().map(move |(key, edit)| (id, key, edit)))
    }

    /// All changes of the book.
    pub fn changes(&self) -> Vec<Change> {
        self.each_change().collect()
    }

    /// The changes of the book, one after the other.
    pub fn each_change(&self) -> impl Iterator<Item = Change> {
        self.records.iter().flat_map(|(id, record)| record.changes(id))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn stamp() -> impl Strategy<Value = Stamp> {
        (0_u64..4, 0_u16..2, 0_u32..3).prop_map(|(ms, count, device)| Stamp { ms, count, device })
    }

    fn change() -> impl Strategy<Value = Change> {
        let value = proptest::option::of("[a-c]{0,2}");
        (stamp(), proptest::option::of(stamp()), 0_u8..2, "[xy]|[xy]|deleted|erased", value).prop_map(
            |(stamp, after, record, key, value)| Change {
                stamp,
                after,
                record: RecordId::parse(&format!("candidate:{record}")).unwrap_or_else(|| unreachable!()),
                key: key.into(),
                value: value.map(Into::into),
            },
        )
    }

    fn merged<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Vec<Change> {
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
            let once = merged(&changes);
            let mut mixed: Vec<&Change> = order.iter().filter(|_| !changes.is_empty()).map(|at| at.get(&changes)).collect();
            mixed.extend(changes.iter().rev());
            prop_assert_eq!(&merged(mixed), &once);
            prop_assert_eq!(&merged(&once), &once);
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
            let erased = changes.iter().any(|change| change.record == id && &*change.key == ERASED);
            prop_assert_eq!(book.record(&id).and_then(|record| record.text("x")), (!erased).then_some("last"));
        }
    }

    #[test]
    fn an_erased_record_has_nothing_but_marks_and_never_comes_back() {
        let (mut book, mut other) = (Book::new(1), Book::new(2));
        let id = RecordId::parse("candidate:a").unwrap_or_else(|| unreachable!());
        let mut before = vec![book.create(5, &id, "2026-01-01")];
        before.push(book.edit(5, &id, "name", Some("Lò Thị Mẫu".to_owned())));
        before.iter().for_each(|change| _ = other.apply(change));
        let erased = book.erase(7, &id);
        // Not having heard of it, another device writes on, deletes and brings back.
        before.push(other.edit(9, &id, "name", Some("Lò Thị Mẫu B".to_owned())));
        before.push(other.delete(10, &id));
        before.push(other.restore(11, &id));
        for change in &before {
            book.apply(change);
        }
        erased.iter().for_each(|change| _ = other.apply(change));
        assert_eq!(book.changes(), other.changes());
        let record = book.record(&id).cloned().unwrap_or_default();
        assert!(record.is_erased() && record.is_deleted() && !record.is_deleted_unseen());
        assert_eq!(record.edits().map(|(key, _)| key).filter(|key| *key != DELETED && *key != ERASED).count(), 0);
        assert!(before.iter().all(|change| book.has(change)));
    }

    #[test]
    fn a_deleted_record_comes_back_whole() {
        let mut book = Book::new(1);
        let id = RecordId::parse("candidate:a").unwrap_or_else(|| unreachable!());
        book.create(5, &id, "2026-01-01");
        book.edit(5, &id, "name", Some("Lò Thị Mẫu".to_owned()));
        book.delete(4, &id);
        assert_eq!(book.records().count(), 0);
        book.restore(3, &id);
        assert_eq!(book.record(&id).and_then(|record| record.text("name")), Some("Lò Thị Mẫu"));
        assert_eq!(book.records().count(), 1);
    }
}
