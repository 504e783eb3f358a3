//! Writes lists to an Excel workbook with typed cells: days as dates, counts as numbers, all else
//! as text, so that nothing becomes a formula and no leading zero is lost.

use std::path::{Path, PathBuf};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::lists::{Cell, List};
use crate::cli::merge::{free, put};
use crate::cli::trouble::Trouble;
use crate::text::cli as texts;

/// Writes all lists to one workbook.
///
/// # Errors
/// If it exists and `force` is not set, or writing fails.
pub fn write(lists: &[List], out: &Path, force: bool) -> Result<Vec<(PathBuf, usize)>, Trouble> {
    let place = out.join("ket-nap.xlsx");
    free(&place, force)?;
    let bytes = bytes(lists).map_err(|error| Trouble::new(&place, texts::unwritten(&error.to_string())))?;
    put(&place, &bytes, true)?;
    Ok(vec![(place, lists.iter().map(|list| list.rows.len()).sum())])
}

fn bytes(lists: &[List]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let heading = Format::new().set_bold();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for list in lists {
        let sheet = book.add_worksheet().set_name(texts::sheet_name(list.of))?;
        for (column, at) in list.columns.iter().zip(0..) {
            sheet.write_string_with_format(0, at, column.heading, &heading)?;
        }
        for (row, number) in list.rows.iter().zip(1..) {
            for (cell, at) in row.iter().zip(0..) {
                put_cell(sheet, (number, at), cell, &day)?;
            }
        }
        sheet.set_freeze_panes(1, 1)?;
        sheet.autofit();
    }
    book.save_to_buffer()
}

fn put_cell(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, day: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Day(on) => {
            let year = u16::try_from(on.year()).unwrap_or_default();
            sheet.write_datetime_with_format(row, column, ExcelDateTime::from_ymd(year, on.month(), on.day())?, day)?
        }
        Cell::Count(count) => sheet.write_number(row, column, *count)?,
        Cell::Text(text) => sheet.write_string(row, column, text)?,
    };
    Ok(())
}
