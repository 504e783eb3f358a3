//! Undo of steps, undo of single edits from a history, and resolving concurrent edits. Each is an
//! edit itself, so that it merges like any other; what others wrote after the undone edit stays.

use super::effect::{Effect, Request};
use super::facts::{Done, EditRef, UndoStep};
use super::notices::Notice;
use super::route::Route;
use super::state::State;
use super::steps::{append, push, step};
use crate::book::change::Change;
use crate::book::record::{CREATED, DELETED};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;

/// Whether the current page belongs to this record.
fn is_on(state: &State, record: &RecordId) -> bool {
    matches!(&state.route, Route::Record(id) | Route::Part(id, _) if id == record)
}

/// The page on which an edit was made.
fn page_of(mark: &EditRef) -> Route {
    let field = mark.record.kind().and_then(|kind| Field::from_key(kind, &mark.key));
    field.map_or_else(|| Route::Record(mark.record.clone()), |field| Route::of_field(&mark.record, field))
}

/// Undoes the last step.
pub fn undo(state: &mut State) -> Vec<Effect> {
    let Some(taken) = state.steps.pop() else { return Vec::new() };
    let (changes, stayed) = revert(state, &taken);
    state.tell(Notice::Undone(stayed));
    let back = step(state, &changes);
    if !back.is_empty() {
        push(&mut state.undone, back);
    }
    shown(state, &taken, changes)
}

/// Redoes the last undone step.
pub fn redo(state: &mut State) -> Vec<Effect> {
    let Some(taken) = state.undone.pop() else { return Vec::new() };
    let (changes, _) = revert(state, &taken);
    state.tell(Notice::Redone);
    let again = step(state, &changes);
    push(&mut state.steps, again);
    shown(state, &taken, changes)
}

/// Undoes one edit, as a step of its own.
pub fn take_back(state: &mut State, mark: EditRef) -> Vec<Effect> {
    let history = state.book.history(&mark.record, &mark.key);
    let before = history.edit(mark.stamp).and_then(|edit| history.before(edit)?.value.clone());
    let (changes, stayed) = revert(state, &vec![Done { mark, before }]);
    state.tell(Notice::Undone(stayed));
    append(state, changes)
}

/// Resolves concurrent edits in favour of `mark`.
pub fn decide(state: &mut State, mark: &EditRef) -> Vec<Effect> {
    let EditRef { record, key, stamp } = mark;
    let edit = state.book.history(record, key).edit(*stamp);
    let Some(value) = edit.map(|edit| edit.value.clone()) else { return Vec::new() };
    let changes = state.book.decide(state.moment.ms, record, key, value.as_deref());
    state.refresh(record);
    append(state, changes)
}

/// Writes the changes and navigates to where the user sees the result.
fn shown(state: &mut State, step: &UndoStep, changes: Vec<Change>) -> Vec<Effect> {
    state.typing = None;
    let mut effects = vec![Effect::Settle, Effect::Append(changes)];
    if let Some(Done { mark, .. }) = step.first() {
        let there = page_of(mark);
        let live = state.book.record(&mark.record).is_some_and(|record| !record.is_deleted());
        match (live, mark.record.kind()) {
            (true, Some(_)) if step.len() == 1 => effects.push(Effect::Ask(Request::Go(there))),
            (false, Some(_)) if is_on(state, &mark.record) => {
                effects.push(Effect::Ask(Request::Replace(Route::Record(mark.record.clone()).section())));
            }
            _ => {}
        }
    }
    effects
}

/// Restores the value before each edit of a step that is still current. Returns the changes, and
/// the number of edits that are not current any more.
pub(super) fn revert(state: &mut State, step: &UndoStep) -> (Vec<Change>, usize) {
    let (mut changes, mut stayed) = (Vec::new(), 0);
    let ms = state.moment.ms;
    for Done { mark: EditRef { record, key, stamp }, before } in step.iter().rev() {
        let Some(edit) = state.book.history(record, key).latest() else { continue };
        if edit.stamp != *stamp {
            stayed += 1;
            continue;
        }
        let restored = edit.after;
        let change = match (key.as_str(), before) {
            // Undoing a creation deletes the record; redoing restores its fields too.
            (CREATED, None) | (DELETED, Some(_)) => state.book.delete(ms, record),
            _ => state.book.edit(ms, record, key, before.as_deref().map(str::to_owned)),
        };
        state.refresh(record);
        // The previous value is current again under a new stamp: other steps that refer to it are updated.
        for Done { mark, .. } in state.steps.iter_mut().chain(&mut state.undone).flatten() {
            if (&mark.record, &mark.key) == (record, key) && Some(mark.stamp) == restored {
                mark.stamp = change.stamp;
            }
        }
        changes.push(change);
    }
    (changes, stayed)
}
