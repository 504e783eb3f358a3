//! What stands before a candidate, as sections of the page of sources: key people, and reasons why nobody was found. The
//! awareness classes have a page of their own.

use super::{about, actions, overview, section};
use crate::app::action::Action;
use crate::app::classes as class_days;
use crate::app::route::{Aspect, Route};
use crate::app::state::State;
use crate::domain::calculator::classes::{self, Class, Classes};
use crate::domain::calculator::key_people::{self, Holders};
use crate::domain::calculator::reasons::{self, Said, Why};
use crate::domain::schema::choice::Reason;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::roster::Roster;
use crate::text::{groundwork as texts, roster};
use crate::views::el::{El, el};
use crate::views::widgets::badge::Tone;
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::list::{empty, list, row};
use crate::views::{Act, name_of};

/// How many holders of each post are members, and who of the others is a source.
pub fn key_people(state: &State, act: &Act, organization: &RecordId) -> El {
    let texts = |id: &RecordId| state.book.record(id).map(|record| record as &dyn Entries);
    let found = key_people::key_people(&state.ledger, organization, state.as_of_day(), &texts);
    let given = vec![
        (Field::KeyPeopleOrganization, organization.as_str().to_owned()),
        (Field::KeyPeopleDay, state.moment.today.iso()),
    ];
    let begin = Action::Begin { kind: RecordKind::KeyPeople, given };
    let mut parts: Vec<El> = found.iter().map(|holders| post(state, holders)).collect();
    if parts.is_empty() {
        parts.push(about(texts::NO_KEY_PEOPLE));
    }
    parts.push(actions(vec![button(texts::ADD_KEY_PEOPLE, Weight::Plain, act, begin)]));
    section(texts::KEY_PEOPLE, parts)
}

fn post(state: &State, holders: &Holders) -> El {
    let entered = holders.entered.iter().map(|entered| {
        let of = entered.place.as_ref().unwrap_or(&entered.organization);
        let day = crate::text::numbers::day(entered.day);
        row(&Route::Record(entered.id.clone()), &name_of(state, of), Some(&day), Vec::new())
    });
    let people = holders.sources.iter().map(|id| super::sources::person(state, id));
    folded(holders.post.name(), &texts::holders(holders), vec![list(people.chain(entered).collect())])
}

/// A heading with a line, and what is below it on demand.
fn folded(title: &str, line: &str, parts: Vec<El>) -> El {
    let summary = el("summary", "").text(title).text(": ").child(el("span", "field-help").text(line));
    el("details", "section").child(summary).children(parts)
}

/// Reasons why nobody was found in the year, and the places of which nothing is known.
pub fn reasons(state: &State, act: &Act, organization: &RecordId) -> El {
    let found = reasons::reasons(&state.ledger, organization, state.as_of_day());
    let mut parts = vec![about(texts::REASONS_ABOUT)];
    parts.extend(found.why.iter().map(|why| one_reason(state, act, organization, found.year, why)));
    let begin = Action::Begin { kind: RecordKind::Reason, given: given(organization, found.year) };
    parts.push(actions(vec![button(texts::ADD_REASON, Weight::Plain, act, begin)]));
    let silent: Vec<El> = found
        .silent
        .iter()
        .map(|place| row(&Route::Record(place.clone()), &name_of(state, place), None, Vec::new()))
        .collect();
    if !silent.is_empty() {
        parts.push(el("h3", "").text(texts::SILENT));
        parts.push(list(silent));
    }
    section(texts::REASONS, parts)
}

fn given(organization: &RecordId, year: i32) -> Vec<(Field, String)> {
    vec![(Field::ReasonOrganization, organization.as_str().to_owned()), (Field::ReasonYear, year.to_string())]
}

