//! Parcels on the page: sent by one way or another, heard of by codes, taken in. What is in them the courier has worked out, in a
//! worker; what comes of it is `lists`' to hand on.

use super::effect::{Effect, to_loader};
use super::notices::Notice;
use super::planned::{CameraTrouble, Lists, Planned};
use super::state::State;
use super::steps::{append, step};
use super::undo::revert;
use crate::book::change::Change;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::exchange::plan::Plan;
use crate::store::line;

/// Something came of codes on the screen or before the camera.
pub fn heard(state: &mut State, word: &str, number: u64) {
    match (word, Lists::of_mut(&mut state.lists)) {
        ("codes", Some(Lists::Planned(planned))) => {
            if let Some(shown) = &mut planned.shown {
                shown.codes = Some(number);
            }
        }
        ("closed", Some(Lists::Planned(planned))) => planned.shown = None,
        ("closed", Some(Lists::Looking { .. })) => state.lists = None,
        ("heard", Some(Lists::Looking { part, strange, .. })) => (*part, *strange) = (number, false),
        ("strange", Some(Lists::Looking { strange, .. })) => *strange = true,
        ("camera", Some(Lists::Looking { trouble, .. })) => {
            *trouble = Some(match number {
                1 => CameraTrouble::Refused,
                2 => CameraTrouble::Taken,
                _ => CameraTrouble::Absent,
            });
        }
        _ => {}
    }
}

/// The parcel that was made has gone: what its device says of it is kept.
pub fn sent(state: &mut State) -> Vec<Effect> {
    let Some(Lists::Planned(planned)) = Lists::of(&state.lists) else { return Vec::new() };
    let said = changes_of(&planned.plan);
    state.lists = None;
    apply(state, &said);
    vec![Effect::Settle, Effect::Append(said), to_loader("", "")]
}

/// What is done with the parcel that was made, by its name and text.
pub fn parcel(planned: &Planned, then: impl Fn(&str, &str) -> Effect) -> Vec<Effect> {
    planned.plan.parcel.iter().map(|(name, text)| then(name, text)).collect()
}

/// The changes that come with a plan. It was made by the reader, which has them from a whole file.
fn changes_of(plan: &Plan) -> Vec<Change> {
    let mut changes = Vec::new();
    match line::read(&plan.changes, &mut |change| changes.push(change.clone())) {
        Ok(_) => changes,
        Err(_) => Vec::new(),
    }
}

/// Applies changes of others. Of what devices say of themselves only the last word is kept.
fn apply(state: &mut State, changes: &[Change]) {
    for change in changes {
        state.book.apply(change);
    }
    let mut records: Vec<&RecordId> = changes.iter().map(|change| &change.record).collect();
    records.dedup();
    for record in records {
        if record.kind().is_none() {
            state.book.thin(record);
        }
        state.refresh(record);
    }
}

/// Takes parcels in: all of their changes, since the sender has to learn what is here. What the person does not want is
/// written back at once, and that travels like any other edit.
pub fn take(state: &mut State, planned: &Planned) -> Vec<Effect> {
    let changes = changes_of(&planned.plan);
    let left_out: Vec<&RecordId> = planned
        .left_out
        .iter()
        .filter_map(|place| planned.plan.rows.get(*place))
        .flat_map(|row| row.records.iter().map(|record| &record.id))
        .collect();
    apply(state, &changes);
    let (unwanted, rest): (Vec<Change>, Vec<Change>) =
        changes.into_iter().partition(|change| left_out.contains(&&change.record));
    let (said, mut wanted): (Vec<Change>, Vec<Change>) =
        rest.into_iter().partition(|change| change.record.kind().is_none());
    let step = step(state, &unwanted);
    let (back, _) = revert(state, &step);
    state.tell(Notice::ParcelTaken(planned.taken()));
    let mut effects = Vec::new();
    for (place, row) in planned.plan.rows.iter().enumerate() {
        let (Some(true), Some(own), Some(new)) = (planned.decision(place), &row.other, row.records.first()) else {
            continue;
        };
        adopt(state, own, &new.id, &mut wanted);
        if state.preferences.home.as_deref() == Some(own.as_str()) {
            state.preferences.home = Some(new.id.as_str().to_owned());
            effects.push(Effect::Prefer(state.preferences.clone()));
        }
    }
    effects.extend(append(state, wanted));
    effects.extend([said, unwanted, back].map(Effect::Append));
    effects.push(to_loader("", ""));
    effects
}

/// An organization that was begun here is one that came from above: everything that names it names that one instead.
fn adopt(state: &mut State, own: &RecordId, new: &RecordId, changes: &mut Vec<Change>) {
    let ms = state.moment.ms;
    let mut named: Vec<(RecordId, &str)> = Vec::new();
    for (id, record) in state.book.records() {
        let fields = id.kind().into_iter().flat_map(Field::of).map(Field::spec);
        let fields = fields.filter(|spec| spec.kind.is_reference() && record.text(spec.key) == Some(own.as_str()));
        named.extend(fields.map(|spec| (id.clone(), spec.key)));
    }
    for (id, key) in named {
        changes.push(state.book.edit(ms, &id, key, Some(new.as_str().to_owned())));
        state.refresh(&id);
    }
    changes.push(state.book.delete(ms, own));
    state.refresh(own);
}
