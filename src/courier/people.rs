//! People of whom cards and messages tell, beside the page's book: whose record it is, what it lacks or has otherwise. Nothing is filled
//! in before the person has looked.

use super::beside::shown;
use crate::book::Book;
use crate::domain::ledger::Ledger;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::exchange::intake::Made;
use crate::exchange::matching::{Found, Matching};
use crate::exchange::plan::{Plan, PlanRow, PlannedRecord, RowState};
use crate::text::lists::{self, people as texts};

/// Where people are looked at.
pub struct Beside<'a> {
    /// The page's book.
    pub book: &'a Book,
    /// Its records as typed values.
    pub ledger: &'a Ledger,
    /// Whom the page's person works for.
    pub home: Option<&'a RecordId>,
    /// The candidate whose record is open: what comes alone may be about this one, whatever it is called there so far.
    pub open: Option<&'a RecordId>,
}

impl<'a> Beside<'a> {
    /// The cell of people of whom nothing else is said: who works for a cell enters people of that cell.
    pub fn cell(&self) -> Option<&'a RecordId> {
        self.home.filter(|home| !self.ledger.has_below(home))
    }

    /// What the book has of people.
    pub fn matching(&self) -> Matching<'a> {
        Matching::new(self.ledger, self.book.records())
    }
}

/// Somebody of whom something is told.
pub(super) struct Person {
    /// What is told.
    pub(super) made: Made,
    /// Fields that are a guess.
    pub(super) guesses: Vec<Field>,
    /// What has to be known of it.
    pub(super) notes: Vec<String>,
    /// Whom it may be about, since that record is open.
    pub(super) open: Option<RecordId>,
    /// Where it stands.
    pub(super) place: String,
    /// How it is said that the book has something otherwise.
    pub(super) differs: fn(Field, &str, &str) -> String,
}

/// Puts somebody into the plan, once.
pub(super) fn put(plan: &mut Plan, beside: &Beside, matching: &Matching, person: &Person) {
    let made = &person.made;
    let (id, other) = match matching.find(made) {
        // A record without a name is nobody's yet.
        Found::Nothing => match &person.open {
            Some(open) if beside.ledger.candidate(open).is_some_and(|found| found.name.is_none()) => {
                (open.clone(), None)
            }
            open => (beside.book.id_for(&made.id), open.clone()),
        },
        Found::One(id) => (id, None),
        Found::Perhaps(id) => (beside.book.id_for(&made.id), Some(id)),
    };
    if !plan.rows.iter().any(|row| row.records.first().is_some_and(|record| record.id == id)) {
        plan.rows.push(row(beside, person, id, other));
    }
}

fn row(beside: &Beside, person: &Person, id: RecordId, other: Option<RecordId>) -> PlanRow {
    let Beside { book, ledger, .. } = *beside;
    let known = book.record(&id).filter(|record| !record.is_deleted());
    let (mut says, mut changed) = (Vec::new(), false);
    for (field, text) in &person.made.texts {
        let now = shown(ledger, *field, text);
        let said = match known.map(|record| record.text(field.spec().key)) {
            // To which cell somebody belongs was not said.
            Some(Some(_)) if *field == Field::CandidateCell => continue,
            Some(Some(before)) if before == text => continue,
            Some(Some(before)) => {
                changed = true;
                (person.differs)(*field, &shown(ledger, *field, before), &now)
            }
            Some(None) => {
                changed = true;
                lists::added(*field, &now)
            }
            None => texts::part(*field, &now),
        };
        says.push(if person.guesses.contains(field) { texts::guess(&said) } else { said });
    }
    says.extend(person.notes.iter().cloned());
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
    let texts = person.made.texts.iter().filter(|(field, _)| known.is_none() || *field != Field::CandidateCell);
    let texts = texts.map(|(field, text)| (field.spec().key.to_owned(), text.clone())).collect();
    let name = person.made.texts.iter().find(|(field, _)| *field == Field::Name).map(|(_, name)| name.clone());
    PlanRow {
        state,
        name: name.unwrap_or_default(),
        place: person.place.clone(),
        says,
        other,
        records: vec![PlannedRecord { id, texts }],
    }
}
