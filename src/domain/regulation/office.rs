//! What an office adds to the regulation: one instrument, or days off of one year, with who read it and when. Kept as
//! records of a book (`ledger`), applied by `table`. Reading the file that it comes in is in `office_file`.

use super::instrument::{Instrument, InstrumentId, Mark, from_rows};
use super::working_days::{self, Year};
use crate::domain::value::day::Day;
use crate::domain::value::rows::{self, Rows};

/// Who read an instrument, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Name and post.
    pub name: String,
    /// The day.
    pub on: Day,
}

/// One instrument, or one year of days off, from an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeRules {
    /// The office that wrote the file.
    pub office: String,
    /// Who read the instrument; without it the values only hint.
    pub reader: Option<Reader>,
    /// Whether the office's values count although the program has learned more of the instrument since.
    pub keep: bool,
    /// Rows as in `rules/*.json`.
    pub rows: Rows,
}

impl OfficeRules {
    /// Number and day of issue of the instrument; `None` for days off.
    pub fn id(&self) -> Option<InstrumentId> {
        let number = rows::named(&self.rows, "number")?.to_owned();
        Some(InstrumentId { number, issued: rows::named(&self.rows, "issued").and_then(Day::from_iso) })
    }

    /// The year of the days off.
    pub fn year(&self) -> Option<i32> {
        self.years().next().map(|year| year.year)
    }

    /// The instrument, its values marked as the office's.
    pub(super) fn instrument(&self) -> Option<Instrument> {
        let mut found = from_rows(&self.rows)?;
        for (_, cited) in &mut found.values {
            cited.mark = self.mark();
            cited.source = self.source(&cited.source);
        }
        for end in &mut found.ends {
            end.mark = self.mark();
            end.source = self.source(&end.source);
        }
        for form in &mut found.forms {
            form.mark = self.mark();
            form.source = self.source(&form.source);
        }
        let read = self.reader.as_ref().map(|reader| reader.on);
        found.known_to = read.filter(|_| found.to.is_none());
        Some(found)
    }

    /// The days off of a year.
    pub(super) fn years(&self) -> impl Iterator<Item = Year> {
        let of_year = |row: &&rows::Row| rows::at(row, 0) == Some("year");
        self.rows.iter().filter(of_year).filter_map(|row| {
            let year = working_days::year(row)?;
            Some(Year { mark: self.mark(), source: self.source(&year.source), ..year })
        })
    }

    /// Whether the program has learned more of the instrument than the office knew, and nobody chose the office's.
    pub fn is_outdated(&self, known: &Instrument) -> bool {
        let read = self.reader.as_ref().map(|reader| reader.on);
        !self.keep && known.known_to.or(known.to).is_some_and(|known| read.is_none_or(|read| read < known))
    }

    fn mark(&self) -> Mark {
        if self.reader.is_some() { Mark::Office } else { Mark::Unverified }
    }

    fn source(&self, told: &str) -> String {
        let told = if told.is_empty() { String::new() } else { format!("; {told}") };
        match &self.reader {
            Some(reader) => format!("{} ({}){told}", self.office, reader.name),
            None => format!("{}{told}", self.office),
        }
    }
}
