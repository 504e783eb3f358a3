//! The vault turned on while calls fail: whatever comes of it, every edit told to be kept is there, and the next healthy start
//! leaves nothing open.

use std::rc::Rc;

use ket_nap::store::line::SEALED;
use ket_nap::store::medium::MediumError;
use ket_nap::store::vault::guard;

use super::machine::{Faults, Machine, found};
use super::page::{Page, script};

/// Texts of people that are open, in both stores.
fn open_texts(machine: &Machine) -> usize {
    let (local, replica) = (machine.local.borrow(), machine.replica.borrow());
    let texts = local.iter().chain(replica.iter());
    texts.filter(|(name, text)| guard::is_sealed_kind(name) && !text.starts_with(SEALED)).count()
}

/// Turns the vault on with a failing call; how many calls that makes.
fn turned_on(faults: impl Fn(usize) -> Faults) -> usize {
    let machine = Rc::new(Machine::default());
    let mut told = script(&machine);
    assert!(open_texts(&machine) > 3);
    let begun = machine.calls.get();
    machine.faults.set(faults(begun));
    machine.vault.set(true);
    let mut page = Page::open(&machine, 5_000);
    page.does(7);
    page.does(8);
    told.append(&mut page.told);
    let calls = machine.calls.get() - begun;
    // As it was left.
    let case = machine.faults.get();
    machine.has_all(&found(&machine.local.borrow(), &machine.replica.borrow()).book, &told, &case);
    machine.faults.set(Faults::default());
    // A healthy start, and what it has to say to the replica.
    drop(Page::open(&machine, 5_001));
    assert_eq!(open_texts(&machine), 0, "{case:?}");
    let opened = found(&machine.local.borrow(), &machine.replica.borrow());
    machine.has_all(&opened.book, &told, &case);
    assert_eq!(opened.unread, [], "{case:?}");
    calls
}

#[test]
fn cut_off_anywhere_nothing_is_lost_and_nothing_stays_open() {
    let calls = turned_on(|_| Faults::default());
    assert!(calls > 20, "{calls}");
    let mut runs = 0;
    // How a call fails makes no difference to where: each call has one of the ways.
    let ways = [MediumError::Full, MediumError::Denied, MediumError::Failed];
    for for_good in [false, true] {
        for (call, how) in (0..calls).zip(ways.into_iter().cycle()) {
            turned_on(|begun| Faults { from: Some(begun + call), for_good, how: Some(how) });
            runs += 1;
        }
    }
    println!("{runs} times turned on with a failing call: nothing lost, nothing left open");
}

/// Room for the sealed texts is short: they are longer.
#[test]
fn without_room_what_the_replica_has_gives_way() {
    let machine = Machine::default();
    let machine = Rc::new(machine);
    let told = script(&machine);
    let used: usize = machine.local.borrow().iter().map(|(name, text)| name.len() + text.len()).sum();
    let machine = Rc::new(Machine {
        local: machine.local.clone(),
        replica: machine.replica.clone(),
        typed_over: machine.typed_over.clone(),
        room: Some(used),
        ..Machine::default()
    });
    machine.vault.set(true);
    // The first start has no room and the second knows that the replica has it.
    for start in 0..3 {
        drop(Page::open(&machine, 6_000 + start));
        machine.has_all(&found(&machine.local.borrow(), &machine.replica.borrow()).book, &told, &start);
    }
    assert_eq!(open_texts(&machine), 0);
}
