//! Figures that stand on their own: a share of a whole, growth from one number to the next, also over
//! unlike periods. Progress against a target is in `progress`.

use crate::domain::value::day::Period;
use crate::domain::value::ratio::Ratio;

/// `part / whole`; `None` where the whole is 0.
pub fn share(part: u64, whole: u64) -> Option<Ratio> {
    Ratio::new(i64::try_from(part).ok()?, i64::try_from(whole).ok()?)
}

/// `(new − old) / old`; `None` where the old number is 0. A new number alone has no growth.
pub fn growth(old: u64, new: u64) -> Option<Ratio> {
    let (old, new) = (i64::try_from(old).ok()?, i64::try_from(new).ok()?);
    Ratio::new(new.checked_sub(old)?, old)
}

/// A number with the time in which it came about.
pub type Over = (u64, Period);

/// One number beside an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Growth of the numbers as they are; `None` where the old one is 0.
    pub growth: Option<Ratio>,
    /// Where the periods are not of the same length: both numbers per month.
    pub per_month: Option<PerMonth>,
}

/// Two numbers of unlike periods, each per month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PerMonth {
    /// The earlier number.
    pub old: Ratio,
    /// The later one.
    pub new: Ratio,
    /// Growth from one to the other; `None` where the old one is 0.
    pub growth: Option<Ratio>,
}

/// Compares a number with an earlier one. Periods that have not the same number of months are compared per
/// month as well.
pub fn compare(old: Over, new: Over) -> Compared {
    let growth = growth(old.0, new.0);
    let (before, after) = (months(old.1), months(new.1));
    let per_month = || {
        let (before, after) = (before?, after?);
        let old = Ratio::whole(old.0).divided_by(before)?;
        let new = Ratio::whole(new.0).divided_by(after)?;
        let growth = new.divided_by(old).and_then(|ratio| ratio.plus(Ratio::whole(1).times(-1, 1)?));
        Some(PerMonth { old, new, growth })
    };
    Compared { growth, per_month: if before == after { None } else { per_month() } }
}

/// Length of a period in months: whole months, and days of a broken month as a share of that month.
pub fn months(period: Period) -> Option<Ratio> {
    let after = period.last().plus_days(1)?;
    let whole = period.first().whole_months_until(after);
    let begun = period.first().plus_months(whole)?;
    let length = begun.days_until(period.first().plus_months(whole + 1)?);
    Ratio::new(begun.days_until(after), length)?.plus(Ratio::whole(u64::try_from(whole).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::value::day::Day;

    fn period(first: &str, last: &str) -> Period {
        let days = Day::parse(first).ok().zip(Day::parse(last).ok());
        days.and_then(|(first, last)| Period::new(first, last)).unwrap_or_else(|| unreachable!("{first} {last}"))
    }

    #[test]
    fn a_broken_month_is_a_share_of_its_days() {
        for (first, last, over, under) in [
            ("1/1/2021", "30/9/2022", 21, 1),
            ("1/1/2022", "31/12/2022", 12, 1),
            ("1/1/2024", "31/12/2024", 12, 1),
            ("1/1/2022", "27/11/2022", 109, 10),
            ("1/2/2022", "14/2/2022", 1, 2),
            ("16/1/2022", "15/2/2022", 1, 1),
            ("5/5/2022", "5/5/2022", 1, 31),
        ] {
            assert_eq!(months(period(first, last)), Ratio::new(over, under), "{first} {last}");
        }
    }
}
