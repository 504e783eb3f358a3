//! Content of a target's page beyond its own progress: forecast with the people behind it, targets
//! of other issuers for the same indicator, earlier values.

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
use crate::text::{forecast as texts, life, numbers, procedure as steps, standing, words};
use crate::views::el::{El, el};
use crate::views::widgets::badge::{Tone, badge};
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::list::{list, row};
use crate::views::widgets::notice::notice;
use crate::views::{Act, name_of};

/// Notice that the target was replaced, with a link to its successor.
pub fn replaced(state: &State, id: &RecordId) -> Option<El> {
    let (by, other) = targets::replaced_by(&state.ledger, id, state.ledger.target(id)?, state.as_of_day())?;
    let words = texts::replaced(other);
    Some(notice(Tone::Warn, &words, None, vec![link(words::OPEN, Weight::Main, &Route::Record(by.clone()))]))
}

/// Earlier values of the target, and targets of other issuers.
pub fn around(state: &State, act: &Act, id: &RecordId, target: &Target) -> Vec<El> {
    let as_of = state.as_of_day();
    let mut parts = Vec::new();
    let rows = |found: Vec<(&RecordId, &Target)>| -> Vec<El> {
        found.into_iter().map(|(id, other)| one(state, id, other)).collect()
    };
    let beside = rows(targets::beside(&state.ledger, id, target, as_of));
    if !beside.is_empty() {
        parts.push(section(texts::BESIDE, vec![list(beside)]));
    }
    let before = rows(targets::before(&state.ledger, id, target));
    if !before.is_empty() {
        parts.push(section(texts::BEFORE, vec![list(before)]));
    }
    if target.bound.is_some() && target.period.is_some_and(|period| period.contains(state.moment.today)) {
        parts.push(actions(vec![button(texts::ADJUST, Weight::Plain, act, adjusted(state, id))]));
    }
    parts
}

/// What a merger makes of the target: the ones that it takes over, the one that takes it over, or the way to hand it over.
pub fn merged(state: &State, act: &Act, id: &RecordId, target: &Target) -> Vec<El> {
    let mut parts = Vec::new();
    let taken = targets::merged_into(&state.ledger, target);
    if !taken.is_empty() {
        let rows = taken.iter().map(|(id, other)| {
            let name = other.organization.as_ref().map(|id| name_of(state, id)).unwrap_or_default();
            let asked = other.bound.map(numbers::bound).unwrap_or_default();
            row(&Route::Record((*id).clone()), &name, Some(&asked), Vec::new())
        });
        let about_them = about(life::merged_targets(target.takes_over));
        parts.push(section(life::MERGED_TARGETS, vec![about_them, list(rows.collect())]));
    }
    let Some(organization) = target.organization.as_ref() else { return parts };
    let Some(end) = state.ledger.end(organization) else { return parts };
    if let Some((to, other)) = targets::handed_to(&state.ledger, target) {
        let name = other.organization.as_ref().map(|id| name_of(state, id)).unwrap_or_default();
        let open = vec![link(words::OPEN, Weight::Main, &Route::Record(to.clone()))];
        parts.push(notice(Tone::Calm, &life::handed_over(&name, end.day), None, open));
    } else if let Some((heir, bound)) = targets::sum_to_hand(&state.ledger, target) {
        let words = life::hand_over(&name_of(state, heir), bound);
        let way = button(&words, Weight::Plain, act, Action::HandOver(id.clone()));
        parts.push(section(life::HANDING_OVER, vec![about(life::HANDING_OVER_ABOUT), actions(vec![way])]));
    }
    parts
}

/// Action that creates a successor valid from today, with an open number.
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

/// Another target as a row: issuer, bound, progress.
fn one(state: &State, id: &RecordId, target: &Target) -> El {
    let asked = target.bound.map(numbers::bound).unwrap_or_default();
    let progress = progress::progress(&state.ledger, target, state.as_of_day(), state.forecast());
    let percent = progress.as_ref().and_then(standing::percent).unwrap_or_default();
    let by = standing::issued(target).unwrap_or_else(|| texts::FROM_ABOVE.to_owned());
    row(&Route::Record(id.clone()), &asked, Some(&by), vec![el("strong", "").text(&percent)])
}

/// People shown before the rest is collapsed.
const SHOWN: usize = 12;

