//! `ketnap rules`: the values of the regulation in force on a day, each with its instrument, mark and until when it was
//! followed; and the regulation files of offices that `rules` and `check` add.

use std::path::PathBuf;

use super::args;
use super::output::{self, Format};
use super::rows::{self, Value};
use super::trouble::Trouble;
use super::{Outcome, files};
use crate::domain::ledger::Ledger;
use crate::domain::regulation::{InForce, Key, Mark, OfficeFile, Regulation, Unit};
use crate::domain::value::day::Day;
use crate::text::{cli as texts, office_rules as office, regulation as words};

/// Column names, in order. Stable: other programs rely on them.
pub const NAMES: [&str; 12] = [
    "key",
    "about",
    "value",
    "unit",
    "instrument",
    "issued",
    "article",
    "mark",
    "silent_in",
    "silent_in_issued",
    "known_to",
    "source",
];

/// Prints the regulation in force on a day.
///
/// # Errors
/// All errors in reading the regulation files.
pub fn run(on: Day, format: Format, files: &[PathBuf]) -> Result<Outcome, Vec<Trouble>> {
    let mut ledger = Ledger::default();
    add(&mut ledger, files)?;
    let regulation = ledger.regulation();
    let found: Vec<(Key, InForce)> =
        Key::ALL.iter().filter_map(|key| Some((*key, regulation.in_force(*key, on)?))).collect();
    let row = |(key, found): &(Key, InForce)| row(*key, *found, regulation);
    let line = |(key, found): &(Key, InForce)| line(*key, *found, regulation);
    output::write(|to| match format {
        Format::Json => rows::json(to, &NAMES, &found.iter().map(row).collect::<Vec<_>>()),
        Format::Csv => rows::csv(to, &NAMES, &found.iter().map(row).collect::<Vec<_>>()),
        Format::Table => {
            writeln!(to, "{}", texts::rules_on(on, regulation))?;
            output::table(to, &texts::RULES_COLUMNS, &[], found.iter().map(line).collect())
        }
    })?;
    Ok(Outcome::Nothing)
}

/// Adds the regulation files of offices to a ledger, one after the other. What of a file cannot be taken in is said.
///
/// # Errors
/// If a file cannot be read, or nothing of it can be taken in.
pub fn add(ledger: &mut Ledger, paths: &[PathBuf]) -> Result<(), Vec<Trouble>> {
    let mut troubles = Vec::new();
    for path in paths {
        let text = match files::read_text(path) {
            Ok(text) => text,
            Err(trouble) => {
                troubles.push(trouble);
                continue;
            }
        };
        match OfficeFile::read(&text, ledger.regulation(), args::today()) {
            Ok(file) => {
                for refusal in &file.refused {
                    eprintln!("{}", Trouble::new(path, office::refusal(refusal)));
                }
                for given in &file.rules {
                    ledger.put_rules(given);
                }
            }
            Err((problem, refused)) => {
                troubles.extend(refused.iter().map(|refusal| Trouble::new(path, office::refusal(refusal))));
                troubles.push(Trouble::new(path, office::file_problem(problem)));
            }
        }
    }
    if troubles.is_empty() { Ok(()) } else { Err(troubles) }
}

fn row(key: Key, found: InForce, regulation: &Regulation) -> Vec<Value> {
    let day = |day: Option<Day>| Value::text(day.map(Day::iso));
    let now = found.silent_in.map(|silent| &silent.id);
    vec![
        Value::Text(key.name().to_owned()),
        Value::Text(words::key(key).to_owned()),
        Value::Count(found.cited.value.into()),
        Value::Text(unit(key).to_owned()),
        Value::Text(found.instrument.id.number.clone()),
        day(found.instrument.id.issued),
        Value::Text(found.cited.article.clone()),
        Value::Text(mark(found.cited.mark).to_owned()),
        Value::text(now.map(|id| id.number.clone())),
        day(now.and_then(|id| id.issued)),
        day(regulation.known_to(found)),
        Value::Text(found.cited.source.clone()),
    ]
}

fn line(key: Key, found: InForce, regulation: &Regulation) -> Vec<String> {
    let by = match found.silent_in {
        Some(now) => texts::by_predecessor(found.instrument, now),
        None => words::title(found.instrument),
    };
    vec![
        words::key(key).to_owned(),
        words::value(key, found.cited.value),
        format!("{by}, {}", found.cited.article),
        words::mark(found.cited.mark).to_owned(),
        regulation.known_to(found).map(texts::plain_day).unwrap_or_default(),
    ]
}

/// The stable name of a mark.
const fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Unverified => "unverified",
        Mark::Office => "office",
        Mark::Secondary => "secondary",
        Mark::Verified => "verified",
    }
}

/// The stable name of a unit.
const fn unit(key: Key) -> &'static str {
    match key.unit() {
        Unit::Age => "months_of_age",
        Unit::Months => "months",
        Unit::WorkingDays => "working_days",
        Unit::Education => "level",
        Unit::Number => "number",
        Unit::Holds => "holds",
    }
}
