//! The runner: passes an action to `update`, performs the effects, handles the actions that follow,
//! and says what has to be rendered. The shell runs it on the browser, tests on stores in memory.
//! Asynchronous results (the replica's answer, a file, a later chunk) arrive as separate calls
//! or actions; what waits for them is in the state.

use super::action::Action;
use super::chunks::{Chunk, Chunks};
use super::clock;
use super::effect::Effect;
use super::facts::{Found, Lock, Moment, Store};
pub use super::platform::Platform;
use super::route::Route;
use super::state::State;
use super::unlocking::{self, Locked};
use super::update::{Early, update};
use crate::domain::schema::field::Field;
use crate::store::backup::{self, Known};
use crate::store::copies;
use crate::store::journal::Journal;
use crate::store::medium::MediumError;
use crate::store::open::{How, Stores};
use crate::store::preferences::{self, Preferences};
use crate::store::snapshot::COMPACT_AFTER;

/// Pending work of the renderer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Whether the page has to be rendered, not only the frame around it.
    pub page: bool,
    /// Whether to scroll to the top and focus the heading.
    pub to_top: bool,
    /// The field to focus once its page is rendered.
    pub focus: Option<(Route, Field)>,
}

/// The running program: state, journal and platform.
#[derive(Debug)]
pub struct Program<P> {
    /// The state that the views render.
    pub state: State,
    /// The platform.
    pub platform: P,
    /// Pending work of the renderer, which takes it out.
    pub left: Left,
    journal: Journal,
    /// What the stores hold, as long as it is locked.
    locked: Locked,
}

impl<P: Platform> Program<P> {
    /// A program that has not read the stores yet.
    pub fn new(platform: P) -> Program<P> {
        let state = State::new(platform.now(), platform.random(), 0);
        Program { state, platform, left: Left::default(), journal: Journal::default(), locked: None }
    }

    /// Starts: sets the load status of the later chunks, opens the stores and navigates to `address`.
    pub fn start(&mut self, chunks: Chunks, address: String) {
        self.take(Action::Chunks(chunks));
        self.open();
        self.take(Action::Navigated(address));
    }

    /// Handles an action at the current time.
    pub fn take(&mut self, action: Action) {
        let Program { state, platform, left, journal, locked } = self;
        let moment = platform.now();
        let page = run(state, moment, action, &mut |effect| perform(effect, platform, journal, locked, left));
        self.left.page |= page;
        if self.state.store.unopened && self.state.chunks.has(Chunk::Stored) {
            self.open();
        }
    }

    /// Opens both stores: at the start, and after another page wrote.
    pub fn open(&mut self) {
        let Program { state, platform, journal, locked, .. } = self;
        let replica = platform.replica();
        let refused = replica.as_ref().err().copied();
        let writes = platform.writes();
        let how = How { random: platform.random(), writes, compact_after: COMPACT_AFTER };
        let stores = Stores::gather(platform.local(), replica.ok());
        let before = std::mem::take(journal);
        let opened = if stores.are_blank() && !before.is_unsure() && platform.local().guard().is_none() {
            let mut opened = stores.begin(platform.local(), how);
            opened.journal.go_on(before);
            opened
        } else if state.chunks.has(Chunk::Stored) {
            unlocking::stored_opened(stores, before, platform, how, locked)
        } else {
            *journal = before;
            state.store.unopened = true;
            return;
        };
        *journal = opened.journal;
        let store = Store {
            unopened: false,
            unread: opened.unread,
            denied: opened.denied,
            replica: refused,
            large: opened.large,
            used: opened.used,
            read_only: !writes,
            persisted: None,
            lock: opened.lock,
            left: opened.left,
            erasing: opened.erasing,
            passing: platform.passes(),
        };
        let found = Found {
            book: opened.book,
            store,
            preferences: opened.preferences.as_deref().map(preferences::stored_read).unwrap_or_default(),
            backup: opened.backup.as_deref().map(Known::stored_read).unwrap_or_default(),
        };
        self.take(Action::Opened(Box::new(found)));
        // Synchronizing writes are sent now, not with the next edit.
        send(&mut self.platform, &mut self.journal);
    }

