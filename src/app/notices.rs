//! What is told once, after something was done or happened. Its words are in `text`, how it is shown in `views::toast`.

use super::facts::{Cause, EditRef};
use crate::domain::schema::id::RecordId;
use crate::store::backup::Trouble;

/// A message shown once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A record was deleted and can be restored.
    Deleted(RecordId),
    /// A sample was loaded; its key.
    SampleOpened(String),
    /// The samples were deleted.
    SamplesRemoved,
    /// The program is cached and starts offline.
    OfflineReady,
    /// Caching the program failed.
    NotKept(Cause),
    /// The program was installed.
    Installed,
    /// Another page of this browser activated a new version.
    VersionSwitchedElsewhere,
    /// The last step was undone, except for this number of edits that were changed since.
    Undone(usize),
    /// The step was redone.
    Redone,
    /// A file was saved; `true` if it was read back and compared.
    FileSaved(bool),
    /// Whether a text was copied to the clipboard.
    Copied(bool),
    /// A text that is not a backup was saved.
    Exported,
    /// A file was verified and has nothing new; the book has this number of changes that it lacks.
    FileChecked(usize),
    /// This number of changes was imported from a file.
    FileTaken(usize),
    /// This number of instruments and years was taken in from a regulation file.
    RulesTaken(usize),
    /// This number of changes of organizations was entered.
    Reorganized(usize),
    /// Changes of organizations that were entered in one step were taken back.
    ReorganizedBack,
    /// This number of rows of lists was taken in.
    ListsTaken(usize),
    /// So many records of parcels were taken in.
    ParcelTaken(usize),
    /// So many files of the time before wait to be looked at.
    FilesWait(usize),
    /// A parcel has gone to another organization.
    ParcelSent,
    /// The days of a class were entered for this number of people.
    ClassDays(usize),
    /// The same was entered for several people.
    GroupFilled {
        /// For how many.
        people: usize,
        /// How many had something else already, and keep it.
        kept: usize,
        /// The step that it is, to be undone as long as it is the last one.
        step: Option<EditRef>,
    },
    /// Records are erased for good.
    RecordsErased,
    /// Everything that was kept in this browser is erased; `false` if something is left.
    Erased(bool),
    /// From now on everything is sealed, or nothing is.
    Vault(bool),
    /// Another passphrase opens the vault.
    PassphraseChanged,
    /// No file was saved or read.
    FileTrouble(Trouble),
    /// The book was empty and was restored from a generation made at this time, in milliseconds
    /// since the Unix epoch.
    BroughtBack(u64),
}

/// A notice, and whether the user has navigated since it appeared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenNotice {
    /// The notice.
    pub notice: Notice,
    /// If set, the next navigation removes it.
    pub seen: bool,
}
