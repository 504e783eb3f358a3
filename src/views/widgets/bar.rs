//! A progress bar with a mark for even pace.

use super::badge::Tone;
use crate::domain::value::ratio::Ratio;
use crate::views::el::{El, el};

/// Renders a bar. `done` and `pace` are ratios and may exceed 1; `label` says the same in words.
pub fn bar(tone: Tone, done: Ratio, pace: Option<Ratio>, label: &str) -> El {
    let along = |part: Ratio| part.rounded(1000).clamp(0, 1000);
    let pace = pace.map(along).filter(|at| (1..1000).contains(at));
    let whole = el("svg", "bar").toned(tone).fixed("viewBox", "0 0 1000 24").fixed("preserveAspectRatio", "none");
    let whole = whole.fixed("role", "img").attr("aria-label", label).child(part("bar-whole", 0, 1000)).child(part(
        "bar-done",
        0,
        along(done),
    ));
    match pace {
        Some(at) => whole.child(part("bar-pace", at - 4, 8)),
        None => whole,
    }
}

fn part(class: &'static str, from: i64, width: i64) -> El {
    el("rect", class).attr("x", &from.to_string()).attr("width", &width.to_string()).fixed("height", "24")
}
