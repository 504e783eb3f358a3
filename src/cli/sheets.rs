//! Spreadsheets as lines of texts: comma separated values with any of three separators, and workbooks of Excel.
//! Which list a sheet is stands in `exchange::lists`.

use std::io::{Cursor, Read};
use std::path::Path;

use calamine::{Data, Reader, Xlsx};

use super::files::{Named, composed};
use super::trouble::Trouble;
use crate::exchange::lists::SheetLine;
use crate::text::vi::cli as words;

/// A workbook that unpacks to more bytes than this is refused.
pub const LARGEST_UNPACKED: u64 = 512 << 20;
/// A workbook with more filled cells than this is refused.
pub const MOST_CELLS: usize = 5_000_000;

/// Reads comma separated values; the separator is the one of `,` `;` and tabulator that the first lines have most of.
///
/// # Errors
/// If a quote is never closed or the text is otherwise none.
pub fn table(path: &Path, text: &str) -> Result<Vec<SheetLine>, Trouble> {
    // Excel's own way of telling the separator.
    let told = text
        .strip_prefix("sep=")
        .and_then(|rest| rest.bytes().next())
        .filter(|sign| sign.is_ascii_punctuation() || *sign == b'\t');
    let separator = told.unwrap_or_else(|| separator(text));
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
                // Where the reader stands it has not yet passed the ends of the lines before.
                let at =
                    record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
                let rest = text.get(at..).unwrap_or_default();
                let at = text.len() - rest.trim_start_matches(['\r', '\n']).len();
                number += ends(text.get(counted..at).unwrap_or_default());
                counted = at;
                if number > 1 || told.is_none() {
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

/// How many lines end in a text, in any of the three ways.
fn ends(text: &str) -> u64 {
    let alone = text.matches('\r').count() - text.matches("\r\n").count();
    (text.matches('\n').count() + alone) as u64
}

/// Line of a quote that is opened and never closed: everything behind it would be one cell.
fn unclosed(text: &str, separator: u8) -> Option<u64> {
    let (mut opened, mut begins, mut signs) = (None, true, text.bytes().enumerate().peekable());
    while let Some((at, sign)) = signs.next() {
        match (opened, sign) {
            (None, b'"') if begins => opened = Some(at),
            (Some(_), b'"') if signs.peek().is_some_and(|(_, next)| *next == b'"') => {
                signs.next();
            }
            (Some(_), b'"') => opened = None,
            _ => {}
        }
        begins = opened.is_none() && (sign == separator || sign == b'\n' || sign == b'\r');
    }
    opened.map(|at| 1 + ends(text.get(..at).unwrap_or_default()))
}

/// A cell as it was before it was kept from being taken for a formula.
fn unquoted(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

fn separator(text: &str) -> u8 {
    // Signs in quotes are no separators; titles above the headings have few.
    let count = |wanted: u8| {
        let lines = text.lines().take(30).map(|line| {
            let mut quoted = false;
            line.bytes()
                .filter(|sign| {
                    quoted ^= *sign == b'"';
                    *sign == wanted && !quoted
                })
                .count()
        });
        lines.max().unwrap_or(0)
    };
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

/// Reads the sheets of a workbook.
///
/// # Errors
/// If it is none, or larger than the limits.
pub fn workbook(path: &Path, bytes: Vec<u8>) -> Result<Vec<Named>, Trouble> {
    unpacks(path, &bytes)?;
    let unread = |error: calamine::XlsxError| Trouble::new(path, words::unread(&error.to_string()));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unread)?;
    let names = book.sheet_names();
    let (mut sheets, mut cells) = (Vec::new(), 0);
    for name in &names {
        let range = book.worksheet_range(name).map_err(unread)?;
        cells += range.used_cells().count();
        if cells > MOST_CELLS {
            return Err(Trouble::new(path, words::too_many_cells(MOST_CELLS)));
        }
        let first = range.start().unwrap_or_default();
        let lines = range.rows().zip(u64::from(first.0) + 1..).map(|(row, number)| {
            let before = std::iter::repeat_n(String::new(), first.1 as usize);
            SheetLine { number, cells: before.chain(row.iter().map(text)).collect() }
        });
        sheets.push(((names.len() > 1).then(|| name.clone()), lines.collect()));
    }
    Ok(sheets)
}

/// Whether everything in a workbook is within the limits, whatever it says of itself.
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

/// A cell as a person would type it.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(time) => time.split('T').next().unwrap_or(time).to_owned(),
        Data::Bool(yes) => if *yes { words::YES } else { words::NO }.to_owned(),
        Data::Error(_) => String::new(),
        // A number of eleven or ten figures that once had zeros in front.
        Data::Float(_) | Data::Int(_) => number(&cell.to_string()),
        _ => composed(cell.to_string()),
    }
}

/// A number as lists have it: a comma before decimals; citizen numbers with the zeros that a spreadsheet drops.
fn number(figures: &str) -> String {
    if (10..12).contains(&figures.len()) && figures.bytes().all(|figure| figure.is_ascii_digit()) {
        return format!("{figures:0>12}");
    }
    figures.replace('.', ",")
}
