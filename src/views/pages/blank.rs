//! A sheet of paper to be filled in by hand: printed here, and entered from here.

use super::{about, actions, overview};
use crate::app::action::Action;
use crate::app::route::{Aspect, Route};
use crate::app::state::State;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::roster::{Blank, Roster};
use crate::text::{roster as texts, sheets};
use crate::views::el::El;
use crate::views::widgets::button::{Weight, button, link};
use crate::views::{Act, print};

/// Renders the page.
pub fn page(state: &State, act: &Act, id: &RecordId, blank: Blank) -> Vec<El> {
    if !state.ledger.has(id) {
        return vec![overview::gone()];
    }
    let enter = match blank {
        Blank::People => link(texts::ENTER, Weight::Plain, &Route::Of(id.clone(), Aspect::Table(Roster::People))),
        Blank::Survey => {
            let given =
                vec![(Field::SurveyOrganization, id.as_str().to_owned()), (Field::SurveyDay, state.moment.today.iso())];
            button(texts::ENTER, Weight::Plain, act, Action::Begin { kind: RecordKind::Survey, given })
        }
    };
    let print = button(sheets::PRINT, Weight::Main, act, Action::Print);
    let mut parts = vec![actions(vec![print, enter]), about(texts::SHEET_ABOUT)];
    parts.extend(print::blanks(state, id, blank));
    parts
}
