//! Writing: bundles of changes under names of their own, to local storage at once and to the
//! second, durable copy in batches. What a store refuses waits and is tried again. Reading is
//! in `open`.

use super::line;
use super::medium::{Medium, MediumError};
use super::names;
use super::puts::Puts;
use crate::book::change::Change;

/// A bundle of more changes is not written anew for a letter.
const LONGEST_TAIL: usize = 16;

/// Writes bundles.
#[derive(Debug, Default)]
pub struct Journal {
    next: u64,
    page: u32,
    /// The last bundle, while the next edit may take the place of its last one.
    tail: Option<(String, Vec<Change>)>,
    /// What local storage has not taken yet.
    owed: Puts,
    local: Option<MediumError>,
    /// What the second copy has not been given yet, and what it was given and has not confirmed.
    queue: Puts,
    sent: Option<Puts>,
    second: Option<MediumError>,
}

/// Where what was typed is kept by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Why local storage has not all of it; `None` where it has.
    pub local: Option<MediumError>,
    /// How the second copy stands.
    pub second: Second,
}

/// How the second copy stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// It has confirmed everything as written to the disk.
    Confirmed,
    /// Something is on its way.
    Writing,
    /// It has refused.
    Refused(MediumError),
}

impl Journal {
    /// A journal whose next bundle has this number.
    pub(super) fn new(next: u64, page: u32) -> Journal {
        Journal { next, page, ..Journal::default() }
    }

    /// Writes changes, and everything that waits. Typing on in one field replaces the bundle
    /// that holds its last text, so that a word is not one bundle a letter; every other edit is
    /// written beside what is there.
    pub fn append(&mut self, local: &mut dyn Medium, changes: Vec<Change>) {
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

    /// Puts a text of another kind under a name of its own, in both stores.
    pub fn note(&mut self, local: &mut dyn Medium, name: &str, text: &str) {
        self.put(name, Some(text));
        self.flush(local);
    }

    /// Ends the bundle that typing replaces: the next edit gets one of its own.
    pub fn settle(&mut self) {
        self.tail = None;
    }

    /// A number that no text has yet.
    pub(super) fn number(&mut self) -> u64 {
        let number = self.next;
        self.next = self.next.saturating_add(1);
        number
    }

    /// The part of its names that tells this page from others.
    pub(super) fn page(&self) -> u32 {
        self.page
    }

    fn put(&mut self, name: &str, text: Option<&str>) {
        self.owed.put(name, text);
        self.put_second(name, text);
    }

    /// Puts a text into the second copy only.
    pub(super) fn put_second(&mut self, name: &str, text: Option<&str>) {
        self.queue.put(name, text);
    }

    fn flush(&mut self, local: &mut dyn Medium) {
        self.local = self.owed.drain(|name, text| put(local, name, text)).err();
    }

    /// What the second copy is to take next, in one transaction; `None` while there is nothing,
    /// or while it has not answered about what it was given before.
    pub fn batch(&mut self) -> Option<&Puts> {
        if self.sent.is_some() || self.queue.is_empty() {
            return None;
        }
        self.sent = Some(self.queue.take());
        self.sent.as_ref()
    }

    /// The second copy has answered: everything given is on the disk, or nothing of it is.
    pub fn answered(&mut self, answer: Result<(), MediumError>) {
        let Some(sent) = self.sent.take() else { return };
        self.second = answer.err();
        if answer.is_err() {
            self.queue.put_back(sent);
        }
    }

    /// Goes on where another journal of this page stopped: what that one had not got into the
    /// stores is still to be written, and an answer it waits for is still to come.
    pub(super) fn go_on(&mut self, before: Journal) {
        self.next = self.next.max(before.next);
        self.owed.put_back(before.owed);
        self.queue.put_back(before.queue);
        self.sent = before.sent;
        (self.local, self.second) = (before.local, before.second);
    }

    /// Texts that are not in both stores for sure.
    pub(super) fn unsure(&self) -> impl Iterator<Item = &str> {
        let all = self.owed.iter().chain(self.queue.iter()).chain(self.sent.iter().flat_map(Puts::iter));
        all.filter_map(|(_, text)| text.as_deref())
    }

    /// Where everything is by now.
    pub fn kept(&self) -> Kept {
        let second = match self.second {
            _ if self.sent.is_some() => Second::Writing,
            Some(error) => Second::Refused(error),
            None if self.queue.is_empty() => Second::Confirmed,
            None => Second::Writing,
        };
        Kept { local: self.local, second }
    }
}

/// Whether a change was typed over another: later, by the same device, and what it replaced is not
/// that one but what that one replaced.
fn took_place(change: &Change, over: &Change) -> bool {
    (&change.record, &change.key, change.after) == (&over.record, &over.key, over.after)
        && change.stamp.device == over.stamp.device
        && change.stamp > over.stamp
}

/// Puts a text into a medium, or takes it away.
pub(super) fn put(medium: &mut dyn Medium, name: &str, text: Option<&str>) -> Result<(), MediumError> {
    match text {
        Some(text) => medium.write(name, text),
        None => medium.remove(name),
    }
}
