//! Every call to a store fails, once and for good.

use std::rc::Rc;

use ket_nap::domain::schema::id::RecordId;
use ket_nap::store::medium::MediumError;

use super::machine::{Faults, Machine, Texts, found};
use super::page::{Page, STEPS, script};

#[test]
fn no_failing_call_loses_what_was_told_to_be_kept() {
    every_call_fails(false, 1);
}

#[test]
fn no_failing_call_behind_a_vault_loses_what_was_told_to_be_kept() {
    every_call_fails(true, 14);
}

/// Each call in turn, or of `every` one.
fn every_call_fails(vault: bool, every: usize) {
    let machine = || {
        let machine = Machine::default();
        machine.vault.set(vault);
        Rc::new(machine)
    };
    let healthy = machine();
    script(&healthy);
    let calls = healthy.calls.get();
    assert!(calls > 600, "the script makes {calls} calls");
    let whole = &found(&healthy.local.borrow(), &healthy.replica.borrow()).book.changes();
    let ways = [MediumError::Full, MediumError::Denied, MediumError::Failed].map(|how| [(how, false), (how, true)]);
    let runs = std::thread::scope(|scope| {
        let fail = |(how, for_good): (MediumError, bool)| {
            for from in (0..calls).step_by(every) {
                let machine = machine();
                machine.faults.set(Faults { from: Some(from), for_good, how: Some(how) });
                let told = script(&machine);
                let opened = found(&machine.local.borrow(), &machine.replica.borrow());
                let case = format!("call {from} of {calls}, {how:?}, for good: {for_good}");
                machine.has_all(&opened.book, &told, &case);
                assert_eq!(opened.unread, [], "{case}");
                // A failure that passes costs nothing at all: what waited went in with the next.
                if !for_good {
                    machine.has_all(&opened.book, whole, &case);
                }
            }
            calls / every
        };
        let each: Vec<_> = ways.into_iter().flatten().map(|way| scope.spawn(move || fail(way))).collect();
        each.into_iter().map(|run| run.join().unwrap_or_else(|_| unreachable!("a run has failed"))).sum::<usize>()
    });
    println!("{runs} runs of {STEPS} edits with a failing call: nothing told was lost");
}

#[test]
fn what_could_not_be_read_once_is_not_replaced_by_what_the_other_copy_has() {
    let id = RecordId::parse("candidate:a").unwrap_or_else(|| unreachable!());
    let typed_on = |fails: Option<usize>| {
        let machine = Rc::new(Machine::default());
        let mut page = Page::open(&machine, 1);
        let short = page.types(1, &id, "name", Some("Lò".to_owned()));
        page.append(vec![short]);
        let long = page.types(2, &id, "name", Some("Lò Thị Mẫu".to_owned()));
        // The page dies before the replica has it.
        page.write(vec![long.clone()]);
        let from = fails.map(|later| machine.calls.get() + later);
        machine.faults.set(Faults { from, for_good: false, how: Some(MediumError::Failed) });
        let before = machine.calls.get();
        Page::open(&machine, 2);
        let calls = machine.calls.get() - before;
        let local = machine.local.borrow();
        machine.has_all(&found(&local, &Texts::new()).book, &[long], &("local alone", fails));
        calls
    };
    let calls = typed_on(None);
    assert!(calls > 4, "a start makes {calls} calls");
    for fails in 0..calls {
        typed_on(Some(fails));
    }
}
