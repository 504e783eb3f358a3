//! The overview of a committee: the progress of each organization below for one indicator and period, and a comparison
//! of years. Progress against one target is in `progress`, estimates are in `forecast`.

use super::figures::{self, Compared};
use super::forecast::{self, Range};
use super::like::{self, Undivided};
use super::progress::{self, Forecast, Progress, Status};
use super::tally::{self, Query, Tally};
use super::targets;
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::Indicator;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};
use crate::domain::value::letters::{fold, in_order};

/// What the overview shows.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The organization.
    pub organization: &'a RecordId,
    /// The indicator.
    pub indicator: Indicator,
    /// The period.
    pub period: Period,
    /// The as-of day; nothing later counts.
    pub as_of: Day,
    /// Whether a target can be out of reach.
    pub forecast: Forecast,
}

/// One organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The organization.
    pub organization: RecordId,
    /// The target assigned to it, with its progress; of several the first by issuer.
    pub target: Option<(RecordId, Progress)>,
    /// Targets of other issuers.
    pub others: Vec<(RecordId, Progress)>,
    /// Its own plan.
    pub own: Option<RecordId>,
    /// The number counted.
    pub counted: u64,
    /// Whether the number is known: something is entered here, or candidates are followed here and no total of an
    /// organization above includes them.
    pub known: bool,
    /// Estimated results at the end of the period.
    pub range: Option<Range>,
}

/// One year of an organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The counted part of the year.
    pub period: Period,
    /// The number counted; `None` if nothing is recorded for the year.
    pub counted: Option<u64>,
    /// The targets in force for the year, with their progress.
    pub targets: Vec<(RecordId, Progress)>,
    /// The number of the previous year and that of this one by one tree, and their comparison.
    pub compared: Option<(u64, u64, Compared)>,
    /// Whether organizations changed in between, so that both are numbers of the tree of today.
    pub by_tree: bool,
    /// The organization because of which there is no comparison.
    pub undivided: Option<Undivided>,
}

/// The row of every organization directly below, worst status first.
pub fn rows(ledger: &Ledger, view: View<'_>) -> Vec<Row> {
    // A total of the organization itself may include everybody below it.
    let in_one = of(ledger, view, view.period).totals;
    let in_one = in_one
        .iter()
        .filter_map(|id| ledger.total(id))
        .any(|total| total.organization.as_ref() == Some(view.organization));
    let rows =
        ledger.children(view.organization).into_iter().map(|organization| row(ledger, view, organization, in_one));
    in_order(rows, |row| {
        let status = row.target.as_ref().map(|(_, progress)| progress.status);
        let rank = match status {
            Some(Status::Missed) => 0,
            Some(Status::OutOfReach) => 1,
            Some(Status::Behind) => 2,
            Some(Status::OnPace) => 3,
            None | Some(Status::NotComputable) => 4,
            Some(Status::Met) => 5,
            Some(Status::Exceeded) => 6,
        };
        let percent = row.target.as_ref().and_then(|(_, progress)| progress.percent);
        let percent = percent.map_or(0, |percent| percent.rounded(1000));
        format!("{rank} {percent:09} {}", fold(ledger.organization_name(&row.organization).unwrap_or_default()))
    })
}

/// The row of the organization itself.
pub fn own_row(ledger: &Ledger, view: View<'_>) -> Row {
    row(ledger, view, view.organization.clone(), false)
}

