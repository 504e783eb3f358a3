//! All data that targets are counted from, as a partitioned Parquet data set for distributed query
//! engines. `docs/DATASET.md` defines the columns. Contains no names, citizen numbers, ethnic
//! groups or religions.

use std::collections::HashMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::{ArrayRef, Date32Array, Int32Array, Int64Array, RecordBatch, StringArray};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use rayon::prelude::*;

use crate::cli::files::Files;
use crate::cli::ledger::{self, Counted};
use crate::cli::merge::free;
use crate::cli::trouble::Trouble;
use crate::domain::ledger::Ledger;
use crate::domain::ledger::candidate::Candidate;
use crate::domain::schema::choice::{CountingDay, Indicator, OrganizationKind, Overlap};
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::bound::{BaseDay, Bound};
use crate::domain::value::day::{Day, Period};
use crate::text::cli as texts;

/// Statistical attributes of a person.
#[derive(Debug)]
pub struct Person {
    birth_year: Option<i32>,
    answers: [Option<&'static str>; ANSWERS.len()],
}

/// Attributes of a person, with their columns.
const ANSWERS: [(Field, &str); 5] = [
    (Field::SexOfCandidate, "sex"),
    (Field::Education, "education"),
    (Field::Qualification, "qualification"),
    (Field::Occupation, "occupation"),
    (Field::SourceGroup, "source_group"),
];

fn person(id: &RecordId, entries: &dyn Entries) -> Option<Person> {
    id.is(RecordKind::Candidate).then(|| Person {
        birth_year: entry::day(entries, Field::Birth).map(Day::year),
        answers: ANSWERS.map(|(field, _)| entry::chosen(entries, field).map(|choice| choice.key)),
    })
}

/// Columns of a table with their names.
type Columns = Vec<(&'static str, ArrayRef)>;

/// Writes the data set.
///
/// # Errors
/// All errors in reading or writing, or a folder that is not empty.
pub fn write(files: &Files, out: &Path, force: bool) -> Result<Vec<(PathBuf, usize)>, Vec<Trouble>> {
    for table in ["organizations", "lines", "headcounts", "targets", "results", "candidates"] {
        free(&out.join(table), force).map_err(|trouble| vec![trouble])?;
    }
    let (counted, people) = ledger::read_with(files, &person)?;
    counted.lists.say_ignored();
    counted.lists.say_remarks()?;
    let ledger = &counted.ledger;
    let tables = [
        ("organizations", organizations(ledger)),
        ("lines", lines(ledger)),
        ("headcounts", headcounts(ledger)),
        ("targets", targets(&counted)),
    ];
    let mut written = Vec::new();
    for (name, columns) in tables {
        written.push((out.join(name), table(&out.join(name), columns).map_err(|trouble| vec![trouble])?));
    }
    let parts = parts(ledger);
    let results = |rows: &Rows<'_>| results(rows);
    let candidates = |rows: &Rows<'_>| candidates(rows, &people);
    for (name, columns) in
        [("results", &results as &(dyn Fn(&Rows<'_>) -> Columns + Sync)), ("candidates", &candidates)]
    {
        let folder = out.join(name);
        let part = |(committee, rows): (&String, &Rows<'_>)| {
            table(&folder.join(format!("committee={committee}")), columns(rows)).map_err(|trouble| vec![trouble])
        };
        let rows: usize = parts.par_iter().map(part).collect::<Result<Vec<_>, _>>()?.into_iter().sum();
        written.push((folder, rows));
    }
    Ok(written)
}

/// Rows of one partition: a committee directly below the root, or the root itself.
struct Rows<'a> {
    ledger: &'a Ledger,
    organizations: Vec<&'a RecordId>,
}

/// Organizations by the committee directly below the root that contains them.
fn parts(ledger: &Ledger) -> HashMap<String, Rows<'_>> {
    let mut parts: HashMap<String, Rows<'_>> = HashMap::new();
    for organization in ledger.organizations_in_tree() {
        let line: Vec<&RecordId> = ledger.line(ledger.heir(organization)).collect();
        let committee = line.get(line.len().saturating_sub(2)).copied().unwrap_or(organization);
        let rows =
            parts.entry(committee.name().to_owned()).or_insert_with(|| Rows { ledger, organizations: Vec::new() });
        rows.organizations.push(organization);
    }
    parts
}

fn organizations(ledger: &Ledger) -> Columns {
    let all: Vec<(&RecordId, &crate::domain::ledger::records::Organization)> =
        ledger.organizations_in_tree().iter().filter_map(|id| Some((id, ledger.organization(id)?))).collect();
    let counting = |id: &RecordId| match ledger.counting_day(id) {
        CountingDay::Ceremony => "ceremony",
        CountingDay::Decision => "decision",
    };
    vec![
        ("id", texts(all.iter().map(|(id, _)| Some(id.as_str())))),
        ("name", texts(all.iter().map(|(_, found)| found.name.as_deref()))),
        ("kind", texts(all.iter().map(|(_, found)| found.kind.map(OrganizationKind::key)))),
        ("parent", texts(all.iter().map(|(id, _)| ledger.parent(id).map(RecordId::as_str)))),
        ("counting_day", texts(all.iter().map(|(id, _)| Some(counting(id))))),
        ("founded", days(all.iter().map(|(_, found)| found.founded))),
    ]
}

/// Every organization with all its ancestors; an ended one with those of the one that continues it.
fn lines(ledger: &Ledger) -> Columns {
    let (mut of, mut above, mut depths) = (Vec::new(), Vec::new(), Vec::new());
    for id in ledger.organizations_in_tree() {
        let heir = Some(ledger.heir(id)).filter(|heir| *heir != id);
        let lies_in = heir.map(|heir| std::iter::once(id).chain(ledger.line(heir)).collect::<Vec<_>>());
        for (at, depth) in lies_in.unwrap_or_else(|| ledger.line(id).collect()).into_iter().zip(0..) {
            of.push(Some(id.as_str()));
            above.push(Some(at.as_str()));
            depths.push(Some(depth));
        }
    }
    vec![
        ("organization", texts(of.into_iter())),
        ("above", texts(above.into_iter())),
        ("depth", Arc::new(Int32Array::from(depths)) as ArrayRef),
    ]
}

fn headcounts(ledger: &Ledger) -> Columns {
    let all: Vec<_> = ledger.headcounts().map(|(_, found)| found).collect();
    vec![
        ("organization", texts(all.iter().map(|found| found.organization.as_ref().map(RecordId::as_str)))),
        ("day", days(all.iter().map(|found| found.day))),
        ("members", counts(all.iter().map(|found| found.members.map(u64::from)))),
        ("probation", counts(all.iter().map(|found| found.probation.map(u64::from)))),
    ]
}

fn targets(counted: &Counted) -> Columns {
    let all: Vec<_> = counted.targets.iter().filter_map(|id| Some((id, counted.ledger.target(id)?))).collect();
    let bound = |of: fn(Bound) -> Option<u64>| counts(all.iter().map(move |(_, found)| of(found.bound?)));
    let least = |bound: Bound| match bound {
        Bound::Exactly(count) | Bound::AtLeast(count) | Bound::Range { least: count, .. } => Some(u64::from(count)),
        Bound::PercentOfBase { .. } => None,
    };
    let most = |bound: Bound| match bound {
        Bound::Range { most, .. } => Some(u64::from(most)),
        Bound::Exactly(_) | Bound::AtLeast(_) | Bound::PercentOfBase { .. } => None,
    };
    let percent = |bound: Bound| match bound {
        Bound::PercentOfBase { percent, .. } => u64::try_from(percent.rounded(10_000)).ok(),
        Bound::Exactly(_) | Bound::AtLeast(_) | Bound::Range { .. } => None,
    };
    let base = |bound: Bound| match bound {
        Bound::PercentOfBase { base: BaseDay::PeriodStart, .. } => Some("period_start"),
        Bound::PercentOfBase { base: BaseDay::AsOf, .. } => Some("as_of"),
        Bound::Exactly(_) | Bound::AtLeast(_) | Bound::Range { .. } => None,
    };
    vec![
        ("position", counts((1..=all.len() as u64).map(Some))),
        ("id", texts(all.iter().map(|(id, _)| Some(id.as_str())))),
        ("organization", texts(all.iter().map(|(_, found)| found.organization.as_ref().map(RecordId::as_str)))),
        ("indicator", texts(all.iter().map(|(_, found)| found.indicator.map(Indicator::key)))),
        ("first_day", days(all.iter().map(|(_, found)| found.period.map(Period::first)))),
        ("last_day", days(all.iter().map(|(_, found)| found.period.map(Period::last)))),
        ("least", bound(least)),
        ("most", bound(most)),
        ("percent_e4", bound(percent)),
        ("base_day", texts(all.iter().map(|(_, found)| found.bound.and_then(base)))),
        ("issuer", texts(all.iter().map(|(_, found)| found.issuer.as_deref()))),
    ]
}

fn results(rows: &Rows<'_>) -> Columns {
    let of = |id: &&RecordId| {
        rows.ledger
            .totals_within(id)
            .filter(move |(_, found)| found.organization.as_ref().is_some_and(|of| rows.ledger.heir(of) == *id))
            .collect::<Vec<_>>()
    };
    let all: Vec<_> = rows.organizations.iter().flat_map(of).collect();
    vec![
        ("id", texts(all.iter().map(|(id, _)| Some(id.as_str())))),
        ("organization", texts(all.iter().map(|(_, found)| found.organization.as_ref().map(RecordId::as_str)))),
        ("indicator", texts(all.iter().map(|(_, found)| found.indicator.map(Indicator::key)))),
        ("first_day", days(all.iter().map(|(_, found)| found.period.map(Period::first)))),
        ("last_day", days(all.iter().map(|(_, found)| found.period.map(Period::last)))),
        ("count", counts(all.iter().map(|(_, found)| found.count.map(u64::from)))),
        ("overlap", texts(all.iter().map(|(_, found)| found.overlap.map(Overlap::key)))),
    ]
}

fn candidates(rows: &Rows<'_>, people: &HashMap<RecordId, Person>) -> Columns {
    let of = |id: &&RecordId| {
        let here = |found: &Candidate| found.cell.as_ref().is_some_and(|cell| rows.ledger.heir(cell) == *id);
        rows.ledger.candidates_within(id).filter(|(_, found)| here(found)).collect::<Vec<_>>()
    };
    let all: Vec<(&RecordId, &Candidate)> = rows.organizations.iter().flat_map(of).collect();
    let day = |of: fn(&Candidate) -> Option<Day>| days(all.iter().map(move |(_, found)| of(found)));
    let mut columns = vec![
        ("id", texts(all.iter().map(|(id, _)| Some(id.as_str())))),
        ("cell", texts(all.iter().map(|(_, found)| found.cell.as_ref().map(RecordId::as_str)))),
        ("introduced", day(|found| found.introduced)),
        ("sent_to_class", day(|found| found.sent_to_class)),
        ("certificate", day(|found| found.certificate)),
        ("application", day(|found| found.application)),
        ("cell_meeting", day(|found| found.cell_meeting)),
        ("decision", day(|found| found.decision)),
        ("ceremony", day(|found| found.ceremony)),
        ("recognition", day(|found| found.recognition)),
        ("ended", day(|found| found.ended)),
        (
            "ended_because",
            texts(all.iter().map(|(_, found)| found.ended_because.map(crate::domain::schema::choice::EndedFor::key))),
        ),
    ];
    let person = |id: &RecordId| people.get(id);
    let years = all.iter().map(|(id, _)| person(id).and_then(|person| person.birth_year));
    columns.push(("birth_year", Arc::new(years.collect::<Int32Array>()) as ArrayRef));
    for (place, (_, name)) in ANSWERS.into_iter().enumerate() {
        let answer = |id: &RecordId| person(id)?.answers.get(place).copied().flatten();
        columns.push((name, texts(all.iter().map(|(id, _)| answer(id)))));
    }
    columns
}

fn texts<'a>(values: impl Iterator<Item = Option<&'a str>>) -> ArrayRef {
    Arc::new(values.collect::<StringArray>())
}

fn counts(values: impl Iterator<Item = Option<u64>>) -> ArrayRef {
    Arc::new(values.map(|count| i64::try_from(count?).ok()).collect::<Int64Array>())
}

fn days(values: impl Iterator<Item = Option<Day>>) -> ArrayRef {
    let since = |day: Day| i32::try_from(day.days_since_1970()).ok();
    Arc::new(values.map(|day| since(day?)).collect::<Date32Array>())
}

/// Writes a table to one file in its own folder; returns the number of rows.
fn table(folder: &Path, columns: Columns) -> Result<usize, Trouble> {
    let path = folder.join("part-0.parquet");
    let failed = |words: String| Trouble::new(&path, words);
    fs::create_dir_all(folder).map_err(|error| failed(texts::unopened(&error)))?;
    let batch =
        RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, column)| (name, column, true)));
    let batch = batch.map_err(|error| failed(texts::unwritten(&error.to_string())))?;
    let file = File::create(&path).map_err(|error| failed(texts::unopened(&error)))?;
    let written = (|| -> Result<(), ParquetError> {
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let mut writer = ArrowWriter::try_new(file, batch.schema(), Some(properties))?;
        writer.write(&batch)?;
        writer.close().map(|_| ())
    })();
    written.map_err(|error| failed(texts::unwritten(&error.to_string())))?;
    Ok(batch.num_rows())
}
