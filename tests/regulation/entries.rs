//! What is typed: absurd days, empty dossiers, parts of a total, how the record is kept; and that
//! nothing at all makes a check fail.

use ket_nap::domain::checks;
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::value::day::Day;
use ket_nap::text::findings;
use proptest::prelude::*;

use super::common::{day, id, ledger, texts};
use super::{at_meeting, check as one, found, names};

#[test]
fn days_stand_in_their_order_and_in_the_past() {
    at_meeting("1/3/2026", "resume 2/3/2026", &["W date.in_future", "B date.out_of_order"]);
    at_meeting("1/3/2026", "resume 1/3/2026", &[]);
    one("ceremony 22/11/2026", &["W date.in_future", "H step.missing", "W decision.without_meeting"]);
    one("decision 1/11/2026, ceremony 31/10/2026", &["B date.out_of_order", "W decision.without_meeting"]);
}

#[test]
fn absurd_entries_say_why_and_an_empty_dossier_says_what_is_missing() {
    for text in ["31/02/2026", "1/1/0026", "1/6/22", "06/2022", "hôm qua", "99999999"] {
        one(&format!("application {text}"), &["B date.impossible"]);
    }
    for text in ["1/6/2022", "01-06-2022", "1.6.2022", "01062022", "ngày 1 tháng 6 năm 2022"] {
        one(&format!("application {text}"), &[]);
    }
    one("votes_for bảy", &["B count.malformed"]);
    one("name Lò Thị Mẫu\t3/2/1999\tNữ", &["B text.several_cells"]);
    one("ethnic_group người Dao", &["B choice.unknown"]);
    assert_eq!(
        names(&found("", "21/11/2026")),
        ["H name.empty", "H field.missing", "H field.missing", "H field.missing"]
    );
    assert_eq!(
        names(&found("name A, birth 3/2/1999, sex male, cell organization:gone", "21/11/2026")),
        ["W reference.gone"]
    );
}

#[test]
fn consent_and_the_day_of_deletion_are_asked_for() {
    one("residence Bản Mẫu, consent ", &["H keeping.consent_missing"]);
    one("residence Bản Mẫu", &[]);
    one("citizen_id 011199000123, consent ", &["H keeping.consent_missing"]);
    one("religion Không, consent ", &["H keeping.consent_missing"]);
    one("consent ", &[]);
    one("delete_by 21/11/2026", &["W keeping.deletion_due"]);
    one("delete_by 22/11/2026", &[]);
    one("consent 2/1/2026, delete_by 1/1/2026", &["B date.out_of_order", "W keeping.deletion_due"]);
}

#[test]
fn counts_and_tables_of_days_are_checked_for_themselves() {
    let book = ledger("organization:a: name A");
    let check = |name: &str, row: &str, expected: &[&str]| {
        let record = id(name);
        let found = checks::record(&book, &record, &texts(&record, row), day("21/11/2026"));
        assert_eq!(names(&found), expected, "{name} {row}");
    };
    let count = "organization organization:a, day 1/1/2026, members 5";
    check("headcount:1", &format!("{count}, probation 5"), &[]);
    check("headcount:1", &format!("{count}, probation 6"), &["B headcount.more_on_probation_than_members"]);
    check("durations:1", "organization organization:a, usual_class 30, least_class 30", &[]);
    check(
        "durations:1",
        "organization organization:a, usual_class 30, least_class 31",
        &["W durations.least_beyond_usual"],
    );
    // Beside the number that is assumed.
    check("durations:1", "organization organization:a, least_class 91", &["W durations.least_beyond_usual"]);
    check("durations:1", "organization organization:a, usual_class 99999", &["B count.malformed"]);
    check("points:1", "organization organization:a, per_percent 0.125", &[]);
    check("points:1", "organization organization:a, per_percent nhiều", &["B count.malformed"]);
}

