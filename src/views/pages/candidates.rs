//! All candidates: searched without marks, in the order of given names.

use yew::Callback;

use super::actions;
use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::check::Severity;
use crate::domain::id::{RecordId, RecordKind};
use crate::domain::records::Candidate;
use crate::text::vi::words;
use crate::views::el::{El, el};
use crate::views::widgets::badge::{self, Tone, badge};
use crate::views::widgets::button::{Weight, add};
use crate::views::widgets::field_row::FieldRow;
use crate::views::widgets::list::{Row, empty, list};
use crate::views::widgets::text_box::TextBox;
use crate::views::{Act, name_of};

/// The page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let add = actions(vec![add(words::ADD_CANDIDATE, Weight::Main, &Route::New(RecordKind::Candidate))]);
    if state.ledger.candidates().next().is_none() {
        return vec![empty(words::NO_CANDIDATES).child(add)];
    }
    let found = selectors::candidates(state);
    let found = match found.is_empty() {
        true => empty(words::NOTHING_FOUND),
        false => list(found.into_iter().map(|(id, candidate)| row(state, id, candidate)).collect()),
    };
    vec![add, search(state, act), found]
}

fn search(state: &State, act: &Act) -> El {
    let row = FieldRow { help: Some(words::SEARCH_HELP), ..FieldRow::new("search", words::SEARCH) };
    let input = TextBox {
        id: row.id.clone(),
        value: state.search.clone(),
        placeholder: None,
        keyboard: "search",
        described_by: row.described_by(),
        invalid: false,
        required: false,
        ontype: act.reform(Action::Search),
        onleave: Callback::noop(),
    };
    el("search", "").fixed("role", "search").child(row.draw(input.draw()))
}

/// One candidate with cell, stage, and how many findings block.
fn row(state: &State, id: &RecordId, candidate: &Candidate) -> Row {
    let blocking = selectors::findings(state, id).iter().filter(|finding| finding.severity == Severity::Blocks).count();
    let mut marks = vec![badge::stage(candidate.stage())];
    if blocking > 0 {
        marks.push(badge(Tone::Bad, &words::to_mend(blocking)));
    }
    let about = candidate.cell.as_ref().and_then(|cell| selectors::name(state, cell));
    Row { about, marks, ..Row::new(Route::Record(id.clone()), name_of(state, id)) }
}
