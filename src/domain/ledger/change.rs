//! Changing one record of a ledger, and forgetting what was worked out of it. Reading them is in `mod`.

use std::sync::Arc;

use super::record::TypedRecord;
use crate::domain::ledger::Ledger;
use crate::domain::schema::entry::Entries;
use crate::domain::schema::id::{RecordId, RecordKind};

impl Ledger {
    /// Inserts or replaces a record. Unknown kinds are ignored.
    pub fn put(&mut self, id: &RecordId, entries: &dyn Entries) {
        let Some(kind) = id.kind() else { return };
        let record = TypedRecord::read(kind, entries);
        self.forget(id);
        // Fast path: a book is read in id order.
        let place = match self.records.last() {
            Some((last, _)) if id > last => Err(self.records.len()),
            _ => self.place(id),
        };
        let Some(records) = self.own_records() else { return };
        match place {
            Ok(place) => {
                if let Some((_, known)) = records.get_mut(place) {
                    // Most edits move nothing.
                    let stays = known.home() == record.home();
                    *known = record;
                    if !stays {
                        self.index.take();
                    }
                }
            }
            Err(place) => {
                records.insert(place, (id.clone(), record));
                self.index.take();
            }
        }
        self.follow(id);
    }

    /// Brings together what a change of this record may have moved.
    fn follow(&mut self, id: &RecordId) {
        match id.candidate().filter(|_| id.is(RecordKind::Move)) {
            Some(candidate) => self.settle_moves(&candidate),
            None if id.is(RecordKind::Candidate) && self.has_any(RecordKind::Move) => self.settle_moves(id),
            None => {}
        }
    }

    /// Removes a deleted record.
    pub fn remove(&mut self, id: &RecordId) {
        if let Ok(place) = self.place(id) {
            self.forget(id);
            self.index.take();
            if let Some(records) = self.own_records() {
                records.remove(place);
            }
            self.follow(id);
        }
    }

    /// The records to change. They are shared with other trees of theirs while these are looked at.
    pub(super) fn own_records(&mut self) -> Option<&mut Vec<(RecordId, TypedRecord)>> {
        if Arc::get_mut(&mut self.records).is_none() {
            deferred_copy(&mut self.records);
        }
        Arc::get_mut(&mut self.records)
    }

    /// Forgets what was worked out of a record that changes.
    fn forget(&mut self, id: &RecordId) {
        // They share the records; while they do, a change would copy all of them.
        self.trees.take();
        if id.is(RecordKind::OfficeRules) {
            self.regulation.take();
        }
        if id.is(RecordKind::Organization) || id.is(RecordKind::Event) {
            self.life.take();
            self.index.take();
        }
    }
}

/// Copies shared records. Only the deferred chunk shares them; the code that copies each kind of record weighs 3 kB.
#[inline(never)]
fn deferred_copy(records: &mut Arc<Vec<(RecordId, TypedRecord)>>) {
    *records = Arc::new(records.as_ref().clone());
}
