//! The committee's statistical forms 1, 2 and 2b, as far as a book has what they ask for. Their rows are those of the regime of
//! 11-HD/BTCTW of 2021, read in the templates of a public program; a later regime was not found. Rows that a book knows nothing of are
//! named below each form and left out: they are never shown as nought.

use super::{Asked, Cell, OfficeTable};
use crate::book::Book;
use crate::domain::calculator::breakdown::{self, Admitted, Breakdown, Dimension, Part};
use crate::domain::calculator::movement::{self, Cause, Movement};
use crate::domain::calculator::report::earlier;
use crate::domain::calculator::tally::Query;
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::{Indicator, List};
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Period;
use crate::text::spreadsheets as texts;
use crate::text::{breakdown as parts, members, numbers};

const MONTHS_OF_YEAR: i32 = 12;

/// The three forms.
pub(super) fn all(book: &Book, ledger: &Ledger, asked: &Asked<'_>) -> [OfficeTable; 3] {
    // What has passed of the period is held against the same days a year before.
    let last = asked.period.last().min(asked.as_of);
    let period = Period::new(asked.period.first(), last).unwrap_or(asked.period);
    let before = earlier(period, MONTHS_OF_YEAR);
    let people = |period: Period| {
        let query = Query {
            organization: asked.organization,
            indicator: Indicator::Admissions,
            period,
            as_of: asked.as_of.min(period.last()),
        };
        breakdown::admitted(ledger, &query, &|id| book.record(id).map(|record| record as &dyn Entries))
    };
    let (now, then) = (people(period), before.map(people));
    [movement(ledger, asked.organization, period, before), admitted(&now, then.as_ref()), groups(book, &now)]
}

fn sheet(form: texts::Form, headings: &[&str], rows: Vec<Vec<Cell>>, notes: Vec<String>) -> OfficeTable {
    OfficeTable {
        name: form.sheet,
        file: form.file,
        office: String::new(),
        title: form.title.to_owned(),
        about: String::new(),
        headings: [form.heading].iter().chain(headings).map(|heading| (*heading).to_owned()).collect(),
        rows,
        notes,
    }
}

/// A row with the figures of the period and of the same days a year before.
fn compared(name: Cell, now: Option<u64>, then: Option<u64>) -> Vec<Cell> {
    vec![name, Cell::count(now), Cell::count(then), Cell::share(now, then)]
}

/// Form 1: A at the beginning, B more, C less, D at the end.
fn movement(ledger: &Ledger, organization: &RecordId, period: Period, before: Option<Period>) -> OfficeTable {
    let now = movement::movement(ledger, organization, period);
    let then = before.map(|period| movement::movement(ledger, organization, period));
    let row = |name: Cell, figure: &dyn Fn(&Movement) -> Option<u64>| {
        compared(name, figure(&now), then.as_ref().and_then(figure))
    };
    let stock = |of: &Option<(_, u64)>| of.map(|(_, number)| number);
    // Without a register, what was lost is not known.
    let lost = |found: &Movement, number: u64| found.recorded.then_some(number);
    let cause = |wanted: Cause| {
        let number =
            move |found: &Movement| found.causes.iter().find(|(cause, _)| *cause == wanted).map(|(_, number)| *number);
        let known = move |found: &Movement| match number(found) {
            Some(number) if !wanted.adds() => lost(found, number),
            number => number,
        };
        row(Cell::Text(members::cause(wanted).to_owned()), &known)
    };
    // What only moves between those on probation and the others alters no number of all.
    let causes = |adds: bool| {
        let inner = |cause: &Cause| !matches!(cause, Cause::BecameOfficial | Cause::NoLongerOnProbation);
        Cause::ALL.into_iter().filter(inner).filter(move |cause| cause.adds() == adds)
    };
    let strong = |words: &str| Cell::Strong(words.to_owned());
    let mut rows = vec![row(strong(texts::AT_BEGIN), &|found| stock(&found.begin))];
    rows.push(row(strong(texts::MORE), &|found| Some(found.up())));
    rows.extend(causes(true).map(cause));
    rows.push(row(strong(texts::LESS), &|found| lost(found, found.down())));
    rows.extend(causes(false).map(cause));
    rows.push(row(strong(texts::AT_END), &|found| stock(&found.end)));
    let mut notes = vec![texts::SOURCE.to_owned()];
    notes.extend((!now.recorded).then(|| texts::NO_REGISTER.to_owned()));
    notes.extend(now.unexplained.filter(|number| *number != 0).map(texts::unexplained));
    sheet(texts::FORM_1, &texts::COMPARED_HEADINGS, rows, notes)
}

/// The number of a part; nothing where nobody's is known.
fn number_of(found: &Admitted, dimension: Dimension, wanted: Part) -> Option<u64> {
    let of = found.by.iter().find(|breakdown| breakdown.dimension == dimension)?;
    let number = |wanted: Part| of.parts.iter().find(|(part, _)| *part == wanted).map_or(0, |(_, number)| *number);
    let unknown = wanted != Part::Unknown && found.total > 0 && number(Part::Unknown) == found.total;
    (!unknown).then(|| number(wanted))
}

