//! Erasing a person's records for good: out of the book, the stores and the generations. What the stores do is in
//! `store::erasing`; erasing everything is the loader's.

use super::effect::{Effect, Request, to_loader};
use super::facts::Erasing;
use super::notices::Notice;
use super::route::Route;
use super::state::State;
use super::vaulted::Sealed;
use crate::book::Book;
use crate::book::change::Change;
use crate::book::record::ERASED;
use crate::domain::schema::id::RecordId;
use crate::store::backup::GENERATIONS;
use crate::store::erasing::{self, backup_without};

/// Erases a record with all that belongs to it.
pub fn erase(state: &mut State, id: &RecordId) -> Vec<Effect> {
    let of_it = |one: &&RecordId| *one == id || one.candidate().as_ref() == Some(id);
    let ids: Vec<RecordId> = state.book.all().iter().map(|(id, _)| id).filter(of_it).cloned().collect();
    let mut changes = Vec::new();
    for id in &ids {
        changes.extend(state.book.erase(state.moment.ms, id));
        state.refresh(id);
    }
    state.notices.retain(|seen| !matches!(&seen.notice, Notice::Deleted(id) if ids.contains(id)));
    let mut effects = begin(state, &changes);
    effects.extend([Effect::Settle, Effect::Append(changes), Effect::Settle]);
    effects.push(Effect::Ask(Request::Replace(Route::Deleted)));
    effects
}

/// What comes before changes of which some erase records: a note; and the loader has the stores read again, once more when they have taken
/// everything, and then the generations.
pub fn begin(state: &mut State, changes: &[Change]) -> Vec<Effect> {
    if !erasing::erases(changes) {
        return Vec::new();
    }
    // Steps have texts of what is erased.
    state.steps.clear();
    state.undone.clear();
    state.typing = None;
    state.store.erasing = Erasing::Off;
    vec![Effect::Vault(Sealed::Erasing(true).handed()), to_loader("erasing", "")]
}

/// How many records that are here a book would erase.
pub fn erased_by(state: &State, book: &Book) -> usize {
    let here = |id: &RecordId| state.book.record(id).is_some_and(|record| !record.is_erased());
    let top = |id: &RecordId| id.kind().is_some_and(|kind| !kind.is_attached());
    let mut erased = 0;
    for (id, record) in book.all() {
        erased += usize::from(record.text(ERASED).is_some() && top(id) && here(id));
    }
    erased
}

/// What has to be written again of generations that were read after the stores were found clean.
pub fn unlike(state: &State, found: &[(String, String)]) -> Vec<(&'static str, Option<String>)> {
    let without = |name: &'static str| {
        let (_, text) = found.iter().find(|(own, _)| own == name)?;
        Some((name, Some(backup_without(text, &state.book)?)))
    };
    GENERATIONS.into_iter().filter_map(without).collect()
}

/// Nothing of it is left anywhere.
pub fn done(state: &mut State) -> Vec<Effect> {
    state.store.erasing = Erasing::Off;
    state.tell(Notice::RecordsErased);
    vec![Effect::Vault(Sealed::Erasing(false).handed())]
}
