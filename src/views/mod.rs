//! Drawing: the state in, `Callback<Action>` out. A view decides nothing, stores nothing and has
//! no sentence of its own: words come from `text`, lists from `app::selectors`.

pub mod frame;
pub mod pages;
pub mod widgets;

use yew::Callback;

use crate::app::action::Action;

/// How a view tells what a person did.
pub type Act = Callback<Action>;

/// A callback that tells one fixed action, whatever the event.
pub fn tells<E: 'static>(act: &Act, action: impl Fn() -> Action + 'static) -> Callback<E> {
    act.reform(move |_| action())
}
