//! Workbooks of Excel and LibreOffice: the visible sheets, their cells as a person would type them.

use std::collections::{BTreeMap, HashSet};
use std::io::{Cursor, Read, Write};

use calamine::{Data, Dimensions, Reader, Sheet, SheetVisible, Sheets, Style, Xlsx, open_workbook_auto_from_rs};

use super::{FileNote, FileProblem, FileTrouble, Limits, Named, composed};
use crate::domain::schema::choice::Answer;
use crate::domain::value::letters::fold;
use crate::exchange::lists::SheetLine;
use crate::exchange::tables::MOST_COLUMNS;

/// Rows that one cell may reach down to.
const MOST_ROWS: u32 = 2_000;

/// Parses the sheets of a workbook.
///
/// # Errors
/// If it is malformed or exceeds the limits.
pub(super) fn read(bytes: Vec<u8>, limits: &Limits, notes: &mut Vec<FileNote>) -> Result<Vec<Named>, FileTrouble> {
    let mut computes = false;
    if bytes.starts_with(b"PK") {
        computes = unpacks(&bytes, limits.unpacked)?;
    } else if has(&bytes, ENCRYPTED) {
        return Err(FileProblem::Password.into());
    }
    let mut book: Sheets<_> = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(unread)?;
    let seen = |sheet: &&Sheet| sheet.visible == SheetVisible::Visible;
    let names: Vec<String> = book.sheets_metadata().iter().filter(seen).map(|sheet| sheet.name.clone()).collect();
    let (instructions, mut names): (Vec<String>, Vec<String>) = names.into_iter().partition(|name| instructs(name));
    if names.is_empty() || instructions.is_empty() {
        names = [names, instructions].concat();
    } else {
        notes.push(FileNote::Instructions(instructions));
    }
    let hidden: Vec<String> =
        book.sheets_metadata().iter().filter(|sheet| !seen(sheet)).map(|sheet| sheet.name.clone()).collect();
    if !hidden.is_empty() {
        notes.push(FileNote::HiddenSheets(hidden));
    }
    let (mut sheets, mut left) = (Vec::new(), limits.cells);
    for name in &names {
        let mut rows = Cells { rows: BTreeMap::new(), known: HashSet::new(), left, most: limits.cells };
        let mut merged = Vec::new();
        match &mut book {
            // One cell in the last corner of a sheet must not take room for all before it.
            Sheets::Xlsx(book) => {
                let mut reader = book.worksheet_cells_reader(name).map_err(|error| unread(error.into()))?;
                // What each format of the workbook leaves out of a day.
                let shown: Vec<Shown> = reader.styles().iter().map(Shown::of).collect();
                while let Some((cell, style)) =
                    reader.next_cell_with_style_id().map_err(|error| unread(error.into()))?
                {
                    let value = Data::from(cell.get_value().clone());
                    let value = shown.get(style).and_then(|shown| shown.text(&value)).unwrap_or(value);
                    rows.put(cell.get_position(), &value)?;
                    if computes && value != Data::Empty {
                        rows.known.insert(cell.get_position());
                    }
                }
                drop(reader);
                if computes {
                    formulas(book, name, &mut rows)?;
                }
                merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
            }
            Sheets::Xlsb(book) => {
                let mut reader = book.worksheet_cells_reader(name).map_err(|error| unread(error.into()))?;
                while let Some(cell) = reader.next_cell().map_err(|error| unread(error.into()))? {
                    rows.put(cell.get_position(), &Data::from(cell.get_value().clone()))?;
                }
            }
            book => {
                let range = book.worksheet_range(name).map_err(unread)?;
                let (row, column) = range.start().unwrap_or_default();
                for (y, x, value) in range.used_cells() {
                    let place = |first: u32, more: usize| first.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
                    rows.put((place(row, y), place(column, x)), value)?;
                }
                if let Sheets::Xls(book) = book {
                    merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
                }
            }
        }
        left = rows.left;
        sheets.push(((names.len() > 1).then(|| name.clone()), rows.lines(&merged)));
    }
    Ok(sheets)
}

