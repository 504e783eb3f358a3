//! Opening the book: an empty one on a first visit; else reads both stores, applies every readable bundle and synchronizes the stores.
//! Unreadable texts are left untouched and reported.

use super::copies::{self, Copies, Copy, LOCAL, REPLICA};
use super::erasing::{self, Erasing};
use super::journal::{Journal, put};
use super::line::{self, LineError};
use super::medium::{Medium, MediumError};
use super::names::{self, DEVICE, Kind};
use super::snapshot::{self, Cover, Large, SHARE};
use super::vault::Lock;
use super::vault::header::Header;
use super::{backup, preferences};
use crate::book::Book;
use crate::domain::value::letters;

/// A stored text that could not be decoded. It is left untouched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its name.
    pub name: String,
    /// The decoding error; `None` if the browser could not read it.
    pub why: Option<LineError>,
    /// Whether the other store has an intact copy, so that nothing is lost.
    pub elsewhere: bool,
}

/// Result of opening the store.
#[derive(Debug)]
pub struct Opened {
    /// The book with all changes that could be read.
    pub book: Book,
    /// Texts that could not be read.
    pub unread: Vec<Unread>,
    /// The error if local storage cannot be read at all.
    pub denied: Option<MediumError>,
    /// Whether the book is too large for local storage.
    pub large: Large,
    /// Characters that this program takes in local storage.
    pub used: usize,
    /// Text of the stored preferences.
    pub preferences: Option<String>,
    /// Text of the stored backup metadata.
    pub backup: Option<String>,
    /// The journal, ready to write.
    pub journal: Journal,
    /// How it stands with the vault.
    pub lock: Lock,
    /// Texts that could not be written again when the vault was turned on or off.
    pub left: usize,
    /// Whether something is being erased for good.
    pub erasing: Erasing,
}

/// Options for opening.
#[derive(Clone, Copy, Debug)]
pub struct How {
    /// Lower half: distinguishes the bundles of pages opened at the same time. Upper half: device
    /// number, used on the first start only.
    pub random: u64,
    /// Whether this page may write; otherwise it is read-only.
    pub writes: bool,
    /// The number of bundles not covered by a snapshot above which a new snapshot is written:
    /// [`COMPACT_AFTER`](super::snapshot::COMPACT_AFTER), or fewer in tests.
    pub compact_after: usize,
}

/// What both stores hold, side by side.
#[derive(Debug)]
pub struct Stores {
    copies: Copies,
    /// Whether the replica could be read.
    both: bool,
}

impl Stores {
    /// Gathers the texts of both stores. `replica` holds those of the replica, `None` if it could not be read.
    pub fn gather(local: &dyn Medium, replica: Option<Vec<(String, String)>>) -> Stores {
        let both = replica.is_some();
        Stores { copies: copies::gather(local, replica), both }
    }

    /// Whether nothing of the user is stored, as on a first visit.
    pub fn are_blank(&self) -> bool {
        self.copies.refused.is_empty() && self.copies.all.iter().all(|copy| names::is_of_device(&copy.name))
    }

    /// The text of `name` in one of the stores.
    pub(super) fn text(&self, name: &str, place: usize) -> Option<&str> {
        self.copies.all.iter().find(|copy| copy.name == name)?.text(place)
    }

    /// Whether both stores were read, and all that is in them: (local storage, replica).
    pub fn are_read(&self) -> (bool, bool) {
        (self.copies.denied.is_none() && self.copies.refused.is_empty(), self.both)
    }

    /// Whether there is a vault's header.
    pub fn are_sealed(&self) -> bool {
        self.copies.text(names::VAULT).is_some()
    }

    /// The unlike headers in the stores.
    pub fn headers(&self) -> Vec<Header> {
        let copy = self.copies.all.iter().find(|copy| copy.name == names::VAULT);
        copy.into_iter().flat_map(Copy::different).filter_map(Header::parse).collect()
    }

