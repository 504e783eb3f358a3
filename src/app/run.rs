//! The one runner: takes an action, lets `update` alter the state, does what that leads to, takes
//! in what follows, and says what is left to draw. The shell runs it on the browser, tests on
//! stores in memory. What comes later (an answer of the second copy, a file, the later part of the
//! program) comes as a call or an action of its own; what waits for it is in the state.

use super::action::Action;
use super::effect::{Effect, Request};
use super::facts::{Found, Later, Moment, Store};
use super::route::Route;
use super::state::State;
use super::update::{Early, update};
use crate::domain::schema::field::Field;
use crate::store::backup::{self, Known};
use crate::store::copies;
use crate::store::journal::Journal;
use crate::store::medium::{Medium, MediumError};
use crate::store::open::{self, How};
use crate::store::preferences::{self, Preferences};
use crate::store::puts::Puts;
use crate::store::snapshot::FOLD_AFTER;

/// What the program runs on. It decides nothing.
pub trait Platform {
    /// The moment.
    fn now(&self) -> Moment;
    /// A random number.
    fn random(&self) -> u64;
    /// Whether this page is the one that writes.
    fn writes(&self) -> bool;
    /// Whether nothing shows that what is written here outlives the page.
    fn passes(&self) -> bool;
    /// The first copy: local storage.
    fn local(&mut self) -> &mut dyn Medium;
    /// All texts of the second copy, by name.
    ///
    /// # Errors
    /// If it cannot be read.
    fn second_copy(&self) -> Result<Vec<(String, String)>, MediumError>;
    /// Gives the second copy texts to be written in one transaction. Whether they are is said to
    /// [`Program::answered`], later.
    fn write_second(&mut self, puts: &Puts);
    /// Shows the page by these preferences.
    fn prefer(&mut self, preferences: &Preferences);
    /// Does what was asked for; returns what it leads to at once.
    fn perform(&mut self, request: Request) -> Option<Action>;
}

/// What is left to be done where the page is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Whether the page is to be drawn anew, not only the frame around it.
    pub page: bool,
    /// Whether it is to be shown from its top, with the focus on its heading.
    pub to_top: bool,
    /// The field to put the focus on, once its page is shown.
    pub focus: Option<(Route, Field)>,
}

/// The running program: its state, what of it is on the way into the stores, what it runs on.
#[derive(Debug)]
pub struct Program<P> {
    /// What pages show.
    pub state: State,
    /// What the program runs on.
    pub platform: P,
    /// What all that was taken so far has left to be done. Whoever draws takes it out.
    pub left: Left,
    journal: Journal,
}

impl<P: Platform> Program<P> {
    /// A program that has read nothing yet.
    pub fn new(platform: P) -> Program<P> {
        let state = State::new(platform.now(), platform.random(), 0);
        Program { state, platform, left: Left::default(), journal: Journal::default() }
    }

    /// Begins: with what there is of the program, on what the stores hold, at an address.
    pub fn start(&mut self, later: Later, address: String) {
        self.take(Action::Later(later));
        self.open();
        self.take(Action::Navigated(address));
    }

    /// Takes an action, at this moment.
    pub fn take(&mut self, action: Action) {
        let Program { state, platform, left, journal } = self;
        let moment = platform.now();
        let page = run(state, moment, action, &mut |effect| perform(effect, platform, journal, left));
        self.left.page |= page;
    }

    /// Reads both copies, at the start and when another page wrote.
    pub fn open(&mut self) {
        let Program { platform, journal, .. } = self;
        let second = platform.second_copy();
        let refused = second.as_ref().err().copied();
        let writes = platform.writes();
        let how = How { random: platform.random(), writes, fold_after: FOLD_AFTER };
        let mut opened = open::open(platform.local(), second.ok(), how);
        opened.go_on(std::mem::take(journal));
        *journal = opened.journal;
        let store = Store {
            unread: opened.unread,
            denied: opened.denied,
            second: refused,
            large: opened.large,
            used: opened.used,
            read_only: !writes,
            persisted: None,
            passing: platform.passes(),
        };
        let found = Found {
            book: opened.book,
            store,
            preferences: preferences::read(opened.preferences.as_deref()),
            backup: Known::read(opened.backup.as_deref().unwrap_or_default()),
        };
        self.take(Action::Opened(Box::new(found)));
        // What one copy lacks goes there now, not with the next edit.
        send(&mut self.platform, &mut self.journal);
    }

