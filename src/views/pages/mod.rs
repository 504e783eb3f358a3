//! The pages, one module each.

pub mod assignments;
mod blank;
mod breakdown;
pub mod candidates;
mod codes;
pub mod dossier;
mod groundwork;
pub mod guide;
pub mod history;
pub mod home;
pub mod inspection;
pub mod kitchen;
pub mod lists;
pub mod members;
mod movement;
mod office_rules;
pub mod organizations;
pub mod overview;
mod parcels;
pub mod places;
pub mod procedure;
pub mod progress;
pub mod reconcile;
pub mod record;
pub mod record_more;
pub mod regulation;
mod reorganize;
pub mod report;
mod roster;
pub mod safety;
pub mod settings;
pub mod sheet;
pub mod sources;
mod targets;
pub mod todo;
pub mod vault;
pub mod welcome;

use yew::Html;

use super::el::{El, el};
use super::widgets::badge::Tone;
use super::widgets::button::{Weight, button, link};
use super::widgets::list::empty;
use super::widgets::notice::notice;
use super::{Act, name_of};
use crate::app::action::Action;
use crate::app::chunks::Chunk;
use crate::app::facts::Lock;
use crate::app::route::{Account, Aspect, Route};
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::text::{
    groundwork as groundwork_told, guide as guide_told, life, lists as lists_told, members as members_texts,
    overview as glance, places as places_told, procedure as steps, regulation as texts, report as report_texts,
    roster as roster_told, safety as safe, sources as sources_told, words,
};

/// Renders the current page with its heading.
pub fn page(state: &State, act: &Act) -> Html {
    let parts = match &state.route {
        _ if awaits(state) => vec![awaited(state, act)],
        _ if state.store.lock == Lock::Locked => vault::vault_page(state, act),
        Route::Home if selectors::is_new(state) => welcome::page(state, act),
        // Replaced at once by the new record's own page.
        Route::New(_) => Vec::new(),
        Route::Unknown => vec![empty("").child(link(words::HOME, Weight::Main, &Route::Home))],
        _ => forms_page(state, act),
    };
    let heading = el("h1", "").fixed("tabindex", "-1").text(&heading(state));
    // Keyed by address, so that another page does not reuse text boxes.
    let kind = if matches!(
        state.route,
        Route::Sheet(..) | Route::Of(_, Aspect::Blank(_)) | Route::Over(_, _, Account::Report)
    ) {
        "page page-paper"
    } else {
        "page"
    };
    let page = el("div", kind).key(&state.route.href()).child(heading);
    page.children(parts).done()
}

/// The pages in the chunk of forms; only called once it is loaded. A page belongs here if it is on the way of a new
/// user to a first candidate.
#[inline(never)]
fn forms_page(state: &State, act: &Act) -> Vec<El> {
    match &state.route {
        Route::Candidates => candidates::page(state, act),
        Route::Record(id) if id.kind().is_some_and(RecordKind::has_early_form) => record::page(state, act, id),
        Route::Part(id, section) => match selectors::dossier(state, id) {
            Some(found) => dossier::part(state, act, &found, *section),
            None => record::page(state, act, id),
        },
        _ => deferred_page(state, act),
    }
}

/// The pages in the last chunk; only called once it is loaded.
#[inline(never)]
fn deferred_page(state: &State, act: &Act) -> Vec<El> {
    match &state.route {
        Route::Home => home::page(state, act),
        Route::Progress => progress::page(state, act),
        Route::Organizations => organizations::page(state, act),
        Route::Reorganize => reorganize::page(state, act),
        Route::Settings => settings::page(state, act),
        Route::Safety => safety::page(state, act),
        Route::History(only) => history::history(state, act, only.as_ref()),
        Route::Deleted => history::deleted(state, act),
        Route::Disputes => history::disputes(state, act),
        Route::Guide => guide::page(state, act),
        Route::Kitchen => kitchen::page(state, act),
        // Not typed by hand: shown with all others.
        Route::Record(id) if id.is(RecordKind::OfficeRules) => regulation::page(state, act),
        Route::Record(id) => record::page(state, act, id),
        Route::Regulation => regulation::page(state, act),
        Route::Todo => todo::page(state, act),
        Route::Members => members::page(state, act),
        Route::Assignments => assignments::page(state, act),
        Route::Inspection => inspection::page(state, act),
        Route::Reconcile => reconcile::page(state, act),
        Route::Lists => lists::page(state, act),
        Route::Over(id, period, Account::Overview) => overview::page(state, act, id, *period),
        Route::Over(id, period, Account::Cells) => overview::cells(state, id, *period),
        Route::Of(id, Aspect::Places) => places::page(state, act, id),
        Route::Of(id, Aspect::Sources) => sources::page(state, act, id),
        Route::Of(id, Aspect::Classes) => groundwork::classes_page(state, act, id),
        Route::Of(id, Aspect::Table(roster)) => roster::page(state, act, id, *roster),
        Route::Of(id, Aspect::Blank(blank)) => blank::page(state, act, id, *blank),
        Route::Over(id, period, Account::Report) => report::page(state, act, id, *period),
        Route::Procedure(id) | Route::Sheet(id, _) => match (selectors::dossier(state, id), &state.route) {
            (Some(found), Route::Sheet(_, kind)) => sheet::page(state, act, &found, *kind),
            (Some(found), _) => procedure::page(state, act, &found),
            (None, _) => record::page(state, act, id),
        },
        // Rendered by the chunks before.
        Route::New(_) | Route::Unknown | Route::Candidates | Route::Part(..) => Vec::new(),
    }
}

