//! Opening: both copies are read, whatever is readable in either is taken in, and the copies
//! are brought in line. What cannot be read stays where it is and is reported.

use super::copies::{self, Copies, Copy, LOCAL, SECOND};
use super::journal::{Journal, put};
use super::line::{self, LineError};
use super::medium::{Medium, MediumError};
use super::names::{DEVICE, Kind};
use super::snapshot::{self, Cover, Large, SHARE};
use super::{backup, preferences};
use crate::book::Book;
use crate::domain::value::letters;

/// A text of this program that could not be taken in. It stays where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its name.
    pub name: String,
    /// Why; `None` if the browser would not read it.
    pub why: Option<LineError>,
    /// Whether the other copy has the text whole, so that nothing is missing.
    pub elsewhere: bool,
}

/// What was found at the start.
#[derive(Debug)]
pub struct Opened {
    /// Everything that could be read.
    pub book: Book,
    /// What could not.
    pub unread: Vec<Unread>,
    /// Why local storage cannot be read at all, if so.
    pub denied: Option<MediumError>,
    /// Whether local storage has no room for the whole book.
    pub large: Large,
    /// Characters that local storage holds for this program.
    pub used: usize,
    /// The text of the preferences.
    pub preferences: Option<String>,
    /// The text of what is known of backups.
    pub backup: Option<String>,
    /// The journal, ready to be written.
    pub journal: Journal,
}

/// How to open.
#[derive(Clone, Copy, Debug)]
pub struct How {
    /// Tells this page's bundles from those of another page of the same moment, and becomes the
    /// device's number on its first start.
    pub random: u64,
    /// Whether this page writes; one that does not only reads.
    pub writes: bool,
    /// So many bundles that no snapshot stands for are folded into one:
    /// [`FOLD_AFTER`](super::snapshot::FOLD_AFTER), or fewer in tests.
    pub fold_after: usize,
}

/// Reads everything and makes ready to write. `second` is what the second copy holds, `None`
/// where it could not be read.
pub fn open(local: &mut dyn Medium, second: Option<Vec<(String, String)>>, how: How) -> Opened {
    let How { random, writes, fold_after } = how;
    let both = second.is_some();
    let copies = copies::gather(local, second);
    let known = copies.text(DEVICE).and_then(|text| letters::number(text, 16)?.try_into().ok());
    let device = known.unwrap_or((random >> 32) as u32);
    let mut reading = Reading { book: Book::new(device), unread: Vec::new(), fresh: 0, cover: Cover::default() };
    reading.newest_snapshot(&copies);
    for copy in &copies.all {
        reading.take(copy);
    }
    for name in &copies.refused {
        reading.unread.push(Unread { name: name.clone(), why: None, elsewhere: copies.text(name).is_some() });
    }
    let next = copies.all.iter().filter_map(number).max().map_or(1, |number| number.saturating_add(1));
    let mut journal = Journal::new(next, (random & 0xffff_ffff) as u32);
    let mut large = Large::default();
    if writes {
        if known.is_none() {
            journal.note(local, DEVICE, &format!("{device:08x}"));
        }
        snapshot::clear(&copies, &reading.cover, &mut journal, local);
        align(&copies, &reading.cover, both, &mut journal, local);
        if reading.fresh > fold_after {
            large = snapshot::fold(&copies, &reading.cover, &reading.book, &mut journal, local);
        } else if let Some(newest) = copies.all.iter().find(|copy| Some(&copy.name) == reading.cover.name.as_ref()) {
            large = newest.different().next().map(Large::of).unwrap_or_default();
        }
    }
    let Reading { book, unread, .. } = reading;
    let text = |name| copies.text(name).map(str::to_owned);
    let (preferences, backup) = (text(preferences::NAME), text(backup::NAME));
    Opened { book, unread, denied: copies.denied, large, used: copies.used(), preferences, backup, journal }
}

