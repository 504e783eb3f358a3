//! What stands on a target's page about looking ahead and sideways: its forecast with the people behind
//! it, targets of others for the same thing, what it was before. Part of a record's page.

use super::{about, actions, section};
use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::state::State;
use crate::domain::admission::planning::{Durations, Times};
use crate::domain::calculator::forecast::{self, Estimate, Person};
use crate::domain::calculator::outlook::Chance;
use crate::domain::calculator::progress;
use crate::domain::calculator::targets;
use crate::domain::ledger::records::Target;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::text::vi::{forecast as told, numbers, procedure as steps, standing, words};
use crate::views::el::{El, el};
use crate::views::widgets::badge::{Tone, badge};
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::list::{list, row};
use crate::views::widgets::notice::notice;
use crate::views::{Act, name_of};

/// That another target has taken the place of this one, with the way to it.
pub fn replaced(state: &State, id: &RecordId) -> Option<El> {
    let (by, other) = targets::replaced_by(&state.ledger, id, state.ledger.target(id)?, state.as_of_day())?;
    let words = told::replaced(other);
    Some(notice(Tone::Warn, &words, None, vec![link(words::OPEN, Weight::Main, &Route::Record(by.clone()))]))
}

/// What the target was before, what others ask for.
pub fn around(state: &State, act: &Act, id: &RecordId, target: &Target) -> Vec<El> {
    let as_of = state.as_of_day();
    let mut parts = Vec::new();
    let rows = |found: Vec<(&RecordId, &Target)>| -> Vec<El> {
        found.into_iter().map(|(id, other)| one(state, id, other)).collect()
    };
    let beside = rows(targets::beside(&state.ledger, id, target, as_of));
    if !beside.is_empty() {
        parts.push(section(told::BESIDE, vec![list(beside)]));
    }
    let before = rows(targets::before(&state.ledger, id, target));
    if !before.is_empty() {
        parts.push(section(told::BEFORE, vec![list(before)]));
    }
    if target.bound.is_some() && target.period.is_some_and(|period| period.contains(state.moment.today)) {
        parts.push(actions(vec![button(told::ADJUST, Weight::Plain, act, adjusted(state, id))]));
    }
    parts
}

/// Begins a target that takes the place of this one from today on: about the same thing, the number open.
fn adjusted(state: &State, id: &RecordId) -> Action {
    let kept = [
        Field::TargetOrganization,
        Field::TargetIndicator,
        Field::TargetFrom,
        Field::TargetTo,
        Field::TargetIssuer,
        Field::TargetOrigin,
    ];
    let text = |field: Field| state.book.record(id)?.text(field.spec().key).map(|text| (field, text.to_owned()));
    let mut given: Vec<(Field, String)> = kept.into_iter().filter_map(text).collect();
    given.push((Field::TargetSince, state.moment.today.iso()));
    Action::Begin { kind: RecordKind::Target, given }
}

/// Another target as a row: who set it, what it asks for, how far it is.
fn one(state: &State, id: &RecordId, target: &Target) -> El {
    let asked = target.bound.map(numbers::bound).unwrap_or_default();
    let progress = progress::progress(&state.ledger, target, state.as_of_day(), state.forecast());
    let percent = progress.as_ref().and_then(standing::percent).unwrap_or_default();
    let by = standing::issued(target).unwrap_or_else(|| told::FROM_ABOVE.to_owned());
    row(&Route::Record(id.clone()), &asked, Some(&by), vec![el("strong", "").text(&percent)])
}

/// How many people are shown before the rest is folded away.
const SHOWN: usize = 12;

