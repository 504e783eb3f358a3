//! Citizen cards beside the page's book, as a plan: whose they are, what they say that the book does not have or has otherwise.
//! Nothing is filled in before the person has looked.

use super::beside::shown;
use crate::book::Book;
use crate::domain::ledger::Ledger;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::exchange::card::{self, Card};
use crate::exchange::intake::Made;
use crate::exchange::matching::{Found, Matching};
use crate::exchange::plan::{Plan, PlanRow, PlannedRecord, RowState};
use crate::text::lists::{self, cards as texts};

/// Whether a file has texts of cards.
pub fn are_in(text: &str) -> bool {
    text.lines().any(card::is_meant)
}

/// Where the cards are looked at.
pub struct Beside<'a> {
    /// The page's book.
    pub book: &'a Book,
    /// Its records as typed values.
    pub ledger: &'a Ledger,
    /// Whom the page's person works for.
    pub home: Option<&'a RecordId>,
}

/// Puts the cards of a file into the plan, a line each.
pub fn read(plan: &mut Plan, beside: &Beside, name: &str, text: &str) {
    let matching = Matching::new(beside.ledger, beside.book.records());
    // Who works for a cell enters people of that cell.
    let cell = beside.home.filter(|home| !beside.ledger.has_below(home));
    for (line, text) in (1..).zip(text.lines()).filter(|(_, text)| !text.trim().is_empty()) {
        let place = texts::place(name, line);
        let read = match card::read(text) {
            Ok(read) => read,
            Err(why) => {
                plan.troubles.push(lists::of_file(&place, texts::trouble(why)));
                continue;
            }
        };
        let made = read.candidate(cell);
        let (id, other) = match matching.find(&made) {
            Found::Nothing => (made.id.clone(), None),
            Found::One(id) => (id, None),
            Found::Perhaps(id) => (made.id.clone(), Some(id)),
        };
        let twice = plan.rows.iter().any(|row| row.records.first().is_some_and(|record| record.id == id));
        if !twice {
            plan.rows.push(row(beside, place, &read, &made, id, other));
        }
    }
}

fn row(beside: &Beside, place: String, card: &Card, made: &Made, id: RecordId, other: Option<RecordId>) -> PlanRow {
    let Beside { book, ledger, .. } = *beside;
    let known = book.record(&id).filter(|record| !record.is_deleted());
    let (mut says, mut changed) = (Vec::new(), false);
    for (field, text) in &made.texts {
        // Where somebody lives has often changed since, and to which cell they belong a card does not know.
        match known.map(|record| record.text(field.spec().key)) {
            Some(Some(_)) if *field == Field::CandidateCell => {}
            Some(Some(before)) if before != text => {
                changed = true;
                says.push(texts::differs(*field, &shown(ledger, *field, before), &shown(ledger, *field, text)));
            }
            Some(None) => {
                changed = true;
                says.push(lists::added(*field, &shown(ledger, *field, text)));
            }
            Some(Some(_)) => {}
            None => says.push(texts::part(*field, &shown(ledger, *field, text))),
        }
    }
    if card.birth.is_none() {
        says.push(texts::YEAR_ALONE.to_owned());
    }
    if card.contradicts() {
        says.push(texts::CONTRADICTS.to_owned());
    }
    if let Some(found) = other.as_ref().and_then(|other| ledger.candidate(other)) {
        let cell = found.cell.as_ref().and_then(|cell| ledger.organization_name(cell));
        says.push(lists::perhaps(&lists::person(found.name.as_deref(), found.birth, cell)));
    }
    let state = match (&other, known, changed) {
        (Some(_), ..) => RowState::Doubtful,
        (_, None, _) => RowState::New,
        (_, _, true) => RowState::Changed,
        _ => RowState::Same,
    };
    let texts = made.texts.iter().filter(|(field, _)| known.is_none() || *field != Field::CandidateCell);
    let texts = texts.map(|(field, text)| (field.spec().key.to_owned(), text.clone())).collect();
    PlanRow { state, name: card.name.clone(), place, says, other, records: vec![PlannedRecord { id, texts }] }
}
