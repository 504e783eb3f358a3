//! Emulation points for admissions, by a table that the committee enters; without a table there are none. Regulations
//! leave the weights to each place (rating since 2025: 366-QĐ/TW, on a scale of 100).

use super::overview::Row;
use crate::domain::admission::planning::Points;
use crate::domain::ledger::Ledger;
use crate::domain::value::ratio::Ratio;

/// The points of one organization, with all intermediate values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// Percent of the target, rounded to one decimal as displayed.
    pub percent: Option<Ratio>,
    /// Points for the percent.
    pub for_percent: Option<Ratio>,
    /// Number of admissions.
    pub admissions: u64,
    /// Points for the admissions.
    pub for_admissions: Option<Ratio>,
    /// Points deducted.
    pub off: Option<Ratio>,
    /// Sum before the maximum is applied.
    pub sum: Ratio,
    /// The final points.
    pub points: Ratio,
    /// Whether the period is not over; nothing is deducted before that.
    pub running: bool,
}

/// Computes the points of `row`. `None` on overflow. Nothing is deducted unless it is known that nobody was admitted.
pub fn score(table: &Points, row: &Row, running: bool) -> Option<Score> {
    let counted = row.counted;
    let progress = row.target.as_ref().map(|(_, progress)| progress);
    // The rounded value, so that the calculation can be checked by hand.
    let percent = progress.and_then(|progress| Ratio::new(progress.percent?.rounded(1000), 10));
    let for_percent = match (table.per_percent, percent) {
        (Some(each), Some(percent)) => Some(product(each, percent)?),
        _ => None,
    };
    let for_admissions = match table.per_admission {
        Some(each) => Some(product(each, Ratio::whole(counted))?),
        None => None,
    };
    let off = table.without_any.filter(|_| counted == 0 && row.known && !running);
    let less = match off {
        Some(off) => Some(off.times(-1, 1)?),
        None => None,
    };
    let mut sum = Ratio::ZERO;
    for part in [for_percent, for_admissions, less].into_iter().flatten() {
        sum = sum.plus(part)?;
    }
    let points = table.most.map_or(sum, |most| sum.min(most));
    Some(Score { percent, for_percent, admissions: counted, for_admissions, off, sum, points, running })
}

fn product(one: Ratio, other: Ratio) -> Option<Ratio> {
    // `Ratio` has no multiplication.
    if other.is_zero() { Some(Ratio::ZERO) } else { one.divided_by(Ratio::whole(1).divided_by(other)?) }
}

/// The points of all rows with a table, most points first. `running` if the period is not over.
pub fn scores<'a>(ledger: &Ledger, rows: &'a [Row], running: bool) -> Vec<(&'a Row, Score)> {
    let mut found: Vec<(&Row, Score)> = Vec::new();
    for row in rows {
        let Some(table) = Points::of(ledger, &row.organization) else { continue };
        if [table.per_percent, table.per_admission, table.without_any].iter().all(Option::is_none) {
            continue;
        }
        found.extend(score(&table, row, running).map(|score| (row, score)));
    }
    found.sort_by_key(|(_, score)| std::cmp::Reverse(score.points));
    found
}
