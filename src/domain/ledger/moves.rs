//! Candidates who go to another cell: their moves, as records of their own, are brought together with the candidate whenever
//! either changes. What a move means for a figure is in `calculator::tally`.

use super::attached::Attached;
use super::candidate::Candidate;
use super::record::TypedRecord;
use crate::domain::ledger::Ledger;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;

impl Ledger {
    /// Candidates who went to another cell of the book.
    pub fn movers(&self) -> Vec<(&RecordId, &Candidate)> {
        if !self.has_any(RecordKind::Move) {
            return Vec::new();
        }
        self.candidates().filter(|(_, candidate)| !candidate.moves.is_empty()).collect()
    }

    /// The moves of a candidate to other cells, earliest first; of two on one day the one with the higher id is last.
    fn moves_of(&self, candidate: &RecordId) -> Vec<(Day, RecordId)> {
        let mut found: Vec<(Day, RecordId)> = Vec::new();
        for (_, record) in self.attached(RecordKind::Move, candidate) {
            let Attached::Move(found_here) = record else { continue };
            if let Some((day, to)) = found_here.day.zip(found_here.to.clone()) {
                let place = found.partition_point(|(other, _)| *other <= day);
                found.insert(place, (day, to));
            }
        }
        found
    }

    /// Brings the moves of a candidate together with the candidate.
    pub(super) fn settle_moves(&mut self, candidate: &RecordId) {
        let moves = self.moves_of(candidate);
        let known = self.candidate(candidate).map(|found| &found.moves);
        if known.is_none_or(|known| *known == moves) {
            return;
        }
        let Ok(place) = self.place(candidate) else { return };
        self.index.take();
        if let Some(records) = self.own_records()
            && let Some((_, TypedRecord::Candidate(found))) = records.get_mut(place)
        {
            found.moved(moves);
        }
    }

    /// Brings all moves together with their candidates.
    pub(super) fn settle_all_moves(&mut self) {
        let movers: Vec<RecordId> = self.of(RecordKind::Move).iter().filter_map(|(id, _)| id.candidate()).collect();
        for candidate in movers {
            self.settle_moves(&candidate);
        }
    }
}
