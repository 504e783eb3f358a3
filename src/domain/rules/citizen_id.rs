//! What a citizen number of 12 digits says about its holder: the fourth digit is century and
//! sex, the next two the birth year (Circular 07/2016/TT-BCA, Article 7). Sex and birth date can
//! be corrected later while the number stays, so a difference warns and never blocks.

use crate::domain::check::{Finding, Rule};
use crate::domain::choice::Sex;
use crate::domain::field::Field;
use crate::domain::records::Candidate;

/// Compares the number with sex and birth year.
pub fn check(candidate: &Candidate) -> Vec<Finding> {
    let digits: Vec<i32> = candidate
        .citizen_id
        .as_deref()
        .unwrap_or_default()
        .chars()
        .filter_map(|c| i32::try_from(c.to_digit(10)?).ok())
        .collect();
    let [_, _, _, century_and_sex, tens, units, ..] = digits.as_slice() else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    let sex = if century_and_sex % 2 == 0 { Sex::Male } else { Sex::Female };
    if candidate.sex.is_some_and(|entered| entered != sex) {
        findings
            .push(Finding::warns(Rule::CitizenIdSex { by_number: sex }, &[Field::CitizenId, Field::SexOfCandidate]));
    }
    let year = 1900 + century_and_sex / 2 * 100 + tens * 10 + units;
    if candidate.birth.is_some_and(|birth| birth.year() != year) {
        findings.push(Finding::warns(Rule::CitizenIdBirthYear { by_number: year }, &[Field::CitizenId, Field::Birth]));
    }
    findings
}
