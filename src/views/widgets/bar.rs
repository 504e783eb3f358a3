//! A bar: how much of a whole, with a mark where an even pace would be by now.

use yew::prelude::*;

use super::badge::Tone;
use crate::domain::ratio::Ratio;

/// Draws a bar. `done` and `pace` are parts of the whole and may go beyond it; `label` says the
/// same in words.
pub fn bar(tone: Tone, done: Ratio, pace: Option<Ratio>, label: &str) -> Html {
    let along = |part: Ratio| part.rounded(1000).clamp(0, 1000);
    let pace = pace.map(along).filter(|at| (1..1000).contains(at));
    html! {
        <svg class={classes!("bar", tone.class())} viewBox="0 0 1000 24" preserveAspectRatio="none" role="img" aria-label={label.to_owned()}>
            <rect class="bar-whole" width="1000" height="24" />
            <rect class="bar-done" width={along(done).to_string()} height="24" />
            { for pace.map(|at| html! { <rect class="bar-pace" x={(at - 4).to_string()} width="8" height="24" /> }) }
        </svg>
    }
}