/// The entries of a dimension, also those that nobody belongs to.
fn every(dimension: Dimension) -> Vec<Part> {
    let choices = |list: List| list.entries().iter().map(Part::Choice).collect();
    match dimension {
        Dimension::Occupation => choices(List::Occupations),
        Dimension::Education => choices(List::Education),
        Dimension::Qualification => choices(List::Qualification),
        Dimension::Age => breakdown::BANDS.iter().map(|(least, most)| Part::Band(*least, *most)).collect(),
        _ => Vec::new(),
    }
}

/// Form 2: those admitted, by what the form asks for.
fn admitted(now: &Admitted, then: Option<&Admitted>) -> OfficeTable {
    let mut rows = Vec::new();
    let row =
        |name: Cell, figure: &dyn Fn(&Admitted) -> Option<u64>| compared(name, figure(now), then.and_then(figure));
    rows.push(row(Cell::Strong(texts::ADMITTED.to_owned()), &|found| Some(found.total)));
    let choice = |list: List, key: &str| list.entries().iter().find(|choice| choice.key == key).map(Part::Choice);
    let women = |found: &Admitted| number_of(found, Dimension::Sex, choice(List::Sexes, "female")?);
    rows.push(row(Cell::Text(texts::WOMEN.to_owned()), &women));
    rows.push(row(Cell::Text(texts::MINORITIES.to_owned()), &minorities));
    let union = |found: &Admitted| number_of(found, Dimension::YouthUnion, Part::InYouthUnion);
    rows.push(row(Cell::Text(parts::part(Part::InYouthUnion)), &union));
    for dimension in [Dimension::Occupation, Dimension::Age, Dimension::Education, Dimension::Qualification] {
        rows.push(vec![Cell::Strong(parts::dimension(dimension).to_owned())]);
        for part in every(dimension) {
            rows.push(row(Cell::Text(parts::part(part)), &|found| number_of(found, dimension, part)));
        }
        // What is not entered is shown where there is any, so that the parts come to the whole.
        for part in [Part::Younger, Part::Unknown] {
            let number = number_of(now, dimension, part).unwrap_or_default();
            if number > 0 {
                rows.push(row(Cell::Text(parts::part(part)), &|found| number_of(found, dimension, part)));
            }
        }
    }
    let mut notes = vec![texts::SOURCE.to_owned(), texts::NOT_IN_BOOK.to_owned()];
    notes.extend(now.mean_age.map(|(mean, of)| texts::mean_age(&numbers::decimal(mean), of)));
    sheet(texts::FORM_2, &texts::COMPARED_HEADINGS, rows, notes)
}

/// Those of another ethnic group than the Kinh.
fn minorities(found: &Admitted) -> Option<u64> {
    let groups = found.by.iter().find(|breakdown| breakdown.dimension == Dimension::EthnicGroup)?;
    let unknown = groups.parts.iter().all(|(part, _)| *part == Part::Unknown);
    let other = |part: &Part| matches!(part, Part::Choice(choice) if choice.key != "kinh" && choice.key != "unknown");
    let number = groups.parts.iter().filter(|(part, _)| other(part)).map(|(_, number)| number).sum();
    (!unknown || found.total == 0).then_some(number)
}

/// Form 2b: those admitted by ethnic group and religion, women among them.
fn groups(book: &Book, now: &Admitted) -> OfficeTable {
    let woman = |id: &&RecordId| {
        let sex = book.record(id).and_then(|record| entry::chosen(record, Field::SexOfCandidate));
        sex.is_some_and(|sex| sex.key == "female")
    };
    let row = |name: Cell, number: u64, people: &mut dyn Iterator<Item = &RecordId>| {
        let people: Vec<&RecordId> = people.collect();
        let women = people.iter().filter(|id| woman(id)).count() as u64;
        // Of a number that was entered without its people it is not known.
        let known = (people.len() as u64 == number).then_some(women);
        vec![
            name,
            Cell::Count(number),
            Cell::share(Some(number), Some(now.total)),
            Cell::count(known),
            Cell::share(known, Some(number)),
        ]
    };
    let of =
        |dimension: Dimension| now.by.iter().filter(move |breakdown: &&Breakdown| breakdown.dimension == dimension);
    let all = || of(Dimension::Sex).flat_map(|breakdown| breakdown.people.iter().flatten());
    let mut rows = vec![row(Cell::Strong(texts::ADMITTED.to_owned()), now.total, &mut all())];
    for dimension in [Dimension::EthnicGroup, Dimension::Religion] {
        rows.push(vec![Cell::Strong(parts::dimension(dimension).to_owned())]);
        for breakdown in of(dimension) {
            for ((part, number), people) in breakdown.parts.iter().zip(&breakdown.people) {
                rows.push(row(Cell::Text(parts::part(*part)), *number, &mut people.iter()));
            }
        }
    }
    sheet(texts::FORM_2B, &texts::GROUP_HEADINGS, rows, vec![texts::SOURCE.to_owned()])
}
