//! What a person may do in any order: type on or begin anew, leave a field or not, decide, take in
//! a file, open a second page, while the replica answers late or not at all.

use std::rc::Rc;

use ket_nap::book::Book;
use ket_nap::book::change::Change;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::store::journal::Replica;
use ket_nap::store::medium::MediumError;
use proptest::prelude::*;

use super::machine::{Faults, Machine, Texts, found};
use super::page::Page;

#[derive(Clone, Debug)]
enum Deed {
    /// Types into a field of a record: on, if that is where the person is.
    Type(u8, u8),
    /// One edit at once, without a word about the field being left.
    Edit(u8, u8),
    Leave,
    Delete(u8),
    Restore(u8),
    Decide(u8, u8),
    /// Another device edits a field; its book comes as a file.
    TakeIn(u8, u8),
    /// The replica answers.
    Answer,
    /// The next call to a store fails, or one a little later.
    Fail(usize),
    /// Another page comes and goes.
    Visit,
    Reopen,
}

fn deed() -> impl Strategy<Value = Deed> {
    let (record, key) = (0_u8..2, 0_u8..2);
    let place = (record.clone(), key);
    prop_oneof![
        6 => place.clone().prop_map(|(record, key)| Deed::Type(record, key)),
        4 => place.clone().prop_map(|(record, key)| Deed::Edit(record, key)),
        2 => Just(Deed::Leave),
        1 => record.clone().prop_map(Deed::Delete),
        1 => record.prop_map(Deed::Restore),
        1 => place.clone().prop_map(|(record, key)| Deed::Decide(record, key)),
        2 => place.prop_map(|(record, key)| Deed::TakeIn(record, key)),
        3 => Just(Deed::Answer),
        1 => (0_usize..4).prop_map(Deed::Fail),
        1 => Just(Deed::Visit),
        1 => Just(Deed::Reopen),
    ]
}

/// Does one thing; the changes that it leads to.
fn does(page: &mut Page, other: &mut Book, now: u64, deed: &Deed) -> Vec<Change> {
    let id = |record: u8| RecordId::parse(&format!("candidate:{record}")).unwrap_or_else(|| unreachable!());
    let key = |key: u8| if key == 0 { "name" } else { "birth" };
    let text = || Some(format!("at {now}"));
    match deed {
        Deed::Type(record, field) => vec![page.types(now, &id(*record), key(*field), text())],
        Deed::Edit(record, field) => vec![page.book.edit(now, &id(*record), key(*field), text())],
        Deed::Delete(record) => vec![page.book.delete(now, &id(*record))],
        Deed::Restore(record) => vec![page.book.restore(now, &id(*record))],
        Deed::Decide(record, field) => page.book.decide(now, &id(*record), key(*field), Some("decided")),
        Deed::TakeIn(record, field) => {
            other.edit(now, &id(*record), key(*field), text());
            let changes: Vec<Change> = other.changes().into_iter().filter(|change| !page.book.has(change)).collect();
            changes.iter().for_each(|change| {
                page.book.apply(change);
            });
            changes
        }
        Deed::Leave => {
            page.leaves();
            Vec::new()
        }
        Deed::Answer | Deed::Fail(_) | Deed::Visit | Deed::Reopen => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn nothing_that_was_told_to_be_kept_is_lost(deeds in proptest::collection::vec(deed(), 1..60)) {
        let machine = Rc::new(Machine::default());
        let (mut page, mut other, mut told) = (Page::open(&machine, 1), Book::new(9), Vec::new());
        for (step, deed) in deeds.iter().enumerate() {
            let step = step as u64;
            let changes = does(&mut page, &mut other, 1_000 + step, deed);
            if !changes.is_empty() {
                page.write(changes);
            }
            match deed {
                Deed::Answer => page.replica(),
                Deed::Fail(later) => machine.faults.set(Faults {
                    from: Some(machine.calls.get() + later),
                    for_good: false,
                    how: Some(MediumError::Failed),
                }),
                Deed::Visit => drop(Page::open(&machine, 500 + step)),
                Deed::Reopen => {
                    told.append(&mut page.told);
                    page = Page::open(&machine, 2 + step);
                }
                _ => {}
            }
            page.hear();
            let (local, replica) = (machine.local.borrow().clone(), machine.replica.borrow().clone());
            let both = found(&local, &replica);
            machine.has_all(&both.book, &told, &(step, deed));
            machine.has_all(&both.book, &page.told, &(step, deed));
            if page.journal.kept().replica == Replica::Confirmed {
                machine.has_all(&found(&Texts::new(), &replica).book, &page.told, &(step, deed));
            }
        }
    }
}

/// What local storage holds after two changes that nobody parted by leaving the field.
#[track_caller]
fn check(first: &Change, second: &Change, kept: &[&Change]) {
    let machine = Rc::new(Machine::default());
    let mut page = Page::open(&machine, 1);
    page.append(vec![first.clone()]);
    page.append(vec![second.clone()]);
    let book = found(&machine.local.borrow(), &Texts::new()).book;
    let there: Vec<&Change> = [first, second].into_iter().filter(|change| book.has(change)).collect();
    assert_eq!(there, kept);
}

#[test]
fn only_what_was_typed_over_gives_way() {
    let mut book = Book::new(7);
    let id = RecordId::parse("candidate:a").unwrap_or_else(|| unreachable!());
    let text = |text: &str| Some(text.to_owned());
    let one = book.edit(1, &id, "name", text("Lò"));
    let two = book.retype(2, &id, "name", text("Lò Thị"), one.stamp);
    let three = book.edit(3, &id, "name", text("Lò Thị Mẫu"));
    check(&one, &two, &[&two]);
    check(&two, &three, &[&two, &three]);
    // What comes from a file is nobody's typing: an older text, another device's first one.
    check(&two, &one, &[&two, &one]);
    let other = Book::new(9).edit(5, &id, "name", text("Lò Văn"));
    assert_eq!(other.after, two.after);
    check(&two, &other, &[&two, &other]);
    check(&other, &two, &[&other, &two]);
    let elsewhere = book.edit(6, &id, "birth", text("2000-01-01"));
    check(&two, &elsewhere, &[&two, &elsewhere]);
}
