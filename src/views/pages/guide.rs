//! The guide: what to do when, with the way to each page. Printed, it is a leaflet of two pages.

use super::{about, actions};
use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::admission::sheet::Sheet;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::text::guide as texts;
use crate::views::Act;
use crate::views::el::{El, el};
use crate::views::widgets::button::{Weight, button, link};

/// The page that each part is about, in the order of the parts.
pub fn pages(state: &State) -> [Route; texts::PARTS.len()] {
    let of_someone = |page: fn(RecordId) -> Route| {
        state.ledger.candidates().next().map_or(Route::Candidates, |(id, _)| page(id.clone()))
    };
    let own = selectors::home(state).map_or(Route::Organizations, Route::Record);
    [
        Route::Settings,
        own,
        Route::New(RecordKind::Candidate),
        of_someone(Route::Procedure),
        of_someone(|id| Route::Sheet(id, Sheet::Application)),
        Route::Progress,
        Route::Lists,
        Route::Safety,
        Route::Deleted,
        Route::Organizations,
    ]
}

/// Renders the page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let parts = texts::PARTS.iter().zip(pages(state)).map(|(part, route)| {
        let steps = part.steps.iter().map(|step| el("li", "").text(step));
        let open = actions(vec![link(texts::OPEN, Weight::Plain, &route)]);
        let heading = el("h2", "").text(part.title);
        el("section", "section leaflet-part").child(heading).child(el("ol", "").each(steps)).child(open)
    });
    vec![
        about(texts::ABOUT),
        actions(vec![button(texts::PRINT, Weight::Plain, act, Action::Print)]),
        el("div", "leaflet").each(parts),
    ]
}
