//! Everything that a report of an organization for a month, quarter, year or term says, worked out from the
//! records. The sentences are in the words of the page, the single figures in `progress`, `movement`,
//! `breakdown`, `overview`, `forecast` and `sources`.

use super::breakdown::{self, Admitted};
use super::figures::{self, Compared};
use super::forecast::{self, Estimate};
use super::movement::{self, Movement};
use super::overview::{self, Row, View};
use super::progress::{self, Forecast, Progress};
use super::sources::{self, Sources};
use super::tally::{self, Doubt, Query, Tally};
use super::targets;
use super::weak::{self, Weak};
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::{CountingDay, Indicator};
use crate::domain::schema::entry::Entries;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};

/// What a report is about.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The organization.
    pub organization: &'a RecordId,
    /// The days that count.
    pub period: Period,
    /// Nothing after this day counts.
    pub as_of: Day,
    /// Whether a target can be out of reach.
    pub forecast: Forecast,
}

/// A target with how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Against {
    /// The target.
    pub target: RecordId,
    /// Its own period, which the report's lies in.
    pub period: Period,
    /// How it stands.
    pub progress: Progress,
}

/// One indicator of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Result {
    /// What is counted.
    pub indicator: Indicator,
    /// What was counted in the period.
    pub tally: Tally,
    /// The targets that the period lies in.
    pub against: Vec<Against>,
    /// Whether that is known: something was entered for the period, or people are followed here.
    pub known: bool,
    /// The same of an earlier time; `None` where nothing is known of it.
    pub before: Option<Before>,
}

/// The number of an earlier time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// How many.
    pub number: u64,
    /// When: the same days a year or a term before, or all of that period.
    pub period: Period,
    /// Whether they are the same days.
    pub same: bool,
    /// Beside the number of now.
    pub compared: Compared,
}

/// All of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The days that count, up to the day asked about.
    pub until: Period,
    /// Which day of an admission counts.
    pub counting: CountingDay,
    /// Every indicator of which there is a result or a target; admissions always.
    pub results: Vec<Result>,
    /// Who was admitted, told apart; `None` where nobody was.
    pub admitted: Option<Admitted>,
    /// The movement of members.
    pub movement: Movement,
    /// Every organization directly below.
    pub rows: Vec<Row>,
    /// What may still come, for the first target of admissions that runs.
    pub ahead: Option<(RecordId, Estimate)>,
    /// Where candidates come from.
    pub sources: Sources,
    /// Cells and villages that lack members.
    pub weak: Vec<(RecordId, Weak)>,
}

/// What a figure of a report leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trace {
    /// A record: a target, a total, an organization.
    Record(RecordId),
    /// The admissions that were counted of an organization in a period.
    Counted(RecordId, Period),
    /// The register of members.
    Members,
    /// Where an organization's candidates come from.
    Sources(RecordId),
}

/// Works a report out. `None` where the period begins after the day asked about. `texts` gives the texts
/// of a record.
pub fn report<'a>(
    ledger: &Ledger,
    asked: Asked<'_>,
    texts: &dyn Fn(&RecordId) -> Option<&'a dyn Entries>,
) -> Option<Report> {
    let Asked { organization, period, as_of, forecast } = asked;
    let until = Period::new(period.first(), period.last().min(as_of))?;
    let mut results = Vec::new();
    for indicator in Indicator::ALL.iter().copied() {
        let found = result(ledger, asked, until, indicator);
        let tells = found.tally.counted > 0 || !found.against.is_empty();
        if tells || indicator == Indicator::Admissions {
            results.push(found);
        }
    }
    let view = View { organization, indicator: Indicator::Admissions, period, as_of, forecast };
    let query = Query { organization, indicator: Indicator::Admissions, period, as_of };
    let admitted = breakdown::admitted(ledger, &query, texts);
    let running = results.first().and_then(|result| result.against.first());
    // Only while the period of the report runs itself.
    let ahead = running.filter(|_| as_of <= period.last()).and_then(|against| {
        let target = ledger.target(&against.target)?;
        let found = forecast::estimate(ledger, target, as_of).filter(|found| found.recorded)?;
        Some((against.target.clone(), found))
    });
    Some(Report {
        until,
        counting: ledger.counting_day(organization),
        admitted: (admitted.total > 0).then_some(admitted),
        movement: movement::movement(ledger, organization, until),
        rows: overview::rows(ledger, view),
        ahead,
        sources: sources::sources(ledger, organization, until.last(), texts),
        weak: weak::weak(ledger, organization, until.last()),
        results,
    })
}

fn result(ledger: &Ledger, asked: Asked<'_>, until: Period, indicator: Indicator) -> Result {
    let Asked { organization, period, as_of, forecast } = asked;
    let count = |period: Period, as_of: Day| tally::tally(ledger, &Query { organization, indicator, period, as_of });
    let tally = count(period, as_of);
    let mut against = Vec::new();
    for (id, target) in ledger.targets_of(organization) {
        let runs = target.period.filter(|own| own.encloses(period));
        let (Some(own), true) = (runs, target.indicator == Some(indicator) && !target.is_own()) else { continue };
        // A longer target is told as it stood at the end of the report's period.
        let on = if own == period { as_of } else { until.last() };
        if !targets::holds(ledger, id, target, on) {
            continue;
        }
        let progress = progress::progress(ledger, target, on, forecast);
        against.extend(progress.map(|progress| Against { target: id.clone(), period: own, progress }));
    }
    // The report's own period first, the longer ones after it.
    against.sort_by_key(|found| (found.period.days(), found.target.clone()));
    let entered = tally.counted > 0 || !tally.totals.is_empty();
    let recorded = ledger.candidates_within(organization).next().is_some();
    let known = entered || recorded && tally.doubts.is_empty() && !counted_above(ledger, asked, indicator);
    // A year back, of what is longer its own length.
    let months = figures::months(period).map_or(12, |months| i32::try_from(months.rounded(1)).unwrap_or(12).max(12));
    let attempts = [(until, true), (period, false)];
    let before = attempts.into_iter().filter(|_| entered).find_map(|(of, same)| {
        let of = earlier(of, months)?;
        let tally = count(of, of.last().min(as_of));
        // A total that reaches beyond makes a part of the number look like all of it.
        let whole = !tally.doubts.iter().any(|doubt| matches!(doubt, Doubt::PartlyInside { .. }));
        (whole && (tally.counted > 0 || !tally.totals.is_empty())).then_some((of, same, tally.counted))
    });
    let before = before.map(|(of, same, number)| {
        let mut compared = figures::compare((number, of), (tally.counted, until));
        // February has a day more in some years.
        compared.per_month = compared.per_month.filter(|_| !same);
        Before { number, period: of, same, compared }
    });
    Result { indicator, tally, against, known, before }
}

/// Whether a total of an organization above has everybody in one number.
fn counted_above(ledger: &Ledger, asked: Asked<'_>, indicator: Indicator) -> bool {
    let above: Vec<&RecordId> = ledger.line(asked.organization).skip(1).collect();
    ledger.totals().any(|(_, total)| {
        total.indicator == Some(indicator)
            && total.organization.as_ref().is_some_and(|organization| above.contains(&organization))
            && total.period.is_some_and(|period| period.overlaps(asked.period))
    })
}

/// The same days so many months before; what ends with its month ends with that month too.
fn earlier(of: Period, months: i32) -> Option<Period> {
    let after = of.last().plus_days(1)?;
    let last =
        if after.day() == 1 { after.plus_months(-months)?.plus_days(-1)? } else { of.last().plus_months(-months)? };
    Period::new(of.first().plus_months(-months)?, last)
}
