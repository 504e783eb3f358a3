//! The pages, one file each.

pub mod assignments;
mod breakdown;
pub mod candidates;
pub mod dossier;
pub mod history;
pub mod home;
pub mod inspection;
pub mod kitchen;
pub mod members;
mod movement;
pub mod organizations;
pub mod overview;
pub mod procedure;
pub mod progress;
pub mod reconcile;
pub mod record;
pub mod record_more;
pub mod regulation;
pub mod report;
pub mod safety;
pub mod settings;
pub mod sheet;
pub mod sources;
mod targets;
pub mod todo;
pub mod welcome;

use yew::Html;

use super::el::{El, el};
use super::widgets::badge::Tone;
use super::widgets::button::{Weight, button, link};
use super::widgets::list::empty;
use super::widgets::notice::notice;
use super::{Act, name_of};
use crate::app::action::Action;
use crate::app::facts::Later;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::schema::id::RecordId;
use crate::text::vi::{
    members as members_told, overview as glance, procedure as steps, regulation as told, report as report_told,
    safety as safe, sources as sources_told, words,
};

/// The page of the present address: its heading and what stands under it.
pub fn page(state: &State, act: &Act) -> Html {
    let parts = match &state.route {
        Route::Home if selectors::is_new(state) => welcome::page(state, act),
        // Left at once for the new record's own page.
        Route::New(_) if state.later == Later::Here => Vec::new(),
        Route::Unknown => vec![empty("").child(link(words::HOME, Weight::Main, &Route::Home))],
        _ if state.later == Later::Here => later_page(state, act),
        _ => vec![awaited(state, act)],
    };
    let heading = el("h1", "").fixed("tabindex", "-1").text(&heading(state));
    // Keyed by its address: another page gets boxes of its own.
    let kind = if matches!(state.route, Route::Sheet(..) | Route::Report(..)) { "page page-paper" } else { "page" };
    let page = el("div", kind).key(&state.route.href()).child(heading);
    page.children(parts).done()
}

/// The pages in the later part of the program: called only when that is here. A page belongs
/// there unless a person may see it first.
#[inline(never)]
fn later_page(state: &State, act: &Act) -> Vec<El> {
    match &state.route {
        Route::Home => home::page(state, act),
        Route::Progress => progress::page(state, act),
        Route::Candidates => candidates::page(state, act),
        Route::Organizations => organizations::page(state),
        Route::Settings => settings::page(state, act),
        Route::Safety => safety::page(state, act),
        Route::History(only) => history::history(state, act, only.as_ref()),
        Route::Deleted => history::deleted(state, act),
        Route::Disputes => history::disputes(state, act),
        Route::Kitchen => kitchen::page(state, act),
        Route::Record(id) => record::page(state, act, id),
        Route::Part(id, section) => match selectors::dossier(state, id) {
            Some(found) => dossier::part(state, act, &found, *section),
            None => record::page(state, act, id),
        },
        Route::Regulation => regulation::page(state),
        Route::Todo => todo::page(state, act),
        Route::Members => members::page(state, act),
        Route::Assignments => assignments::page(state, act),
        Route::Inspection => inspection::page(state, act),
        Route::Reconcile => reconcile::page(state, act),
        Route::Overview(id, period) => overview::page(state, act, id, *period),
        Route::Cells(id, period) => overview::cells(state, id, *period),
        Route::Sources(id) => sources::page(state, act, id),
        Route::Report(id, period) => report::page(state, act, id, *period),
        Route::Procedure(id) | Route::Sheet(id, _) => match (selectors::dossier(state, id), &state.route) {
            (Some(found), Route::Sheet(_, kind)) => sheet::page(state, act, &found, *kind),
            (Some(found), _) => procedure::page(state, act, &found),
            (None, _) => record::page(state, act, id),
        },
        // Drawn by the first part.
        Route::New(_) | Route::Unknown => Vec::new(),
    }
}

