//! Effects: what an action causes outside the state. The runner (`run`) handles stores and
//! rendering itself and passes requests to the platform.

use super::route::Route;
use super::vaulted::Handed;
use crate::book::change::Change;
use crate::domain::schema::field::Field;
use crate::store::backup::Known;
use crate::store::preferences::Preferences;

/// One effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write these changes and retry pending writes; answered by `Kept`.
    Append(Vec<Change>),
    /// Start a new bundle with the next edit.
    Settle,
    /// Store the preferences and apply them to the page.
    Prefer(Preferences),
    /// Store the backup metadata.
    Note(Known),
    /// Measure the use of local storage; answered by `Measured`.
    Measure,
    /// Scroll to the top and focus the heading.
    ToTop,
    /// Focus a field once its page is rendered.
    Focus(Route, Field),
    /// Do something with the vault.
    Vault(Handed),
    /// Pass a request to the platform.
    Ask(Request),
}

/// Has the loader's scripts do something with files or stores.
pub fn to_loader(word: &str, with: &str) -> Effect {
    Effect::Ask(Request::ReadLists(if word.is_empty() { String::new() } else { format!("{word};{with}") }))
}

/// What only the platform can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Navigate to a page.
    Go(Route),
    /// Navigate, replacing the current history entry.
    Replace(Route),
    /// Save a file: name and text.
    SaveFile(String, String),
    /// Show a file picker.
    OpenFile,
    /// Read the lists that were chosen, with a row of texts: the book, today, headings and their fields. Answered by
    /// `FileRead`. Without a text: stop reading, and forget the files.
    ReadLists(String),
    /// Write generations: pairs of name and text, `None` deletes one. Answered by `GenerationsWritten`.
    WriteGenerations(Vec<(&'static str, Option<String>)>),
    /// Read the generations; answered by `GenerationsFound`.
    ReadGenerations,
    /// Become the writing page.
    TakeOver,
    /// Save the raw contents of the stores to a file.
    Rescue,
    /// Download the new version.
    FetchVersion,
    /// Activate the new version.
    TakeVersion,
    /// Show the browser's install prompt.
    Install,
    /// Copy a text to the clipboard; answered by `Copied`.
    Copy(String),
    /// Print the page.
    Print,
    /// Retry loading the later chunks.
    FetchChunks,
}
