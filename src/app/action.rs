//! Actions: everything that can happen to the page, by the user or the browser.

use super::batch::RosterAction;
use super::chunks::Chunks;
use super::facts::{EditRef, Found, NewVersion, Offline, PlanField, Role};
use super::figures::Further;
use super::planned::ListsAction;
use super::route::Route;
use super::vaulted::Handed;
use crate::domain::ledger::life::Basis;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Period;
use crate::store::backup::Trouble;
use crate::store::journal::Kept;
use crate::store::preferences::{Letters, Theme};

/// One event.
#[derive(Clone, Debug)]
pub enum Action {
    /// The stores were read: at the start, or because another page wrote.
    Opened(Box<Found>),
    /// The address changed.
    Navigated(String),
    /// The user typed into a field; the text is normalized to NFC.
    Edited {
        /// The record.
        record: RecordId,
        /// The field.
        field: Field,
        /// The whole text of the field.
        text: String,
    },
    /// Set the period of a target or a total.
    SetPeriod(RecordId, Period),
    /// The user left a field: the next edit is a separate one.
    Left,
    /// Show more rows of the page's lists.
    MoreRows,
    /// Create a record with some fields preset, and open it.
    Begin {
        /// Its kind.
        kind: RecordKind,
        /// Preset fields.
        given: Vec<(Field, String)>,
    },
    /// Create a record of this kind: its `new` page was opened.
    BeginNew(RecordKind),
    /// Create a record of this kind that belongs to a candidate, and open it.
    BeginAttached(RecordKind, RecordId),
    /// Enter an admitted candidate into the register of members.
    EnterMember(RecordId),
    /// Open the page where this field of a record is edited, and focus it.
    Jump(RecordId, Field),
    /// Delete a record.
    Delete(RecordId),
    /// Asks whether to erase a record for good.
    EraseRecord(RecordId),
    /// Undo a deletion.
    Restore(RecordId),
    /// Undo the last step.
    Undo,
    /// Redo the last undone step.
    Redo,
    /// Undo one edit if it is still current.
    TakeBack(EditRef),
    /// Resolve concurrent edits in favour of this one.
    Decide(EditRef),
    /// Set the name of this device.
    NameDevice(String),
    /// Erase everything that is kept in this browser.
    Erase,
    /// The user confirmed the question.
    Confirmed,
    /// The user dismissed the question.
    Dismissed,
    /// First start: create the user's own organization.
    StartNew(Role),
    /// Load the sample with this key.
    OpenSample(String),
    /// Delete all records that came with samples.
    RemoveSamples,
    /// Set the organization that the user works for.
    SetHome(RecordId),
    /// Set the colour theme.
    SetTheme(Theme),
    /// Set the font size.
    SetLetters(Letters),
    /// Switch the forecast on or off.
    SetForecast(bool),
    /// Choose how results are grouped where organizations changed.
    SetBasis(Basis),
    /// The device switched between dark and light mode.
    DeviceLooksChanged,
    /// Set the as-of day.
    SetAsOf(String),
    /// Set today's day, while the clock is wrong.
    SetToday(String),
    /// Filter candidates.
    Search(String),
    /// Check these lines of a report.
    Reconcile(String),
    /// Anything else of that page.
    Figures(Further),
    /// Write status of the stores.
    Kept(Kept),
    /// Retry pending writes.
    KeepAgain,
    /// The page is being hidden or unloaded.
    Hidden,
    /// Save the book to a file.
    SaveFile,
    /// Choose a file to verify or import.
    OpenFile,
    /// A file was saved; `true` if it was read back and compared.
    FileSaved(bool),
    /// A file was chosen and read; its text.
    FileRead(String),
    /// Something is done with lists that were opened.
    Lists(ListsAction),
    /// Write down changes of organizations.
    Plan(PlanField, String),
    /// Add the name of an organization to the last line of the plan.
    PlanName(RecordId),
    /// Enter the plan.
    TakePlan,
    /// Hand a target over to the organization that continues the one that it was given to.
    HandOver(RecordId),
    /// Takes back everything that was written in one step with an event.
    TakeBackEvents(RecordId),
    /// Enters the days of a class for those who chose it and lack them.
    ClassDays(RecordId),
    /// Something is done with the vault.
    Vault(Handed),
    /// Does something with several candidates at once.
    Roster(RosterAction),
    /// Take in the regulation file that was opened.
    TakeRules,
    /// Dismiss the regulation file that was opened.
    DropRules,
    /// No file was saved or read.
    FileFailed(Trouble),
    /// The browser is idle.
    Idle,
    /// Generations kept by the browser, as pairs of name and text.
    GenerationsFound(Vec<(String, String)>),
    /// The generations were written; `true` if they were read back and compared.
    GenerationsWritten(bool),
    /// Overwrite the fuller generations with the present book.
    ReplaceGenerations,
    /// Characters that this program takes in local storage.
    Measured(usize),
    /// Whether the browser granted persistent storage.
    Persisted(bool),
    /// Another page has become the writer; this one is read-only.
    BecameReader,
    /// Make this page the writer and all others read-only.
    TakeOver,
    /// Save the raw contents of the stores, readable or not, to a file.
    Rescue,
    /// Dismiss the notice with this index.
    NoticeRead(usize),
    /// Update status of the program.
    Version(NewVersion),
    /// The user wants to download the new version.
    FetchVersion,
    /// The user wants to activate the new version.
    TakeVersion,
    /// The user postponed the update.
    VersionLater,
    /// Another page activated the new version.
    VersionSwitchedElsewhere,
    /// Whether the page works offline.
    Offline(Offline),
    /// The program is fully cached.
    OfflineReady,
    /// The browser allows installing the page.
    CanInstall,
    /// The user wants to install the page.
    Install,
    /// The page was installed.
    Installed,
    /// Copy this text to the clipboard.
    Copy(String),
    /// Whether the text was copied.
    Copied(bool),
    /// Save a text that is not a backup: file name and text.
    Export(String, String),
    /// Print the page.
    Print,
    /// Load status of the later chunks.
    Chunks(Chunks),
    /// Retry loading them.
    FetchChunks,
    /// Give up what waits for them.
    GiveUp,
}

impl Action {
    /// Whether the user asked for it, of those that may have to wait for a later chunk.
    pub const fn is_asked_for(&self) -> bool {
        !matches!(
            self,
            Action::Idle
                | Action::GenerationsFound(_)
                | Action::GenerationsWritten(_)
                | Action::Measured(_)
                | Action::Persisted(_)
                | Action::Version(_)
                | Action::VersionSwitchedElsewhere
                | Action::Offline(_)
                | Action::OfflineReady
                | Action::CanInstall
                | Action::Installed
        )
    }

    /// Whether the action only changes what the frame around the page of `route` shows. Saves
    /// rendering a page of hundreds of figures again.
    pub fn stays_in_frame(&self, route: &Route) -> bool {
        match self {
            // Every edit is followed by a write status, and every start by an update status.
            Action::Kept(_)
            | Action::Version(_)
            | Action::FetchVersion
            | Action::TakeVersion
            | Action::VersionLater
            | Action::VersionSwitchedElsewhere
            | Action::OfflineReady
            | Action::NoticeRead(_) => true,
            Action::Offline(_) => *route != Route::Settings,
            _ => false,
        }
    }
}
