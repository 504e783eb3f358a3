//! Civil days and periods: parsing handwritten Vietnamese dates, arithmetic with days and months. The current day is
//! passed in from outside; formatting for display is in `text`.

use super::letters::{fold, split};
use std::fmt;

use time::{Date, Month};

use super::letters::number;

/// Years that a date may have. Anything outside is a typing error.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// A day of the civil calendar, from 1/1/1900 to 31/12/2100.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

/// Why a text is not a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayProblem {
    /// A date that does not exist, such as 31/02.
    Impossible,
    /// A year outside [`YEARS`].
    YearOutOfRange(i32),
    /// A two-digit year: 22 may be 1922 or 2022.
    YearTooShort,
    /// Only a month and a year, where a day is required.
    DayMissing,
    /// Only a year, where at least a month is required.
    MonthMissing,
    /// Not a date at all.
    Unreadable,
}

impl Day {
    /// 1/1/2026, the program's first year. Fallback where a device has no usable clock.
    pub const FIRST_OF_2026: Day = match Date::from_calendar_date(2026, Month::January, 1) {
        Ok(date) => Day(date),
        Err(_) => Day(Date::MAX),
    };

    /// 31/12/2100, the last supported day.
    pub const LAST: Day = match Date::from_calendar_date(2100, Month::December, 31) {
        Ok(date) => Day(date),
        Err(_) => Day(Date::MAX),
    };

    /// Builds a day. `None` if the date does not exist or its year is outside [`YEARS`].
    pub fn new(year: i32, month: u8, day: u8) -> Option<Day> {
        if !YEARS.contains(&year) {
            return None;
        }
        Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok().map(Day)
    }

    /// The day `days` after 1/1/1970, the unit of the browser's clock. `None` outside [`YEARS`].
    pub fn from_days_since_1970(days: i64) -> Option<Day> {
        let julian = i32::try_from(days.checked_add(2_440_588)?).ok()?;
        let date = Date::from_julian_day(julian).ok()?;
        YEARS.contains(&date.year()).then_some(Day(date))
    }

    /// Days since 1/1/1970, the unit of data sets.
    pub fn days_since_1970(self) -> i64 {
        i64::from(self.0.to_julian_day()) - 2_440_588
    }

    /// Parses the stored form, `yyyy-mm-dd`, and nothing else.
    pub fn from_iso(text: &str) -> Option<Day> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        parse_parts(year, month, day)
    }

    /// Parses a handwritten date: `1/6/2022`, `01-06-2022`, `1.6.2022`, `01062022`, `ngày 1 tháng 6 năm 2022`,
    /// `Thứ Tư, 1/6/2022`, or the stored form `2022-06-01`.
    ///
    /// # Errors
    /// Why the text is not a day.
    pub fn parse(text: &str) -> Result<Day, DayProblem> {
        // Fast path: most texts are in the stored form, and hundreds of dossiers are parsed at once.
        if let Some(day) = Day::from_iso(text) {
            return Ok(day);
        }
        let groups = groups(text)?;
        let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
        match groups.as_slice() {
            [run] if run.len() == 8 => {
                let part = |range| run.get(range).unwrap_or_default();
                from_groups(part(4..8), part(2..4), part(0..2))
            }
            [year, month, day] if year.len() >= 3 => from_groups(year, month, day),
            [day, month, year] => from_groups(year, month, day),
            [month, year] if month.len() <= 2 && year.len() == 4 => Err(DayProblem::DayMissing),
            _ => Err(DayProblem::Unreadable),
        }
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// The stored form, `yyyy-mm-dd`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year().unsigned_abs(), u32::from(self.month()), u32::from(self.day()))
    }

    /// Days from `self` to `later`; negative if `later` is earlier.
    pub fn days_until(self, later: Day) -> i64 {
        i64::from(later.0.to_julian_day()) - i64::from(self.0.to_julian_day())
    }

    /// Complete months from `self` to `later`. A month is complete on the same day of the month, or on the last day
    /// of a month that has no such day. Negative if `later` is earlier.
    pub fn whole_months_until(self, later: Day) -> i32 {
        let months = self.month_number() - later.month_number();
        let last = later.0.month().length(later.0.year());
        let complete = later.day() >= self.day().min(last);
        -months - i32::from(!complete)
    }

    /// Months since year 0, for arithmetic with whole months.
    pub fn month_number(self) -> i32 {
        self.year() * 12 + i32::from(self.month()) - 1
    }

    /// Adds `months`, clamped to the last day of the resulting month. `None` outside [`YEARS`].
    pub fn plus_months(self, months: i32) -> Option<Day> {
        let number = self.month_number().checked_add(months)?;
        let (year, month) = (number.div_euclid(12), u8::try_from(number.rem_euclid(12) + 1).ok()?);
        let last = Month::try_from(month).ok()?.length(year);
        Day::new(year, month, self.day().min(last))
    }

    /// Adds `days`. `None` outside [`YEARS`].
    pub fn plus_days(self, days: i64) -> Option<Day> {
        let julian = i64::from(self.0.to_julian_day()).checked_add(days)?;
        let date = Date::from_julian_day(i32::try_from(julian).ok()?).ok()?;
        YEARS.contains(&date.year()).then_some(Day(date))
    }

    /// Whether the day is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        // Julian day 0 was a Monday.
        self.0.to_julian_day().rem_euclid(7) >= 5
    }

    /// The first day of this day's year.
    pub fn year_start(self) -> Day {
        Day::new(self.year(), 1, 1).unwrap_or(self)
    }

    /// The last day of this day's year.
    pub fn year_end(self) -> Day {
        Day::new(self.year(), 12, 31).unwrap_or(self)
    }
}

