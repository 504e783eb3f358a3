//! Everything that can happen to the page: what a person does, what the browser tells.

use super::facts::{EditRef, Found, Later, NewVersion, Offline, Role};
use super::route::Route;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Period;
use crate::store::backup::Trouble;
use crate::store::journal::Kept;
use crate::store::preferences::{Letters, Theme};

/// One thing that happens.
#[derive(Clone, Debug)]
pub enum Action {
    /// The store was opened, at the start or because another page wrote.
    Opened(Box<Found>),
    /// The address changed to this.
    Navigated(String),
    /// A field was typed in; the text comes composed (NFC).
    Edited {
        /// The record.
        record: RecordId,
        /// The field.
        field: Field,
        /// All of its text.
        text: String,
    },
    /// Give a target or a total this period.
    SetPeriod(RecordId, Period),
    /// The person left a field: what comes next is an edit of its own.
    Left,
    /// Begin a record with these fields filled in, and go there.
    Begin {
        /// Its kind.
        kind: RecordKind,
        /// Fields that are known already.
        given: Vec<(Field, String)>,
    },
    /// Begin a record of this kind: its page for new ones was gone to.
    BeginNew(RecordKind),
    /// Begin a record of this kind that belongs to a candidate, and go there.
    BeginAttached(RecordKind, RecordId),
    /// Enter an admitted candidate in the register of members.
    EnterMember(RecordId),
    /// Go to the field of a record, wherever it is filled in.
    Jump(RecordId, Field),
    /// Delete a record.
    Delete(RecordId),
    /// Take a deletion back.
    Restore(RecordId),
    /// Take the last step back.
    Undo,
    /// Do again what was taken back last.
    Redo,
    /// Take one edit back, if it still stands.
    TakeBack(EditRef),
    /// Let this one of several edits stand that had not seen each other.
    Decide(EditRef),
    /// Call this device so.
    NameDevice(String),
    /// The person said yes to the question.
    Confirmed,
    /// The person said no to the question.
    Dismissed,
    /// First start: begin with an organization of one's own.
    StartNew(Role),
    /// Open the sample of this name.
    OpenSample(String),
    /// Delete everything that came with samples.
    RemoveSamples,
    /// Work for this organization.
    SetHome(RecordId),
    /// Choose colours.
    SetTheme(Theme),
    /// Choose the size of letters.
    SetLetters(Letters),
    /// Look ahead, or not.
    SetForecast(bool),
    /// The device turned to dark or light colours.
    DeviceLooksChanged,
    /// Ask about another day.
    SetAsOf(String),
    /// Search candidates.
    Search(String),
    /// Check these lines of a report.
    Reconcile(String),
    /// Where everything typed is by now.
    Kept(Kept),
    /// Try again to write what waits.
    KeepAgain,
    /// The page is being hidden or closed.
    Hidden,
    /// Save the book to a file.
    SaveFile,
    /// Choose a file to check or to take in.
    OpenFile,
    /// A file was handed to the person; whether it was read back and is the same.
    FileSaved(bool),
    /// A file was chosen and read.
    FileRead(String),
    /// There is no file.
    FileFailed(Trouble),
    /// The browser has nothing else to do.
    Idle,
    /// Generations that the browser holds, by name.
    GenerationsFound(Vec<(String, String)>),
    /// The browser has written the generations, and read them back if `true`.
    GenerationsWritten(bool),
    /// Give up the generations of before for one of now.
    ReplaceGenerations,
    /// Local storage holds so many characters for this program.
    Measured(usize),
    /// The browser says whether it keeps the page's data for good.
    Persisted(bool),
    /// Another page writes now.
    BecameReader,
    /// Write here, and only read elsewhere.
    TakeOver,
    /// Save everything that the store holds, readable or not, to a file.
    Rescue,
    /// Take a notice away, by its place.
    NoticeRead(usize),
    /// How it stands with another version of the program.
    Version(NewVersion),
    /// The person wants it to be fetched.
    FetchVersion,
    /// The person wants the new version now.
    TakeVersion,
    /// The person wants it later.
    VersionLater,
    /// Another page took the new version.
    VersionSwitchedElsewhere,
    /// Whether the page opens without a network.
    Offline(Offline),
    /// The program is complete in the browser.
    OfflineReady,
    /// The browser offers to install.
    CanInstall,
    /// The person wants to install.
    Install,
    /// The page is installed.
    Installed,
    /// Copy this text for other programs.
    Copy(String),
    /// Whether the browser took a copy.
    Copied(bool),
    /// Save a text that is no backup to a file of this name.
    Export(String, String),
    /// Print the page.
    Print,
    /// How it stands with the later part of the program.
    Later(Later),
    /// Try again to get it.
    FetchLater,
}

impl Action {
    /// Whether all that it alters is in the frame around the page of this route. A page of hundreds
    /// of figures is not worked out anew for a word there.
    pub fn stays_in_frame(&self, route: &Route) -> bool {
        match self {
            // Every edit is followed by an answer, and a start by news of versions.
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
