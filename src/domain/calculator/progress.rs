//! Progress of an organization against a target on a day. Exact: ratios are rounded only for display. Counting is in
//! `tally`.

use super::coverage;
use super::forecast;
use super::indicator::CountedKind;
use super::tally::{self, Doubt, Query, Tally};
use super::targets;
use crate::domain::ledger::Ledger;
use crate::domain::ledger::members;
use crate::domain::ledger::records::Target;
use crate::domain::schema::id::RecordId;
use crate::domain::value::bound::{BaseDay, Bound};
use crate::domain::value::day::{Day, Period};
use crate::domain::value::letters::fold;
use crate::domain::value::ratio::Ratio;

/// Progress of one target on one day. Values that do not apply are `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The number to reach: the bound, its lower end, or the percentage of the base.
    pub lower: Option<Ratio>,
    /// The target is exceeded above this number.
    pub upper: Option<u64>,
    /// The members that a percentage is taken of.
    pub base: Option<u32>,
    /// Number of results.
    pub counted: u64,
    /// Pending candidates, not part of `counted`.
    pub pending: Option<u64>,
    /// `counted / lower`.
    pub percent: Option<Ratio>,
    /// `counted / upper`, for ranges only.
    pub percent_of_upper: Option<Ratio>,
    /// `counted / base`, for percent targets only.
    pub share_of_base: Option<Ratio>,
    /// Results beyond `upper`.
    pub over: Option<u64>,
    /// Results missing to `lower`.
    pub short: Option<u64>,
    /// Results expected by now at an even pace.
    pub expected: Option<Ratio>,
    /// `counted / expected`.
    pub of_pace: Option<Ratio>,
    /// The status.
    pub status: Status,
    /// Sum of the targets that direct children have from this organization for the same indicator and period.
    pub children_sum: Option<Ratio>,
    /// Whether that sum is below `lower`.
    pub children_below: bool,
    /// For a target of several years, the sum of the targets of each year; `None` if one is missing.
    pub years_sum: Option<Ratio>,
    /// Counted records with a day of their own.
    pub dated: Vec<RecordId>,
    /// Counted totals.
    pub totals: Vec<RecordId>,
    /// Doubts about the count.
    pub doubts: Vec<Doubt>,
}

/// Status of a target; the first that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// The target is 0, or the base of a percentage is unknown.
    NotComputable,
    /// More than `upper`.
    Exceeded,
    /// At least `lower`.
    Met,
    /// The period is over.
    Missed,
    /// Even all recorded candidates are not enough; only with a forecast.
    OutOfReach,
    /// At least the expected number.
    OnPace,
    /// Less than the expected number.
    Behind,
}

/// Whether to forecast; only then a target can be out of reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forecast {
    /// No forecast.
    Off,
    /// Count the recorded candidates who could still make it in time.
    On,
    /// The number of these candidates, computed before; `None` if no candidate is recorded.
    Known(Option<u64>),
}

/// Computes the progress of a target. `None` if it has no organization, indicator, period or bound.
pub fn progress(ledger: &Ledger, target: &Target, as_of: Day, forecast: Forecast) -> Option<Progress> {
    let (organization, indicator) = (target.organization.as_ref()?, target.indicator?);
    let period = target.period?;
    let ledger = targets::counted_by(ledger, target);
    let tally = tally::tally(ledger, &Query { organization, indicator, period, as_of });
    with(ledger, target, as_of, forecast, tally)
}

/// Like [`progress`], with a tally computed before.
pub(super) fn with(ledger: &Ledger, target: &Target, as_of: Day, forecast: Forecast, tally: Tally) -> Option<Progress> {
    let (organization, indicator) = (target.organization.as_ref()?, target.indicator?);
    let (period, bound) = (target.period?, target.bound?);
    let counted = tally.counted;
    let base = base_of(ledger, target, as_of);
    let lower = lower_of(bound, base);
    let upper = match bound {
        // More than was asked for is not beyond anything.
        _ if is_level(target) => None,
        Bound::Range { most, .. } => Some(u64::from(most)),
        Bound::Exactly(_) | Bound::AtLeast(_) | Bound::PercentOfBase { .. } => lower.map(Ratio::ceiling),
    };
    let computable = lower.filter(|lower| !lower.is_zero());
    let of = |whole: Ratio| Ratio::whole(counted).divided_by(whole);
    let over = computable.and(upper).map(|upper| counted.saturating_sub(upper));
    let short = computable.map(|lower| lower.ceiling().saturating_sub(counted));
    let expected = lower.and_then(|lower| expected(ledger, target, lower, as_of));
    // Only where it can change the status, because it visits every candidate.
    let waits = computable.is_some_and(|lower| Ratio::whole(counted) < lower) && as_of <= period.last();
    let more = match forecast {
        Forecast::On if waits => forecast::deferred_could_follow(ledger, organization, indicator, period, as_of),
        Forecast::Known(more) => more,
        _ => None,
    };
    let reach = more.map(|more| counted.saturating_add(more));
    let status = match (computable, over, expected) {
        (Some(_), Some(1..), _) => Status::Exceeded,
        (Some(lower), _, _) if Ratio::whole(counted) >= lower => Status::Met,
        (Some(_), _, _) if as_of > period.last() => Status::Missed,
        (Some(lower), _, _) if reach.is_some_and(|reach| Ratio::whole(reach) < lower) => Status::OutOfReach,
        (Some(_), _, Some(expected)) if Ratio::whole(counted) >= expected => Status::OnPace,
        (Some(_), _, Some(_)) => Status::Behind,
        _ => Status::NotComputable,
    };
    let children_sum = children_sum(ledger, target, as_of);
    Some(Progress {
        lower,
        upper,
        base,
        counted,
        pending: tally.pending,
        percent: computable.and_then(of),
        percent_of_upper: match bound {
            Bound::Range { most, .. } => of(Ratio::whole(u64::from(most))),
            Bound::Exactly(_) | Bound::AtLeast(_) | Bound::PercentOfBase { .. } => None,
        },
        share_of_base: base.and_then(|base| of(Ratio::whole(u64::from(base)))),
        over,
        short,
        expected,
        of_pace: expected.and_then(of),
        status,
        children_sum,
        years_sum: years_sum(ledger, target, as_of),
        children_below: matches!((children_sum, lower), (Some(sum), Some(lower)) if sum < lower),
        dated: tally.dated,
        totals: tally.totals,
        doubts: tally.doubts,
    })
}

