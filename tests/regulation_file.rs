//! What the documents say of a regulation file: the keys, the schema, and the example.

use std::fs;
use std::path::Path;

use ket_nap::domain::ledger::Ledger;
use ket_nap::domain::regulation::{Key, OfficeFile, Regulation, Unit};
use ket_nap::domain::value::day::Day;

fn document(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| unreachable!("{}: {error}", path.display()))
}

fn example() -> String {
    let text = document("REGULATION.md");
    let begin = text.split_once("```json\n").map(|(_, rest)| rest).unwrap_or_default();
    begin.split("```").next().unwrap_or_default().to_owned()
}

#[test]
fn every_key_is_documented_with_its_unit() {
    let (text, schema) = (document("REGULATION.md"), document("regulation.schema.json"));
    for key in Key::ALL {
        let unit = match key.unit() {
            Unit::Age => "months of age",
            Unit::Months => "months",
            Unit::WorkingDays => "working days",
            Unit::Education => "level",
            Unit::Number => "number",
            Unit::Holds => "holds",
        };
        assert!(text.contains(&format!("| `{}` | {unit} |", key.name())), "{key:?}");
        assert!(schema.contains(&format!("\"{}\"", key.name())), "{key:?}");
    }
    assert_eq!(text.matches("| `").count() - 13, Key::ALL.len(), "a key that is none");
}

#[test]
fn the_example_is_taken_in_whole_and_does_what_it_says() {
    let read = OfficeFile::read(&example(), Regulation::built_in(), Day::LAST);
    let read = read.unwrap_or_else(|why| unreachable!("{why:?}"));
    assert_eq!((read.rules.len(), read.refused.len()), (3, 0), "{:?}", read.refused);
    let mut ledger = Ledger::default();
    read.rules.iter().for_each(|rules| ledger.put_rules(rules));
    let value = |key, year, month, day| {
        let found = ledger.regulation().in_force(key, Day::new(year, month, day)?)?;
        Some((found.cited.value, found.is_weak()))
    };
    assert_eq!(value(Key::DecideDays, 2026, 12, 5), Some((45, false)));
    assert_eq!(value(Key::ReadmissionTimes, 2026, 12, 5), None);
    assert_eq!(value(Key::InquiryDays, 2026, 12, 1), Some((20, false)));
    assert_eq!(ledger.regulation().calendar().known_to(), Day::new(2028, 12, 31));
}

/// The rows that come with the program could come in a file: the schema and the reader are of one mind about them.
#[test]
fn the_programs_own_rows_are_of_the_documented_kinds() {
    let schema: serde_json::Value =
        serde_json::from_str(&document("regulation.schema.json")).unwrap_or_else(|error| unreachable!("{error}"));
    let words = schema.pointer("/items/prefixItems/0/enum").and_then(|words| words.as_array()).cloned();
    let words = words.unwrap_or_default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        let text = fs::read_to_string(file.path()).unwrap_or_else(|error| unreachable!("{error}"));
        let rows: Vec<Vec<Option<String>>> =
            serde_json::from_str(&text).unwrap_or_else(|error| unreachable!("{error}"));
        for row in rows {
            let word = row.first().cloned().flatten().unwrap_or_default();
            let known = word == "known_to" || words.iter().any(|known| known.as_str() == Some(&word));
            assert!(known, "{:?}: {word}", file.path());
        }
    }
}