/// The groups of digits of a date, between the words and separators that dates may contain.
pub(super) fn groups(text: &str) -> Result<Vec<String>, DayProblem> {
    let folded = fold(text);
    let known = |word: &str| {
        matches!(word, "" | "ngay" | "thang" | "nam" | "thu" | "hai" | "ba" | "tu" | "sau" | "bay" | "chu" | "nhat")
    };
    let separators = |c: char| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | ',' | ' ' | '–');
    if !split(&folded, &separators).into_iter().all(known) {
        return Err(DayProblem::Unreadable);
    }
    let mut groups = split(&folded, &|c| !c.is_ascii_digit());
    groups.retain(|group| !group.is_empty());
    Ok(groups.into_iter().map(str::to_owned).collect())
}

fn from_groups(year: &str, month: &str, day: &str) -> Result<Day, DayProblem> {
    if year.len() < 4 {
        // 2000 has every day that any year has.
        let exists = parse_parts("2000", month, day).is_some();
        return Err(if exists { DayProblem::YearTooShort } else { DayProblem::Impossible });
    }
    let known: i32 = number(year, 10).and_then(|year| year.try_into().ok()).ok_or(DayProblem::Unreadable)?;
    if !YEARS.contains(&known) {
        return Err(DayProblem::YearOutOfRange(known));
    }
    parse_parts(year, month, day).ok_or(DayProblem::Impossible)
}

fn parse_parts(year: &str, month: &str, day: &str) -> Option<Day> {
    let parse = |text| number(text, 10);
    Day::new(parse(year)?.try_into().ok()?, parse(month)?.try_into().ok()?, parse(day)?.try_into().ok()?)
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}

/// A range of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    first: Day,
    last: Day,
}

impl Period {
    /// From `first` to `last`, both included. `None` if `first` is after `last`.
    pub fn new(first: Day, last: Day) -> Option<Period> {
        (first <= last).then_some(Period { first, last })
    }

    /// First day, included.
    pub fn first(self) -> Day {
        self.first
    }

    /// Last day, included.
    pub fn last(self) -> Day {
        self.last
    }

    /// Number of days, at least 1.
    pub fn days(self) -> i64 {
        self.first.days_until(self.last) + 1
    }

    /// Days elapsed on `as_of`, which counts itself: 0 before the period, at most [`Period::days`].
    pub fn elapsed(self, as_of: Day) -> i64 {
        (self.first.days_until(as_of) + 1).clamp(0, self.days())
    }

    /// Whether `day` is in the period.
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether all of `inner` is in the period.
    pub fn encloses(self, inner: Period) -> bool {
        self.first <= inner.first && inner.last <= self.last
    }

