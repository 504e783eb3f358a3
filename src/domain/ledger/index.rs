//! An index of records by the position of their organization in the tree, so that figures for hundreds of cells visit
//! each candidate once. Built on first use, and again after a record was added, removed or moved.

use std::ops::Range;

use super::candidate::Candidate;
use super::office::Member;
use super::record::TypedRecord;
use super::records::{Headcount, Target, Total};
use crate::domain::ledger::Ledger;
use crate::domain::schema::id::{RecordId, RecordKind};

/// Records of one kind, sorted by tree row of their organization.
#[derive(Clone, Debug, Default)]
struct Sorted {
    /// Indices into the ledger.
    places: Vec<usize>,
    /// For each tree row, the start of its records in `places`.
    begins: Vec<usize>,
}

/// Records by tree row of their organization.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// The range of the organizations in the ledger.
    pub(super) organizations: Range<usize>,
    /// For each organization, in id order: its tree row, and the first row after its subtree.
    spans: Vec<(usize, usize)>,
    /// The organization of each tree row.
    rows: Vec<RecordId>,
    /// The depth of each tree row.
    depths: Vec<usize>,
    candidates: Sorted,
    members: Sorted,
    totals: Sorted,
    targets: Sorted,
    headcounts: Sorted,
}

/// Looks up ledger indices by id. Binary search on the page, which has few records and where a hash map costs wasm.
#[cfg(target_arch = "wasm32")]
pub(super) fn finder(records: &[(RecordId, TypedRecord)]) -> impl Fn(&RecordId) -> Option<usize> {
    |id| records.binary_search_by(|(known, _)| known.cmp(id)).ok()
}

/// Looks up ledger indices by id.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn finder(records: &[(RecordId, TypedRecord)]) -> impl Fn(&RecordId) -> Option<usize> {
    let places: std::collections::HashMap<&RecordId, usize> =
        records.iter().enumerate().map(|(place, (id, _))| (id, place)).collect();
    move |id| places.get(id).copied()
}

