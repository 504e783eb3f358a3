//! Several candidates side by side: who stands in the table of a page, new ones entered there, and the same entered for many in one
//! step. Which fields a table has is in `schema::roster`.

use super::batch::{Batch, RosterAction};
use super::chunks::Chunk;
use super::effect::Effect;
use super::facts::UndoStep;
use super::keep;
use super::notices::Notice;
use super::route::{Aspect, Route};
use super::selectors;
use super::state::State;
use super::steps::append;
use super::suggestions;
use crate::book::change::Change;
use crate::book::record::CREATED;
use crate::domain::ledger::candidate::Candidate;
use crate::domain::schema::choice::OrganizationKind;
use crate::domain::schema::entry;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::roster::Roster;
use crate::domain::value::letters::{by_given_name, in_order};

/// The fields of a table: those of the roster that are kept in the machine, and the cell where people may be in several.
pub fn columns(state: &State, organization: &RecordId, roster: Roster) -> Vec<Field> {
    let level = state.ledger.level(organization);
    let mut columns: Vec<Field> =
        roster.columns().iter().copied().filter(|field| field.spec().section.level() <= level).collect();
    if roster.takes_new() && is_committee(state, organization) {
        columns.insert(1, Field::CandidateCell);
    }
    columns
}

fn is_committee(state: &State, organization: &RecordId) -> bool {
    let found = state.ledger.organization(organization);
    found.and_then(|found| found.kind).is_some_and(OrganizationKind::is_committee)
}

/// Whoever stands in a table: candidates who are on the way. New people come last, so that no row moves while it is being written.
pub fn people(state: &State, organization: &RecordId, roster: Roster) -> Vec<RecordId> {
    let today = state.moment.today;
    // Whoever has no cell yet stands in the table of each committee, to be given one.
    let committee = is_committee(state, organization);
    let astray = |found: &Candidate| committee && found.cell.as_ref().is_none_or(|cell| !state.ledger.has(cell));
    let within = state.ledger.candidates_within(organization);
    let all = within.chain(state.ledger.candidates().filter(|(_, found)| astray(found)));
    let open =
        all.filter(|(_, found)| !found.has_ended(today) && found.recognition.is_none()).map(|(id, _)| id.clone());
    match roster.takes_new() {
        true => {
            let mut people: Vec<RecordId> = open.collect();
            people.sort_by_key(|id| state.book.history(id, CREATED).latest().map(|edit| edit.stamp));
            people
        }
        false => in_order(open, |id| {
            by_given_name(state.ledger.candidate(id).and_then(|found| found.name.as_deref()).unwrap_or_default())
        }),
    }
}

/// The part of them that is shown, the last ones, and how many are not.
pub fn shown(state: &State, organization: &RecordId, roster: Roster) -> (Vec<RecordId>, usize) {
    let mut people = people(state, organization, roster);
    let hidden = people.len().saturating_sub(state.rows);
    (people.split_off(hidden), hidden)
}

/// Those of them who are marked.
pub fn marked(state: &State, organization: &RecordId, roster: Roster) -> Vec<RecordId> {
    let mut people = people(state, organization, roster);
    people.retain(|id| Batch::of(&state.batch).is_some_and(|batch| batch.marked.contains(id)));
    people
}

/// What was typed for all who are marked.
pub fn text(state: &State, field: Field) -> &str {
    let texts = Batch::of(&state.batch).map(|batch| batch.texts.as_slice()).unwrap_or_default();
    texts.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_str()).unwrap_or_default()
}

/// The stored form of it, if it can be entered: a day may be written short.
pub fn ready(state: &State, field: Field) -> Option<String> {
    let typed = text(state, field);
    let text = suggestions::completed(field, typed, state.moment.today).map(|day| day.iso());
    let stored = entry::canonical(field.spec().kind, text.as_deref().unwrap_or(typed));
    (!stored.is_empty() && entry::parse(field.spec().kind, &stored).is_ok()).then_some(stored)
}

