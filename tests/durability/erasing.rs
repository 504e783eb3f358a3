//! A record erased for good while calls fail: whatever comes of it, every edit of others that was told to be kept is there, and where
//! the mark was told to be kept, healthy starts leave nothing of the record.

use std::rc::Rc;

use ket_nap::book::Book;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::store::erasing::Erasing;
use ket_nap::store::line;
use ket_nap::store::medium::MediumError;
use ket_nap::store::names::ERASING;

use super::machine::{Faults, Machine, found, opened};
use super::page::{Page, script};

/// How many texts of both stores have something that the book has given up.
fn traces(machine: &Machine, book: &Book) -> usize {
    let (local, replica) = (machine.local.borrow(), machine.replica.borrow());
    let has = |text: &str| {
        let mut has = false;
        let _ = line::read(text, &mut |change| has |= book.gives_up(change));
        has
    };
    local.values().chain(replica.values()).filter(|text| has(text)).count()
}

/// Erases one of the script's people with a failing call; how many calls that makes.
fn erased(faults: impl Fn(usize) -> Faults) -> usize {
    let machine = Rc::new(Machine::default());
    let mut told = script(&machine);
    let mut page = Page::open(&machine, 5_000);
    let begun = machine.calls.get();
    machine.faults.set(faults(begun));
    let case = machine.faults.get();
    let id = RecordId::parse("candidate:07").unwrap_or_else(|| unreachable!());
    page.journal.note(&mut *page.local, ERASING, "1");
    let marks = page.book.erase(9_000, &id);
    page.leaves();
    page.append(marks);
    told.append(&mut page.told);
    // The page reads the stores again, and once more when they have taken everything.
    for start in 0..2 {
        let mut page = Page::open(&machine, 5_001 + start);
        page.does(7);
        told.append(&mut page.told);
    }
    let calls = machine.calls.get() - begun;
    machine.faults.set(Faults::default());
    let mut starts = 0;
    let last = loop {
        starts += 1;
        let (_, opened) = opened(&machine, 5_100 + starts, true);
        let erasing = opened.erasing;
        drop(Page::open(&machine, 5_200 + starts));
        if erasing != Erasing::Begun || starts > 4 {
            break erasing;
        }
    };
    let book = found(&machine.local.borrow(), &machine.replica.borrow()).book;
    machine.has_all(&book, &told, &case);
    let is_told = told.iter().any(|change| &*change.key == "erased");
    if is_told {
        assert!(book.record(&id).is_some_and(|record| record.is_erased()), "{case:?}");
        assert_eq!((last, traces(&machine, &book)), (Erasing::Clean, 0), "{case:?}");
    }
    calls
}

#[test]
fn cut_off_anywhere_nothing_of_others_is_lost_and_nothing_of_it_stays() {
    let calls = erased(|_| Faults::default());
    assert!(calls > 20, "{calls}");
    let mut runs = 0;
    for for_good in [false, true] {
        for call in 0..calls {
            erased(|begun| Faults { from: Some(begun + call), for_good, how: Some(MediumError::Failed) });
            runs += 1;
        }
    }
    println!("{runs} times erased with a failing call: nothing of others lost, nothing of it left");
}
