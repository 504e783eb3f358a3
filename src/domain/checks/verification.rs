//! Verification not answered when the cell meets. Who has to be verified is in `admission::verification`.

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule, Severity};
use crate::domain::admission::verification::{is_needed, is_open};
use crate::domain::regulation::Key;
use crate::domain::schema::field::Field;

/// Missing answers.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    let on = dossier.on();
    let mut findings = Vec::new();
    let Some(needed) = dossier.in_force(Key::VerificationNeeded) else { return findings };
    if dossier.meeting.is_some() && !dossier.has(Field::SelfAnswered) {
        let finding = Finding::by(needed, Rule::NeededAtMeeting, &[Field::SelfAnswered, Field::CellMeeting]);
        findings.push(dossier.weighs(finding));
    }
    let skips = dossier.in_force(Key::VerificationSkip).is_some();
    let (mut names, mut attached, mut sure) = (Vec::new(), Vec::new(), false);
    for (id, relative) in dossier.relatives() {
        if is_open(relative, skips, on) {
            // Whether guidance before 2025 also exempted members could not be checked.
            sure |= is_needed(relative, true, on);
            names.extend(relative.name.clone());
            attached.push((id.clone(), Field::RelativeAnswered));
        }
    }
    if !attached.is_empty() {
        let finding = Finding::by(needed, Rule::RelativesUnverified { names }, &[Field::RelativesDeclared]);
        let finding = if sure { finding } else { finding.weighing(Severity::Warns) };
        findings.push(dossier.weighs(finding).at(attached));
    }
    findings
}