/// Does what the page's person wants.
pub(super) fn act(state: &mut State, action: RosterAction) -> Vec<Effect> {
    let Route::Of(organization, Aspect::Table(roster)) = state.route.clone() else { return Vec::new() };
    let mut batch = match action {
        RosterAction::Begin(field, text) => return begin(state, &organization, field, &text),
        RosterAction::Fill => return fill(state, &organization, roster),
        _ => Batch::taken(&mut state.batch),
    };
    match action {
        RosterAction::Mark(id, on) => {
            batch.marked.retain(|known| *known != id);
            if on {
                batch.marked.push(id);
            }
        }
        RosterAction::MarkAll(on) => {
            batch.marked = if on { shown(state, &organization, roster).0 } else { Vec::new() };
        }
        RosterAction::Text(field, text) => {
            batch.texts.retain(|(known, _)| *known != field);
            batch.texts.push((field, text));
        }
        RosterAction::Begin(..) | RosterAction::Fill => {}
    }
    state.batch = batch.held();
    Vec::new()
}

/// The first letter in the row of somebody new: a candidate of this organization's cell.
fn begin(state: &mut State, organization: &RecordId, field: Field, text: &str) -> Vec<Effect> {
    if entry::canonical(field.spec().kind, text).is_empty() {
        return Vec::new();
    }
    let cell = match is_committee(state, organization) {
        true => selectors::only_cell_of(state, organization),
        false => Some(organization.clone()),
    };
    let given = cell.map(|cell| (Field::CandidateCell, cell.as_str().to_owned()));
    let given: Vec<(Field, String)> = given.into_iter().filter(|(known, _)| *known != field).collect();
    keep::begin_here(state, RecordKind::Candidate, &given, field, text)
}

/// A box is left: of whom nothing is said any more, as when a letter was typed by mistake, no record stays behind.
pub(super) fn left(state: &mut State) -> Vec<Effect> {
    match state.route {
        Route::Of(_, Aspect::Table(_)) if state.chunks.has(Chunk::Rest) => deferred_left(state),
        _ => Vec::new(),
    }
}

#[inline(never)]
fn deferred_left(state: &mut State) -> Vec<Effect> {
    let Some(id) = state.typing.as_ref().map(|mark| mark.record.clone()) else { return Vec::new() };
    let says = |field: Field| {
        let text = state.book.record(&id).and_then(|record| record.text(field.spec().key));
        field != Field::CandidateCell && text.is_some()
    };
    if !id.is(RecordKind::Candidate) || Field::of(RecordKind::Candidate).any(says) {
        return Vec::new();
    }
    // Only if it came with that letter, as the last step, which is none now: whoever was there before may be given another name.
    let made = |step: &UndoStep| step.iter().any(|done| done.mark.record == id && done.mark.key == CREATED);
    if !state.steps.last().is_some_and(made) {
        return Vec::new();
    }
    state.steps.pop();
    let change = state.book.delete(state.moment.ms, &id);
    state.refresh(&id);
    state.typing = None;
    vec![Effect::Settle, Effect::Append(vec![change])]
}

/// Enters what was typed for all who are marked, where they have nothing there yet.
fn fill(state: &mut State, organization: &RecordId, roster: Roster) -> Vec<Effect> {
    let mut texts = Vec::new();
    for field in columns(state, organization, roster) {
        texts.extend(ready(state, field).map(|text| (field, text)));
    }
    let (mut changes, mut filled, mut kept): (Vec<Change>, usize, usize) = (Vec::new(), 0, 0);
    for id in marked(state, organization, roster) {
        let before = changes.len();
        let mut differs = false;
        for (field, text) in &texts {
            match state.book.record(&id).and_then(|record| record.text(field.spec().key)) {
                None => changes.push(state.book.edit(state.moment.ms, &id, field.spec().key, Some(text.clone()))),
                Some(known) => differs |= known != text,
            }
        }
        filled += usize::from(changes.len() > before);
        kept += usize::from(differs);
        state.refresh(&id);
    }
    state.batch = None;
    let effects = if changes.is_empty() { Vec::new() } else { append(state, changes) };
    let step = state.steps.last().and_then(|step| step.first()).filter(|_| filled > 0);
    let step = step.map(|done| done.mark.clone());
    state.tell(Notice::GroupFilled { people: filled, kept, step });
    effects
}
