//! The regulation: values in force on the as-of day, their changes, every instrument with its
//! values, forms and sources, and the holidays of each year.

use super::{about, office_rules, section};
use crate::app::state::State;
use crate::domain::admission::law;
use crate::domain::regulation::{Cited, Instrument, Key, Mark, Regulation};
use crate::text::{numbers, regulation as texts};
use crate::views::Act;
use crate::views::el::{El, el};
use crate::views::widgets::badge::{Tone, badge};
use crate::views::widgets::notice::notice;

/// Renders the page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let (on, regulation) = (state.as_of_day(), state.ledger.regulation());
    let mut in_force = Vec::new();
    for key in Key::ALL {
        let Some(found) = regulation.in_force(*key, on) else { continue };
        let line = value(*key, found.cited, &texts::title(found.instrument));
        in_force.push(line.each(found.silent_in.map(|silent| about(&texts::silent(silent))).into_iter()));
    }
    let instruments = regulation.instruments().iter().rev().map(|one| instrument(one)).collect();
    let holidays = regulation.calendar().years().iter().rev().map(|year| {
        let line = el("p", "").text(&texts::holidays(&year.off, &year.worked));
        let title = el("p", "card-title").text(&format!("{} ", year.year)).child(mark(year.mark));
        el("li", "fact").child(title).child(line).child(about(&year.source))
    });
    let mut parts: Vec<El> = office_rules::opened(state, act).into_iter().collect();
    parts.extend([
        el("p", "").text(texts::ABOUT),
        el("div", "").each(followed(state).into_iter()),
        office_rules::added(state, act),
        section(texts::IN_FORCE, vec![about(&texts::on(on)), el("ul", "edits").children(in_force)]),
        section(texts::CHANGES, changes(regulation)),
        section(texts::INSTRUMENTS, instruments),
        section(texts::HOLIDAYS, vec![el("p", "").text(texts::HOLIDAYS_ABOUT), el("ul", "edits").each(holidays)]),
    ]);
    parts
}

/// Until when the regulation was followed.
fn followed(state: &State) -> Option<El> {
    let regulation = state.ledger.regulation();
    let day = regulation.followed_to()?;
    Some(match law::stale_since(regulation, state.moment.today) {
        Some(_) => notice(Tone::Warn, &texts::followed(day, true), None, Vec::new()),
        None => about(&texts::followed(day, false)),
    })
}

/// A value with its article, the source it was read in, and its reliability.
fn value(key: Key, cited: &Cited, instrument: &str) -> El {
    let title = el("p", "card-title").text(texts::key(key)).text(": ").text(&texts::value(key, cited.value)).text(" ");
    let place = texts::place(&cited.article, &cited.source);
    let place = if instrument.is_empty() { place } else { format!("{instrument}, {place}") };
    el("li", "fact").child(title.child(mark(cited.mark))).child(about(&place))
}

fn mark(mark: Mark) -> El {
    let tone = match mark {
        Mark::Verified => Tone::Good,
        Mark::Office | Mark::Secondary => Tone::Calm,
        Mark::Unverified => Tone::Warn,
    };
    badge(tone, texts::mark(mark))
}

/// What each new instrument changed, latest first.
fn changes(regulation: &Regulation) -> Vec<El> {
    let mut turns = regulation.turns();
    turns.reverse();
    let changed = turns.into_iter().map(|day| {
        let turned = regulation.turned(day);
        let lines = turned.iter().map(|(key, old, new)| el("li", "").text(&texts::change(*key, *old, *new)));
        let began = regulation.instruments().iter().filter(|instrument| instrument.from == Some(day));
        let mut title = el("p", "card-title").text(&numbers::day(day));
        for instrument in began {
            title = title.text(" · ").text(&instrument.id.number);
        }
        let turn = el("div", "fact").child(title).child(el("ul", "facts").each(lines));
        if turned.is_empty() { turn.child(about(texts::SAME)) } else { turn }
    });
    changed.collect()
}

/// An instrument with all its content, collapsed.
fn instrument(instrument: &Instrument) -> El {
    let summary = el("summary", "").text(&texts::title(instrument));
    let mut folded = el("details", "section").child(summary).child(about(&texts::force(instrument)));
    if let Some(note) = &instrument.note {
        folded = folded.child(el("p", "").text(note));
    }
    if !instrument.values.is_empty() {
        let values = instrument.values.iter().map(|(key, cited)| value(*key, cited, ""));
        folded = folded.child(el("h3", "").text(texts::VALUES)).child(el("ul", "edits").each(values));
    }
    if !instrument.forms.is_empty() {
        let forms = instrument.forms.iter().map(|form| {
            let title = el("p", "card-title").text(&form.title).text(", ").text(&form.code).text(" ");
            el("li", "fact").child(title.child(mark(form.mark))).child(about(&form.source))
        });
        folded = folded.child(el("h3", "").text(texts::FORMS)).child(el("ul", "edits").each(forms));
    }
    folded
}
