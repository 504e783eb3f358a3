//! `ketnap export`: all records as lists that the other commands can read, the tables that offices ask for, or a data set for
//! distributed query engines.

mod dataset;

use std::fs;
use std::path::{Path, PathBuf};

use super::files::Input;
use super::merge::{free, put};
use super::trouble::Trouble;
use super::{Outcome, files, output, report, whole};
use crate::domain::value::day::Day;
use crate::spreadsheets::{self, Asked as Wanted, OfficeTable, delimited, workbook};
use crate::text::cli::{self as texts, help};

/// Export format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// A CSV file for each list.
    #[value(help = help::CSV)]
    Csv,
    /// A workbook with a sheet for each list.
    #[value(help = help::XLSX)]
    Xlsx,
    /// A partitioned Parquet data set.
    #[value(help = help::PARQUET)]
    Parquet,
}

/// Arguments of the command.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Input files.
    pub input: Input,
    /// Export format.
    pub form: Form,
    /// Output folder.
    pub out: PathBuf,
    /// Whether to overwrite existing files.
    pub force: bool,
    /// Whether to write the parts of dossiers too.
    pub dossiers: bool,
    /// Reports on this organization and period.
    pub reports: Option<Reports>,
}

/// What reports are asked about.
#[derive(Clone, Debug)]
pub struct Reports {
    /// Name of the organization.
    pub organization: Option<String>,
    /// First day of the period.
    pub from: Option<Day>,
    /// Last day of the period.
    pub to: Option<Day>,
    /// As-of day.
    pub as_of: Day,
}

/// Names of the workbooks, and of the folder of parts of dossiers.
const LISTS: &str = "ket-nap.xlsx";
const REPORTS: &str = "bieu.xlsx";
const DOSSIERS: &str = "ho-so.xlsx";

/// Exports all records.
///
/// # Errors
/// All errors in reading or writing.
pub fn run(asked: &Asked) -> Result<Outcome, Vec<Trouble>> {
    let files = files::all(&asked.input)?;
    let out = asked.out.as_path();
    if asked.form == Form::Parquet {
        return say(dataset::write(&files, out, asked.force)?);
    }
    let whole = whole::read(&files)?;
    whole.lists.say_ignored();
    whole.lists.say_names();
    let mut groups = vec![(LISTS, spreadsheets::lists(&whole.book, &whole.ledger))];
    if let Some(Reports { organization, from, to, as_of }) = &asked.reports {
        let wrong = |words: String| vec![Trouble::new(out, words)];
        let organization = report::organization(&whole, organization.as_deref()).map_err(wrong)?;
        let period = report::period(*from, *to, *as_of).map_err(wrong)?;
        let wanted = Wanted { organization: &organization, period, as_of: *as_of };
        groups.push((REPORTS, spreadsheets::reports(&whole.book, &whole.ledger, &wanted)));
    }
    if asked.dossiers {
        groups.push((DOSSIERS, spreadsheets::dossiers(&whole.book, &whole.ledger)));
    }
    fs::create_dir_all(out).map_err(|error| vec![Trouble::new(out, texts::unopened(&error))])?;
    let made = asked.reports.as_ref().map_or(Day::FIRST_OF_2026, |reports| reports.as_of);
    let written = write(&groups, asked, made);
    say(written.map_err(|trouble| vec![trouble])?)
}

/// Writes each group as a workbook, or each of its tables as a file.
fn write(groups: &[(&str, Vec<OfficeTable>)], asked: &Asked, made: Day) -> Result<Vec<(PathBuf, usize)>, Trouble> {
    let mut files: Vec<(PathBuf, usize, Vec<u8>)> = Vec::new();
    for (name, sheets) in groups.iter().filter(|(_, sheets)| !sheets.is_empty()) {
        if asked.form == Form::Xlsx {
            let place = asked.out.join(name);
            let bytes = workbook::bytes(sheets, made).map_err(|error| unwritten(&place, &error))?;
            files.push((place, sheets.iter().map(|sheet| sheet.rows.len()).sum(), bytes));
            continue;
        }
        for sheet in sheets {
            let place = asked.out.join(format!("{}.csv", sheet.file));
            let bytes = delimited::bytes(sheet).map_err(|error| unwritten(&place, &error))?;
            files.push((place, sheet.rows.len(), bytes));
        }
    }
    files.iter().try_for_each(|(place, ..)| free(place, asked.force))?;
    files.iter().try_for_each(|(place, _, bytes)| put(place, bytes, true))?;
    Ok(files.into_iter().map(|(place, rows, _)| (place, rows)).collect())
}

fn unwritten(place: &Path, error: &dyn std::fmt::Display) -> Trouble {
    Trouble::new(place, texts::unwritten(&error.to_string()))
}

fn say(written: Vec<(PathBuf, usize)>) -> Result<Outcome, Vec<Trouble>> {
    output::write(|to| written.iter().try_for_each(|(path, rows)| writeln!(to, "{}", texts::written(path, *rows))))?;
    Ok(Outcome::Nothing)
}