#[test]
fn rows_of_a_dossier_are_checked_for_themselves() {
    let book = ledger("organization:a: name A");
    let check = |name: &str, row: &str, expected: &[&str]| {
        let record = id(name);
        assert_eq!(names(&checks::record(&book, &record, &texts(&record, row), day("21/11/2026"))), expected, "{row}");
    };
    check("job:x_1", "from 6/2022, to 5/2022, work Làm ruộng", &["B period.reversed"]);
    check("job:x_1", "from 12/2026, work Làm ruộng", &["W date.in_future"]);
    check("job:x_1", "from 2022, work Làm ruộng", &["B date.impossible"]);
    check("relative:x_1", "relation father, name A, birth 1950, death 1949", &["B date.out_of_order"]);
    check("relative:x_1", "relation father, name A, birth 1950, death 1950", &[]);
    check("relative:x_1", "relation father, name A, asked 2/1/2026, answered 1/1/2026", &["B date.out_of_order"]);
    check("relative:x_1", "relation father, name A, birth 2027", &["W date.in_future"]);
    check("award:x_1", "", &["H field.missing", "H field.missing"]);
    check("paper:x_life", "there yes, day 1/1/2026, holder Đảng ủy xã", &[]);
}

#[test]
fn parts_and_periods_of_a_total_must_fit() {
    let book = ledger("organization:a: name A");
    let record = id("total:x");
    let base = "organization organization:a, indicator admissions, count 10";
    let names =
        |row: &str| names(&checks::record(&book, &record, &texts(&record, &format!("{base}, {row}")), day("1/1/2026")));
    // Mai Châu's report, row 0.10: 8 + 2 + 2 are not 10.
    let parts = "from 1/1/2021, to 1/6/2022, by_university 8, by_college 2";
    assert_eq!(names(&format!("{parts}, by_intermediate 2")), ["W total.parts_differ"]);
    assert_eq!(names(parts), [] as [&str; 0]);
    assert_eq!(names("from 1/6/2022, to 1/1/2021"), ["B period.reversed"]);
}

proptest! {
    #[test]
    fn no_dossier_however_wrong_makes_a_check_fail(
        typed in proptest::collection::vec("[0-9/.a-zà-ỹ -]{0,14}|[0-9]{1,2}/[0-9]{1,2}/(19|20)[0-9]{2}|yes|no|crime|primary", 140),
        today in 0_i64..40_000,
    ) {
        let today = Day::from_days_since_1970(today).unwrap_or_else(|| unreachable!("{today}"));
        let mut lines = String::from("organization:a: name A, level full\n");
        let rows = [
            "candidate:x", "target:x", "total:x", "village:x", "headcount:x", "organization:x", "paper:x_life",
            "relative:x_1", "relative:x_2", "job:x_1", "job:x_2", "study:x_1", "trip:x_1", "award:x_1", "discipline:x_1",
        ];
        let row = |name: &str, shift: usize| {
            let fields = id(name).kind().map(Field::of).into_iter().flatten();
            let pairs = fields.zip(typed.iter().cycle().skip(shift));
            let pairs: Vec<String> = pairs
                .filter(|(_, text)| !text.trim().is_empty())
                .map(|(field, text)| format!("{} {}", field.spec().key, text.trim()))
                .collect();
            pairs.join(",")
        };
        for (shift, name) in rows.iter().enumerate() {
            lines.push_str(&format!("{name}: {}\n", row(name, shift * 7)));
        }
        let book = ledger(&lines);
        for (shift, name) in rows.iter().enumerate() {
            let record = id(name);
            for finding in checks::record(&book, &record, &texts(&record, &row(name, shift * 7)), today) {
                prop_assert!(!findings::with_label(&finding).is_empty());
                let somewhere = !finding.fields.is_empty() || !finding.attached.is_empty();
                prop_assert!(somewhere);
            }
        }
    }
}

#[test]
fn the_code_of_an_organization_is_checked() {
    let book = ledger(
        "organization:a: name Chi bộ bản Mẫu, kind village, code 38.168.053.000.001
         organization:b: name Chi bộ bản Thử, kind village, code 38.168.053.000.002",
    );
    let told = |code: &str| {
        let record = id("organization:b");
        let row = texts(&record, &format!("name Chi bộ bản Thử, kind village, code {code}"));
        names(&checks::record(&book, &record, &row, day("21/11/2026")))
    };
    assert_eq!(told("38.168.053.000.002"), [""; 0]);
    assert_eq!(told("38168053000001"), ["W organization.code_twice"]);
    assert_eq!(told("38.168.053.001"), ["W organization.code_malformed"]);
}
