//! Which records lie in or below an organization, so that the figures of hundreds of cells need one look
//! at each candidate. Made from a ledger when first asked for, and anew after every change of it.

use super::id::{RecordId, RecordKind};
use super::ledger::Ledger;
use super::record::Record;

/// A row of the tree of organizations, and a record's place among those of its kind.
type Entry = (usize, usize);

/// Records by the place of their organization in the tree.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// For each organization, in the order of ids: its row in the tree, and the first row after everything below it.
    spans: Vec<(usize, usize)>,
    candidates: Vec<Entry>,
    members: Vec<Entry>,
    totals: Vec<Entry>,
}

impl Index {
    /// Goes over all records once.
    pub(super) fn new(ledger: &Ledger) -> Index {
        let organizations = ledger.of(RecordKind::Organization);
        let place = |id: &RecordId| organizations.binary_search_by(|(known, _)| known.cmp(id)).ok();
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
        let row = |id: &Option<RecordId>| Some(spans.get(place(id.as_ref()?)?)?.0);
        let of = |kind: RecordKind| {
            let mut entries: Vec<Entry> = Vec::new();
            for (place, (_, record)) in ledger.of(kind).iter().enumerate() {
                let home = match record {
                    Record::Candidate(candidate) => &candidate.cell,
                    Record::Member(member) => &member.cell,
                    Record::Total(total) => &total.organization,
                    _ => continue,
                };
                entries.extend(row(home).map(|row| (row, place)));
            }
            entries.sort_unstable();
            entries
        };
        let (candidates, members) = (of(RecordKind::Candidate), of(RecordKind::Member));
        let totals = of(RecordKind::Total);
        Index { spans, candidates, members, totals }
    }

    /// Places among the records of a kind of those that belong to an organization, given by its place
    /// among the organizations, or to anything below it.
    pub(super) fn places(&self, kind: RecordKind, organization: usize) -> impl Iterator<Item = usize> {
        let entries: &[Entry] = match kind {
            RecordKind::Candidate => &self.candidates,
            RecordKind::Member => &self.members,
            RecordKind::Total => &self.totals,
            _ => &[],
        };
        let (first, after) = self.spans.get(organization).copied().unwrap_or_default();
        let first = entries.partition_point(|(row, _)| *row < first);
        let after = entries.partition_point(|(row, _)| *row < after);
        entries.get(first..after).unwrap_or_default().iter().map(|(_, place)| *place)
    }
}