    /// Opens an empty book: what a first visit needs. Only right if the stores are blank.
    pub fn begin(&self, local: &mut dyn Medium, how: How) -> Opened {
        let How { random, writes, .. } = how;
        let copies = &self.copies;
        let known = copies.text(DEVICE).and_then(|text| letters::number(text, 16)?.try_into().ok());
        let device = known.unwrap_or((random >> 32) as u32);
        let mut journal = Journal::new(1, (random & 0xffff_ffff) as u32);
        if writes && known.is_none() {
            journal.note(local, DEVICE, &format!("{device:08x}"));
        }
        let text = |name| copies.text(name).map(str::to_owned);
        Opened {
            book: Book::new(device),
            unread: Vec::new(),
            denied: copies.denied,
            large: Large::default(),
            used: copies.used(),
            preferences: text(preferences::NAME),
            backup: text(backup::NAME),
            journal,
            lock: Lock::Off,
            left: 0,
            erasing: Erasing::Off,
        }
    }
}

/// Opens the book where the whole program is in one piece. `replica` holds the texts of the replica, `None` if it could
/// not be read.
pub fn open(local: &mut dyn Medium, replica: Option<Vec<(String, String)>>, how: How) -> Opened {
    let mut stores = Stores::gather(local, replica);
    stored_open(local, &mut stores, how)
}

/// Opens the book, whatever is stored.
#[inline(never)]
pub fn stored_open(local: &mut dyn Medium, stores: &mut Stores, how: How) -> Opened {
    let How { writes, compact_after, .. } = how;
    let mut opened = stores.begin(local, how);
    let Stores { copies, both } = stores;
    let mut reading = Reading { book: opened.book, unread: Vec::new(), fresh: 0, cover: Cover::default() };
    reading.newest_snapshot(copies);
    for copy in &copies.all {
        reading.take(copy);
    }
    for name in &copies.refused {
        reading.unread.push(Unread { name: name.clone(), why: None, elsewhere: copies.text(name).is_some() });
    }
    let next = copies.all.iter().filter_map(number).max().map_or(1, |number| number.saturating_add(1));
    opened.journal.count_from(next);
    if writes {
        let journal = &mut opened.journal;
        if copies.text(names::ERASING).is_some() {
            let found = erasing::stored_erase(copies, &reading.book, journal, local);
            let seen = *both && copies.denied.is_none() && copies.refused.is_empty();
            opened.erasing = if found == Erasing::Clean && !seen { Erasing::Begun } else { found };
        }
        snapshot::clear(copies, &reading.cover, journal, local);
        align(copies, &reading.cover, *both, journal, local);
        if reading.fresh > compact_after {
            opened.large = snapshot::compact(copies, &reading.cover, &reading.book, journal, local);
        } else if let Some(newest) = copies.all.iter().find(|copy| Some(&copy.name) == reading.cover.name.as_ref()) {
            opened.large = newest.different().next().map(Large::of).unwrap_or_default();
        }
    }
    (opened.book, opened.unread) = (reading.book, reading.unread);
    opened
}

/// Applies the writes of this page's previous journal that may not have arrived when the stores were read again.
#[inline(never)]
pub fn stored_unsure(book: &mut Book, before: &Journal) {
    for text in before.unsure() {
        let _ = line::read(text, &mut |change| {
            book.apply(change);
        });
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
    /// Number of bundles not covered by the snapshot.
    fresh: usize,
    cover: Cover,
}

impl Reading {
    /// Reads the newest snapshot that is intact in either store.
    fn newest_snapshot(&mut self, copies: &Copies) {
        let mut snapshots: Vec<&Copy> = copies.all.iter().filter(|copy| copy.snapshot().is_some()).collect();
        // Numbers are zero-padded: the last name is the newest.
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

    /// Applies what the newest snapshot does not cover.
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
            // A text covered by the snapshot is not lost, even if it is damaged.
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

/// Copies to each store what only the other has. If a page was killed while typing, one store may
/// be ahead under the same name: both then get the union.
fn align(copies: &Copies, cover: &Cover, both: bool, journal: &mut Journal, local: &mut dyn Medium) {
    let mut used = copies.used();
    for copy in copies.all.iter().filter(|copy| copy.kind != Kind::Foreign) {
        let (here, there) = (copy.text(LOCAL), copy.text(REPLICA));
        let wanted =
            |text: &&str| copy.kind == Kind::Other || !cover.has_twice(&copy.name, text) && line::is_whole(text);
        match (here, there) {
            (Some(text), None) if both && wanted(&text) => journal.put_replica(&copy.name, Some(text)),
            // A text that could not be read may be newer than the replica's: do not overwrite it.
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
                journal.put_replica(&copy.name, Some(&text));
            }
            _ => {}
        }
    }
}