impl Opened {
    /// Goes on where this page stopped before it read the stores anew: nothing that it still had
    /// to write is lost.
    pub fn go_on(&mut self, before: Journal) {
        for text in before.unsure() {
            let _ = line::read(text, &mut |change| {
                self.book.apply(change);
            });
        }
        self.journal.go_on(before);
    }
}

fn number(copy: &Copy) -> Option<u64> {
    match copy.kind {
        Kind::Bundle(number) | Kind::Snapshot(number) => Some(number),
        _ => None,
    }
}

struct Reading {
    book: Book,
    unread: Vec<Unread>,
    /// Bundles that no snapshot stands for.
    fresh: usize,
    cover: Cover,
}

impl Reading {
    /// Takes in the newest snapshot that is whole in either copy.
    fn newest_snapshot(&mut self, copies: &Copies) {
        let mut snapshots: Vec<&Copy> = copies.all.iter().filter(|copy| copy.snapshot().is_some()).collect();
        // Names of one length in order: the last is the newest.
        while let Some(copy) = snapshots.pop() {
            for (place, text) in copy.different().enumerate() {
                if let Ok(rows) = line::read(text, &mut |change| {
                    self.book.apply(change);
                }) {
                    self.cover = Cover::new(&copy.name, place, rows);
                    return;
                }
            }
        }
    }

    /// Takes in what the newest snapshot does not stand for.
    fn take(&mut self, copy: &Copy) {
        match copy.kind {
            Kind::Other => return,
            Kind::Foreign => {
                let why = Some(LineError::Foreign);
                return self.unread.push(Unread { name: copy.name.clone(), why, elsewhere: false });
            }
            Kind::Bundle(_) | Kind::Snapshot(_) => {}
        }
        let (mut read, mut damage) = (false, None);
        for (place, text) in copy.different().enumerate() {
            // What the snapshot stands for is not missing, even where it is damaged by now.
            let covered = self.cover.has(&copy.name, text);
            read |= covered;
            if covered && (self.cover.is(&copy.name, place) || line::is_whole(text)) {
                continue;
            }
            match line::read(text, &mut |change| {
                self.book.apply(change);
            }) {
                Ok(_) => {
                    read = true;
                    self.fresh += 1;
                }
                Err(why) => damage = Some(why),
            }
        }
        if let Some(why) = damage {
            self.unread.push(Unread { name: copy.name.clone(), why: Some(why), elsewhere: read });
        }
    }
}

/// Puts into each copy what only the other has. A word being typed when the page died may stand
/// further on in one of them: both then get both.
fn align(copies: &Copies, cover: &Cover, both: bool, journal: &mut Journal, local: &mut dyn Medium) {
    let mut used = copies.used();
    for copy in copies.all.iter().filter(|copy| copy.kind != Kind::Foreign) {
        let (here, there) = (copy.text(LOCAL), copy.text(SECOND));
        let wanted =
            |text: &&str| copy.kind == Kind::Other || !cover.has_twice(&copy.name, text) && line::is_whole(text);
        match (here, there) {
            (Some(text), None) if both && wanted(&text) => journal.put_second(&copy.name, Some(text)),
            // What the browser would not read may stand further on than the other copy.
            (None, Some(text)) if copies.denied.is_none() && !copies.refused.contains(&copy.name) && wanted(&text) => {
                let size = copy.name.len() + text.len();
                let fits = used + size <= SHARE && !(copy.snapshot().is_some() && Large::of(text).0);
                used += if fits && put(local, &copy.name, Some(text)).is_ok() { size } else { 0 };
            }
            (Some(here), Some(there)) if here != there && copy.kind != Kind::Other => {
                if !line::is_whole(here) || !line::is_whole(there) {
                    continue;
                }
                let mut changes = Vec::new();
                for text in [here, there] {
                    let _ = line::read(text, &mut |change| changes.push(change.clone()));
                }
                let text = line::write(&changes);
                let _ = put(local, &copy.name, Some(&text));
                journal.put_second(&copy.name, Some(&text));
            }
            _ => {}
        }
    }
}
