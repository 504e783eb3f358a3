//! A browser with two stores whose calls fail when they are told to.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use ket_nap::book::Book;
use ket_nap::book::change::Change;
use ket_nap::store::line::SEALED;
use ket_nap::store::medium::{Medium, MediumError};
use ket_nap::store::open::{self, How, Opened, Stores};
use ket_nap::store::vault::guard::{Guard, PREFIX};
use ket_nap::store::vault::guarded::put_before;
use ket_nap::store::vault::key::{KEY, SecretKey};
use ket_nap::store::vault::turning::{self, vault_settle};

use super::kept::TypedOver;

pub type Texts = BTreeMap<String, String>;

/// Which calls to the stores of one machine fail.
#[derive(Clone, Copy, Debug, Default)]
pub struct Faults {
    /// The first call that fails, counted from 0; `None` for none.
    pub from: Option<usize>,
    /// Whether every call after it fails too.
    pub for_good: bool,
    /// How.
    pub how: Option<MediumError>,
}

/// A browser: local storage and the replica, with faults.
#[derive(Debug, Default)]
pub struct Machine {
    pub local: RefCell<Texts>,
    pub replica: RefCell<Texts>,
    /// Characters that local storage takes.
    pub room: Option<usize>,
    /// Whether pages have the key of a vault.
    pub vault: Cell<bool>,
    /// Whether the browser refuses the replica.
    pub no_replica: bool,
    pub faults: Cell<Faults>,
    pub calls: Cell<usize>,
    /// Local storage after each of its writes, if they are to be remembered.
    pub past: RefCell<Option<Vec<Texts>>>,
    /// What was typed over on this machine.
    pub typed_over: RefCell<TypedOver>,
}

impl Machine {
    /// Counts a call; fails if it is to fail.
    pub fn call(&self) -> Result<(), MediumError> {
        let number = self.calls.replace(self.calls.get() + 1);
        let Faults { from, for_good, how } = self.faults.get();
        match (from, how) {
            (Some(from), Some(how)) if number == from || for_good && number > from => Err(how),
            _ => Ok(()),
        }
    }

    pub fn take(&self, texts: impl IntoIterator<Item = (String, Option<String>)>) -> Result<(), MediumError> {
        self.call()?;
        if self.no_replica {
            return Err(MediumError::Denied);
        }
        let mut replica = self.replica.borrow_mut();
        for (name, text) in texts {
            match text {
                Some(text) => replica.insert(name, text),
                None => replica.remove(&name),
            };
        }
        Ok(())
    }

    /// Fails the test if an edit told to be kept is not in a book.
    #[track_caller]
    pub fn has_all(&self, book: &Book, told: &[Change], case: &dyn std::fmt::Debug) {
        let over = self.typed_over.borrow();
        assert_eq!(over.lost(book, told), [] as [&Change; 0], "{case:?}");
    }

    fn remember(&self) {
        if let Some(past) = self.past.borrow_mut().as_mut() {
            past.push(self.local.borrow().clone());
        }
    }
}

/// Local storage of a machine.
pub struct Local(pub Rc<Machine>);

impl Medium for Local {
    fn names(&self) -> Result<Vec<String>, MediumError> {
        self.0.call()?;
        Ok(self.0.local.borrow().keys().cloned().collect())
    }

    fn read(&self, name: &str) -> Result<Option<String>, MediumError> {
        self.0.call()?;
        Ok(self.0.local.borrow().get(name).cloned())
    }

    fn write(&mut self, name: &str, text: &str) -> Result<(), MediumError> {
        self.0.call()?;
        let mut local = self.0.local.borrow_mut();
        let others: usize =
            local.iter().filter(|(other, _)| *other != name).map(|(name, text)| name.len() + text.len()).sum();
        if self.0.room.is_some_and(|room| others + name.len() + text.len() > room) {
            return Err(MediumError::Full);
        }
        local.insert(name.to_owned(), text.to_owned());
        drop(local);
        self.0.remember();
        Ok(())
    }

    fn remove(&mut self, name: &str) -> Result<(), MediumError> {
        self.0.call()?;
        self.0.local.borrow_mut().remove(name);
        self.0.remember();
        Ok(())
    }
}

/// Few, so that every run compacts.
const COMPACT_AFTER: usize = 8;

/// The vault of every machine, opened by a page.
fn guard(random: u64) -> Guard {
    let mut prefix = [7; PREFIX];
    prefix.iter_mut().zip(random.to_le_bytes()).for_each(|(byte, random)| *byte = random);
    Guard::new("0000000000000abc", SecretKey::new([9; KEY]), prefix)
}

/// What a page finds that opens on a machine.
pub fn opened(machine: &Rc<Machine>, random: u64, writes: bool) -> (Box<dyn Medium>, Opened) {
    let mut local: Box<dyn Medium> = Box::new(Local(Rc::clone(machine)));
    if machine.vault.get() {
        put_before(&mut local, guard(random));
    }
    // The loader reads the replica; where that fails it says so.
    let replica = (machine.call().is_ok() && !machine.no_replica)
        .then(|| local.opened(machine.replica.borrow().clone().into_iter().collect()));
    let how = How { random: 7 << 32 | random, writes, compact_after: COMPACT_AFTER };
    let mut stores = Stores::gather(&*local, replica);
    let mut opened = open::stored_open(&mut *local, &mut stores, how);
    if let Some((here, there)) = local.guard().filter(|_| writes).map(|guard| turning::unlike(guard)) {
        vault_settle(&stores, &mut opened, (&here, &there), &mut *local);
    }
    (local, opened)
}

/// The book that a healthy browser finds on a machine's stores.
pub fn found(local: &Texts, replica: &Texts) -> Opened {
    let machine = Machine::default();
    *machine.local.borrow_mut() = local.clone();
    *machine.replica.borrow_mut() = replica.clone();
    machine.vault.set(local.values().chain(replica.values()).any(|text| text.starts_with(SEALED)));
    opened(&Rc::new(machine), 999, true).1
}
