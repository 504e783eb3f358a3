//! The reducer: the only place where the state changes.

use super::action::Action;
use super::chunks::{Chunk, Chunks};
use super::effect::{Effect, Request};
use super::facts::{NewVersion, Offline};
use super::forms;
use super::keep;
use super::notices::Notice;
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
        Action::Opened(found) => start::opened(state, *found),
        Action::Navigated(hash) => return navigated(state, Route::parse(&hash)),
        Action::Left => {
            let mut effects = roster::left(state);
            effects.extend(keep::left(state));
            effects
        }
        Action::DeviceLooksChanged => vec![Effect::Prefer(state.preferences.clone())],
        Action::SetAsOf(text) => {
            state.as_of = text;
            Vec::new()
        }
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
        Action::Measured(used) => {
            state.store.used = used;
            Vec::new()
        }
        Action::Persisted(yes) => {
            state.store.persisted = Some(yes);
            Vec::new()
        }
        Action::BecameReader => {
            state.store.read_only = true;
            keep::settle(state)
        }
        Action::TakeOver => vec![Effect::Ask(Request::TakeOver)],
        Action::Rescue => vec![Effect::Ask(Request::Rescue)],
        Action::NoticeRead(place) => {
            if place < state.notices.len() {
                state.notices.remove(place);
            }
            Vec::new()
        }
        Action::Version(version) => {
            state.new_version = Some(version);
            Vec::new()
        }
        Action::FetchVersion => {
            state.new_version = Some(NewVersion::Coming(0));
            vec![Effect::Ask(Request::FetchVersion)]
        }
        Action::TakeVersion => vec![Effect::Ask(Request::TakeVersion)],
        Action::VersionLater => {
            state.new_version = None;
            Vec::new()
        }
        Action::VersionSwitchedElsewhere => {
            state.new_version = None;
            tell(state, Notice::VersionSwitchedElsewhere)
        }
        Action::OfflineReady => tell(state, Notice::OfflineReady),
        Action::Offline(offline) => {
            // The loader retries repeatedly: one notice per cause.
            if state.offline.replace(offline) != Some(offline) {
                state.notices.retain(|seen| !matches!(seen.notice, Notice::NotKept(_)));
                if let Offline::Missing(cause) = offline {
                    state.tell(Notice::NotKept(cause));
                }
            }
            Vec::new()
        }
        Action::CanInstall => {
            state.can_install = true;
            Vec::new()
        }
        Action::Install => {
            state.can_install = false;
            vec![Effect::Ask(Request::Install)]
        }
        Action::Installed => tell(state, Notice::Installed),
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
        | Action::Erase
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
        Action::Opened(..)
        | Action::Navigated(..)
        | Action::Left
        | Action::Jump(..)
        | Action::Dismissed
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

fn tell(state: &mut State, notice: Notice) -> Vec<Effect> {
    state.tell(notice);
    Vec::new()
}
