//! What becomes of a box when the person leaves it: what was written short is written out, and spaces that nobody sees go. While
//! somebody is in a box, nothing is written into it.

use super::chunks::Chunk;
use super::effect::Effect;
use super::facts::EditRef;
use super::keep;
use super::state::State;
use super::suggestions;
use crate::domain::schema::field::{Field, Kind};

/// The person leaves a box for something else: a day that was written short becomes the whole day, if that is certain, and
/// a line loses spaces that nobody sees.
pub fn left(state: &mut State) -> Vec<Effect> {
    let mut effects = if state.chunks.has(Chunk::Rest) { deferred_complete(state) } else { Vec::new() };
    effects.extend(keep::settle(state));
    effects
}

#[inline(never)]
fn deferred_complete(state: &mut State) -> Vec<Effect> {
    let Some(EditRef { record, key, .. }) = state.typing.clone() else { return Vec::new() };
    let field = record.kind().and_then(|kind| Field::from_key(kind, &key));
    let typed = state.book.record(&record).and_then(|found| found.text(&key)).unwrap_or_default();
    let meant = field.and_then(|field| Some((field, suggestions::completed(field, typed, state.moment.today)?)));
    match (meant, field) {
        (Some((field, day)), _) => keep::edited(state, &record, field, &day.iso()),
        // What was pasted has spaces that nobody sees.
        (None, Some(field)) if matches!(field.spec().kind, Kind::Line { .. }) => {
            let clean = typed.split_whitespace().collect::<Vec<_>>().join(" ");
            if clean == typed { Vec::new() } else { keep::edited(state, &record, field, &clean) }
        }
        (None, _) => Vec::new(),
    }
}
