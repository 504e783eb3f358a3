//! Dates of which only the month or the year is known: months of a work history, birth years of relatives. Days
//! are in `day`.

use super::day::{Day, DayProblem, YEARS, groups};
use super::letters::number;

/// A month of the civil calendar, from January 1900 to December 2100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// Months since year 0, see [`Day::month_number`].
    number: i32,
}

impl Month {
    /// The month that contains `day`.
    pub fn of(day: Day) -> Month {
        Month { number: day.month_number() }
    }

    /// Parses a handwritten month: `06/2022`, `tháng 6 năm 2022`, or the stored form `2022-06`. A full date is
    /// reduced to its month.
    ///
    /// # Errors
    /// Why the text is not a month.
    pub fn parse(text: &str) -> Result<Month, DayProblem> {
        let found = groups(text)?;
        match found.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            [year, month] if year.len() == 4 => Month::new(year, month),
            [month, year] => Month::new(year, month),
            [run] if run.len() == 6 => Month::new(run.get(2..).unwrap_or_default(), run.get(..2).unwrap_or_default()),
            [year] if year.len() == 4 => Err(DayProblem::MonthMissing),
            _ => Day::parse(text).map(Month::of),
        }
    }

    fn new(year: &str, month: &str) -> Result<Month, DayProblem> {
        if year.len() < 4 {
            return Err(DayProblem::YearTooShort);
        }
        let year = year_of(year)?;
        match number(month, 10).and_then(|month| i32::try_from(month).ok()) {
            Some(month @ 1..=12) => Ok(Month { number: year * 12 + month - 1 }),
            _ => Err(DayProblem::Impossible),
        }
    }

    /// Months since year 0.
    pub fn number(self) -> i32 {
        self.number
    }

    /// Adds `months`. The result may lie outside [`YEARS`].
    #[must_use]
    pub fn plus(self, months: i32) -> Month {
        Month { number: self.number.saturating_add(months) }
    }

    /// Year of the month.
    pub fn year(self) -> i32 {
        self.number.div_euclid(12)
    }

    /// Month of the year, 1 to 12.
    pub fn month(self) -> i32 {
        self.number.rem_euclid(12) + 1
    }

    /// The stored form, `yyyy-mm`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}", self.year().unsigned_abs(), self.month().unsigned_abs())
    }
}

fn year_of(text: &str) -> Result<i32, DayProblem> {
    let year = number(text, 10).and_then(|year| i32::try_from(year).ok()).ok_or(DayProblem::Unreadable)?;
    if YEARS.contains(&year) { Ok(year) } else { Err(DayProblem::YearOutOfRange(year)) }
}

/// A date of known precision: year, month or day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Only the year is known.
    Year(i32),
    /// Year and month are known.
    Month(Month),
    /// The full date is known.
    Day(Day),
}

impl When {
    /// Parses a year, a month or a day.
    ///
    /// # Errors
    /// Why the text is none of them.
    pub fn parse(text: &str) -> Result<When, DayProblem> {
        match groups(text)?.as_slice() {
            [year] if year.len() <= 4 => {
                if year.len() < 4 {
                    Err(DayProblem::YearTooShort)
                } else {
                    year_of(year).map(When::Year)
                }
            }
            [run] if run.len() > 6 => Day::parse(text).map(When::Day),
            [_] | [_, _] => Month::parse(text).map(When::Month),
            _ => Day::parse(text).map(When::Day),
        }
    }

    /// The stored form: `yyyy`, `yyyy-mm` or `yyyy-mm-dd`.
    pub fn iso(self) -> String {
        match self {
            When::Year(year) => format!("{year:04}"),
            When::Month(month) => month.iso(),
            When::Day(day) => day.iso(),
        }
    }

    /// The earliest possible day.
    pub fn earliest(self) -> Option<Day> {
        match self {
            When::Year(year) => Day::new(year, 1, 1),
            When::Month(month) => Day::new(month.year(), u8::try_from(month.month()).ok()?, 1),
            When::Day(day) => Some(day),
        }
    }

    /// The latest possible day.
    pub fn latest(self) -> Option<Day> {
        match self {
            When::Year(year) => Day::new(year, 12, 31),
            When::Month(_) => self.earliest()?.plus_months(1)?.plus_days(-1),
            When::Day(day) => Some(day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handwritten_months_are_parsed() {
        for text in [
            "06/2022",
            "6/2022",
            "6.2022",
            "06-2022",
            "2022-06",
            "tháng 6/2022",
            "Tháng 06 năm 2022",
            "062022",
            "1/6/2022",
        ] {
            assert_eq!(Month::parse(text).map(Month::iso), Ok("2022-06".to_owned()), "{text}");
        }
        for (text, problem) in [
            ("13/2022", DayProblem::Impossible),
            ("0/2022", DayProblem::Impossible),
            ("6/22", DayProblem::YearTooShort),
            ("2022", DayProblem::MonthMissing),
            ("6/1822", DayProblem::YearOutOfRange(1822)),
            ("31/2/2022", DayProblem::Impossible),
            ("nay", DayProblem::Unreadable),
            ("", DayProblem::Unreadable),
        ] {
            assert_eq!(Month::parse(text), Err(problem), "{text}");
        }
    }

    #[test]
    fn a_date_is_kept_as_well_as_it_is_known() {
        for (text, stored, first, last) in [
            ("1950", "1950", "1950-01-01", "1950-12-31"),
            ("năm 1950", "1950", "1950-01-01", "1950-12-31"),
            ("2/1952", "1952-02", "1952-02-01", "1952-02-29"),
            ("03021952", "1952-02-03", "1952-02-03", "1952-02-03"),
            ("3.2.1952", "1952-02-03", "1952-02-03", "1952-02-03"),
        ] {
            let when = When::parse(text);
            let days = when.ok().map(|when| (when.iso(), when.earliest().map(Day::iso), when.latest().map(Day::iso)));
            assert_eq!(days, Some((stored.to_owned(), Some(first.to_owned()), Some(last.to_owned()))), "{text}");
            assert_eq!(When::parse(stored), when, "{text}");
        }
        assert_eq!(When::parse("52"), Err(DayProblem::YearTooShort));
        assert_eq!(When::parse("1852"), Err(DayProblem::YearOutOfRange(1852)));
        assert_eq!(When::parse("khoảng 1950"), Err(DayProblem::Unreadable));
    }
}
