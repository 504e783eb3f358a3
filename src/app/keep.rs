//! Editing records: beginning, typing, deleting, taking back. Every step ends as changes to be
//! written.

use super::effect::{Effect, Request};
use super::facts::{EditRef, Notice, Question};
use super::past::{DEVICE_NAME, device_record};
use super::people;
use super::route::Route;
use super::state::State;
use super::steps::append;
use crate::book::change::Change;
use crate::domain::ledger::members;
use crate::domain::schema::entry;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::section::Section;
use crate::domain::value::day::{Day, Period};
use crate::domain::value::letters;

/// A field was typed in.
pub fn edited(state: &mut State, record: &RecordId, field: Field, text: &str) -> Vec<Effect> {
    let spec = field.spec();
    let stored = entry::canonical(spec.kind, text);
    let stored = (!stored.is_empty()).then_some(stored);
    if state.book.record(record).and_then(|record| record.text(spec.key)) == stored.as_deref() {
        return Vec::new();
    }
    let typed_on = |mark: &EditRef| mark.record == *record && mark.key == spec.key;
    let over = state.typing.take().filter(typed_on).map(|mark| mark.stamp);
    let change = match over {
        Some(over) => state.book.retype(state.moment.ms, record, spec.key, stored, over),
        None => state.book.edit(state.moment.ms, record, spec.key, stored),
    };
    state.refresh(record);
    let mended = mend_notes(state, record, field);
    let mark = EditRef::of(&change);
    let mut changes = match state.begun.take() {
        Some((begun, changes)) if begun == *record || record.candidate().as_ref() == Some(&begun) => changes,
        other => {
            state.begun = other;
            Vec::new()
        }
    };
    changes.extend(mended);
    changes.push(change);
    // Typing on is one step however many letters it takes.
    let last = state.steps.last_mut().and_then(|step| step.last_mut());
    if let Some(last) = last.filter(|last| over == Some(last.mark.stamp)) {
        last.mark.clone_from(&mark);
        state.typing = Some(mark);
        return vec![Effect::Append(changes)];
    }
    let effects = append(state, changes);
    state.typing = Some(mark);
    effects
}

/// What a dossier came back for is mended once its field holds something else that can be read; a
/// part with rows, once one of them is altered.
fn mend_notes(state: &mut State, record: &RecordId, field: Field) -> Vec<Change> {
    let part = || Section::of_attached(record.kind()?).and_then(|part| Field::in_section(part).next());
    let (candidate, item) = match record.candidate() {
        Some(candidate) => (candidate, part()),
        None => (record.clone(), Some(field)),
    };
    let readable = state.book.record(record).and_then(|record| entry::value(record, field));
    let (Some(item), Some(Ok(_))) = (item, readable) else { return Vec::new() };
    let notes: Vec<RecordId> = people::open_notes(state, &candidate, item).map(|(id, _)| id.clone()).collect();
    let today = state.moment.today.iso();
    let mut changes = Vec::new();
    for note in notes.into_iter().filter(|note| note != record) {
        let key = Field::NoteMended.spec().key;
        changes.push(state.book.edit(state.moment.ms, &note, key, Some(today.clone())));
        state.refresh(&note);
    }
    changes
}

/// Enters an admitted candidate in the register of members, so that the name stays there when the
/// dossier goes, and goes there.
pub fn enter_member(state: &mut State, candidate: &RecordId) -> Vec<Effect> {
    let Some(id) = members::of_candidate(candidate) else { return Vec::new() };
    let there = Effect::Ask(Request::Go(Route::Record(id.clone())));
    if state.ledger.has(&id) {
        return vec![there];
    }
    let Some(found) = state.ledger.candidate(candidate) else { return Vec::new() };
    let day = |day: Option<Day>| day.map(Day::iso);
    let given = [
        (Field::MemberName, found.name.clone()),
        (Field::MemberCell, found.cell.as_ref().map(|cell| cell.as_str().to_owned())),
        (Field::MemberAdmitted, day(found.decision.or(found.ceremony))),
        (Field::MemberJoined, day(found.ceremony)),
        (Field::MemberRecognition, day(found.recognition)),
    ];
    let given: Vec<(Field, String)> = given.into_iter().filter_map(|(field, text)| Some((field, text?))).collect();
    let mut changes = Vec::new();
    if state.book.record(&id).is_some() {
        changes.push(state.book.restore(state.moment.ms, &id));
    }
    changes.extend(create(state, &id, &given));
    let mut effects = append(state, changes);
    effects.push(there);
    effects
}

/// Keeps where the person is filling in a dossier, so that they can go on there another day.
pub fn remember_place(state: &mut State, edited: bool) -> Option<Effect> {
    let place = match &state.route {
        Route::Part(..) => Some(state.route.clone()),
        Route::Record(id) => id.candidate().map(|_| state.route.section()),
        _ => None,
    };
    let place = place.filter(|_| edited)?.href();
    if state.preferences.place.as_ref() == Some(&place) {
        return None;
    }
    state.preferences.place = Some(place);
    Some(Effect::Prefer(state.preferences.clone()))
}

/// The person has left the field: what comes next is an edit of its own.
pub fn settle(state: &mut State) -> Vec<Effect> {
    state.typing = None;
    vec![Effect::Settle]
}

