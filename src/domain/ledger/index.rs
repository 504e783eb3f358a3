//! Which records lie in or below an organization, so that the figures of hundreds of cells need one look
//! at each candidate. Made from a ledger when first asked for, and anew after a record came, went or moved.

use std::ops::Range;

use super::candidate::Candidate;
use super::office::Member;
use super::record::TypedRecord;
use super::records::{Headcount, Target, Total};
use crate::domain::ledger::Ledger;
use crate::domain::schema::id::{RecordId, RecordKind};

/// The records of a kind, in the order in which their organizations stand in the tree.
#[derive(Clone, Debug, Default)]
struct Sorted {
    /// Places in the ledger.
    places: Vec<usize>,
    /// For each row of the tree, where its records begin.
    begins: Vec<usize>,
}

/// Records by the place of their organization in the tree.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// Where the organizations are in the ledger.
    pub(super) organizations: Range<usize>,
    /// For each organization, in the order of ids: its row in the tree, and the first row after everything below it.
    spans: Vec<(usize, usize)>,
    /// The organization of each row.
    rows: Vec<RecordId>,
    candidates: Sorted,
    members: Sorted,
    totals: Sorted,
    targets: Sorted,
    headcounts: Sorted,
}

/// Finds the places of records by their ids; for the page by halves, since it has few and no room for more program.
#[cfg(target_arch = "wasm32")]
pub(super) fn finder(records: &[(RecordId, TypedRecord)]) -> impl Fn(&RecordId) -> Option<usize> {
    |id| records.binary_search_by(|(known, _)| known.cmp(id)).ok()
}

/// Finds the places of records by their ids.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn finder(records: &[(RecordId, TypedRecord)]) -> impl Fn(&RecordId) -> Option<usize> {
    let places: std::collections::HashMap<&RecordId, usize> =
        records.iter().enumerate().map(|(place, (id, _))| (id, place)).collect();
    move |id| places.get(id).copied()
}

impl Index {
    /// Goes over all records once.
    pub(super) fn new(ledger: &Ledger) -> Index {
        let range = ledger.range(RecordKind::Organization);
        let organizations = ledger.of(RecordKind::Organization);
        let place = finder(organizations);
        let tree = ledger.tree();
        let mut spans = vec![(0, 0); organizations.len()];
        // From the last row upwards: what is below ends where the next row of the same depth or less begins.
        let mut ends: Vec<(usize, usize)> = Vec::new();
        for (row, (depth, id)) in tree.iter().enumerate().rev() {
            while ends.last().is_some_and(|(deeper, _)| deeper > depth) {
                ends.pop();
            }
            let end = ends.last().map_or(tree.len(), |(_, row)| *row);
            if let Some(span) = place(id).and_then(|place| spans.get_mut(place)) {
                *span = (row, end);
            }
            ends.push((*depth, row));
        }
        let row = |id: &RecordId| Some(spans.get(place(id)?)?.0);
        let of = |kind: RecordKind| {
            // Put row by row: a sort of its own would weigh two kilobytes.
            let mut rows: Vec<Vec<usize>> = vec![Vec::new(); tree.len()];
            let first = ledger.range(kind).start;
            for ((_, record), place) in ledger.of(kind).iter().zip(first..) {
                if let Some(row) = record.home().and_then(row).and_then(|row| rows.get_mut(row)) {
                    row.push(place);
                }
            }
            let mut sorted = Sorted::default();
            for row in rows {
                sorted.begins.push(sorted.places.len());
                sorted.places.extend(row);
            }
            sorted
        };
        let (candidates, members) = (of(RecordKind::Candidate), of(RecordKind::Member));
        let (totals, targets, headcounts) = (of(RecordKind::Total), of(RecordKind::Target), of(RecordKind::Headcount));
        let rows = tree.into_iter().map(|(_, id)| id).collect();
        Index { organizations: range, spans, rows, candidates, members, totals, targets, headcounts }
    }

    /// The row of an organization in the tree, given by its place, and the first row after everything below it.
    pub(super) fn span(&self, organization: usize) -> Option<(usize, usize)> {
        self.spans.get(organization).copied()
    }

    /// Whether anything stands below an organization, given by its place.
    pub(super) fn has_below(&self, organization: usize) -> bool {
        self.spans.get(organization).is_some_and(|(first, after)| after - first > 1)
    }

