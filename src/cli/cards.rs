//! `ketnap cards`: citizen cards from the texts of their codes, a line each, as scanners write them.

use std::path::PathBuf;

use super::output::{self, Format};
use super::rows::{self, Value};
use super::trouble::Trouble;
use super::{Outcome, files};
use crate::domain::schema::field::Field;
use crate::domain::value::day::Day;
use crate::exchange::card::{self, Card, CardTrouble};
use crate::gazetteer::{Gazetteer, Updated};
use crate::text::{cli as texts, communes as addresses, hints, lists::cards as words};

/// Names of the values, in order. Stable: other programs rely on them.
pub const NAMES: [&str; 10] =
    ["file", "row", "name", "birth", "sex", "citizen_id", "former_id", "residence", "issued", "remark"];

/// In which form addresses are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Communes {
    /// As the card has them.
    AsWritten,
    /// With the communes and provinces since 1 July 2025.
    Now,
}

/// A line of a file.
struct Found {
    file: String,
    line: usize,
    read: Result<Card, CardTrouble>,
}

/// Reads cards.
///
/// # Errors
/// All errors in reading the files; a file without any line.
pub fn run(named: &[PathBuf], format: Format, communes: Communes) -> Result<Outcome, Vec<Trouble>> {
    let (mut found, mut troubles) = (Vec::new(), Vec::new());
    for path in named {
        match files::read_text(path) {
            Ok(text) => {
                let lines = (1..).zip(text.lines()).filter(|(_, text)| !text.trim().is_empty());
                let file = path.display().to_string();
                found.extend(lines.map(|(line, text)| Found { file: file.clone(), line, read: card::read(text) }));
            }
            Err(trouble) => troubles.push(trouble),
        }
    }
    if found.is_empty() && troubles.is_empty() {
        troubles.extend(named.first().map(|path| Trouble::new(path, texts::NO_CARDS)));
    }
    if !troubles.is_empty() {
        return Err(troubles);
    }
    let rows: Vec<Vec<Value>> = found.iter().map(|found| row(found, format, communes)).collect();
    output::write(|to| match format {
        Format::Json => rows::json(to, &NAMES, &rows),
        // A list that the other commands and the page read.
        Format::Csv => rows::csv(to, &headings(), &rows),
        Format::Table => {
            for row in &rows {
                let cells: Vec<String> = row.iter().map(Value::plain).collect();
                let Some(([file, line], [read @ .., remark])) = cells.split_first_chunk::<2>() else { continue };
                let place = if named.len() > 1 { format!("{file}:{line}") } else { line.clone() };
                let read: Vec<&str> = read.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
                writeln!(to, "{place}: {}", if read.is_empty() { remark.clone() } else { read.join("; ") })?;
                if !read.is_empty() && !remark.is_empty() {
                    writeln!(to, "    {remark}")?;
                }
            }
            Ok(())
        }
    })?;
    Ok(if found.iter().any(|found| found.read.is_err()) { Outcome::Blocks } else { Outcome::Nothing })
}

/// The names as people write them over lists.
fn headings() -> [&'static str; 10] {
    let [file, line, former, issued, remark] = texts::CARD_HEADINGS;
    let label = |field: Field| field.label();
    [
        file,
        line,
        label(Field::Name),
        label(Field::Birth),
        label(Field::SexOfCandidate),
        label(Field::CitizenId),
        former,
        label(Field::Residence),
        issued,
        remark,
    ]
}

fn row(found: &Found, format: Format, communes: Communes) -> Vec<Value> {
    let mut row = vec![Value::Text(found.file.clone()), Value::Count(found.line as u64)];
    let day = |day: Option<Day>| {
        Value::text(day.map(|day| if format == Format::Json { day.iso() } else { crate::text::numbers::day(day) }))
    };
    match &found.read {
        Ok(card) => {
            let sex = card.sex.map(|sex| match format {
                Format::Json => sex.key().to_owned(),
                _ => hints::in_box(Field::SexOfCandidate, sex.key()),
            });
            let (residence, note) = residence(card, communes);
            row.extend([
                Value::Text(card.name.clone()),
                day(card.birth),
                Value::text(sex),
                Value::Text(card.number.clone()),
                Value::text(card.former.clone()),
                Value::Text(residence),
                day(card.issued),
                Value::text(remark(card, note)),
            ]);
        }
        Err(why) => {
            row.extend((0..7).map(|_| Value::Nothing));
            row.push(Value::Text(words::trouble(*why).to_owned()));
        }
    }
    row
}

/// The address, and what has to be known of it.
fn residence(card: &Card, communes: Communes) -> (String, Option<String>) {
    let written = card.residence.clone();
    let updated = Some(&written).filter(|_| communes == Communes::Now);
    match updated.and_then(|written| Gazetteer::shared().updated(written)) {
        Some(Updated::One(place, province)) => {
            let note = addresses::as_written(&written);
            (addresses::within(&place, province), Some(note))
        }
        Some(Updated::Same(place, province)) => (addresses::within(&place, province), None),
        Some(Updated::Divided(units)) => (written, Some(addresses::divided(&units))),
        None => (written, None),
    }
}

/// What has to be known of a card.
fn remark(card: &Card, address: Option<String>) -> Option<String> {
    let year = card.birth.is_none().then_some(words::YEAR_ALONE);
    let contradicts = card.contradicts().then_some(words::CONTRADICTS);
    let said: Vec<&str> = year.into_iter().chain(contradicts).chain(address.as_deref()).collect();
    (!said.is_empty()).then(|| said.join(". "))
}
