//! What the page tells: that something is kept, that there is no room, that a text cannot be read.

use std::rc::Rc;

use ket_nap::domain::schema::id::RecordId;
use ket_nap::store::journal::Replica;
use ket_nap::store::medium::MediumError;

use super::machine::{Machine, found, opened};
use super::page::{Page, SITTING, STEPS, script};

#[test]
fn confirmed_is_said_when_everything_is_and_not_before() {
    let machine = Rc::new(Machine::default());
    let mut page = Page::open(&machine, 1);
    let replica = |page: &Page| page.journal.kept().replica;
    assert_eq!(replica(&page), Replica::Confirmed);
    let id = RecordId::parse("candidate:a").unwrap_or_else(|| unreachable!());
    let write = |page: &mut Page, text: &str| {
        let change = page.book.edit(1, &id, text, Some(text.to_owned()));
        page.journal.forms_append(&mut *page.local, vec![change]);
    };
    write(&mut page, "one");
    assert_eq!(replica(&page), Replica::Writing, "nothing was handed over yet");
    assert_eq!(page.journal.batch().map(|puts| puts.iter().count()), Some(1));
    write(&mut page, "two");
    assert!(page.journal.batch().is_none(), "one transaction at a time");
    page.journal.answered(Ok(()));
    assert_eq!(replica(&page), Replica::Writing, "the second edit is not confirmed");
    assert_eq!(page.journal.batch().map(|puts| puts.iter().count()), Some(1));
    page.journal.answered(Err(MediumError::Full));
    assert_eq!(replica(&page), Replica::Refused(MediumError::Full));
    write(&mut page, "three");
    assert_eq!(page.journal.batch().map(|puts| puts.iter().count()), Some(2), "what was refused goes along");
    page.journal.answered(Ok(()));
    assert_eq!(replica(&page), Replica::Confirmed);
}

#[test]
fn what_cannot_be_read_is_told_and_stays() {
    let machine = Rc::new(Machine::default());
    script(&machine);
    let strange = [
        ("ket-nap/book/0000000901-00000001", "9;1;0;x"),
        ("ket-nap/book/0000000902-00000001", "1;9;0;[]"),
        ("ket-nap/book/nonsense", "1;2;3;4"),
        ("ket-nap/what", "hello"),
    ];
    for (name, text) in strange {
        machine.local.borrow_mut().insert(name.to_owned(), text.to_owned());
    }
    machine.local.borrow_mut().insert("someone-else".into(), "not ours".into());
    for sitting in 0..12 {
        let mut page = Page::open(&machine, 5_000 + sitting);
        for step in 0..SITTING {
            page.does(step);
        }
        let (_, opened) = opened(&machine, 9_000 + sitting, false);
        let told: Vec<&str> = opened.unread.iter().map(|unread| unread.name.as_str()).collect();
        assert_eq!(told, strange.map(|(name, _)| name));
        for (name, text) in strange {
            assert_eq!(machine.local.borrow().get(name).map(String::as_str), Some(text));
        }
    }
}

#[test]
fn snapshots_and_bundles_stay_few() {
    let machine = Rc::new(Machine::default());
    script(&machine);
    for step in 0..40 {
        let mut page = Page::open(&machine, 1_000 + step);
        for turn in 0..SITTING {
            page.does(step * SITTING + turn);
        }
    }
    Page::open(&machine, 3_000);
    for store in [&machine.local, &machine.replica] {
        let store = store.borrow();
        let snapshots = store.keys().filter(|name| name.starts_with("ket-nap/folded/")).count();
        assert_eq!(snapshots, 2);
        assert!(store.len() < 80, "{} texts after 40 sittings", store.len());
    }
    assert_eq!(*machine.local.borrow(), *machine.replica.borrow(), "both copies hold the same");
}

#[test]
fn local_storage_filled_to_the_last_sign_is_told_and_nothing_typed_is_lost() {
    for room in (100..6_000).step_by(97) {
        for replica in [true, false] {
            let machine = Rc::new(Machine { room: Some(room), no_replica: !replica, ..Machine::default() });
            let mut page = Page::open(&machine, 1);
            let mut full = false;
            for step in 0..STEPS {
                page.journal.settle();
                let kept = page.does(step);
                full |= kept.local == Some(MediumError::Full);
                assert_eq!(kept.replica == Replica::Confirmed, replica, "room {room}, step {step}");
            }
            assert!(full, "room {room} is too much for this test");
            let local: usize = machine.local.borrow().iter().map(|(name, text)| name.len() + text.len()).sum();
            assert!(local <= room);
            let opened = found(&machine.local.borrow(), &machine.replica.borrow());
            machine.has_all(&opened.book, &page.told, &format!("room {room}"));
            if replica {
                machine.has_all(&opened.book, &page.book.changes(), &format!("room {room}"));
            }
        }
    }
}