fn one_reason(state: &State, act: &Act, organization: &RecordId, year: i32, why: &Why) -> El {
    let rows = why.noted.iter().map(|id| {
        let record = state.book.record(id);
        let place = record.and_then(|record| entry::reference(record, Field::ReasonPlace));
        let name = place.map_or_else(|| name_of(state, id), |place| name_of(state, &place));
        row(&Route::Record(id.clone()), &name, None, Vec::new())
    });
    let mut given = given(organization, year);
    match &why.said {
        Said::Listed(reason) => given.push((Field::ReasonKind, reason.key().to_owned())),
        Said::Own(words) => {
            given.push((Field::ReasonKind, Reason::Other.key().to_owned()));
            given.push((Field::ReasonOwn, words.clone()));
        }
    }
    let more = Action::Begin { kind: RecordKind::Reason, given };
    let more = actions(vec![button(texts::SAME_REASON, Weight::Plain, act, more)]);
    folded(texts::reason(&why.said), &texts::why(why), vec![list(rows.collect()), more])
}

fn classes_of(state: &State, organization: &RecordId) -> Classes {
    let texts = |id: &RecordId| state.book.record(id).map(|record| record as &dyn Entries);
    classes::classes(&state.ledger, organization, state.as_of_day(), &texts)
}

/// Renders the page of an organization's awareness classes.
pub fn classes_page(state: &State, act: &Act, organization: &RecordId) -> Vec<El> {
    if !state.ledger.has(organization) {
        return vec![overview::gone()];
    }
    let on = state.as_of_day();
    let found = classes_of(state, organization);
    let given = vec![(Field::ClassOrganization, organization.as_str().to_owned())];
    let begin = Action::Begin { kind: RecordKind::AwarenessClass, given };
    let add = actions(vec![button(texts::ADD_CLASS, Weight::Main, act, begin)]);
    let mut parts = vec![about(texts::CLASSES_ABOUT), add];
    let rows = found.classes.iter().map(|class| {
        row(&Route::Record(class.id.clone()), &name_of(state, &class.id), Some(&texts::class(class)), Vec::new())
    });
    let rows: Vec<El> = rows.collect();
    parts.push(if rows.is_empty() { empty(texts::NO_CLASSES) } else { list(rows) });
    let years = found.years.iter().map(|year| {
        let card = el("article", "card").child(el("h3", "card-title").text(&texts::year(year)));
        card.child(el("p", "").text(&texts::certified(year)))
    });
    let years: Vec<El> = years.collect();
    if !years.is_empty() {
        parts.push(section(texts::BY_YEAR, vec![el("div", "cards").children(years)]));
    }
    if let Some(words) = texts::all_unused(&found.unused, on) {
        let people = found.unused.iter().map(|unused| {
            let until = texts::unused(unused, on);
            row(
                &Route::Procedure(unused.candidate.clone()),
                &name_of(state, &unused.candidate),
                Some(&until),
                Vec::new(),
            )
        });
        let told = [about(&words), about(texts::UNUSED_ABOUT), list(people.collect())];
        parts.push(section(texts::UNUSED, told.into_iter().collect()));
    }
    parts
}

/// Below the fields of a class: its people, and one button for the days that they lack.
pub fn class_people(state: &State, act: &Act, id: &RecordId) -> Vec<El> {
    let organization = state.book.record(id).and_then(|record| entry::reference(record, Field::ClassOrganization));
    let Some(organization) = organization else { return Vec::new() };
    let found = classes_of(state, state.ledger.heir(&organization)).classes;
    let Some(class) = found.iter().find(|class| class.id == *id) else { return Vec::new() };
    let mut parts = Vec::new();
    if class.differs {
        parts.push(el("p", "finding").toned(Tone::Warn).text(texts::CLASS_DIFFERS));
    }
    parts.push(people(state, class));
    let table = Route::Of(state.ledger.heir(&organization).clone(), Aspect::Table(Roster::Class));
    parts.push(actions(vec![link(roster::TABLE, Weight::Plain, &table)]));
    let open = class_days::open(state, id).len();
    if open > 0 {
        let fill = button(&texts::class_days(open), Weight::Plain, act, Action::ClassDays(id.clone()));
        parts.push(actions(vec![fill]));
    }
    vec![section(texts::CLASS_PEOPLE, parts)]
}

fn people(state: &State, class: &Class) -> El {
    if class.people.is_empty() {
        return about(texts::CLASS_NOBODY);
    }
    list(class.people.iter().map(|id| super::sources::person(state, id)).collect())
}
