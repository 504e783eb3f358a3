//! Content of a record's page beyond its fields: progress of a target, shares of a total's parts,
//! an organization's member counts, villages and organizations below.

use super::{about, actions, breakdown, groundwork, organizations, progress as progress_page, section, targets, todo};
use crate::app::action::Action;
use crate::app::people;
use crate::app::reorganize;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::calculator::progress::{self, Progress};
use crate::domain::ledger::event::Event;
use crate::domain::ledger::members;
use crate::domain::ledger::records::Target;
use crate::domain::schema::entry;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::section::Section;
use crate::domain::value::day::Day;
use crate::domain::value::letters::{fold, in_order, joined};
use crate::text::{life, members as members_texts, numbers, procedure as texts, standing, words};
use crate::views::el::{El, el};
use crate::views::widgets::badge::Tone;
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::list::{list, row};
use crate::views::widgets::notice::notice;
use crate::views::widgets::target_card::figures;
use crate::views::{Act, name_of};

/// Content above the fields: progress of a target, and buttons for common periods.
#[inline(never)]
pub fn deferred_above(state: &State, act: &Act, id: &RecordId) -> Vec<El> {
    let mut parts: Vec<El> = targets::replaced(state, id).into_iter().collect();
    if let Some((target, progress)) = stands(state, id) {
        let card = el("div", "card target").fixed("aria-live", "polite").child(about(&standing::on(state.as_of_day())));
        parts.push(figures(card, state, target, &progress));
    }
    if let Some(end) = state.ledger.end(id) {
        let heir = end.into.as_ref();
        let ways = heir.map(|heir| link(words::OPEN, Weight::Main, &Route::Record(heir.clone()))).into_iter();
        let words = life::ended(end, heir.map(|heir| name_of(state, heir)).as_deref());
        parts.push(notice(Tone::Warn, &words, None, ways.collect()));
    }
    if matches!(id.kind(), Some(RecordKind::Target | RecordKind::Total)) {
        parts.push(about(words::PERIODS));
        parts.push(actions(
            selectors::usual_periods(state)
                .into_iter()
                .map(|period| {
                    button(&numbers::period_title(period), Weight::Plain, act, Action::SetPeriod(id.clone(), period))
                })
                .collect(),
        ));
    }
    parts
}