fn base_of(ledger: &Ledger, target: &Target, as_of: Day) -> Option<u32> {
    let (organization, period) = (target.organization.as_ref()?, target.period?);
    let Bound::PercentOfBase { base, .. } = target.bound? else { return None };
    let on = match base {
        BaseDay::PeriodStart => period.first(),
        BaseDay::AsOf => as_of,
    };
    if is_level(target) {
        return u32::try_from(coverage::villages(ledger, organization, on.min(as_of)).all).ok().filter(|all| *all > 0);
    }
    members::base(ledger, organization, on)
}

/// Whether a target is about how many there are on a day, not about how many come.
fn is_level(target: &Target) -> bool {
    target.indicator.is_some_and(|indicator| CountedKind::of(indicator) == CountedKind::Level)
}

/// Results expected by now at an even pace: from 0, or from what there was before the period.
fn expected(ledger: &Ledger, target: &Target, lower: Ratio, as_of: Day) -> Option<Ratio> {
    let (organization, indicator, period) = (target.organization.as_ref()?, target.indicator?, target.period?);
    let (elapsed, days) = (period.elapsed(as_of), period.days());
    if !is_level(target) {
        return lower.times(elapsed, days);
    }
    let eve = period.first().plus_days(-1)?;
    let before = Period::new(eve, eve)?;
    let before = tally::tally(ledger, &Query { organization, indicator, period: before, as_of: eve }).counted;
    let before = Ratio::whole(before);
    let more = lower.plus(before.times(-1, 1)?)?;
    if lower <= before { Some(lower) } else { before.plus(more.times(elapsed, days)?) }
}

fn lower_of(bound: Bound, base: Option<u32>) -> Option<Ratio> {
    match bound {
        Bound::Exactly(count) | Bound::AtLeast(count) | Bound::Range { least: count, .. } => {
            Some(Ratio::whole(u64::from(count)))
        }
        Bound::PercentOfBase { percent, .. } => percent.times(i64::from(base?), 100),
    }
}

/// Sum of the targets of the single years of a longer period, from the same issuer. `None` unless there is exactly one
/// for each year. The target of a term is entered, never derived from this sum.
fn years_sum(ledger: &Ledger, own: &Target, as_of: Day) -> Option<Ratio> {
    let (organization, term) = (own.organization.as_ref()?, own.period?);
    let whole_years = term.first() == term.first().year_start() && term.last() == term.last().year_end();
    let years = term.first().year()..=term.last().year();
    if !whole_years || years.start() == years.end() {
        return None;
    }
    let issuer = |target: &Target| fold(target.issuer.as_deref().unwrap_or_default());
    let mut sum = Ratio::ZERO;
    for year in years {
        let of_year = |period: Period| {
            period.first().year() == year
                && period.first() == period.first().year_start()
                && period.last() == period.first().year_end()
        };
        let mut found = ledger.targets_of(organization).filter(|(id, target)| {
            target.indicator == own.indicator
                && target.origin == own.origin
                && target.period.is_some_and(of_year)
                && issuer(target) == issuer(own)
                && targets::holds(ledger, id, target, as_of)
        });
        let ((_, target), None) = (found.next()?, found.next()) else { return None };
        sum = sum.plus(lower_of(target.bound?, base_of(ledger, target, as_of))?)?;
    }
    Some(sum)
}

/// Sum of the targets that direct children have from this organization for the same indicator and period. A child's
/// target without an issuer counts as assigned from directly above.
fn children_sum(ledger: &Ledger, own: &Target, as_of: Day) -> Option<Ratio> {
    let organization = own.organization.as_ref()?;
    let name = fold(ledger.organization_name(organization).unwrap_or_default());
    // Most organizations are cells without children; this avoids a pass over all targets for each of them.
    if !ledger.has_below(organization) {
        return None;
    }
    let handed_down = ledger.targets_within(organization).filter(|(id, target)| {
        let child = target.organization.as_ref().filter(|child| *child != organization);
        child.and_then(|child| ledger.parent(child)) == Some(organization)
            && (target.indicator, target.period) == (own.indicator, own.period)
            && target.issuer.as_deref().is_none_or(|issuer| fold(issuer).is_empty() || fold(issuer) == name)
            && !target.is_own()
            && targets::holds(ledger, id, target, as_of)
    });
    handed_down
        .filter_map(|(_, target)| lower_of(target.bound?, base_of(ledger, target, as_of)))
        .fold(None, |sum, lower| sum.unwrap_or(Ratio::ZERO).plus(lower))
}
