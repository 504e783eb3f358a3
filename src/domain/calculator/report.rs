//! The report of an organization for a month, quarter, year or term, computed from the records. Its sentences are in
//! `text`, the single figures in `progress`, `movement`, `breakdown`, `overview`, `forecast` and `sources`.

use super::breakdown::{self, Admitted};
use super::classes::{self, Classes};
use super::coverage::{self, Places};
use super::figures::{self, Compared};
use super::forecast::{self, Estimate};
use super::indicator::CountedKind;
use super::key_people::{self, Holders};
use super::like::{self, Undivided};
use super::movement::{self, Movement};
use super::overview::{self, Row, View};
use super::progress::{self, Forecast, Progress};
use super::reasons::{self, Reasons};
use super::sources::{self, Sources, Texts};
use super::tally::{self, Doubt, Query, Tally};
use super::targets;
use super::weak::{self, Weak};
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::{CountingDay, Indicator, PlaceKind};
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};

/// What a report is about.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The organization.
    pub organization: &'a RecordId,
    /// The period.
    pub period: Period,
    /// The as-of day; nothing later counts.
    pub as_of: Day,
    /// Whether a target can be out of reach.
    pub forecast: Forecast,
}

/// A target and its progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Against {
    /// The target.
    pub target: RecordId,
    /// Its own period, which encloses that of the report.
    pub period: Period,
    /// Its progress.
    pub progress: Progress,
}

/// One indicator of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Result {
    /// The indicator.
    pub indicator: Indicator,
    /// The tally of the period.
    pub tally: Tally,
    /// The targets whose period encloses that of the report.
    pub against: Vec<Against>,
    /// Whether the number is known: something is entered for the period, or candidates are followed here.
    pub known: bool,
    /// The number of an earlier period; `None` if unknown.
    pub before: Option<Before>,
    /// The organization because of which there is no comparison.
    pub undivided: Option<Undivided>,
}

/// The number of an earlier period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// The number.
    pub number: u64,
    /// The period: the same days a year or a term earlier, or the whole earlier period.
    pub period: Period,
    /// Whether it consists of the same days.
    pub same: bool,
    /// The present number by the same tree.
    pub now: u64,
    /// Whether organizations changed in between, so that both numbers are those of the tree of today.
    pub by_tree: bool,
    /// Comparison with the present number.
    pub compared: Compared,
}

/// A report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The period up to the as-of day.
    pub until: Period,
    /// The day by which admissions are counted.
    pub counting: CountingDay,
    /// Every indicator with a result or a target; always includes admissions.
    pub results: Vec<Result>,
    /// The composition of the admissions; `None` if there are none.
    pub admitted: Option<Admitted>,
    /// The movement of members.
    pub movement: Movement,
    /// The organizations directly below.
    pub rows: Vec<Row>,
    /// The estimate for the first current target of admissions.
    pub ahead: Option<(RecordId, Estimate)>,
    /// Sources of candidates.
    pub sources: Sources,
    /// Awareness classes.
    pub classes: Classes,
    /// Holders of posts in villages.
    pub key_people: Vec<Holders>,
    /// Why nobody was found.
    pub reasons: Reasons,
    /// Places by kind.
    pub places: Vec<(PlaceKind, Places)>,
    /// Cells and villages with too few members.
    pub weak: Vec<(RecordId, Weak)>,
}

/// The data behind a figure of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trace {
    /// A record: a target, a total, an organization.
    Record(RecordId),
    /// The counted admissions of an organization in a period.
    Counted(RecordId, Period),
    /// The register of members.
    Members,
    /// The sources of an organization's candidates.
    Sources(RecordId),
}

