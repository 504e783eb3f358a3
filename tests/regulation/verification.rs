//! Whom verification is asked about (01-HD/TW of 2021 and 06-HD/TW of 2025, 3.4), and that what
//! answers say is nowhere.

use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::RecordId;

use super::{at_meeting, complete, found_beside, names};

fn with(relatives: &str, meeting: &str, expected: &[&str]) {
    let rows: Vec<String> =
        relatives.lines().enumerate().map(|(place, row)| format!("relative:this_{place}: {}", row.trim())).collect();
    let all = found_beside(&complete(meeting, "relatives_declared listed"), meeting, &rows.join("\n"));
    assert_eq!(names(&all), expected, "{relatives}");
}

const OPEN: &[&str] = &["B verification.relatives_open"];

#[test]
fn the_applicant_is_verified() {
    at_meeting("1/3/2026", "self_answered ", &["B verification.missing"]);
    at_meeting("27/9/2021", "self_answered ", &["B verification.missing"]);
    at_meeting("19/9/2016", "self_answered , birth 3/2/1990, youth_union 26/3/2006", &[]);
}

#[test]
fn near_relatives_are_verified_and_others_not() {
    for relation in ["father", "mother", "guardian", "spouse", "father_in_law", "mother_in_law"] {
        with(&format!("relation {relation}, name Lò Văn Thử"), "1/3/2026", OPEN);
        with(&format!("relation {relation}, name Lò Văn Thử, answered 1/2/2026"), "1/3/2026", &[]);
        with(&format!("relation {relation}, name Lò Văn Thử, death 2001"), "1/3/2026", &[]);
    }
    for relation in ["sibling", "sibling_in_law", "adopted_child", "paternal_grandfather", "maternal_grandmother"] {
        with(&format!("relation {relation}, name Lò Văn Thử"), "1/3/2026", &[]);
    }
}

#[test]
fn birth_children_are_verified_from_full_age_on() {
    with("relation child, name Lò Thị Con, birth 1/3/2008", "1/3/2026", OPEN);
    with("relation child, name Lò Thị Con, birth 2/3/2008", "1/3/2026", &[]);
    with("relation child, name Lò Thị Con, birth 2007", "1/3/2026", OPEN);
    with("relation child, name Lò Thị Con, birth 2008", "1/3/2026", &[]);
    with("relation child, name Lò Thị Con, birth 1990, exempt yes", "1/3/2026", &[]);
    with("relation child, name Lò Thị Con", "1/3/2026", &[]);
}

#[test]
fn parents_and_children_who_are_members_are_skipped() {
    // 01-HD/TW of 28/9/2021 and 06-HD/TW of 9/6/2025, 3.4c.
    with("relation father, name Lò Văn Thử, member yes", "1/7/2025", &[]);
    with("relation child, name Lò Văn Thử, birth 1990, member yes", "1/7/2025", &[]);
    with("relation father, name Lò Văn Thử, member no", "1/7/2025", OPEN);
    with("relation spouse, name Lò Văn Thử, member yes", "1/7/2025", OPEN);
    with("relation father, name Lò Văn Thử, member yes", "28/9/2021", &[]);
    // Whether the guidance of 2016 skips them was not read.
    with("relation father, name Lò Văn Thử, member yes", "27/9/2021", &["W verification.relatives_open"]);
    with("relation spouse, name Lò Văn Thử, member yes", "1/3/2025", OPEN);
    // An answer after the meeting was not there.
    with("relation mother, name Vàng Thị Thử, answered 2/7/2025", "1/7/2025", OPEN);
}

#[test]
fn the_finding_leads_to_every_relative_who_is_open() {
    let rows = "relative:this_a: relation father, name Lò Văn Thử
        relative:this_b: relation mother, name Vàng Thị Thử, answered 1/2/2026
        relative:this_c: relation spouse
        relative:other_d: relation father, name Của Người Khác";
    let all = found_beside(&complete("1/3/2026", "relatives_declared listed"), "1/3/2026", rows);
    let at = |name: &str| (RecordId::parse(name).unwrap_or_else(|| unreachable!()), Field::RelativeAnswered);
    assert_eq!(all[0].attached, [at("relative:this_a"), at("relative:this_c")]);
    assert_eq!(ket_nap::text::findings::message(&all[0]), "Chưa có trả lời thẩm tra: Lò Văn Thử");
}

#[test]
fn what_must_not_be_kept_has_no_field() {
    let columns = Field::ALL.iter().map(|field| field.spec().key);
    for key in columns {
        for never in ["result", "conclusion", "complaint", "conviction", "photo", "content", "reason"] {
            assert!(!key.contains(never), "{key}");
        }
    }
}
