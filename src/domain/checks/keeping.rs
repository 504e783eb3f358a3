//! Retention of the record: consent once anything sensitive is entered, and the day for deletion; and guidance that
//! runs ahead of the regulation on the day of the meeting.

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule};
use crate::domain::schema::choice::Level;
use crate::domain::schema::field::Field;
use crate::domain::schema::section::Section;

/// Missing consent, a due deletion, and guidance ahead of the regulation.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some((guidance, in_force)) = dossier.meeting.and_then(|on| dossier.regulation().guidance_ahead(on)) {
        findings.push(Finding::new(Rule::GuidanceAhead { guidance, in_force }, &[Field::CellMeeting]));
    }
    let beyond = |section: &Section| section.level() > Level::Steps;
    let mut kept = Section::DOSSIER.into_iter().filter(beyond);
    let sensitive = [Field::EthnicGroup, Field::Religion, Field::CitizenId].into_iter().any(|field| dossier.has(field));
    if !dossier.has(Field::Consent) && (sensitive || kept.any(|section| dossier.filled(section).any)) {
        findings.push(Finding::new(Rule::ConsentMissing, &[Field::Consent]));
    }
    if dossier.day(Field::DeleteBy).is_some_and(|day| day <= dossier.today) {
        findings.push(Finding::new(Rule::DeletionDue, &[Field::DeleteBy]));
    }
    findings
}
