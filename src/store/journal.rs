//! The journal: bundles of changes under names of their own, never one over another's. Because
//! changes merge in any order, opening is reading every bundle there is; what cannot be read
//! stays where it is and is reported. A second, durable copy is not here yet.

use super::line::{self, LineError};
use super::medium::{Medium, MediumError};
use crate::book::Book;
use crate::book::change::Change;
use crate::domain::letters::{self, in_order};

/// In front of every name of this program, since other pages may share the place.
pub const PREFIX: &str = "ket-nap/";
/// In front of the bundles' names.
const BOOK: &str = "ket-nap/book/";
/// In front of the names of bundles that stand for all bundles before them.
const FOLDED: &str = "ket-nap/folded/";
/// Names under [`PREFIX`] that are not bundles.
const OTHERS: [&str; 2] = [super::preferences::NAME, DEVICE];
/// Where the device's number is.
const DEVICE: &str = "ket-nap/device";
/// So many bundles are folded into one when the book is opened.
const FOLD_AFTER: usize = 400;

/// A text under this program's prefix that could not be taken in. It stays where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its name.
    pub name: String,
    /// Why; `None` if the medium itself failed.
    pub why: Option<LineError>,
}

/// What was found at the start.
#[derive(Debug)]
pub struct Opened {
    /// Every change that could be read.
    pub changes: Vec<Change>,
    /// What could not.
    pub unread: Vec<Unread>,
    /// Whether nothing can be kept: the medium cannot be read at all.
    pub denied: Option<MediumError>,
    /// The journal, ready to be written.
    pub journal: Journal,
    /// This device's number.
    pub device: u32,
}

/// Writes bundles.
#[derive(Debug)]
pub struct Journal {
    next: u64,
    page: u32,
    /// The last bundle, while it is one edit that the next may replace.
    tail: Option<(String, Change)>,
    /// Changes that could not be written yet.
    waiting: Vec<Change>,
}

/// Reads everything and makes ready to write. `random` tells this page's bundles from those of
/// another page of the same moment, and becomes the device's number on its first start.
pub fn open(medium: &mut dyn Medium, random: u64) -> Opened {
    let page = (random & 0xffff_ffff) as u32;
    let mut opened = Opened {
        changes: Vec::new(),
        unread: Vec::new(),
        denied: None,
        journal: Journal { next: 1, page, tail: None, waiting: Vec::new() },
        device: (random >> 32) as u32,
    };
    let names = match medium.names() {
        Ok(names) => names,
        Err(error) => {
            opened.denied = Some(error);
            return opened;
        }
    };
    let mut bundles: Vec<(u64, String, bool)> = Vec::new();
    for name in names.iter().filter(|name| name.starts_with(PREFIX) && !OTHERS.contains(&name.as_str())) {
        match generation(name) {
            Some((number, folded)) => bundles.push((number, name.clone(), folded)),
            None => opened.unread.push(Unread { name: name.clone(), why: Some(LineError::Foreign) }),
        }
    }
    let bundles = in_order(bundles.into_iter(), |(number, name, _)| format!("{number:010} {name}"));
    let mut readable: Vec<(String, bool, Vec<Change>)> = Vec::new();
    for (number, name, folded) in bundles {
        opened.journal.next = opened.journal.next.max(number.saturating_add(1));
        match medium.read(&name) {
            Ok(Some(text)) => match line::read(&text) {
                Ok(changes) => readable.push((name, folded, changes)),
                Err(why) => opened.unread.push(Unread { name, why: Some(why) }),
            },
            Ok(None) => {}
            Err(_) => opened.unread.push(Unread { name, why: None }),
        }
    }
    opened.device = device(medium, opened.device);
    let left = clear(medium, &readable);
    opened.changes = readable.into_iter().flat_map(|(_, _, changes)| changes).collect();
    if left > FOLD_AFTER {
        fold(medium, &mut opened);
    }
    opened
}

/// Removes bundles of which the latest folded one has every change. It has stood at least one
/// start by now. A page that is still open may have written on under an old name: what it wrote
/// is not in the folded bundle, so it stays. Returns how many bundles are left.
fn clear(medium: &mut dyn Medium, bundles: &[(String, bool, Vec<Change>)]) -> usize {
    let Some(last) = bundles.iter().rposition(|(_, folded, _)| *folded) else { return bundles.len() };
    let mut book = Book::new(0);
    bundles.get(last).iter().flat_map(|(_, _, changes)| changes).for_each(|change| {
        book.apply(change);
    });
    let covered = bundles
        .iter()
        .enumerate()
        .filter(|(place, (_, _, changes))| *place != last && changes.iter().all(|change| book.has(change)));
    let mut left = bundles.len();
    for (_, (name, _, _)) in covered {
        left -= usize::from(medium.remove(name).is_ok());
    }
    left
}

