//! The register of members of the user's organization: who counts, party ages on the four award
//! days, the next badges.

use super::candidates::to_lists;
use super::{about, actions, movement, section};
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::ledger::members::{self, ROUNDS, RegisterEntry};
use crate::domain::schema::choice::Standing;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::domain::value::letters::{by_given_name, fold, in_order, joined};
use crate::text::{members as texts, words};
use crate::views::el::{El, el};
use crate::views::widgets::badge::{Tone, badge};
use crate::views::widgets::button::{Weight, add};
use crate::views::widgets::list::{Shown, empty, list, row};
use crate::views::{Act, name_of};

/// Renders the page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let on = state.as_of_day();
    let add = actions(vec![add(texts::ADD_MEMBER, Weight::Main, &Route::New(RecordKind::Member)), to_lists()]);
    let mut parts = vec![el("p", "lead").text(texts::MEMBERS_ABOUT), add];
    let all = here(state);
    if all.is_empty() {
        parts.push(empty(texts::NO_MEMBERS));
        if let Some(home) = selectors::home(state) {
            parts.extend(movement::table(state, &home, on));
            parts.extend(movement::weak(state, &home, on));
        }
        return parts;
    }
    if let Some(count) = selectors::home(state).and_then(|home| members::count(&state.ledger, &home, on)) {
        parts.push(el("p", "").text(&texts::count(count)));
    }
    let mut shown = Shown::of(state);
    let (counted, mut gone): (Vec<_>, Vec<_>) = all.iter().partition(|member| !member.has_gone(on));
    parts.push(section(texts::COUNTED, by_cell(state, &counted, on, &mut shown)));
    parts.push(shown.more(act));
    if let Some(home) = selectors::home(state) {
        parts.extend(movement::table(state, &home, on));
        parts.extend(movement::weak(state, &home, on));
    }
    parts.extend(badges(state, &counted, on));
    parts.extend(ages(state, &counted, on));
    if !gone.is_empty() {
        let mut shown = Shown::of(state);
        shown.keep(&mut gone);
        let rows = gone.into_iter().map(|member| one(state, member, on)).collect();
        let summary = el("summary", "").text(texts::GONE);
        let folded = el("details", "section").child(summary).child(list(rows));
        parts.push(folded.child(shown.more(act)));
    }
    parts
}

/// Members of the user's organization, sorted by cell and name, including those whose cell is missing.
fn here(state: &State) -> Vec<RegisterEntry<'_>> {
    let home = selectors::home(state);
    let within = |member: &RegisterEntry<'_>| match (member.cell.filter(|cell| state.ledger.has(cell)), &home) {
        (Some(cell), Some(home)) => state.ledger.is_within(cell, home),
        _ => true,
    };
    in_order(members::register(&state.ledger).filter(within), |member| by_given_name(member.name.unwrap_or_default()))
}

/// Members grouped by cell.
fn by_cell(state: &State, all: &[&RegisterEntry<'_>], on: Day, shown: &mut Shown) -> Vec<El> {
    let mut cells: Vec<Option<&RecordId>> = all.iter().map(|member| member.cell).collect();
    cells.sort_unstable();
    cells.dedup();
    let cells = in_order(cells.into_iter(), |cell| cell.map(|cell| fold(&name_of(state, cell))).unwrap_or_default());
    let one_cell = cells.len() == 1;
    let mut parts = Vec::new();
    for cell in cells {
        let mut here: Vec<_> = all.iter().filter(|member| member.cell == cell).collect();
        shown.keep(&mut here);
        if here.is_empty() {
            continue;
        }
        if !one_cell {
            let name = cell.and_then(|cell| selectors::name(state, cell));
            parts.push(el("h3", "").text(name.as_deref().unwrap_or(words::GONE_CHOICE)));
        }
        parts.push(list(here.into_iter().map(|member| one(state, member, on)).collect()));
    }
    parts
}

/// One member as a row.
fn one(state: &State, member: &RegisterEntry<'_>, on: Day) -> El {
    let mut marks = Vec::new();
    if !member.is_official(on) {
        marks.push(badge(Tone::Calm, texts::PROBATION));
    }
    if member.standing != Standing::Active {
        marks.push(badge(Tone::Warn, member.standing.name()));
    }
    let mut line = vec![texts::about(member, on)];
    if member.id.kind() == Some(RecordKind::Candidate) {
        line.push(texts::FROM_DOSSIER.to_owned());
    }
    line.retain(|part| !part.is_empty());
    let blocking = selectors::blocking(state, member.id);
    if blocking > 0 {
        marks.push(badge(Tone::Bad, &words::to_mend(blocking)));
    }
    row(&Route::Record(member.id.clone()), &name_of(state, member.id), Some(&joined(&line, " · ")), marks)
}

/// Badges due in the coming year.
fn badges(state: &State, all: &[&RegisterEntry<'_>], on: Day) -> Option<El> {
    let ahead = on.plus_months(12)?;
    let due = all.iter().filter_map(|member| Some((member, member.next_badge(on)?)));
    let due = in_order(due.filter(|(_, (_, round))| *round <= ahead), |(_, (_, round))| round.iso());
    let rows = due.iter().map(|(member, (years, round))| {
        row(
            &Route::Record(member.id.clone()),
            &name_of(state, member.id),
            Some(&texts::badge(*years, *round)),
            Vec::new(),
        )
    });
    let rows: Vec<El> = rows.collect();
    (!rows.is_empty()).then(|| section(texts::BADGES, vec![about(texts::BADGES_ABOUT), list(rows)]))
}

/// Party ages on this year's four award days, and each member's next badge.
fn ages(state: &State, all: &[&RegisterEntry<'_>], on: Day) -> Option<El> {
    let rounds: Vec<Day> = ROUNDS.into_iter().filter_map(|(day, month)| Day::new(on.year(), month, day)).collect();
    let heading = |words: &str| el("th", "").fixed("scope", "col").text(words);
    let mut titles = el("tr", "").child(heading(words::NAME));
    for round in &rounds {
        titles = titles.child(heading(&texts::round(*round)));
    }
    let mut rows = Vec::new();
    for member in all.iter().filter(|member| member.is_official(on)) {
        let mut name = el("th", "").fixed("scope", "row").text(&name_of(state, member.id));
        if let Some((years, round)) = member.next_badge(on) {
            name = name.child(el("span", "row-about").text(&texts::badge(years, round)));
        }
        let ages = rounds.iter().map(|round| el("td", "").text(&texts::age(member.party_age(*round))));
        rows.push(el("tr", "").child(name).each(ages));
    }
    if rows.is_empty() {
        return None;
    }
    let table = el("table", "ages").child(el("thead", "").child(titles)).child(el("tbody", "").children(rows));
    let title = format!("{} {}", texts::AGES, on.year());
    Some(section(&title, vec![table]))
}