/// Content below the fields.
#[inline(never)]
pub fn deferred_below(state: &State, act: &Act, id: &RecordId) -> Vec<El> {
    match id.kind() {
        Some(RecordKind::Organization) => organization(state, act, id),
        Some(RecordKind::Total) => shares(state, id).into_iter().collect(),
        Some(RecordKind::Target) => {
            let mut parts: Vec<El> = counted(state, id).into_iter().collect();
            if let Some(target) = state.ledger.target(id) {
                parts.extend(targets::merged(state, act, id, target));
                parts.extend(targets::around(state, act, id, target));
                parts.extend(targets::forecast(state, act, target));
                parts.extend(breakdown::of_target(state, target));
            }
            parts
        }
        Some(RecordKind::Assignment) => charge(state, act, id),
        Some(RecordKind::Event) => together(state, act, id),
        Some(RecordKind::AwarenessClass) => groundwork::class_people(state, act, id),
        Some(RecordKind::Durations) => {
            let of = state.book.record(id).and_then(|record| entry::reference(record, Field::DurationsOrganization));
            of.map(|organization| targets::in_use(state, &organization)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// The way to take back what was entered at once with an event.
fn together(state: &State, act: &Act, id: &RecordId) -> Vec<El> {
    let events = reorganize::together(state, id).len();
    if events < 2 {
        return Vec::new();
    }
    let back = button(&life::take_back(events), Weight::Plain, act, Action::TakeBackEvents(id.clone()));
    vec![actions(vec![back]), about(life::TAKE_BACK_ABOUT)]
}

fn stands<'a>(state: &'a State, id: &RecordId) -> Option<(&'a Target, Progress)> {
    let target = state.ledger.target(id)?;
    Some((target, progress::progress(&state.ledger, target, state.as_of_day(), state.forecast())?))
}

/// The records counted in a target's figure.
fn counted(state: &State, id: &RecordId) -> Option<El> {
    let (target, progress) = stands(state, id)?;
    let mut rows = Vec::new();
    for id in &progress.totals {
        let name = selectors::name(state, id);
        rows.extend(state.ledger.total(id).map(|total| progress_page::total(id, total, name.as_deref())));
    }
    for id in &progress.dated {
        rows.push(row(&Route::Record(id.clone()), &name_of(state, id), None, Vec::new()));
    }
    let by = standing::counted_by(state.ledger.counting_day(target.organization.as_ref()?));
    (!rows.is_empty()).then(|| section(words::COUNTED_ONES, vec![about(by), list(rows)]))
}

/// Parts of a total with their shares.
fn shares(state: &State, id: &RecordId) -> Option<El> {
    let record = state.book.record(id)?;
    let whole = entry::count(record, Field::TotalCount)?;
    let parts = Field::of(RecordKind::Total)
        .filter(|field| matches!(field.spec().section, Section::ByQualification | Section::ByCellKind));
    let mut rows = Vec::new();
    for field in parts {
        let Some(part) = entry::count(record, field) else { continue };
        let term = el("dt", "").text(field.label());
        rows.push(el("div", "").child(term).child(el("dd", "").text(&standing::part(part, whole))));
    }
    (!rows.is_empty()).then(|| section(words::SHARES, vec![el("dl", "shares").children(rows)]))
}

fn organization(state: &State, act: &Act, id: &RecordId) -> Vec<El> {
    let below = state.ledger.children(id).iter().map(|child| organizations::organization(state, 0, child)).collect();
    let villages = selectors::villages(state, id).into_iter();
    let villages = villages.map(|(id, village)| organizations::village(state, id, village)).collect();
    let part = |title: &str, rows: Vec<El>, kind: RecordKind, field: Field, label: &str| {
        let begin = Action::Begin { kind, given: vec![(field, id.as_str().to_owned())] };
        let add = actions(vec![button(label, Weight::Plain, act, begin)]);
        section(title, if rows.is_empty() { vec![add] } else { vec![list(rows), add] })
    };
    let (headcount, organization, village) = (RecordKind::Headcount, RecordKind::Organization, RecordKind::Village);
    let decides = authorities(state, id);
    let event = RecordKind::Event;
    let mut parts = vec![
        part(life::EVENTS, events(state, id), event, Field::EventOrganization, life::ADD_EVENT),
        part(words::HEADCOUNTS, headcounts(state, id), headcount, Field::HeadcountOrganization, words::ADD_HEADCOUNT),
        part(words::BELOW, below, organization, Field::OrganizationParent, words::ADD_ORGANIZATION),
        part(words::VILLAGES, villages, village, Field::VillageCommittee, words::ADD_VILLAGE),
    ];
    let authority = RecordKind::Authority;
    parts.push(part(texts::AUTHORITIES, decides, authority, Field::AuthorityOrganization, texts::SET_AUTHORITY));
    parts.push(around(state, id));
    if selectors::home(state).as_ref() != Some(id) {
        parts.push(actions(vec![button(words::MAKE_HOME, Weight::Plain, act, Action::SetHome(id.clone()))]));
    }
    parts
}

/// The events of an organization, and those of others that concern it.
fn events(state: &State, id: &RecordId) -> Vec<El> {
    let own = state.ledger.events_of(id).map(|(at, event)| {
        let other = event.other.as_ref().map(|other| name_of(state, other));
        row(&Route::Record(at.clone()), &life::event(event, other.as_deref()), None, Vec::new())
    });
    let mut rows: Vec<El> = own.collect();
    let here = state.ledger.events().filter(|(_, event)| event.other.as_ref() == Some(id));
    let order = |(_, event): &(&RecordId, &Event)| {
        let name = event.organization.as_ref().and_then(|one| state.ledger.organization_name(one));
        format!("{} {}", event.day.map(Day::iso).unwrap_or_default(), fold(name.unwrap_or_default()))
    };
    for (at, event) in in_order(here, order) {
        let one = event.organization.as_ref().map(|one| name_of(state, one)).unwrap_or_default();
        rows.push(row(&Route::Record(at.clone()), &life::event_here(event, &one), None, Vec::new()));
    }
    rows
}

/// The deciding bodies, each with its first day.
fn authorities(state: &State, id: &RecordId) -> Vec<El> {
    let own = state.ledger.authorities().filter(|(_, found)| found.organization.as_ref() == Some(id));
    let own = in_order(own, |(_, found)| found.from.map(Day::iso).unwrap_or_default());
    let rows = own.into_iter().map(|(id, found)| {
        let body = found.body.map_or(words::INCOMPLETE, |body| body.name());
        let from = members_texts::since(found.from, None);
        row(&Route::Record(id.clone()), body, Some(&from), Vec::new())
    });
    rows.collect()
}

/// What an assignment covers: the cells, and their tasks.
fn charge(state: &State, act: &Act, id: &RecordId) -> Vec<El> {
    let Some(under) = state.ledger.assignment(id).and_then(|found| people::charge(state, found)) else {
        return Vec::new();
    };
    let cells = state.ledger.tree().into_iter().filter(|(_, id)| state.ledger.is_within(id, under));
    let cells = cells.map(|(_, id)| organizations::organization(state, 0, &id)).collect();
    let tasks = people::tasks_within(state, under);
    let tasks = tasks.iter().map(|task| todo::row(state, act, task, true));
    vec![section(words::ORGANIZATIONS, vec![list(cells)]), section(words::TODO, vec![el("ul", "tasks").each(tasks)])]
}

/// The number of members in the register, and who is assigned.
fn around(state: &State, id: &RecordId) -> El {
    let mut lines = Vec::new();
    if let Some(count) = members::count(&state.ledger, id, state.as_of_day()) {
        lines.push(about(&format!("{}: {}", members_texts::BY_REGISTER, members_texts::count(count))));
    }
    for (at, assignment) in people::in_charge(state, id) {
        let line = el("a", "card-link").leads_to(&Route::Record(at.clone())).text(&name_of(state, at));
        lines.push(el("p", "").child(line).text(" ").text(&members_texts::since(assignment.since, assignment.until)));
    }
    lines.push(actions(vec![
        link(members_texts::MEMBERS, Weight::Plain, &Route::Members),
        link(members_texts::ASSIGNMENTS, Weight::Plain, &Route::Assignments),
    ]));
    section(members_texts::MEMBERS, lines)
}

/// Member counts with the difference between consecutive ones.
fn headcounts(state: &State, id: &RecordId) -> Vec<El> {
    let mut before: Option<u32> = None;
    let (mut base, mut cells): (Option<u32>, Option<u32>) = (None, None);
    let mut rows = Vec::new();
    for (id, headcount) in selectors::headcounts(state, id) {
        let title = match (headcount.day, headcount.members) {
            (Some(day), Some(members)) => standing::members(day, members),
            _ => words::INCOMPLETE.to_owned(),
        };
        let since = before.zip(headcount.members).map(|(old, new)| standing::since(old, new));
        let parts = [
            since,
            headcount.base.map(|number| life::bodies(life::BASE_ORGANIZATIONS, base, number)),
            headcount.cells.map(|number| life::bodies(life::CELLS, cells, number)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let about = (!parts.is_empty()).then(|| joined(&parts, " · "));
        (base, cells) = (headcount.base.or(base), headcount.cells.or(cells));
        rows.push(row(&Route::Record(id.clone()), &title, about.as_deref(), Vec::new()));
        before = headcount.members.or(before);
    }
    rows
}
