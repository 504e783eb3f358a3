//! Everything that can happen to the page: what a person does, what the browser tells.

use super::state::{Moment, Role};
use crate::book::change::Change;
use crate::domain::day::Period;
use crate::domain::field::Field;
use crate::domain::id::{RecordId, RecordKind};
use crate::store::journal::Unread;
use crate::store::medium::MediumError;
use crate::store::preferences::{Letters, Preferences, Theme};

/// One thing that happens.
#[derive(Clone, Debug)]
pub enum Action {
    /// The clock was read; comes before every other action.
    At(Moment),
    /// The store was opened.
    Opened {
        /// Every change found.
        changes: Vec<Change>,
        /// What could not be read.
        unread: Vec<Unread>,
        /// Why nothing can be kept, if so.
        denied: Option<MediumError>,
        /// The preferences found.
        preferences: Preferences,
    },
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
    /// Delete a record.
    Delete(RecordId),
    /// Take a deletion back.
    Restore(RecordId),
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
    /// The store took everything.
    Kept,
    /// The store refused.
    NotKept(MediumError),
    /// Try again to write what waits.
    KeepAgain,
    /// The page is being hidden or closed.
    Hidden,
    /// Take a notice away, by its place.
    NoticeRead(usize),
    /// A new version of the program waits.
    VersionWaits,
    /// The person wants the new version now.
    TakeVersion,
    /// The person wants it later.
    VersionLater,
    /// Another page took the new version.
    VersionSwitchedElsewhere,
    /// The program is complete in the browser.
    OfflineReady,
    /// The browser offers to install.
    CanInstall,
    /// The person wants to install.
    Install,
    /// The page is installed.
    Installed,
}
