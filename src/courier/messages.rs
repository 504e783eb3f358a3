//! Messages about candidates beside the page's book, as a plan: guesses are marked, and what was not understood stays visible.

use super::people::{Beside, Person, put};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::domain::value::letters::fold;
use crate::exchange::intake::Made;
use crate::exchange::message::{self, Told};
use crate::exchange::names::number;
use crate::exchange::plan::Plan;
use crate::text::lists::{self, people as texts};

/// Puts the people of a message into the plan.
pub fn read(plan: &mut Plan, beside: &Beside, name: &str, text: &str, today: Day) {
    let matching = beside.matching();
    let all = message::read(text, today);
    if all.is_empty() {
        plan.troubles.push(lists::of_file(name, texts::NOBODY));
    }
    for told in &all {
        let person = Person {
            made: made(beside, told),
            guesses: told.facts.iter().filter(|fact| fact.guess).map(|fact| fact.field).collect(),
            notes: notes(beside, told),
            place: name.to_owned(),
            differs: texts::differs,
        };
        put(plan, beside, &matching, &person);
    }
}

/// The cell that a message names.
fn cell<'a>(beside: &'a Beside, told: &Told) -> Option<&'a RecordId> {
    let wanted = fold(told.cell.as_deref()?);
    let mut all = beside.book.records().map(|(id, _)| id).filter(|id| id.is(RecordKind::Organization));
    all.find(|id| {
        let name = beside.ledger.organization_name(id).map(fold).unwrap_or_default();
        name == wanted || name.strip_prefix("chi bo ") == Some(wanted.as_str())
    })
}

fn made(beside: &Beside, told: &Told) -> Made {
    let mut texts: Vec<(Field, String)> = told.facts.iter().map(|fact| (fact.field, fact.text.clone())).collect();
    let cell = cell(beside, told).or_else(|| beside.cell().filter(|_| told.cell.is_none()));
    texts.extend(cell.map(|cell| (Field::CandidateCell, cell.as_str().to_owned())));
    let parts: Vec<&str> = ["message"].into_iter().chain(texts.iter().map(|(_, text)| text.as_str())).collect();
    Made { id: RecordId::new(RecordKind::Candidate, number(&parts)), texts, sheet: 0, line: Some(1) }
}

/// What was not understood.
fn notes(beside: &Beside, told: &Told) -> Vec<String> {
    let lost = told.cell.as_deref().filter(|_| cell(beside, told).is_none()).map(texts::no_cell);
    let rest = (!told.rest.is_empty()).then(|| texts::rest(&told.rest.join(", ")));
    lost.into_iter().chain(rest).collect()
}
