//! Parses spreadsheets to lines of texts: CSV with one of three separators, and Excel workbooks.
//! `exchange::lists` recognizes the lists in them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;

use calamine::{Data, Reader, Sheet, SheetVisible, Sheets, open_workbook_auto_from_rs};

use super::files::{Named, composed, say};
use super::trouble::Trouble;
use crate::exchange::lists::SheetLine;
use crate::exchange::tables::MOST_COLUMNS;
use crate::text::cli as words;

/// Maximum unpacked size of a workbook, in bytes.
pub const LARGEST_UNPACKED: u64 = 512 << 20;
/// Maximum number of filled cells in a workbook.
pub const MOST_CELLS: usize = 5_000_000;

/// Parses CSV. The separator is the most frequent one of comma, semicolon and tab in the first lines.
///
/// # Errors
/// If a quote is not closed or the text is otherwise malformed.
pub fn table(path: &Path, text: &str) -> Result<Vec<SheetLine>, Trouble> {
    // Excel's `sep=` line.
    let declared = text
        .strip_prefix("sep=")
        .and_then(|rest| rest.bytes().next())
        .filter(|byte| byte.is_ascii_punctuation() || *byte == b'\t');
    let separator = declared.unwrap_or_else(|| separator(text));
    if let Some(line) = unclosed(text, separator) {
        return Err(Trouble::new(path, words::UNCLOSED).at(line, None));
    }
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(separator);
    let (mut lines, mut record) = (Vec::new(), csv::StringRecord::new());
    let mut reader = reader.from_reader(text.as_bytes());
    let (mut number, mut counted) = (1, 0);
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {
                // The reader's position may still be before the preceding line breaks.
                let at =
                    record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
                let rest = text.get(at..).unwrap_or_default();
                let at = text.len() - rest.trim_start_matches(['\r', '\n']).len();
                number += ends(text.get(counted..at).unwrap_or_default());
                counted = at;
                if record.len() > MOST_COLUMNS {
                    return Err(Trouble::new(path, words::too_many_columns(MOST_COLUMNS)).at(number, None));
                }
                if number > 1 || declared.is_none() {
                    lines.push(SheetLine { number, cells: record.iter().map(unquoted).collect() });
                }
            }
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                return Err(Trouble::new(path, words::unread(&error.to_string())).at(line, None));
            }
        }
    }
    Ok(lines)
}

/// Counts line breaks: CRLF, LF or CR.
fn ends(text: &str) -> u64 {
    let alone = text.matches('\r').count() - text.matches("\r\n").count();
    (text.matches('\n').count() + alone) as u64
}

/// The line of an opening quote that is never closed: everything after it would be one cell.
fn unclosed(text: &str, separator: u8) -> Option<u64> {
    let (mut opened, mut begins, mut bytes) = (None, true, text.bytes().enumerate().peekable());
    while let Some((at, byte)) = bytes.next() {
        match (opened, byte) {
            (None, b'"') if begins => opened = Some(at),
            (Some(_), b'"') if bytes.peek().is_some_and(|(_, next)| *next == b'"') => {
                bytes.next();
            }
            (Some(_), b'"') => opened = None,
            _ => {}
        }
        begins = opened.is_none() && (byte == separator || byte == b'\n' || byte == b'\r');
    }
    opened.map(|at| 1 + ends(text.get(..at).unwrap_or_default()))
}

/// Reverts the escaping of a formula-like text.
fn unquoted(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

fn separator(text: &str) -> u8 {
    // Separators inside quotes do not count; titles above the headings have few.
    let count = |wanted: u8| {
        let lines = text.lines().take(30).map(|line| {
            let mut quoted = false;
            line.bytes()
                .filter(|byte| {
                    quoted ^= *byte == b'"';
                    *byte == wanted && !quoted
                })
                .count()
        });
        lines.max().unwrap_or(0)
    };
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|byte| count(*byte)).unwrap_or(b',')
}