/// What stands in the place of something until the later part is here.
pub fn awaited(state: &State, act: &Act) -> El {
    if state.later == Later::Failed {
        let again = button(words::FETCH_AGAIN, Weight::Main, act, Action::FetchLater);
        return notice(Tone::Warn, words::LATER_FAILED, Some(words::LATER_FAILED_ABOUT), vec![again]);
    }
    el("p", "lead").fixed("role", "status").text(words::LATER_COMES)
}

/// Heading of the present page.
pub fn heading(state: &State) -> String {
    let words = match &state.route {
        Route::Home if selectors::is_new(state) => words::WELCOME,
        Route::Home => match selectors::home(state) {
            Some(home) => return name_of(state, &home),
            None => words::HOME,
        },
        Route::Candidates => words::CANDIDATES,
        Route::Progress => words::PROGRESS,
        Route::Organizations => words::ORGANIZATIONS,
        Route::Settings => words::SETTINGS,
        Route::Kitchen => words::KITCHEN,
        Route::Safety => safe::SAFETY,
        Route::History(None) => safe::HISTORY,
        Route::History(Some(id)) => return format!("{}: {}", safe::HISTORY, name_of(state, id)),
        Route::Deleted => safe::DELETED,
        Route::Disputes => safe::DISPUTES,
        Route::Record(id) => return record::heading(state, id),
        Route::Part(id, section) => {
            let part = words::section(*section).unwrap_or_default();
            return format!("{part}: {}", name_of(state, id));
        }
        Route::Regulation => told::REGULATION,
        Route::Reconcile => words::RECONCILE,
        Route::Todo
        | Route::Overview(..)
        | Route::Cells(..)
        | Route::Sources(_)
        | Route::Report(..)
        | Route::Members
        | Route::Assignments
        | Route::Inspection
        | Route::Procedure(_)
        | Route::Sheet(..) => match state.later {
            Later::Here => return later_heading(state),
            _ => words::PROGRAM,
        },
        Route::New(kind) => words::record(*kind),
        Route::Unknown => words::UNKNOWN_PAGE,
    };
    words.to_owned()
}

/// Heading of a page of which the words are in the later part, too.
#[inline(never)]
fn later_heading(state: &State) -> String {
    let of = |words: &str, id: &RecordId| format!("{words}: {}", name_of(state, id));
    let words = match &state.route {
        Route::Todo => words::TODO,
        Route::Overview(id, period) | Route::Cells(id, period) => return glance::heading(&name_of(state, id), *period),
        Route::Sources(id) => return sources_told::heading(&name_of(state, id)),
        Route::Report(id, period) => return report_told::heading(&name_of(state, id), *period),
        Route::Members => members_told::MEMBERS,
        Route::Assignments => members_told::ASSIGNMENTS,
        Route::Inspection => steps::INSPECTION,
        Route::Procedure(id) => return of(steps::PROCEDURE, id),
        Route::Sheet(id, sheet) => return of(steps::sheet(*sheet), id),
        // Named by the first part. Written out, so that a new page has to be given a heading.
        Route::Home
        | Route::Candidates
        | Route::Progress
        | Route::Organizations
        | Route::Settings
        | Route::Safety
        | Route::History(_)
        | Route::Deleted
        | Route::Disputes
        | Route::Kitchen
        | Route::Regulation
        | Route::Reconcile
        | Route::Record(_)
        | Route::Part(..)
        | Route::New(_)
        | Route::Unknown => words::PROGRAM,
    };
    words.to_owned()
}

/// A part of a page under a heading of its own.
fn section(title: &str, parts: Vec<El>) -> El {
    el("section", "section").child(el("h2", "").text(title)).children(parts)
}

/// Buttons side by side.
fn actions(buttons: Vec<El>) -> El {
    el("div", "actions").children(buttons)
}

/// A quiet line.
fn about(words: &str) -> El {
    el("p", "card-about").text(words)
}