    /// The second copy has answered: everything given is on the disk, or nothing of it is.
    pub fn answered(&mut self, answer: Result<(), MediumError>) {
        self.journal.answered(answer);
        // What it has refused is tried again with the next edit, not at once.
        if answer.is_ok() {
            send(&mut self.platform, &mut self.journal);
        }
        self.take(Action::Kept(self.journal.kept()));
    }
}

/// Takes an action and everything that follows from it. Whether the page is to be drawn anew, not
/// only the frame around it.
pub fn run(
    state: &mut State,
    moment: Moment,
    action: Action,
    perform: &mut impl FnMut(Effect) -> Option<Action>,
) -> bool {
    state.moment = moment;
    let one_copy = state.has_one_copy();
    let mut page = false;
    let mut actions = vec![action];
    while !actions.is_empty() {
        let mut effects = Vec::new();
        for action in actions.drain(..) {
            page |= !action.stays_in_frame(&state.route);
            match update(state, action) {
                Ok(next) => effects.extend(next),
                Err(early) => wait(state, early),
            }
        }
        for effect in effects {
            actions.extend(perform(effect));
        }
        // What has waited is done in its order as soon as it can be.
        if state.later == Later::Here {
            state.early = false;
            actions.append(&mut state.waiting);
        }
    }
    page || one_copy != state.has_one_copy()
}

/// Keeps an action until the later part is here. Not what takes the last step back: when that is
/// done, another step may be the last. Whoever asked is told that it waits or has to be asked again.
fn wait(state: &mut State, Early(action): Early) {
    // Nobody asked for these.
    let unasked = matches!(action, Action::Idle | Action::GenerationsFound(_) | Action::GenerationsWritten(_));
    state.early |= !unasked;
    if !matches!(action, Action::Undo | Action::Redo) {
        state.waiting.push(action);
    }
}

/// Does one thing; returns what it leads to at once.
fn perform(effect: Effect, platform: &mut impl Platform, journal: &mut Journal, left: &mut Left) -> Option<Action> {
    match effect {
        Effect::Append(changes) => {
            journal.append(platform.local(), changes);
            return Some(kept(platform, journal));
        }
        Effect::Settle => journal.settle(),
        Effect::Prefer(chosen) => {
            platform.prefer(&chosen);
            return note(platform, journal, preferences::NAME, &preferences::write(&chosen));
        }
        Effect::Note(known) => return note(platform, journal, backup::NAME, &known.write()),
        Effect::Measure => return Some(Action::Measured(copies::gather(platform.local(), None).used())),
        Effect::ToTop => left.to_top = true,
        Effect::Focus(page, field) => left.focus = Some((page, field)),
        Effect::Ask(request) => return platform.perform(request),
    }
    None
}

/// Keeps a text that is no change, unless it is what is kept already.
fn note(platform: &mut impl Platform, journal: &mut Journal, name: &str, text: &str) -> Option<Action> {
    if platform.local().read(name).ok().flatten().as_deref() == Some(text) {
        return None;
    }
    journal.note(platform.local(), name, text);
    Some(kept(platform, journal))
}

/// Gives the second copy what it is to take next, and tells where everything is.
fn kept(platform: &mut impl Platform, journal: &mut Journal) -> Action {
    send(platform, journal);
    Action::Kept(journal.kept())
}

/// Gives the second copy what it is to take next.
fn send(platform: &mut impl Platform, journal: &mut Journal) {
    if let Some(puts) = journal.batch() {
        platform.write_second(puts);
    }
}
