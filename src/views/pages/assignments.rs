//! Committee members assigned to cells and villages, since when, and how much each assignment covers.

use super::{actions, section};
use crate::app::people;
use crate::app::route::Route;
use crate::app::state::State;
use crate::domain::ledger::office::Assignment;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::letters::{fold, in_order, joined};
use crate::text::members as texts;
use crate::views::el::{El, el};
use crate::views::widgets::badge::{Tone, badge};
use crate::views::widgets::button::{Weight, add};
use crate::views::widgets::list::{empty, list, row};
use crate::views::{Act, name_of};

/// Renders the page.
pub fn page(state: &State, _: &Act) -> Vec<El> {
    let add = actions(vec![add(texts::ADD_ASSIGNMENT, Weight::Main, &Route::New(RecordKind::Assignment))]);
    let mut parts = vec![el("p", "lead").text(texts::ASSIGNMENTS_ABOUT), add];
    let all = in_order(state.ledger.assignments(), |(_, found)| fold(found.name.as_deref().unwrap_or_default()));
    if all.is_empty() {
        parts.push(empty(texts::NO_ASSIGNMENTS));
    }
    let (now, past): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(_, found)| found.until.is_none_or(|until| until >= state.moment.today));
    let mut now = now.into_iter().peekable();
    while let Some((id, first)) = now.next() {
        let name = fold(first.name.as_deref().unwrap_or_default());
        let mut rows = vec![one(state, id, first)];
        let same = |next: &(&RecordId, &Assignment)| fold(next.1.name.as_deref().unwrap_or_default()) == name;
        while let Some((id, found)) = now.next_if(same) {
            rows.push(one(state, id, found));
        }
        parts.push(section(&name_of(state, id), vec![list(rows)]));
    }
    let open = people::unassigned(state);
    if !open.is_empty() && state.ledger.assignments().next().is_some() {
        let rows = open.iter().map(|id| row(&Route::Record(id.clone()), &name_of(state, id), None, Vec::new()));
        parts.push(section(texts::UNASSIGNED, vec![list(rows.collect())]));
    }
    if !past.is_empty() {
        let rows = past.into_iter().map(|(id, found)| one(state, id, found)).collect();
        let summary = el("summary", "").text(texts::PAST_ASSIGNMENTS);
        parts.push(el("details", "section").child(summary).child(list(rows)));
    }
    parts
}

/// One assignment: place, period, and how much it covers.
fn one(state: &State, id: &RecordId, assignment: &Assignment) -> El {
    let of: Vec<String> =
        [&assignment.organization, &assignment.village].into_iter().flatten().map(|id| name_of(state, id)).collect();
    let title = if of.is_empty() { name_of(state, id) } else { joined(&of, ", ") };
    let mut about = texts::since(assignment.since, assignment.until);
    let mut marks = Vec::new();
    if let Some(charge) = people::charge(state, assignment) {
        let under = people::under(state, charge);
        about = format!("{about} · {}", texts::under(under.candidates, under.late));
        if under.late > 0 {
            marks.push(badge(Tone::Bad, &under.late.to_string()));
        }
    }
    row(&Route::Record(id.clone()), &title, Some(&about), marks)
}