fn unread(error: calamine::Error) -> FileTrouble {
    FileProblem::Malformed(error.to_string()).into()
}

/// How much of a day a cell shows: a month that was typed is kept as its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    All,
    Month,
    Year,
}

impl Shown {
    fn of(style: &Style) -> Shown {
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
    fn text(self, value: &Data) -> Option<Data> {
        let Data::DateTime(time) = value else { return None };
        let (year, month, ..) = time.to_ymd_hms_milli();
        match self {
            Shown::All => None,
            Shown::Month => Some(Data::String(format!("{month:02}/{year:04}"))),
            Shown::Year => Some(Data::String(format!("{year:04}"))),
        }
    }
}

/// Whether a sheet of this name tells how to fill in the others: its people are examples.
fn instructs(name: &str) -> bool {
    let name = fold(name);
    [
        "huong dan",
        "hd nhap",
        "hd dien",
        "vi du",
        "mau vi du",
        "instruction",
        "danh muc",
        "danhmuc",
        "dm ",
        "tham chieu",
        "lookup",
    ]
    .iter()
    .any(|word| name.starts_with(word))
}

/// Puts formulas where the file has no result of them, as programs leave them that do not compute.
fn formulas(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str, rows: &mut Cells) -> Result<(), FileTrouble> {
    let mut reader = book.worksheet_cells_reader(name).map_err(|error| unread(error.into()))?;
    while let Some(cell) = reader.next_formula().map_err(|error| unread(error.into()))? {
        let place = cell.get_position();
        if !cell.get_value().is_empty() && !rows.known.contains(&place) {
            let shown = rows.named(cell.get_value()).unwrap_or_else(|| format!("={}", cell.get_value()));
            rows.put(place, &Data::String(shown))?;
        }
    }
    Ok(())
}

/// The filled cells of a sheet, row by row.
struct Cells {
    rows: BTreeMap<u32, Vec<String>>,
    /// Cells with a value, of sheets with formulas: it may be an empty text.
    known: HashSet<(u32, u32)>,
    /// How many more cells may be taken, empty ones before filled ones included.
    left: usize,
    most: usize,
}

impl Cells {
    fn put(&mut self, (row, column): (u32, u32), value: &Data) -> Result<(), FileTrouble> {
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
    fn named(&self, formula: &str) -> Option<String> {
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
    fn lines(self, merged: &[Dimensions]) -> Vec<SheetLine> {
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

/// “EncryptedPackage” as a workbook with a password has it.
const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

fn has(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|part| part == wanted)
}

/// Checks the limits by actually unpacking: the declared sizes cannot be trusted. Tells whether there are formulas.
fn unpacks(bytes: &[u8], most: u64) -> Result<bool, FileTrouble> {
    let unread = |error: &dyn std::fmt::Display| FileTrouble::from(FileProblem::Malformed(error.to_string()));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| unread(&error))?;
    let (mut left, mut seen) = (most, Formulas::default());
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|error| unread(&error))?;
        let size = std::io::copy(&mut part.take(left + 1), &mut seen).map_err(|error| unread(&error))?;
        left = left.checked_sub(size).ok_or(FileProblem::TooLarge(most))?;
    }
    Ok(seen.found)
}

/// Looks for the beginning of a formula, `<f>` or `<f …>`, in what is written to it.
#[derive(Default)]
struct Formulas {
    /// How much of a beginning was seen.
    begun: usize,
    found: bool,
}

impl Write for Formulas {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        for byte in bytes {
            self.begun = match (self.begun, byte) {
                (_, b'<') => 1,
                (1, b'f') => 2,
                (2, b'>' | b' ') => {
                    self.found = true;
                    0
                }
                _ => 0,
            };
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
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
