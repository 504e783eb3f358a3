//! A sheet about one candidate as it is printed on A4: looked at on the screen, printed by the browser.

use super::actions;
use crate::app::action::Action;
use crate::app::state::State;
use crate::domain::dossier::Dossier;
use crate::domain::sheet::Sheet;
use crate::text::vi::sheets as told;
use crate::views::Act;
use crate::views::el::El;
use crate::views::widgets::button::{Weight, button};

/// The page.
pub fn page(_state: &State, act: &Act, _dossier: &Dossier<'_>, _sheet: Sheet) -> Vec<El> {
    vec![actions(vec![button(told::PRINT, Weight::Main, act, Action::Print)])]
}
