//! What has to be there: every edit that was told to be kept, or the one that was typed over it.

use std::collections::BTreeMap;
use std::sync::Arc;

use ket_nap::book::Book;
use ket_nap::book::change::Change;
use ket_nap::book::stamp::Stamp;
use ket_nap::domain::schema::id::RecordId;

/// Edits that were typed over while the person was still in the field: each with the edit that took
/// its place. No other edit may be missing, however many came after it in its field.
#[derive(Clone, Debug, Default)]
pub struct TypedOver(BTreeMap<(RecordId, Arc<str>, Stamp), Change>);

impl TypedOver {
    /// Notes that a change took the place of this field's edit of a stamp.
    pub fn note(&mut self, over: Stamp, change: &Change) {
        self.0.insert((change.record.clone(), change.key.clone(), over), change.clone());
    }

    /// What took the place of a change.
    fn after(&self, change: &Change) -> Option<&Change> {
        self.0.get(&(change.record.clone(), change.key.clone(), change.stamp))
    }

    /// Whether the very edit is in the book, as what stands or in the history of its field, or one
    /// that was typed over it.
    fn is_in(&self, book: &Book, change: &Change) -> bool {
        std::iter::successors(Some(change), |change| self.after(change)).any(|change| book.has(change))
    }

    /// The edits told to be kept that are not in the book.
    pub fn lost<'a>(&self, book: &Book, told: &'a [Change]) -> Vec<&'a Change> {
        told.iter().filter(|change| !self.is_in(book, change)).collect()
    }
}

/// A book of one field with three edits, the last of them typed over the second; and the three.
fn three() -> (Book, [Change; 3], TypedOver) {
    let mut book = Book::new(7);
    let id = RecordId::parse("candidate:a").unwrap_or_else(|| unreachable!());
    let one = book.edit(1, &id, "name", Some("Lò".to_owned()));
    let two = book.edit(2, &id, "name", Some("Lò Thị".to_owned()));
    let three = book.retype(3, &id, "name", Some("Lò Thị Mẫu".to_owned()), two.stamp);
    let mut over = TypedOver::default();
    over.note(two.stamp, &three);
    (book, [one, two, three], over)
}

#[test]
fn an_edit_that_is_gone_is_missed_although_a_later_one_of_its_field_is_there() {
    let (whole, [one, two, three], over) = three();
    let told = [one.clone(), two.clone(), three.clone()];
    assert_eq!(over.lost(&whole, &told), [] as [&Change; 0]);
    let only = |changes: &[&Change]| {
        let mut book = Book::new(0);
        changes.iter().for_each(|change| {
            book.apply(change);
        });
        book
    };
    assert_eq!(over.lost(&only(&[&three]), &told), [&one], "the first edit was not typed over");
    assert_eq!(over.lost(&only(&[&one, &two]), &told), [&three], "what was typed last has to be there");
    assert_eq!(over.lost(&only(&[&one]), &told), [&two, &three]);
    let other = Change { value: Some("Lò Văn".into()), ..one.clone() };
    assert_eq!(over.lost(&only(&[&other, &three]), &told), [&one], "of the same stamp, with another text");
}
