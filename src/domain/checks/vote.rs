//! Inconsistent members and votes of the cell's meeting, and an insufficient vote. Vote base and required share are in
//! `admission::vote`.

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule, Severity};
use crate::domain::admission::vote::{Share, base};
use crate::domain::regulation::Key;
use crate::domain::schema::field::Field;

const VOTE: &[Field] = &[Field::VotesFor, Field::OfficialMembers, Field::Excused];

/// All findings about members and votes.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    let (candidate, on) = (dossier.candidate(), dossier.on());
    let mut findings = Vec::new();
    let Some(members) = candidate.official_members else {
        return findings;
    };
    if let Some(least) = dossier.in_force(Key::MeetingLeastMembers)
        && members < least.cited.value
    {
        findings.push(Finding::by(least, Rule::TooFewMembers { least: least.cited.value }, &[Field::OfficialMembers]));
    }
    let Some(base) = base(dossier.regulation(), &candidate, on) else {
        findings.push(Finding::new(Rule::ExcusedBeyondMembers, &[Field::Excused, Field::OfficialMembers]));
        return findings;
    };
    let Some(votes) = candidate.votes_for else {
        return findings;
    };
    if votes > base {
        findings.push(Finding::new(Rule::VoteBeyondBase { base }, VOTE));
        return findings;
    }
    if let Some(share) = Share::on(dossier.regulation(), on)
        && u64::from(votes) < share.of(base)
    {
        let Share { rule, for_parts, all_parts } = share;
        let finding = Finding::by(rule, Rule::VoteBelow { for_parts, all_parts, base, needed: share.of(base) }, VOTE);
        // Offices were told to take off those excused long before 294-QĐ/TW (danguykccq.tuyenquang.gov.vn, question 108
        // of 2017), in texts that were not found: a vote that is won that way is not called lost.
        let won =
            members.checked_sub(candidate.excused.unwrap_or(0)).is_some_and(|less| u64::from(votes) >= share.of(less));
        findings.push(if won { finding.weighing(Severity::Hints) } else { finding });
    }
    findings
}
