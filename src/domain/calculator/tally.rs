//! Counting results: dated records and entered totals, each once. Whether a total includes overlapping dated records is
//! a person's decision; until then both count, with a doubt. Progress against a target is in `progress`.

use std::borrow::Cow;

use super::coverage::{self, PlaceStatus};
use super::indicator::{CountedKind, Waiting};
use crate::domain::ledger::Ledger;
use crate::domain::ledger::candidate::Candidate;
use crate::domain::schema::choice::{CountingDay, Indicator, Overlap};
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};

/// What to count.
#[derive(Clone, Debug)]
pub struct Query<'a> {
    /// The organization, including everything below it.
    pub organization: &'a RecordId,
    /// The indicator.
    pub indicator: Indicator,
    /// The period.
    pub period: Period,
    /// The as-of day; nothing later counts.
    pub as_of: Day,
}

/// The result of a query, with doubts about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Dated records plus totals.
    pub counted: u64,
    /// Counted records with a day of their own: candidates, villages or organizations.
    pub dated: Vec<RecordId>,
    /// Counted totals.
    pub totals: Vec<RecordId>,
    /// Candidates who have applied by the end of the period and are not admitted, or who were admitted and are not
    /// recognised. `None` for other indicators.
    pub pending: Option<u64>,
    /// Doubts about the count.
    pub doubts: Vec<Doubt>,
}

/// A doubt about a count that a person should resolve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A total is only partly inside the period, or ends after the as-of day; not counted.
    PartlyInside {
        /// The total.
        total: RecordId,
    },
    /// A total overlaps dated records or other totals; possibly counted twice.
    Overlap {
        /// The total to decide about.
        total: RecordId,
        /// Number of dated records in its period.
        dated: usize,
        /// Number of other totals in its period.
        totals: usize,
    },
}

/// A record with a day of its own.
struct Dated<'a> {
    record: &'a RecordId,
    /// Tree rows of its organizations, in each of the scopes.
    rows: Vec<[Option<usize>; 2]>,
    day: Day,
}

/// A total with all required fields.
struct Counted<'a> {
    record: &'a RecordId,
    organization: &'a RecordId,
    /// Which of the scopes is its own: the tree of its last day, by which it was counted.
    scope: usize,
    /// Tree row of its organization, and the first row after the subtree, in each of the scopes.
    spans: Vec<(usize, usize)>,
    period: Period,
    count: u32,
    overlap: Option<Overlap>,
}

impl Counted<'_> {
    /// Whether a row of the total's tree is in the subtree of the total's organization.
    fn has_row(&self, row: usize) -> bool {
        self.spans.get(self.scope).is_some_and(|(first, after)| (*first..*after).contains(&row))
    }

    /// Whether this total is marked as including `other`.
    fn has_in_it(&self, other: &Counted) -> bool {
        self.overlap == Some(Overlap::Includes) && self.period.encloses(other.period) && self.is_above(other)
    }

    /// Whether both could count the same people.
    fn shares_with(&self, other: &Counted) -> bool {
        self.period.overlaps(other.period) && self.is_above(other)
    }

    fn is_above(&self, other: &Counted) -> bool {
        let row = other.spans.get(self.scope).map(|(row, _)| *row);
        row.is_some_and(|row| self.has_row(row)) && self.record != other.record
    }

    /// Whether a dated record is in the period and organization of the total.
    fn covers(&self, dated: &Dated) -> bool {
        let rows = || dated.rows.get(self.scope).into_iter().flatten().flatten();
        self.period.contains(dated.day) && rows().any(|row| self.has_row(*row))
    }
}

/// Counts the results of a query, each record once.
pub fn tally(ledger: &Ledger, query: &Query) -> Tally {
    if CountedKind::of(query.indicator) == CountedKind::Level {
        return level(ledger, query.organization, query.as_of.min(query.period.last()));
    }
    let admission = ledger.counting_day(query.organization);
    let mut doubts = Vec::new();
    let parts = ledger.parts(query.organization, query.period);
    let mut scopes = Vec::new();
    let mut totals = totals_inside(ledger, &parts, query, &mut doubts, &mut scopes);
    for total in &mut totals {
        let span = |scope: &&Ledger| scope.span(scope.heir(total.organization)).unwrap_or_default();
        total.spans = scopes.iter().map(span).collect();
    }
    let (dated, pending) = entries(&parts, query, admission, &scopes);

    let single: Vec<&Dated> = dated
        .iter()
        .filter(|dated| !totals.iter().any(|total| total.overlap == Some(Overlap::Includes) && total.covers(dated)))
        .collect();
    let apart: Vec<&Counted> = totals
        .iter()
        .filter(|total| {
            !totals.iter().any(|other| {
                let mutual = total.has_in_it(other) && total.record < other.record;
                other.has_in_it(total) && !mutual
            })
        })
        .collect();

    for total in &apart {
        let (dated, totals) = shared(total, &single, &apart);
        if dated + totals > 0 {
            doubts.push(Doubt::Overlap { total: total.record.clone(), dated, totals });
        }
    }

    let counted: u64 = apart.iter().map(|total| u64::from(total.count)).sum();
    Tally {
        counted: counted + single.len() as u64,
        dated: single.iter().map(|dated| dated.record.clone()).collect(),
        totals: apart.iter().map(|total| total.record.clone()).collect(),
        pending,
        doubts,
    }
}

/// The villages with a cell of their own on a day.
fn level(ledger: &Ledger, organization: &RecordId, on: Day) -> Tally {
    let found = coverage::villages(ledger, organization, on);
    let own = found.listed.iter().filter(|listed| listed.status == PlaceStatus::Own);
    Tally {
        counted: found.with_cell().unwrap_or_default(),
        dated: own.map(|listed| listed.place.clone()).collect(),
        totals: found.entered.into_iter().map(|entered| entered.id).collect(),
        ..Tally::default()
    }
}

