//! What hangs on a record beyond its own fields: how a target stands, the shares of a total's
//! parts, an organization's member counts, villages and what is below it.

use yew::prelude::*;

use super::organizations;
use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::entry;
use crate::domain::field::{Field, Section};
use crate::domain::id::{RecordId, RecordKind};
use crate::domain::progress;
use crate::domain::records::Target;
use crate::text::vi::{numbers, standing, words};
use crate::views::Act;
use crate::views::widgets::button::{Weight, button};
use crate::views::widgets::list::{Row, list};
use crate::views::widgets::target_card::figures;

/// What stands over the fields.
pub fn above(state: &State, id: &RecordId) -> Html {
    match state.ledger.targets.get(id) {
        Some(target) => target_stands(state, target),
        None => Html::default(),
    }
}

/// What stands under the fields.
pub fn below(state: &State, act: &Act, id: &RecordId) -> Html {
    match id.kind() {
        Some(RecordKind::Organization) => organization(state, act, id),
        Some(RecordKind::Total) => shares(state, id),
        Some(RecordKind::Target) => counted(state, id),
        _ => Html::default(),
    }
}

fn target_stands(state: &State, target: &Target) -> Html {
    match progress::progress(&state.ledger, target, state.as_of_day(), state.forecast()) {
        Some(progress) => html! {
            <div class="card target" aria-live="polite">
                <p class="card-about">{ format!("{} {}", words::AS_OF, numbers::day(state.as_of_day())) }</p>
                { figures(state, target, &progress) }
            </div>
        },
        None => Html::default(),
    }
}

/// The records behind a target's figure.
fn counted(state: &State, id: &RecordId) -> Html {
    let target = state.ledger.targets.get(id);
    let progress =
        target.and_then(|target| progress::progress(&state.ledger, target, state.as_of_day(), state.forecast()));
    let (Some(target), Some(progress)) = (target, progress) else { return Html::default() };
    let dated = progress.dated.iter().map(|id| Row {
        route: Route::Record(id.clone()),
        title: selectors::name(state, id).unwrap_or_else(|| words::NAMELESS.to_owned()),
        about: None,
        marks: Html::default(),
        depth: 0,
    });
    let totals = progress.totals.iter().filter_map(|id| {
        let total = state.ledger.totals.get(id)?;
        Some(Row {
            route: Route::Record(id.clone()),
            title: standing::total(total),
            about: selectors::name(state, id),
            marks: html! { <strong>{ total.count.map(|count| numbers::count(count.into())).unwrap_or_default() }</strong> },
            depth: 0,
        })
    });
    let rows: Vec<Row> = totals.chain(dated).collect();
    if rows.is_empty() {
        return Html::default();
    }
    let by =
        target.organization.as_ref().map(|organization| standing::counted_by(state.ledger.counting_day(organization)));
    html! {
        <section>
            <h2>{ words::COUNTED_ONES }</h2>
            { for by.map(|by| html! { <p class="card-about">{ by }</p> }) }
            { list(rows) }
        </section>
    }
}

/// Parts of a total with their share of it.
fn shares(state: &State, id: &RecordId) -> Html {
    let Some(record) = state.book.record(id) else { return Html::default() };
    let Some(whole) = entry::count(record, Field::TotalCount) else { return Html::default() };
    let parts: Vec<(Field, u32)> = Field::of(RecordKind::Total)
        .filter(|field| matches!(field.spec().section, Section::ByQualification | Section::ByCellKind))
        .filter_map(|field| Some((field, entry::count(record, field)?)))
        .collect();
    if parts.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h2>{ words::SHARES }</h2>
            <dl class="shares">
                { for parts.iter().map(|(field, part)| html! {
                    <div><dt>{ field.spec().column }</dt><dd>{ standing::part(*part, whole) }</dd></div>
                }) }
            </dl>
        </section>
    }
}

fn organization(state: &State, act: &Act, id: &RecordId) -> Html {
    let below: Vec<Row> =
        state.ledger.children(id).iter().map(|child| organizations::organization(state, 0, child)).collect();
    let villages: Vec<Row> = selectors::villages(state, id)
        .into_iter()
        .map(|(id, village)| organizations::village(state, id, village))
        .collect();
    let home = selectors::home(state).as_ref() == Some(id);
    let begin = |kind: RecordKind, field: Field, label: &str| {
        let value = id.to_string();
        button(label, Weight::Plain, act, move || Action::Begin { kind, given: vec![(field, value.clone())] })
    };
    html! {
        <>
            { part(words::HEADCOUNTS, headcounts(state, id), begin(RecordKind::Headcount, Field::HeadcountOrganization, words::ADD_HEADCOUNT)) }
            { part(words::BELOW, below, begin(RecordKind::Organization, Field::OrganizationParent, words::ADD_ORGANIZATION)) }
            { part(words::VILLAGES, villages, begin(RecordKind::Village, Field::VillageCommittee, words::ADD_VILLAGE)) }
            { for (!home).then(|| {
                let id = id.clone();
                html! { <div class="actions">{ button(words::MAKE_HOME, Weight::Plain, act, move || Action::SetHome(id.clone())) }</div> }
            }) }
        </>
    }
}

fn part(title: &'static str, rows: Vec<Row>, add: Html) -> Html {
    html! {
        <section class="section">
            <h2>{ title }</h2>
            { if rows.is_empty() { Html::default() } else { list(rows) } }
            <div class="actions">{ add }</div>
        </section>
    }
}

/// Member counts with the change from one to the next.
fn headcounts(state: &State, id: &RecordId) -> Vec<Row> {
    let mut before: Option<u32> = None;
    let mut rows = Vec::new();
    for (id, day, members) in selectors::headcounts(state, id) {
        let since = before.zip(members).map(|(old, new)| standing::since(old, new));
        rows.push(Row {
            route: Route::Record(id.clone()),
            title: match (day, members) {
                (Some(day), Some(members)) => standing::members(day, members),
                _ => words::INCOMPLETE.to_owned(),
            },
            about: since,
            marks: Html::default(),
            depth: 0,
        });
        before = members.or(before);
    }
    rows
}
