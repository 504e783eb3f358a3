//! Buttons and links that look like buttons.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::app::action::Action;
use crate::app::route::Route;
use crate::views::{Act, tells};

/// How much a button stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The one thing to do here.
    Main,
    /// One of several.
    Plain,
    /// Takes something away.
    Danger,
}

impl Weight {
    const fn class(self) -> &'static str {
        match self {
            Weight::Main => "button button-main",
            Weight::Plain => "button",
            Weight::Danger => "button button-danger",
        }
    }
}

/// A button that tells an action.
pub fn button(label: &str, weight: Weight, act: &Act, action: impl Fn() -> Action + 'static) -> Html {
    html! { <button type="button" class={weight.class()} onclick={tells(act, action)}>{ label }</button> }
}

/// A link that looks like a button and leads to a page.
pub fn link(label: &str, weight: Weight, drawing: Option<Icon>, route: &Route) -> Html {
    html! { <a class={weight.class()} href={route.href()}>{ for drawing.map(icon) }<span>{ label }</span></a> }
}
