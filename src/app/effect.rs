//! What an action leads to outside the state. The runner (`run`) does what concerns the stores and
//! the drawing itself, and asks the platform for the rest.

use super::route::Route;
use crate::book::change::Change;
use crate::domain::schema::field::Field;
use crate::store::backup::Known;
use crate::store::preferences::Preferences;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write changes, and whatever waits; followed by `Kept`.
    Append(Vec<Change>),
    /// Give the next edit a place of its own.
    Settle,
    /// Keep the preferences and show the page by them.
    Prefer(Preferences),
    /// Keep what is known of backups.
    Note(Known),
    /// Measure how much of local storage is taken; followed by `Measured`.
    Measure,
    /// Show the page from its top and put the focus on its heading.
    ToTop,
    /// Put the focus on a field, once its page is shown.
    Focus(Route, Field),
    /// Ask the platform for something.
    Ask(Request),
}

/// What only the platform can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Go to a page.
    Go(Route),
    /// Go to a page in place of this one, so that the way back does not return here.
    Replace(Route),
    /// Hand a file of this name and text to the person.
    SaveFile(String, String),
    /// Let the person choose a file.
    OpenFile,
    /// Put texts into the generations inside the browser, by name; `None` takes one away. Answer
    /// with `GenerationsWritten`.
    WriteGenerations(Vec<(&'static str, Option<String>)>),
    /// Read the generations inside the browser.
    ReadGenerations,
    /// Become the page that writes.
    TakeOver,
    /// Save everything that the store holds to a file.
    Rescue,
    /// Fetch what is missing of another version.
    FetchVersion,
    /// Let the other version take over.
    TakeVersion,
    /// Ask the browser to install the page.
    Install,
    /// Give a text to other programs; answer with `Copied`.
    Copy(String),
    /// Print the page.
    Print,
    /// Try again to get the later part of the program.
    FetchLater,
}
