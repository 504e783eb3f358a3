//! Opening the stores, the first start, and samples.

use super::effect::{Effect, Request, to_loader};
use super::facts::{Found, Lock, Role, Store};
use super::keep;
use super::notices::Notice;
use super::route::Route;
use super::selectors;
use super::state::State;
use super::steps::append;
use crate::book::Book;
use crate::domain::ledger::Ledger;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::exchange::sample;

/// Takes over what was read from the stores. It includes all edits of this page, since the journal
/// is carried over.
pub fn opened(state: &mut State, found: Found) -> Vec<Effect> {
    let Found { book, store, preferences, backup } = found;
    if state.store.lock == Lock::Opening && store.lock == Lock::Off {
        state.tell(Notice::Vault(false));
    }
    let was_open = !state.book.all().is_empty();
    state.begun = None;
    state.typing = None;
    state.ledger = Ledger::plain();
    let empty = book.all().is_empty();
    if !empty {
        stored_ledger(&mut state.ledger, &book);
    }
    state.book = book;
    state.store = Store { persisted: state.store.persisted, ..store };
    state.backup = backup;
    state.preferences = preferences.clone();
    let mut effects = vec![Effect::Prefer(preferences)];
    if was_open && state.store.lock == Lock::Locked {
        // Nothing of what was open is to stay in the page.
        effects.push(to_loader("reload", ""));
    }
    effects
}

/// Reads all records of a book that is not empty.
#[inline(never)]
fn stored_ledger(ledger: &mut Ledger, book: &Book) {
    for (id, record) in book.records() {
        ledger.put(id, record);
    }
}

/// First start: creates an organization and opens it to be named.
pub fn start_new(state: &mut State, role: Role) -> Vec<Effect> {
    let id = state.new_id(RecordKind::Organization);
    let changes = keep::create(state, &id, &[(Field::OrganizationKind, role.kind().key().to_owned())]);
    let mut effects = append(state, changes);
    effects.extend(set_home(state, &id));
    effects.push(Effect::Ask(Request::Go(Route::Record(id))));
    effects
}

/// Sets the organization that the user works for.
pub fn set_home(state: &mut State, id: &RecordId) -> Vec<Effect> {
    state.preferences.home = Some(id.as_str().to_owned());
    vec![Effect::Prefer(state.preferences.clone())]
}

/// Adds the records of a sample to the book and sets the as-of day to that of the sample.
pub fn open_sample(state: &mut State, key: &str) -> Vec<Effect> {
    let Some(sample) = sample::all().into_iter().find(|sample| sample.key == key) else {
        return Vec::new();
    };
    let mut changes = Vec::new();
    for (id, fields) in &sample.records {
        if state.book.record(id).is_some_and(crate::book::record::Record::is_deleted) {
            changes.push(state.book.restore(state.moment.ms, id));
        }
        changes.extend(keep::create(state, id, fields));
    }
    state.as_of = sample.as_of.iso();
    state.tell(Notice::SampleOpened(sample.name.clone()));
    let mut effects = append(state, changes);
    let first = sample.records.first().map(|(id, _)| id.clone());
    // A user with an organization of their own keeps it.
    let own = selectors::home(state).is_some_and(|home| !sample::is_sample(&home));
    if let (Some(first), false) = (first, own) {
        effects.extend(set_home(state, &first));
    }
    effects.push(Effect::Ask(Request::Go(Route::Progress)));
    effects
}

/// Deletes all records that came with samples.
pub fn remove_samples(state: &mut State) -> Vec<Effect> {
    let ids: Vec<RecordId> =
        state.book.records().map(|(id, _)| id).filter(|id| sample::is_sample(id)).cloned().collect();
    let mut changes = Vec::new();
    for id in &ids {
        changes.push(state.book.delete(state.moment.ms, id));
        state.refresh(id);
    }
    state.as_of.clear();
    state.tell(Notice::SamplesRemoved);
    let mut effects = append(state, changes);
    effects.push(Effect::Ask(Request::Go(Route::Home)));
    effects
}
