//! All candidates, sorted by given name; the search ignores diacritics.

use super::{codes, more_ways, tools};
use crate::app::chunks::Chunk;
use crate::app::route::{Aspect, Route};
use crate::app::search;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::ledger::candidate::Candidate;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::roster::Roster;
use crate::text::{lists, procedure, roster as roster_told, words};
use crate::views::el::{El, To, el};
use crate::views::widgets::badge::{self, Tone, badge};
use crate::views::widgets::button::{Weight, add, link};
use crate::views::widgets::field_row::FieldRow;
use crate::views::widgets::list::{self, empty, list};
use crate::views::widgets::text_box::text_box;
use crate::views::{Act, name_of};

/// Renders the page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let mut ways = vec![add(words::ADD_CANDIDATE, Weight::Main, &Route::New(RecordKind::Candidate))];
    // They lead to pages that come later.
    if state.chunks.all() {
        deferred_ways(state, act, &mut ways);
    }
    let add = tools(ways);
    if state.ledger.candidates().next().is_none() {
        return vec![add, empty(words::NO_CANDIDATES)];
    }
    if state.chunks.has(Chunk::Rest) {
        return deferred_list(state, act, add);
    }
    // Names alone, until what sorts and finds them is there.
    let names = state.ledger.candidates().take(state.rows);
    let names = names.map(|(id, _)| list::row(&Route::Record(id.clone()), &name_of(state, id), None, Vec::new()));
    vec![add, list(names.collect())]
}

/// The search, and whom it finds.
#[inline(never)]
fn deferred_list(state: &State, act: &Act, add: El) -> Vec<El> {
    let (shown, all) = search::candidates(state, state.rows);
    let hidden = all - shown.len();
    let found = match shown.is_empty() {
        true => empty(words::NOTHING_FOUND),
        false => list(shown.into_iter().map(|(id, candidate)| row(state, id, candidate)).collect()),
    };
    vec![add, search_box(state, act), found, list::more(act, hidden)]
}

/// Links to pages of the last chunk.
#[inline(never)]
fn deferred_ways(state: &State, act: &Act, tools: &mut Vec<El>) {
    let mut ways = Vec::new();
    if state.ledger.candidates().next().is_some() {
        ways.push(link(words::TODO, Weight::Plain, &Route::Todo));
        ways.push(link(procedure::INSPECTION, Weight::Plain, &Route::Inspection));
    }
    if let Some(home) = selectors::home(state) {
        ways.push(link(roster_told::TABLE, Weight::Plain, &Route::Of(home, Aspect::Table(Roster::People))));
    }
    ways.push(codes::look(act, lists::codes::LOOK_FOR_CARD));
    ways.push(to_lists());
    tools.push(more_ways(ways));
}

/// Link to the page of lists from files.
pub fn to_lists() -> El {
    link(lists::LISTS, Weight::Plain, &Route::Lists)
}

fn search_box(state: &State, act: &Act) -> El {
    let mut row = FieldRow::new("search", words::SEARCH);
    row.help = Some(words::SEARCH_HELP);
    let input = text_box(act, &row, &state.search, "search", To::Search);
    el("search", "").fixed("role", "search").child(row.draw(input))
}

/// One candidate with cell, stage and number of blocking findings.
fn row(state: &State, id: &RecordId, candidate: &Candidate) -> El {
    let blocking = selectors::blocking(state, id);
    let mut marks = vec![badge::stage(candidate.stage(state.moment.today))];
    if candidate.has_ended(state.moment.today) {
        marks = vec![badge(Tone::Calm, procedure::ENDED)];
    }
    if blocking > 0 {
        marks.push(badge(Tone::Bad, &words::to_mend(blocking)));
    }
    let about = candidate.cell.as_ref().and_then(|cell| selectors::name(state, state.ledger.heir(cell)));
    list::row(&Route::Record(id.clone()), &name_of(state, id), about.as_deref(), marks)
}
