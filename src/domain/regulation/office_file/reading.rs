//! Reading a regulation file row by row: what belongs to which instrument, what is refused and why.

use super::{OfficeFile, Refusal, RowProblem};
use crate::domain::regulation::instrument::{Instrument, from_rows};
use crate::domain::regulation::key::{Key, Unit};
use crate::domain::regulation::office::{OfficeRules, Reader};
use crate::domain::regulation::table::Regulation;
use crate::domain::regulation::working_days;
use crate::domain::value::day::Day;
use crate::domain::value::letters::number;
use crate::domain::value::rows::{self, Row, Rows};

/// The smallest and the largest value of a key.
fn bounds(key: Key) -> (u32, u32) {
    match key.unit() {
        Unit::Age => (12, 1_200),
        Unit::Months | Unit::WorkingDays => (1, 600),
        Unit::Education => (0, 3),
        Unit::Number => (1, 100),
        Unit::Holds => (0, 1),
    }
}

/// A file that is being read.
pub(super) struct Reading<'a> {
    known: &'a Regulation,
    today: Day,
    office: String,
    reader: Option<Reader>,
    /// The rows of the instrument that is being read, with the place of its first one.
    open: Option<(usize, Rows)>,
    /// Whether a row of its head was refused.
    broken: bool,
    rules: Vec<OfficeRules>,
    refused: Vec<Refusal>,
}

