//! What the regulation says about one candidate, as tables: each line a small dossier, the day on
//! which it is looked at, and the rules that speak. Boundary days cite the rule they test.

#[path = "../common/mod.rs"]
mod common;

mod age;
mod deadlines;
mod education;
mod entries;
mod history;
mod identity;
mod introducers;
mod law;
mod limits;
mod office;
mod papers;
mod procedure;
mod questions;
mod readmission;
mod sets;
mod verification;
mod vote;

use common::{day, id, ledger, texts};
use ket_nap::domain::admission::finding::{Finding, Severity};
use ket_nap::domain::checks;

const WHOLE: &str =
    "name Lò Thị Mẫu, cell organization:a, birth 3/2/1999, sex female, youth_union 26/3/2015, consent 1/1/2015";

/// Everything found in a candidate's row, with these other records in the book.
fn found_beside(row: &str, today: &str, others: &str) -> Vec<Finding> {
    let book = ledger(&format!(
        "organization:a: name Chi bộ trường Mẫu, kind school, level full
         organization:b: name Chi bộ bản Mẫu, kind village, level full
         candidate:other: name Vàng A Thử, citizen_id 011099000001
         {others}"
    ));
    let record = id("candidate:this");
    checks::record(&book, &record, &texts(&record, row), day(today))
}

fn found(row: &str, today: &str) -> Vec<Finding> {
    found_beside(row, today, "")
}

/// Rules with the first letter of their weight: `B age.under_18`.
fn names(findings: &[Finding]) -> Vec<String> {
    let name = |finding: &Finding| {
        let weight = match finding.severity {
            Severity::Blocks => "B",
            Severity::Warns => "W",
            Severity::Hints => "H",
        };
        format!("{weight} {}", finding.id().as_str())
    };
    findings.iter().map(name).collect()
}

/// A person without a meeting, looked at on 21/11/2026.
#[track_caller]
fn check(row: &str, expected: &[&str]) {
    // What is written first counts: a row may say otherwise than the rest.
    let all = found(&format!("{row}, {WHOLE}"), "21/11/2026");
    assert_eq!(names(&all), expected, "{row}");
}

/// A dossier with everything that a meeting on that day asks for, but for what the row says.
fn complete(meeting: &str, row: &str) -> String {
    let before = |days: i64| day(meeting).plus_days(-days).map(|day| day.iso()).unwrap_or_default();
    format!(
        "{row}, cell_meeting {meeting}, education upper_secondary, certificate {}, application {}, resume {}, \
         introducer_1 Vàng A Thử, introducer_2 Giàng Thị Thí Dụ, self_answered {}, bodies_heard {}, \
         residence_heard {}, {WHOLE}",
        before(100),
        before(90),
        before(80),
        before(40),
        before(20),
        before(20),
    )
}

/// A complete dossier on the day of its meeting, but for what the row says.
#[track_caller]
fn at_meeting(meeting: &str, row: &str, expected: &[&str]) {
    assert_eq!(names(&found(&complete(meeting, row), meeting)), expected, "{meeting}: {row}");
}
