//! `ketnap export`: everything as lists with the headings that the other commands read, or as a data set for
//! engines that work on many computers.

mod lists;
mod workbook;

use std::fs;
use std::path::{Path, PathBuf};

use super::trouble::Trouble;
use super::{Outcome, files, whole};
use crate::text::vi::cli as told;

/// Form of what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// A file of comma separated values for each list.
    Csv,
    /// A workbook with a sheet for each list.
    Xlsx,
}

/// Writes everything.
///
/// # Errors
/// Everything that cannot be read or written.
pub fn run(named: &[PathBuf], form: Form, out: &Path, force: bool) -> Result<Outcome, Vec<Trouble>> {
    let files = files::all(named)?;
    let whole = whole::read(&files)?;
    whole.lists.say_ignored();
    whole.lists.say_names();
    let lists = lists::of(&whole);
    fs::create_dir_all(out).map_err(|error| vec![Trouble::new(out, told::unopened(&error))])?;
    let written = match form {
        Form::Csv => lists::write(&lists, out, force),
        Form::Xlsx => workbook::write(&lists, out, force),
    };
    for (path, rows) in written.map_err(|trouble| vec![trouble])? {
        println!("{}", told::written(&path, rows));
    }
    Ok(Outcome::Nothing)
}
