//! The tree of organizations, and the villages.

use yew::prelude::*;

use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::id::{RecordId, RecordKind};
use crate::domain::records::Village;
use crate::text::vi::{standing, words};
use crate::views::widgets::badge::{Tone, badge};
use crate::views::widgets::button::{Weight, link};
use crate::views::widgets::icon::Icon;
use crate::views::widgets::list::{Row, empty, list};

/// The page.
pub fn page(state: &State) -> Html {
    let rows: Vec<Row> = state.ledger.tree().into_iter().map(|(depth, id)| organization(state, depth, &id)).collect();
    let villages: Vec<Row> = state.ledger.villages.iter().map(|(id, found)| village(state, id, found)).collect();
    html! {
        <>
            <h1 tabindex="-1">{ words::ORGANIZATIONS }</h1>
            <div class="actions">
                { link(words::ADD_ORGANIZATION, Weight::Main, Some(Icon::Plus), &Route::New(RecordKind::Organization)) }
                { link(words::ADD_VILLAGE, Weight::Plain, Some(Icon::Plus), &Route::New(RecordKind::Village)) }
                { link(words::ADD_HEADCOUNT, Weight::Plain, Some(Icon::Plus), &Route::New(RecordKind::Headcount)) }
            </div>
            { if rows.is_empty() { empty(words::NO_ORGANIZATIONS, Html::default()) } else { list(rows) } }
            { if villages.is_empty() { Html::default() } else { html! { <section><h2>{ words::VILLAGES }</h2>{ list(villages) }</section> } } }
        </>
    }
}

/// One organization as a row: kind, and members where they are known.
pub fn organization(state: &State, depth: usize, id: &RecordId) -> Row {
    let kind = state.ledger.organizations.get(id).and_then(|found| found.kind).map(|kind| kind.name().to_owned());
    let members = state.ledger.members(id, state.as_of_day()).map(|(day, members)| standing::members(day, members));
    let about: Vec<String> = [kind, members].into_iter().flatten().collect();
    let home = selectors::home(state).as_ref() == Some(id);
    Row {
        route: Route::Record(id.clone()),
        title: selectors::name(state, id).unwrap_or_else(|| words::NAMELESS.to_owned()),
        about: (!about.is_empty()).then(|| about.join(" · ")),
        marks: if home { badge(Tone::Calm, words::IS_HOME) } else { Html::default() },
        depth,
    }
}

/// One village as a row: who covers it.
pub fn village(state: &State, id: &RecordId, village: &Village) -> Row {
    let cell = village.cell.as_ref().and_then(|cell| selectors::name(state, cell));
    Row {
        route: Route::Record(id.clone()),
        title: selectors::name(state, id).unwrap_or_else(|| words::NAMELESS.to_owned()),
        about: Some(cell.unwrap_or_else(|| words::NO_CELL.to_owned())),
        marks: Html::default(),
        depth: 0,
    }
}
