//! Readmission (232-QĐ/TW and 294-QĐ/TW, 3.5).

use super::{at_meeting, check};

const AGAIN: &str = "was_member yes, province_consent 1/2/2026";

fn meets(row: &str, expected: &[&str]) {
    at_meeting("1/3/2026", &format!("{row}, {AGAIN}"), expected);
}

#[test]
fn after_36_months_or_60_since_the_record_was_cleared() {
    meets("left_party 1/3/2023", &[]);
    meets("left_party 2/3/2023", &["B readmission.too_early"]);
    meets("left_because crime, left_party 1/1/2015, record_cleared 1/3/2021", &[]);
    meets("left_because crime, left_party 1/1/2015, record_cleared 2/3/2021", &["B readmission.too_early"]);
    meets("left_because crime, left_party 1/1/2015", &["B readmission.day_missing"]);
    meets("", &["B readmission.day_missing"]);
    check("was_member yes, left_party 22/11/2023", &["W readmission.too_early"]);
}

#[test]
fn once_and_with_the_provinces_consent() {
    meets("left_party 1/3/2020, was_readmitted yes", &["B readmission.twice"]);
    at_meeting("1/3/2026", "was_member yes, left_party 1/3/2020", &["B readmission.consent_missing"]);
    // Who gives the day of a first admission has been a member.
    at_meeting("1/3/2026", "first_admission 1/3/2019, left_party 1/3/2020", &["B readmission.consent_missing"]);
    meets("first_admission 1/3/2021, left_party 1/3/2020", &["B date.out_of_order"]);
}
