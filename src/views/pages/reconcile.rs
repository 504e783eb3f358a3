//! Reconciliation: a text box for the lines of a report, and the result of each line.

use crate::app::action::Action;
use crate::app::figures::{Figures, Further, SHOWN};
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::reconcile::fit::Fit;
use crate::domain::reconcile::{CheckedLine, Verdict, recorded};
use crate::domain::value::letters::in_order;
use crate::text::reconcile as texts;
use crate::views::el::{El, To, el};
use crate::views::widgets::badge::{Tone, badge};
use crate::views::widgets::button::{Weight, button};
use crate::views::widgets::field_row::FieldRow;
use crate::views::widgets::text_box::text_area;
use crate::views::{Act, name_of};

/// Renders the page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let mut row = FieldRow::new("lines", texts::LINES);
    row.help = Some(texts::HELP);
    let figures = &state.figures;
    let text_box = text_area(act, &row, &figures.text, To::Lines);
    let (lines, more) = figures.lines();
    let found = match lines.as_slice() {
        [] if figures.checks.found().is_empty() => el("p", "lead").text(texts::NOTHING),
        lines => el("ol", "edits").each(lines.iter().map(|line| one(state, act, line))),
    };
    let mut shown = vec![el("p", "lead").text(texts::ABOUT), row.draw(text_box)];
    let (judged, all) = figures.checks.progress();
    if figures.checks.is_pending() {
        shown.push(super::about(&texts::checking(judged, all)));
    }
    shown.push(el("div", "").fixed("aria-live", "polite").children(summary(figures, act)).child(found));
    if more > 0 {
        let further = button(&texts::more(more), Weight::Plain, act, Action::Figures(Further::More));
        shown.push(super::actions(vec![further]));
    }
    shown
}

/// Of many lines, how many need a look, and a way to see only those.
fn summary(figures: &Figures, act: &Act) -> Vec<El> {
    let all = figures.checks.found().len();
    if all <= SHOWN {
        return Vec::new();
    }
    let look = figures.to_look_at();
    let label = if figures.is_short { texts::ALL_LINES } else { texts::ONLY_TO_LOOK_AT };
    let turn = button(label, Weight::Plain, act, Action::Figures(Further::Short(!figures.is_short)));
    let told = super::about(&texts::found(look, all));
    if look > 0 || figures.is_short { vec![told, super::actions(vec![turn])] } else { vec![told] }
}

/// One line: whether it is consistent, its computed value, the most likely slip.
fn one(state: &State, act: &Act, line: &CheckedLine) -> El {
    let verdict = line.verdict();
    let tone = match verdict {
        Verdict::Unread | Verdict::Ambiguous => Tone::Calm,
        Verdict::Fits | Verdict::Rounding => Tone::Good,
        Verdict::Soft => Tone::Warn,
        Verdict::Wrong => Tone::Bad,
    };
    let words = texts::verdict(verdict);
    let text = marked(line, el("p", "")).text(" ").child(badge(tone, words));
    let mut shown = el("li", "fact").child(text);
    if let Some(computed) = texts::computed(line) {
        shown = shown.child(super::about(&computed));
    }
    if let Some(recorded) = recorded(state, line) {
        shown = shown.child(super::about(&recorded));
    }
    let slips = line.slips.iter().map(|slip| el("p", "finding").toned(tone).text(&texts::slip(slip)));
    let mut shown = shown.each(slips);
    if let Some(corrected) = texts::corrected(line) {
        shown = shown.child(super::about(texts::CORRECTED)).child(el("p", "").text(&corrected));
        shown = shown.child(button(texts::COPY, Weight::Plain, act, Action::Copy(corrected)));
    }
    shown
}

/// What the book has beside a line. Not while lines are being judged: that would take from their time.
fn recorded(state: &State, line: &CheckedLine) -> Option<String> {
    let home = selectors::home(state).filter(|_| !state.figures.checks.is_pending())?;
    let found = recorded::recorded(&state.ledger, line, &home, state.moment.today)?;
    Some(texts::recorded(&found, &name_of(state, &found.organization)))
}

/// The line with the figures of its relations marked, those that do not fit in another colour.
fn marked(line: &CheckedLine, mut shown: El) -> El {
    let mut marks: Vec<(usize, usize, Tone)> = Vec::new();
    let of = |fit: Fit| match fit {
        Fit::No => Tone::Bad,
        Fit::Swapped | Fit::Loose | Fit::Doubtful => Tone::Warn,
        _ => Tone::Good,
    };
    // What does not fit before what does: one figure has one colour.
    let wrong = line.readings.found.iter().filter(|reading| !reading.fit.is_some());
    let right = line.readings.found.iter().filter(|reading| reading.fit.is_some());
    for reading in wrong.chain(right) {
        for (from, to) in &reading.spans {
            if marks.iter().all(|(start, end, _)| to <= start || from >= end) {
                marks.push((*from, *to, of(reading.fit)));
            }
        }
    }
    let marks = in_order(marks.into_iter(), |(from, ..)| format!("{from:08}"));
    let mut done = 0;
    for (from, to, tone) in marks {
        let (Some(before), Some(figure)) = (line.text.get(done..from), line.text.get(from..to)) else { continue };
        shown = shown.text(before).child(el("mark", "weighed").toned(tone).text(figure));
        done = to;
    }
    shown.text(line.text.get(done..).unwrap_or_default())
}
