//! Messages about candidates beside the page's book, as a plan: guesses are marked, and what was not understood stays visible.

use super::people::{Beside, Person, put};
use super::places;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::domain::value::letters::fold;
use crate::exchange::intake::Made;
use crate::exchange::message::{self, Told};
use crate::exchange::names::number;
use crate::exchange::plan::Plan;
use crate::gazetteer::Gazetteer;
use crate::text::lists::{self, people as texts};

/// Puts the people of a message into the plan.
pub fn read(plan: &mut Plan, beside: &Beside, name: &str, text: &str, today: Day) {
    let matching = beside.matching();
    let all = message::read(text, today);
    if all.is_empty() {
        plan.troubles.push(lists::of_file(name, texts::NOBODY));
    }
    for mut told in all {
        whole_address(&mut told);
        let told = &told;
        let mut made = made(beside, told);
        let address = places::bring_up_to_date(&mut made.texts);
        let person = Person {
            open: None,
            guesses: guesses(told),
            notes: address.into_iter().chain(notes(beside, told)).collect(),
            made,
            place: name.to_owned(),
            differs: texts::differs,
        };
        put(plan, beside, &matching, &person);
    }
}

/// Takes what stands behind a village without a word of its kind for its commune, district and province, where all of it together is one
/// place: `bản Thử, Nà Khoa, Nậm Pồ, Điện Biên`. A guess, since no word says so.
fn whole_address(told: &mut Told) {
    let Some(fact) = told.facts.iter_mut().find(|fact| fact.field == Field::Residence) else { return };
    let whole = (1..=told.rest.len().min(MOST_PARTS)).rev().find_map(|parts| {
        let address = format!("{}, {}", fact.text, told.rest.get(..parts)?.join(", "));
        let found = Gazetteer::shared().meant(&address)?;
        (found.before(&address) == fact.text).then_some((parts, address))
    });
    if let Some((parts, address)) = whole {
        (fact.text, fact.guess) = (address, true);
        told.rest.drain(..parts);
    }
}

/// Commune, district and province.
const MOST_PARTS: usize = 3;

/// Fields that are a guess; the province follows from the address.
fn guesses(told: &Told) -> Vec<Field> {
    let mut guesses: Vec<Field> = told.facts.iter().filter(|fact| fact.guess).map(|fact| fact.field).collect();
    if guesses.contains(&Field::Residence) {
        guesses.push(Field::ResidenceProvince);
    }
    guesses
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

/// What was not understood, and what lacks.
fn notes(beside: &Beside, told: &Told) -> Vec<String> {
    let lost = told.cell.as_deref().filter(|_| cell(beside, told).is_none()).map(texts::no_cell);
    // A year, or a month and a year.
    let birth = told.text(Field::Birth).filter(|text| Day::from_iso(text).is_none()).map(|_| texts::NO_DAY.to_owned());
    let rest = (!told.rest.is_empty()).then(|| texts::rest(&told.rest.join(", ")));
    lost.into_iter().chain(birth).chain(rest).collect()
}
