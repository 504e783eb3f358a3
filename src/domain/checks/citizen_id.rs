//! What a citizen number of 12 digits implies about its holder: the fourth digit encodes century and sex, the next two
//! the birth year, the first three the place of birth registration (Circular 07/2016/TT-BCA, Article 7). Sex and birth
//! date can be corrected later while the number stays, so a difference warns and never blocks.

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule};
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::Sex;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::lists::OldProvince;
use crate::domain::value::day::Day;

/// Compares the number with sex, birth year and the known provinces.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    let candidate = dossier.candidate();
    compared(candidate.citizen_id.as_deref().unwrap_or_default(), candidate.sex, candidate.birth)
}

/// What a number says otherwise than sex and birth date do.
pub fn compared(number: &str, stated: Option<Sex>, birth: Option<Day>) -> Vec<Finding> {
    let digits: Vec<i32> = number.chars().filter_map(|c| i32::try_from(c.to_digit(10)?).ok()).collect();
    let [one, two, three, century_and_sex, tens, units, ..] = digits.as_slice() else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    let province = u16::try_from(one * 100 + two * 10 + three).ok().and_then(OldProvince::of_code);
    if province.is_none() {
        // May also be a country, or a province code introduced since July 2025.
        findings.push(Finding::new(Rule::CitizenIdProvince, &[Field::CitizenId]));
    }
    let sex = if century_and_sex % 2 == 0 { Sex::Male } else { Sex::Female };
    if stated.is_some_and(|entered| entered != sex) {
        findings.push(Finding::new(Rule::CitizenIdSex { by_number: sex }, &[Field::CitizenId, Field::SexOfCandidate]));
    }
    let year = 1900 + century_and_sex / 2 * 100 + tens * 10 + units;
    if birth.is_some_and(|birth| birth.year() != year) {
        findings.push(Finding::new(Rule::CitizenIdBirthYear { by_number: year }, &[Field::CitizenId, Field::Birth]));
    }
    findings
}

/// The finding for a citizen number shared with candidate `other`.
pub fn shared_citizen_id(ledger: &Ledger, other: &RecordId) -> Option<Finding> {
    let name = ledger.candidate(other)?.name.clone();
    Some(Finding::new(Rule::CitizenIdTwice { other: other.clone(), name }, &[Field::CitizenId]))
}

/// Another candidate with the same citizen number.
pub(super) fn same_citizen_id(ledger: &Ledger, id: &RecordId, entries: &dyn Entries) -> Option<RecordId> {
    let number = entry::text(entries, Field::CitizenId).filter(|_| id.is(RecordKind::Candidate))?;
    let mut others = ledger.candidates().filter(|(other, _)| *other != id);
    others.find(|(_, found)| found.citizen_id.as_deref() == Some(number.as_str())).map(|(other, _)| other.clone())
}
