//! The state of the page, as plain data.

use super::action::Action;
use super::batch::HeldBatch;
use super::chunks::Chunks;
pub use super::facts::{
    Cause, Clock, Done, EditRef, Found, Lock, Moment, NewVersion, Offline, Plan, Question, Role, RulesFile, Store,
    UndoStep,
};
use super::figures::Figures;
use super::ids::Ids;
pub use super::notices::{Notice, SeenNotice};
use super::planned::HeldLists;
use super::route::Route;
use super::vaulted::HeldVault;
use crate::book::Book;
use crate::book::change::Change;
use crate::book::version::Version;
use crate::domain::calculator::progress::Forecast;
use crate::domain::ledger::Ledger;
use crate::domain::ledger::life::Tree;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::store::backup::{Generation, Known};
use crate::store::journal::{Kept, Replica};
use crate::store::preferences::Preferences;

/// Rows of a long list that are shown at first.
pub const ROWS: usize = 50;

/// The state of one page.
#[derive(Clone, Debug)]
pub struct State {
    /// All changes.
    pub book: Book,
    /// The typed values of all records.
    pub ledger: Ledger,
    /// The current page.
    pub route: Route,
    /// The time of the last action, with the day to count with.
    pub moment: Moment,
    /// The device's clock at the last action.
    pub clock: Clock,
    /// The day of today as typed, while the clock is wrong.
    pub today: String,
    /// Display preferences.
    pub preferences: Preferences,
    /// The as-of day as typed; empty means today.
    pub as_of: String,
    /// Search text of the list of candidates.
    pub search: String,
    /// Maximum number of rows that the lists of the current page show.
    pub rows: usize,
    /// The report whose figures are checked.
    pub figures: Figures,
    /// Changes of organizations that are being written down.
    pub plan: Plan,
    /// Candidates for whom the same is to be entered.
    pub batch: HeldBatch,
    /// What is typed and told on the page of the vault.
    pub vault: HeldVault,
    /// Lists that were opened.
    pub lists: HeldLists,
    /// A regulation file that was opened and not decided about.
    pub rules: Option<Box<RulesFile>>,
    /// Write status of the stores; `None` before the first edit.
    pub kept: Option<Kept>,
    /// Status of the stores.
    pub store: Store,
    /// Backup metadata.
    pub backup: Known,
    /// Notices, newest last. Each one stays until the second navigation after it appeared.
    pub notices: Vec<SeenNotice>,
    /// The open question.
    pub question: Option<Question>,
    /// Update status of the program, if there is a new version.
    pub new_version: Option<NewVersion>,
    /// Whether the page works offline; `None` until known.
    pub offline: Option<Offline>,
    /// Build id of the program.
    pub build: String,
    /// Whether the browser allows installing the page.
    pub can_install: bool,
    /// Load status of the later chunks.
    pub chunks: Chunks,
    /// Whether something that the user asked for needs a chunk that is not loaded yet.
    pub early: bool,
    /// Actions waiting for a later chunk, in order.
    pub(super) waiting: Vec<Action>,
    /// A record that was created and not edited yet, with the changes that create it. They are
    /// written with its first edit and dropped without one.
    pub(super) begun: Option<(RecordId, Vec<Change>)>,
    /// The edit that continued typing in its field replaces.
    pub(super) typing: Option<EditRef>,
    /// Undo stack, latest step last.
    pub steps: Vec<UndoStep>,
    /// Redo stack, latest step last.
    pub undone: Vec<UndoStep>,
    /// Time and version of the file being saved.
    pub(super) saving: Option<(u64, Version)>,
    /// Whether the file being saved is not a backup.
    pub(super) exporting: bool,
    /// The generations as they will be once written.
    pub(super) making: Option<[Option<Generation>; 2]>,
    pub(super) ids: Ids,
}

impl State {
    /// An empty state. `seed` is random, `device` is this device's number.
    pub fn new(moment: Moment, seed: u64, device: u32) -> State {
        State {
            book: Book::new(device),
            ledger: Ledger::plain(),
            route: Route::Home,
            moment,
            clock: Clock { day: moment.today, trouble: None },
            today: String::new(),
            preferences: Preferences::default(),
            as_of: String::new(),
            search: String::new(),
            rows: ROWS,
            figures: Figures::default(),
            plan: Plan::default(),
            batch: None,
            vault: None,
            lists: None,
            rules: None,
            kept: None,
            store: Store::default(),
            backup: Known::default(),
            notices: Vec::new(),
            question: None,
            new_version: None,
            offline: None,
            build: String::new(),
            can_install: false,
            chunks: Chunks::ALL,
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

    /// The as-of day: as typed, or today.
    pub fn as_of_day(&self) -> Day {
        Day::parse(&self.as_of).unwrap_or(self.moment.today)
    }

    /// Whether the forecast is on.
    pub fn forecast(&self) -> Forecast {
        // The forecast reads the regulation, which is in the deferred chunk.
        if self.preferences.forecast && self.chunks.all() { Forecast::On } else { Forecast::Off }
    }

    /// Sees the records by the tree of today; on pages of figures, of the as-of day.
    pub(super) fn settle_tree(&mut self) {
        if !self.chunks.all() {
            return;
        }
        let day = if self.route.shows_figures() { self.as_of_day() } else { self.moment.today };
        self.ledger.see(Tree { basis: self.preferences.basis, day });
    }

    /// Whether the last edit is in one store only.
    pub fn has_one_copy(&self) -> bool {
        self.store.replica.is_some()
            || self.kept.is_some_and(|kept| kept.local.is_some() || matches!(kept.replica, Replica::Refused(_)))
    }

    /// Adds a notice.
    pub(super) fn tell(&mut self, notice: Notice) {
        self.notices.retain(|seen| seen.notice != notice);
        self.notices.push(SeenNotice { notice, seen: false });
    }

    pub(super) fn new_id(&mut self, kind: RecordKind) -> RecordId {
        RecordId::new(kind, self.ids.next_number())
    }

    /// Updates the typed values of one record.
    pub(super) fn refresh(&mut self, id: &RecordId) {
        match self.book.record(id) {
            Some(record) if !record.is_deleted() => self.ledger.put(id, record),
            _ => self.ledger.remove(id),
        }
    }
}
