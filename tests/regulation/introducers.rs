//! Who introduces (Party Charter, Article 4) and for how long they have been in the same place
//! (24-QĐ/TW and its successors, 3.2).

use super::{at_meeting, check};

fn meets(row: &str, expected: &[&str]) {
    at_meeting("1/3/2026", row, expected);
}

#[test]
fn two_members_or_a_unions_committee_and_one() {
    meets("introducer_2 ", &["B introducer.too_few"]);
    meets("introducer_1 , introducer_2 ", &["B introducer.too_few"]);
    meets("introduced_by youth_union, introducer_2 , union_resolution 1/2/2026", &[]);
    meets("introduced_by trade_union, introducer_2 , union_resolution 1/2/2026", &[]);
    meets("introduced_by youth_union, introducer_2 ", &["B introducer.resolution_missing"]);
    meets(
        "introduced_by youth_union, introducer_1 , introducer_2 , union_resolution 1/2/2026",
        &["B introducer.too_few"],
    );
    // Nobody is missed before there is a meeting.
    check("introducer_1 Vàng A Thử", &[]);
}

#[test]
fn each_is_official_and_has_been_in_the_same_place_for_twelve_months() {
    meets("introducer_1_official no", &["B introducer.not_official"]);
    meets("introducer_1_official yes, introducer_2_official yes", &[]);
    meets("introducer_1_since 1/3/2025", &[]);
    meets("introducer_1_since 2/3/2025", &["B introducer.too_short"]);
    meets("introducer_2_since 2/3/2025", &["B introducer.too_short"]);
    check("introducer_1_since 22/11/2025", &["W introducer.too_short"]);
    // The year together is the Charter's (Article 4).
    at_meeting("1/3/2017", "introducer_1_since 2/3/2016", &["B introducer.too_short"]);
    at_meeting("1/9/2026", "introducer_1_since 2/9/2025", &["B introducer.too_short"]);
    meets("introducer_2 vàng a thử", &["W introducer.twice"]);
    meets("introducer_2 Vàng A Thu", &[]);
    // Capitals do not make another person, marks do.
    for (one, other) in [("Lò Thị Ánh", "LÒ THỊ ÁNH"), ("Đào Văn Ưng", "đào văn ưng"), ("Mùa Thị Ỷ", "MÙA THỊ ỷ")]
    {
        meets(&format!("introducer_1 {one}, introducer_2 {other}"), &["W introducer.twice"]);
    }
    for (one, other) in [("Lò Thị Hoa", "Lò Thị Hòa"), ("Đào Văn Ưng", "Dao Van Ung"), ("Lò Thị Ánh", "LÒ THỊ ẢNH")]
    {
        meets(&format!("introducer_1 {one}, introducer_2 {other}"), &[]);
    }
    // Known by the year only, it counts from the day that is best for them.
    meets("introducer_1_since 2025", &[]);
    meets("introducer_1_since 4/2025", &["B introducer.too_short"]);
}
