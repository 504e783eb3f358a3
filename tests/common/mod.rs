//! Small books for tests, written as rows of texts.

use ket_nap::domain::ledger::Ledger;
use ket_nap::domain::schema::entry::{Entries, canonical};
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::domain::value::day::Day;

/// The texts of one record.
#[derive(Debug, Default)]
pub struct Texts(Vec<(Field, String)>);

impl Entries for Texts {
    fn text(&self, field: Field) -> Option<&str> {
        // What is written first counts; without a text the field is empty.
        let found = self.0.iter().find(|(known, _)| *known == field);
        found.map(|(_, text)| text.as_str()).filter(|text| !text.is_empty())
    }
}

/// Reads `field text, field text, …` of one record, as a person would type the texts.
pub fn texts(record: &RecordId, row: &str) -> Texts {
    let pairs = row.split(',').map(str::trim).filter(|pair| !pair.is_empty()).map(|pair| {
        let (key, text) = pair.split_once(' ').unwrap_or((pair, ""));
        let field =
            record.kind().and_then(|kind| Field::from_key(kind, key)).unwrap_or_else(|| unreachable!("{record} {key}"));
        (field, canonical(field.spec().kind, text.trim()))
    });
    Texts(pairs.collect())
}

/// An id that must be one.
pub fn id(text: &str) -> RecordId {
    RecordId::parse(text).unwrap_or_else(|| unreachable!("{text}"))
}

/// A day that must be one.
pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|problem| unreachable!("{text}: {problem:?}"))
}

/// A ledger from lines of `id: field text, field text, …`.
pub fn ledger(lines: &str) -> Ledger {
    let mut ledger = Ledger::default();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (name, row) = line.split_once(": ").unwrap_or((line.trim_end_matches(':'), ""));
        let record = id(name);
        ledger.put(&record, &texts(&record, row));
    }
    ledger
}
