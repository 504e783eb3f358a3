//! Texts that are offered below a box: members from the register, what others of the cell or family have, days that are written short.
//! Read-only.

use super::selectors::dossier;
use super::state::State;
use crate::domain::admission::procedure;
use crate::domain::ledger::{members, namesakes};
use crate::domain::schema::entry;
use crate::domain::schema::field::{Field, Kind};
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::domain::value::letters::{fold, has};
use crate::domain::value::shorthand;

/// Maximum number of suggestions under a text box.
const SUGGESTED: usize = 6;

/// Texts of this book to suggest for a field, filtered by what was typed: members from the register, and what others of the cell or
/// family have there.
pub fn suggested(state: &State, record: &RecordId, field: Field, typed: &str) -> Vec<String> {
    if matches!(field.spec().kind, Kind::Day { .. } | Kind::When) && !typed.is_empty() {
        return shorthand::year_of_age(typed, state.moment.today)
            .map(|year| year.to_string())
            .into_iter()
            .chain(short_days(field, typed, state.moment.today).into_iter().map(Day::iso))
            .collect();
    }
    let candidate = record.candidate().unwrap_or_else(|| record.clone());
    let cell = || state.ledger.candidate(&candidate)?.cell.as_ref();
    let all = match field {
        Field::HelperName | Field::Introducer1 | Field::Introducer2 => {
            let Some(cell) = cell() else { return Vec::new() };
            namesakes::to_name(&state.ledger, cell, state.moment.today)
        }
        Field::AssignmentName => {
            let mut names: Vec<String> = Vec::new();
            for (_, assignment) in state.ledger.assignments() {
                names.extend(assignment.name.clone().filter(|name| !names.contains(name)));
            }
            names
        }
        Field::OfficialMembers => {
            let on = state.ledger.candidate(&candidate).and_then(|found| found.cell_meeting);
            let on = on.unwrap_or(state.moment.today);
            let count = cell().and_then(|cell| members::whole(&state.ledger, cell, on));
            return count.map(|count| count.official.to_string()).filter(|count| count != typed).into_iter().collect();
        }
        Field::Recognition if typed.is_empty() => {
            let ends = dossier(state, &candidate).and_then(|found| procedure::probation_ends(&found));
            return ends.map(Day::iso).into_iter().collect();
        }
        Field::BirthPlace
        | Field::BirthProvince
        | Field::OldBirthPlace
        | Field::OldBirthProvince
        | Field::HomePlace
        | Field::HomeProvince
        | Field::Residence
        | Field::ResidenceProvince
        | Field::EthnicGroup
        | Field::Work
            if typed.is_empty() =>
        {
            let Some(cell) = cell() else { return Vec::new() };
            let others = state.ledger.candidates_within(cell).map(|(id, _)| id).filter(|id| **id != candidate);
            return usual(state, others, field);
        }
        Field::RelativeResidence if typed.is_empty() => {
            let own = state.book.record(&candidate).and_then(|found| found.text(Field::Residence.spec().key));
            let mut all: Vec<String> = own.map(str::to_owned).into_iter().collect();
            let family =
                state.book.records().map(|(id, _)| id).filter(|id| id.candidate().as_ref() == Some(&candidate));
            all.extend(
                usual(state, family.filter(|id| *id != record), field)
                    .into_iter()
                    .filter(|text| Some(text.as_str()) != own),
            );
            all.truncate(OF_OTHERS);
            return all;
        }
        _ => return Vec::new(),
    };
    let wanted = fold(typed);
    if all.iter().any(|name| fold(name) == wanted) {
        return Vec::new();
    }
    all.into_iter().filter(|name| has(&fold(name), &wanted)).take(SUGGESTED).collect()
}

/// Years that a day lies ahead at most.
const AHEAD: i32 = 20;
/// Nobody younger is a candidate for years to come.
const YOUNGEST: i32 = 14;

/// The days that a short text may mean in a field.
pub fn short_days(field: Field, typed: &str, today: Day) -> Vec<Day> {
    let latest = match field.spec().kind {
        _ if field == Field::Birth => today.plus_months(-12 * YOUNGEST),
        Kind::Day { past: true } | Kind::When => Some(today),
        Kind::Day { past: false } => today.plus_months(12 * AHEAD),
        _ => return Vec::new(),
    };
    if entry::parse(field.spec().kind, typed).is_ok() {
        return Vec::new();
    }
    shorthand::days(typed, latest.unwrap_or(today))
}

/// The day that a short text means for certain. Where a month or a year is enough, four or five figures may be those.
pub fn completed(field: Field, typed: &str, today: Day) -> Option<Day> {
    let figures = typed.chars().filter(char::is_ascii_digit).count();
    let signs = figures < typed.trim().chars().count();
    let is_certain = shorthand::is_certain(typed) && (!matches!(field.spec().kind, Kind::When) || signs || figures > 5);
    match short_days(field, typed, today).as_slice() {
        [day] if is_certain => Some(*day),
        _ => None,
    }
}

/// Texts of others that are suggested.
const OF_OTHERS: usize = 3;

/// What these records have in a field, what most of them have first.
fn usual<'a>(state: &'a State, records: impl Iterator<Item = &'a RecordId>, field: Field) -> Vec<String> {
    let mut counts: Vec<(usize, &str)> = Vec::new();
    for text in records.filter_map(|id| state.book.record(id)?.text(field.spec().key)) {
        match counts.iter_mut().find(|(_, known)| *known == text) {
            Some((count, _)) => *count += 1,
            None => counts.push((1, text)),
        }
    }
    counts.sort_by(|(one, _), (other, _)| other.cmp(one));
    counts.into_iter().take(OF_OTHERS).map(|(_, text)| text.to_owned()).collect()
}
