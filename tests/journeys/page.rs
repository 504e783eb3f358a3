//! A page over a store, with a person before it: the whole program without a browser.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

use ket_nap::app::action::Action;
use ket_nap::app::chunks::Chunks;
use ket_nap::app::effect::Request;
use ket_nap::app::facts::Moment;
use ket_nap::app::route::Route;
use ket_nap::app::run::{Platform, Program};
use ket_nap::app::selectors;
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::domain::value::day::Day;
use ket_nap::store::journal::{Kept, Replica};
use ket_nap::store::medium::{Medium, MediumError, Memory};
use ket_nap::store::preferences::Preferences;
use ket_nap::store::puts::Puts;
use ket_nap::text::numbers;

/// Everything typed is in local storage and in the replica.
pub const SAVED: Kept = Kept { local: None, replica: Replica::Confirmed };

/// A store that the test looks into while the program has it.
#[derive(Clone)]
pub struct Shared(pub Rc<RefCell<Memory>>);

impl Shared {
    /// What it holds now.
    pub fn now(&self) -> Memory {
        self.0.borrow().clone()
    }
}

impl Medium for Shared {
    fn names(&self) -> Result<Vec<String>, MediumError> {
        self.0.borrow().names()
    }

    fn read(&self, name: &str) -> Result<Option<String>, MediumError> {
        self.0.borrow().read(name)
    }

    fn write(&mut self, name: &str, text: &str) -> Result<(), MediumError> {
        self.0.borrow_mut().write(name, text)
    }

    fn remove(&mut self, name: &str) -> Result<(), MediumError> {
        self.0.borrow_mut().remove(name)
    }
}

/// A machine in memory: what the program runs on.
pub struct Machine {
    /// Local storage itself.
    pub store: Shared,
    local: Box<dyn Medium>,
    /// The replica; `None` where the browser refuses it.
    pub replica: Option<Memory>,
    /// The generations inside the browser, by name.
    pub generations: BTreeMap<String, String>,
    /// The file handed over last.
    pub file: Option<String>,
    pub clock: u64,
    pub today: Day,
    /// Whether the page is the one that writes.
    pub writes: bool,
    /// How many secret numbers were drawn.
    drawn: Cell<u64>,
    /// What the loader was asked to do with files.
    pub asked: Vec<String>,
    /// What the replica answers to what it was given last.
    answer: Option<Result<(), MediumError>>,
}

impl Platform for Machine {
    fn now(&self) -> Moment {
        Moment { ms: self.clock, today: self.today, zone_minutes: 420 }
    }

    fn random(&self) -> u64 {
        self.clock << 32 | self.clock
    }

    fn secret(&self) -> Option<u64> {
        self.drawn.set(self.drawn.get() + 1);
        Some((self.clock << 32) ^ (self.drawn.get() * 0x9e37_79b9))
    }

    fn writes(&self) -> bool {
        self.writes
    }

    fn passes(&self) -> bool {
        false
    }

    fn medium(&mut self) -> &mut Box<dyn Medium> {
        &mut self.local
    }

    fn replica(&self) -> Result<Vec<(String, String)>, MediumError> {
        let replica = self.replica.as_ref().ok_or(MediumError::Denied)?;
        Ok(self.local.opened(replica.texts().map(|(name, text)| (name.to_owned(), text.to_owned())).collect()))
    }

    fn write_replica(&mut self, puts: &Puts) {
        let sealed = self.local.sealed(puts);
        let puts = sealed.as_ref().unwrap_or(puts);
        let answer = match &mut self.replica {
            None => Err(MediumError::Denied),
            Some(replica) => puts.iter().try_for_each(|(name, text)| match text {
                Some(text) => replica.write(name, text),
                None => replica.remove(name),
            }),
        };
        self.answer = Some(answer);
    }

    fn prefer(&mut self, _: &Preferences) {}

    fn perform(&mut self, request: Request) -> Option<Action> {
        match request {
            Request::Go(route) | Request::Replace(route) => Some(Action::Navigated(route.href())),
            Request::SaveFile(_, text) => {
                self.file = Some(text);
                None
            }
            Request::WriteGenerations(texts) => {
                for (name, text) in texts {
                    match text {
                        Some(text) => self.generations.insert(name.to_owned(), text),
                        None => self.generations.remove(name),
                    };
                }
                Some(Action::GenerationsWritten(true))
            }
            Request::ReadGenerations => Some(Action::GenerationsFound(self.generations.clone().into_iter().collect())),
            Request::ReadLists(text) => {
                self.asked.push(text);
                None
            }
            Request::FetchVersion
            | Request::TakeVersion
            | Request::Install
            | Request::OpenFile
            | Request::TakeOver
            | Request::Rescue
            | Request::Copy(_)
            | Request::Print
            | Request::FetchChunks => None,
        }
    }
}

/// A page on a machine, with a person before it.
pub struct Page(Program<Machine>);

impl Deref for Page {
    type Target = Program<Machine>;

    fn deref(&self) -> &Program<Machine> {
        &self.0
    }
}

impl DerefMut for Page {
    fn deref_mut(&mut self) -> &mut Program<Machine> {
        &mut self.0
    }
}

