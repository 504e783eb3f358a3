//! How much fits: a commune's book with its history twice into local storage, and a book of
//! ten thousand candidates where only the replica has room for all of it.

#[path = "../benches/commune.rs"]
mod commune;

use commune::{CANDIDATES, CELLS};
use ket_nap::book::Book;
use ket_nap::domain::schema::id::RecordKind;
use ket_nap::domain::value::rows::Rows;
use ket_nap::store::medium::{Medium, MediumError, Memory};
use ket_nap::store::open::{self, How, Opened};
use ket_nap::store::snapshot::{COMPACT_AFTER, QUOTA, SHARE};
use ket_nap::store::{backup, line};

/// A store whose local part takes what a browser's takes.
struct Browser {
    local: Memory,
    replica: Memory,
}

impl Browser {
    fn new() -> Browser {
        Browser { local: Memory::with_room(QUOTA), replica: Memory::default() }
    }

    /// Opens the book, and gives the replica what it is to take.
    fn open(&mut self, random: u64) -> Opened {
        let replica = self.replica.texts().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        let how = How { random: 7 << 32 | random, writes: true, compact_after: COMPACT_AFTER };
        let mut opened = open::open(&mut self.local, Some(replica), how);
        self.take(&mut opened);
        opened
    }

    fn take(&mut self, opened: &mut Opened) {
        while let Some(puts) = opened.journal.batch() {
            let answer = puts.iter().try_for_each(|(name, text)| match text {
                Some(text) => self.replica.write(name, text),
                None => self.replica.remove(name),
            });
            opened.journal.answered(answer);
        }
    }

    /// Types on for a while: enough bundles for a snapshot.
    fn types(&mut self, opened: &mut Opened, round: u64) {
        let ids: Vec<_> = opened.book.records().map(|(id, _)| id.clone()).collect();
        let candidates = ids.iter().filter(|id| id.kind() == Some(RecordKind::Candidate));
        for (id, number) in candidates.cycle().take(COMPACT_AFTER + 1).zip(0..) {
            let now = 1_800_000_000_000 + round * 10_000_000 + number * 7_000;
            let change = opened.book.edit(now, id, "residence", Some(format!("Bản Mới {round}-{number}")));
            opened.journal.settle();
            opened.journal.forms_append(&mut self.local, vec![change]);
        }
        self.take(opened);
    }

    fn used(&self) -> usize {
        self.local.texts().map(|(name, text)| name.len() + text.len()).sum()
    }

    fn snapshots(medium: &Memory) -> Vec<usize> {
        medium.texts().filter(|(name, _)| name.starts_with("ket-nap/folded/")).map(|(_, text)| text.len()).collect()
    }
}

/// A browser that got this book from a file and was used for some months.
fn used_for_months(book: &Book) -> (Browser, Book) {
    let mut browser = Browser::new();
    let mut opened = browser.open(1);
    for change in &book.changes() {
        opened.book.apply(change);
    }
    opened.journal.forms_append(&mut browser.local, book.changes());
    browser.take(&mut opened);
    for round in 0..8 {
        browser.types(&mut opened, round);
        let known = opened.book.changes().len();
        opened = browser.open(2 + round);
        assert_eq!(opened.book.changes().len(), known, "round {round}");
    }
    (browser, opened.book)
}

#[test]
fn a_communes_book_fits_twice_with_its_history() -> Result<(), MediumError> {
    let book = commune::book(CELLS, CANDIDATES);
    let (records, changes) = (book.records().count(), book.edits().count());
    let text = line::write_book(&book, Rows::new());
    println!(
        "{CELLS} cells, {CANDIDATES} candidates: {records} records, {changes} edits, {} characters, {} a hundred edits",
        text.len(),
        text.len() * 100 / changes
    );
    assert!(changes > 50_000, "a history, not a list");
    let (mut browser, book) = used_for_months(&book);
    let snapshots = Browser::snapshots(&browser.local);
    let (used, percent) = (browser.used(), browser.used() * 100 / QUOTA);
    println!("local storage: snapshots of {snapshots:?}, {used} characters in all, {percent} % of {QUOTA}");
    assert_eq!(snapshots.len(), 2);
    assert!(used <= SHARE);
    let opened = browser.open(99);
    assert!(!opened.large.0);
    // Either copy alone has all of it.
    browser.replica = Memory::default();
    assert_eq!(browser.open(100).book.changes(), book.changes());
    browser.local = Memory::with_room(QUOTA);
    assert_eq!(browser.open(101).book.changes(), book.changes());
    Ok(())
}

#[test]
fn ten_thousand_candidates_work_with_the_replica_as_the_full_one() {
    let book = commune::book(CELLS, 10_000);
    let (mut browser, book) = used_for_months(&book);
    let opened = browser.open(99);
    assert!(opened.large.0, "and it says so");
    assert_eq!(opened.book.changes(), book.changes());
    let full = Browser::snapshots(&browser.replica);
    println!(
        "10,000 candidates: {} edits, snapshots of {full:?} in the replica, {} characters in local storage",
        book.edits().count(),
        browser.used()
    );
    assert_eq!(full.len(), 2);
    assert_eq!(Browser::snapshots(&browser.local), [] as [usize; 0]);
    assert!(browser.used() <= SHARE, "the newest journal only: {}", browser.used());
}

#[test]
fn a_file_of_the_largest_book_is_read_back() {
    let book = commune::book(CELLS, 10_000);
    let text = backup::write(&book, 1);
    println!("the file of 10,000 candidates: {} bytes", text.len());
    let mut found = Book::new(0);
    let contents = backup::read(&text, &mut |change| {
        found.apply(change);
    });
    assert_eq!(contents.map(|contents| contents.damaged), Ok(0));
    assert_eq!(found.changes(), book.changes());
}