    /// Reports the result of the replica's transaction.
    pub fn answered(&mut self, answer: Result<(), MediumError>) {
        self.journal.answered(answer);
        // A rejected write is retried with the next edit, not at once.
        if answer.is_ok() {
            send(&mut self.platform, &mut self.journal);
        }
        self.take(Action::Kept(self.journal.kept()));
    }
}

/// Handles an action and all that follow from it. Returns whether the page has to be rendered, not
/// only the frame.
pub fn run(
    state: &mut State,
    moment: Moment,
    action: Action,
    perform: &mut impl FnMut(Effect) -> Option<Action>,
) -> bool {
    (state.clock, state.moment) = clock::read(moment, &state.book, &state.preferences);
    let one_copy = state.has_one_copy();
    let mut page = false;
    let mut come = false;
    let mut actions = vec![action];
    while !actions.is_empty() {
        let mut effects = Vec::new();
        for action in actions.drain(..) {
            page |= !action.stays_in_frame(&state.route);
            // What waits is tried again, in order, with each chunk that comes.
            come |= match &action {
                Action::Chunks(chunks) => chunks.here > state.chunks.here,
                Action::Opened(_) => true,
                _ => false,
            };
            match update(state, action) {
                Ok(next) => effects.extend(next),
                Err(early) => wait(state, early),
            }
        }
        for effect in effects {
            actions.extend(perform(effect));
        }
        if std::mem::take(&mut come) {
            state.early = false;
            actions.append(&mut state.waiting);
        }
    }
    state.settle_tree();
    page || one_copy != state.has_one_copy()
}

/// Queues an action until the chunk that it needs is loaded, except undo: by then another step may be
/// the last. The user is told that it waits, or to ask again.
fn wait(state: &mut State, Early(action): Early) {
    state.early |= action.is_asked_for() && state.store.lock != Lock::Locked;
    if !matches!(action, Action::Undo | Action::Redo) {
        state.waiting.push(action);
    }
}

/// Performs one effect; returns its immediate result, if any.
fn perform(
    effect: Effect,
    platform: &mut impl Platform,
    journal: &mut Journal,
    locked: &Locked,
    left: &mut Left,
) -> Option<Action> {
    match effect {
        Effect::Append(changes) => {
            if changes.is_empty() {
                journal.retry(platform.local());
            } else {
                journal.forms_append(platform.local(), changes);
            }
            return Some(kept(platform, journal));
        }
        Effect::Settle => journal.settle(),
        Effect::Prefer(chosen) => {
            platform.prefer(&chosen);
            // The default ones are not written down: they would be all that a first visit leaves.
            if chosen == Preferences::default() && matches!(platform.local().read(preferences::NAME), Ok(None)) {
                return None;
            }
            return note(platform, journal, preferences::NAME, &preferences::forms_write(&chosen));
        }
        Effect::Note(known) => return note(platform, journal, backup::NAME, &known.deferred_write()),
        Effect::Measure => return Some(Action::Measured(copies::gather(platform.local(), None).used())),
        Effect::ToTop => left.to_top = true,
        Effect::Focus(page, field) => left.focus = Some((page, field)),
        Effect::Vault(what) => {
            let done = unlocking::vault_run(&what, locked, platform, journal);
            send(platform, journal);
            return done;
        }
        Effect::Ask(request) => return platform.perform(request),
    }
    None
}

/// Stores a text that is not a bundle, unless it is unchanged.
fn note(platform: &mut impl Platform, journal: &mut Journal, name: &str, text: &str) -> Option<Action> {
    if platform.local().read(name).ok().flatten().as_deref() == Some(text) {
        return None;
    }
    journal.note(platform.local(), name, text);
    Some(kept(platform, journal))
}

/// Starts the next transaction of the replica and returns the write status.
fn kept(platform: &mut impl Platform, journal: &mut Journal) -> Action {
    send(platform, journal);
    Action::Kept(journal.kept())
}

/// Starts the next transaction of the replica.
fn send(platform: &mut impl Platform, journal: &mut Journal) {
    if let Some(puts) = journal.batch() {
        platform.write_replica(puts);
    }
}
