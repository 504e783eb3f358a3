//! Erasing for good: what stores and backups still hold of records that the book has given up is taken out of every text, one by
//! one. A note in both stores stays until a look at all of them has found nothing, so that whatever fails or is cut off is done at
//! the next opening. Marking a record as erased is up to `book`.

use super::backup;
use super::copies::{Copies, Copy, LOCAL, REPLICA};
use super::journal::{Journal, put};
use super::line;
use super::medium::Medium;
use super::names::Kind;
use crate::book::Book;
use crate::book::change::Change;
use crate::book::record::ERASED;

/// How far it has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Erasing {
    /// There is nothing to erase.
    #[default]
    Off,
    /// Texts were written again, or one of the stores could not be read: whether that holds is seen at the next opening.
    Begun,
    /// The stores have nothing of it any more.
    Clean,
}

/// Whether changes erase a record.
pub fn erases(changes: &[Change]) -> bool {
    changes.iter().any(|change| *change.key == *ERASED)
}

/// Writes again every text that has changes which the book has given up. Texts that cannot be decoded are left alone.
#[inline(never)]
pub(super) fn stored_erase(copies: &mut Copies, book: &Book, journal: &mut Journal, local: &mut dyn Medium) -> Erasing {
    let mut erasing = Erasing::Clean;
    let kept = |copy: &&mut Copy| matches!(copy.kind, Kind::Bundle(_) | Kind::Snapshot(_));
    for copy in copies.all.iter_mut().filter(kept) {
        let [here, there] = [LOCAL, REPLICA].map(|place| copy.text(place).and_then(|text| without(text, book)));
        let [local_text, replica_text] = &mut copy.texts;
        if let Some(text) = here {
            erasing = Erasing::Begun;
            // Shorter than before: it fits. One that fails is tried again.
            if put(local, &copy.name, text.as_deref()).is_ok() {
                *local_text = text;
            }
        }
        if let Some(text) = there {
            erasing = Erasing::Begun;
            journal.put_replica(&copy.name, text.as_deref());
            *replica_text = text;
        }
    }
    erasing
}

/// A bundle or snapshot without what the book has given up, `None` if nothing is left; or nothing, if it has nothing of that.
fn without(text: &str, book: &Book) -> Option<Option<String>> {
    let mut changes = Vec::new();
    let more = line::read(text, &mut |change| changes.push(change.clone())).ok()?;
    let rest = rest(changes, book, 0)?;
    Some((!rest.all().is_empty() || !more.is_empty()).then(|| line::write_book(&rest, more)))
}

/// What is left of changes without what the book has given up; `None` if it has given up nothing of them.
fn rest(changes: Vec<Change>, book: &Book, device: u32) -> Option<Book> {
    if !changes.iter().any(|change| book.gives_up(change)) {
        return None;
    }
    let mut rest = Book::new(device);
    for change in changes {
        if !book.gives_up(&change) {
            rest.apply(&change);
        }
    }
    Some(rest)
}

/// A backup without what the book has given up, if it has anything of that.
pub fn backup_without(text: &str, book: &Book) -> Option<String> {
    let mut changes = Vec::new();
    let contents = backup::read(text, &mut |change| changes.push(change.clone())).ok()?;
    // Of a damaged one there may be more than was read: it stays.
    if contents.damaged > 0 {
        return None;
    }
    Some(backup::write(&rest(changes, book, backup::device(text).unwrap_or_default())?, contents.ms))
}
