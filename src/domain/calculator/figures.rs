//! Basic figures: shares, growth, and comparison of periods of different length. Progress against a target is in
//! `progress`.

use crate::domain::value::day::Period;
use crate::domain::value::ratio::Ratio;

/// `part / whole`. `None` if `whole` is 0.
pub fn share(part: u64, whole: u64) -> Option<Ratio> {
    Ratio::new(i64::try_from(part).ok()?, i64::try_from(whole).ok()?)
}

/// `(new − old) / old`. `None` if `old` is 0.
pub fn growth(old: u64, new: u64) -> Option<Ratio> {
    let (old, new) = (i64::try_from(old).ok()?, i64::try_from(new).ok()?);
    Ratio::new(new.checked_sub(old)?, old)
}

/// A number and the period it was counted in.
pub type Over = (u64, Period);

/// Comparison of a number with an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Growth of the numbers; `None` if the old one is 0.
    pub growth: Option<Ratio>,
    /// The numbers per month, if the periods differ in length.
    pub per_month: Option<PerMonth>,
}

/// Two numbers, each divided by the months of its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PerMonth {
    /// The earlier number per month.
    pub old: Ratio,
    /// The later number per month.
    pub new: Ratio,
    /// Growth between them; `None` if the old one is 0.
    pub growth: Option<Ratio>,
}

/// Compares two numbers. Periods with a different number of months are also compared per month.
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

/// Length of a period in months: whole months plus the remaining days as a fraction of the month they begin in.
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
