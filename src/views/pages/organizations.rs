//! The tree of organizations, and the villages.

use super::{actions, section};
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::ledger::records::Village;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::letters::joined;
use crate::text::{members, standing, words};
use crate::views::el::El;
use crate::views::name_of;
use crate::views::widgets::badge::{Tone, badge};
use crate::views::widgets::button::{Weight, add, link};
use crate::views::widgets::list::{empty, list, row, row_at};

/// Renders the page.
pub fn page(state: &State) -> Vec<El> {
    let rows: Vec<El> = state.ledger.tree().into_iter().map(|(depth, id)| organization(state, depth, &id)).collect();
    let villages: Vec<El> = state.ledger.villages().map(|(id, found)| village(state, id, found)).collect();
    let mut parts = vec![
        actions(vec![
            add(words::ADD_ORGANIZATION, Weight::Main, &Route::New(RecordKind::Organization)),
            add(words::ADD_VILLAGE, Weight::Plain, &Route::New(RecordKind::Village)),
            add(words::ADD_HEADCOUNT, Weight::Plain, &Route::New(RecordKind::Headcount)),
            link(members::MEMBERS, Weight::Plain, &Route::Members),
            link(members::ASSIGNMENTS, Weight::Plain, &Route::Assignments),
        ]),
        if rows.is_empty() { empty(words::NO_ORGANIZATIONS) } else { list(rows) },
    ];
    if !villages.is_empty() {
        parts.push(section(words::VILLAGES, vec![list(villages)]));
    }
    parts
}

/// One organization as a row: kind, and number of members if known.
pub fn organization(state: &State, depth: usize, id: &RecordId) -> El {
    let kind = state.ledger.organization(id).and_then(|found| found.kind).map(|kind| kind.name().to_owned());
    let members = state.ledger.members(id, state.as_of_day()).map(|(day, members)| standing::members(day, members));
    let about: Vec<String> = kind.into_iter().chain(members).collect();
    let about = (!about.is_empty()).then(|| joined(&about, " · "));
    let is_home = selectors::home(state).as_ref() == Some(id);
    let marks = if is_home { vec![badge(Tone::Calm, words::IS_HOME)] } else { Vec::new() };
    row_at(depth, &Route::Record(id.clone()), &name_of(state, id), about.as_deref(), marks)
}

/// One village as a row, with the cell that covers it.
pub fn village(state: &State, id: &RecordId, village: &Village) -> El {
    let cell = village.cell.as_ref().and_then(|cell| selectors::name(state, cell));
    let about = cell.as_deref().unwrap_or(words::NO_CELL);
    row(&Route::Record(id.clone()), &name_of(state, id), Some(about), Vec::new())
}