/// Whether the current page needs a chunk that is not loaded yet.
pub fn awaits(state: &State) -> bool {
    let early = |kind: Option<RecordKind>| match kind.is_some_and(RecordKind::has_early_form) {
        true => Chunk::Forms,
        false => Chunk::Rest,
    };
    let needed = match &state.route {
        // Nothing is told of a book that is not read yet, not even that it is empty.
        _ if state.store.unopened => return true,
        _ if state.store.lock == Lock::Locked => Chunk::Vault,
        Route::Home if selectors::is_new(state) => return false,
        Route::Unknown => return false,
        Route::Candidates | Route::Part(..) => Chunk::Forms,
        Route::Record(id) => early(id.kind()),
        Route::New(kind) => early(Some(*kind)),
        _ => Chunk::Rest,
    };
    !state.chunks.has(needed)
}

/// Placeholder until the chunk that is needed is loaded.
pub fn awaited(state: &State, act: &Act) -> El {
    if state.chunks.failed {
        let again = button(words::FETCH_AGAIN, Weight::Main, act, Action::FetchChunks);
        return notice(Tone::Warn, words::DEFERRED_FAILED, Some(words::DEFERRED_FAILED_ABOUT), vec![again]);
    }
    el("p", "lead").fixed("role", "status").text(words::DEFERRED_COMES)
}

/// Heading of the current page. Until its chunk is loaded, only pages that the navigation leads to and those
/// that a new user may see first have their own.
pub fn heading(state: &State) -> String {
    let words = match &state.route {
        _ if state.store.lock == Lock::Locked && state.chunks.has(Chunk::Vault) => return vault::vault_heading(),
        Route::Home if selectors::is_new(state) => words::WELCOME,
        Route::Candidates => words::CANDIDATES,
        Route::Progress => words::PROGRESS,
        Route::Organizations => words::ORGANIZATIONS,
        Route::Settings => words::SETTINGS,
        Route::Unknown => words::UNKNOWN_PAGE,
        _ if state.chunks.has(Chunk::Forms) => return forms_heading(state),
        _ => words::PROGRAM,
    };
    words.to_owned()
}

/// Heading of a page that is not in the first chunk.
#[inline(never)]
fn forms_heading(state: &State) -> String {
    match &state.route {
        Route::Record(id) => record::heading(state, id),
        Route::Part(id, section) => {
            format!("{}: {}", words::section(*section).unwrap_or_default(), name_of(state, id))
        }
        Route::New(kind) => words::record(*kind).to_owned(),
        _ if state.chunks.has(Chunk::Rest) => deferred_heading(state),
        _ => words::PROGRAM.to_owned(),
    }
}

/// Heading of a page whose wording is in the last chunk.
#[inline(never)]
fn deferred_heading(state: &State) -> String {
    let of = |words: &str, id: &RecordId| format!("{words}: {}", name_of(state, id));
    let words = match &state.route {
        Route::Home => match selectors::home(state) {
            Some(home) => return name_of(state, &home),
            None => words::HOME,
        },
        Route::Guide => guide_told::GUIDE,
        Route::Kitchen => words::KITCHEN,
        Route::Reorganize => life::REORGANIZE,
        Route::Safety => safe::SAFETY,
        Route::History(None) => safe::HISTORY,
        Route::History(Some(id)) => return of(safe::HISTORY, id),
        Route::Deleted => safe::DELETED,
        Route::Disputes => safe::DISPUTES,
        Route::Regulation => texts::REGULATION,
        Route::Reconcile => words::RECONCILE,
        Route::Lists => lists_told::LISTS,
        Route::Todo => words::TODO,
        Route::Over(id, period, Account::Overview | Account::Cells) => {
            return glance::heading(&name_of(state, id), *period);
        }
        Route::Of(id, Aspect::Places) => return of(places_told::PLACES, id),
        Route::Of(id, Aspect::Sources) => return sources_told::heading(&name_of(state, id)),
        Route::Of(id, Aspect::Classes) => return of(groundwork_told::CLASSES, id),
        Route::Of(id, Aspect::Table(_)) => return of(roster_told::TABLE, id),
        Route::Of(id, Aspect::Blank(blank)) => return of(roster_told::blank(*blank), id),
        Route::Over(id, period, Account::Report) => return report_texts::heading(&name_of(state, id), *period),
        Route::Members => members_texts::MEMBERS,
        Route::Assignments => members_texts::ASSIGNMENTS,
        Route::Inspection => steps::INSPECTION,
        Route::Procedure(id) => return of(steps::PROCEDURE, id),
        Route::Sheet(id, sheet) => return of(steps::sheet(*sheet), id),
        // Named by the chunks before. Listed exhaustively, so that a new page does not compile without a heading.
        Route::Record(_)
        | Route::Part(..)
        | Route::New(_)
        | Route::Candidates
        | Route::Progress
        | Route::Organizations
        | Route::Settings
        | Route::Unknown => words::PROGRAM,
    };
    words.to_owned()
}

/// A section with a heading.
fn section(title: &str, parts: Vec<El>) -> El {
    el("section", "section").child(el("h2", "").text(title)).children(parts)
}

/// A row of buttons.
fn actions(buttons: Vec<El>) -> El {
    el("div", "actions").children(buttons)
}

/// What can be done on the page of a list: the one thing that most come for, and the [rest](more_ways).
fn tools(ways: Vec<El>) -> El {
    el("div", "tools").children(ways)
}

/// The rest of what can be done on a page, behind one word.
fn more_ways(ways: Vec<El>) -> El {
    let menu = el("details", "tools-more").child(el("summary", "button").text(words::MORE_WAYS));
    menu.child(el("div", "tools-list").children(ways))
}

/// A line of secondary text.
fn about(words: &str) -> El {
    el("p", "card-about").text(words)
}
