//! Where the records of lists stand, and what was remarked about their cells.

use std::collections::HashMap;

use super::gather::Found;
use super::trouble::Trouble;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::exchange::intake::{self, Made, Matter, Remark};
use crate::exchange::lists::Worksheet;
use crate::exchange::names::Names;
use crate::text::vi::cli as told;

/// Records made from lists.
#[derive(Debug, Default)]
pub struct Lists {
    /// The records, in the order of their rows.
    pub made: Vec<Made>,
    /// What was remarked.
    pub remarks: Vec<Remark>,
    /// The sheets that they are from.
    pub sheets: Vec<Found>,
}

impl Lists {
    /// Makes records of all sheets. `names` are those of the books' organizations.
    pub fn new(sheets: Vec<Found>, names: &mut Names, known: &dyn Fn(&RecordId) -> bool) -> Lists {
        let read: Vec<Worksheet> = sheets.iter().map(|found| found.sheet.clone()).collect();
        let (made, remarks) = intake::take(&read, names, known);
        Lists { made, remarks, sheets }
    }

    /// Whether a list has a column for a field.
    pub fn has_column(&self, sheet: usize, field: Field) -> bool {
        self.sheets.get(sheet).is_some_and(|found| found.sheet.columns.iter().any(|(_, known)| *known == field))
    }

    /// The name under which a sheet is told.
    pub fn name(&self, sheet: usize) -> String {
        self.sheets.get(sheet).map(|found| found.name.clone()).unwrap_or_default()
    }

    /// Where each record stands that has a row of its own: sheet and line.
    pub fn places(&self) -> HashMap<&RecordId, (usize, u64)> {
        self.made.iter().filter_map(|made| Some((&made.id, (made.sheet, made.line?)))).collect()
    }

    /// A remark as it is told.
    pub fn told(&self, remark: &Remark) -> Trouble {
        let words = told::remark(remark.field, &remark.matter);
        Trouble { file: self.name(remark.sheet), line: Some(remark.line), column: remark.column, words }
    }

    /// Says which columns were ignored.
    pub fn say_ignored(&self) {
        for found in &self.sheets {
            if !found.sheet.ignored.is_empty() {
                let words = told::ignored(&found.sheet.ignored);
                let column = found.sheet.ignored.first().map(|(column, _)| *column);
                eprintln!("{}", Trouble { file: found.name.clone(), line: Some(found.sheet.headings), column, words });
            }
        }
    }

    /// Says which names were not found, or are those of several organizations. Whatever else was remarked the checks
    /// tell themselves.
    pub fn say_names(&self) {
        for remark in &self.remarks {
            if matches!(remark.matter, Matter::Unknown(_) | Matter::Several(_)) {
                eprintln!("{}", self.told(remark));
            }
        }
    }

    /// Says what was remarked; remarks that keep a row from being counted come back. What cannot be read of a person
    /// counts as not filled in, as it does on the page.
    ///
    /// # Errors
    /// Every remark that stops.
    pub fn say_remarks(&self) -> Result<(), Vec<Trouble>> {
        let mut stops = Vec::new();
        for remark in &self.remarks {
            if remark.stops() {
                stops.push(self.told(remark));
            } else {
                eprintln!("{}", self.told(remark));
            }
        }
        if stops.is_empty() { Ok(()) } else { Err(stops) }
    }
}
