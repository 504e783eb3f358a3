//! Rendering: from the state to Yew nodes, with a `Callback<Action>` for what the user does. Views
//! contain no logic, no state and no wording: texts come from `text`, data from `app::selectors`.

pub mod el;
pub mod frame;
pub mod pages;
pub mod print;
mod toast;
pub mod widgets;

use yew::Callback;

use crate::app::action::Action;
use crate::app::past;
use crate::app::selectors;
use crate::app::state::{Cause, State};
use crate::domain::schema::id::RecordId;
use crate::text::{notices, safety, words};

/// Callback by which a view sends actions.
pub type Act = Callback<Action>;

/// Why the program does not work offline.
pub fn not_kept(cause: Cause) -> &'static str {
    match cause {
        Cause::Line => notices::NOT_KEPT_LINE,
        Cause::Host => notices::NOT_KEPT_HOST,
        Cause::Full => notices::NOT_KEPT_FULL,
    }
}

/// Date and time in local time.
pub fn time_of(state: &State, ms: u64) -> String {
    safety::time(past::when(state.moment, ms))
}

/// Display name of a record, or a text that it has none.
pub fn name_of(state: &State, id: &RecordId) -> String {
    selectors::name(state, id).unwrap_or_else(|| words::NAMELESS.to_owned())
}