/// Writes everything readable as one bundle. The single ones go at the next start.
fn fold(medium: &mut dyn Medium, opened: &mut Opened) {
    let mut book = Book::new(opened.device);
    for change in &opened.changes {
        book.apply(change);
    }
    let text = line::write(&book.changes());
    let name = format!("{FOLDED}{:010}-{:08x}", opened.journal.next, opened.journal.page);
    if medium.write(&name, &text).is_ok() {
        if medium.read(&name) == Ok(Some(text)) {
            opened.journal.next = opened.journal.next.saturating_add(1);
        } else {
            let _ = medium.remove(&name);
        }
    }
}

fn device(medium: &mut dyn Medium, fresh: u32) -> u32 {
    let known = medium.read(DEVICE).ok().flatten().and_then(|text| letters::number(&text, 16)?.try_into().ok());
    known.unwrap_or_else(|| {
        // Without a place for it the device is a new one at the next start: nothing is lost by that.
        let _ = medium.write(DEVICE, &format!("{fresh:08x}"));
        fresh
    })
}

/// Number of a bundle's name, and whether it is a folded one.
fn generation(name: &str) -> Option<(u64, bool)> {
    let (rest, folded) = match (name.strip_prefix(BOOK), name.strip_prefix(FOLDED)) {
        (Some(rest), _) => (rest, false),
        (_, Some(rest)) => (rest, true),
        _ => return None,
    };
    let (number, page) = rest.split_once('-')?;
    let plain = number.len() == 10 && page.len() == 8 && page.bytes().all(|b| b.is_ascii_hexdigit());
    if plain { Some((letters::number(number, 10)?, folded)) } else { None }
}

impl Journal {
    /// Writes changes, and those that could not be written before. Typing on in one field
    /// replaces the bundle that holds its last text, so that a word is not one bundle a letter.
    ///
    /// # Errors
    /// If the medium refuses. The changes wait and are tried again with the next ones.
    pub fn append(&mut self, medium: &mut dyn Medium, changes: Vec<Change>) -> Result<(), MediumError> {
        if let (true, [change], Some((name, last))) = (self.waiting.is_empty(), changes.as_slice(), &mut self.tail)
            && (&change.record, &change.key) == (&last.record, &last.key)
            && medium.write(name, &line::write(&changes)).is_ok()
        {
            last.clone_from(change);
            return Ok(());
        }
        self.waiting.extend(changes);
        if self.waiting.is_empty() {
            return Ok(());
        }
        let name = format!("{BOOK}{:010}-{:08x}", self.next, self.page);
        medium.write(&name, &line::write(&self.waiting))?;
        self.next = self.next.saturating_add(1);
        let written = std::mem::take(&mut self.waiting);
        self.tail = match written.as_slice() {
            [single] => Some((name, single.clone())),
            _ => None,
        };
        Ok(())
    }

    /// Number of changes that could not be written yet.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Ends the bundle that typing replaces: the next edit gets one of its own.
    pub fn settle(&mut self) {
        self.tail = None;
    }
}

#[cfg(test)]
mod tests {
    use super::super::medium::Memory;
    use super::*;
    use crate::domain::id::RecordId;

    fn id(name: &str) -> RecordId {
        RecordId::parse(name).unwrap_or_else(|| unreachable!("{name}"))
    }

    fn texts(medium: &mut Memory) -> Vec<Option<String>> {
        let opened = open(medium, 99);
        let mut book = Book::new(opened.device);
        for change in &opened.changes {
            book.apply(change);
        }
        book.changes().into_iter().map(|change| change.value).collect()
    }

    #[test]
    fn typing_on_keeps_one_bundle_and_the_last_text() -> Result<(), MediumError> {
        let mut medium = Memory::default();
        let mut opened = open(&mut medium, 7);
        let mut book = Book::new(opened.device);
        for text in ["L", "Lò", "Lò Văn"] {
            let change = book.edit(1, &id("candidate:a"), "name", Some(text.to_owned()));
            opened.journal.append(&mut medium, vec![change])?;
        }
        assert_eq!(medium.names()?.len(), 2, "the device's number and one bundle");
        assert_eq!(texts(&mut medium), [Some("Lò Văn".to_owned())]);
        Ok(())
    }

