//! Compacting: from time to time the whole book is written as one bundle that lists the texts it
//! covers. A text is removed only when two intact snapshots of the same store cover it, so that a
//! single damaged text never loses data.

use super::copies::{Copies, Copy, LOCAL, REPLICA};
use super::journal::{Journal, put};
use super::line;
use super::medium::Medium;
use super::names::{self, Kind};
use crate::book::Book;
use crate::domain::value::rows::{self, Rows};

/// Number of bundles not covered by a snapshot above which opening the book compacts it.
pub const COMPACT_AFTER: usize = 400;

/// Quota of local storage in characters (16-bit units) of names and texts: 5 MiB, the limit of
/// Chromium and Firefox.
pub const QUOTA: usize = 5_242_880;

/// The part of the quota that this program uses. The rest is for edits made before the next
/// compaction, and for other pages of the same origin.
pub const SHARE: usize = QUOTA / 5 * 3;

/// The newest intact snapshot and the texts it covers.
#[derive(Debug, Default)]
pub struct Cover {
    /// Its name.
    pub name: Option<String>,
    /// Index of the snapshot's text among the distinct texts under that name.
    place: usize,
    /// Rows of name and header; a third entry `twice` if the previous snapshot covers the text too.
    rows: Rows,
}

impl Cover {
    /// The cover of the snapshot `name`, with the rows appended to it.
    pub fn new(name: &str, place: usize, rows: Rows) -> Cover {
        Cover { name: Some(name.to_owned()), place, rows }
    }

    /// Whether this is the snapshot itself, already verified when read.
    pub fn is(&self, name: &str, place: usize) -> bool {
        self.place == place && self.name.as_deref() == Some(name)
    }

    fn row(&self, name: &str, text: &str) -> Option<&Vec<Option<String>>> {
        let mark = line::mark(text);
        self.rows.iter().find(|row| rows::at(row, 0) == Some(name) && rows::at(row, 1) == Some(mark))
    }

    /// Whether the snapshot covers this text.
    pub fn has(&self, name: &str, text: &str) -> bool {
        self.name.as_deref() == Some(name) || self.row(name, text).is_some()
    }

    /// Whether the previous snapshot covers it too.
    pub fn has_twice(&self, name: &str, text: &str) -> bool {
        self.row(name, text).is_some_and(|row| rows::at(row, 2).is_some())
    }
}

/// Whether two snapshots of this size exceed the share of local storage, so that only the replica
/// holds the whole book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Large(pub bool);

impl Large {
    /// Decides by the size of one snapshot.
    pub fn of(snapshot: &str) -> Large {
        Large(snapshot.len() * 2 > SHARE)
    }
}

/// Removes texts covered by two intact snapshots. Damaged texts stay.
pub fn clear(copies: &Copies, cover: &Cover, journal: &mut Journal, local: &mut dyn Medium) {
    let done = |name: &str, text: Option<&str>| text.is_some_and(|text| cover.has_twice(name, text));
    if !copies.all.iter().any(|copy| done(&copy.name, copy.text(LOCAL)) || done(&copy.name, copy.text(REPLICA))) {
        return;
    }
    let newest = copies.all.iter().find(|copy| Some(&copy.name) == cover.name.as_ref());
    let before = copies.all.iter().rfind(|copy| {
        let older = copy.snapshot().is_some() && copy.snapshot() < newest.and_then(Copy::snapshot);
        older && copy.different().any(|text| cover.has(&copy.name, text))
    });
    let Some((newest, before)) = newest.zip(before) else { return };
    let safe = [LOCAL, REPLICA].map(|place| newest.is_whole(place) && before.is_whole(place));
    // A book too large for local storage is safe in the replica.
    let safe = [safe[LOCAL] || (safe[REPLICA] && newest.text(LOCAL).is_none()), safe[REPLICA]];
    for copy in &copies.all {
        let kept = copy.name == newest.name || copy.name == before.name;
        for (place, safe) in [(LOCAL, safe[LOCAL]), (REPLICA, safe[REPLICA])] {
            let goes = |text: &&str| safe && !kept && cover.has_twice(&copy.name, text) && line::is_whole(text);
            if copy.text(place).filter(goes).is_none() {
                continue;
            }
            if place == LOCAL {
                let _ = local.remove(&copy.name);
            } else {
                journal.put_replica(&copy.name, None);
            }
        }
    }
}

/// Writes the whole book as a snapshot, to local storage only if it fits there.
pub fn compact(copies: &Copies, cover: &Cover, book: &Book, journal: &mut Journal, local: &mut dyn Medium) -> Large {
    let mut rows = Rows::new();
    for copy in copies.all.iter().filter(|copy| matches!(copy.kind, Kind::Bundle(_) | Kind::Snapshot(_))) {
        for text in copy.different().filter(|text| line::is_whole(text)) {
            let mut row = vec![Some(copy.name.clone()), Some(line::mark(text).to_owned())];
            if cover.row(&copy.name, text).is_some() {
                row.push(Some("twice".to_owned()));
            }
            rows.push(row);
        }
    }
    let text = line::write_book(book, rows);
    let name = names::snapshot(journal.number(), journal.page());
    let (mut used, mut old) = (copies.used(), Vec::new());
    for copy in &copies.all {
        // Older snapshots are covered by the newest one and give way to this one.
        let older = |text: &&str| copy.snapshot().is_some() && cover.row(&copy.name, text).is_some();
        for place in [LOCAL, REPLICA] {
            let Some(text) = copy.text(place).filter(older).filter(|text| line::is_whole(text)) else { continue };
            let newest = copies.all.iter().find(|newest| Some(&newest.name) == cover.name.as_ref());
            if !newest.is_some_and(|newest| newest.is_whole(place)) {
                continue;
            }
            if place == LOCAL {
                used -= copy.name.len() + text.len();
                old.push(copy.name.as_str());
            } else {
                journal.put_replica(&copy.name, None);
            }
        }
    }
    journal.put_replica(&name, Some(&text));
    let large = Large::of(&text);
    // Texts covered twice are removed at the next start: the snapshot may fit then.
    if large.0 || used + name.len() + text.len() > SHARE {
        return large;
    }
    for name in old {
        let _ = local.remove(name);
    }
    if local.write(&name, &text).is_ok() && local.read(&name).ok().flatten().as_deref() != Some(text.as_str()) {
        let _ = put(local, &name, None);
    }
    large
}
