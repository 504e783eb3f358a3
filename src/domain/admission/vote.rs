//! The cell's vote: two thirds of its official members must be for admission. Since 1/7/2025 those transferred out
//! temporarily and those excused and absent are subtracted from the vote base (294-QĐ/TW, 9.3.2); the base is never the
//! number of those present or of those who voted.

use crate::domain::ledger::candidate::Candidate;
use crate::domain::regulation::{InForce, Key, Regulation};
use crate::domain::value::day::Day;

/// The vote base by the law of `on`. `None` if the members are not entered, or if not fewer are excused than there are.
pub fn base(regulation: &Regulation, candidate: &Candidate, on: Day) -> Option<u32> {
    let (members, excused) = (candidate.official_members?, candidate.excused.unwrap_or(0));
    if excused >= members.max(1) {
        return None;
    }
    let less = regulation.in_force(Key::VoteLessExcused, on).is_some_and(|rule| rule.cited.value == 1);
    Some(if less { members - excused } else { members })
}

/// The required share of votes.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    /// The value of the regulation.
    pub rule: InForce,
    /// Numerator.
    pub for_parts: u32,
    /// Denominator.
    pub all_parts: u32,
}

impl Share {
    /// The share required on `day`.
    pub fn on(regulation: &Regulation, day: Day) -> Option<Share> {
        let in_force = |key| regulation.in_force(key, day);
        let (all, rule) = (in_force(Key::VoteAllParts)?, in_force(Key::VoteForParts)?);
        Some(Share { rule, for_parts: rule.cited.value, all_parts: all.cited.value })
    }

    /// Minimum number of votes of `base` members.
    pub fn of(self, base: u32) -> u64 {
        (u64::from(base) * u64::from(self.for_parts)).div_ceil(u64::from(self.all_parts).max(1))
    }
}

/// Whether the votes entered for a candidate are fewer than required by the law of `on`.
pub fn is_lost(regulation: &Regulation, candidate: &Candidate, on: Day) -> bool {
    let needed = base(regulation, candidate, on).and_then(|base| Some(Share::on(regulation, on)?.of(base)));
    candidate.votes_for.zip(needed).is_some_and(|(votes, needed)| u64::from(votes) < needed)
}
