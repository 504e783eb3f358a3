//! Time limits in working days: Monday to Friday except public holidays, which are listed per year in
//! `rules/holidays.json`. Outside the table, or where a holiday is not verified, the result is marked as an estimate.

use std::sync::OnceLock;

use super::instrument::{Mark, once};
use crate::domain::value::day::Day;
use crate::domain::value::letters::number;
use crate::domain::value::rows::{self, Row};

/// The public holidays of one year, with their source.
#[derive(Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// Confidence in the days.
    pub mark: Mark,
    /// Where they were read.
    pub source: String,
    /// Weekdays off.
    pub off: Vec<Day>,
    /// Weekend days worked in exchange.
    pub worked: Vec<Day>,
}

/// Holidays on a fixed date: all that is known of a year outside the table.
const FIXED: [(u8, u8); 4] = [(1, 1), (30, 4), (1, 5), (2, 9)];

/// The last day of a time limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The last day in time.
    pub last: Day,
    /// Whether the calendar of any day in between is uncertain.
    pub estimated: bool,
}

/// The rows that come with the program, by year. A year may have several rows with different marks.
pub(super) fn built_in_years() -> &'static [Year] {
    static PARSED: OnceLock<Vec<Year>> = OnceLock::new();
    // A test checks that the table parses.
    once(&PARSED, || parse(include_str!("../../../rules/holidays.json")).unwrap_or_default())
}

fn parse(text: &str) -> Option<Vec<Year>> {
    rows::parse(text)?.iter().map(year).collect()
}

/// Parses a row of `year`, the year, mark, source, then days as `mm-dd`, prefixed with `+` if worked.
pub(super) fn year(row: &Row) -> Option<Year> {
    let year = rows::at(row, 1)?;
    let (mut off, mut worked) = (Vec::new(), Vec::new());
    for place in 4..row.len() {
        let day = rows::at(row, place)?;
        let (days, day) = match day.strip_prefix('+') {
            Some(day) => (&mut worked, day),
            None => (&mut off, day),
        };
        days.push(Day::from_iso(&format!("{year}-{day}"))?);
    }
    let year = number(year, 10)?.try_into().ok()?;
    let (mark, source) = (Mark::parse(rows::at(row, 2)?), rows::at(row, 3)?.to_owned());
    Some(Year { year, mark, source, off, worked })
}

/// Whether `day` is a working day, and whether that is certain. `rows` are the rows of its year.
fn works(day: Day, rows: &[&Year]) -> (bool, bool) {
    let mut known = false;
    let weekend = day.is_weekend();
    for year in rows {
        known |= year.mark != Mark::Unverified;
        if weekend && year.worked.contains(&day) {
            return (true, true);
        }
        if !weekend && year.off.contains(&day) {
            return (false, year.mark != Mark::Unverified);
        }
    }
    let fixed = !known && FIXED.contains(&(day.day(), day.month()));
    (!weekend && !fixed, known)
}

/// The calendar of working days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    years: Vec<&'static Year>,
}

impl Calendar {
    /// A calendar of these rows. Of two that speak of a day the first one counts.
    pub fn of(years: impl IntoIterator<Item = &'static Year>) -> Calendar {
        Calendar { years: years.into_iter().collect() }
    }

    /// All rows.
    pub fn years(&self) -> &[&'static Year] {
        &self.years
    }

    /// The last day of the table: beyond it every limit is an estimate.
    pub fn known_to(&self) -> Option<Day> {
        let known = self.years.iter().filter(|row| row.mark != Mark::Unverified);
        Day::new(known.map(|row| row.year).max()?, 12, 31)
    }

    fn rows_of(&self, year: i32) -> Vec<&'static Year> {
        self.years.iter().copied().filter(|row| row.year == year).collect()
    }

    /// The last day of a limit of `days` working days after `from`, which itself does not count. `None` outside
    /// [`YEARS`](crate::domain::value::day::YEARS).
    pub fn after(&self, from: Day, days: u32) -> Option<Limit> {
        let (mut left, mut limit) = (days, Limit { last: from, estimated: false });
        let mut rows = self.rows_of(from.year());
        while left > 0 {
            let next = limit.last.plus_days(1)?;
            if next.year() != limit.last.year() {
                rows = self.rows_of(next.year());
            }
            limit.last = next;
            let (works, known) = works(next, &rows);
            left -= u32::from(works);
            limit.estimated |= !known;
        }
        Some(limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar() -> Calendar {
        Calendar::of(built_in_years())
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap_or_else(|problem| unreachable!("{text}: {problem:?}"))
    }

    #[track_caller]
    fn check(from: &str, days: u32, last: &str, estimated: bool) {
        assert_eq!(calendar().after(day(from), days), Some(Limit { last: day(last), estimated }), "{from} {days}");
    }

    #[test]
    fn the_table_has_every_year_from_2016_to_2027_with_its_source() {
        for year in 2016..=2027 {
            let rows: Vec<_> = built_in_years().iter().filter(|row| row.year == year).collect();
            assert!(rows.iter().any(|row| row.mark == Mark::Secondary), "{year}");
            // Ten paid days, eleven since 2021, less those that fall on a weekend without a day in lieu.
            let off: usize = rows.iter().map(|row| row.off.len()).sum();
            assert!((10..=14).contains(&off), "{year}: {off}");
            for row in rows {
                assert!(row.off.iter().all(|day| day.year() == year && !day.is_weekend()), "{year}");
                assert!(row.worked.iter().all(|day| day.year() == year && day.is_weekend()), "{year}");
                assert!(!row.source.is_empty());
            }
        }
    }

    #[test]
    fn working_days_leave_out_weekends_and_holidays() {
        check("1/6/2026", 5, "8/6/2026", false);
        check("5/6/2026", 1, "8/6/2026", false);
        check("1/6/2026", 0, "1/6/2026", false);
        // Tết 2026: 16 to 20 February.
        check("13/2/2026", 1, "23/2/2026", false);
        // 30 April and 1 May 2025, a Friday swapped for Saturday 26 April.
        check("25/4/2025", 1, "26/4/2025", false);
        check("29/4/2025", 1, "5/5/2025", false);
    }

    #[test]
    fn beyond_the_table_it_is_an_estimate() {
        check("31/12/2027", 1, "3/1/2028", true);
        check("31/12/2026", 1, "4/1/2027", false);
        assert_eq!(calendar().known_to(), Some(day("31/12/2027")));
        check("29/4/2030", 1, "2/5/2030", true);
        check("23/11/2026", 1, "25/11/2026", false);
        // The Hùng Kings' day of 2027 is computed.
        check("15/4/2027", 1, "19/4/2027", true);
        assert_eq!(calendar().after(Day::LAST, 1), None);
        assert_eq!(calendar().after(day("1/1/2100"), u32::MAX), None);
    }
}
