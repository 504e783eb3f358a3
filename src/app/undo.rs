//! Taking back: the last steps of this page, one edit of a record's history, one of two edits
//! that had not seen each other. Every taking back is an edit itself, so that it merges like any
//! other; what somebody else wrote after an edit stays.

use super::effect::Effect;
use super::keep;
use super::route::Route;
use super::state::{Mark, Notice, State, Step};
use crate::book::change::Change;
use crate::book::history::History;
use crate::book::record::{CREATED, DELETED};

/// So many steps can be taken back.
const MOST: usize = 100;

/// Notes a step. What was taken back before it cannot be done again.
pub fn note(state: &mut State, step: Step) {
    state.typing = None;
    if step.is_empty() {
        return;
    }
    state.undone.clear();
    push(&mut state.steps, step);
}

fn push(steps: &mut Vec<Step>, step: Step) {
    if steps.len() == MOST {
        steps.remove(0);
    }
    steps.push(step);
}

/// Takes the last step back.
pub fn undo(state: &mut State) -> Vec<Effect> {
    let Some(step) = state.steps.pop() else { return Vec::new() };
    let (changes, stayed) = revert(state, &step);
    state.tell(Notice::Undone(stayed));
    let back: Step = changes.iter().map(Mark::of).collect();
    if !back.is_empty() {
        push(&mut state.undone, back);
    }
    done(state, &step, changes)
}

/// Does again what was taken back last.
pub fn redo(state: &mut State) -> Vec<Effect> {
    let Some(step) = state.undone.pop() else { return Vec::new() };
    let (changes, _) = revert(state, &step);
    state.tell(Notice::Redone);
    push(&mut state.steps, changes.iter().map(Mark::of).collect());
    done(state, &step, changes)
}

/// Takes one edit back, as a step of its own.
pub fn take_back(state: &mut State, mark: Mark) -> Vec<Effect> {
    let (changes, stayed) = revert(state, &vec![mark]);
    state.tell(Notice::Undone(stayed));
    let mut effects = keep::append(state, changes);
    effects.push(Effect::Settle);
    effects
}

/// Lets one of several edits stand that had not seen each other.
pub fn decide(state: &mut State, mark: &Mark) -> Vec<Effect> {
    let Mark { record, key, stamp } = mark;
    let edits = state.book.history(record, key).map(History::edits).unwrap_or_default();
    let Some(edit) = edits.iter().find(|edit| edit.stamp == *stamp) else { return Vec::new() };
    let value = edit.value.clone();
    let changes = state.book.decide(state.moment.ms, record, key, value.as_deref());
    state.refresh(record);
    keep::append(state, changes)
}

fn done(state: &mut State, step: &Step, changes: Vec<Change>) -> Vec<Effect> {
    state.typing = None;
    let mut effects = vec![Effect::Settle, Effect::Append(changes), Effect::Settle];
    // The person is to see what happened.
    if let Some(mark) = step.first() {
        let there = Route::Record(mark.record.clone());
        let live = state.book.record(&mark.record).is_some_and(|record| !record.is_deleted());
        match (live, mark.record.kind()) {
            (true, Some(_)) if step.len() == 1 => effects.push(Effect::Go(there)),
            (false, Some(_)) if state.route == there => effects.push(Effect::Replace(there.section())),
            _ => {}
        }
    }
    effects
}

/// Puts back what stood before each edit of a step, where the edit still stands. Returns the
/// changes, and how many edits stayed because another came after them.
fn revert(state: &mut State, step: &Step) -> (Vec<Change>, usize) {
    let (mut changes, mut stayed) = (Vec::new(), 0);
    let ms = state.moment.ms;
    for Mark { record, key, stamp } in step.iter().rev() {
        let history = state.book.history(record, key);
        let Some((history, edit)) = history.and_then(|history| Some((history, history.latest()?))) else { continue };
        if edit.stamp != *stamp {
            stayed += 1;
            continue;
        }
        let before = history.before(edit).and_then(|edit| edit.value.clone());
        changes.push(match (key.as_str(), before) {
            // A record that was begun goes; one that comes back has its fields put back too.
            (CREATED, None) => state.book.delete(ms, record),
            (DELETED, Some(_)) => state.book.delete(ms, record),
            (_, before) => state.book.edit(ms, record, key, before),
        });
        state.refresh(record);
    }
    (changes, stayed)
}
