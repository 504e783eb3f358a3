//! Plain data types used by state, actions and pages: moments, loader status, notices, questions,
//! undo steps, and what was read from the stores. No logic.

use std::sync::Arc;

use crate::book::Book;
use crate::book::change::Change;
use crate::book::stamp::Stamp;
use crate::domain::regulation::{FileProblem, OfficeFile, Refusal, Turned};
use crate::domain::schema::choice::OrganizationKind;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::store::backup::{Contents, Known};
pub use crate::store::erasing::Erasing;
use crate::store::medium::MediumError;
use crate::store::open::Unread;
use crate::store::preferences::Preferences;
use crate::store::snapshot::Large;
pub use crate::store::vault::Lock;

/// Time of an action, by the device's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since the Unix epoch.
    pub ms: u64,
    /// The local date.
    pub today: Day,
    /// Offset of local time from UTC, in minutes.
    pub zone_minutes: i64,
}

/// The device's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The date that it shows.
    pub day: Day,
    /// Why it cannot be right.
    pub trouble: Option<ClockTrouble>,
}

/// Why a clock cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockTrouble {
    /// It shows a day before this one, that of the program or of the newest change in the book.
    Behind(Day),
    /// It is years ahead of the program.
    Ahead,
}

/// The user's role, asked at the first start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Secretary of a cell.
    Cell,
    /// Works for a committee.
    Committee,
}

impl Role {
    /// The kind of organization that this user starts with.
    pub const fn kind(self) -> OrganizationKind {
        match self {
            Role::Cell => OrganizationKind::Village,
            Role::Committee => OrganizationKind::Committee,
        }
    }
}

/// Update status of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewVersion {
    /// Available: the number of bytes to download, 0 if it only has to be activated.
    Offered(u32),
    /// Downloading: progress in percent.
    Coming(u8),
    /// The download or the activation failed.
    Failed(Cause),
}

/// Why files of the program could not be downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// No network, or the connection broke.
    Line,
    /// The host does not serve them, or serves other contents.
    Host,
    /// The storage quota is exceeded.
    Full,
}

/// Whether the page works offline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offline {
    /// It does.
    Ready,
    /// Not yet: caching the program failed.
    Missing(Cause),
    /// Never: the browser does not support it here.
    Never,
}

/// A modal question.
#[derive(Clone, Debug)]
pub enum Question {
    /// Delete an organization that other records refer to?
    DeleteOrganization {
        /// The organization.
        id: RecordId,
        /// Number of records that refer to it.
        pointing: usize,
    },
    /// Delete all records that came with samples?
    RemoveSamples,
    /// Import these changes from a file?
    TakeIn {
        /// All changes of the file.
        book: Box<Book>,
        /// How many of them the user's book lacks.
        new: usize,
        /// Metadata of the file.
        contents: Contents,
        /// Number of records in the file.
        records: usize,
        /// Number of records here that it erases for good.
        erases: usize,
    },
    /// Erase these records for good, with what belongs to them?
    EraseRecord(RecordId),
    /// Overwrite generations that hold more than the book?
    ReplaceGenerations,
    /// Erase everything that is kept in this browser?
    Erase,
}

/// Reference to one edit of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditRef {
    /// The record.
    pub record: RecordId,
    /// Stored key of the field.
    pub key: String,
    /// The edit's stamp.
    pub stamp: Stamp,
}

impl EditRef {
    /// The reference to a change.
    pub fn of(change: &Change) -> EditRef {
        EditRef { record: change.record.clone(), key: change.key.to_string(), stamp: change.stamp }
    }
}

/// One undo step: the edits of one user action.
pub type UndoStep = Vec<Done>;

/// One edit of an undo step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The edit that now stands for it: undo and redo write new edits.
    pub mark: EditRef,
    /// The field's previous value.
    pub before: Option<Arc<str>>,
}

/// Result of opening the stores.
#[derive(Clone, Debug)]
pub struct Found {
    /// The book.
    pub book: Book,
    /// Status of the stores.
    pub store: Store,
    /// The preferences.
    pub preferences: Preferences,
    /// Backup metadata.
    pub backup: Known,
}

/// How the browser stores the book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Store {
    /// Whether something is stored that is not read yet, since the chunk that reads it is not loaded.
    pub unopened: bool,
    /// Texts that could not be decoded.
    pub unread: Vec<Unread>,
    /// The error if local storage is unusable.
    pub denied: Option<MediumError>,
    /// The error if the replica could not be read.
    pub replica: Option<MediumError>,
    /// Whether only the replica has room for the whole book.
    pub large: Large,
    /// Characters that this program takes in local storage, when last measured.
    pub used: usize,
    /// Whether another page is the writer and this one is read-only.
    pub read_only: bool,
    /// Whether the browser granted persistent storage; `None` until it answers.
    pub persisted: Option<bool>,
    /// How it stands with the vault.
    pub lock: Lock,
    /// Texts that could not be written again when the vault was turned on or off.
    pub left: usize,
    /// Whether something is being erased for good.
    pub erasing: Erasing,
    /// Whether the stores may not survive closing the page, so that the work has to be kept in files.
    pub passing: bool,
}

/// Changes of organizations that are being written down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// One change in each line.
    pub lines: String,
    /// First day of what is new, as typed.
    pub day: String,
    /// The document.
    pub document: String,
}

/// A box of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanField {
    /// The lines.
    Lines,
    /// The day.
    Day,
    /// The document.
    Document,
}

/// A regulation file that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RulesFile {
    /// It can be taken in, at least in part.
    Proposed(Proposal),
    /// It cannot.
    Refused(FileProblem, Vec<Refusal>),
}

/// What a file would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The file.
    pub file: OfficeFile,
    /// The values that change, by the day from which: today first.
    pub changes: Vec<(Day, Vec<Turned>)>,
    /// Candidates whose findings change.
    pub affected: Vec<RecordId>,
}
