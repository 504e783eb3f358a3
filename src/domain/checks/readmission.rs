//! Readmission of former members: after 36 months, or 60 after the record of a less serious crime was cleared, with the
//! province's written consent, and only once; never after leaving for some reasons (29-QĐ/TW and its successors, 3.5).

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule};
use crate::domain::regulation::Key;
use crate::domain::schema::choice::LeftFor;
use crate::domain::schema::field::Field;

/// Obstacles to a readmission.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let on = dossier.on();
    if !dossier.was_member() {
        return findings;
    }
    let because = dossier.chosen(Field::LeftBecause).and_then(LeftFor::from_key);
    let (key, since) = match because {
        Some(LeftFor::Crime) => (Key::ReadmissionCrimeMonths, Field::RecordCleared),
        Some(LeftFor::Population) => (Key::ReadmissionPopulationMonths, Field::LeftParty),
        Some(LeftFor::Other | LeftFor::Barred) | None => (Key::ReadmissionMonths, Field::LeftParty),
    };
    let Some(needed) = dossier.in_force(key) else { return findings };
    if let (Some(left), Ok(months)) = (dossier.day(since), i32::try_from(needed.cited.value))
        && left.whole_months_until(on) < months
    {
        let rule = Rule::ReadmissionTooEarly { months: needed.cited.value, first: left.plus_months(months) };
        findings.push(dossier.weighs(Finding::by(needed, rule, &[since, Field::CellMeeting])));
    }
    if because == Some(LeftFor::Barred)
        && let Some(barred) = dossier.in_force(Key::ReadmissionBarred)
    {
        findings.push(dossier.weighs(Finding::by(barred, Rule::ReadmissionBarred, &[Field::LeftBecause])));
    }
    if dossier.says_yes(Field::WasReadmitted) == Some(true)
        && let Some(times) = dossier.in_force(Key::ReadmissionTimes)
    {
        findings.push(dossier.weighs(Finding::by(times, Rule::ReadmissionTwice, &[Field::WasReadmitted])));
    }
    if dossier.meeting.is_some() {
        for field in [since, Field::ProvinceConsent] {
            if !dossier.has(field) {
                let finding = Finding::by(needed, Rule::NeededAtMeeting, &[field, Field::CellMeeting]);
                findings.push(dossier.weighs(finding));
            }
        }
    }
    findings
}
