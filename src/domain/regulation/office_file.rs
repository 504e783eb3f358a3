//! The file in which an office hands out instruments, corrections and days off: reading it, with everything that is wrong
//! in it (docs/REGULATION.md). What it adds is in `office`.

mod reading;

use super::instrument::InstrumentId;
use super::key::Key;
use super::office::{OfficeRules, Reader};
use super::table::Regulation;
use crate::domain::value::day::Day;
use crate::domain::value::rows;
use reading::Reading;

/// Version of the format that this program reads.
pub const VERSION: &str = "1";
/// Largest file, in bytes: a hundred times the regulation that comes with the program.
pub const LARGEST: usize = 1_000_000;

/// Why a file is refused as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// Larger than a megabyte.
    TooLarge,
    /// Not rows of texts, or not of this kind.
    Foreign,
    /// Of a later version of the format.
    Newer,
    /// Nothing in it can be taken in.
    Nothing,
}

/// Why a row, or the instrument that it belongs to, is not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowProblem {
    /// The first word of the row is unknown.
    UnknownWord(String),
    /// The row stands before the first instrument.
    NoInstrument,
    /// The key is unknown.
    UnknownKey(String),
    /// The value is not a whole number that the key can have.
    Value {
        /// The key.
        key: Key,
        /// Smallest value.
        least: u32,
        /// Largest value.
        most: u32,
    },
    /// The key has a value in this instrument already.
    Twice(Key),
    /// Not a day.
    Day(String),
    /// The instrument was read on a day that has not come yet.
    NotYet(Day),
    /// A text that has to be there is not: article or source, or the title of a form.
    Short,
    /// The instrument has no number.
    NoNumber,
    /// The instrument has no day of issue.
    NoIssued,
    /// A new instrument has no first day in force.
    NoFrom,
    /// The instrument says nothing.
    Empty,
    /// It ends before it begins.
    EndsBefore,
    /// The instrument is in the file already.
    Again,
    /// A regulation of the Central Committee that does not say whose place it takes.
    NoPredecessor,
    /// The instrument whose place it takes is unknown.
    UnknownInstrument(InstrumentId),
    /// It begins before the instrument whose place it takes, or another one has taken that place.
    Overlaps(InstrumentId),
}

/// A row that is not taken in. If the row belongs to the head of an instrument, the whole instrument is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The row, from 1.
    pub row: usize,
    /// The reason.
    pub problem: RowProblem,
}

/// What is in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeFile {
    /// The office that wrote it.
    pub office: String,
    /// Who read the instruments.
    pub reader: Option<Reader>,
    /// What can be taken in, in the order of the file.
    pub rules: Vec<OfficeRules>,
    /// What cannot.
    pub refused: Vec<Refusal>,
}

impl OfficeFile {
    /// Whether a text may be such a file. Backups never begin like this.
    pub fn looks_like(text: &str) -> bool {
        text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).starts_with(['[', '{'])
    }

    /// Reads a file against the regulation that it would change. Nobody has read an instrument after `today`.
    ///
    /// # Errors
    /// If nothing of it can be taken in.
    pub fn read(text: &str, known: &Regulation, today: Day) -> Result<OfficeFile, (FileProblem, Vec<Refusal>)> {
        let whole = |problem| (problem, Vec::new());
        if text.len() > LARGEST {
            return Err(whole(FileProblem::TooLarge));
        }
        let rows = rows::parse(text.trim_start_matches('\u{feff}')).ok_or_else(|| whole(FileProblem::Foreign))?;
        match rows.first().map(|row| (rows::at(row, 0), rows::at(row, 1))) {
            Some((Some("quydinh"), Some(VERSION))) => {}
            Some((Some("quydinh"), _)) => return Err(whole(FileProblem::Newer)),
            _ => return Err(whole(FileProblem::Foreign)),
        }
        let file = Reading::of(known, &rows, today).read(&rows);
        if file.rules.is_empty() { Err((FileProblem::Nothing, file.refused)) } else { Ok(file) }
    }
}
