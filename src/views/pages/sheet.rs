//! A sheet about one candidate as it is printed on A4: looked at on the screen, printed by the browser.

use super::{about, actions};
use crate::app::action::Action;
use crate::app::state::State;
use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::sheet::Sheet;
use crate::text::vi::sheets as told;
use crate::views::el::El;
use crate::views::widgets::button::{Weight, button};
use crate::views::{Act, print};

/// The page.
pub fn page(state: &State, act: &Act, dossier: &Dossier<'_>, sheet: Sheet) -> Vec<El> {
    let mut parts = vec![actions(vec![button(told::PRINT, Weight::Main, act, Action::Print)])];
    if sheet == Sheet::Application {
        parts.push(about(told::BY_HAND));
    }
    parts.extend(print::pages(state, dossier, sheet));
    parts
}
