//! The reducer: the only place where the state changes.

use super::action::Action;
use super::chunks::{Chunk, Chunks};
use super::effect::{Effect, Request};
use super::facts::{Lock, Question};
use super::forms;
use super::keep;
use super::leaving;
use super::roster;
use super::route::Route;
use super::start;
use super::state::{ROWS, State};
use crate::store::journal::Replica;

pub use super::forms::Early;

/// Changes the state by one action and returns the effects.
///
/// # Errors
/// The action itself, or one that follows from it, if it needs a chunk that is not loaded yet.
pub fn update(state: &mut State, action: Action) -> Result<Vec<Effect>, Early> {
    Ok(match action {
        // What is stored must not be written over before it is read.
        Action::DeviceLooksChanged | Action::KeepAgain | Action::Hidden if state.store.unopened => Vec::new(),
        // A read-only page must not accept edits that would be lost.
        action if state.store.read_only && writes(&action) => Vec::new(),
        action if state.store.lock == Lock::Locked && !may_do_locked(state, &action) => return locked(action),
        Action::Opened(found) => start::opened(state, *found),
        Action::Navigated(hash) => return navigated(state, Route::parse(&hash)),
        Action::Left => {
            let mut effects = roster::left(state);
            effects.extend(leaving::left(state));
            effects
        }
        Action::DeviceLooksChanged => vec![Effect::Prefer(state.preferences.clone())],
        Action::Kept(kept) => {
            state.kept = Some(kept);
            Vec::new()
        }
        Action::KeepAgain => vec![Effect::Append(Vec::new())],
        // Retries pending writes before the page may be unloaded.
        Action::Hidden => {
            let mut effects = keep::settle(state);
            if state.kept.is_some_and(|kept| kept.local.is_some() || kept.replica != Replica::Confirmed) {
                effects.push(Effect::Append(Vec::new()));
            }
            effects
        }
        Action::OpenFile => vec![Effect::Ask(Request::OpenFile)],
        Action::BecameReader => {
            state.store.read_only = true;
            keep::settle(state)
        }
        Action::TakeOver => vec![Effect::Ask(Request::TakeOver)],
        Action::Chunks(chunks) => {
            state.chunks = chunks;
            Vec::new()
        }
        Action::FetchChunks => {
            state.chunks = Chunks { failed: false, ..state.chunks };
            vec![Effect::Ask(Request::FetchChunks)]
        }
        Action::GiveUp => {
            state.early = false;
            state.waiting.retain(|action| !action.is_asked_for());
            Vec::new()
        }
        other if state.chunks.has(Chunk::Forms) && !state.store.unopened => return forms::forms_update(state, other),
        other => return Err(Early(other)),
    })
}

/// Whether a locked page does something.
fn may_do_locked(state: &State, action: &Action) -> bool {
    match action {
        // To erase is all that is left to who has forgotten everything.
        Action::Confirmed => matches!(state.question, Some(Question::Erase)),
        Action::SaveFile => false,
        action => !writes(action),
    }
}

/// What comes to a locked page by itself waits until it is open; what is asked for is not done.
fn locked(action: Action) -> Result<Vec<Effect>, Early> {
    match action {
        Action::Idle | Action::GenerationsFound(_) | Action::FileRead(_) => Err(Early(action)),
        _ => Ok(Vec::new()),
    }
}

/// Whether an action would change the book.
const fn writes(action: &Action) -> bool {
    match action {
        Action::Edited { .. }
        | Action::SetPeriod(..)
        | Action::Begin { .. }
        | Action::BeginNew(..)
        | Action::BeginAttached(..)
        | Action::EnterMember(..)
        | Action::Delete(..)
        | Action::EraseRecord(..)
        | Action::Restore(..)
        | Action::Confirmed
        | Action::StartNew(..)
        | Action::OpenSample(..)
        | Action::RemoveSamples
        | Action::Undo
        | Action::Redo
        | Action::TakeBack(..)
        | Action::Decide(..)
        | Action::NameDevice(..)
        | Action::FileRead(..)
        | Action::Lists(..)
        | Action::TakeRules
        | Action::TakePlan
        | Action::HandOver(..)
        | Action::ClassDays(..)
        | Action::Roster(..)
        | Action::TakeBackEvents(..)
        | Action::Idle
        | Action::GenerationsFound(..)
        | Action::ReplaceGenerations => true,
        // Asked for where it says so: a locked page has to be opened, and one that only reads, too.
        Action::Vault(..)
        | Action::Opened(..)
        | Action::Navigated(..)
        | Action::Left
        | Action::Jump(..)
        | Action::Dismissed
        | Action::Erase
        | Action::DropRules
        | Action::SetHome(..)
        | Action::SetTheme(..)
        | Action::SetLetters(..)
        | Action::SetForecast(..)
        | Action::SetBasis(..)
        | Action::DeviceLooksChanged
        | Action::SetAsOf(..)
        | Action::SetToday(..)
        | Action::Search(..)
        | Action::MoreRows
        | Action::Reconcile(..)
        | Action::Figures(..)
        | Action::Plan(..)
        | Action::PlanName(..)
        | Action::Kept(..)
        | Action::KeepAgain
        | Action::Hidden
        | Action::SaveFile
        | Action::OpenFile
        | Action::FileSaved(..)
        | Action::FileFailed(..)
        | Action::GenerationsWritten(..)
        | Action::Measured(..)
        | Action::Persisted(..)
        | Action::BecameReader
        | Action::TakeOver
        | Action::Rescue
        | Action::NoticeRead(..)
        | Action::Version(..)
        | Action::FetchVersion
        | Action::TakeVersion
        | Action::VersionLater
        | Action::VersionSwitchedElsewhere
        | Action::Offline(..)
        | Action::OfflineReady
        | Action::CanInstall
        | Action::Install
        | Action::Installed
        | Action::Copy(..)
        | Action::Copied(..)
        | Action::Export(..)
        | Action::Print
        | Action::Chunks(..)
        | Action::FetchChunks
        | Action::GiveUp => false,
    }
}

fn navigated(state: &mut State, route: Route) -> Result<Vec<Effect>, Early> {
    if let Some((begun, _)) = &state.begun
        && !matches!(&route, Route::Record(id) | Route::Part(id, _) if id == begun)
    {
        keep::forms_drop_begun(state);
    }
    let moved = state.route != route;
    if moved {
        state.notices.retain(|shown| !shown.seen);
        state.notices.iter_mut().for_each(|shown| shown.seen = true);
    }
    // Whoever goes elsewhere is not called back to a form.
    if state.waiting.iter().any(|action| matches!(action, Action::BeginNew(_))) {
        state.waiting.retain(|action| !matches!(action, Action::BeginNew(_)));
        state.early = state.waiting.iter().any(Action::is_asked_for);
    }
    if moved {
        state.rows = ROWS;
        // What is marked and no longer seen must not be written.
        state.batch = None;
    }
    state.route = route;
    state.question = None;
    state.typing = None;
    Ok(match state.route {
        Route::New(_) if state.store.read_only => vec![Effect::Ask(Request::Replace(state.route.section()))],
        Route::New(kind) => return update(state, Action::BeginNew(kind)),
        Route::Safety if moved => vec![Effect::ToTop, Effect::Measure],
        _ if moved => vec![Effect::ToTop],
        _ => Vec::new(),
    })
}
