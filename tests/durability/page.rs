//! A page on a machine, with a person who edits; and one script of what they do.

use std::rc::Rc;

use ket_nap::book::Book;
use ket_nap::book::change::Change;
use ket_nap::book::stamp::Stamp;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::store::journal::{Journal, Kept, Replica};
use ket_nap::store::medium::Medium;

use super::machine::{Machine, Texts, found, opened};

pub struct Page {
    pub machine: Rc<Machine>,
    pub local: Box<dyn Medium>,
    pub journal: Journal,
    pub book: Book,
    /// Changes that the page has told to be kept, and those that it has not.
    pub told: Vec<Change>,
    waiting: Vec<Change>,
    /// The edit of the field that the person is still in.
    typing: Option<(RecordId, String, Stamp)>,
}

impl Page {
    pub fn open(machine: &Rc<Machine>, random: u64) -> Page {
        let (local, opened) = opened(machine, random, true);
        let mut page = Page {
            machine: Rc::clone(machine),
            local,
            journal: opened.journal,
            book: opened.book,
            told: Vec::new(),
            waiting: Vec::new(),
            typing: None,
        };
        page.replica();
        page
    }

    /// Gives the replica everything that waits for it.
    pub fn replica(&mut self) {
        while let Some(puts) = self.journal.batch() {
            let sealed = self.local.sealed(puts);
            let answer = self.machine.take(sealed.as_ref().unwrap_or(puts).iter().cloned().collect::<Vec<_>>());
            self.journal.answered(answer);
            if answer.is_err() {
                break;
            }
        }
    }

    /// Hands changes to the store; whether it says that they are kept at all.
    pub fn append(&mut self, changes: Vec<Change>) -> Kept {
        self.write(changes);
        self.replica();
        self.hear()
    }

    /// Hands changes to local storage; the replica may wait.
    pub fn write(&mut self, changes: Vec<Change>) {
        self.waiting.extend(changes.iter().cloned());
        self.journal.forms_append(&mut *self.local, changes);
    }

    /// What the page tells by now.
    pub fn hear(&mut self) -> Kept {
        let kept = self.journal.kept();
        if kept.local.is_none() || kept.replica == Replica::Confirmed {
            self.told.append(&mut self.waiting);
        }
        kept
    }

    /// “đã lưu” is said of everything typed so far, not only of the last edit.
    fn replica_alone_has_what_it_confirmed(&self) {
        if self.journal.kept().replica == Replica::Confirmed {
            let opened = found(&Texts::new(), &self.machine.replica.borrow());
            self.machine.has_all(&opened.book, &self.told, &self.machine.faults.get());
        }
    }

    /// The person has left the field.
    pub fn leaves(&mut self) {
        self.typing = None;
        self.journal.settle();
    }

    /// Types: goes on in the field that the person is in, or begins in another.
    pub fn types(&mut self, now: u64, id: &RecordId, key: &str, value: Option<String>) -> Change {
        let over = self.typing.take().filter(|(record, field, _)| record == id && field == key);
        let change = match over {
            None => self.book.edit(now, id, key, value),
            Some((.., over)) => {
                let change = self.book.retype(now, id, key, value, over);
                // Where something else stood there by then, nothing was typed over.
                if self.book.history(id, key).edit(over).is_none() {
                    self.machine.typed_over.borrow_mut().note(over, &change);
                }
                change
            }
        };
        self.typing = Some((id.clone(), key.to_owned(), change.stamp));
        change
    }

    /// One of 200 things that a person does.
    pub fn does(&mut self, step: u64) -> Kept {
        // In one field of one record there are two edits after each other, and a word of three letters.
        let person = match step % 10 {
            2 => step - 1,
            7 | 8 => step - (step % 10 - 6),
            _ => step,
        };
        let id = RecordId::parse(&format!("candidate:{:02}", person * 7 % 23)).unwrap_or_else(|| unreachable!());
        let now = 1_000 + step * 3;
        let changes = match step % 10 {
            0 => {
                self.leaves();
                vec![self.book.create(now, &id, "2026-11-22"), self.book.edit(now, &id, "cell", Some("a".into()))]
            }
            // Nobody says here that the field was left: the store has to see by itself that the second
            // edit is not typed over the first.
            1 | 2 => vec![self.book.edit(now, &id, &format!("field{}", person % 3), Some(format!("{step}")))],
            4 => {
                self.leaves();
                vec![self.book.delete(now, &id)]
            }
            5 => vec![self.book.restore(now, &id)],
            6..=8 => {
                if step % 10 == 6 {
                    self.leaves();
                }
                vec![self.types(now, &id, "name", Some("Lò Thị Mẫu".chars().take((step % 10) as usize).collect()))]
            }
            9 => {
                self.leaves();
                vec![self.book.edit(now, &id, "birth", Some(format!("2000-01-{:02}", step % 28 + 1)))]
            }
            _ => vec![self.book.edit(now, &id, &format!("field{}", step % 3), Some(format!("{step}")))],
        };
        self.append(changes)
    }
}

pub const STEPS: u64 = 200;
/// Steps in a sitting: how long the page is open at a time where that does not vary.
pub const SITTING: u64 = 25;

/// Whether the page is closed and opened again after this step. Long sittings end in a snapshot,
/// short ones leave everything to the texts that are there.
pub fn sitting_ends(step: u64) -> bool {
    matches!(step % 50, 2 | 4 | 24 | 27 | 49)
}

/// Does the whole script on a machine; what was told to be kept comes back.
pub fn script(machine: &Rc<Machine>) -> Vec<Change> {
    let mut told: Vec<Change> = Vec::new();
    let mut page = Page::open(machine, 1);
    for step in 0..STEPS {
        page.does(step);
        if sitting_ends(step) {
            page.replica_alone_has_what_it_confirmed();
            told.append(&mut page.told);
            page = Page::open(machine, step + 2);
        }
    }
    page.replica_alone_has_what_it_confirmed();
    told.append(&mut page.told);
    told
}
