//! Editing records: creating, typing, deleting, restoring. Every function returns the changes to be
//! written as effects.

use super::effect::{Effect, Request};
use super::facts::{EditRef, Question};
use super::notices::Notice;
use super::past::{DEVICE_NAME, device_record};
use super::people;
use super::route::Route;
use super::state::State;
use super::steps::append;
use crate::book::change::Change;
use crate::book::record::Record;
use crate::domain::ledger::members;
use crate::domain::schema::entry;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::section::Section;
use crate::domain::value::day::{Day, Period};
use crate::domain::value::letters;

/// Sets a field to what the user typed.
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
    // Continued typing stays one undo step.
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

/// Resolves the open notes on a field once it has another valid value; on a section with rows, once
/// a row changes.
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

/// Enters an admitted candidate into the register of members and opens the new record. The name
/// stays there when the dossier is deleted.
pub fn enter_member(state: &mut State, candidate: &RecordId) -> Vec<Effect> {
    let Some(mut id) = members::of_candidate(candidate) else { return Vec::new() };
    if state.book.record(&id).is_some_and(Record::is_erased) {
        id = state.new_id(RecordKind::Member);
    }
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

/// Stores where the user is editing a dossier, to continue there another day.
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

/// Ends continued typing: the next edit is a separate one.
pub fn settle(state: &mut State) -> Vec<Effect> {
    state.typing = None;
    vec![Effect::Settle]
}

/// Sets the name of this device, as shown in histories on all devices.
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

/// Sets the first and the last day of the record's period.
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

/// Creates a record and opens it. It is written with its first edit.
pub fn begin(state: &mut State, kind: RecordKind, given: &[(Field, String)]) -> Vec<Effect> {
    forms_drop_begun(state);
    let id = state.new_id(kind);
    let changes = create(state, &id, given);
    state.begun = Some((id.clone(), changes));
    // For a dossier, the first section.
    let there = Route::of_field(&id, Field::title(kind));
    // Replaces the history entry of the `new` page: going back must not create another record.
    if matches!(state.route, Route::New(_)) {
        vec![Effect::Ask(Request::Replace(there))]
    } else {
        vec![Effect::Ask(Request::Go(there))]
    }
}

/// Creates a record with the first letters of one of its fields, on the page where it is.
pub fn begin_here(
    state: &mut State,
    kind: RecordKind,
    given: &[(Field, String)],
    field: Field,
    text: &str,
) -> Vec<Effect> {
    forms_drop_begun(state);
    let id = state.new_id(kind);
    let changes = create(state, &id, given);
    state.begun = Some((id.clone(), changes));
    edited(state, &id, field, text)
}

/// Creates a record that belongs to a candidate and opens it.
pub fn begin_attached(state: &mut State, kind: RecordKind, candidate: &RecordId) -> Vec<Effect> {
    let number = state.ids.next_number();
    let Some(id) = RecordId::new_attached(kind, candidate, number) else { return Vec::new() };
    // Adding a row counts as the first edit of the dossier.
    let mut effects = match state.begun.take() {
        Some((begun, changes)) if begun == *candidate => append(state, changes),
        other => {
            state.begun = other;
            Vec::new()
        }
    };
    forms_drop_begun(state);
    let changes = create(state, &id, &[]);
    state.begun = Some((id.clone(), changes));
    effects.push(Effect::Ask(Request::Go(Route::Record(id))));
    effects
}

/// Creates a record with preset fields.
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

/// Drops a record that was created and never edited.
#[inline(never)]
pub fn forms_drop_begun(state: &mut State) {
    if let Some((id, _)) = state.begun.take() {
        state.book.forget(&id);
        state.refresh(&id);
    }
}

/// Deletes a record, after a question if others refer to it.
pub fn delete(state: &mut State, id: &RecordId) -> Vec<Effect> {
    let pointing = pointing_at(state, id);
    if pointing > 0 {
        state.question = Some(Question::DeleteOrganization { id: id.clone(), pointing });
        return Vec::new();
    }
    deleted(state, id)
}

/// Deletes a record without a question.
pub fn deleted(state: &mut State, id: &RecordId) -> Vec<Effect> {
    let back = Route::Record(id.clone()).section();
    let untouched = state.begun.as_ref().is_some_and(|(begun, _)| begun == id);
    let mut effects = vec![Effect::Ask(Request::Replace(back))];
    if untouched {
        forms_drop_begun(state);
        return effects;
    }
    let change = state.book.delete(state.moment.ms, id);
    state.refresh(id);
    state.tell(Notice::Deleted(id.clone()));
    effects.extend(append(state, vec![change]));
    effects
}

/// Undoes a deletion.
pub fn restore(state: &mut State, id: &RecordId) -> Vec<Effect> {
    let change = state.book.restore(state.moment.ms, id);
    state.refresh(id);
    state.notices.retain(|seen| seen.notice != Notice::Deleted(id.clone()));
    let mut effects = append(state, vec![change]);
    effects.push(Effect::Ask(Request::Go(Route::Record(id.clone()))));
    effects
}

/// Number of records with a field that refers to this one.
pub(super) fn pointing_at(state: &State, id: &RecordId) -> usize {
    let names =
        |record: &Record, kind| Field::of(kind).any(|field| entry::reference(record, field).as_ref() == Some(id));
    state
        .book
        .records()
        .filter(|(other, record)| *other != id && other.kind().is_some_and(|kind| names(record, kind)))
        .count()
}
