//! Plain facts that the state, actions and pages are made of: moments, answers of the loader, what
//! is told and asked, what was done, what was found in the stores. They decide nothing.

use crate::book::Book;
use crate::book::change::Change;
use crate::book::stamp::Stamp;
use crate::domain::schema::choice::OrganizationKind;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::store::backup::{Contents, Known, Trouble};
use crate::store::medium::MediumError;
use crate::store::open::Unread;
use crate::store::preferences::Preferences;
use crate::store::snapshot::Large;

/// When something happens, as the device's clock has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970.
    pub ms: u64,
    /// The civil day at the device.
    pub today: Day,
    /// How many minutes the device's clock on the wall is ahead of UTC.
    pub zone_minutes: i64,
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

/// Whether the later part of the program is there: what is not needed for the first screens comes
/// in a file of its own (docs/decisions/0014).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Later {
    /// It is there.
    Here,
    /// It is on its way.
    Coming,
    /// It did not arrive; the loader tries again when there is a network, or when asked to.
    Failed,
}

/// How it stands with another version of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewVersion {
    /// It can be had: so many bytes are still to be fetched, none when it only has to be used.
    Offered(u32),
    /// It is on its way: so much has come, in percent.
    Coming(u8),
    /// The rest has not come, or it cannot be used.
    Failed(Cause),
}

/// Why files of the program have not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// There is no network, or it broke.
    Line,
    /// The host does not have them, or others in their place.
    Host,
    /// The machine has no room for them.
    Full,
}

/// Whether the page opens without a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offline {
    /// It does.
    Ready,
    /// Not yet: the program could not be kept in the machine.
    Missing(Cause),
    /// The browser keeps no program here: not from such an address, or not at all.
    Never,
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
    /// It could not be kept.
    NotKept(Cause),
    /// The program is on the home screen.
    Installed,
    /// Another page of this browser switched to a new version.
    VersionSwitchedElsewhere,
    /// The last step was taken back; so many of its edits stayed, since others came after them.
    Undone(usize),
    /// It was done again.
    Redone,
    /// A file was handed over, and read back if `true`.
    FileSaved(bool),
    /// A text was given to other programs, or the browser did not let it.
    Copied(bool),
    /// A text that is no backup was saved.
    Exported,
    /// A file holds nothing that the book has not; so many changes of the book are not in it.
    FileChecked(usize),
    /// Changes were taken in from a file.
    FileTaken(usize),
    /// There is no file.
    FileTrouble(Trouble),
    /// The book was empty, and came back from a generation made at this time.
    BroughtBack(u64),
}

/// A notice and whether the person has gone to a page since it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenNotice {
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
    /// Take these changes in from a file?
    TakeIn {
        /// The changes that the book has not.
        changes: Vec<Change>,
        /// What was looked at.
        contents: Contents,
        /// Records in the file.
        records: usize,
    },
    /// Give up the generations that hold more than the book?
    ReplaceGenerations,
}

/// One edit: which field of which record, and its stamp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditRef {
    /// The record.
    pub record: RecordId,
    /// Stored name of the field.
    pub key: String,
    /// The edit.
    pub stamp: Stamp,
}

impl EditRef {
    /// The mark of a change.
    pub fn of(change: &Change) -> EditRef {
        EditRef { record: change.record.clone(), key: change.key.clone(), stamp: change.stamp }
    }
}

/// What a person did at once: one edit, or all that one button led to.
pub type UndoStep = Vec<Done>;

/// One edit of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The edit that stands for it by now: what was taken back and done again has another.
    pub mark: EditRef,
    /// What the field held before.
    pub before: Option<String>,
}

/// What was found when the store was opened.
#[derive(Clone, Debug)]
pub struct Found {
    /// Every record.
    pub book: Book,
    /// What else is known of the store.
    pub store: Store,
    /// The preferences.
    pub preferences: Preferences,
    /// What is known of backups.
    pub backup: Known,
}

/// How the browser keeps the book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Store {
    /// Texts that could not be taken in.
    pub unread: Vec<Unread>,
    /// Why local storage cannot be used at all.
    pub denied: Option<MediumError>,
    /// Why the second copy could not be read.
    pub second: Option<MediumError>,
    /// Whether only the second copy has room for the whole book.
    pub large: Large,
    /// Characters that local storage holds for this program, when last measured.
    pub used: usize,
    /// Whether another page writes, and this one only reads.
    pub read_only: bool,
    /// Whether the browser keeps the data for good; `None` until it says so.
    pub persisted: Option<bool>,
    /// Whether nothing shows that what is written here is there when the page is opened again: the
    /// work is kept in files.
    pub passing: bool,
}
