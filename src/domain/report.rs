//! Everything that a report of an organization for a month, quarter, year or term says, worked out from the
//! records. The sentences are in the words of the page, the single figures in `progress`, `movement`,
//! `breakdown`, `overview`, `forecast` and `sources`.

use super::breakdown::{self, Admitted};
use super::choice::{CountingDay, Indicator};
use super::day::{Day, Period};
use super::entry::Entries;
use super::figures::{self, Compared};
use super::forecast::{self, Estimate};
use super::id::RecordId;
use super::ledger::Ledger;
use super::movement::{self, Movement, Weak};
use super::overview::{self, Row, View};
use super::progress::{self, Forecast, Progress};
use super::sources::{self, Sources};
use super::tally::{self, Query, Tally};
use super::targets;

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
    /// The number of the year before, its time, and how the two compare; `None` where nothing is known of it.
    pub before: Option<(u64, Period, Compared)>,
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
    /// What was counted of an organization in a period.
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
    let as_of = until.last();
    let mut results = Vec::new();
    for indicator in Indicator::ALL.iter().copied() {
        let found = result(ledger, Asked { as_of, ..asked }, indicator);
        let tells = found.tally.counted > 0 || !found.against.is_empty();
        if tells || indicator == Indicator::Admissions {
            results.push(found);
        }
    }
    let view = View { organization, indicator: Indicator::Admissions, period, as_of, forecast };
    let query = Query { organization, indicator: Indicator::Admissions, period, as_of };
    let admitted = breakdown::admitted(ledger, &query, texts);
    let running = results.first().and_then(|result| result.against.first());
    let ahead = running.and_then(|against| {
        let target = ledger.target(&against.target)?;
        Some((against.target.clone(), forecast::estimate(ledger, target, as_of)?))
    });
    Some(Report {
        until,
        counting: ledger.counting_day(organization),
        admitted: (admitted.total > 0).then_some(admitted),
        movement: movement::movement(ledger, organization, until),
        rows: overview::rows(ledger, view),
        ahead,
        sources: sources::sources(ledger, organization, as_of, texts),
        weak: movement::weak(ledger, organization, as_of),
        results,
    })
}

fn result(ledger: &Ledger, asked: Asked<'_>, indicator: Indicator) -> Result {
    let Asked { organization, period, as_of, forecast } = asked;
    let count = |period: Period, as_of: Day| tally::tally(ledger, &Query { organization, indicator, period, as_of });
    let tally = count(period, as_of);
    let mut against = Vec::new();
    for (id, target) in ledger.targets_of(organization) {
        let runs = target.period.filter(|own| own.encloses(period));
        let (Some(own), true) = (runs, target.indicator == Some(indicator) && !target.is_own()) else { continue };
        if !targets::holds(ledger, id, target, as_of) {
            continue;
        }
        let progress = progress::progress(ledger, target, as_of, forecast);
        against.extend(progress.map(|progress| Against { target: id.clone(), period: own, progress }));
    }
    // The report's own period first, the longer ones after it.
    against.sort_by_key(|found| (found.period.days(), found.target.clone()));
    let known = tally.counted > 0 || !tally.totals.is_empty();
    let until = Period::new(period.first(), as_of);
    let before = until.filter(|_| known).and_then(|until| {
        let earlier = |of: Period| Period::new(of.first().plus_months(-12)?, of.last().plus_months(-12)?);
        // The same days of the year before; where those are not known, all of its period.
        let found = [earlier(until)?, earlier(period)?].into_iter().find_map(|of| {
            let tally = count(of, of.last());
            (tally.counted > 0 || !tally.totals.is_empty()).then_some((tally.counted, of))
        });
        let (number, of) = found?;
        Some((number, of, figures::compare((number, of), (tally.counted, until))))
    });
    Result { indicator, tally, against, before }
}
