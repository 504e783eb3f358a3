//! The start page: how the person's organization stands today and what to do first.

use yew::prelude::*;

use super::progress::day_told;
use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::selectors::{self, Standing};
use crate::app::state::State;
use crate::domain::id::RecordKind;
use crate::domain::records::Stage;
use crate::text::vi::{numbers, words};
use crate::views::Act;
use crate::views::widgets::badge::Tone;
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::icon::Icon;
use crate::views::widgets::notice::notice;
use crate::views::widgets::target_card::target_card;

/// The page.
pub fn page(state: &State, act: &Act) -> Html {
    let home = selectors::home(state);
    let name = home.as_ref().and_then(|home| selectors::name(state, home));
    let as_of = state.as_of_day();
    let current: Vec<Standing> = home
        .iter()
        .flat_map(|home| selectors::standings(state, home))
        .filter(|(_, target, _)| target.period.is_none_or(|period| period.contains(as_of)))
        .collect();
    html! {
        <>
            <h1 tabindex="-1">{ name.clone().unwrap_or_else(|| words::NAMELESS.to_owned()) }</h1>
            { day_told(state, act) }
            { samples_here(state, act) }
            { first_steps(state, name.is_some()) }
            { figures(state) }
            <section aria-label={words::CURRENT_TARGETS}>
                { for (!current.is_empty()).then(|| html! { <h2>{ words::CURRENT_TARGETS }</h2> }) }
                <div class="cards">{ for current.iter().map(|standing| target_card(state, standing)) }</div>
                { for (!state.ledger.targets.is_empty()).then(|| link(words::ALL_TARGETS, Weight::Plain, None, &Route::Progress)) }
            </section>
            <div class="actions">
                { link(words::ADD_CANDIDATE, Weight::Main, Some(Icon::Plus), &Route::New(RecordKind::Candidate)) }
                { link(words::ADD_TARGET, Weight::Plain, Some(Icon::Plus), &Route::New(RecordKind::Target)) }
                { link(words::ADD_TOTAL, Weight::Plain, Some(Icon::Plus), &Route::New(RecordKind::Total)) }
            </div>
            { install(state, act) }
        </>
    }
}

fn samples_here(state: &State, act: &Act) -> Html {
    if !selectors::has_samples(state) {
        return Html::default();
    }
    let remove = button(words::REMOVE_SAMPLES, Weight::Plain, act, || Action::RemoveSamples);
    notice(Tone::Calm, words::SAMPLES_HERE, None, remove)
}

/// What is still missing before the program is of use.
fn first_steps(state: &State, named: bool) -> Html {
    let home = selectors::home(state);
    let steps = [
        (!named, words::STEP_NAME, home.map(Route::Record).unwrap_or(Route::Organizations)),
        (
            state.ledger.targets.is_empty() && state.ledger.totals.is_empty(),
            words::STEP_TARGET,
            Route::New(RecordKind::Target),
        ),
        (state.ledger.candidates.is_empty(), words::STEP_CANDIDATE, Route::New(RecordKind::Candidate)),
    ];
    let open: Vec<_> = steps.into_iter().filter(|(open, ..)| *open).collect();
    // Someone who opened a sample came to look, not to set up.
    if open.is_empty() || selectors::has_samples(state) {
        return Html::default();
    }
    html! {
        <section>
            <h2>{ words::FIRST_STEPS }</h2>
            <div class="actions">
                { for open.iter().enumerate().map(|(place, (_, words, route))| {
                    link(words, if place == 0 { Weight::Main } else { Weight::Plain }, None, route)
                }) }
            </div>
        </section>
    }
}

fn figures(state: &State) -> Html {
    let count =
        |at: fn(Stage) -> bool| state.ledger.candidates.values().filter(|candidate| at(candidate.stage())).count();
    let figures = [
        (count(|stage| stage < Stage::Admitted), words::FOLLOWED),
        (count(|stage| (Stage::Applied..Stage::Admitted).contains(&stage)), words::APPLIED),
        (count(|stage| stage == Stage::Admitted), words::ON_PROBATION),
    ];
    if state.ledger.candidates.is_empty() {
        return Html::default();
    }
    html! {
        <a class="figures" href={Route::Candidates.href()}>
            { for figures.iter().map(|(number, words)| html! {
                <span class="figure"><strong>{ numbers::count(*number as u64) }</strong><span>{ words }</span></span>
            }) }
        </a>
    }
}

fn install(state: &State, act: &Act) -> Html {
    if !state.can_install {
        return Html::default();
    }
    notice(
        Tone::Calm,
        words::INSTALL,
        Some(words::INSTALL_ABOUT),
        button(words::INSTALL, Weight::Main, act, || Action::Install),
    )
}
