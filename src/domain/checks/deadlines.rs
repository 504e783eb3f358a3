//! Exceeded deadlines, and recognition before the end of probation. An exceeded deadline only warns, because it can no
//! longer be corrected. The deadlines themselves are in `admission::deadlines`.

use crate::domain::admission::deadlines::{Deadline, all};
use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule, Severity};
use crate::domain::schema::field::Field;

/// Exceeded deadlines, and recognition before the end of probation.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Nothing is due for a person who moved away or was declined.
    if dossier.candidate().has_ended(dossier.today) {
        return findings;
    }
    for deadline in all(dossier) {
        let Deadline { since, field, limit, number, in_months, source, done, is_past, .. } = deadline;
        if in_months {
            let rule = Rule::ProbationIncomplete { first: limit.last };
            if done.is_some_and(|done| done < limit.last) {
                findings.push(Finding::by(source, rule, &[field, since]));
            } else if dossier.day(Field::RecognitionMeeting).is_some_and(|met| met < limit.last) {
                findings.push(
                    Finding::new(rule, &[Field::RecognitionMeeting, since]).weighing(Severity::Warns).citing(source),
                );
            }
            continue;
        }
        let open = done.is_none() && is_past;
        // A missing member's file does not return the dossier: it is a task, not a finding.
        if field == Field::MemberFile {
            continue;
        }
        if open || done.unwrap_or(dossier.today) <= limit.last {
            continue;
        }
        let fields: &[Field] = if since == Field::Recognition { &[field, Field::Ceremony] } else { &[field, since] };
        let finding = Finding::new(
            Rule::Overdue { days: number, limit, extended: deadline.extended, since, assumed: deadline.assumed },
            fields,
        )
        .citing(source);
        // Counted from another day than the rule says, or over days that are not certain.
        findings.push(if limit.estimated { finding.weighing(Severity::Hints) } else { finding });
    }
    findings
}
