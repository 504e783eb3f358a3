//! The cell's vote: two thirds of its official members must be for admission. Since 1/7/2025
//! those transferred out for a time and those excused and absent are taken off the base
//! (294-QĐ/TW, 9.3.2); neither those present nor those who voted are ever the base.

use super::{Key, in_force};
use crate::domain::dossier::Dossier;
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Rule};

const VOTE: &[Field] = &[Field::VotesFor, Field::OfficialMembers, Field::Excused];

/// Everything that does not fit about members and votes.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    let (candidate, on) = (dossier.candidate(), dossier.on());
    let mut findings = Vec::new();
    let Some(members) = candidate.official_members else {
        return findings;
    };
    if let Some(least) = in_force(Key::MeetingLeastMembers, on)
        && members < least.cited.value
    {
        findings.push(Finding::by(least, Rule::TooFewMembers { least: least.cited.value }, &[Field::OfficialMembers]));
    }
    let excused = candidate.excused.unwrap_or(0);
    if excused >= members.max(1) {
        findings.push(Finding::blocks(Rule::ExcusedBeyondMembers, &[Field::Excused, Field::OfficialMembers]));
        return findings;
    }
    let less = in_force(Key::VoteLessExcused, on).is_some_and(|rule| rule.cited.value == 1);
    let base = if less { members - excused } else { members };
    let Some(votes) = candidate.votes_for else {
        return findings;
    };
    if votes > base {
        findings.push(Finding::blocks(Rule::VoteBeyondBase { base }, VOTE));
        return findings;
    }
    if let (Some(all), Some(parts)) = (in_force(Key::VoteAllParts, on), in_force(Key::VoteForParts, on)) {
        let (all_parts, for_parts) = (u64::from(all.cited.value), u64::from(parts.cited.value));
        if u64::from(votes) * all_parts < u64::from(base) * for_parts {
            let needed = (u64::from(base) * for_parts).div_ceil(all_parts.max(1));
            findings.push(Finding::by(
                parts,
                Rule::VoteBelow { for_parts: parts.cited.value, all_parts: all.cited.value, base, needed },
                VOTE,
            ));
        }
    }
    findings
}
