//! What must be complete when the cell meets: certificate, application, résumé, the opinions (12-HD/BTCTW of 2022,
//! II.1.1; 01-HD/TW of 2021 and 06-HD/TW of 2025, point 3); and that the application precedes the résumé. Introducers
//! and verification have their own modules.

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule};
use crate::domain::regulation::Key;
use crate::domain::schema::field::Field;

/// Papers without which the dossier is returned.
const PAPERS: [Field; 3] = [Field::Certificate, Field::Application, Field::Resume];
/// Opinions; only a warning, because they may have been heard without noting the day.
const OPINIONS: [Field; 2] = [Field::BodiesHeard, Field::ResidenceHeard];

/// What is missing on the day of the meeting, and the wrong order of application and résumé.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(needed) = dossier.meeting.and_then(|_| dossier.in_force(Key::DossierNeeded)) {
        let missing = |field: &Field| !dossier.has(*field);
        for field in PAPERS.into_iter().filter(missing) {
            let finding = Finding::by(needed, Rule::NeededAtMeeting, &[field, Field::CellMeeting]);
            findings.push(dossier.weighs(finding));
        }
        // If the cell is that of the place of residence, its meeting is its opinion.
        let at_home = |field: &Field| *field == Field::ResidenceHeard && dossier.is_of_home();
        for field in OPINIONS.into_iter().filter(missing).filter(|field| !at_home(field)) {
            let finding = Finding::new(Rule::NeededAtMeeting, &[field, Field::CellMeeting]);
            findings.push(finding.citing(needed));
        }
    }
    if let (Some(meeting), Some(good)) = (dossier.meeting, dossier.in_force(Key::PapersMonths)) {
        let months = good.cited.value;
        let old = |field: &Field| {
            let day = dossier.day(*field);
            let last = day.zip(i32::try_from(months).ok()).and_then(|(day, months)| day.plus_months(months));
            last.is_some_and(|last| last < meeting)
        };
        for field in [Field::UnionResolution, Field::BodiesHeard, Field::ResidenceHeard].into_iter().filter(old) {
            findings.push(Finding::by(good, Rule::PaperOld { months }, &[field, Field::CellMeeting]));
        }
    }
    let days = dossier.day(Field::Application).zip(dossier.day(Field::Resume));
    if let Some((application, resume)) = days
        && application > resume
        && let Some(order) = dossier.in_force(Key::ApplicationFirst)
    {
        findings.push(Finding::by(order, Rule::ApplicationAfterResume, &[Field::Application, Field::Resume]));
    }
    findings
}