impl Page {
    pub fn open(medium: Memory, seed: u64) -> Page {
        Page::open_with(medium, Some(Memory::default()), seed)
    }

    pub fn open_with(medium: Memory, replica: Option<Memory>, seed: u64) -> Page {
        Page::start(medium, replica, BTreeMap::new(), seed, Chunks::ALL)
    }

    /// With so much of the program as has come.
    pub fn with(chunks: Chunks) -> Page {
        Page::start(Memory::default(), Some(Memory::default()), BTreeMap::new(), 7, chunks)
    }

    fn start(
        medium: Memory,
        replica: Option<Memory>,
        generations: BTreeMap<String, String>,
        seed: u64,
        chunks: Chunks,
    ) -> Page {
        let today = Day::new(2026, 11, 21).unwrap_or(Day::FIRST_OF_2026);
        let store = Shared(Rc::new(RefCell::new(medium)));
        let machine = Machine {
            local: Box::new(store.clone()),
            store,
            replica,
            generations,
            file: None,
            clock: seed,
            today,
            writes: true,
            drawn: Cell::new(0),
            asked: Vec::new(),
            answer: None,
        };
        let mut page = Page(Program::new(machine));
        page.0.start(chunks, "#/".to_owned());
        page.hears();
        // The loader looks for generations where there is no book.
        let names = page.platform.store.names().unwrap_or_default();
        if page.state.book.all().is_empty()
            && names.iter().all(|name| !name.contains("/book/") && !name.contains("/folded/"))
        {
            let found = page.platform.generations.clone().into_iter().collect();
            page.does(Action::GenerationsFound(found));
        }
        page
    }

    /// Reads the store anew.
    pub fn read(&mut self, writes: bool) {
        self.platform.writes = writes;
        self.0.open();
        self.hears();
    }

    /// Everything that the browser keeps, by store and name.
    pub fn kept(&self) -> BTreeMap<String, String> {
        let machine = &self.platform;
        let of = |store: &Memory, what: &str| -> Vec<(String, String)> {
            store.texts().map(|(name, text)| (format!("{what} {name}"), text.to_owned())).collect()
        };
        let replica = machine.replica.as_ref().map(|replica| of(replica, "replica"));
        let generations = machine.generations.iter().map(|(name, text)| (format!("generation {name}"), text.clone()));
        of(&machine.store.now(), "local").into_iter().chain(replica.into_iter().flatten()).chain(generations).collect()
    }

    /// The loader reads the replica again where it was asked to, and says so.
    pub fn rereads(&mut self) {
        let asked = |page: &Page, word: &str| page.platform.asked.iter().any(|asked| asked == word);
        while asked(self, "reread;") || asked(self, "erasing;") {
            let erasing = asked(self, "erasing;");
            self.platform.asked.clear();
            self.read(true);
            if erasing {
                self.read(true);
                self.does(Action::GenerationsFound(self.platform.generations.clone().into_iter().collect()));
            }
        }
    }

    /// Closes the page and opens it again on the same store.
    pub fn again(self) -> Page {
        self.again_with(Chunks::ALL)
    }

    /// The same with so much of the program as has come.
    pub fn again_with(self, chunks: Chunks) -> Page {
        let Machine { store, replica, generations, clock, .. } = self.0.platform;
        Page::start(store.0.take(), replica, generations, clock + 1_000, chunks)
    }

    pub fn does(&mut self, action: Action) {
        self.platform.clock += 1;
        self.0.take(action);
        self.hears();
    }

    /// The days go by until this one.
    pub fn comes_to(&mut self, today: Day) {
        self.platform.today = today;
        self.state.moment.today = today;
    }

    /// Hears what the replica answers.
    fn hears(&mut self) {
        while let Some(answer) = self.platform.answer.take() {
            self.0.answered(answer);
        }
    }

    pub fn goes(&mut self, hash: &str) {
        self.does(Action::Navigated(hash.to_owned()));
    }

    /// Types a text letter by letter into a field of the record whose page is open.
    pub fn types(&mut self, field: Field, text: &str) {
        let record = self.here();
        let mut typed = String::new();
        for letter in text.chars() {
            typed.push(letter);
            self.does(Action::Edited { record: record.clone(), field, text: typed.clone() });
        }
        self.does(Action::Left);
    }

    pub fn here(&self) -> RecordId {
        match &self.state.route {
            Route::Record(id) | Route::Part(id, _) => id.clone(),
            other => unreachable!("{other:?}"),
        }
    }

    pub fn text(&self, id: &RecordId, field: Field) -> Option<String> {
        self.state.book.record(id)?.text(field.spec().key).map(str::to_owned)
    }

    /// Percent of every target of the person's organization.
    pub fn percents(&self) -> Vec<String> {
        let home = selectors::home(&self.state).unwrap_or_else(|| unreachable!("no organization"));
        let standings = selectors::standings(&self.state, &home);
        let percent =
            |progress: Option<ket_nap::domain::calculator::progress::Progress>| progress?.percent.map(numbers::percent);
        standings.into_iter().map(|(_, _, progress)| percent(progress).unwrap_or_default()).collect()
    }
}
