//! Several pages over the same stores.

use std::rc::Rc;

use ket_nap::domain::schema::id::RecordId;
use ket_nap::store::journal::Replica;

use super::machine::{Machine, Texts, found, opened};
use super::page::{Page, STEPS, script};

#[test]
fn two_pages_that_write_in_turn_lose_nothing() {
    let machine = Rc::new(Machine::default());
    let (mut one, mut two) = (Page::open(&machine, 1), Page::open(&machine, 2));
    for step in 0..STEPS {
        if step % 3 == 0 {
            one.does(step)
        } else {
            two.does(step)
        };
        if step % 40 == 39 {
            // A third page comes and goes, and compacts what it finds.
            Page::open(&machine, 100 + step);
        }
    }
    let opened = found(&machine.local.borrow(), &machine.replica.borrow());
    for page in [&one, &two] {
        machine.has_all(&opened.book, &page.book.changes(), &"what the page shows");
        machine.has_all(&opened.book, &page.told, &"what it told to be kept");
    }
    let alone = found(&machine.local.borrow(), &Texts::new());
    assert_eq!(alone.book.changes(), opened.book.changes(), "either copy alone has everything");
    assert_eq!(found(&Texts::new(), &machine.replica.borrow()).book.changes(), opened.book.changes());
}

#[test]
fn an_answer_that_comes_after_reading_anew_is_not_taken_for_another() {
    let machine = Rc::new(Machine::default());
    let mut page = Page::open(&machine, 1);
    let id = RecordId::parse("candidate:a").unwrap_or_else(|| unreachable!());
    let change = page.book.edit(1, &id, "one", Some("1".into()));
    page.journal.forms_append(&mut *page.local, vec![change]);
    assert!(page.journal.batch().is_some());
    // The stores are read anew while the replica is still at it.
    let (local, mut opened) = opened(&machine, 2, true);
    opened.journal.go_on(page.journal);
    let (mut journal, mut local) = (opened.journal, local);
    let change = opened.book.edit(2, &id, "two", Some("2".into()));
    journal.forms_append(&mut *local, vec![change]);
    assert!(journal.batch().is_none(), "the first transaction is not answered yet");
    journal.answered(Ok(()));
    assert_eq!(journal.kept().replica, Replica::Writing, "only the first is confirmed");
    assert!(
        journal
            .batch()
            .is_some_and(|puts| puts.iter().any(|(_, text)| text.as_deref().is_some_and(|text| text.contains("two"))))
    );
}

#[test]
fn a_page_that_only_reads_writes_nothing() {
    let machine = Rc::new(Machine::default());
    script(&machine);
    let before = (machine.local.borrow().clone(), machine.replica.borrow().clone());
    let (_, mut opened) = opened(&machine, 5, false);
    assert!(opened.journal.batch().is_none());
    assert_eq!((machine.local.borrow().clone(), machine.replica.borrow().clone()), before);
}
