//! Whom a search finds among the candidates: each of its words has to be said of the person, by whatever field. Read-only.

use super::state::State;
use crate::domain::ledger::candidate::Candidate;
use crate::domain::schema::entry;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::domain::value::letters::{by_given_name, first_in_order, fold, has};
use crate::domain::value::shorthand;

/// The first `most` candidates that match the search, sorted by given name, and how many match.
pub fn candidates(state: &State, most: usize) -> (Vec<(&RecordId, &Candidate)>, usize) {
    let wanted = fold(&state.search);
    let found = state.ledger.candidates();
    let found = found.filter(|(id, candidate)| wanted.is_empty() || matches(state, id, candidate, &wanted));
    first_in_order(found, most, |(id, candidate)| {
        format!("{} {id}", by_given_name(candidate.name.as_deref().unwrap_or_default()))
    })
}

/// Whether each word is said of a candidate, or all of them are figures of a number.
fn matches(state: &State, id: &RecordId, candidate: &Candidate, wanted: &str) -> bool {
    // As numbers are shown: in groups.
    let is_number = wanted.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-'));
    let figures: String = wanted.chars().filter(char::is_ascii_digit).collect();
    if is_number && figures.len() > LEAST && is_numbered(state, id, candidate, &figures) {
        return true;
    }
    let name = fold(candidate.name.as_deref().unwrap_or_default());
    let cell = candidate.cell.as_ref().and_then(|cell| state.ledger.organization_name(cell));
    let cell = fold(cell.unwrap_or_default());
    wanted.split(' ').all(|word| has(&name, word) || has(&cell, word) || is_said(state, id, candidate, word))
}

/// So few figures are in the number of everybody.
const LEAST: usize = 3;

/// Whether these figures are in one of a candidate's numbers.
fn is_numbered(state: &State, id: &RecordId, candidate: &Candidate, figures: &str) -> bool {
    let phone = state.book.record(id).and_then(|record| record.text(Field::Phone.spec().key));
    [phone, candidate.citizen_id.as_deref()].into_iter().flatten().any(|number| has(number, figures))
}

/// Fields whose words are looked at.
const SAID: [Field; 2] = [Field::Residence, Field::Work];

/// Whether a word is said of a candidate beside the name: a day or year of birth, numbers, ethnic group, where the person lives and works.
fn is_said(state: &State, id: &RecordId, candidate: &Candidate, word: &str) -> bool {
    let Some(record) = state.book.record(id) else { return false };
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let born = candidate.birth.is_some_and(|birth| {
            Day::parse(word) == Ok(birth)
                || word.len() == 4 && birth.iso().starts_with(word)
                || shorthand::days(word, state.moment.today).contains(&birth)
        });
        if born || word.len() > LEAST && is_numbered(state, id, candidate, word) {
            return true;
        }
    }
    let place = candidate.place.as_ref().and_then(|place| state.ledger.village(place)?.name.clone());
    let group = entry::chosen(record, Field::EthnicGroup).map(|group| group.name.to_owned());
    let said = SAID.iter().filter_map(|field| entry::text(record, *field)).chain(group).chain(place);
    said.into_iter().any(|text| has(&fold(&text), word))
}