fn row(ledger: &Ledger, view: View<'_>, organization: RecordId, in_one: bool) -> Row {
    let period = view.period;
    let found = ledger.targets_of(&organization).filter(|(id, target)| {
        target.indicator == Some(view.indicator)
            && target.period == Some(period)
            && targets::holds(ledger, id, target, view.as_of)
    });
    let (mut own, mut handed) = (None, Vec::new());
    for (id, target) in found {
        if target.is_own() {
            own = Some(id.clone());
        } else {
            handed.push((id, target));
        }
    }
    let mut handed = in_order(handed.into_iter(), |(_, target)| fold(target.issuer.as_deref().unwrap_or_default()));
    // Computed once, for the status and for the range.
    let ahead = forecast::range(ledger, &organization, view.indicator, view.period, view.as_of, 0);
    let recorded = ledger.candidates_within(&organization).next().is_some();
    let known = Forecast::Known(ahead.filter(|_| recorded).map(|range| range.possible));
    let forecast = if view.forecast == Forecast::Off { Forecast::Off } else { known };
    // The targets of the row have its indicator and period, so they share its tally.
    let tally = of(ledger, View { organization: &organization, ..view }, view.period);
    let mut stands = handed.drain(..).filter_map(|(id, target)| {
        // What takes over the results of others counts more.
        let found = match target.takes_over && ledger.has_events() {
            true => progress::progress(ledger, target, view.as_of, forecast),
            false => progress::with(ledger, target, view.as_of, forecast, tally.clone()),
        };
        Some((id.clone(), found?))
    });
    let target = stands.next();
    let others = stands.collect();
    let entered = tally.counted > 0 || !tally.totals.is_empty();
    Row {
        target,
        others,
        own,
        counted: tally.counted,
        known: entered || recorded && !in_one && tally.doubts.is_empty(),
        range: ahead.filter(|_| recorded).map(|range| range.from(tally.counted)),
        organization,
    }
}

/// The tally of the view's organization in `period`.
pub fn of(ledger: &Ledger, view: View<'_>, period: Period) -> Tally {
    let View { organization, indicator, as_of, .. } = view;
    tally::tally(ledger, &Query { organization, indicator, period, as_of })
}

/// The year of the view's period and the four before it, earliest first; the current year up to the as-of day. Years
/// before the first one with data are omitted.
pub fn years(ledger: &Ledger, view: View<'_>) -> Vec<Year> {
    let last = view.period.last().min(view.as_of).year();
    let mut years: Vec<Year> = Vec::new();
    // The previous year by one tree, and whether it has the same number by its own.
    let mut before: Option<(u64, Period, bool)> = None;
    for year in last - 4..=last {
        let (Some(first), Some(end)) = (Day::new(year, 1, 1), Day::new(year, 12, 31)) else { continue };
        let (Some(whole), Some(period)) = (Period::new(first, end), Period::new(first, end.min(view.as_of))) else {
            continue;
        };
        let tally = of(ledger, view, whole);
        let known = tally.counted > 0 || !tally.totals.is_empty();
        let counted = known.then_some(tally.counted);
        let targets: Vec<(RecordId, Progress)> = ledger
            .targets_of(view.organization)
            .filter(|(id, target)| {
                target.indicator == Some(view.indicator)
                    && !target.is_own()
                    && target.period == Some(whole)
                    && targets::holds(ledger, id, target, view.as_of)
            })
            .filter_map(|(id, target)| {
                // What takes over the results of others counts more.
                let found = match target.takes_over && ledger.has_events() {
                    true => progress::progress(ledger, target, view.as_of, Forecast::Off),
                    false => progress::with(ledger, target, view.as_of, Forecast::Off, tally.clone()),
                };
                Some((id.clone(), found?))
            })
            .collect();
        let query =
            Query { organization: view.organization, indicator: view.indicator, period: whole, as_of: view.as_of };
        let like = if ledger.has_events() { tally::tally(like::ledger(ledger, view.as_of), &query) } else { tally };
        let like = (like.counted > 0 || !like.totals.is_empty()).then_some(like.counted);
        let old = Period::new(first.plus_months(-12).unwrap_or(first), first);
        let undivided = old.filter(|_| known).and_then(|old| like::undivided(ledger, &query, old));
        let compared = before.zip(like).filter(|_| undivided.is_none());
        let compared = compared.map(|((old, of, _), new)| (old, new, figures::compare((old, of), (new, period))));
        let by_tree = like != counted || before.is_some_and(|(.., same)| !same);
        before = like.map(|like| (like, period, Some(like) == counted));
        if known || like.is_some() || !targets.is_empty() || !years.is_empty() {
            years.push(Year { period, counted, targets, compared, by_tree, undivided });
        }
    }
    years
}
