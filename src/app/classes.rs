//! The days of an awareness class entered for all who chose it, in one step. What became of the certificates is worked out
//! in `calculator::classes`.

use super::effect::Effect;
use super::notices::Notice;
use super::state::State;
use super::steps::append;
use crate::domain::schema::entry;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;

/// The days that those who chose the class lack and that the class has: candidate, field, day.
pub fn lacking(state: &State, class: &RecordId) -> Vec<(RecordId, Field, String)> {
    let Some(record) = state.book.record(class) else { return Vec::new() };
    let days = [(Field::SentToClass, Field::ClassFrom), (Field::Certificate, Field::ClassCertificates)];
    let days = days.map(|(own, of)| (own, entry::day(record, of)));
    let mut found = Vec::new();
    for (id, _) in state.ledger.candidates() {
        let Some(candidate) = state.book.record(id) else { continue };
        if entry::reference(candidate, Field::CandidateClass).as_ref() != Some(class) {
            continue;
        }
        for (own, day) in days {
            let day = day.filter(|_| candidate.text(own.spec().key).is_none());
            found.extend(day.map(|day| (id.clone(), own, day.iso())));
        }
    }
    found
}

/// Candidates of the class who lack a day.
pub fn open(state: &State, class: &RecordId) -> Vec<RecordId> {
    let mut people: Vec<RecordId> = lacking(state, class).into_iter().map(|(id, ..)| id).collect();
    people.dedup();
    people
}

/// Enters them.
pub fn fill(state: &mut State, class: &RecordId) -> Vec<Effect> {
    let people = open(state, class).len();
    let mut edits = Vec::new();
    for (id, field, day) in lacking(state, class) {
        edits.push(state.book.edit(state.moment.ms, &id, field.spec().key, Some(day)));
        state.refresh(&id);
    }
    if edits.is_empty() {
        return Vec::new();
    }
    let effects = append(state, edits);
    state.tell(Notice::ClassDays(people));
    effects
}
