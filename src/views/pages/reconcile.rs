//! Reconciliation: a text box for the lines of a report, and the result of each line.

use crate::app::state::State;
use crate::domain::reconcile::{self, CheckedLine, Verdict};
use crate::text::reconcile as texts;
use crate::views::Act;
use crate::views::el::{El, To, el};
use crate::views::widgets::badge::{Tone, badge};
use crate::views::widgets::field_row::FieldRow;
use crate::views::widgets::text_box::text_area;

/// Renders the page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let mut row = FieldRow::new("lines", texts::LINES);
    row.help = Some(texts::HELP);
    let text_box = text_area(act, &row, &state.lines, To::Lines);
    let lines = reconcile::check(&state.lines);
    let found = match lines.as_slice() {
        [] => el("p", "lead").text(texts::NOTHING),
        lines => el("ol", "edits").each(lines.iter().map(one)),
    };
    let found = el("div", "").fixed("aria-live", "polite").child(found);
    vec![el("p", "lead").text(texts::ABOUT), row.draw(text_box), found]
}

/// One line: whether it is consistent, its computed value, the most likely slip.
fn one(line: &CheckedLine) -> El {
    let verdict = line.verdict();
    let tone = match verdict {
        Verdict::Unread => Tone::Calm,
        Verdict::Fits => Tone::Good,
        Verdict::Soft => Tone::Warn,
        Verdict::Wrong => Tone::Bad,
    };
    let words = texts::verdict(verdict);
    let mut shown = el("li", "fact").child(el("p", "").text(&line.text).text(" ").child(badge(tone, words)));
    if let Some(computed) = texts::computed(line) {
        shown = shown.child(super::about(&computed));
    }
    let slips = line.slips.iter().map(|slip| el("p", "finding").toned(tone).text(&texts::slip(slip)));
    shown.each(slips)
}
