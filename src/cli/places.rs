//! Records made from lists, with the positions of their rows and the remarks about their cells.

use std::collections::HashMap;

use super::gather::Found;
use super::trouble::Trouble;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::exchange::intake::{self, Made};
use crate::exchange::lists::Worksheet;
use crate::exchange::names::Names;
use crate::exchange::remarks::{Matter, Remark};
use crate::text::cli as texts;

/// Records made from lists.
#[derive(Debug, Default)]
pub struct Lists {
    /// The records, in the order of their rows.
    pub made: Vec<Made>,
    /// The remarks.
    pub remarks: Vec<Remark>,
    /// The sheets.
    pub sheets: Vec<Found>,
}

impl Lists {
    /// Makes records of all sheets. `names` has the organizations of the books.
    pub fn new(sheets: Vec<Found>, names: &mut Names, known: &dyn Fn(&RecordId) -> bool) -> Lists {
        let read: Vec<Worksheet> = sheets.iter().map(|found| found.sheet.clone()).collect();
        let (mut made, remarks) = intake::take(&read, names, known);
        // What books have is not changed by lists.
        made.retain(|made| !known(&made.id));
        Lists { made, remarks, sheets }
    }

    /// Whether a list has a column for a field.
    pub fn has_column(&self, sheet: usize, field: Field) -> bool {
        self.sheets.get(sheet).is_some_and(|found| found.sheet.columns.iter().any(|(_, known)| *known == field))
    }

    /// Display name of a sheet.
    pub fn name(&self, sheet: usize) -> String {
        self.sheets.get(sheet).map(|found| found.name.clone()).unwrap_or_default()
    }

    /// Sheet and line of each record that has a row of its own.
    pub fn places(&self) -> HashMap<&RecordId, (usize, u64)> {
        self.made.iter().filter_map(|made| Some((&made.id, (made.sheet, made.line?)))).collect()
    }

    /// A remark as an error message.
    pub fn trouble(&self, remark: &Remark) -> Trouble {
        let words = texts::remark(remark.field, &remark.matter);
        Trouble { file: self.name(remark.sheet), line: Some(remark.line), column: remark.column, words }
    }

    /// Prints the ignored columns.
    pub fn say_ignored(&self) {
        for found in &self.sheets {
            if !found.sheet.ignored.is_empty() {
                let words = texts::ignored(&found.sheet.ignored);
                let column = found.sheet.ignored.first().map(|(column, _)| *column);
                eprintln!("{}", Trouble { file: found.name.clone(), line: Some(found.sheet.headings), column, words });
            }
        }
    }

    /// Prints names that are unknown or ambiguous. The checks report all other remarks themselves.
    pub fn say_names(&self) {
        for remark in &self.remarks {
            if matches!(remark.matter, Matter::Unknown(_) | Matter::Several(_)) {
                eprintln!("{}", self.trouble(remark));
            }
        }
    }

    /// Prints all remarks and returns those that prevent counting. An unreadable field of a person
    /// counts as empty, as on the page.
    ///
    /// # Errors
    /// All remarks that prevent counting.
    pub fn say_remarks(&self) -> Result<(), Vec<Trouble>> {
        let mut stops = Vec::new();
        for remark in &self.remarks {
            if remark.stops() {
                stops.push(self.trouble(remark));
            } else {
                eprintln!("{}", self.trouble(remark));
            }
        }
        if stops.is_empty() { Ok(()) } else { Err(stops) }
    }
}
