//! Workbooks of Excel and LibreOffice: the visible sheets, their cells as a person would type them.

use std::collections::HashMap;
use std::io::{Cursor, Read, Write};

use calamine::{Data, Dimensions, Reader, Sheet, SheetVisible, Sheets, Xlsx, open_workbook_auto_from_rs};

use super::merged;
use super::workbook_cells::{Cells, Shown};
use super::{FileNote, FileProblem, FileTrouble, Limits, Named};
use crate::domain::value::letters::fold;

/// Parses the sheets of a workbook.
///
/// # Errors
/// If it is malformed or exceeds the limits.
pub(super) fn read(bytes: Vec<u8>, limits: &Limits, notes: &mut Vec<FileNote>) -> Result<Vec<Named>, FileTrouble> {
    let (mut computes, mut reaching) = (false, HashMap::new());
    if bytes.starts_with(b"PK") {
        (computes, reaching) = unpacks(&bytes, limits.unpacked)?;
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
        let mut rows = Cells::new(left, limits.cells);
        let mut merged = reaching.remove(name).unwrap_or_default();
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

/// “EncryptedPackage” as a workbook with a password has it.
const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

fn has(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|part| part == wanted)
}

/// Checks the limits by actually unpacking: the declared sizes cannot be trusted. Tells whether there are formulas, and which
/// cells of an OpenDocument file reach down.
fn unpacks(bytes: &[u8], most: u64) -> Result<(bool, HashMap<String, Vec<Dimensions>>), FileTrouble> {
    let unread = |error: &dyn std::fmt::Display| FileTrouble::from(FileProblem::Malformed(error.to_string()));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| unread(&error))?;
    let (mut left, mut seen) = (most, Formulas::default());
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|error| unread(&error))?;
        let size = std::io::copy(&mut part.take(left + 1), &mut seen).map_err(|error| unread(&error))?;
        left = left.checked_sub(size).ok_or(FileProblem::TooLarge(most))?;
    }
    Ok((seen.found, merged::of(&mut archive)))
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
