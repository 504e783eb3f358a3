//! Drawing: the state in, `Callback<Action>` out. A view decides nothing, stores nothing and has
//! no sentence of its own: words come from `text`, lists from `app::selectors`.

pub mod el;
pub mod frame;
pub mod pages;
pub mod print;
pub mod widgets;

use yew::Callback;

use crate::app::action::Action;
use crate::app::past;
use crate::app::selectors;
use crate::app::state::{Cause, State};
use crate::domain::schema::id::RecordId;
use crate::text::vi::{notices, safety, words};

/// How a view tells what a person did.
pub type Act = Callback<Action>;

/// Why the program does not open without a network.
pub fn not_kept(cause: Cause) -> &'static str {
    match cause {
        Cause::Line => notices::NOT_KEPT_LINE,
        Cause::Host => notices::NOT_KEPT_HOST,
        Cause::Full => notices::NOT_KEPT_FULL,
    }
}

/// A time as this device has it.
pub fn time_of(state: &State, ms: u64) -> String {
    safety::time(past::when(state.moment, ms))
}

/// What a record is called, or that it has no name.
pub fn name_of(state: &State, id: &RecordId) -> String {
    selectors::name(state, id).unwrap_or_else(|| words::NAMELESS.to_owned())
}
