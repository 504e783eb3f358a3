//! Steps: what a person did at once, noted so that it can be taken back. Taking back is in `undo`.

use super::effect::Effect;
use super::facts::{Done, EditRef, UndoStep};
use super::state::State;
use crate::book::change::Change;

/// The number of steps that can be taken back.
const MOST: usize = 100;

/// Hands changes to the store, as one step that can be taken back. They take nobody's place. What
/// was taken back before cannot be done again.
pub fn append(state: &mut State, changes: Vec<Change>) -> Vec<Effect> {
    state.typing = None;
    let step = step(state, &changes);
    if !step.is_empty() {
        state.undone.clear();
        push(&mut state.steps, step);
    }
    vec![Effect::Settle, Effect::Append(changes)]
}

/// Changes that are in the book, with what stood before each.
pub fn step(state: &State, changes: &[Change]) -> UndoStep {
    let done = |change: &Change| {
        let history = state.book.history(&change.record, &change.key);
        let before = history.and_then(|history| history.before(history.edit(change.stamp)?)?.value.clone());
        Done { mark: EditRef::of(change), before }
    };
    changes.iter().map(done).collect()
}

/// Adds a step; the earliest gives way.
pub fn push(steps: &mut Vec<UndoStep>, step: UndoStep) {
    if steps.len() == MOST {
        steps.remove(0);
    }
    steps.push(step);
}