/// Parses the sheets of a workbook.
///
/// # Errors
/// If it is malformed or exceeds the limits.
pub fn workbook(path: &Path, bytes: Vec<u8>) -> Result<Vec<Named>, Trouble> {
    if bytes.starts_with(b"PK") {
        unpacks(path, &bytes)?;
    } else if has(&bytes, ENCRYPTED) {
        return Err(Trouble::new(path, words::PASSWORD));
    }
    let unread = |error: calamine::Error| Trouble::new(path, words::unread(&error.to_string()));
    let mut book: Sheets<_> = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(unread)?;
    let seen = |sheet: &&Sheet| sheet.visible == SheetVisible::Visible;
    let names: Vec<String> = book.sheets_metadata().iter().filter(seen).map(|sheet| sheet.name.clone()).collect();
    let hidden: Vec<&str> =
        book.sheets_metadata().iter().filter(|sheet| !seen(sheet)).map(|sheet| sheet.name.as_str()).collect();
    if !hidden.is_empty() {
        say(&Trouble::new(path, words::hidden_sheets(&hidden)));
    }
    let (mut sheets, mut left) = (Vec::new(), MOST_CELLS);
    for name in &names {
        let mut rows = Cells { path, rows: BTreeMap::new(), left };
        match &mut book {
            // One cell in the last corner of a sheet must not take room for all before it.
            Sheets::Xlsx(book) => {
                let mut reader = book.worksheet_cells_reader(name).map_err(|error| unread(error.into()))?;
                while let Some(cell) = reader.next_cell().map_err(|error| unread(error.into()))? {
                    rows.put(cell.get_position(), &Data::from(cell.get_value().clone()))?;
                }
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
            }
        }
        left = rows.left;
        sheets.push(((names.len() > 1).then(|| name.clone()), rows.lines()));
    }
    Ok(sheets)
}

/// The filled cells of a sheet, row by row.
struct Cells<'a> {
    path: &'a Path,
    rows: BTreeMap<u32, Vec<String>>,
    /// How many more cells may be taken, empty ones before filled ones included.
    left: usize,
}

impl Cells<'_> {
    fn put(&mut self, (row, column): (u32, u32), value: &Data) -> Result<(), Trouble> {
        let text = text(value);
        if text.is_empty() {
            return Ok(());
        }
        let column = column as usize;
        if column >= MOST_COLUMNS {
            let trouble = Trouble::new(self.path, words::too_many_columns(MOST_COLUMNS));
            return Err(trouble.at(u64::from(row) + 1, None));
        }
        let cells = self.rows.entry(row).or_default();
        let more = (column + 1).saturating_sub(cells.len());
        let too_many = || Trouble::new(self.path, words::too_many_cells(MOST_CELLS));
        self.left = self.left.checked_sub(more).ok_or_else(too_many)?;
        cells.resize(cells.len() + more, String::new());
        if let Some(cell) = cells.get_mut(column) {
            *cell = text;
        }
        Ok(())
    }

    fn lines(self) -> Vec<SheetLine> {
        self.rows.into_iter().map(|(row, cells)| SheetLine { number: u64::from(row) + 1, cells }).collect()
    }
}

/// “EncryptedPackage” as a workbook with a password has it.
const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

fn has(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|part| part == wanted)
}

/// Checks the limits by actually unpacking: the declared sizes cannot be trusted.
fn unpacks(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let unread = |error: &dyn std::fmt::Display| Trouble::new(path, words::unread(&error.to_string()));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| unread(&error))?;
    let mut left = LARGEST_UNPACKED;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|error| unread(&error))?;
        let size = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|error| unread(&error))?;
        left = left.checked_sub(size).ok_or_else(|| Trouble::new(path, words::too_large(LARGEST_UNPACKED)))?;
    }
    Ok(())
}

/// A cell as a user would type it.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(time) => time.split('T').next().unwrap_or(time).to_owned(),
        Data::Bool(yes) => if *yes { words::YES } else { words::NO }.to_owned(),
        Data::Error(error) => error.to_string(),
        Data::Float(_) | Data::Int(_) => number(&cell.to_string()),
        _ => composed(cell.to_string()),
    }
}

/// A number in Vietnamese notation, with a decimal comma.
fn number(digits: &str) -> String {
    digits.replace('.', ",")
}
