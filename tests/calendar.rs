//! Days of the civil calendar against another one (the `jiff` crate), for every day from 1/1/1900 to
//! 31/12/2100: which days there are, how they are counted, what months later is and how many whole
//! months lie between two days.

use jiff::ToSpan;
use jiff::Unit;
use jiff::civil::{Date, Weekday, date};
use ket_nap::domain::value::day::{Day, YEARS};

/// Numbers of months that rules and forms ask for, and some around them: the ages of joining (18 and 30
/// years), party ages up to 60 years, a year's probation, both ways.
const MONTHS: [i32; 15] = [0, 1, 2, 6, 11, 12, 13, 36, 216, 361, 720, -1, -12, -216, -720];

/// Every day there is, in both calendars.
fn days() -> impl Iterator<Item = (Day, Date)> {
    let next = |day: &Date| day.tomorrow().ok().filter(|next| *next <= date(2100, 12, 31));
    std::iter::successors(Some(date(1900, 1, 1)), next)
        .map(|day| (ours(day).unwrap_or_else(|| unreachable!("{day}")), day))
}

/// A day of the other calendar in ours; `None` outside the years that a day may have.
fn ours(day: Date) -> Option<Day> {
    Day::new(day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs())
}

/// So many months later by the other calendar: the same day, or the month's last.
fn later(day: Date, months: i32) -> Date {
    day.checked_add(months.months()).unwrap_or_else(|error| unreachable!("{day} {months}: {error}"))
}

#[test]
fn there_are_the_same_days_under_the_same_numbers() {
    let mut there = 0;
    for year in *YEARS.start()..=*YEARS.end() {
        for month in 0..=13_u8 {
            for day in 0..=32_u8 {
                let number = |number: u8| number.try_into().unwrap_or_else(|_| unreachable!("{number}"));
                let year = year.try_into().unwrap_or_else(|_| unreachable!("{year}"));
                let other = Date::new(year, number(month), number(day)).ok();
                let own = Day::new(year.into(), month, day);
                assert_eq!(own.map(Day::iso), other.map(|day| day.to_string()), "{day}/{month}/{year}");
                there += usize::from(own.is_some());
            }
        }
    }
    assert_eq!(there, days().count());
    assert_eq!(there, 73_414);
    assert_eq!((Day::new(1899, 12, 31), Day::new(2101, 1, 1)), (None, None));
}

#[test]
fn every_day_is_written_counted_and_weighed_alike() {
    let epoch = date(1970, 1, 1);
    let mut before: Option<Day> = None;
    for (day, other) in days() {
        let text = other.to_string();
        assert_eq!((day.iso(), Day::from_iso(&text)), (text, Some(day)));
        assert_eq!((day.year(), day.month(), day.day()), (other.year().into(), other.month() as u8, other.day() as u8));
        let since = i64::from(epoch.until(other).map_or(i32::MAX, |span| span.get_days()));
        assert_eq!((day.days_since_1970(), Day::from_days_since_1970(since)), (since, Some(day)), "{day:?}");
        let weekend = matches!(other.weekday(), Weekday::Saturday | Weekday::Sunday);
        assert_eq!(day.is_weekend(), weekend, "{day:?}");
        let year = [other.first_of_year(), other.last_of_year()].map(ours);
        assert_eq!([Some(day.year_start()), Some(day.year_end())], year, "{day:?}");
        assert!(before.is_none_or(|before| before < day && before.days_until(day) == 1), "{day:?}");
        before = Some(day);
    }
    assert_eq!(before, Some(Day::LAST));
}

#[test]
fn days_later_are_the_same_days() {
    for (day, other) in days() {
        for number in [0, 1, 7, 30, 90, 365, 366, 10_000, -1, -30, -366, -10_000_i64] {
            let there = other.checked_add(number.days()).ok().and_then(ours);
            assert_eq!(day.plus_days(number), there, "{day:?} {number}");
            if let Some(there) = there {
                assert_eq!((day.days_until(there), there.days_until(day)), (number, -number), "{day:?} {there:?}");
            }
        }
    }
}

#[test]
fn months_later_are_the_same_days() {
    for (day, other) in days() {
        for months in MONTHS {
            assert_eq!(day.plus_months(months), ours(later(other, months)), "{day:?} {months}");
        }
    }
}

/// The law: so many months are whole on the day on which they are over, `plus_months`, and not a day
/// earlier. From the 31st that is the last day of a month that has no 31st. The same law holds going
/// back: then a month is missing as soon as a day of it is.
#[test]
fn months_are_whole_from_the_day_on_which_they_are_over() {
    let mut held = 0;
    for (day, other) in days() {
        for months in MONTHS {
            let over = later(other, months);
            let around = [(over.yesterday(), months - 1), (Ok(over), months), (over.tomorrow(), months)];
            // Some lie outside the years that a day may have.
            for (on, whole) in around.into_iter().filter_map(|(on, whole)| Some((ours(on.ok()?)?, whole))) {
                assert_eq!(day.whole_months_until(on), whole, "{day:?} {on:?}");
                held += 1;
            }
        }
    }
    assert!(held > 2_500_000, "{held}");
}

/// Where the two calendars part: `jiff` counts towards zero, and has a month whole on its last day only if
/// that is the same day of the month.
#[test]
fn whole_months_differ_from_the_other_calendars_only_at_ends_of_months_and_going_back() {
    let mut apart = 0;
    for (day, other) in days() {
        for distance in (0..70).chain([364, 365, 366, 6_574, 6_575, 21_914, 21_915]) {
            let Some((on, end)) = other.checked_add(distance.days()).ok().and_then(|end| Some((ours(end)?, end)))
            else {
                break;
            };
            let theirs = other.until((Unit::Month, end)).map_or(i32::MAX, |span| span.get_months());
            let at_the_end = end == end.last_of_month() && end.day() < other.day();
            assert_eq!(day.whole_months_until(on), theirs + i32::from(at_the_end), "{day:?} {on:?}");
            apart += usize::from(at_the_end);
            // Going back, a month of which a day is missing is missing: never nearer to zero than theirs.
            let back = end.until((Unit::Month, other)).map_or(i32::MAX, |span| span.get_months());
            let begun = later(end, back) != other;
            assert_eq!(on.whole_months_until(day), back - i32::from(begun), "{on:?} {day:?}");
        }
    }
    assert_eq!(apart, 2_205);
}