/// The forecast; nothing where there is nothing to look ahead to.
pub fn forecast(state: &State, act: &Act, target: &Target) -> Option<El> {
    let found = forecast::estimate(&state.ledger, target, state.as_of_day())?;
    let mut parts = vec![about(told::ABOUT)];
    if found.recorded {
        parts.push(el("p", "lead").text(&told::range(&found.range)));
        let rows = told::numbers_told(&found.range)
            .into_iter()
            .map(|(term, number)| el("div", "").child(el("dt", "").text(term)).child(el("dd", "").text(&number)));
        parts.push(el("dl", "shares").each(rows));
        parts.extend(told::more(&found).map(|words| el("p", "").text(&words)));
    } else {
        parts.push(el("p", "lead").text(told::NOBODY));
    }
    parts.extend(told::begin_by(&found, state.as_of_day()).map(|words| el("p", "").text(&words)));
    parts.extend(people(state, &found));
    parts.extend(target.organization.as_ref().map(|id| durations(state, act, id)));
    Some(section(told::FORECAST, parts))
}

/// Who is behind the forecast, the likeliest first; whoever is too late is folded away.
fn people(state: &State, found: &Estimate) -> Option<El> {
    let one = |person: &Person| {
        let tone = match person.chance {
            Chance::Sure => Tone::Good,
            Chance::Likely => Tone::Calm,
            Chance::Possible => Tone::Warn,
            Chance::TooLate => Tone::Bad,
        };
        let to = Route::Procedure(person.candidate.clone());
        let marks = vec![badge(tone, told::chance(person.chance))];
        row(&to, &name_of(state, &person.candidate), Some(&told::person(person)), marks)
    };
    let in_time = found.people.iter().take_while(|person| person.chance < Chance::TooLate);
    let shown = in_time.fold(0, |number, _| number + 1).min(SHOWN);
    let rows: Vec<El> = found.people.iter().take(shown).map(one).collect();
    let rest: Vec<El> = found.people.iter().skip(shown).map(one).collect();
    if rows.is_empty() && rest.is_empty() {
        return None;
    }
    let mut parts = el("div", "").child(el("h3", "").text(told::PEOPLE)).child(list(rows));
    if !rest.is_empty() {
        let summary = el("summary", "").text(told::ALL_PEOPLE);
        parts = parts.child(el("details", "section").child(summary).child(list(rest)));
    }
    Some(parts)
}

/// The days that steps take in an organization, and the way to its table.
pub fn durations(state: &State, act: &Act, organization: &RecordId) -> El {
    let own = Durations::entered(&state.ledger).find(|(_, found)| found.organization.as_ref() == Some(organization));
    let way = match own {
        Some((id, _)) => link(told::DURATIONS, Weight::Plain, &Route::Record(id.clone())),
        None => {
            let given = vec![(Field::DurationsOrganization, organization.as_str().to_owned())];
            let begin = Action::Begin { kind: RecordKind::Durations, given };
            button(told::DURATIONS, Weight::Plain, act, begin)
        }
    };
    let summary = el("summary", "").text(told::ASSUMED_TITLE);
    el("details", "section").child(summary).children(days(state, organization)).child(actions(vec![way]))
}

/// The days that count by now: entered here or above, or assumed.
pub fn in_use(state: &State, organization: &RecordId) -> El {
    section(told::ASSUMED_TITLE, days(state, organization))
}

fn days(state: &State, organization: &RecordId) -> Vec<El> {
    let times = Times::of(&state.ledger, organization);
    let heading = |words: &str| el("th", "").fixed("scope", "col").text(words);
    let rows = times.rows().map(|row| {
        let line = el("tr", "").child(el("th", "").fixed("scope", "row").text(steps::step(row.step)));
        let cell = |label, days: u32| el("td", "").attr("data-label", label).text(&days.to_string());
        line.child(cell(told::USUAL, row.usual)).child(cell(told::LEAST, row.least))
    });
    let head = el("tr", "").each([told::STEP, told::USUAL, told::LEAST].into_iter().map(heading));
    let table = el("table", "ages stack").child(el("thead", "").child(head)).child(el("tbody", "").each(rows));
    vec![about(told::ASSUMED), table]
}
