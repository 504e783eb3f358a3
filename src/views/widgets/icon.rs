//! Line drawings for navigation and buttons. Each goes with a word, so screen readers skip it.

use yew::prelude::*;

/// A drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Start page.
    House,
    /// Candidates.
    People,
    /// Targets.
    Flag,
    /// Organizations.
    Tree,
    /// Preferences.
    Gear,
    /// Add.
    Plus,
    /// Back.
    Back,
    /// Leads on.
    Onward,
}

/// Draws an icon in the colour of the text around it.
pub fn icon(icon: Icon) -> Html {
    let path = match icon {
        Icon::House => "M3 11.5 12 4l9 7.5M5.5 10v10h13V10M10 20v-6h4v6",
        Icon::People => {
            "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-4 3-6.5 6.5-6.5s6.5 2.5 6.5 6.5M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14c2.2.8 3.5 3 3.5 6"
        }
        Icon::Flag => "M5 21V3.5M5 4.5c5-3 8 3 14 0v9c-6 3-9-3-14 0",
        Icon::Tree => "M9 3h6v5H9ZM2.5 16h6v5h-6ZM15.5 16h6v5h-6ZM12 8v4M5.5 16v-4h13v4",
        Icon::Gear => {
            "M12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M18.7 5.3l-2.1 2.1M7.4 16.6l-2.1 2.1"
        }
        Icon::Plus => "M12 5v14M5 12h14",
        Icon::Back => "M14.5 5 8 12l6.5 7",
        Icon::Onward => "M9.5 5 16 12l-6.5 7",
    };
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
        </svg>
    }
}
