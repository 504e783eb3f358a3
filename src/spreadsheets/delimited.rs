//! A table as CSV, with a byte order mark so that Excel detects UTF-8; formulas in texts are harmless.

use super::{Cell, OfficeTable, percent};
use crate::exchange::files::escaped;

/// The headings and rows alone: other programs read them.
///
/// # Errors
/// If the library cannot write them.
pub fn bytes(sheet: &OfficeTable) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer("\u{FEFF}".as_bytes().to_vec());
    writer.write_record(sheet.headings.iter().map(|heading| escaped(heading)))?;
    for row in &sheet.rows {
        // Names of groups stand alone in their rows.
        writer.write_record((0..sheet.headings.len()).map(|at| row.get(at).map(plain).unwrap_or_default()))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(std::io::Error::from(error.error().kind())))
}

fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        // Every spreadsheet reads it as this day; day and month change places in those that are set to another country.
        Cell::Day(day) => day.iso(),
        Cell::Count(count) => count.to_string(),
        Cell::Share(part, whole) => percent(*part, *whole),
        Cell::Text(text) | Cell::Strong(text) => escaped(text),
    }
}
