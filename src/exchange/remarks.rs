//! Remarks about cells of lists: what could not be understood, and what was read as another text. Building the records is in
//! `intake`, the words are in `text`.

use super::cells::Mended;
use super::lists::{self, Worksheet};
use crate::domain::schema::entry::Problem;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordKind;

/// A problem with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Index of the sheet.
    pub sheet: usize,
    /// Line in the file.
    pub line: u64,
    /// Column in the file, from 1; `None` if the cell is missing.
    pub column: Option<usize>,
    /// The field.
    pub field: Field,
    /// The problem.
    pub matter: Matter,
}

impl Remark {
    /// Whether the row cannot be counted because of it: indicator, organization and days must be
    /// known. An unknown organization is counted under the given name.
    pub fn stops(&self) -> bool {
        // Fields that decide how other entries are counted matter as much as what is counted.
        let decides = matches!(
            self.field,
            Field::OrganizationCountingDay | Field::TotalOverlap | Field::TargetOrigin | Field::TargetSince
        );
        let counted = decides || self.field.spec().record == RecordKind::Headcount;
        // A cell of which nothing is known is as one that is empty.
        let nothing = matches!(self.matter, Matter::Mended { read: Mended::Failed | Mended::Formula, .. });
        let needed = counted || (lists::is_needed(self.field) && self.field != Field::Name);
        !matches!(
            self.matter,
            Matter::Unknown(_)
                | Matter::Undated
                | Matter::Unset(..)
                | Matter::Noted(_)
                | Matter::Mended { read: Mended::As(_) | Mended::MonthFirst(_), .. }
        ) && (needed || (self.field.spec().kind.is_reference() && !nothing))
    }
}

/// Kind of problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// The text is not valid for the field.
    Unreadable(Problem),
    /// The text is none of the entries of the field.
    Unlisted(String),
    /// A required cell is empty.
    Empty,
    /// A number of members is said of no day, and not read.
    Undated,
    /// A remark beside a person, in a column that is not read, says what became of the person.
    Noted(String),
    /// A cell says that no target is set; how it is written, and how many of the column say so.
    Unset(String, usize),
    /// No list has an organization of this name.
    Unknown(String),
    /// Several organizations have this name.
    Several(String),
    /// The period ends before it begins.
    Reversed,
    /// Another row has a different number for the same organization and day.
    Differs,
    /// The cell was read as another text, or may mean another one.
    Mended {
        /// As it stands there.
        written: String,
        /// What was made of it.
        read: Mended,
    },
}

/// What a sheet says beside its rows.
pub(super) fn of_sheet(place: usize, sheet: &Worksheet) -> impl Iterator<Item = Remark> {
    unset(place, sheet).chain(noted(place, sheet))
}

/// For each column of targets in which cells say that none is set, one remark about all of them.
fn unset(place: usize, sheet: &Worksheet) -> impl Iterator<Item = Remark> {
    let of = |column: usize| sheet.unset.iter().filter(move |(_, known, _)| *known == column);
    let firsts = sheet.unset.iter().filter(move |cell| of(cell.1).next() == Some(cell));
    firsts.map(move |(line, column, written)| Remark {
        sheet: place,
        line: *line,
        column: Some(*column),
        field: Field::TargetBound,
        matter: Matter::Unset(written.clone(), of(*column).count()),
    })
}

/// Remarks beside people that say what became of them.
fn noted(place: usize, sheet: &Worksheet) -> impl Iterator<Item = Remark> {
    sheet.noted.iter().map(move |(line, column, text)| Remark {
        sheet: place,
        line: *line,
        column: Some(*column),
        field: Field::title(sheet.list.kind()),
        matter: Matter::Noted(text.clone()),
    })
}