/// Gives this device a name, for the history of records on every device.
pub fn name_device(state: &mut State, name: &str) -> Vec<Effect> {
    let Some(id) = device_record(state.book.device()) else { return Vec::new() };
    let name = letters::mend(name);
    if state.book.record(&id).and_then(|record| record.text(DEVICE_NAME)) == Some(name.as_str()) {
        return Vec::new();
    }
    let over = state.typing.take().filter(|mark| mark.record == id).map(|mark| mark.stamp);
    let ms = state.moment.ms;
    let change = match over {
        Some(over) => state.book.retype(ms, &id, DEVICE_NAME, Some(name), over),
        None => state.book.edit(ms, &id, DEVICE_NAME, Some(name)),
    };
    state.typing = Some(EditRef::of(&change));
    let typed = Effect::Append(vec![change]);
    if over.is_some() { vec![typed] } else { vec![Effect::Settle, typed] }
}

/// Puts a period into the record's first and last day.
pub fn set_period(state: &mut State, record: &RecordId, period: Period) -> Vec<Effect> {
    let (from, to) = match record.kind() {
        Some(RecordKind::Target) => (Field::TargetFrom, Field::TargetTo),
        Some(RecordKind::Total) => (Field::TotalFrom, Field::TotalTo),
        _ => return Vec::new(),
    };
    let mut effects = edited(state, record, from, &period.first().iso());
    effects.extend(edited(state, record, to, &period.last().iso()));
    effects
}

/// Begins a record and goes to it. Nothing is written before its first edit.
pub fn begin(state: &mut State, kind: RecordKind, given: &[(Field, String)]) -> Vec<Effect> {
    drop_begun(state);
    let id = state.new_id(kind);
    let changes = create(state, &id, given);
    state.begun = Some((id.clone(), changes));
    // Of a dossier the first part.
    let there = Route::of_field(&id, Field::title(kind));
    // A page "new" is only a way to here: the way back must not begin another record.
    if matches!(state.route, Route::New(_)) {
        vec![Effect::Ask(Request::Replace(there))]
    } else {
        vec![Effect::Ask(Request::Go(there))]
    }
}

/// Begins a record that belongs to a candidate and goes to it.
pub fn begin_attached(state: &mut State, kind: RecordKind, candidate: &RecordId) -> Vec<Effect> {
    let number = state.ids.next_number();
    let Some(id) = RecordId::new_attached(kind, candidate, number) else { return Vec::new() };
    // Whoever adds a row to a dossier has begun the dossier.
    let mut effects = match state.begun.take() {
        Some((begun, changes)) if begun == *candidate => append(state, changes),
        other => {
            state.begun = other;
            Vec::new()
        }
    };
    drop_begun(state);
    let changes = create(state, &id, &[]);
    state.begun = Some((id.clone(), changes));
    effects.push(Effect::Ask(Request::Go(Route::Record(id))));
    effects
}

/// Begins a record with the fields that are known already.
pub fn create(state: &mut State, id: &RecordId, given: &[(Field, String)]) -> Vec<Change> {
    let ms = state.moment.ms;
    let mut changes = vec![state.book.create(ms, id, &state.moment.today.iso())];
    for (field, text) in given {
        let spec = field.spec();
        changes.push(state.book.edit(ms, id, spec.key, Some(entry::canonical(spec.kind, text))));
    }
    state.refresh(id);
    changes
}

/// A record begun and left untouched never was.
pub fn drop_begun(state: &mut State) {
    if let Some((id, _)) = state.begun.take() {
        state.book.forget(&id);
        state.refresh(&id);
    }
}

/// Deletes a record, or asks first where others point at it.
pub fn delete(state: &mut State, id: &RecordId) -> Vec<Effect> {
    let pointing = pointing_at(state, id);
    if pointing > 0 {
        state.question = Some(Question::DeleteOrganization { id: id.clone(), pointing });
        return Vec::new();
    }
    deleted(state, id)
}

/// Deletes a record now.
pub fn deleted(state: &mut State, id: &RecordId) -> Vec<Effect> {
    let back = Route::Record(id.clone()).section();
    let untouched = state.begun.as_ref().is_some_and(|(begun, _)| begun == id);
    let mut effects = vec![Effect::Ask(Request::Replace(back))];
    if untouched {
        drop_begun(state);
        return effects;
    }
    let change = state.book.delete(state.moment.ms, id);
    state.refresh(id);
    state.tell(Notice::Deleted(id.clone()));
    effects.extend(append(state, vec![change]));
    effects
}

/// Takes a deletion back.
pub fn restore(state: &mut State, id: &RecordId) -> Vec<Effect> {
    let change = state.book.restore(state.moment.ms, id);
    state.refresh(id);
    state.notices.retain(|told| told.notice != Notice::Deleted(id.clone()));
    let mut effects = append(state, vec![change]);
    effects.push(Effect::Ask(Request::Go(Route::Record(id.clone()))));
    effects
}

/// Records that name this one in one of their fields.
fn pointing_at(state: &State, id: &RecordId) -> usize {
    let names = |record: &crate::book::record::Record, kind| {
        Field::of(kind).any(|field| entry::reference(record, field).as_ref() == Some(id))
    };
    state
        .book
        .records()
        .filter(|(other, record)| *other != id && other.kind().is_some_and(|kind| names(record, kind)))
        .count()
}
