//! The cells of a workbook's sheet as a person would type them, row by row: what its formats show of a day, what reaches down from
//! cells above, what formulas name. Finding the sheets is in `workbook`.

use std::collections::{BTreeMap, HashSet};

use calamine::{Data, Dimensions, Style};

use super::{FileProblem, FileTrouble, composed};
use crate::domain::schema::choice::Answer;
use crate::exchange::lists::SheetLine;
use crate::exchange::tables::MOST_COLUMNS;

/// Rows that one cell may reach down to.
const MOST_ROWS: u32 = 2_000;

/// The filled cells of a sheet, row by row.
pub(super) struct Cells {
    rows: BTreeMap<u32, Vec<String>>,
    /// Cells with a value, of sheets with formulas: it may be an empty text.
    pub(super) known: HashSet<(u32, u32)>,
    /// How many more cells may be taken, empty ones before filled ones included.
    pub(super) left: usize,
    most: usize,
}

impl Cells {
    /// No cells yet.
    pub(super) fn new(left: usize, most: usize) -> Cells {
        Cells { rows: BTreeMap::new(), known: HashSet::new(), left, most }
    }

    pub(super) fn put(&mut self, (row, column): (u32, u32), value: &Data) -> Result<(), FileTrouble> {
        let text = text(value);
        if text.is_empty() {
            return Ok(());
        }
        let column = column as usize;
        if column >= MOST_COLUMNS {
            return Err(FileProblem::TooManyColumns(MOST_COLUMNS).at(u64::from(row) + 1));
        }
        let cells = self.rows.entry(row).or_default();
        let more = (column + 1).saturating_sub(cells.len());
        self.left = self.left.checked_sub(more).ok_or(FileProblem::TooManyCells(self.most))?;
        cells.resize(cells.len() + more, String::new());
        if let Some(cell) = cells.get_mut(column) {
            *cell = text;
        }
        Ok(())
    }

    /// The text of a cell above or to the left that a formula only names: `A3`, `$A$3`.
    pub(super) fn named(&self, formula: &str) -> Option<String> {
        let bare = formula.replace('$', "");
        let digits = bare.find(|c: char| c.is_ascii_digit())?;
        let (letters, number) = bare.split_at_checked(digits)?;
        let letter =
            |c: char| u32::from(c.to_ascii_uppercase()).checked_sub(u32::from('A')).filter(|place| *place < 26);
        if letters.is_empty() || letters.len() > 3 {
            return None;
        }
        let column = letters.chars().try_fold(0, |column, c| Some(column * 26 + letter(c)? + 1))?;
        let row: u32 = number.parse().ok()?;
        let cells = self.rows.get(&row.checked_sub(1)?)?;
        cells.get(usize::try_from(column.checked_sub(1)?).ok()?).filter(|text| !text.is_empty()).cloned()
    }

    /// The lines, with what reaches down from cells above.
    pub(super) fn lines(self, merged: &[Dimensions]) -> Vec<SheetLine> {
        let mut above: BTreeMap<u32, Vec<(usize, String)>> = BTreeMap::new();
        let mut left = self.left;
        for Dimensions { start: (first, column), end: (last, _) } in merged {
            let place = *column as usize;
            let Some(text) = self.rows.get(first).and_then(|cells| cells.get(place)).filter(|text| !text.is_empty())
            else {
                continue;
            };
            let last = (*last).min(first.saturating_add(MOST_ROWS));
            for (row, _) in self.rows.range(first.saturating_add(1)..=last.max(first.saturating_add(1))) {
                if *row > last || left == 0 {
                    break;
                }
                left -= 1;
                above.entry(*row).or_default().push((place, text.clone()));
            }
        }
        let line = |(row, cells)| SheetLine {
            number: u64::from(row) + 1,
            cells,
            from_above: above.remove(&row).unwrap_or_default(),
        };
        self.rows.into_iter().map(line).collect()
    }
}

/// How much of a day a cell shows: a month that was typed is kept as its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    All,
    Month,
    Year,
}

impl Shown {
    pub(super) fn of(style: &Style) -> Shown {
        let Some(format) = &style.number_format else { return Shown::All };
        let mut quoted = false;
        // Words in quotes and places in brackets say nothing of the day.
        let letters = format.format_code.chars().filter(|c| {
            quoted ^= matches!(c, '"' | '[' | ']');
            !quoted
        });
        let code = letters.collect::<String>().to_ascii_lowercase();
        match (code.contains('y') && !code.contains('d'), code.contains('m')) {
            (false, _) => Shown::All,
            (true, true) => Shown::Month,
            (true, false) => Shown::Year,
        }
    }

    /// A day as it is shown, unless all of it is.
    pub(super) fn text(self, value: &Data) -> Option<Data> {
        let Data::DateTime(time) = value else { return None };
        let (year, month, ..) = time.to_ymd_hms_milli();
        match self {
            Shown::All => None,
            Shown::Month => Some(Data::String(format!("{month:02}/{year:04}"))),
            Shown::Year => Some(Data::String(format!("{year:04}"))),
        }
    }
}

/// A cell as a user would type it.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(time) => time.split('T').next().unwrap_or(time).to_owned(),
        Data::Bool(yes) => (if *yes { Answer::Yes } else { Answer::No }).name().to_owned(),
        Data::Error(error) => error.to_string(),
        Data::Float(_) | Data::Int(_) => number(&cell.to_string()),
        _ => composed(cell.to_string()),
    }
}

/// A number in Vietnamese notation, with a decimal comma.
fn number(digits: &str) -> String {
    digits.replace('.', ",")
}
