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
    /// Texts were written again; whether that holds is seen at the next opening.
    Begun,
    /// The stores have nothing of it any more.
    Clean,
    /// A store could not be read, or does not give it up. The next start tries again.
    Stuck,
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
    let (mut rest, mut given_up) = (Book::new(0), false);
    let more = line::read(text, &mut |change| {
        given_up |= book.gives_up(change);
        if !book.gives_up(change) {
            rest.apply(change);
        }
    });
    let more = more.ok().filter(|_| given_up)?;
    Some((!rest.all().is_empty() || !more.is_empty()).then(|| line::write_book(&rest, more)))
}

/// A backup without what the book has given up, if it has anything of that.
pub fn backup_without(text: &str, book: &Book) -> Option<String> {
    let (mut rest, mut given_up) = (Book::new(backup::device(text).unwrap_or_default()), false);
    let contents = backup::read(text, &mut |change| {
        given_up |= book.gives_up(change);
        if !book.gives_up(change) {
            rest.apply(change);
        }
    });
    // Of a damaged one there may be more than was read: it stays.
    let contents = contents.ok().filter(|contents| given_up && contents.damaged == 0)?;
    Some(backup::write(&rest, contents.ms))
}
