//! Counting results: dated records and entered totals, each once. Whether a total includes overlapping dated records is
//! a person's decision; until then both count, with a doubt. Progress against a target is in `progress`.

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
    /// Tree rows of its organizations.
    rows: [Option<usize>; 2],
    day: Day,
}

/// A total with all required fields.
struct Counted<'a> {
    record: &'a RecordId,
    organization: &'a RecordId,
    /// Its tree row, and the first row after its subtree.
    span: (usize, usize),
    period: Period,
    count: u32,
    overlap: Option<Overlap>,
}

impl Counted<'_> {
    /// Whether a tree row is in the subtree of the total's organization.
    fn has_row(&self, row: usize) -> bool {
        (self.span.0..self.span.1).contains(&row)
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
        self.has_row(other.span.0) && self.record != other.record
    }

    /// Whether a dated record is in the period and organization of the total.
    fn covers(&self, dated: &Dated) -> bool {
        self.period.contains(dated.day) && dated.rows.iter().flatten().any(|row| self.has_row(*row))
    }
}

/// Counts the results of a query, each record once.
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

/// The dated records that count, and the number of pending candidates.
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

/// Whether a candidate who does not count is pending. After the end of the period nobody can become pending.
fn is_pending(candidate: &Candidate, query: &Query, waiting: Waiting) -> bool {
    let by = query.as_of.min(query.period.last());
    waiting.since(candidate).is_some_and(|day| day <= by) && !candidate.has_ended(query.as_of)
}
