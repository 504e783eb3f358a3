//! The tree of organizations, and the villages.

use super::candidates::to_lists;
use super::{more_ways, progress, section, tools};
use crate::app::route::{Aspect, Route};
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::ledger::records::Village;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::letters::joined;
use crate::text::{life, members, places, standing, words};
use crate::views::el::El;
use crate::views::widgets::badge::{Tone, badge};
use crate::views::widgets::button::{Weight, add, link};
use crate::views::widgets::list::{Shown, empty, list, row, row_at};
use crate::views::{Act, name_of};

/// Renders the page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let tree = state.ledger.tree().into_iter().filter(|(_, id)| state.ledger.is_there(id));
    let (mut tree, mut ended, mut villages) = (tree.collect(), state.ledger.ended(), state.ledger.villages().collect());
    let mut shown = Shown::of(state);
    shown.keep(&mut tree);
    shown.keep(&mut ended);
    shown.keep(&mut villages);
    let rows: Vec<El> = tree.iter().map(|(depth, id)| organization(state, *depth, id)).collect();
    let villages: Vec<El> = villages.into_iter().map(|(id, found)| village(state, id, found)).collect();
    let mut ways = vec![
        add(words::ADD_VILLAGE, Weight::Plain, &Route::New(RecordKind::Village)),
        add(words::ADD_HEADCOUNT, Weight::Plain, &Route::New(RecordKind::Headcount)),
        link(life::REORGANIZE, Weight::Plain, &Route::Reorganize),
        link(members::MEMBERS, Weight::Plain, &Route::Members),
        link(members::ASSIGNMENTS, Weight::Plain, &Route::Assignments),
    ];
    if let Some(home) = selectors::home(state) {
        ways.push(link(places::PLACES, Weight::Plain, &Route::Of(home, Aspect::Places)));
    }
    ways.push(to_lists());
    let first = add(words::ADD_ORGANIZATION, Weight::Main, &Route::New(RecordKind::Organization));
    let mut parts = vec![tools(vec![first, more_ways(ways)])];
    if state.ledger.has_events() {
        parts.push(progress::day_asked(state, act));
        parts.push(progress::day_told(state, act));
    }
    parts.push(if rows.is_empty() { empty(words::NO_ORGANIZATIONS) } else { list(rows) });
    let ended: Vec<El> = ended.iter().map(|id| one_ended(state, id)).collect();
    if !ended.is_empty() {
        parts.push(section(life::ENDED, vec![list(ended)]));
    }
    if !villages.is_empty() {
        parts.push(section(words::VILLAGES, vec![list(villages)]));
    }
    parts.push(shown.more(act));
    parts
}

/// One ended organization as a row: since when, and what continues it.
fn one_ended(state: &State, id: &RecordId) -> El {
    let heir = state.ledger.end(id).and_then(|end| end.into.as_ref()).map(|into| name_of(state, into));
    let about = state.ledger.end(id).map(|end| life::ended(end, heir.as_deref()));
    row(&Route::Record(id.clone()), &name_of(state, id), about.as_deref(), Vec::new())
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
