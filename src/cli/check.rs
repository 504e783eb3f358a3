//! `ketnap check`: all findings in the records of lists and books. The rules are in
//! `domain::checks` and the regulation.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use rayon::prelude::*;

use super::files::Input;
use super::gather::Moved;
use super::output::{self, Format};
use super::rows::{self, Value};
use super::said::Said;
use super::trouble::Trouble;
use super::whole::{self, Parcels, Whole};
use super::{Outcome, files, rules};
use crate::domain::admission::finding::Severity;
use crate::domain::checks;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::exchange::cells::Mended;
use crate::exchange::intake::Made;
use crate::exchange::judged;
use crate::exchange::remarks::Matter;
use crate::text::{cli as texts, findings};

/// Column names, in order. Stable: other programs rely on them.
pub const NAMES: [&str; 9] = ["file", "row", "name", "field", "severity", "rule", "source", "message", "record"];

/// Arguments of the command.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Input files.
    pub input: Input,
    /// Regulation files of offices.
    pub rules: Vec<PathBuf>,
    /// Day of the check.
    pub on: Day,
    /// Output format.
    pub format: Format,
}

/// What is said, with its place.
struct Found {
    file: String,
    row: Option<u64>,
    name: Option<String>,
    record: Option<RecordId>,
    said: Said,
}

/// Checks all records.
///
/// # Errors
/// All errors in reading the files.
pub fn run(asked: &Asked) -> Result<Outcome, Vec<Trouble>> {
    let files = files::all(&asked.input)?;
    let mut whole = whole::read_with(&files, Parcels::Refused, Moved::LeftOut)?;
    rules::add(&mut whole.ledger, &asked.rules)?;
    whole.lists.say_names();
    let mut found = found(&files.paths, &whole, asked.on);
    found.splice(0..0, of_lists(&whole));
    let blocks = found.iter().any(|found| found.said.severity() == Severity::Blocks);
    output::write(|to| match asked.format {
        Format::Json => rows::json(to, &NAMES, &found.iter().map(row).collect::<Vec<_>>()),
        Format::Csv => rows::csv(to, &NAMES, &found.iter().map(row).collect::<Vec<_>>()),
        Format::Table if found.is_empty() => writeln!(to, "{}", texts::NOTHING_FOUND),
        Format::Table => output::table(to, &texts::CHECK_COLUMNS, &[1], found.iter().map(line).collect()),
    })?;
    Ok(if blocks { Outcome::Blocks } else { Outcome::Nothing })
}

/// Sheet and line of a record that comes from a list.
type Place = Option<(usize, u64)>;

/// All findings: of lists in the order of their rows, then of books.
fn found(files: &[PathBuf], whole: &Whole, on: Day) -> Vec<Found> {
    let places = whole.lists.places();
    let (numbers, names, same) = (citizen_ids(whole), names_twice(whole), namesakes(whole));
    // A cell whose words were not read is not empty.
    let unread: HashSet<(usize, u64, Field)> = whole
        .lists
        .remarks
        .iter()
        .filter(|remark| matches!(&remark.matter, Matter::Mended { read: Mended::Unread | Mended::NoDay, .. }))
        .map(|remark| (remark.sheet, remark.line, remark.field))
        .collect();
    let look = |(id, record): (&RecordId, &crate::book::record::Record)| -> Vec<Found> {
        let place = places.get(id).copied();
        let mut findings = checks::alone(&whole.ledger, id, record, on);
        findings.extend(numbers.get(id).and_then(|other| checks::shared_citizen_id(&whole.ledger, other)));
        if record.text(judged::name_of(id).spec().key).is_some_and(|name| names.contains(&plain(name))) {
            findings.extend(checks::twin(&whole.ledger, id, record, on));
        }
        if let Some((sheet, _)) = place {
            let filled = |field: Field| place.is_some_and(|(_, line)| unread.contains(&(sheet, line, field)));
            judged::of_row(&mut findings, record, &|field| whole.lists.has_column(sheet, field), &filled);
        }
        let book = if let [one] = files { one.display().to_string() } else { String::new() };
        let known = record.text(judged::name_of(id).spec().key).map(str::to_owned);
        let of = id.kind().map(Field::title).and_then(|title| entry::reference(record, title));
        let name = known.or_else(|| whole.ledger.organization_name(&of?).map(str::to_owned));
        let said = |said| Found {
            file: place.map_or_else(|| book.clone(), |(sheet, _)| whole.lists.name(sheet)),
            row: place.map(|(_, line)| line),
            name: name.clone(),
            record: Some(id.clone()),
            said,
        };
        let other = same.get(id).map(|other| {
            let place = places.get(other).map(|(sheet, line)| (whole.lists.name(*sheet), *line));
            Said::Namesake(place)
        });
        let findings = findings.into_iter().map(|finding| {
            let written = finding.unread().and_then(|field| record.text(field.spec().key)).map(str::to_owned);
            Said::Finding(finding, written)
        });
        findings.chain(other).map(said).collect()
    };
    // An organization that is only referred to has no row to correct.
    let named: HashSet<&RecordId> =
        whole.lists.made.iter().filter(|made| made.line.is_none()).map(|made| &made.id).collect();
    let records: Vec<_> = whole.book.records().filter(|(id, _)| !named.contains(id)).collect();
    let mut all: Vec<(Place, Vec<Found>)> =
        records.par_iter().map(|(id, record)| (places.get(id).copied(), look((id, record)))).collect();
    all.sort_by_key(|(place, _)| (place.is_none(), *place));
    all.into_iter().flat_map(|(_, found)| found).collect()
}

