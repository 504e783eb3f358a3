//! The write path: each bundle of changes gets a name of its own and goes to local storage
//! synchronously and to the durable replica (IndexedDB) in batches. A rejected write stays queued
//! and is retried. The read path is in `open`.

use super::line;
use super::medium::{Medium, MediumError};
use super::names;
use super::puts::Puts;
use crate::book::change::Change;

/// A bundle with more changes than this is not rewritten for every character typed.
const LONGEST_TAIL: usize = 16;

/// Writer of bundles.
#[derive(Debug, Default)]
pub struct Journal {
    next: u64,
    page: u32,
    /// The last bundle, as long as the next edit may replace the last change in it.
    tail: Option<(String, Vec<Change>)>,
    /// Writes that local storage has not accepted yet.
    owed: Puts,
    local: Option<MediumError>,
    /// Writes not yet sent to the replica, and those sent but not confirmed.
    queue: Puts,
    sent: Option<Puts>,
    replica: Option<MediumError>,
}

/// Where the latest edits are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The last error of local storage; `None` if it has everything.
    pub local: Option<MediumError>,
    /// Write status of the replica.
    pub replica: Replica,
}

/// Write status of the replica.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replica {
    /// Everything sent is committed to disk.
    Confirmed,
    /// A transaction is running or queued.
    Writing,
    /// The last transaction failed.
    Refused(MediumError),
}

impl Journal {
    /// A journal whose next bundle gets the number `next`, by the page `page`.
    pub(super) fn new(next: u64, page: u32) -> Journal {
        Journal { next, page, ..Journal::default() }
    }

    /// Sets the number of the next bundle.
    pub(super) fn count_from(&mut self, next: u64) {
        self.next = next;
    }

    /// Whether any text is not confirmed by both stores.
    pub fn is_unsure(&self) -> bool {
        self.unsure().next().is_some()
    }

    /// Retries pending writes.
    pub fn retry(&mut self, local: &mut dyn Medium) {
        self.flush(local);
    }

    /// Writes `changes` and retries pending writes. A change that continues typing in the same
    /// field rewrites the last bundle, so that a word is not one bundle per character; every other
    /// change gets a new bundle.
    #[inline(never)]
    pub fn forms_append(&mut self, local: &mut dyn Medium, changes: Vec<Change>) {
        if let Some(first) = changes.first() {
            let typed_on =
                |(_, tail): &&mut (String, Vec<Change>)| tail.last().is_some_and(|last| took_place(first, last));
            let tail = self.tail.as_mut().filter(typed_on).filter(|_| changes.len() == 1);
            let (name, bundle) = match tail {
                Some((name, bundle)) => {
                    bundle.pop();
                    bundle.extend(changes);
                    (name.clone(), bundle.clone())
                }
                None => (names::bundle(self.number(), self.page), changes),
            };
            self.put(&name, Some(&line::write(&bundle)));
            self.tail = (bundle.len() <= LONGEST_TAIL).then_some((name, bundle));
        }
        self.flush(local);
    }

    /// Writes a text that is not a bundle under `name`, to both stores.
    pub fn note(&mut self, local: &mut dyn Medium, name: &str, text: &str) {
        self.put(name, Some(text));
        self.flush(local);
    }

    /// Gives up a write that no store has taken yet.
    pub fn take_back(&mut self, name: &str) {
        self.owed.drop(name);
        self.queue.drop(name);
        self.local = self.local.filter(|_| !self.owed.is_empty());
    }

    /// Removes a text that is not a bundle from both stores.
    pub fn forget(&mut self, local: &mut dyn Medium, name: &str) {
        self.put(name, None);
        self.flush(local);
    }

    /// Whether a write of this name waits for the replica.
    pub(super) fn has_queued(&self, name: &str) -> bool {
        self.queue.iter().any(|(queued, _)| queued == name)
    }

    /// Closes the bundle that typing rewrites: the next edit gets a new one.
    pub fn settle(&mut self) {
        self.tail = None;
    }

    /// The next unused sequence number.
    pub(super) fn number(&mut self) -> u64 {
        let number = self.next;
        self.next = self.next.saturating_add(1);
        number
    }

    /// Distinguishes the names of this page from those of others.
    pub(super) fn page(&self) -> u32 {
        self.page
    }

    fn put(&mut self, name: &str, text: Option<&str>) {
        self.owed.put(name, text);
        self.put_replica(name, text);
    }

    /// Queues a write for the replica only.
    pub(super) fn put_replica(&mut self, name: &str, text: Option<&str>) {
        self.queue.put(name, text);
    }

    fn flush(&mut self, local: &mut dyn Medium) {
        self.local = self.owed.drain(|name, text| put(local, name, text)).err();
    }

    /// Takes the queued writes for the next transaction of the replica; `None` if there are none or
    /// a transaction is still running.
    pub fn batch(&mut self) -> Option<&Puts> {
        if self.sent.is_some() || self.queue.is_empty() {
            return None;
        }
        self.sent = Some(self.queue.take());
        self.sent.as_ref()
    }

    /// Result of the running transaction, which is atomic.
    pub fn answered(&mut self, answer: Result<(), MediumError>) {
        let Some(sent) = self.sent.take() else { return };
        self.replica = answer.err();
        if answer.is_err() {
            self.queue.put_back(sent);
        }
    }

    /// Takes over the state of the previous journal of this page: its pending writes and its
    /// running transaction.
    pub fn go_on(&mut self, before: Journal) {
        self.next = self.next.max(before.next);
        self.owed.put_back(before.owed);
        self.queue.put_back(before.queue);
        self.sent = before.sent;
        (self.local, self.replica) = (before.local, before.replica);
    }

    /// Texts not confirmed by both stores.
    pub(super) fn unsure(&self) -> impl Iterator<Item = &str> {
        let all = self.owed.iter().chain(self.queue.iter()).chain(self.sent.iter().flat_map(Puts::iter));
        all.filter_map(|(_, text)| text.as_deref())
    }

    /// The current write status.
    pub fn kept(&self) -> Kept {
        let replica = match self.replica {
            _ if self.sent.is_some() => Replica::Writing,
            Some(error) => Replica::Refused(error),
            None if self.queue.is_empty() => Replica::Confirmed,
            None => Replica::Writing,
        };
        Kept { local: self.local, replica }
    }
}

/// Whether `change` continues typing where `over` left off: later, by the same device, and
/// replacing the same edit that `over` replaced.
fn took_place(change: &Change, over: &Change) -> bool {
    (&change.record, &change.key, change.after) == (&over.record, &over.key, over.after)
        && change.stamp.device == over.stamp.device
        && change.stamp > over.stamp
}

/// Writes `text` under `name`, or removes the name if `text` is `None`.
pub(super) fn put(medium: &mut dyn Medium, name: &str, text: Option<&str>) -> Result<(), MediumError> {
    match text {
        Some(text) => medium.write(name, text),
        None => medium.remove(name),
    }
}
