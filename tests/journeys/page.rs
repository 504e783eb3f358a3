//! A page over a store, with a person before it: the whole program without a browser.

use std::collections::BTreeMap;
use std::rc::Rc;

use ket_nap::app::action::Action;
use ket_nap::app::effect::Effect;
use ket_nap::app::route::Route;
use ket_nap::app::selectors;
use ket_nap::app::state::{Found, Moment, State, Store};
use ket_nap::app::update::update;
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::domain::value::day::Day;
use ket_nap::store::backup::{self, Known};
use ket_nap::store::journal::{Journal, Kept, Second};
use ket_nap::store::medium::{Medium, MediumError, Memory};
use ket_nap::store::open::{self, How};
use ket_nap::store::preferences;
use ket_nap::store::snapshot::FOLD_AFTER;
use ket_nap::text::vi::numbers;

/// Everything typed is in local storage and in the second copy.
pub const SAVED: Kept = Kept { local: None, second: Second::Confirmed };

/// A page over a store, with a person before it.
pub struct Page {
    pub state: State,
    pub journal: Journal,
    pub medium: Memory,
    /// The second copy; `None` where the browser refuses it.
    pub second: Option<Memory>,
    /// The generations inside the browser, by name.
    pub generations: BTreeMap<String, String>,
    /// The file handed over last.
    pub file: Option<String>,
    pub clock: u64,
}

impl Page {
    pub fn open(medium: Memory, seed: u64) -> Page {
        Page::open_with(medium, Some(Memory::default()), seed)
    }

    pub fn open_with(medium: Memory, second: Option<Memory>, seed: u64) -> Page {
        Page::start(medium, second, BTreeMap::new(), seed)
    }

    fn start(medium: Memory, second: Option<Memory>, generations: BTreeMap<String, String>, seed: u64) -> Page {
        let moment = Moment { ms: 1, today: Day::new(2026, 11, 21).unwrap_or(Day::FIRST_OF_2026), zone_minutes: 420 };
        let mut page = Page {
            state: State::new(moment, seed, 0),
            journal: Journal::default(),
            medium,
            second,
            generations,
            file: None,
            clock: seed,
        };
        page.read(true);
        page.goes("#/");
        page
    }

    /// Reads the store, as at the start.
    pub fn read(&mut self, writes: bool) {
        let texts = |medium: &Memory| medium.texts().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        let second: Option<Vec<_>> = self.second.as_ref().map(texts);
        let refused = second.is_none().then_some(MediumError::Denied);
        let how = How { random: self.clock << 32 | self.clock, writes, fold_after: FOLD_AFTER };
        let mut opened = open::open(&mut self.medium, second, how);
        opened.go_on(std::mem::take(&mut self.journal));
        self.journal = opened.journal;
        let store = Store {
            unread: opened.unread,
            denied: opened.denied,
            second: refused,
            large: opened.large,
            used: opened.used,
            read_only: !writes,
            persisted: None,
            passing: false,
        };
        let preferences = preferences::read(opened.preferences.as_deref());
        let backup = Known::read(opened.backup.as_deref().unwrap_or_default());
        self.does(Action::Opened(Rc::new(Found { book: opened.book, store, preferences, backup })));
        self.kept();
    }

    /// Closes the page and opens it again on the same store.
    pub fn again(self) -> Page {
        let seed = self.clock + 1_000;
        Page::start(self.medium, self.second, self.generations, seed)
    }

    /// Gives the second copy what it is to take, and tells what came of it.
    pub fn kept(&mut self) -> Action {
        while let Some(puts) = self.journal.batch() {
            let answer = match &mut self.second {
                None => Err(MediumError::Denied),
                Some(second) => puts.iter().try_for_each(|(name, text)| match text {
                    Some(text) => second.write(name, text),
                    None => second.remove(name),
                }),
            };
            self.journal.answered(answer);
            if answer.is_err() {
                break;
            }
        }
        Action::Kept(self.journal.kept())
    }

    pub fn does(&mut self, action: Action) {
        self.clock += 1;
        let moment = Moment { ms: self.clock, ..self.state.moment };
        update(&mut self.state, Action::At(moment));
        let mut open = vec![action];
        while let Some(action) = open.pop() {
            for effect in update(&mut self.state, action) {
                match effect {
                    Effect::Append(changes) => {
                        self.journal.append(&mut self.medium, changes);
                        open.push(self.kept());
                    }
                    Effect::Settle => self.journal.settle(),
                    Effect::Prefer(chosen) => {
                        self.journal.note(&mut self.medium, preferences::NAME, &preferences::write(&chosen));
                        self.kept();
                    }
                    Effect::Note(known) => {
                        self.journal.note(&mut self.medium, backup::NAME, &known.write());
                        self.kept();
                    }
                    Effect::SaveFile(_, text) => self.file = Some(text),
                    Effect::WriteGenerations(texts) => {
                        for (name, text) in texts {
                            match text {
                                Some(text) => self.generations.insert(name.to_owned(), text),
                                None => self.generations.remove(name),
                            };
                        }
                        open.push(Action::GenerationsWritten(true));
                    }
                    Effect::ReadGenerations => {
                        open.push(Action::GenerationsFound(self.generations.clone().into_iter().collect()));
                    }
                    Effect::Go(route) | Effect::Replace(route) => open.push(Action::Navigated(route.href())),
                    Effect::ToTop
                    | Effect::Focus(..)
                    | Effect::FetchVersion
                    | Effect::TakeVersion
                    | Effect::Install
                    | Effect::OpenFile
                    | Effect::Measure
                    | Effect::TakeOver
                    | Effect::Rescue
                    | Effect::Copy(_)
                    | Effect::Print
                    | Effect::FetchLater => {}
                }
            }
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
