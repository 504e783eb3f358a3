//! Sources of an organization's candidates: the funnel from followed to admitted, source groups
//! with their people, groups without candidates, the candidates of next year, surveys.

use super::{about, actions, groundwork, overview, section};
use crate::app::action::Action;
use crate::app::route::{Aspect, Route};
use crate::app::state::State;
use crate::domain::admission::planning::Survey;
use crate::domain::calculator::sources::{self, Group, Sources};
use crate::domain::schema::entry::Entries;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::roster::Blank;
use crate::domain::value::ratio::Ratio;
use crate::text::{groundwork as ahead, numbers, roster, sources as texts};
use crate::views::el::{El, el};
use crate::views::widgets::badge::{self, Tone};
use crate::views::widgets::bar::bar;
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::list::{empty, list, row};
use crate::views::widgets::notice::notice;
use crate::views::{Act, name_of};

/// Renders the page.
pub fn page(state: &State, act: &Act, organization: &RecordId) -> Vec<El> {
    if !state.ledger.has(organization) {
        return vec![overview::gone()];
    }
    let texts = |id: &RecordId| state.book.record(id).map(|record| record as &dyn Entries);
    let found = sources::sources(&state.ledger, organization, state.as_of_day(), &texts);
    let given = vec![
        (Field::SurveyOrganization, organization.as_str().to_owned()),
        (Field::SurveyDay, state.moment.today.iso()),
    ];
    let survey = button(texts::SURVEY, Weight::Main, act, Action::Begin { kind: RecordKind::Survey, given });
    let classes = link(ahead::CLASSES, Weight::Plain, &Route::Of(organization.clone(), Aspect::Classes));
    let paper = Route::Of(organization.clone(), Aspect::Blank(Blank::Survey));
    let paper = link(&roster::print(Blank::Survey), Weight::Plain, &paper);
    let mut parts = vec![actions(vec![survey, classes, paper]), about(texts::ABOUT)];
    if found.all.followed == 0 {
        parts.push(empty(texts::NOTHING));
    } else {
        parts.push(funnel(&found));
    }
    parts.extend(nobody(&found));
    parts.push(groups(state, &found));
    let rows = found.below.iter().map(|(id, funnel)| {
        row(&Route::Of(id.clone(), Aspect::Sources), &name_of(state, id), Some(&texts::line(funnel)), Vec::new())
    });
    let rows: Vec<El> = rows.collect();
    parts.extend((!rows.is_empty()).then(|| section(texts::BELOW, vec![list(rows)])));
    let next: Vec<El> = found.next_year.iter().map(|id| person(state, id)).collect();
    parts
        .extend((!next.is_empty()).then(|| section(texts::NEXT_YEAR, vec![about(texts::NEXT_YEAR_ABOUT), list(next)])));
    parts.push(groundwork::key_people(state, act, organization));
    parts.push(groundwork::reasons(state, act, organization));
    parts.extend(surveys(state, organization));
    parts
}

/// The funnel: a bar and a number for each step.
fn funnel(found: &Sources) -> El {
    let first = found.all.followed;
    let rows = texts::steps(&found.all).into_iter().map(|(name, number)| {
        let part = Ratio::whole(number).divided_by(Ratio::whole(first)).unwrap_or(Ratio::ZERO);
        let words = texts::step(number, first);
        let line = el("div", "").child(el("dt", "").text(name)).child(el("dd", "").text(&words));
        line.child(el("dd", "").child(bar(Tone::Calm, part, None, &format!("{name}: {words}"))))
    });
    section(texts::FUNNEL, vec![el("dl", "shares funnel").each(rows)])
}

/// Groups in which a survey found people, but no candidate is recorded.
fn nobody(found: &Sources) -> Option<El> {
    let lonely = found.groups.iter().filter(|group| group.funnel.known.is_some_and(|known| known > 0));
    let lonely = lonely.filter(|group| group.funnel.followed == 0 && group.unknown == 0);
    let rows: Vec<El> = lonely
        .map(|group| {
            let known = group.funnel.known.map(numbers::count).unwrap_or_default();
            el("p", "").text(group.group.name()).text(": ").text(&known)
        })
        .collect();
    (!rows.is_empty()).then(|| notice(Tone::Warn, texts::NOBODY, Some(texts::NOBODY_ABOUT), rows))
}

fn groups(state: &State, found: &Sources) -> El {
    let one = |group: &Group| {
        let line = el("span", "field-help").text(&texts::group(group));
        let summary = el("summary", "").text(group.group.name()).text(": ").child(line);
        let people = group.people.iter().map(|id| person(state, id)).collect();
        let shown = if group.people.is_empty() { about(texts::NOBODY_HERE) } else { list(people) };
        el("details", "section").child(summary).child(shown)
    };
    let mut parts: Vec<El> = found.groups.iter().map(one).collect();
    parts.extend(texts::of_no_group(found).map(|words| about(&words)));
    section(texts::GROUPS, parts)
}

/// A candidate as a row, with the stage reached and the cell.
pub(super) fn person(state: &State, id: &RecordId) -> El {
    let marks = state.ledger.candidate(id).map(|candidate| badge::stage(candidate.stage(state.as_of_day())));
    let cell =
        state.ledger.candidate(id).and_then(|candidate| state.ledger.organization_name(candidate.cell.as_ref()?));
    row(&Route::Record(id.clone()), &name_of(state, id), cell, marks.into_iter().collect())
}

/// The organization's surveys, latest first.
fn surveys(state: &State, organization: &RecordId) -> Option<El> {
    let own = Survey::entered(&state.ledger).filter(|(_, survey)| survey.organization.as_ref() == Some(organization));
    let mut own: Vec<(&RecordId, Survey)> = own.collect();
    own.sort_by_key(|(_, survey)| std::cmp::Reverse(survey.day));
    let rows: Vec<El> = own
        .into_iter()
        .map(|(id, survey)| {
            let people = survey.known.iter().map(|(_, number)| u64::from(*number)).sum();
            let title = texts::survey(survey.day, people, survey.known.len());
            row(&Route::Record(id.clone()), &title, None, Vec::new())
        })
        .collect();
    (!rows.is_empty()).then(|| section(texts::SURVEYS, vec![list(rows)]))
}
