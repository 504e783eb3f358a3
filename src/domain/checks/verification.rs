//! Verification not answered when the cell meets. Who has to be verified is in `admission::verification`.

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule, Severity};
use crate::domain::admission::verification::{Scope, is_freed, is_needed, is_open};
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
    let scope = Scope::of(dossier);
    let (mut names, mut attached, mut sure, mut freed) = (Vec::new(), Vec::new(), false, scope.skips);
    for (id, relative) in dossier.relatives() {
        if is_open(relative, scope, on) {
            // Whether the guidance of 2016 also exempted members could not be checked.
            let needed = is_needed(relative, Scope { skips: true, ..scope }, on);
            let may_be_free = is_freed(relative, dossier.relatives().map(|(_, relative)| relative));
            sure |= needed && !(scope.skips && may_be_free);
            freed &= may_be_free;
            names.extend(relative.name.clone());
            attached.push((id.clone(), Field::RelativeAnswered));
        }
    }
    if !attached.is_empty() {
        let finding = Finding::by(needed, Rule::RelativesUnverified { names }, &[Field::RelativesDeclared]);
        let finding = match (sure, freed) {
            (true, _) => finding,
            (false, true) => finding.weighing(Severity::Hints),
            (false, false) => finding.weighing(Severity::Warns),
        };
        findings.push(dossier.weighs(finding).at(attached));
    }
    findings
}
