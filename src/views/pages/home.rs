//! The start page: how the user's organization stands and what to do first.

use super::progress::day_told;
use super::safety::{last_file, to_here};
use super::{about, actions, candidates, more_ways, section, todo, tools};
use crate::app::action::Action;
use crate::app::admissions;
use crate::app::facts::Lock;
use crate::app::past;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::ledger::records::Target;
use crate::domain::schema::id::RecordKind;
use crate::text::{dossier, erasing, guide, numbers, safety, standing, vault, words};
use crate::views::el::{El, el};
use crate::views::widgets::badge::{Tone, badge};
use crate::views::widgets::button::{Weight, add, button, link};
use crate::views::widgets::list::{list, row};
use crate::views::widgets::notice::notice;
use crate::views::widgets::target_card::target_card;
use crate::views::{Act, name_of};

/// Renders the page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let first = add(words::ADD_CANDIDATE, Weight::Main, &Route::New(RecordKind::Candidate));
    let ways = more_ways(vec![
        add(words::ADD_TARGET, Weight::Plain, &Route::New(RecordKind::Target)),
        add(words::ADD_TOTAL, Weight::Plain, &Route::New(RecordKind::Total)),
        candidates::to_lists(),
    ]);
    let mut parts = vec![tools(vec![first, ways])];
    parts.push(day_told(state, act));
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
    if state.can_install {
        let install = button(words::INSTALL, Weight::Main, act, Action::Install);
        parts.push(notice(Tone::Calm, words::INSTALL, Some(words::INSTALL_ABOUT), vec![install]));
    }
    parts
}

/// A hint that tasks are always as of today, if the page shows another day.
fn todo_of_today(state: &State) -> Option<El> {
    let today = state.moment.today;
    (state.as_of_day() != today).then(|| about(&standing::todo_of(today)))
}

/// The section of a dossier edited last, and records due for deletion.
fn dossiers_told(state: &State) -> Vec<El> {
    let mut parts = Vec::new();
    if let Some((id, section)) = selectors::last_place(state) {
        let words = format!("{}: {}", words::section(section).unwrap_or_default(), name_of(state, &id));
        parts.push(notice(
            Tone::Calm,
            &words,
            None,
            vec![link(dossier::GO_ON, Weight::Main, &Route::Part(id, section))],
        ));
    }
    let due = selectors::to_delete(state);
    if !due.is_empty() {
        let links = due.iter().map(|id| link(&name_of(state, id), Weight::Plain, &Route::Record((*id).clone())));
        let links = links.chain([link(erasing::ERASE_RECORD, Weight::Main, &Route::Deleted)]);
        parts.push(notice(Tone::Warn, dossier::TO_DELETE, Some(dossier::TO_DELETE_ABOUT), links.collect()));
    }
    parts
}

/// Reminders to prevent data loss: conflicts, and a backup file.
fn safety_told(state: &State) -> Vec<El> {
    let mut parts = Vec::new();
    let undecided = past::undecided(state);
    if undecided > 0 {
        let decide = link(safety::DECIDE, Weight::Main, &Route::Disputes);
        parts.push(notice(Tone::Warn, &safety::disputes(undecided), None, vec![decide]));
    }
    if past::file_is_due(state) {
        parts.push(notice(Tone::Calm, &last_file(state), None, vec![to_here()]));
    }
    parts
}

/// Targets of the user's organization whose period contains the as-of day; where there is none, how those of the last period ended.
fn current_targets(state: &State) -> Option<El> {
    state.ledger.targets().next()?;
    let as_of = state.as_of_day();
    let standings = selectors::standings(state, &selectors::home(state)?);
    let current = |target: &Target| target.period.is_none_or(|period| period.contains(as_of));
    let last = |target: &Target| target.period.map(|period| period.last()).filter(|last| *last < as_of);
    let (mut title, mut shown) = (words::CURRENT_TARGETS, Vec::new());
    shown.extend(standings.iter().filter(|(_, target, _)| current(target)));
    if shown.is_empty() {
        let latest = standings.iter().filter_map(|(_, target, _)| last(target)).max();
        shown.extend(standings.iter().filter(|(_, target, _)| latest.is_some() && last(target) == latest));
        title = words::ENDED_TARGETS;
    }
    let all = actions(vec![link(words::ALL_TARGETS, Weight::Plain, &Route::Progress)]);
    if shown.is_empty() {
        return Some(all);
    }
    let cards = shown.into_iter().map(|standing| target_card(state, standing));
    Some(section(title, vec![el("div", "cards").each(cards), all]))
}

/// The first steps, with those that are done, as long as one of them is left. Not shown to a user who only looks at a sample.
fn first_steps(state: &State) -> Option<El> {
    if selectors::has_samples(state) {
        return None;
    }
    let home = selectors::home(state);
    let named = home.as_ref().is_some_and(|home| selectors::name(state, home).is_some());
    let counts = state.ledger.targets().next().is_some() || state.ledger.totals().next().is_some();
    let people = state.ledger.candidates().next().is_some();
    let saved = state.backup.file.is_some();
    let steps = [
        (named, words::STEP_NAME, None, home.map_or(Route::Organizations, Route::Record)),
        (counts, words::STEP_TARGET, Some(words::STEP_TARGET_ABOUT), Route::New(RecordKind::Target)),
        (people, words::STEP_CANDIDATE, None, Route::New(RecordKind::Candidate)),
        (saved, words::STEP_FILE, Some(words::STEP_FILE_ABOUT), Route::Safety),
    ];
    if steps.iter().all(|(done, ..)| *done) {
        return None;
    }
    let mut rows: Vec<El> = steps
        .into_iter()
        .map(|(done, words, about, route)| {
            let marks = if done { vec![badge(Tone::Good, words::STEP_DONE)] } else { Vec::new() };
            row(&route, words, about.filter(|_| !done), marks)
        })
        .collect();
    if state.store.lock == Lock::Off {
        rows.push(row(&Route::Safety, vault::OFFER, None, Vec::new()));
    }
    rows.push(row(&Route::Guide, guide::GUIDE, None, Vec::new()));
    Some(section(words::FIRST_STEPS, vec![list(rows)]))
}

/// Number of people at each stage.
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