impl<'a> Reading<'a> {
    pub(super) fn of(known: &'a Regulation, rows: &Rows, today: Day) -> Reading<'a> {
        let reader = rows.iter().find(|row| rows::at(row, 0) == Some("read_by"));
        let reader = reader.and_then(|row| {
            let (name, on) = (rows::at(row, 1)?.trim(), Day::from_iso(rows::at(row, 2)?)?);
            (!name.is_empty() && on <= today).then(|| Reader { name: name.to_owned(), on })
        });
        let office = rows::named(rows, "office").unwrap_or_default().trim().to_owned();
        Reading { known, today, office, reader, open: None, broken: false, rules: Vec::new(), refused: Vec::new() }
    }

    /// Reads the rows behind the first.
    pub(super) fn read(mut self, rows: &Rows) -> OfficeFile {
        for (place, row) in rows.iter().enumerate().skip(1) {
            self.row(place + 1, row);
        }
        self.close();
        OfficeFile { office: self.office, reader: self.reader, rules: self.rules, refused: self.refused }
    }

    fn refuse(&mut self, row: usize, problem: RowProblem) {
        self.refused.push(Refusal { row, problem });
    }

    fn row(&mut self, place: usize, row: &Row) {
        let text = |at| rows::at(row, at).map(str::trim).filter(|text| !text.is_empty());
        let day = |at| rows::at(row, at).is_none_or(|text| Day::from_iso(text).is_some());
        let word = text(0).unwrap_or_default();
        match word {
            "office" => {}
            "read_by" => {
                if self.reader.is_none() {
                    let on = text(2).and_then(Day::from_iso).filter(|on| *on > self.today);
                    let day = || RowProblem::Day(text(2).unwrap_or_default().to_owned());
                    self.refuse(place, on.map_or_else(day, RowProblem::NotYet));
                }
            }
            "number" => {
                self.close();
                self.open = Some((place, vec![row.clone()]));
                if text(1).is_none() {
                    self.head(place, RowProblem::NoNumber);
                }
            }
            "year" => match working_days::year(row) {
                Some(_) => self.rules.push(self.rules_of(vec![row.clone()])),
                None => self.refuse(place, RowProblem::Day(text(1).unwrap_or_default().to_owned())),
            },
            _ if self.open.is_none() => {
                let known = ["issued", "from", "to", "replaces", "based_on", "note", "value", "end", "form"];
                let problem = if known.contains(&word) {
                    RowProblem::NoInstrument
                } else {
                    RowProblem::UnknownWord(word.to_owned())
                };
                self.refuse(place, problem);
            }
            "issued" | "from" | "to" if !day(1) => {
                self.head(place, RowProblem::Day(text(1).unwrap_or_default().to_owned()));
            }
            "replaces" | "based_on" if !day(2) => {
                self.head(place, RowProblem::Day(text(2).unwrap_or_default().to_owned()));
            }
            "issued" | "from" | "to" | "replaces" | "based_on" | "note" => self.keep(row),
            "value" | "end" => match self.value(row) {
                Ok(()) => self.keep(row),
                Err(problem) => self.refuse(place, problem),
            },
            "form" if (1..7).all(|at| rows::at(row, at).is_some()) => self.keep(row),
            "form" => self.refuse(place, RowProblem::Short),
            other => self.refuse(place, RowProblem::UnknownWord(other.to_owned())),
        }
    }

    /// A fault in the head of an instrument: nothing of it can be taken in.
    fn head(&mut self, place: usize, problem: RowProblem) {
        self.broken = true;
        self.refuse(place, problem);
    }

    fn keep(&mut self, row: &Row) {
        if let Some((_, rows)) = &mut self.open {
            rows.push(row.clone());
        }
    }

    /// Whether a row of a value can be taken in.
    fn value(&self, row: &Row) -> Result<(), RowProblem> {
        let text = |at| rows::at(row, at).map(str::trim).filter(|text| !text.is_empty());
        let name = text(1).unwrap_or_default();
        let key = Key::ALL.iter().find(|key| key.name() == name).copied();
        let key = key.ok_or_else(|| RowProblem::UnknownKey(name.to_owned()))?;
        let sets = text(0) == Some("value");
        if sets {
            let (least, most) = bounds(key);
            let value = text(2).and_then(|text| u32::try_from(number(text, 10)?).ok());
            let whole_years = |value: u32| key.unit() != Unit::Age || value.is_multiple_of(12);
            if !value.is_some_and(|value| (least..=most).contains(&value) && whole_years(value)) {
                return Err(RowProblem::Value { key, least, most });
            }
        }
        let article = if sets { 4 } else { 3 };
        if text(article).is_none() || rows::at(row, article + 1).is_none() {
            return Err(RowProblem::Short);
        }
        let said =
            |other: &Row| matches!(rows::at(other, 0), Some("value" | "end")) && rows::at(other, 1) == Some(key.name());
        if self.open.as_ref().is_some_and(|(_, rows)| rows.iter().any(said)) {
            return Err(RowProblem::Twice(key));
        }
        Ok(())
    }

    fn rules_of(&self, rows: Rows) -> OfficeRules {
        OfficeRules { office: self.office.clone(), reader: self.reader.clone(), keep: false, rows }
    }

    /// Ends the instrument that is being read.
    fn close(&mut self) {
        let Some((place, rows)) = self.open.take() else { return };
        if std::mem::take(&mut self.broken) {
            return;
        }
        let rules = self.rules_of(rows);
        match from_rows(&rules.rows).ok_or(RowProblem::NoNumber).and_then(|found| self.fits(&found)) {
            Ok(()) => self.rules.push(rules),
            Err(problem) => self.refuse(place, problem),
        }
    }

    /// Whether an instrument fits to those known and to those before it in the file.
    fn fits(&self, found: &Instrument) -> Result<(), RowProblem> {
        let known = self.known.instrument(&found.id);
        let others = || self.rules.iter().filter_map(|rules| from_rows(&rules.rows));
        if found.id.issued.is_none() && known.is_none() {
            return Err(RowProblem::NoIssued);
        }
        if others().any(|other| other.id == found.id) {
            return Err(RowProblem::Again);
        }
        let from = found.from.or(known.and_then(|known| known.from)).ok_or(RowProblem::NoFrom)?;
        if found.to.or(known.and_then(|known| known.to)).is_some_and(|to| to < from) {
            return Err(RowProblem::EndsBefore);
        }
        let says = !found.values.is_empty() || !found.ends.is_empty() || !found.forms.is_empty();
        if known.is_none() && !says && found.replaces.is_none() && found.note.is_none() {
            return Err(RowProblem::Empty);
        }
        let Some(before) = &found.replaces else {
            let new_set = known.is_none() && found.id.number.ends_with("-QĐ/TW");
            return if new_set { Err(RowProblem::NoPredecessor) } else { Ok(()) };
        };
        let old = self.known.instrument(before).map(|old| old.from);
        let old = old.or_else(|| others().find(|other| other.id == *before).map(|other| other.from));
        let old = old.ok_or_else(|| RowProblem::UnknownInstrument(before.clone()))?;
        let mut all = self.known.instruments().iter().filter(|other| other.id != found.id);
        let taken = all.any(|other| other.replaces.as_ref() == Some(before))
            || others().any(|other| other.replaces.as_ref() == Some(before));
        if taken || old.is_none_or(|old| from <= old) {
            return Err(RowProblem::Overlaps(before.clone()));
        }
        Ok(())
    }
}
