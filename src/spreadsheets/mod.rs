//! Tables that go out to offices, with titles, days as days and counts as numbers: the records as lists, the progress of
//! targets, the committee's statistical forms. Writing them to a file is in `workbook` and `delimited`; which file, and where it goes,
//! is up to the command line and the page.

pub mod delimited;
mod dossier;
mod forms;
mod lists;
mod progress;
pub mod workbook;

use crate::book::Book;
use crate::domain::ledger::Ledger;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};
use crate::text::numbers;
use crate::text::spreadsheets as texts;

pub use lists::lists;

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Empty.
    Empty,
    /// A day.
    Day(Day),
    /// A count.
    Count(u64),
    /// A part of a whole, shown in percent.
    Share(u64, u64),
    /// A text.
    Text(String),
    /// A text that stands out: the name of a group of rows.
    Strong(String),
}

impl Cell {
    /// A count, empty if it is not known.
    fn count(count: Option<u64>) -> Cell {
        count.map_or(Cell::Empty, Cell::Count)
    }

    /// A text, empty if there is none.
    fn text(text: Option<String>) -> Cell {
        text.filter(|text| !text.is_empty()).map_or(Cell::Empty, Cell::Text)
    }

    /// A part in percent of a whole; of nothing there is no part.
    fn share(part: Option<u64>, whole: Option<u64>) -> Cell {
        match (part, whole) {
            (Some(part), Some(whole)) if whole > 0 => Cell::Share(part, whole),
            _ => Cell::Empty,
        }
    }
}

/// A table on a sheet of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeTable {
    /// Name of the sheet.
    pub name: &'static str,
    /// Name of its file where each table has one, without the ending.
    pub file: &'static str,
    /// Whose table it is.
    pub office: String,
    /// Its title.
    pub title: String,
    /// The period or day that it is about.
    pub about: String,
    /// Headings of its columns.
    pub headings: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// What stands below.
    pub notes: Vec<String>,
}

/// What reports are asked about.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The organization; everything below it counts.
    pub organization: &'a RecordId,
    /// The period.
    pub period: Period,
    /// The as-of day; nothing later counts.
    pub as_of: Day,
}

/// The progress of all targets and the forms 1, 2 and 2b of an organization.
pub fn reports(book: &Book, ledger: &Ledger, asked: &Asked<'_>) -> Vec<OfficeTable> {
    let mut sheets = vec![progress::table(ledger, asked)];
    sheets.retain(|sheet| !sheet.rows.is_empty());
    sheets.extend(forms::all(book, ledger, asked));
    let office = ledger.organization_name(asked.organization).unwrap_or_default();
    for sheet in &mut sheets {
        sheet.office = office.to_owned();
        sheet.about = texts::about(asked.period, asked.as_of);
    }
    sheets
}

/// The parts of the candidates' dossiers, a table for each kind of part. Family histories are in them.
pub fn dossiers(book: &Book, ledger: &Ledger) -> Vec<OfficeTable> {
    dossier::parts(book, ledger)
}

/// A percentage as text.
fn percent(part: u64, whole: u64) -> String {
    crate::domain::calculator::figures::share(part, whole).map(numbers::percent).unwrap_or_default()
}