/// Number of dated records and of other totals that this total may count again.
fn shared(total: &Counted, single: &[&Dated], apart: &[&Counted]) -> (usize, usize) {
    let dated = single.iter().filter(|dated| total.covers(dated)).count();
    let others = apart.iter().filter(|other| total.shares_with(other));
    match total.overlap {
        // Of two totals of one organization, a decision about either settles both; without one the doubt is
        // reported once.
        None => {
            let unsettled = others.filter(|other| {
                other.organization != total.organization || (other.overlap.is_none() && total.record < other.record)
            });
            (dated, unsettled.count())
        }
        // Enclosed totals are not counted any more; partly overlapping ones still are.
        Some(Overlap::Includes) => (0, others.count()),
        Some(Overlap::Apart) => (0, 0),
    }
}

/// A part of the period, with the ledger by its tree.
type Part<'a> = (Period, Cow<'a, Ledger>);

/// The totals that count, each in the part of its last day. `scopes` becomes the trees of those days.
fn totals_inside<'a>(
    all: &'a Ledger,
    parts: &'a [Part<'_>],
    query: &Query,
    doubts: &mut Vec<Doubt>,
    scopes: &mut Vec<&'a Ledger>,
) -> Vec<Counted<'a>> {
    let mut inside = Vec::new();
    for (over, ledger) in parts {
        for (record, total) in ledger.totals_within(query.organization) {
            let (Some(organization), Some(period), Some(count)) = (&total.organization, total.period, total.count)
            else {
                continue;
            };
            if total.indicator != Some(query.indicator) || !over.contains(period.last().min(query.period.last())) {
                continue;
            }
            if query.period.encloses(period) && period.last() <= query.as_of {
                let tree = if all.has_events() { all.on(period.last()) } else { all };
                let scope = scopes.iter().position(|known| std::ptr::eq(*known, tree)).unwrap_or(scopes.len());
                if scope == scopes.len() {
                    scopes.push(tree);
                }
                let (spans, overlap) = (Vec::new(), total.overlap);
                inside.push(Counted { record, organization, scope, spans, period, count, overlap });
            } else if query.period.overlaps(period) && period.first() <= query.as_of {
                doubts.push(Doubt::PartlyInside { total: record.clone() });
            }
        }
    }
    inside
}

/// The dated records that count, and the number of pending candidates.
fn entries<'a>(
    parts: &'a [Part<'_>],
    query: &Query,
    admission: CountingDay,
    scopes: &[&Ledger],
) -> (Vec<Dated<'a>>, Option<u64>) {
    let counts = |over: &Period, day: Day| day <= query.as_of && over.contains(day);
    let row = |ledger: &Ledger, home: &RecordId| ledger.span(ledger.heir(home)).map(|(row, _)| row);
    let rows = |homes: [Option<&RecordId>; 2]| -> Vec<[Option<usize>; 2]> {
        scopes.iter().map(|ledger| homes.map(|home| home.and_then(|home| row(ledger, home)))).collect()
    };
    let kind = CountedKind::of(query.indicator);
    let mut dated = Vec::new();
    let mut pending = 0;
    for (over, ledger) in parts {
        let Some((first, after)) = ledger.span(query.organization) else { continue };
        let here = |home: &&RecordId| row(ledger, home).is_some_and(|row| (first..after).contains(&row));
        match kind {
            CountedKind::Villages => {
                for (record, village) in ledger.villages() {
                    let Some(day) = village.cleared.filter(|day| counts(over, *day)) else { continue };
                    let homes = [village.committee.as_ref(), village.cell.as_ref()];
                    if homes.iter().flatten().any(here) {
                        dated.push(Dated { record, rows: rows(homes), day });
                    }
                }
            }
            CountedKind::Organizations => {
                for (record, organization) in ledger.organizations().filter(|(id, _)| *id != query.organization) {
                    let Some(day) = organization.founded.filter(|day| counts(over, *day)) else { continue };
                    if here(&record) && !ledger.continues_others(record) {
                        dated.push(Dated { record, rows: rows([Some(record), None]), day });
                    }
                }
            }
            CountedKind::Level => {}
            CountedKind::Candidates(waiting) => {
                // Whoever waits does so where the cell stands at the end.
                let at_end = over.contains(query.period.last().min(query.as_of).max(query.period.first()));
                let moved = ledger.movers();
                let stay = ledger.candidates_within(query.organization).filter(|(_, found)| found.moves.is_empty());
                for (record, candidate) in stay.chain(moved) {
                    let day = candidate.counting_day(query.indicator, admission);
                    // Whoever moved counts where the result was, and waits where the person is.
                    let home = day.map_or(candidate.cell.as_ref(), |day| candidate.cell_on(day));
                    if !candidate.moves.is_empty() && !home.as_ref().is_some_and(here) {
                        continue;
                    }
                    match day {
                        Some(day) if counts(over, day) => {
                            dated.push(Dated { record, rows: rows([home, None]), day });
                        }
                        Some(day) if day <= query.as_of => {}
                        _ => pending += u64::from(at_end && is_pending(candidate, query, waiting)),
                    }
                }
            }
        }
    }
    let waits = matches!(kind, CountedKind::Candidates(waiting) if waiting != Waiting::Nobody);
    (dated, waits.then_some(pending))
}

/// Whether a candidate who does not count is pending. After the end of the period nobody can become pending.
fn is_pending(candidate: &Candidate, query: &Query, waiting: Waiting) -> bool {
    let by = query.as_of.min(query.period.last());
    waiting.since(candidate).is_some_and(|day| day <= by) && !candidate.has_ended(query.as_of)
}
