//! Recording of undo steps. Undoing is in `undo`.

use super::effect::Effect;
use super::facts::{Done, EditRef, UndoStep};
use super::state::State;
use crate::book::change::Change;

/// Maximum number of undo steps.
const MOST: usize = 100;

/// Writes changes as one undo step, separate from continued typing, and clears the redo stack.
pub fn append(state: &mut State, changes: Vec<Change>) -> Vec<Effect> {
    state.typing = None;
    let step = step(state, &changes);
    if !step.is_empty() {
        state.undone.clear();
        push(&mut state.steps, step);
    }
    vec![Effect::Settle, Effect::Append(changes)]
}

/// The undo step of changes that are already in the book.
pub fn step(state: &State, changes: &[Change]) -> UndoStep {
    let done = |change: &Change| {
        let history = state.book.history(&change.record, &change.key);
        let before = history.edit(change.stamp).and_then(|edit| history.before(edit)?.value.clone());
        Done { mark: EditRef::of(change), before }
    };
    changes.iter().map(done).collect()
}

/// Pushes a step; beyond the maximum the oldest one is dropped.
pub fn push(steps: &mut Vec<UndoStep>, step: UndoStep) {
    if steps.len() == MOST {
        steps.remove(0);
    }
    steps.push(step);
}
