//! Targets and how they stand, organization by organization down the tree, with the results
//! entered as totals.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::day::Day;
use crate::domain::id::{RecordId, RecordKind};
use crate::domain::records::Total;
use crate::text::vi::{hints, numbers, standing, words};
use crate::views::Act;
use crate::views::widgets::badge::Tone;
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::icon::Icon;
use crate::views::widgets::list::{Row, empty, list};
use crate::views::widgets::notice::notice;
use crate::views::widgets::target_card::target_card;
use crate::views::widgets::text_box::TextBox;

/// The page.
pub fn page(state: &State, act: &Act) -> Html {
    let sections: Vec<Html> = state.ledger.tree().into_iter().filter_map(|(_, id)| organization(state, &id)).collect();
    html! {
        <>
            <h1 tabindex="-1">{ words::PROGRESS }</h1>
            <div class="actions">
                { link(words::ADD_TARGET, Weight::Main, Some(Icon::Plus), &Route::New(RecordKind::Target)) }
                { link(words::ADD_TOTAL, Weight::Plain, Some(Icon::Plus), &Route::New(RecordKind::Total)) }
            </div>
            { day_asked(state, act) }
            { if sections.is_empty() { empty(words::NO_TARGETS, Html::default()) } else { sections.into_iter().collect::<Html>() } }
            { astray(state) }
        </>
    }
}

/// The box for the day asked about.
fn day_asked(state: &State, act: &Act) -> Html {
    let typed = Day::parse(&state.as_of);
    let wrong = !state.as_of.trim().is_empty() && typed.is_err();
    html! {
        <div class="field field-short">
            <label class="field-label" for="as-of">{ words::AS_OF }</label>
            <p class="field-help" id="as-of-help">{ words::AS_OF_HELP }</p>
            <TextBox id="as-of" value={typed.map(numbers::day).unwrap_or_else(|_| state.as_of.clone())} keyboard="numeric"
                described_by="as-of-help as-of-wrong" invalid={wrong} ontype={act.reform(Action::SetAsOf)} onleave={act.reform(|()| Action::Left)} />
            <p class="finding tone-bad" id="as-of-wrong">{ if wrong { hints::WRONG_DAY } else { "" } }</p>
            { day_told(state, act) }
        </div>
    }
}

/// Says which day the figures are of, where it is not today, with the way back to today.
pub fn day_told(state: &State, act: &Act) -> Html {
    let day = state.as_of_day();
    if day == state.moment.today {
        return Html::default();
    }
    let back = button(words::TO_TODAY, Weight::Plain, act, || Action::SetAsOf(String::new()));
    notice(Tone::Warn, &standing::as_of(day), None, back)
}

/// One organization with its targets and totals; nothing where it has neither.
fn organization(state: &State, id: &RecordId) -> Option<Html> {
    let standings = selectors::standings(state, id);
    let totals = selectors::totals(state, id);
    if standings.is_empty() && totals.is_empty() {
        return None;
    }
    let name = selectors::name(state, id).unwrap_or_else(|| words::NAMELESS.to_owned());
    let members = state.ledger.members(id, state.as_of_day());
    Some(html! {
        <section key={id.to_string()} class="organization">
            <h2><a href={Route::Record(id.clone()).href()}>{ name }</a></h2>
            { for members.map(|(day, members)| html! { <p class="card-about">{ standing::members(day, members) }</p> }) }
            <div class="cards">{ for standings.iter().map(|standing| target_card(state, standing)) }</div>
            { totals_of(totals) }
        </section>
    })
}

/// Entered totals as a list that folds away.
fn totals_of(totals: Vec<(&RecordId, &Total)>) -> Html {
    if totals.is_empty() {
        return Html::default();
    }
    let summary = format!("{} ({})", words::TOTALS, totals.len());
    let rows = totals
        .into_iter()
        .map(|(id, total)| Row {
            route: Route::Record(id.clone()),
            title: standing::total(total),
            about: None,
            marks: html! { <strong>{ total.count.map(|count| numbers::count(count.into())).unwrap_or_default() }</strong> },
            depth: 0,
        })
        .collect();
    html! { <details><summary>{ summary }</summary>{ list(rows) }</details> }
}

/// Targets and totals that belong to no organization that is there.
fn astray(state: &State) -> Html {
    let astray = selectors::astray(state);
    if astray.is_empty() {
        return Html::default();
    }
    let rows = astray.into_iter().map(|id| {
        let title = match (state.ledger.targets.get(id), state.ledger.totals.get(id)) {
            (Some(target), _) => standing::title(target),
            (_, Some(total)) => standing::total(total),
            _ => words::NAMELESS.to_owned(),
        };
        Row { route: Route::Record(id.clone()), title, about: None, marks: Html::default(), depth: 0 }
    });
    html! { <section><h2>{ words::ASTRAY }</h2>{ list(rows.collect()) }</section> }
}
