//! Counting results: dated entries and entered totals, each once. What a total that overlaps
//! single entries stands for is a person's decision; until then both count, with a warning.
//! Comparing a count with a target is in `progress`.

use super::indicator::{CountedKind, Waiting};
use crate::domain::ledger::Ledger;
use crate::domain::ledger::candidate::Candidate;
use crate::domain::schema::choice::{CountingDay, Indicator, Overlap};
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};

/// What to count.
#[derive(Clone, Debug)]
pub struct Query<'a> {
    /// The organization; everything below it counts too.
    pub organization: &'a RecordId,
    /// What is counted.
    pub indicator: Indicator,
    /// The days that count.
    pub period: Period,
    /// Nothing after this day counts.
    pub as_of: Day,
}

/// What was counted, and what a person should know about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Dated entries and totals together.
    pub counted: u64,
    /// Dated records that were counted: candidates, villages or organizations.
    pub dated: Vec<RecordId>,
    /// Totals that were counted.
    pub totals: Vec<RecordId>,
    /// Applied by the end of the period and not yet admitted; or admitted, not yet recognised. `None` where
    /// nothing can be pending.
    pub pending: Option<u64>,
    /// Doubts.
    pub doubts: Vec<Doubt>,
}

/// Something about a count that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A total lies only partly inside the period, or ends after the day asked about: not counted.
    PartlyInside {
        /// The total.
        total: RecordId,
    },
    /// A total and single entries (or other totals) share time: counted twice, perhaps.
    Overlap {
        /// The total about which a person is to decide.
        total: RecordId,
        /// Dated entries in its time.
        dated: usize,
        /// Other totals in its time.
        totals: usize,
    },
}

/// A record that counts by a day of its own.
struct Dated<'a> {
    record: &'a RecordId,
    /// Rows of its organizations in the tree.
    rows: [Option<usize>; 2],
    day: Day,
}

/// A total that can be counted, with every field it needs.
struct Counted<'a> {
    record: &'a RecordId,
    organization: &'a RecordId,
    /// Its row in the tree, and the first row after everything below it.
    span: (usize, usize),
    period: Period,
    count: u32,
    overlap: Option<Overlap>,
}

impl Counted<'_> {
    /// Whether a row of the tree is the total's organization or lies below it.
    fn has_row(&self, row: usize) -> bool {
        (self.span.0..self.span.1).contains(&row)
    }

    /// Whether a person said that this total has the other one in it.
    fn has_in_it(&self, other: &Counted) -> bool {
        self.overlap == Some(Overlap::Includes) && self.period.encloses(other.period) && self.is_above(other)
    }

    /// Whether the two could count the same people.
    fn shares_with(&self, other: &Counted) -> bool {
        self.period.overlaps(other.period) && self.is_above(other)
    }

    fn is_above(&self, other: &Counted) -> bool {
        self.has_row(other.span.0) && self.record != other.record
    }

    /// Whether the dated entry lies in the total's time and organization.
    fn covers(&self, dated: &Dated) -> bool {
        self.period.contains(dated.day) && dated.rows.iter().flatten().any(|row| self.has_row(*row))
    }
}

/// CountedKind, each entry once.
pub fn tally(ledger: &Ledger, query: &Query) -> Tally {
    let admission = ledger.counting_day(query.organization);
    let mut doubts = Vec::new();
    let totals = totals_inside(ledger, query, &mut doubts);
    let (dated, pending) = entries(ledger, query, admission);

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

/// How many dated entries and other totals may have been counted in this total too.
fn shared(total: &Counted, single: &[&Dated], apart: &[&Counted]) -> (usize, usize) {
    let dated = single.iter().filter(|dated| total.covers(dated)).count();
    let others = apart.iter().filter(|other| total.shares_with(other));
    match total.overlap {
        // Two totals of one organization: a word about either of them settles both, and while
        // there is none the doubt is told once.
        None => {
            let unsettled = others.filter(|other| {
                other.organization != total.organization || (other.overlap.is_none() && total.record < other.record)
            });
            (dated, unsettled.count())
        }
        // What lies in it is not counted any more; what only reaches into it still is.
        Some(Overlap::Includes) => (0, others.count()),
        Some(Overlap::Apart) => (0, 0),
    }
}

fn totals_inside<'a>(ledger: &'a Ledger, query: &Query, doubts: &mut Vec<Doubt>) -> Vec<Counted<'a>> {
    let mut inside = Vec::new();
    for (record, total) in ledger.totals_within(query.organization) {
        let (Some(organization), Some(period), Some(count)) = (&total.organization, total.period, total.count) else {
            continue;
        };
        if total.indicator != Some(query.indicator) {
            continue;
        }
        let Some(span) = ledger.span(organization) else { continue };
        if query.period.encloses(period) && period.last() <= query.as_of {
            inside.push(Counted { record, organization, span, period, count, overlap: total.overlap });
        } else if query.period.overlaps(period) && period.first() <= query.as_of {
            doubts.push(Doubt::PartlyInside { total: record.clone() });
        }
    }
    inside
}

/// The dated entries that count, and how many do not yet.
fn entries<'a>(ledger: &'a Ledger, query: &Query, admission: CountingDay) -> (Vec<Dated<'a>>, Option<u64>) {
    let Some((first, after)) = ledger.span(query.organization) else { return Default::default() };
    let row = |id: &RecordId| ledger.span(id).map(|(row, _)| row);
    let here = |rows: [Option<usize>; 2]| rows.iter().flatten().any(|row| (first..after).contains(row));
    let counts = |day: Day| day <= query.as_of && query.period.contains(day);
    match CountedKind::of(query.indicator) {
        CountedKind::Villages => {
            let dated = ledger.villages().filter_map(|(record, village)| {
                let day = village.cleared.filter(|day| counts(*day))?;
                let rows = [village.committee.as_ref().and_then(row), village.cell.as_ref().and_then(row)];
                here(rows).then_some(Dated { record, rows, day })
            });
            (dated.collect(), None)
        }
        CountedKind::Organizations => {
            let below = ledger.organizations().filter(|(record, _)| *record != query.organization);
            let dated = below.filter_map(|(record, organization)| {
                let day = organization.founded.filter(|day| counts(*day))?;
                let rows = [row(record), None];
                here(rows).then_some(Dated { record, rows, day })
            });
            (dated.collect(), None)
        }
        CountedKind::Candidates(waiting) => {
            let (mut dated, mut pending) = (Vec::new(), 0);
            for (record, candidate) in ledger.candidates_within(query.organization) {
                match candidate.counting_day(query.indicator, admission) {
                    Some(day) if counts(day) => {
                        let rows = [candidate.cell.as_ref().and_then(row), None];
                        dated.push(Dated { record, rows, day });
                    }
                    Some(day) if day <= query.as_of => {}
                    _ => pending += u64::from(is_pending(candidate, query, waiting)),
                }
            }
            (dated, (waiting != Waiting::Nobody).then_some(pending))
        }
    }
}

/// Whether somebody who does not count yet waits. Whoever began to wait after the period was over cannot
/// count in it.
fn is_pending(candidate: &Candidate, query: &Query, waiting: Waiting) -> bool {
    let by = query.as_of.min(query.period.last());
    waiting.since(candidate).is_some_and(|day| day <= by) && !candidate.has_ended(query.as_of)
}
