//! The cell's vote: two thirds of its official members must be for admission. Since 1/7/2025
//! those transferred out for a time and those excused and absent are taken off the base
//! (294-QĐ/TW, 9.3.2); neither those present nor those who voted are ever the base.

use crate::domain::ledger::candidate::Candidate;
use crate::domain::regulation::{InForce, Key, in_force};
use crate::domain::value::day::Day;

/// The members that the share of votes is taken of, by the rule of the day; `None` while they are
/// not known, or where more are excused than there are.
pub fn base(candidate: &Candidate, on: Day) -> Option<u32> {
    let (members, excused) = (candidate.official_members?, candidate.excused.unwrap_or(0));
    if excused >= members.max(1) {
        return None;
    }
    let less = in_force(Key::VoteLessExcused, on).is_some_and(|rule| rule.cited.value == 1);
    Some(if less { members - excused } else { members })
}

/// The share of votes that a rule asks for.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    /// The rule.
    pub rule: InForce,
    /// So many parts …
    pub for_parts: u32,
    /// … of so many.
    pub all_parts: u32,
}

impl Share {
    /// The share asked for on a day.
    pub fn on(day: Day) -> Option<Share> {
        let (all, rule) = (in_force(Key::VoteAllParts, day)?, in_force(Key::VoteForParts, day)?);
        Some(Share { rule, for_parts: rule.cited.value, all_parts: all.cited.value })
    }

    /// The fewest votes that are enough of so many members.
    pub fn of(self, base: u32) -> u64 {
        (u64::from(base) * u64::from(self.for_parts)).div_ceil(u64::from(self.all_parts).max(1))
    }
}

/// Whether the votes that are noted for a candidate are fewer than needed by the rule of the day.
pub fn is_lost(candidate: &Candidate, on: Day) -> bool {
    let needed = base(candidate, on).and_then(|base| Some(Share::on(on)?.of(base)));
    candidate.votes_for.zip(needed).is_some_and(|(votes, needed)| u64::from(votes) < needed)
}
