//! Buttons and links that look like buttons.

use super::icon::{Icon, icon};
use crate::app::action::Action;
use crate::app::route::Route;
use crate::views::Act;
use crate::views::el::{El, el};

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
    /// Its class in the style sheets.
    pub const fn class(self) -> &'static str {
        match self {
            Weight::Main => "button button-main",
            Weight::Plain => "button",
            Weight::Danger => "button button-danger",
        }
    }
}

/// A button that tells an action.
pub fn button(label: &str, weight: Weight, act: &Act, action: Action) -> El {
    el("button", weight.class()).fixed("type", "button").clicks(act, action).text(label)
}

/// A link that looks like a button and leads to a page.
pub fn link(label: &str, weight: Weight, route: &Route) -> El {
    el("a", weight.class()).leads_to(route).child(el("span", "").text(label))
}

/// A link to the page where something is added.
pub fn add(label: &str, weight: Weight, route: &Route) -> El {
    el("a", weight.class()).leads_to(route).child(icon(Icon::Plus)).child(el("span", "").text(label))
}
