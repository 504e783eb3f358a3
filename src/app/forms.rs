//! The part of `update` that is in the chunk of forms (docs/decisions/0033): what a new user does until a
//! first candidate is written down. What it leaves over is in `deferred`.

use super::action::Action;
use super::chunks::Chunk;
use super::deferred::{ADMISSIONS, deferred_given, deferred_update};
use super::effect::{Effect, Request};
use super::route::Route;
use super::selectors;
use super::state::{ROWS, State};
use super::{keep, start, vault};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordKind;

/// An action handed back because the chunk that it needs is not loaded yet.
#[derive(Debug)]
pub struct Early(pub Action);

/// Handles the actions that `update` leaves over. Only called once the chunk of forms is loaded.
///
/// # Errors
/// The action itself if it needs the last chunk and that is not loaded yet.
#[inline(never)]
pub(super) fn forms_update(state: &mut State, action: Action) -> Result<Vec<Effect>, Early> {
    Ok(match action {
        Action::Vault(what) if state.chunks.has(Chunk::Vault) => vault::vault_update(state, &what),
        // Of the other kinds neither forms nor typed values are in this chunk.
        other if !state.chunks.has(Chunk::Rest) && !is_early(&other) => return Err(Early(other)),
        Action::Edited { record, field, text } => {
            let mut effects = keep::edited(state, &record, field, &text);
            effects.extend(keep::remember_place(state, !effects.is_empty()));
            effects
        }
        Action::SetPeriod(record, period) => keep::set_period(state, &record, period),
        Action::StartNew(role) => start::start_new(state, role),
        // The user may have left the page in the meantime.
        Action::BeginNew(kind) if state.route == Route::New(kind) => {
            let given = given(state, kind);
            keep::begin(state, kind, &given)
        }
        Action::BeginNew(_) => Vec::new(),
        Action::Begin { kind, given } => keep::begin(state, kind, &given),
        Action::BeginAttached(kind, candidate) => keep::begin_attached(state, kind, &candidate),
        Action::Jump(record, field) => {
            let there = Route::of_field(&record, field);
            let focus = Effect::Focus(there.clone(), field);
            if there == state.route { vec![focus] } else { vec![Effect::Ask(Request::Go(there)), focus] }
        }
        Action::Dismissed => {
            state.question = None;
            Vec::new()
        }
        Action::SetHome(id) => start::set_home(state, &id),
        Action::Search(text) => {
            state.search = text;
            state.rows = ROWS;
            Vec::new()
        }
        Action::MoreRows => {
            // Twice as many each time: whoever wants the last of thousands is there after a few taps.
            state.rows *= 2;
            Vec::new()
        }
        other => deferred_update(state, other),
    })
}

/// Whether this chunk is enough for an action.
fn is_early(action: &Action) -> bool {
    match action {
        Action::Edited { record, .. } | Action::SetPeriod(record, _) | Action::Jump(record, _) => {
            record.kind().is_some_and(RecordKind::has_early_form)
        }
        Action::BeginNew(kind) | Action::Begin { kind, .. } => kind.has_early_form(),
        Action::StartNew(_) | Action::Dismissed | Action::SetHome(_) | Action::Search(_) | Action::MoreRows => true,
        _ => false,
    }
}

/// Fields preset in a new record of this kind.
fn given(state: &State, kind: RecordKind) -> Vec<(Field, String)> {
    let Some(home) = selectors::home(state).map(|home| home.as_str().to_owned()) else { return Vec::new() };
    let today = state.as_of_day();
    match kind {
        RecordKind::Candidate => {
            let cell = selectors::only_cell(state);
            cell.map(|cell| (Field::CandidateCell, cell.as_str().to_owned())).into_iter().collect()
        }
        RecordKind::Target => vec![
            (Field::TargetOrganization, home),
            (Field::TargetIndicator, ADMISSIONS.to_owned()),
            (Field::TargetFrom, today.year_start().iso()),
            (Field::TargetTo, today.year_end().iso()),
        ],
        RecordKind::Organization => vec![(Field::OrganizationParent, home)],
        other => deferred_given(state, other, home),
    }
}