impl Index {
    /// Builds the index in one pass over the records.
    pub(super) fn new(ledger: &Ledger) -> Index {
        let range = ledger.range(RecordKind::Organization);
        let organizations = ledger.of(RecordKind::Organization);
        let place = finder(organizations);
        let tree = ledger.rows();
        let mut spans = vec![(0, 0); organizations.len()];
        // Bottom-up: a subtree ends at the next row of the same or lesser depth.
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
        // The results of an ended organization go to the one that continues it; what it was asked, and its counts, stay.
        let heirs = |kind: RecordKind| !matches!(kind, RecordKind::Target | RecordKind::Headcount);
        let of = |kind: RecordKind| {
            // A bucket per row: another sort would add two kilobytes of wasm.
            let mut rows: Vec<Vec<usize>> = vec![Vec::new(); tree.len()];
            let first = ledger.range(kind).start;
            for ((_, record), place) in ledger.of(kind).iter().zip(first..) {
                let home = record.home().map(|home| if heirs(kind) { ledger.heir(home) } else { home });
                if let Some(row) = home.and_then(row).and_then(|row| rows.get_mut(row)) {
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
        let (depths, rows) = tree.into_iter().unzip();
        Index { organizations: range, spans, rows, depths, candidates, members, totals, targets, headcounts }
    }

    /// Tree row of an organization, given by its index, and the first row after its subtree.
    pub(super) fn span(&self, organization: usize) -> Option<(usize, usize)> {
        self.spans.get(organization).copied()
    }

    /// Whether an organization, given by its index, has any below it.
    pub(super) fn has_below(&self, organization: usize) -> bool {
        self.spans.get(organization).is_some_and(|(first, after)| after - first > 1)
    }

    /// Ledger indices of the records of a kind that belong to an organization, given by its index, and with `below`
    /// to its subtree.
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
        // Past the last row, the end of the list.
        let at = |row: usize| found.begins.get(row).copied().unwrap_or(found.places.len());
        found.places.get(at(first)..at(after)).unwrap_or_default()
    }
}

impl Ledger {
    fn made(&self) -> Option<&Index> {
        // Not `get_or_init`, see `regulation::instrument::once`.
        if self.index.get().is_none() {
            let _ = self.index.set(Index::new(self));
        }
        self.index.get()
    }

    /// The index, and an organization's position among the organizations.
    fn indexed(&self, organization: &RecordId) -> Option<(&Index, usize)> {
        let index = self.made()?;
        let organizations = self.records.get(index.organizations.clone())?;
        Some((index, organizations.binary_search_by(|(known, _)| known.cmp(organization)).ok()?))
    }

    /// All organizations in tree order, ended ones last.
    pub fn organizations_in_tree(&self) -> &[RecordId] {
        self.made().map_or(&[], |index| &index.rows)
    }

    /// Every organization of the tree's day with its depth, parents before children, siblings sorted by name.
    pub fn tree(&self) -> Vec<(usize, RecordId)> {
        let rows =
            self.made().into_iter().flat_map(|index| index.depths.iter().copied().zip(index.rows.iter().cloned()));
        rows.filter(|(_, id)| !self.has_events() || self.end(id).is_none()).collect()
    }

    /// An organization and everything below it, in tree order.
    pub fn organizations_within(&self, organization: &RecordId) -> &[RecordId] {
        let Some((index, place)) = self.indexed(organization) else { return &[] };
        let (first, after) = index.span(place).unwrap_or_default();
        index.rows.get(first..after).unwrap_or_default()
    }

    /// Tree row of an organization, and the first row after its subtree. Another organization is in the subtree if
    /// its row is in this range.
    pub(in crate::domain) fn span(&self, organization: &RecordId) -> Option<(usize, usize)> {
        let (index, place) = self.indexed(organization)?;
        index.span(place)
    }

    /// Whether an organization has any below it.
    pub fn has_below(&self, organization: &RecordId) -> bool {
        self.indexed(organization).is_some_and(|(index, place)| index.has_below(place))
    }

    /// Records of a kind that belong to an organization, with `below` also to its subtree. Returns a `Vec`, because
    /// an iterator would be instantiated in each caller.
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

    /// Candidates of an organization and everything below it.
    pub fn candidates_within(&self, organization: &RecordId) -> impl Iterator<Item = (&RecordId, &Candidate)> {
        self.within(RecordKind::Candidate, organization, true).into_iter().filter_map(|(id, record)| match record {
            TypedRecord::Candidate(found) => Some((id, found)),
            _ => None,
        })
    }

    /// Members entered for an organization and everything below it.
    pub fn members_within(&self, organization: &RecordId) -> impl Iterator<Item = (&RecordId, &Member)> {
        self.within(RecordKind::Member, organization, true).into_iter().filter_map(|(id, record)| match record {
            TypedRecord::Member(found) => Some((id, found)),
            _ => None,
        })
    }

    /// Totals entered for an organization and everything below it.
    pub fn totals_within(&self, organization: &RecordId) -> impl Iterator<Item = (&RecordId, &Total)> {
        self.within(RecordKind::Total, organization, true).into_iter().filter_map(|(id, record)| match record {
            TypedRecord::Total(found) => Some((id, found)),
            _ => None,
        })
    }

    /// Targets of an organization, without those below it.
    pub fn targets_of(&self, organization: &RecordId) -> impl Iterator<Item = (&RecordId, &Target)> {
        self.within(RecordKind::Target, organization, false).into_iter().filter_map(as_target)
    }

    /// Targets of an organization and everything below it.
    pub fn targets_within(&self, organization: &RecordId) -> impl Iterator<Item = (&RecordId, &Target)> {
        self.within(RecordKind::Target, organization, true).into_iter().filter_map(as_target)
    }

    /// Headcounts of an organization, without those below it.
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
