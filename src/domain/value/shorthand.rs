//! Days as people write them short, without signs or without the century: `5396`, `050396`, `5/3/96`; and years told by an age. What is
//! meant is not always certain, so these are offered and not parsed: the whole forms are in [`super::day`].

use std::ops::Range;

use super::day::{Day, groups};
use super::letters::{fold, number};

/// Years before the latest that a year of two figures may mean: nobody who is told of was born earlier.
const NEAR: i32 = 85;

/// Numbers that are years to whoever writes them, be it by a slip.
const YEARS: Range<u64> = 1_800..2_100;

/// The days that a short text may mean; with two figures of the year those near `latest`. A text of four figures
/// that is a year of today's people is a year.
pub fn days(text: &str, latest: Day) -> Vec<Day> {
    let groups = groups(text).unwrap_or_default();
    let mut days = Vec::new();
    match groups.as_slice() {
        [run] if YEARS.contains(&number(run, 10).unwrap_or_default()) => {}
        [run] => {
            for years in [2, 4] {
                let Some(cut) = run.len().checked_sub(years) else { continue };
                for first in [1, 2] {
                    let Some((day, rest)) = run.split_at_checked(first) else { continue };
                    let Some((month, year)) = cut.checked_sub(first).and_then(|second| rest.split_at_checked(second))
                    else {
                        continue;
                    };
                    days.extend(meant(day, month, year, latest));
                }
            }
        }
        [day, month, year] => days.extend(meant(day, month, year, latest)),
        _ => {}
    }
    days.dedup();
    days
}

/// Whether a short text can be nothing but a day: neither a month and a year, nor a year that is still being typed.
pub fn is_certain(text: &str) -> bool {
    let is_month =
        |text: &str| (1..=2).contains(&text.len()) && (1..=12).contains(&number(text, 10).unwrap_or_default());
    match groups(text).unwrap_or_default().as_slice() {
        [_, _, year] => !["19", "20"].contains(&year.as_str()),
        [run] => [2, 4].into_iter().filter_map(|years| run.split_at_checked(run.len().checked_sub(years)?)).all(
            |(month, year)| {
                !is_month(month) || (year.len() == 4 && !YEARS.contains(&number(year, 10).unwrap_or_default()))
            },
        ),
        _ => false,
    }
}

fn meant(day: &str, month: &str, year: &str, latest: Day) -> Option<Day> {
    let part = |text: &str| {
        number(text, 10).filter(|_| (1..=2).contains(&text.len())).and_then(|part| u8::try_from(part).ok())
    };
    let (day, month) = (part(day)?, part(month)?);
    let years = number(year, 10).and_then(|year| i32::try_from(year).ok())?;
    match year.len() {
        2 => [2_000, 1_900]
            .into_iter()
            .filter_map(|century| Day::new(century + years, month, day))
            .find(|day| *day <= latest && latest.year() - day.year() < NEAR),
        4 => Day::new(years, month, day),
        _ => None,
    }
}

/// The year in which somebody was born who is so old: `42 tuổi`, `42t`. It may be the year before.
pub fn year_of_age(text: &str, today: Day) -> Option<i32> {
    let folded = fold(text);
    let age = folded.strip_suffix('t').or_else(|| folded.strip_suffix("tuoi"))?;
    let age = number(age.trim(), 10).and_then(|age| i32::try_from(age).ok())?;
    (1..=120).contains(&age).then(|| today.year() - age)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, latest: (i32, u8, u8), wanted: &[&str]) {
        let (year, month, day) = latest;
        let latest = Day::new(year, month, day).unwrap_or(Day::LAST);
        let found: Vec<String> = days(text, latest).into_iter().map(Day::iso).collect();
        assert_eq!(found, wanted, "{text}");
    }

    #[test]
    fn a_short_text_is_the_days_that_it_may_mean() {
        let today = (2026, 11, 30);
        check("5396", today, &["1996-03-05"]);
        check("050396", today, &["1996-03-05"]);
        check("50396", today, &["1996-03-05"]);
        check("05396", today, &["1996-03-05"]);
        check("5/3/96", today, &["1996-03-05"]);
        check("5.3.96", today, &["1996-03-05"]);
        check("ngày 5 tháng 3 năm 96", today, &["1996-03-05"]);
        check("531996", today, &["1996-03-05"]);
        check("5031996", today, &["1996-03-05"]);
        // Two ways to cut it.
        check("11196", today, &["1996-11-01", "1996-01-11"]);
        check("1111996", today, &["1996-11-01", "1996-01-11"]);
        // The century by the last day that can be meant.
        check("1/12/56", today, &["1956-12-01"]);
        // Perhaps still being typed: 1999.
        check("1/12/27", today, &[]);
        check("1/12/26", (2046, 1, 1), &["2026-12-01"]);
        check("30/11/26", today, &["2026-11-30"]);
        // Years, whole days and what is none.
        for none in ["1996", "2001", "1890", "", "5", "96", "3/96", "45/3/96", "abc", "310296", "31/2/96", "0912345678"]
        {
            check(none, today, &[]);
        }
    }

    #[test]
    fn what_may_be_a_month_or_half_a_year_is_not_certain() {
        for certain in ["5396", "050396", "50396", "531996", "5/3/96"] {
            assert!(is_certain(certain), "{certain}");
        }
        for doubtful in ["1296", "21996", "121996", "5/3/20", "5/3/19", "1/96", ""] {
            assert!(!is_certain(doubtful), "{doubtful}");
        }
    }

    #[test]
    fn an_age_is_a_year() {
        let today = Day::new(2026, 11, 30).unwrap_or(Day::LAST);
        for (text, year) in [
            ("42 tuổi", Some(1984)),
            ("42t", Some(1984)),
            ("42 tuoi", Some(1984)),
            ("42", None),
            ("tuổi", None),
            ("420 tuổi", None),
        ] {
            assert_eq!(year_of_age(text, today), year, "{text}");
        }
    }
}
