//! Emulation points for admissions, by a table that the committee enters: nothing is reckoned without one.
//! Regulations leave the weights to each place (rating since 2025: 366-QĐ/TW, on a scale of 100).

use super::overview::Row;
use crate::domain::admission::planning::Points;
use crate::domain::ledger::Ledger;
use crate::domain::value::ratio::Ratio;

/// The points of one organization, with everything that they were reckoned from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// Percent of the target, as it is printed: one decimal.
    pub percent: Option<Ratio>,
    /// Points for that.
    pub for_percent: Option<Ratio>,
    /// Admissions.
    pub admissions: u64,
    /// Points for those.
    pub for_admissions: Option<Ratio>,
    /// Points taken off.
    pub off: Option<Ratio>,
    /// All together, before the most that can be had.
    pub sum: Ratio,
    /// What counts.
    pub points: Ratio,
    /// Whether the period still runs: nothing is taken off before it is over.
    pub running: bool,
}

/// The points of an organization that stands like this; `None` where a number goes beyond what can be kept.
/// Nothing is taken off where it is not known that nobody was admitted.
pub fn score(table: &Points, row: &Row, running: bool) -> Option<Score> {
    let counted = row.counted;
    let progress = row.target.as_ref().map(|(_, progress)| progress);
    // As printed, so that anybody can reckon it again by hand.
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
    // Division by the inverse: a ratio has no product of its own.
    if other.is_zero() { Some(Ratio::ZERO) } else { one.divided_by(Ratio::whole(1).divided_by(other)?) }
}

/// The points of organizations, the most first; nothing without a table. `running` while the period is not over.
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
