//! What the program calls things when it talks with the loader's scripts. `web/contract.js` is the whole list with the
//! scripts' side; `tests/contract` holds both sides to it.

/// The name of an event that the program sends.
#[derive(Clone, Copy, Debug)]
pub struct Sent(pub(super) &'static str);

/// Events that the program sends.
pub mod sent {
    use super::Sent;

    /// The program has stopped.
    pub const PANIC: Sent = Sent("kn-panic");
    /// Try again to get the later part.
    pub const FETCH_LATER: Sent = Sent("kn-fetch-later");
    /// Write all of this into the second copy.
    pub const SECOND_WRITE: Sent = Sent("kn-second-write");
    /// The person wants to write in this page.
    pub const TAKE_OVER: Sent = Sent("kn-take-over");
    /// Let the person save a file.
    pub const FILE_SAVE: Sent = Sent("kn-file-save");
    /// Let the person choose a file.
    pub const FILE_OPEN: Sent = Sent("kn-file-open");
    /// Put a text on the clipboard.
    pub const COPY: Sent = Sent("kn-copy");
    /// Hand over all that the stores hold.
    pub const RESCUE: Sent = Sent("kn-rescue");
    /// Write generations.
    pub const BACKUP_WRITE: Sent = Sent("kn-backup-write");
    /// Read the generations.
    pub const BACKUP_READ: Sent = Sent("kn-backup-read");
    /// The person wants it installed.
    pub const INSTALL: Sent = Sent("kn-install");
    /// Fetch another version.
    pub const FETCH_VERSION: Sent = Sent("kn-fetch-version");
    /// Change to that version.
    pub const ACTIVATE_VERSION: Sent = Sent("kn-activate-version");
}

/// Events that the program listens to.
pub mod heard {
    /// The program may draw now.
    pub const MOUNT: &str = "kn-mount";
    /// The person has seen the page for a while.
    pub const IDLE: &str = "kn-idle";
    /// It stands otherwise with the later part.
    pub const LATER: &str = "kn-later";
    /// A write into the second copy has ended.
    pub const SECOND_DONE: &str = "kn-second-done";
    /// Whether the browser will not clear the second copy away by itself.
    pub const PERSISTED: &str = "kn-persisted";
    /// This page writes now.
    pub const WRITER: &str = "kn-writer";
    /// Another page has taken over.
    pub const READER: &str = "kn-reader";
    /// Another page has written.
    pub const STALE: &str = "kn-stale";
    /// A file was saved.
    pub const FILE_SAVED: &str = "kn-file-saved";
    /// A file was read.
    pub const FILE_READ: &str = "kn-file-read";
    /// No file was saved or read.
    pub const FILE_FAILED: &str = "kn-file-failed";
    /// Whether a text was put on the clipboard.
    pub const COPIED: &str = "kn-copied";
    /// Generations were written, or not.
    pub const BACKUP_DONE: &str = "kn-backup-done";
    /// The generations that there are.
    pub const BACKUP_FOUND: &str = "kn-backup-found";
    /// The page may offer to be installed.
    pub const CAN_INSTALL: &str = "kn-can-install";
    /// It is installed.
    pub const INSTALLED: &str = "kn-installed";
    /// Whether the page opens without a network.
    pub const OFFLINE: &str = "kn-offline";
    /// It does from now on.
    pub const OFFLINE_READY: &str = "kn-offline-ready";
    /// There is another version.
    pub const NEW_VERSION: &str = "kn-new-version";
    /// A part of it has come.
    pub const VERSION_PART: &str = "kn-version-part";
    /// The rest of it has not come.
    pub const VERSION_FAILED: &str = "kn-version-failed";
    /// Another page has changed the version under this one.
    pub const NEW_VERSION_ACTIVE: &str = "kn-new-version-active";
}

/// Words that events and globals bring. What is not among them counts as the word that `web/contract.js` names by
/// `otherwise`.
pub mod word {
    /// The browser does not let this page keep anything.
    pub const DENIED: &str = "Denied";
    /// There is no room for a text.
    pub const FULL_STORE: &str = "Full";
    /// It is so.
    pub const YES: &str = "yes";
    /// A file was written and read back.
    pub const CHECKED: &str = "checked";
    /// It is done.
    pub const DONE: &str = "done";
    /// The person thought better of it.
    pub const CANCELLED: &str = "cancelled";
    /// A file is not what was written.
    pub const DIFFERENT: &str = "different";
    /// A file is larger than any book.
    pub const LARGE: &str = "large";
    /// The page opens without a network.
    pub const READY: &str = "ready";
    /// It never will in this browser.
    pub const NEVER: &str = "never";
    /// The host sends something else.
    pub const HOST: &str = "host";
    /// There is no room for the program.
    pub const FULL: &str = "full";
    /// The later part is on its way.
    pub const COMING: &str = "coming";
    /// The later part has not come.
    pub const FAILED: &str = "failed";
}

/// Properties of `window` that the loader sets.
pub mod global {
    /// What the second copy holds.
    pub const FOUND: &str = "knFound";
    /// Whether this page writes.
    pub const WRITER: &str = "knWriter";
    /// Whether the page may offer to be installed.
    pub const INSTALL: &str = "knInstall";
    /// Whether what is kept here may not outlive the page.
    pub const PASSING: &str = "knPassing";
    /// How it stands with the later part.
    pub const LATER: &str = "knLater";
}

/// Elements of the page that the loader knows too, and an attribute that the build writes.
pub mod element {
    /// Where the program draws.
    pub const APP: &str = "app";
    /// The tag of the loader's script.
    pub const PROGRAM: &str = "program";
    /// Which build of its version the program is.
    pub const BUILD: &str = "data-build";
}
