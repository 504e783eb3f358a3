//! The power goes at any moment; texts are torn, missing, flipped.

use std::rc::Rc;

use ket_nap::book::Book;
use ket_nap::book::change::Change;
use ket_nap::store::journal::{Kept, Replica};

use super::kept::TypedOver;
use super::machine::{Machine, Texts, found};
use super::page::{Page, STEPS, sitting_ends};

/// A machine after every step: local storage at every moment, the replica as confirmed, and
/// what was told by then to be on the disk.
struct Moment {
    local_writes: usize,
    replica: Texts,
    sure: Vec<Change>,
}

/// Everything that there was of one machine.
struct Past {
    /// Local storage after each of its writes.
    local: Vec<Texts>,
    moments: Vec<Moment>,
    typed_over: TypedOver,
}

impl Past {
    /// The script on a machine without faults.
    fn new() -> Past {
        let machine = Rc::new(Machine::default());
        *machine.past.borrow_mut() = Some(vec![Texts::new()]);
        let mut page = Page::open(&machine, 1);
        let mut moments = Vec::new();
        for step in 0..STEPS {
            let kept = page.does(step);
            assert_eq!(kept, Kept { local: None, replica: Replica::Confirmed });
            let local_writes = machine.past.borrow().as_ref().map_or(0, Vec::len);
            let replica = machine.replica.borrow().clone();
            moments.push(Moment { local_writes, replica, sure: page.book.changes() });
            if sitting_ends(step) {
                page = Page::open(&machine, step + 2);
            }
        }
        let local = machine.past.borrow_mut().take().unwrap_or_default();
        let typed_over = machine.typed_over.borrow().clone();
        Past { local, moments, typed_over }
    }

    /// Local storage at a moment.
    fn local_at(&self, moment: &Moment) -> &Texts {
        self.local.get(moment.local_writes - 1).unwrap_or_else(|| unreachable!("{} writes", moment.local_writes))
    }

    /// Fails the test if an edit that was sure at a moment is not in a book.
    #[track_caller]
    fn has_all(&self, book: &Book, moment: &Moment, case: &str) {
        assert_eq!(self.typed_over.lost(book, &moment.sure), [] as [&Change; 0], "{case}");
    }
}

#[test]
fn a_power_cut_at_any_moment_loses_nothing_that_was_confirmed() {
    let past = Past::new();
    let mut cuts = 0;
    for (step, moment) in past.moments.iter().enumerate() {
        // What local storage had by then: nothing, everything, and every state in between; and what
        // it was given after that, while the replica was still at it.
        let ahead = past.moments.get(step + 1).map_or(past.local.len(), |next| next.local_writes);
        for (place, local) in past.local.iter().take(ahead).enumerate() {
            let opened = found(local, &moment.replica);
            past.has_all(&opened.book, moment, &format!("step {step}"));
            cuts += 1;
            // All but the last write made it: the commonest cut.
            let commonest = place + 2 == moment.local_writes;
            if !commonest && (step % 20 != 0 || place % 10 != 0) {
                continue;
            }
            // A start brings both copies in line: from then on either alone is enough.
            let machine = Rc::new(Machine::default());
            machine.local.replace(local.clone());
            machine.replica.replace(moment.replica.clone());
            Page::open(&machine, 777);
            let (local, replica) = (machine.local.borrow(), machine.replica.borrow());
            past.has_all(&found(&local, &Texts::new()).book, moment, &format!("step {step}, local alone"));
            past.has_all(&found(&Texts::new(), &replica).book, moment, &format!("step {step}, replica alone"));
        }
        if step % 5 != 0 {
            continue;
        }
        let local = past.local_at(moment);
        for (name, text) in local {
            let half: String = text.chars().take(text.chars().count() / 2).collect();
            let flipped: String = text.chars().enumerate().map(|(at, c)| if at == 40 { '~' } else { c }).collect();
            for damaged in [None, Some(half), Some(flipped), Some(String::new())] {
                let mut local = local.clone();
                match damaged {
                    Some(text) => local.insert(name.clone(), text),
                    None => local.remove(name),
                };
                let opened = found(&local, &moment.replica);
                past.has_all(&opened.book, moment, &format!("step {step}, {name}"));
                cuts += 1;
            }
        }
    }
    println!("{cuts} power cuts: nothing confirmed was lost");
}

#[test]
fn without_the_replica_no_single_damaged_snapshot_costs_anything() {
    let past = Past::new();
    let mut snapshots = 0;
    for moment in &past.moments {
        let local = past.local_at(moment);
        past.has_all(&found(local, &Texts::new()).book, moment, "local alone");
        for (name, text) in local.iter().filter(|(name, _)| name.starts_with("ket-nap/folded/")) {
            // Torn, or a single sign wrong: then its mark still says that it is what it was.
            let one_sign = text.strip_suffix(']').map(|rest| format!("{rest}}}")).unwrap_or_default();
            for damaged in ["2;9;0;damaged".to_owned(), one_sign] {
                let mut local = local.clone();
                local.insert(name.clone(), damaged);
                let opened = found(&local, &Texts::new());
                past.has_all(&opened.book, moment, name);
                assert_eq!(opened.unread.len(), 1, "and the damage is told");
            }
            snapshots += 1;
        }
    }
    assert!(snapshots > 100, "{snapshots}");
}
