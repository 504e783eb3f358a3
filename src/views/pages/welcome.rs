//! First start: asks for the user's role, or shows sample data.

use super::{awaited, section};
use crate::app::action::Action;
use crate::app::chunks::Chunk;
use crate::app::state::{Role, State};
use crate::exchange::sample;
use crate::text::words;
use crate::views::Act;
use crate::views::el::{El, el};
use crate::views::widgets::list;

/// Renders the page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let tiles = el("div", "tiles").child(role(act, Role::Cell, words::ROLE_CELL, words::ROLE_CELL_ABOUT)).child(role(
        act,
        Role::Committee,
        words::ROLE_COMMITTEE,
        words::ROLE_COMMITTEE_ABOUT,
    ));
    let samples = if state.chunks.has(Chunk::Rest) { deferred_samples(act) } else { awaited(state, act) };
    vec![
        el("p", "lead").text(words::ABOUT),
        el("p", "lead").text(words::STAYS_HERE),
        section(words::WHO, vec![tiles]),
        section(words::SAMPLES, vec![el("p", "").text(words::SAMPLES_ABOUT), samples]),
    ]
}

fn role(act: &Act, role: Role, name: &str, about: &str) -> El {
    el("button", "tile")
        .fixed("type", "button")
        .clicks(act, Action::StartNew(role))
        .child(el("strong", "").text(name))
        .child(el("span", "").text(about))
}

/// Buttons that load a sample. In the deferred chunk.
#[inline(never)]
pub fn deferred_samples(act: &Act) -> El {
    let rows = sample::all().into_iter().map(|sample| {
        let row = el("button", "row")
            .fixed("type", "button")
            .clicks(act, Action::OpenSample(sample.key.clone()))
            .child(list::words(&sample.name, Some(&sample.about)));
        el("li", "").key(&sample.key).child(row)
    });
    el("ul", "list").each(rows)
}