/// Computes a report. `None` if the period begins after the as-of day. `texts` returns the texts of a record.
pub fn report<'a>(ledger: &Ledger, asked: Asked<'_>, texts: Texts<'_, 'a>) -> Option<Report> {
    let Asked { organization, period, as_of, forecast } = asked;
    let until = Period::new(period.first(), period.last().min(as_of))?;
    let mut results = Vec::new();
    for indicator in Indicator::ALL.iter().copied() {
        let found = result(ledger, asked, until, indicator);
        // How many there are is told with the places, unless it was asked for.
        let level = CountedKind::of(indicator) == CountedKind::Level;
        let tells = found.tally.counted > 0 && !level || !found.against.is_empty();
        if tells || indicator == Indicator::Admissions {
            results.push(found);
        }
    }
    let view = View { organization, indicator: Indicator::Admissions, period, as_of, forecast };
    let query = Query { organization, indicator: Indicator::Admissions, period, as_of };
    let admitted = breakdown::admitted(ledger, &query, texts);
    let running = results.first().and_then(|result| result.against.first());
    // Only if the period of the report is not over.
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
        classes: classes::classes(ledger, organization, until.last(), texts),
        key_people: key_people::key_people(ledger, organization, until.last(), texts),
        reasons: reasons::reasons(ledger, organization, until.last()),
        places: coverage::all(ledger, organization, until.last()),
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
        // The progress of a longer target is as of the end of the report's period.
        let on = if own == period { as_of } else { until.last() };
        if !targets::holds(ledger, id, target, on) {
            continue;
        }
        let progress = progress::progress(ledger, target, on, forecast);
        against.extend(progress.map(|progress| Against { target: id.clone(), period: own, progress }));
    }
    // The report's own period first, longer ones after it.
    against.sort_by_key(|found| (found.period.days(), found.target.clone()));
    let entered = tally.counted > 0 || !tally.totals.is_empty();
    let recorded = ledger.candidates_within(organization).next().is_some();
    let known = entered || recorded && tally.doubts.is_empty() && !counted_above(ledger, asked, indicator);
    // One year earlier, or the length of a longer period.
    let months = figures::months(period).map_or(12, |months| i32::try_from(months.rounded(1)).unwrap_or(12).max(12));
    let attempts = [(until, true), (period, false)];
    let like = like::ledger(ledger, as_of);
    let query = |period: Period, as_of: Day| Query { organization, indicator, period, as_of };
    let comes = entered && CountedKind::of(indicator) != CountedKind::Level;
    let found = attempts.into_iter().filter(|_| comes).find_map(|(of, same)| {
        let of = earlier(of, months)?;
        let tally = tally::tally(like, &query(of, of.last().min(as_of)));
        // With a total partly inside, the number would be too low.
        let whole = !tally.doubts.iter().any(|doubt| matches!(doubt, Doubt::PartlyInside { .. }));
        (whole && (tally.counted > 0 || !tally.totals.is_empty())).then_some((of, same, tally.counted))
    });
    // What cannot be divided may be all that there was.
    let of = found.map(|(of, ..)| of).or_else(|| earlier(until, months).filter(|_| comes));
    let undivided = of.and_then(|of| like::undivided(ledger, &query(period, as_of), of));
    let before = found.filter(|_| undivided.is_none()).map(|(of, same, number)| {
        let now = tally::tally(like, &query(period, as_of)).counted;
        let plain = || count(of, of.last().min(as_of)).counted;
        let by_tree = ledger.has_events() && (now != tally.counted || number != plain());
        let mut compared = figures::compare((number, of), (now, until));
        // Months of the same days differ only by leap years.
        compared.per_month = compared.per_month.filter(|_| !same);
        Before { number, period: of, same, now, by_tree, compared }
    });
    Result { indicator, tally, against, known, before, undivided }
}

/// Whether a total of an organization above overlaps the period.
fn counted_above(ledger: &Ledger, asked: Asked<'_>, indicator: Indicator) -> bool {
    let above: Vec<&RecordId> = ledger.line(asked.organization).skip(1).collect();
    ledger.totals().any(|(_, total)| {
        total.indicator == Some(indicator)
            && total.organization.as_ref().is_some_and(|organization| above.contains(&organization))
            && total.period.is_some_and(|period| period.overlaps(asked.period))
    })
}

/// The period `months` earlier; a last day of a month stays one.
pub fn earlier(of: Period, months: i32) -> Option<Period> {
    let after = of.last().plus_days(1)?;
    let last =
        if after.day() == 1 { after.plus_months(-months)?.plus_days(-1)? } else { of.last().plus_months(-months)? };
    Period::new(of.first().plus_months(-months)?, last)
}
