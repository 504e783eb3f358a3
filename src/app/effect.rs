//! What the program asks of its surroundings. The root component runs these, nothing else does.

use super::route::Route;
use crate::book::change::Change;
use crate::store::preferences::Preferences;

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write changes; answer with `Kept` or `NotKept`.
    Append(Vec<Change>),
    /// Give the next edit a place of its own.
    Settle,
    /// Keep the preferences and show the page by them.
    Prefer(Preferences),
    /// Go to a page.
    Go(Route),
    /// Go to a page in place of this one, so that the way back does not return here.
    Replace(Route),
    /// Show the page from its top and put the focus on its heading.
    ToTop,
    /// Let the waiting version take over.
    TakeVersion,
    /// Ask the browser to install the page.
    Install,
}
