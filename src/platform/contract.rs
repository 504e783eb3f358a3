//! Names shared with the loader's scripts. `web/contract.js` is the complete list; `tests/contract`
//! compares both sides with it.

/// Name of an event sent by the program.
#[derive(Clone, Copy, Debug)]
pub struct Sent(pub(super) &'static str);

/// Events sent by the program.
pub mod sent {
    use super::Sent;

    /// The program has panicked.
    pub const PANIC: Sent = Sent("kn-panic");
    /// Retry loading the deferred chunk.
    pub const FETCH_LATER: Sent = Sent("kn-fetch-later");
    /// Write these texts to the replica.
    pub const SECOND_WRITE: Sent = Sent("kn-second-write");
    /// Make this page the writer.
    pub const TAKE_OVER: Sent = Sent("kn-take-over");
    /// Save a file.
    pub const FILE_SAVE: Sent = Sent("kn-file-save");
    /// Show a file picker.
    pub const FILE_OPEN: Sent = Sent("kn-file-open");
    /// Read the lists that were chosen, or no longer.
    pub const LISTS_READ: Sent = Sent("kn-lists-read");
    /// Copy a text to the clipboard.
    pub const COPY: Sent = Sent("kn-copy");
    /// Save the raw contents of the stores.
    pub const RESCUE: Sent = Sent("kn-rescue");
    /// Write generations.
    pub const BACKUP_WRITE: Sent = Sent("kn-backup-write");
    /// Read the generations.
    pub const BACKUP_READ: Sent = Sent("kn-backup-read");
    /// Show the browser's install prompt.
    pub const INSTALL: Sent = Sent("kn-install");
    /// Download the new version.
    pub const FETCH_VERSION: Sent = Sent("kn-fetch-version");
    /// Activate the new version.
    pub const ACTIVATE_VERSION: Sent = Sent("kn-activate-version");
}

/// Events received by the program.
pub mod heard {
    /// The program may mount.
    pub const MOUNT: &str = "kn-mount";
    /// The page has been visible and idle for a while.
    pub const IDLE: &str = "kn-idle";
    /// The load status of the deferred chunk changed.
    pub const LATER: &str = "kn-later";
    /// A transaction of the replica ended.
    pub const SECOND_DONE: &str = "kn-second-done";
    /// Whether the browser granted persistent storage.
    pub const PERSISTED: &str = "kn-persisted";
    /// This page became the writer.
    pub const WRITER: &str = "kn-writer";
    /// Another page became the writer.
    pub const READER: &str = "kn-reader";
    /// Another page has written.
    pub const STALE: &str = "kn-stale";
    /// A file was saved.
    pub const FILE_SAVED: &str = "kn-file-saved";
    /// A file was read.
    pub const FILE_READ: &str = "kn-file-read";
    /// No file was saved or read.
    pub const FILE_FAILED: &str = "kn-file-failed";
    /// Whether a text was copied.
    pub const COPIED: &str = "kn-copied";
    /// Writing generations ended.
    pub const BACKUP_DONE: &str = "kn-backup-done";
    /// The generations that exist.
    pub const BACKUP_FOUND: &str = "kn-backup-found";
    /// The browser allows installing the page.
    pub const CAN_INSTALL: &str = "kn-can-install";
    /// The page was installed.
    pub const INSTALLED: &str = "kn-installed";
    /// Whether the page works offline.
    pub const OFFLINE: &str = "kn-offline";
    /// The program is fully cached.
    pub const OFFLINE_READY: &str = "kn-offline-ready";
    /// A new version is available.
    pub const NEW_VERSION: &str = "kn-new-version";
    /// Download progress of the new version.
    pub const VERSION_PART: &str = "kn-version-part";
    /// Downloading or activating the new version failed.
    pub const VERSION_FAILED: &str = "kn-version-failed";
    /// Another page activated a new version.
    pub const NEW_VERSION_ACTIVE: &str = "kn-new-version-active";
}

/// Words in event details and globals. Any other word means the one that `web/contract.js` lists
/// under `otherwise`.
pub mod word {
    /// The browser denies access to storage.
    pub const DENIED: &str = "Denied";
    /// The storage quota is exceeded.
    pub const FULL_STORE: &str = "Full";
    /// Yes.
    pub const YES: &str = "yes";
    /// A file was saved, read back and compared.
    pub const CHECKED: &str = "checked";
    /// Done.
    pub const DONE: &str = "done";
    /// The user cancelled.
    pub const CANCELLED: &str = "cancelled";
    /// The text read back differs from the text written.
    pub const DIFFERENT: &str = "different";
    /// The file exceeds the size limit.
    pub const LARGE: &str = "large";
    /// The page works offline.
    pub const READY: &str = "ready";
    /// The page can never work offline in this browser.
    pub const NEVER: &str = "never";
    /// The host serves other contents.
    pub const HOST: &str = "host";
    /// The storage quota is exceeded.
    pub const FULL: &str = "full";
    /// The chunk of forms is loading.
    pub const COMING: &str = "coming";
    /// Loading it failed.
    pub const FAILED: &str = "failed";
    /// The chunk of forms is loaded, the next one is loading.
    pub const FORMS: &str = "forms";
    /// Loading that one failed.
    pub const FORMS_FAILED: &str = "forms-failed";
    /// The chunk that reads the stores is loaded, the last one is loading.
    pub const STORED: &str = "stored";
    /// Loading the last one failed.
    pub const STORED_FAILED: &str = "stored-failed";
    /// The chunk of the vault is loaded.
    pub const VAULT: &str = "vault";
    /// The last chunk could not be loaded.
    pub const VAULT_FAILED: &str = "vault-failed";
}

/// Properties of `window` set by the loader.
pub mod global {
    /// Contents of the replica.
    pub const FOUND: &str = "knFound";
    /// Whether this page is the writer.
    pub const WRITER: &str = "knWriter";
    /// Whether the browser allows installing the page.
    pub const INSTALL: &str = "knInstall";
    /// Whether the stores may not survive closing the page.
    pub const PASSING: &str = "knPassing";
    /// Load status of the later chunks.
    pub const LATER: &str = "knLater";
}

/// Elements that the loader knows too, and an attribute set by the build.
pub mod element {
    /// Id of the element that the program mounts into.
    pub const APP: &str = "app";
    /// What says whether all is kept.
    pub const KEEPING: &str = "kn-keeping";
    /// Where codes are shown.
    pub const CODES: &str = "kn-codes";
    /// Where the code of a sheet of paper is drawn.
    pub const SHEET_CODE: &str = "kn-sheet-code";
    /// Where it is shown what the camera sees.
    pub const CAMERA: &str = "kn-camera";
    /// The box for what came in a message.
    pub const PASTED: &str = "kn-pasted";
    /// The button that takes back the last step.
    pub const UNDO: &str = "kn-undo";
    /// The hidden one that does it again.
    pub const REDO: &str = "kn-redo";
    /// The button that locks the page.
    pub const LOCK: &str = "kn-lock";
    /// Id of the loader's `script` element.
    pub const PROGRAM: &str = "program";
    /// Build id of the program.
    pub const BUILD: &str = "data-build";
}
