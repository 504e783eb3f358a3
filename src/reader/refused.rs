//! The rows that cannot be taken in, as a list to be mended and opened again: their own headings and cells, and the reasons in
//! a last column.

use std::collections::HashMap;

use super::rows::Work;
use crate::exchange::files::escaped;
use crate::exchange::plan::{PlanRow, RowState};
use crate::text::lists as texts;

/// The list; empty without such rows.
pub(super) fn list(work: &Work, rows: &[PlanRow]) -> String {
    let refused: HashMap<&str, &PlanRow> =
        rows.iter().filter(|row| row.state == RowState::Refused).map(|row| (row.place.as_str(), row)).collect();
    if refused.is_empty() {
        return String::new();
    }
    let mut lines: Vec<Vec<String>> = Vec::new();
    for (place, sheet) in work.sheets.iter().enumerate() {
        let Some(table) = work.tables.get(place) else { continue };
        let reasons = |line: u64| Some(refused.get(work.place(place, line).as_str())?.says.join(". "));
        let mut table_lines = Vec::new();
        for line in table.lines {
            if let Some(reasons) = reasons(line.number) {
                let cell = |column: usize| line.cells.get(column - 1).map_or("", |cell| cell.trim());
                let mut cells: Vec<String> = sheet.all.iter().map(|column| escaped(cell(column.column))).collect();
                cells.push(reasons);
                table_lines.push(cells);
            }
        }
        if !table_lines.is_empty() {
            let headings = sheet.all.iter().map(|column| column.heading.clone());
            lines.push(headings.chain([texts::WHY_REFUSED.to_owned()]).collect());
            lines.append(&mut table_lines);
        }
    }
    if lines.is_empty() {
        return String::new();
    }
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    // Into memory: it cannot fail.
    let written = lines.iter().all(|line| writer.write_record(line).is_ok());
    let bytes = writer.into_inner().ok().filter(|_| written).unwrap_or_default();
    // Excel takes a list without a mark of its encoding for one of Windows.
    format!("\u{FEFF}{}", String::from_utf8_lossy(&bytes))
}