    /// Places in the ledger of the records of a kind that belong to an organization, given by its place
    /// among the organizations, and, if asked for, to anything below it.
    #[inline(never)]
    pub(super) fn places(&self, kind: RecordKind, organization: usize, below: bool) -> &[usize] {
        let found = match kind {
            RecordKind::Candidate => &self.candidates,
            RecordKind::Member => &self.members,
            RecordKind::Total => &self.totals,
            RecordKind::Target => &self.targets,
            RecordKind::Headcount => &self.headcounts,
            _ => return &[],
        };
        let (first, after) = self.spans.get(organization).copied().unwrap_or_default();
        let after = if below { after } else { after.min(first + 1) };
        // Where each row begins; after the last one, where that ends.
        let at = |row: usize| found.begins.get(row).copied().unwrap_or(found.places.len());
        found.places.get(at(first)..at(after)).unwrap_or_default()
    }
}

impl Ledger {
    fn made(&self) -> Option<&Index> {
        // By a plain call: what the standard library calls could be called from anywhere.
        if self.index.get().is_none() {
            let _ = self.index.set(Index::new(self));
        }
        self.index.get()
    }

    /// The index, and an organization's place in it.
    fn indexed(&self, organization: &RecordId) -> Option<(&Index, usize)> {
        let index = self.made()?;
        let organizations = self.records.get(index.organizations.clone())?;
        Some((index, organizations.binary_search_by(|(known, _)| known.cmp(organization)).ok()?))
    }

    /// Every organization in the order of the tree.
    pub fn organizations_in_tree(&self) -> &[RecordId] {
        self.made().map_or(&[], |index| &index.rows)
    }

    /// An organization and everything below it, in the order of the tree.
    pub fn organizations_within(&self, organization: &RecordId) -> &[RecordId] {
        let Some((index, place)) = self.indexed(organization) else { return &[] };
        let (first, after) = index.span(place).unwrap_or_default();
        index.rows.get(first..after).unwrap_or_default()
    }

    /// The row of an organization in the tree, and the first row after everything below it: another one lies
    /// within it if its own row does.
    pub(in crate::domain) fn span(&self, organization: &RecordId) -> Option<(usize, usize)> {
        let (index, place) = self.indexed(organization)?;
        index.span(place)
    }

    /// Whether any organization stands below another.
    pub fn has_below(&self, organization: &RecordId) -> bool {
        self.indexed(organization).is_some_and(|(index, place)| index.has_below(place))
    }

    /// Records of a kind that belong to an organization, or to anything below it too. As a list: what goes
    /// over it is written once for each kind, and an iterator would bring all this along each time.
    #[inline(never)]
    fn within(&self, kind: RecordKind, organization: &RecordId, below: bool) -> Vec<&(RecordId, TypedRecord)> {
        let mut found = Vec::new();
        if let Some((index, organization)) = self.indexed(organization) {
            for place in index.places(kind, organization, below) {
                found.extend(self.records.get(*place));
            }
        }
        found
    }

    /// Candidates of an organization and of everything below it.
    pub fn candidates_within(&self, organization: &RecordId) -> impl Iterator<Item = (&RecordId, &Candidate)> {
        self.within(RecordKind::Candidate, organization, true).into_iter().filter_map(|(id, record)| match record {
            TypedRecord::Candidate(found) => Some((id, found)),
            _ => None,
        })
    }

    /// Members entered for an organization and for everything below it.
    pub fn members_within(&self, organization: &RecordId) -> impl Iterator<Item = (&RecordId, &Member)> {
        self.within(RecordKind::Member, organization, true).into_iter().filter_map(|(id, record)| match record {
            TypedRecord::Member(found) => Some((id, found)),
            _ => None,
        })
    }

    /// Entered totals of an organization and of everything below it.
    pub fn totals_within(&self, organization: &RecordId) -> impl Iterator<Item = (&RecordId, &Total)> {
        self.within(RecordKind::Total, organization, true).into_iter().filter_map(|(id, record)| match record {
            TypedRecord::Total(found) => Some((id, found)),
            _ => None,
        })
    }

    /// Targets of an organization.
    pub fn targets_of(&self, organization: &RecordId) -> impl Iterator<Item = (&RecordId, &Target)> {
        self.within(RecordKind::Target, organization, false).into_iter().filter_map(as_target)
    }

    /// Targets of an organization and of everything below it.
    pub fn targets_within(&self, organization: &RecordId) -> impl Iterator<Item = (&RecordId, &Target)> {
        self.within(RecordKind::Target, organization, true).into_iter().filter_map(as_target)
    }

    /// Member counts of an organization.
    pub fn headcounts_of(&self, organization: &RecordId) -> impl Iterator<Item = (&RecordId, &Headcount)> {
        self.within(RecordKind::Headcount, organization, false).into_iter().filter_map(|(id, record)| match record {
            TypedRecord::Headcount(found) => Some((id, found)),
            _ => None,
        })
    }
}

fn as_target((id, record): &(RecordId, TypedRecord)) -> Option<(&RecordId, &Target)> {
    match record {
        TypedRecord::Target(found) => Some((id, found)),
        _ => None,
    }
}
