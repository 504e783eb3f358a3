//! The start page: how the person's organization stands today and what to do first.

use super::progress::day_told;
use super::safety::{last_file, to_here};
use super::{about, actions, section, todo};
use crate::app::action::Action;
use crate::app::admissions;
use crate::app::past;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::schema::id::RecordKind;
use crate::text::vi::{dossier, numbers, safety, standing, words};
use crate::views::el::{El, el};
use crate::views::widgets::badge::Tone;
use crate::views::widgets::button::{Weight, add, button, link};
use crate::views::widgets::notice::notice;
use crate::views::widgets::target_card::target_card;
use crate::views::{Act, name_of};

/// The page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let mut parts = Vec::new();
    parts.extend(day_told(state, act));
    if selectors::has_samples(state) {
        let remove = button(words::REMOVE_SAMPLES, Weight::Plain, act, Action::RemoveSamples);
        parts.push(notice(Tone::Calm, words::SAMPLES_HERE, None, vec![remove]));
    }
    parts.extend(safety_told(state));
    parts.extend(dossiers_told(state));
    parts.extend(first_steps(state));
    if state.ledger.candidates().next().is_some() {
        parts.push(section(words::TODO, todo_of_today(state).into_iter().chain(todo::top(state, act)).collect()));
    }
    parts.extend(figures(state));
    parts.extend(current_targets(state));
    parts.push(actions(vec![
        add(words::ADD_CANDIDATE, Weight::Main, &Route::New(RecordKind::Candidate)),
        add(words::ADD_TARGET, Weight::Plain, &Route::New(RecordKind::Target)),
        add(words::ADD_TOTAL, Weight::Plain, &Route::New(RecordKind::Total)),
    ]));
    if state.can_install {
        let install = button(words::INSTALL, Weight::Main, act, Action::Install);
        parts.push(notice(Tone::Calm, words::INSTALL, Some(words::INSTALL_ABOUT), vec![install]));
    }
    parts
}

/// What is to be done is always a matter of today: said where the page is asked about another day.
fn todo_of_today(state: &State) -> Option<El> {
    let today = state.moment.today;
    (state.as_of_day() != today).then(|| about(&standing::todo_of(today)))
}

/// Where the person was last in a dossier, and records whose day of deletion has come.
fn dossiers_told(state: &State) -> Vec<El> {
    let mut told = Vec::new();
    if let Some((id, section)) = selectors::last_place(state) {
        let words = format!("{}: {}", words::section(section).unwrap_or_default(), name_of(state, &id));
        told.push(notice(
            Tone::Calm,
            &words,
            None,
            vec![link(dossier::GO_ON, Weight::Main, &Route::Part(id, section))],
        ));
    }
    let due = selectors::to_delete(state);
    if !due.is_empty() {
        let links = due.iter().map(|id| link(&name_of(state, id), Weight::Plain, &Route::Record((*id).clone())));
        told.push(notice(Tone::Warn, dossier::TO_DELETE, Some(dossier::TO_DELETE_ABOUT), links.collect()));
    }
    told
}

/// What the person should see to so that nothing is lost: edits of two devices, and a file.
fn safety_told(state: &State) -> Vec<El> {
    let mut told = Vec::new();
    let undecided = past::undecided(state);
    if undecided > 0 {
        let decide = link(safety::DECIDE, Weight::Main, &Route::Disputes);
        told.push(notice(Tone::Warn, &safety::disputes(undecided), None, vec![decide]));
    }
    if past::file_is_due(state) {
        told.push(notice(Tone::Calm, &last_file(state), None, vec![to_here()]));
    }
    told
}

/// The targets of the person's organization that run on the day asked about.
fn current_targets(state: &State) -> Option<El> {
    state.ledger.targets().next()?;
    let as_of = state.as_of_day();
    let standings = selectors::standings(state, &selectors::home(state)?);
    let cards = standings
        .iter()
        .filter(|(_, target, _)| target.period.is_none_or(|period| period.contains(as_of)))
        .map(|standing| target_card(state, standing));
    let all = actions(vec![link(words::ALL_TARGETS, Weight::Plain, &Route::Progress)]);
    Some(section(words::CURRENT_TARGETS, vec![el("div", "cards").each(cards), all]))
}

/// What is still missing before the program is of use. Someone who opened a sample came to
/// look, not to set up.
fn first_steps(state: &State) -> Option<El> {
    if selectors::has_samples(state) {
        return None;
    }
    let home = selectors::home(state);
    let nameless = home.as_ref().is_some_and(|home| selectors::name(state, home).is_none());
    let counts_nothing = state.ledger.targets().next().is_none() && state.ledger.totals().next().is_none();
    let steps = [
        (nameless, words::STEP_NAME, home.map_or(Route::Organizations, Route::Record)),
        (counts_nothing, words::STEP_TARGET, Route::New(RecordKind::Target)),
        (state.ledger.candidates().next().is_none(), words::STEP_CANDIDATE, Route::New(RecordKind::Candidate)),
    ];
    let mut weight = Weight::Main;
    let open = steps
        .into_iter()
        .filter(|(open, ..)| *open)
        .map(|(_, words, route)| link(words, std::mem::replace(&mut weight, Weight::Plain), &route));
    let open: Vec<El> = open.collect();
    (!open.is_empty()).then(|| section(words::FIRST_STEPS, vec![actions(open)]))
}

/// How many people are where.
fn figures(state: &State) -> Option<El> {
    let admissions::Stages { followed, applied, probation } = admissions::stages(state)?;
    let figure = |number: u64, words: &str| {
        let figure = el("span", "figure").child(el("strong", "").text(&numbers::count(number)));
        figure.child(el("span", "").text(words))
    };
    let figures = el("a", "figures").leads_to(&Route::Candidates);
    Some(
        figures
            .child(figure(followed, words::FOLLOWED))
            .child(figure(applied, words::APPLIED))
            .child(figure(probation, words::ON_PROBATION)),
    )
}
