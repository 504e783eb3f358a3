//! The certificate of the awareness class: required when the cell meets, and valid for a number of months up to the
//! meeting (06-HD/TW of 9/6/2025, points 3 and 5.4).

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule};
use crate::domain::schema::field::Field;

/// Compares the end of validity with the law day.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    found(dossier).into_iter().collect()
}

fn found(dossier: &Dossier<'_>) -> Option<Finding> {
    let on = dossier.on();
    if dossier.meeting.is_none() && (dossier.has(Field::Ceremony) || dossier.has(Field::Decision)) {
        return None;
    }
    let (months, last) = (dossier.limits().certificate?, dossier.certificate_ends()?);
    let fields: &[Field] =
        if dossier.meeting.is_some() { &[Field::Certificate, Field::CellMeeting] } else { &[Field::Certificate] };
    (on > last).then(|| dossier.weighs(Finding::by(months, Rule::CertificateExpired { last }, fields)))
}
