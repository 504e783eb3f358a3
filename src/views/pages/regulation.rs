//! What the regulation says: the values in force on the day asked about, how they changed, every
//! instrument with its values, forms and sources, and the holidays of each year.

use super::{about, section};
use crate::app::state::State;
use crate::domain::regulation::working_days;
use crate::domain::regulation::{self, Cited, Instrument, Key, Mark};
use crate::text::vi::{numbers, regulation as told};
use crate::views::el::{El, el};
use crate::views::widgets::badge::{Tone, badge};

/// The page.
pub fn page(state: &State) -> Vec<El> {
    let on = state.as_of_day();
    let mut in_force = Vec::new();
    for key in Key::ALL {
        let Some(found) = regulation::in_force(*key, on) else { continue };
        in_force.push(value(*key, found.cited, &told::title(found.instrument)));
    }
    let instruments = regulation::instruments().iter().map(instrument).collect();
    let holidays = working_days::table().iter().rev().map(|year| {
        let line = el("p", "").text(&told::holidays(&year.off, &year.worked));
        let title = el("p", "card-title").text(&format!("{} ", year.year)).child(mark(year.mark));
        el("li", "fact").child(title).child(line).child(about(&year.source))
    });
    vec![
        el("p", "").text(told::ABOUT),
        section(told::IN_FORCE, vec![about(&told::on(on)), el("ul", "edits").children(in_force)]),
        section(told::CHANGES, changes()),
        section(told::INSTRUMENTS, instruments),
        section(told::HOLIDAYS, vec![el("p", "").text(told::HOLIDAYS_ABOUT), el("ul", "edits").each(holidays)]),
    ]
}

/// A value with where it stands, where that was read and how well it is known.
fn value(key: Key, cited: &Cited, instrument: &str) -> El {
    let title = el("p", "card-title").text(told::key(key)).text(": ").text(&told::value(key, cited.value)).text(" ");
    let place = told::place(&cited.article, &cited.source);
    let place = if instrument.is_empty() { place } else { format!("{instrument}, {place}") };
    el("li", "fact").child(title.child(mark(cited.mark))).child(about(&place))
}

fn mark(mark: Mark) -> El {
    let tone = match mark {
        Mark::Verified => Tone::Good,
        Mark::Secondary => Tone::Calm,
        Mark::Unverified => Tone::Warn,
    };
    badge(tone, told::mark(mark))
}

/// What each turn changed, the latest first.
fn changes() -> Vec<El> {
    let mut turns = regulation::turns();
    turns.reverse();
    let changed = turns.into_iter().map(|day| {
        let turned = regulation::turned(day);
        let lines = turned.iter().map(|(key, old, new)| el("li", "").text(&told::change(*key, *old, *new)));
        let began = regulation::instruments().iter().filter(|instrument| instrument.from == Some(day));
        let mut title = el("p", "card-title").text(&numbers::day(day));
        for instrument in began {
            title = title.text(" · ").text(&instrument.number);
        }
        let turn = el("div", "fact").child(title).child(el("ul", "facts").each(lines));
        if turned.is_empty() { turn.child(about(told::SAME)) } else { turn }
    });
    changed.collect()
}

/// An instrument with everything that it says, folded away.
fn instrument(instrument: &Instrument) -> El {
    let summary = el("summary", "").text(&told::title(instrument));
    let mut folded = el("details", "section").child(summary).child(about(&told::force(instrument)));
    if let Some(note) = &instrument.note {
        folded = folded.child(el("p", "").text(note));
    }
    if !instrument.values.is_empty() {
        let values = instrument.values.iter().map(|(key, cited)| value(*key, cited, ""));
        folded = folded.child(el("h3", "").text(told::VALUES)).child(el("ul", "edits").each(values));
    }
    if !instrument.forms.is_empty() {
        let forms = instrument.forms.iter().map(|form| {
            let title = el("p", "card-title").text(&form.title).text(", ").text(&form.code).text(" ");
            el("li", "fact").child(title.child(mark(form.mark))).child(about(&form.source))
        });
        folded = folded.child(el("h3", "").text(told::FORMS)).child(el("ul", "edits").each(forms));
    }
    folded
}
