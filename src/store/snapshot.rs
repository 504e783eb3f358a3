//! Snapshots: now and then the whole book is written as one bundle that says which texts it
//! stands for. A text goes only when two whole snapshots of the same copy stand for it, so that
//! no single damaged text can cost anything.

use super::copies::{Copies, Copy, LOCAL, SECOND};
use super::journal::{Journal, put};
use super::line;
use super::medium::Medium;
use super::names::{self, Kind};
use crate::book::Book;
use crate::domain::value::rows::{self, Rows};

/// So many bundles that no snapshot stands for are folded into one when the book is opened.
pub const FOLD_AFTER: usize = 400;

/// Characters that local storage has: 5 MiB of 16-bit units, names and texts together (the
/// limit of Chromium and Firefox).
pub const QUOTA: usize = 5_242_880;

/// How many of them this program takes at most. The rest is for what is typed before anybody
/// looks, and for other pages of the same address.
pub const SHARE: usize = QUOTA / 5 * 3;

/// What the newest readable snapshot stands for.
#[derive(Debug, Default)]
pub struct Cover {
    /// Its name.
    pub name: Option<String>,
    /// Which of the different texts under that name it is.
    place: usize,
    /// Rows of name, mark, and `twice` where the snapshot before it stands for the text too.
    rows: Rows,
}

impl Cover {
    /// The cover of the snapshot of this name and place, with the rows that came with it.
    pub fn new(name: &str, place: usize, rows: Rows) -> Cover {
        Cover { name: Some(name.to_owned()), place, rows }
    }

    /// Whether this is the snapshot itself: it was found whole when it was read.
    pub fn is(&self, name: &str, place: usize) -> bool {
        self.place == place && self.name.as_deref() == Some(name)
    }

    fn row(&self, name: &str, text: &str) -> Option<&Vec<Option<String>>> {
        let mark = line::mark(text);
        self.rows.iter().find(|row| rows::at(row, 0) == Some(name) && rows::at(row, 1) == Some(mark))
    }

    /// Whether the snapshot stands for this text.
    pub fn has(&self, name: &str, text: &str) -> bool {
        self.name.as_deref() == Some(name) || self.row(name, text).is_some()
    }

    /// Whether the snapshot before it stands for the text too.
    pub fn has_twice(&self, name: &str, text: &str) -> bool {
        self.row(name, text).is_some_and(|row| rows::at(row, 2).is_some())
    }
}

/// Whether local storage has no room for two snapshots of this size, so that only the second
/// copy has the whole book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Large(pub bool);

impl Large {
    /// By the size of one snapshot.
    pub fn of(snapshot: &str) -> Large {
        Large(snapshot.len() * 2 > SHARE)
    }
}

/// Removes what two whole snapshots stand for. What is damaged stays.
pub fn clear(copies: &Copies, cover: &Cover, journal: &mut Journal, local: &mut dyn Medium) {
    let done = |name: &str, text: Option<&str>| text.is_some_and(|text| cover.has_twice(name, text));
    if !copies.all.iter().any(|copy| done(&copy.name, copy.text(LOCAL)) || done(&copy.name, copy.text(SECOND))) {
        return;
    }
    let newest = copies.all.iter().find(|copy| Some(&copy.name) == cover.name.as_ref());
    let before = copies.all.iter().rfind(|copy| {
        let older = copy.snapshot().is_some() && copy.snapshot() < newest.and_then(Copy::snapshot);
        older && copy.different().any(|text| cover.has(&copy.name, text))
    });
    let Some((newest, before)) = newest.zip(before) else { return };
    let safe = [LOCAL, SECOND].map(|place| newest.is_whole(place) && before.is_whole(place));
    // What local storage has no room for is safe in the second copy.
    let safe = [safe[LOCAL] || (safe[SECOND] && newest.text(LOCAL).is_none()), safe[SECOND]];
    for copy in &copies.all {
        let kept = copy.name == newest.name || copy.name == before.name;
        for (place, safe) in [(LOCAL, safe[LOCAL]), (SECOND, safe[SECOND])] {
            let goes = |text: &&str| safe && !kept && cover.has_twice(&copy.name, text) && line::is_whole(text);
            if copy.text(place).filter(goes).is_none() {
                continue;
            }
            if place == LOCAL {
                let _ = local.remove(&copy.name);
            } else {
                journal.put_second(&copy.name, None);
            }
        }
    }
}

/// Writes the whole book as a snapshot, to local storage if there is room for it there.
pub fn fold(copies: &Copies, cover: &Cover, book: &Book, journal: &mut Journal, local: &mut dyn Medium) -> Large {
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
        // Those before the newest make room for this one: the newest stands for them.
        let older = |text: &&str| copy.snapshot().is_some() && cover.row(&copy.name, text).is_some();
        for place in [LOCAL, SECOND] {
            let Some(text) = copy.text(place).filter(older).filter(|text| line::is_whole(text)) else { continue };
            let newest = copies.all.iter().find(|newest| Some(&newest.name) == cover.name.as_ref());
            if !newest.is_some_and(|newest| newest.is_whole(place)) {
                continue;
            }
            if place == LOCAL {
                used -= copy.name.len() + text.len();
                old.push(copy.name.as_str());
            } else {
                journal.put_second(&copy.name, None);
            }
        }
    }
    journal.put_second(&name, Some(&text));
    let large = Large::of(&text);
    // What stands for more than is needed goes at the next start: then there may be room.
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
