//! How long the certificate of the awareness class is good: a number of months up to the
//! cell's meeting (06-HD/TW 9/6/2025, point 5.4). That there must be one is not checked here.

use super::{Key, in_force};
use crate::domain::check::{Finding, Rule};
use crate::domain::day::Day;
use crate::domain::field::Field;
use crate::domain::records::Candidate;

/// Compares the certificate's day with the meeting, or with today while there is none.
pub fn check(candidate: &Candidate, today: Day) -> Option<Finding> {
    let on = candidate.cell_meeting.unwrap_or(today);
    if candidate.ceremony.or(candidate.decision).is_some() && candidate.cell_meeting.is_none() {
        return None;
    }
    let months = in_force(Key::CertificateMonths, on)?;
    let last = candidate.certificate?.plus_months(i32::try_from(months.cited.value).ok()?)?;
    let rule = Rule::CertificateExpired { last };
    (on > last).then(|| match candidate.cell_meeting {
        Some(_) => Finding::by(months, rule, &[Field::Certificate, Field::CellMeeting]),
        None => Finding::warns(rule, &[Field::Certificate]).citing(months),
    })
}
