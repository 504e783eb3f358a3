//! A target with how it stands: the figure, the bar, the status and what to look at.

use yew::prelude::*;

use super::badge;
use super::bar::bar;
use crate::app::route::Route;
use crate::app::selectors::Standing;
use crate::app::state::State;
use crate::domain::progress::Progress;
use crate::domain::ratio::Ratio;
use crate::domain::records::Target;
use crate::domain::tally::Doubt;
use crate::text::vi::{numbers, standing, words};

/// Draws the card of a target; the whole of it leads to the target's form.
pub fn target_card(state: &State, (id, target, progress): &Standing) -> Html {
    let route = Route::Record((*id).clone());
    html! {
        <article class="card target" key={id.to_string()}>
            <h3 class="card-title"><a class="card-link" href={route.href()}>{ standing::title(target) }</a></h3>
            { for standing::issued(target).map(|issued| html! { <p class="card-about">{ issued }</p> }) }
            { match progress {
                Some(progress) => figures(state, target, progress),
                None => html! { <p class="card-about">{ words::INCOMPLETE }</p> },
            } }
        </article>
    }
}

/// How a target stands, without its heading.
pub fn figures(state: &State, target: &Target, progress: &Progress) -> Html {
    let (Some(bound), Some(indicator)) = (target.bound, target.indicator) else { return Html::default() };
    let pace = progress.lower.and_then(|lower| progress.expected?.divided_by(lower));
    html! {
        <>
            <p class="target-figure">
                <strong>{ numbers::count(progress.counted) }</strong>
                <span>{ format!(" / {}", numbers::bound(bound)) }</span>
            </p>
            { bar(badge::status_tone(progress.status), progress.percent.unwrap_or(Ratio::ZERO), pace, &standing::bar(progress, bound)) }
            <p class="target-status">
                { badge::status(progress.status) }
                { for standing::percent(progress).map(|percent| html! { <strong class="percent">{ percent }</strong> }) }
            </p>
            <ul class="facts">
                { for standing::why_not(progress).map(|why| html! { <li>{ why }</li> }) }
                { for standing::facts(progress, indicator).into_iter().map(|fact| html! { <li>{ fact }</li> }) }
            </ul>
            { for doubts(state, progress) }
        </>
    }
}

/// What a person should look at, each with the way to where it is decided.
fn doubts(state: &State, progress: &Progress) -> Vec<Html> {
    let mut told: Vec<Html> = standing::children_below(progress)
        .map(|words| html! { <p class="doubt tone-warn">{ words }</p> })
        .into_iter()
        .collect();
    told.extend(progress.doubts.iter().map(|doubt| {
        let (Doubt::PartlyInside { total } | Doubt::Overlap { total, .. }) = doubt;
        let name = state.ledger.totals.get(total).map(standing::total).unwrap_or_default();
        html! {
            <p class="doubt tone-warn">
                { standing::doubt(doubt, &name) }{ " " }
                <a class="doubt-link" href={Route::Record(total.clone()).href()}>{ words::OPEN }</a>
            </p>
        }
    }));
    told
}