    #[test]
    fn two_pages_never_write_over_each_other() -> Result<(), MediumError> {
        let mut medium = Memory::default();
        let (mut one, mut two) = (open(&mut medium, 1), open(&mut medium, 2));
        let (mut left, mut right) = (Book::new(one.device), Book::new(two.device));
        for round in 0..3 {
            let change = left.edit(round, &id("candidate:a"), &format!("l{round}"), Some("1".into()));
            one.journal.append(&mut medium, vec![change])?;
            let change = right.edit(round, &id("candidate:b"), &format!("r{round}"), Some("2".into()));
            two.journal.append(&mut medium, vec![change])?;
        }
        assert_eq!(texts(&mut medium).len(), 6);
        Ok(())
    }

    #[test]
    fn damaged_and_foreign_texts_are_told_and_kept() -> Result<(), MediumError> {
        let mut medium = Memory::default();
        let mut opened = open(&mut medium, 7);
        let change = Book::new(1).edit(1, &id("candidate:a"), "name", Some("x".into()));
        opened.journal.append(&mut medium, vec![change])?;
        let strange = [
            ("ket-nap/book/0000000009-00000001", "1;5;00;[[["),
            ("ket-nap/book/0000000010-00000001", "9;5;00;[[["),
            ("ket-nap/book/nine", "hello"),
            ("ket-nap/what", "hello"),
        ];
        for (name, text) in strange {
            medium.write(name, text)?;
        }
        medium.write("someone-else", "not ours")?;
        let opened = open(&mut medium, 8);
        assert_eq!(opened.changes.len(), 1);
        let told: Vec<&str> = opened.unread.iter().map(|unread| unread.name.as_str()).collect();
        assert_eq!(told.len(), 4);
        for (name, text) in strange {
            assert!(told.contains(&name), "{name}");
            assert_eq!(medium.read(name)?.as_deref(), Some(text));
        }
        Ok(())
    }

    #[test]
    fn changes_that_found_no_room_wait_and_go_with_the_next() -> Result<(), MediumError> {
        let mut medium = Memory::with_room(400);
        let mut opened = open(&mut medium, 7);
        let mut book = Book::new(opened.device);
        let long = book.edit(1, &id("candidate:a"), "name", Some("x".repeat(500)));
        assert_eq!(opened.journal.append(&mut medium, vec![long]), Err(MediumError::Full));
        assert_eq!(opened.journal.waiting(), 1);
        let mut roomy = Memory::default();
        for name in medium.names()? {
            roomy.write(&name, &medium.read(&name)?.unwrap_or_default())?;
        }
        let next = book.edit(2, &id("candidate:a"), "cell", Some("y".into()));
        opened.journal.append(&mut roomy, vec![next])?;
        assert_eq!((opened.journal.waiting(), texts(&mut roomy).len()), (0, 2));
        Ok(())
    }

    #[test]
    fn many_bundles_become_one_and_go_only_at_a_later_start() -> Result<(), MediumError> {
        let mut medium = Memory::default();
        let mut opened = open(&mut medium, 7);
        let mut book = Book::new(opened.device);
        for number in 0..=FOLD_AFTER {
            let change = book.edit(1, &id(&format!("candidate:{number}")), "name", Some(number.to_string()));
            opened.journal.append(&mut medium, vec![change])?;
        }
        let before = texts(&mut medium);
        assert_eq!(medium.names()?.len(), FOLD_AFTER + 3, "all bundles, the folded one and the device's number");
        assert_eq!(texts(&mut medium), before);
        assert_eq!(medium.names()?.len(), 2);
        assert_eq!(texts(&mut medium), before);
        Ok(())
    }
    #[test]
    fn a_page_that_stayed_open_while_another_folded_loses_nothing() -> Result<(), MediumError> {
        let mut medium = Memory::default();
        let mut early = open(&mut medium, 1);
        let mut late = open(&mut medium, 2);
        let (mut first, mut second) = (Book::new(early.device), Book::new(late.device));
        let change = first.edit(1, &id("candidate:open"), "name", Some("L".into()));
        early.journal.append(&mut medium, vec![change])?;
        for number in 0..=FOLD_AFTER {
            let change = second.edit(1, &id(&format!("candidate:{number}")), "name", Some("x".into()));
            late.journal.append(&mut medium, vec![change])?;
        }
        open(&mut medium, 3);
        // The first page types on: its bundle has a number below that of the folded one.
        let change = first.edit(9, &id("candidate:open"), "name", Some("Lò Thị Mẫu".into()));
        early.journal.append(&mut medium, vec![change])?;
        for _ in 0..3 {
            assert!(texts(&mut medium).contains(&Some("Lò Thị Mẫu".to_owned())));
        }
        assert_eq!(medium.names()?.len(), 3, "the folded bundle, the one written later, the device's number");
        Ok(())
    }
}
