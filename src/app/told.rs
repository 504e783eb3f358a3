//! What the program tells a person, and what it asks.

use crate::book::change::Change;
use crate::domain::schema::id::RecordId;
use crate::store::backup::{Contents, Trouble};

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
