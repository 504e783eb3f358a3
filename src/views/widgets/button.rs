//! Buttons, and links styled as buttons.

use super::icon::{Icon, icon};
use crate::app::action::Action;
use crate::app::route::Route;
use crate::views::Act;
use crate::views::el::{El, el};

/// Prominence of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The primary action.
    Main,
    /// A secondary action.
    Plain,
    /// A destructive action.
    Danger,
}

impl Weight {
    /// Class in the style sheets.
    pub const fn class(self) -> &'static str {
        match self {
            Weight::Main => "button button-main",
            Weight::Plain => "button",
            Weight::Danger => "button button-danger",
        }
    }
}

/// A button that sends an action.
pub fn button(label: &str, weight: Weight, act: &Act, action: Action) -> El {
    el("button", weight.class()).fixed("type", "button").clicks(act, action).text(label)
}

/// A link to a page, styled as a button.
pub fn link(label: &str, weight: Weight, route: &Route) -> El {
    el("a", weight.class()).leads_to(route).child(el("span", "").text(label))
}

/// A link to a page where a record is created.
pub fn add(label: &str, weight: Weight, route: &Route) -> El {
    el("a", weight.class()).leads_to(route).child(icon(Icon::Plus)).child(el("span", "").text(label))
}