/// What reading the lists left open: columns that were not understood, and cells that were mended.
fn of_lists(whole: &Whole) -> Vec<Found> {
    let columns = whole.lists.sheets.iter().flat_map(|sheet| {
        sheet.sheet.ignored.iter().map(|(column, heading)| Found {
            file: sheet.name.clone(),
            row: Some(sheet.sheet.headings),
            name: None,
            record: None,
            said: Said::Column(*column, heading.clone()),
        })
    });
    let rows: HashMap<(usize, u64), &Made> =
        whole.lists.made.iter().filter_map(|made| Some(((made.sheet, made.line?), made))).collect();
    let cells = whole.lists.remarks.iter().filter_map(|remark| {
        let said = match &remark.matter {
            Matter::Mended { read, .. } => Said::Cell(remark.field, read.clone(), texts::mended(&remark.matter)),
            Matter::Undated => Said::Undated(remark.field),
            Matter::Noted(text) => Said::Noted(remark.field, text.clone()),
            Matter::Unset(written, cells) => Said::Unset(written.clone(), *cells),
            _ => return None,
        };
        let made = rows.get(&(remark.sheet, remark.line));
        Some(Found {
            file: whole.lists.name(remark.sheet),
            row: Some(remark.line),
            name: made.and_then(|made| made.text(judged::name_of(&made.id))).map(str::to_owned),
            record: made.map(|made| made.id.clone()),
            said,
        })
    });
    let moved = whole.lists.sheets.iter().flat_map(|sheet| {
        sheet.sheet.beyond.iter().map(|(line, _)| Found {
            file: sheet.name.clone(),
            row: Some(*line),
            name: None,
            record: None,
            said: Said::Moved,
        })
    });
    columns.chain(moved).chain(cells).collect()
}

/// For each candidate, the first other one of the same name and birth date, unless both have numbers: whoever is entered
/// once with a number and once without has two records.
fn namesakes(whole: &Whole) -> HashMap<RecordId, RecordId> {
    let mut same: HashMap<(String, Day), Vec<(&RecordId, bool)>> = HashMap::new();
    for (id, found) in whole.ledger.candidates() {
        if let Some((name, birth)) = found.name.as_deref().zip(found.birth) {
            same.entry((plain(name), birth)).or_default().push((id, found.citizen_id.is_some()));
        }
    }
    let pairs = same.into_values().flat_map(|people| {
        let other = |(id, numbered): &(&RecordId, bool)| {
            let other = people.iter().find(|(other, known)| other != id && !(*known && *numbered));
            other.map(|(other, _)| ((*id).clone(), (*other).clone()))
        };
        people.iter().filter_map(other).collect::<Vec<_>>()
    });
    pairs.collect()
}

/// Names shared by several members or candidates; only these can be duplicates in the register.
fn names_twice(whole: &Whole) -> HashSet<String> {
    let (mut once, mut twice) = (HashSet::new(), HashSet::new());
    let people = whole.ledger.candidates().filter_map(|(_, found)| found.name.as_deref());
    for name in people.chain(whole.ledger.members_listed().filter_map(|(_, found)| found.name.as_deref())) {
        if !once.insert(plain(name)) {
            twice.insert(plain(name));
        }
    }
    twice
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}

/// For each record with a citizen number that is used twice, the other record.
fn citizen_ids(whole: &Whole) -> HashMap<RecordId, RecordId> {
    let mut first: HashMap<&str, &RecordId> = HashMap::new();
    let mut twins = HashMap::new();
    for (id, candidate) in whole.ledger.candidates() {
        let Some(number) = candidate.citizen_id.as_deref() else { continue };
        match first.get(number) {
            Some(other) => {
                twins.insert(id.clone(), (*other).clone());
                twins.entry((*other).clone()).or_insert_with(|| id.clone());
            }
            None => {
                first.insert(number, id);
            }
        }
    }
    twins
}

fn row(found: &Found) -> Vec<Value> {
    let said = &found.said;
    vec![
        Value::Text(found.file.clone()),
        Value::count(found.row),
        Value::text(found.name.clone()),
        Value::text(said.field().map(|field| field.spec().key)),
        Value::Text(severity(said.severity()).to_owned()),
        Value::Text(said.rule().to_owned()),
        Value::text(said.source()),
        Value::Text(said.message()),
        Value::text(found.record.as_ref().map(|id| id.as_str().to_owned())),
    ]
}

fn line(found: &Found) -> Vec<String> {
    let said = &found.said;
    vec![
        found.file.clone(),
        found.row.map(|row| row.to_string()).unwrap_or_default(),
        found.name.clone().unwrap_or_default(),
        said.field().map(Field::label).unwrap_or_default().to_owned(),
        findings::severity(said.severity()).to_owned(),
        [Some(said.message()), said.source()].into_iter().flatten().collect::<Vec<_>>().join(". "),
    ]
}

/// The stable name of a severity.
pub const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Blocks => "blocks",
        Severity::Warns => "warns",
        Severity::Hints => "hints",
    }
}