    /// Whether the two share at least one day.
    pub fn overlaps(self, other: Period) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap_or_else(|problem| unreachable!("{text}: {problem:?}"))
    }

    #[track_caller]
    fn check(text: &str, expected: Result<&str, DayProblem>) {
        assert_eq!(Day::parse(text).map(Day::iso), expected.map(str::to_owned), "{text}");
    }

    #[test]
    fn handwritten_days_are_parsed() {
        for text in [
            "1/6/2022",
            "01-06-2022",
            "1.6.2022",
            "1 6 2022",
            "01062022",
            "2022-06-01",
            " 01/06/2022 ",
            "01/06/2022,",
            "ngày 1/6/2022",
            "Ngày 01 tháng 6 năm 2022",
            "Thứ Tư, 1/6/2022",
            "thứ tư 01/06/2022",
            "nga\u{300}y 1/6/2022",
        ] {
            check(text, Ok("2022-06-01"));
        }
        check("29/2/2024", Ok("2024-02-29"));
    }

    #[test]
    fn what_is_not_a_day_says_why() {
        check("31/02/2022", Err(DayProblem::Impossible));
        check("29/2/2023", Err(DayProblem::Impossible));
        check("0/1/2022", Err(DayProblem::Impossible));
        check("1/13/2022", Err(DayProblem::Impossible));
        check("1/6/0026", Err(DayProblem::YearOutOfRange(26)));
        check("1/6/1886", Err(DayProblem::YearOutOfRange(1886)));
        check("1/6/22", Err(DayProblem::YearTooShort));
        check("29/2/97", Err(DayProblem::YearTooShort));
        check("31/2/96", Err(DayProblem::Impossible));
        check("1/13/96", Err(DayProblem::Impossible));
        check("06/2022", Err(DayProblem::DayMissing));
        check("2022", Err(DayProblem::Unreadable));
        check("hôm qua", Err(DayProblem::Unreadable));
        check("", Err(DayProblem::Unreadable));
        check("1/6/20222022202220222", Err(DayProblem::Unreadable));
    }

    #[test]
    fn months_are_complete_on_the_same_day_or_the_months_last() {
        let check = |from: &str, to: &str, months: i32| {
            assert_eq!(day(from).whole_months_until(day(to)), months, "{from} {to}")
        };
        check("20/12/2007", "20/12/2025", 216);
        check("21/12/2007", "20/12/2025", 215);
        check("31/1/2024", "29/2/2024", 1);
        check("31/1/2024", "28/2/2024", 0);
        check("29/2/2008", "28/2/2026", 216);
        check("10/5/2024", "9/5/2024", -1);
        assert_eq!(day("31/12/2020").plus_months(2), Day::new(2021, 2, 28));
        assert_eq!(day("31/12/2100").plus_months(1), None);
    }

    #[test]
    fn the_day_asked_about_counts_as_elapsed() {
        let year = Period::new(day("1/1/2022"), day("31/12/2022"));
        let elapsed = |on: &str| year.map(|year| year.elapsed(day(on)));
        assert_eq!(year.map(Period::days), Some(365));
        assert_eq!(elapsed("27/11/2022"), Some(331));
        assert_eq!(elapsed("1/1/2022"), Some(1));
        assert_eq!(elapsed("31/12/2021"), Some(0));
        assert_eq!(elapsed("5/5/2023"), Some(365));
        assert_eq!(Period::new(day("2/1/2022"), day("1/1/2022")), None);
    }

    #[test]
    fn weekends_fall_on_saturdays_and_sundays() {
        for (text, weekend) in [
            ("20/11/2026", false),
            ("21/11/2026", true),
            ("22/11/2026", true),
            ("23/11/2026", false),
            ("6/1/1900", true),
        ] {
            assert_eq!(day(text).is_weekend(), weekend, "{text}");
        }
        assert_eq!(day("28/2/2024").plus_days(2), Day::new(2024, 3, 1));
        assert_eq!(day("31/12/2100").plus_days(1), None);
        assert_eq!(day("31/12/2100").plus_days(i64::MAX), None);
    }

    #[test]
    fn days_since_1970_start_at_0() {
        assert_eq!(Day::from_days_since_1970(0), Day::new(1970, 1, 1));
        assert_eq!(Day::from_days_since_1970(20_778), Day::new(2026, 11, 21));
        assert_eq!(Day::from_days_since_1970(i64::MAX), None);
    }
}
