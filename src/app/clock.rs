//! The device's clock: whether it can be right, and the day to count with while it is not. Reading it is in `platform`.

use super::facts::{Clock, ClockTrouble, Moment};
use crate::book::Book;
use crate::domain::value::day::Day;
use crate::store::preferences::Preferences;

/// Days by which a right clock may differ: time zones, and a page left open over midnight.
const SLACK: i64 = 2;
/// Days after which a clock is years ahead of the program.
const AHEAD: i64 = 3 * 366;
/// Milliseconds of a day.
const DAY_MS: u64 = 86_400_000;

/// The day of this program: no day of use is earlier. A test holds it to the day until which the regulation was followed.
pub fn built() -> Day {
    Day::new(2026, 11, 28).unwrap_or(Day::FIRST_OF_2026)
}

/// What is wrong with a clock that shows `day`. A book with edits from years ahead says nothing about this clock.
pub fn trouble(day: Day, book: &Book) -> Option<ClockTrouble> {
    let ahead = |of: Day| built().days_until(of);
    if ahead(day) < -SLACK {
        return Some(ClockTrouble::Behind(built()));
    }
    if ahead(day) > AHEAD {
        return Some(ClockTrouble::Ahead);
    }
    let newest = book.version().stamps().iter().map(|stamp| stamp.ms / DAY_MS).max()?;
    let newest = Day::from_days_since_1970(newest.try_into().ok()?).filter(|newest| ahead(*newest) <= AHEAD)?;
    (day.days_until(newest) > SLACK).then_some(ClockTrouble::Behind(newest))
}

/// The clock at a moment, and the moment with the day to count with: the one set by hand while the clock is wrong, moved
/// on by the days that the clock has gone since.
pub fn read(moment: Moment, book: &Book, preferences: &Preferences) -> (Clock, Moment) {
    let clock = Clock { day: moment.today, trouble: trouble(moment.today, book) };
    let set = preferences.clock.filter(|_| clock.trouble.is_some());
    let today = set.and_then(|(then, day)| {
        let gone = then.days_until(moment.today);
        day.plus_days(Some(gone).filter(|gone| *gone >= 0)?)
    });
    (clock, Moment { today: today.unwrap_or(moment.today), ..moment })
}
