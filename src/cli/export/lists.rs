//! Converts records to the rows of lists, and lists to CSV.

use std::path::{Path, PathBuf};

use crate::book::Book;
use crate::book::record::Record;
use crate::cli::merge::{free, put};
use crate::cli::trouble::Trouble;
use crate::cli::whole::Whole;
use crate::domain::ledger::Ledger;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::{Field, Kind};
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::lists::find;
use crate::domain::value::day::Day;
use crate::exchange::files::escaped;
use crate::exchange::lists::{Column, List as Of};
use crate::exchange::names::Names;
use crate::text::{cli as texts, numbers};

/// A cell of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Empty.
    Empty,
    /// A day.
    Day(Day),
    /// A count.
    Count(u32),
    /// A text.
    Text(String),
}

impl Cell {
    /// The cell as text.
    pub fn plain(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Day(day) => numbers::day(*day),
            Cell::Count(count) => count.to_string(),
            Cell::Text(text) => escaped(text),
        }
    }
}

/// A list with its rows.
#[derive(Clone, Debug)]
pub struct List {
    /// Kind of list.
    pub of: Of,
    /// Its columns: required ones, and those with at least one value.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// All records as lists, without empty lists.
pub fn of(whole: &Whole) -> Vec<List> {
    // Events are a list of their own: the others name organizations as they were at first.
    let ledger = &whole.ledger.before_events();
    let names = Names::of(ledger);
    let order = [
        Of::Organizations,
        Of::Events,
        Of::Villages,
        Of::Places,
        Of::KeyPeople,
        Of::Classes,
        Of::Reasons,
        Of::Targets,
        Of::Results,
        Of::Surveys,
        Of::Points,
        Of::Members,
        Of::Candidates,
    ];
    let lists = order.into_iter().map(|of| {
        let all = of.columns();
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for id in records(whole, ledger, of.kind()) {
            let Some(record) = whole.book.record(&id) else { continue };
            let row = |count: Option<&Record>| {
                let cell = |column: &Column| {
                    let counted = column.field.spec().record == RecordKind::Headcount;
                    let from = if counted { count } else { Some(record) };
                    from.map_or(Cell::Empty, |record| cell_of(&whole.book, ledger, &names, column.field, record))
                };
                all.iter().map(cell).collect()
            };
            let counts: Vec<&RecordId> = match of {
                Of::Organizations => whole.ledger.headcounts_of(&id).map(|(id, _)| id).collect(),
                _ => Vec::new(),
            };
            rows.extend(counts.iter().map(|id| row(whole.book.record(id))));
            if counts.is_empty() {
                rows.push(row(None));
            }
        }
        // Drops columns without values, unless they are required.
        let used: Vec<bool> = all
            .iter()
            .enumerate()
            .map(|(place, column)| {
                column.needed || rows.iter().any(|row| row.get(place).is_some_and(|cell| *cell != Cell::Empty))
            })
            .collect();
        let kept = |place: usize| used.get(place).copied().unwrap_or_default();
        let columns = all.iter().enumerate().filter(|(place, _)| kept(*place)).map(|(_, column)| *column).collect();
        let rows = rows
            .into_iter()
            .map(|row| row.into_iter().enumerate().filter(|(place, _)| kept(*place)).map(|(_, cell)| cell).collect());
        List { of, columns, rows: rows.collect() }
    });
    lists.filter(|list| !list.rows.is_empty()).collect()
}

/// Records of a kind; organizations in tree order.
fn records(whole: &Whole, ledger: &Ledger, kind: RecordKind) -> Vec<RecordId> {
    if kind == RecordKind::Organization {
        return ledger.tree().into_iter().map(|(_, id)| id).collect();
    }
    whole.book.records().filter(|(id, _)| id.is(kind)).map(|(id, _)| id.clone()).collect()
}

fn cell_of(book: &Book, ledger: &Ledger, names: &Names, field: Field, record: &Record) -> Cell {
    let Some(text) = entry::written(record as &dyn Entries, field) else { return Cell::Empty };
    let plain = || Cell::Text(text.to_owned());
    match field.spec().kind {
        Kind::Reference(RecordKind::Organization) => {
            let Some(id) = RecordId::parse(text) else { return plain() };
            mention(ledger, names, &id, DEEPEST).map_or_else(plain, Cell::Text)
        }
        Kind::Reference(kind) => {
            let named = RecordId::parse(text).and_then(|id| entry::text(book.record(&id)?, Field::title(kind)));
            named.map_or_else(plain, Cell::Text)
        }
        Kind::Choice(list) => {
            find(list.entries(), text).map_or_else(plain, |choice| Cell::Text(choice.name.to_owned()))
        }
        Kind::Day { .. } => Day::from_iso(text).map_or_else(plain, Cell::Day),
        Kind::Month | Kind::When => {
            entry::when(record, field).map_or_else(plain, |when| Cell::Text(numbers::when(when)))
        }
        Kind::Count { .. } => entry::count(record, field).map_or_else(plain, Cell::Count),
        _ => plain(),
    }
}

/// Maximum number of ancestors used to disambiguate an organization's name.
const DEEPEST: usize = 4;

/// How to refer to an organization so that it is found again: with its parent's name if its own is not unique.
fn mention(ledger: &Ledger, names: &Names, id: &RecordId, levels: usize) -> Option<String> {
    let found = ledger.organization(id)?;
    let above = found.parent.as_ref().filter(|_| levels > 0);
    let above = above.and_then(|parent| mention(ledger, names, parent, levels - 1));
    Some(names.mention(found.name.as_deref()?, above.as_deref()))
}

/// Writes each list to a CSV file, with a byte order mark so that Excel detects UTF-8.
///
/// # Errors
/// If a file exists and `force` is not set, or writing fails.
pub fn write(lists: &[List], out: &Path, force: bool) -> Result<Vec<(PathBuf, usize)>, Trouble> {
    let places: Vec<PathBuf> = lists.iter().map(|list| out.join(format!("{}.csv", texts::file(list.of)))).collect();
    places.iter().try_for_each(|place| free(place, force))?;
    let mut written = Vec::new();
    for (list, place) in lists.iter().zip(places) {
        let mut writer = csv::Writer::from_writer("\u{FEFF}".as_bytes().to_vec());
        let failed = |error: csv::Error| Trouble::new(&place, texts::unwritten(&error.to_string()));
        writer.write_record(list.columns.iter().map(|column| column.heading)).map_err(failed)?;
        for row in &list.rows {
            writer.write_record(row.iter().map(Cell::plain)).map_err(failed)?;
        }
        let bytes = writer.into_inner().map_err(|error| Trouble::new(&place, texts::unopened(error.error())))?;
        put(&place, &bytes, true)?;
        written.push((place, list.rows.len()));
    }
    Ok(written)
}