/// The forecast; `None` if there is nothing to forecast.
pub fn forecast(state: &State, act: &Act, target: &Target) -> Option<El> {
    let found = forecast::estimate(&state.ledger, target, state.as_of_day())?;
    let mut parts = vec![about(texts::ABOUT)];
    if found.recorded {
        parts.push(el("p", "lead").text(&texts::range(&found.range)));
        let rows = texts::numbers_told(&found.range)
            .into_iter()
            .map(|(term, number)| el("div", "").child(el("dt", "").text(term)).child(el("dd", "").text(&number)));
        parts.push(el("dl", "shares").each(rows));
        parts.extend(texts::more(&found).map(|words| el("p", "").text(&words)));
    } else {
        parts.push(el("p", "lead").text(texts::NOBODY));
    }
    parts.extend(texts::begin_by(&found, state.as_of_day()).map(|words| el("p", "").text(&words)));
    parts.extend(people(state, &found));
    parts.extend(target.organization.as_ref().map(|id| durations(state, act, id)));
    Some(section(texts::FORECAST, parts))
}

/// The people behind the forecast, most likely first; those too late are collapsed.
fn people(state: &State, found: &Estimate) -> Option<El> {
    let one = |person: &Person| {
        let tone = match person.chance {
            Chance::Sure => Tone::Good,
            Chance::Likely => Tone::Calm,
            Chance::Possible => Tone::Warn,
            Chance::TooLate => Tone::Bad,
        };
        let to = Route::Procedure(person.candidate.clone());
        let marks = vec![badge(tone, texts::chance(person.chance))];
        row(&to, &name_of(state, &person.candidate), Some(&texts::person(person)), marks)
    };
    let in_time = found.people.iter().take_while(|person| person.chance < Chance::TooLate);
    let shown = in_time.fold(0, |number, _| number + 1).min(SHOWN);
    let rows: Vec<El> = found.people.iter().take(shown).map(one).collect();
    let rest: Vec<El> = found.people.iter().skip(shown).map(one).collect();
    if rows.is_empty() && rest.is_empty() {
        return None;
    }
    let mut parts = el("div", "").child(el("h3", "").text(texts::PEOPLE)).child(list(rows));
    if !rest.is_empty() {
        let summary = el("summary", "").text(texts::ALL_PEOPLE);
        parts = parts.child(el("details", "section").child(summary).child(list(rest)));
    }
    Some(parts)
}

/// The durations of steps in an organization, and a link to its table.
pub fn durations(state: &State, act: &Act, organization: &RecordId) -> El {
    let own = Durations::entered(&state.ledger).find(|(_, found)| found.organization.as_ref() == Some(organization));
    let way = match own {
        Some((id, _)) => link(texts::DURATIONS, Weight::Plain, &Route::Record(id.clone())),
        None => {
            let given = vec![(Field::DurationsOrganization, organization.as_str().to_owned())];
            let begin = Action::Begin { kind: RecordKind::Durations, given };
            button(texts::DURATIONS, Weight::Plain, act, begin)
        }
    };
    let summary = el("summary", "").text(texts::ASSUMED_TITLE);
    el("details", "section").child(summary).children(days(state, organization)).child(actions(vec![way]))
}

/// The durations in use: entered for this organization or one above, or defaults.
pub fn in_use(state: &State, organization: &RecordId) -> El {
    section(texts::ASSUMED_TITLE, days(state, organization))
}

fn days(state: &State, organization: &RecordId) -> Vec<El> {
    let times = Times::of(&state.ledger, organization);
    let heading = |words: &str| el("th", "").fixed("scope", "col").text(words);
    let rows = times.rows().map(|row| {
        let line = el("tr", "").child(el("th", "").fixed("scope", "row").text(steps::step(row.step)));
        let cell = |label, days: u32| el("td", "").attr("data-label", label).text(&days.to_string());
        line.child(cell(texts::USUAL, row.usual)).child(cell(texts::LEAST, row.least))
    });
    let head = el("tr", "").each([texts::STEP, texts::USUAL, texts::LEAST].into_iter().map(heading));
    let table = el("table", "ages stack").child(el("thead", "").child(head)).child(el("tbody", "").each(rows));
    vec![about(texts::ASSUMED), table]
}
