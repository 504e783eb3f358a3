//! Everything that the page shows, as plain data.

use super::action::Action;
pub use super::facts::{
    Cause, Done, EditRef, Found, Later, Moment, NewVersion, Notice, Offline, Question, Role, SeenNotice, Store,
    UndoStep,
};
use super::ids::Ids;
use super::route::Route;
use crate::book::Book;
use crate::book::change::Change;
use crate::book::version::Version;
use crate::domain::calculator::progress::Forecast;
use crate::domain::ledger::Ledger;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::store::backup::{Generation, Known};
use crate::store::journal::{Kept, Second};
use crate::store::preferences::Preferences;

/// The state of one page.
#[derive(Clone, Debug)]
pub struct State {
    /// Every record as edited.
    pub book: Book,
    /// Every record as values.
    pub ledger: Ledger,
    /// The page shown.
    pub route: Route,
    /// The moment of the last action.
    pub moment: Moment,
    /// How the person likes the page.
    pub preferences: Preferences,
    /// The day asked about, as typed; empty stands for today.
    pub as_of: String,
    /// What the person searches for among candidates.
    pub search: String,
    /// The lines of a report that are being checked.
    pub lines: String,
    /// Where what was typed is by now; `None` while nothing was typed.
    pub kept: Option<Kept>,
    /// What else is known of the store.
    pub store: Store,
    /// What is known of backups.
    pub backup: Known,
    /// Things to tell, latest last. Each stays until the page after the one it arrived on.
    pub notices: Vec<SeenNotice>,
    /// A question that waits for an answer.
    pub question: Option<Question>,
    /// Whether a new version waits to take over.
    pub new_version: Option<NewVersion>,
    /// Whether the page opens without a network; `None` until that is known.
    pub offline: Option<Offline>,
    /// Which build of its version the program is, by the page's word for it.
    pub build: String,
    /// Whether the browser offers to install the page.
    pub can_install: bool,
    /// Whether the later part of the program is there.
    pub later: Later,
    /// Whether something was asked for that only the later part can do.
    pub early: bool,
    /// What waits until it is there, in the order in which it was asked for.
    pub(super) waiting: Vec<Action>,
    /// A record begun and not yet filled in, with the changes that began it. They are written
    /// with its first edit; left without one, it never was.
    pub(super) begun: Option<(RecordId, Vec<Change>)>,
    /// The edit that typing on in its field takes the place of.
    pub(super) typing: Option<EditRef>,
    /// What was done on this page, latest last, and what of it was taken back.
    pub steps: Vec<UndoStep>,
    /// What was taken back, latest last.
    pub undone: Vec<UndoStep>,
    /// The file being handed to the person: what it holds.
    pub(super) saving: Option<(u64, Version)>,
    /// Whether the file being handed over is no backup.
    pub(super) exporting: bool,
    /// The generations as they will be once the browser has written them.
    pub(super) making: Option<[Option<Generation>; 2]>,
    pub(super) ids: Ids,
}

impl State {
    /// An empty state. `seed` is random, `device` this device's number.
    pub fn new(moment: Moment, seed: u64, device: u32) -> State {
        State {
            book: Book::new(device),
            ledger: Ledger::default(),
            route: Route::Home,
            moment,
            preferences: Preferences::default(),
            as_of: String::new(),
            search: String::new(),
            lines: String::new(),
            kept: None,
            store: Store::default(),
            backup: Known::default(),
            notices: Vec::new(),
            question: None,
            new_version: None,
            offline: None,
            build: String::new(),
            can_install: false,
            later: Later::Here,
            early: false,
            waiting: Vec::new(),
            begun: None,
            typing: None,
            steps: Vec::new(),
            undone: Vec::new(),
            saving: None,
            exporting: false,
            making: None,
            ids: Ids::new(seed),
        }
    }

    /// The day asked about: as typed, or today.
    pub fn as_of_day(&self) -> Day {
        Day::parse(&self.as_of).unwrap_or(self.moment.today)
    }

    /// Whether progress looks ahead.
    pub fn forecast(&self) -> Forecast {
        // Looking ahead reads the regulation, which is in the later part.
        if self.preferences.forecast && self.later == Later::Here { Forecast::On } else { Forecast::Off }
    }

    /// Whether what was typed last is in one of the two copies only.
    pub fn has_one_copy(&self) -> bool {
        self.store.second.is_some()
            || self.kept.is_some_and(|kept| kept.local.is_some() || matches!(kept.second, Second::Refused(_)))
    }

    /// Tells something, once.
    pub(super) fn tell(&mut self, notice: Notice) {
        self.notices.retain(|told| told.notice != notice);
        self.notices.push(SeenNotice { notice, seen: false });
    }

    pub(super) fn new_id(&mut self, kind: RecordKind) -> RecordId {
        RecordId::new(kind, self.ids.next_number())
    }

    /// Brings the values of one record in line with the book.
    pub(super) fn refresh(&mut self, id: &RecordId) {
        match self.book.record(id) {
            Some(record) if !record.is_deleted() => self.ledger.put(id, record),
            _ => self.ledger.remove(id),
        }
    }
}
