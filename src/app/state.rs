//! Everything that the page shows, as plain data.

use super::ids::Ids;
use super::route::Route;
use crate::book::Book;
use crate::book::change::Change;
use crate::domain::choice::OrganizationKind;
use crate::domain::day::Day;
use crate::domain::id::{RecordId, RecordKind};
use crate::domain::ledger::Ledger;
use crate::domain::progress::Forecast;
use crate::store::journal::Unread;
use crate::store::medium::MediumError;
use crate::store::preferences::Preferences;

/// When something happens, as the device's clock has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970.
    pub ms: u64,
    /// The civil day at the device.
    pub today: Day,
}

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
    /// Whether what was typed is written.
    pub keeping: Keeping,
    /// Texts found in the store that could not be taken in.
    pub unread: Vec<Unread>,
    /// Things to tell, latest last. Each stays until the page after the one it arrived on.
    pub notices: Vec<Told>,
    /// A question that waits for an answer.
    pub question: Option<Question>,
    /// Whether a new version waits to take over.
    pub new_version: bool,
    /// Whether the browser offers to install the page.
    pub can_install: bool,
    /// A record begun and not yet filled in, with the changes that began it. They are written
    /// with its first edit; left without one, it never was.
    pub(super) begun: Option<(RecordId, Vec<Change>)>,
    pub(super) ids: Ids,
}

/// Whether what was typed is written to the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing was typed since the start.
    Idle,
    /// Handed to the store, no answer yet.
    Writing,
    /// The browser took it.
    Taken,
    /// It did not.
    Trouble(MediumError),
}

/// Something to tell once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A record was deleted and can come back.
    Deleted(RecordId),
    /// A sample was opened.
    SampleOpened(String),
    /// The samples are gone.
    SamplesRemoved,
    /// The program is kept in the browser and starts without a network.
    OfflineReady,
    /// The program is on the home screen.
    Installed,
    /// Another page of this browser switched to a new version.
    VersionSwitchedElsewhere,
}

/// A notice and whether the person has gone to a page since it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is told.
    pub notice: Notice,
    /// Gone with the next page.
    pub seen: bool,
}

/// A question that keeps everything else waiting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Delete an organization that other records point at?
    DeleteOrganization {
        /// The organization.
        id: RecordId,
        /// Records that point at it.
        pointing: usize,
    },
    /// Delete everything that came with samples?
    RemoveSamples,
}

/// What a person is, asked at the first start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Secretary of a cell.
    Cell,
    /// Works for a committee.
    Committee,
}

impl Role {
    /// The kind of organization that this person begins with.
    pub const fn kind(self) -> OrganizationKind {
        match self {
            Role::Cell => OrganizationKind::Village,
            Role::Committee => OrganizationKind::Committee,
        }
    }
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
            keeping: Keeping::Idle,
            unread: Vec::new(),
            notices: Vec::new(),
            question: None,
            new_version: false,
            can_install: false,
            begun: None,
            ids: Ids::new(seed),
        }
    }

    /// The day asked about: as typed, or today.
    pub fn as_of_day(&self) -> Day {
        Day::parse(&self.as_of).unwrap_or(self.moment.today)
    }

    /// Whether progress looks ahead.
    pub fn forecast(&self) -> Forecast {
        if self.preferences.forecast { Forecast::On } else { Forecast::Off }
    }

    /// Tells something, once.
    pub(super) fn tell(&mut self, notice: Notice) {
        self.notices.retain(|told| told.notice != notice);
        self.notices.push(Told { notice, seen: false });
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
