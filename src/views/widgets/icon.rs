//! Line icons for navigation and buttons. Each is next to a word, so it is hidden from screen readers.

use crate::views::el::{El, el};

/// An icon.
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
    /// Go on.
    Back,
    /// Leads on.
    Onward,
    /// Undo the last step.
    Undo,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Icon::House => "M3 11.5 12 4l9 7.5M5.5 10v10h13V10M10 20v-6h4v6",
            Icon::People => {
                "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-4 3-6.5 6.5-6.5s6.5 2.5 6.5 6.5M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14c2.2.8 3.5 3 3.5 6"
            }
            Icon::Flag => "M5 21V3.5M5 4.5c5-3 8 3 14 0v9c-6 3-9-3-14 0",
            Icon::Tree => "M9 3h6v5H9ZM2.5 16h6v5h-6ZM15.5 16h6v5h-6ZM12 8v4M5.5 16v-4h13v4",
            Icon::Gear => {
                "M4 7h9M19 7h1M4 17h1M11 17h9M16 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 20a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z"
            }
            Icon::Plus => "M12 5v14M5 12h14",
            Icon::Back => "M14.5 5 8 12l6.5 7",
            Icon::Onward => "M9.5 5 16 12l-6.5 7",
            Icon::Undo => "M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H8",
        }
    }
}

/// Draws an icon in the colour of the text around it.
pub fn icon(icon: Icon) -> El {
    let path = el("path", "").fixed("d", icon.path());
    el("svg", "icon").fixed("viewBox", "0 0 24 24").fixed("aria-hidden", "true").fixed("focusable", "false").child(path)
}
