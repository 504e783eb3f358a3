//! `ketnap export`: all records as lists that the other commands can read, or as a data set for
//! distributed query engines.

mod dataset;
mod lists;
mod workbook;

use std::fs;
use std::path::{Path, PathBuf};

use super::files::Input;
use super::trouble::Trouble;
use super::{Outcome, files, output, whole};
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

/// Exports all records.
///
/// # Errors
/// All errors in reading or writing.
pub fn run(input: &Input, form: Form, out: &Path, force: bool) -> Result<Outcome, Vec<Trouble>> {
    let files = files::all(input)?;
    if form == Form::Parquet {
        return say(dataset::write(&files, out, force)?);
    }
    let whole = whole::read(&files)?;
    whole.lists.say_ignored();
    whole.lists.say_names();
    let lists = lists::of(&whole);
    fs::create_dir_all(out).map_err(|error| vec![Trouble::new(out, texts::unopened(&error))])?;
    let written = match form {
        Form::Xlsx => workbook::write(&lists, out, force),
        _ => lists::write(&lists, out, force),
    };
    say(written.map_err(|trouble| vec![trouble])?)
}

fn say(written: Vec<(PathBuf, usize)>) -> Result<Outcome, Vec<Trouble>> {
    output::write(|to| written.iter().try_for_each(|(path, rows)| writeln!(to, "{}", texts::written(path, *rows))))?;
    Ok(Outcome::Nothing)
}
