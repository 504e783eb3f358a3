//! A sheet about one candidate as printed on A4: shown on screen, printed by the browser.

use super::{about, actions};
use crate::app::action::Action;
use crate::app::state::State;
use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::sheet::Sheet;
use crate::text::sheets as texts;
use crate::views::el::El;
use crate::views::widgets::button::{Weight, button};
use crate::views::{Act, print};

/// Renders the page.
pub fn page(state: &State, act: &Act, dossier: &Dossier<'_>, sheet: Sheet) -> Vec<El> {
    let mut parts = vec![actions(vec![button(texts::PRINT, Weight::Main, act, Action::Print)])];
    if sheet == Sheet::Application {
        parts.push(about(texts::BY_HAND));
    }
    parts.extend(print::pages(state, dossier, sheet));
    parts
}
