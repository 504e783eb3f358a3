//! A target with its progress: figure, bar, status and doubts.

use super::badge::{self, Tone};
use super::bar::bar;
use crate::app::route::Route;
use crate::app::selectors::TargetStanding;
use crate::app::state::State;
use crate::domain::calculator::forecast;
use crate::domain::calculator::progress::Progress;
use crate::domain::calculator::tally::Doubt;
use crate::domain::ledger::records::Target;
use crate::domain::value::ratio::Ratio;
use crate::text::{forecast as forecast_told, numbers, standing, words};
use crate::views::el::{El, el};

/// Renders the card; its heading links to the target's form.
pub fn target_card(state: &State, (id, target, progress): &TargetStanding) -> El {
    let heading = el("a", "card-link").leads_to(&Route::Record((*id).clone())).text(&standing::title(target));
    let mut card = el("article", "card target").key(id.as_str()).child(el("h3", "card-title").child(heading));
    if let Some(issued) = standing::issued(target) {
        card = card.child(el("p", "card-about").text(&issued));
    }
    match progress {
        Some(progress) => figures(card, state, target, progress),
        None => card.child(el("p", "card-about").text(words::INCOMPLETE)),
    }
}

/// Appends a target's progress to an element that already has a heading.
pub fn figures(card: El, state: &State, target: &Target, progress: &Progress) -> El {
    let (Some(bound), Some(indicator)) = (target.bound, target.indicator) else { return card };
    let pace = progress.lower.and_then(|lower| progress.expected?.divided_by(lower));
    let figure = el("p", "target-figure")
        .child(el("strong", "").text(&numbers::count(progress.counted)))
        .text(&standing::of(bound));
    let mut status = el("p", "target-status").child(badge::status(progress.status));
    if let Some(percent) = standing::percent(progress) {
        status = status.child(el("strong", "percent").text(&percent));
    }
    let done = progress.percent.unwrap_or(Ratio::ZERO);
    let facts = standing::facts(progress, indicator).into_iter().map(|fact| el("li", "").text(&fact));
    let facts = el("ul", "facts").each(facts).children(looking_ahead(state, target));
    card.child(figure)
        .child(bar(badge::status_tone(progress.status), done, pace, &standing::bar(progress, bound)))
        .child(status)
        .child(facts)
        .children(doubts(state, progress))
}

/// The forecast in a line, if there are candidates on the way.
fn looking_ahead(state: &State, target: &Target) -> Vec<El> {
    let found = forecast::estimate(&state.ledger, target, state.as_of_day());
    let lines = found.filter(|found| found.recorded).map(|found| {
        let range = forecast_told::range(&found.range);
        std::iter::once(range).chain(forecast_told::more(&found)).collect::<Vec<_>>()
    });
    lines.into_iter().flatten().map(|line| el("li", "").text(&line)).collect()
}

/// Doubts for the user to resolve, each with a link.
fn doubts(state: &State, progress: &Progress) -> Vec<El> {
    let doubt = |words: &str| el("p", "doubt").toned(Tone::Warn).text(words);
    let mut doubts = Vec::new();
    doubts.extend(standing::children_below(progress).map(|words| doubt(&words)));
    doubts.extend(standing::years_differ(progress).map(|words| doubt(&words)));
    for about in &progress.doubts {
        let (Doubt::PartlyInside { total } | Doubt::Overlap { total, .. }) = about;
        let name = state.ledger.total(total).map(standing::total).unwrap_or_default();
        let way = el("a", "doubt-link").leads_to(&Route::Record(total.clone())).text(words::OPEN);
        doubts.push(doubt(&standing::doubt(about, &name)).text(" ").child(way));
    }
    doubts
}
