//! Steps that do not hang together: a decision without a meeting, a deciding body that there was
//! not, members who left, letters without an answer.

use super::{WHOLE, at_meeting, complete, found_beside, names};
use ket_nap::domain::admission::authority::{authority, exists};
use ket_nap::domain::checks;
use ket_nap::domain::regulation::Regulation;
use ket_nap::domain::schema::choice::DecidingBody;

use super::common::{day, id, ledger, texts};

/// A complete dossier of a meeting, beside other records, looked at on a day.
#[track_caller]
fn beside(meeting: &str, row: &str, others: &str, today: &str, expected: &[&str]) {
    assert_eq!(names(&found_beside(&complete(meeting, row), today, others)), expected, "{row} {others}");
}

#[test]
fn the_district_decides_until_30_june_2025_and_the_commune_from_the_day_after() {
    for (body, until, since) in [
        (DecidingBody::District, true, false),
        (DecidingBody::Commune, false, true),
        (DecidingBody::Base, true, true),
        (DecidingBody::BaseStanding, false, false),
        (DecidingBody::Province, true, true),
        (DecidingBody::Forces, true, true),
    ] {
        let there = |on| exists(Regulation::built_in(), body, day(on));
        assert_eq!((there("30/6/2025"), there("1/7/2025")), (until, since), "{body:?}");
    }
    let decided = |meeting: &str, row: &str, expected: &[&str]| beside(meeting, row, "", "1/9/2025", expected);
    let on = |day: &str, body: &str| format!("decision {day}, ceremony {day}, decided_by {body}");
    decided("1/6/2025", &on("30/6/2025", "district"), &[]);
    decided("1/6/2025", &on("1/7/2025", "district"), &["W decision.body_not_there"]);
    decided("1/6/2025", &on("1/7/2025", "commune"), &[]);
    decided("1/6/2025", &on("30/6/2025", "commune"), &["W decision.body_not_there"]);
    // A setting that nobody has changed since; what the dossier itself says goes before it.
    let set = "authority:1: organization organization:a, body district, from 1/1/2020";
    let unset = |row: &str, expected: &[&str]| beside("1/6/2025", row, set, "1/9/2025", expected);
    unset("decision 30/6/2025, ceremony 1/7/2025", &[]);
    unset("decision 1/7/2025, ceremony 1/7/2025", &["W decision.body_not_there"]);
    unset(&on("1/7/2025", "commune"), &[]);
}

#[test]
fn who_decides_is_set_for_an_organization_and_those_below_from_a_day_on() {
    let book = ledger(
        "organization:c: name Đảng ủy xã Mẫu, kind committee
         organization:a: name Chi bộ bản Mẫu, kind village, parent organization:c
         authority:1: organization organization:c, body base, from 1/1/2024
         authority:2: organization organization:c, body commune, from 1/7/2025
         authority:3: organization organization:a, body province, from 1/1/2026",
    );
    let decides = |organization: &str, on: &str| authority(&book, &id(organization), day(on));
    assert_eq!(decides("organization:a", "31/12/2023"), (DecidingBody::District, false));
    assert_eq!(decides("organization:a", "1/1/2024"), (DecidingBody::Base, true));
    assert_eq!(decides("organization:a", "1/7/2025"), (DecidingBody::Commune, true));
    assert_eq!(decides("organization:a", "1/1/2026"), (DecidingBody::Province, true));
    assert_eq!(decides("organization:c", "1/1/2026"), (DecidingBody::Commune, true));
    // A setting of a body that there is not on its first day.
    let found = |row: &str| {
        let record = id("authority:x");
        names(&checks::record(&book, &record, &texts(&record, row), day("1/9/2025")))
    };
    assert_eq!(found("organization organization:c, body district, from 1/7/2025"), ["W decision.body_not_there"]);
    assert_eq!(found("organization organization:c, body district, from 30/6/2025"), [] as [&str; 0]);
}

#[test]
fn a_decision_stands_on_a_meeting() {
    let row = "cell_meeting , decision 1/3/2026";
    let all = names(&found_beside(&complete("1/2/2026", row), "10/3/2026", ""));
    assert_eq!(all, ["W decision.without_meeting"]);
    at_meeting("1/2/2026", "", &[]);
    // A meeting that is planned and a decision already is an order of days.
    beside("1/3/2026", "decision 1/2/2026", "", "10/2/2026", &["B date.out_of_order"]);
}

#[test]
fn members_who_left_neither_introduce_nor_help() {
    let member = |row: &str| format!("member:m: name vàng a thử, cell organization:a, admitted 3/2/2010, {row}");
    let official = member("recognition 3/2/2011");
    beside("1/3/2026", "", &official, "1/3/2026", &[]);
    beside("1/3/2026", "", &member("recognition 2/3/2026"), "1/3/2026", &["B introducer.not_official"]);
    beside(
        "1/3/2026",
        "",
        &format!("{official}, standing moved, standing_since 1/3/2026"),
        "1/3/2026",
        &["W introducer.left"],
    );
    beside("1/3/2026", "", &format!("{official}, standing moved, standing_since 2/3/2026"), "5/3/2026", &[]);
    // Two of the name: which one is meant nobody knows.
    let two = format!(
        "{official}, standing died, standing_since 1/1/2020\nmember:n: name Vàng A Thử, cell organization:a, admitted 1/1/2011, recognition 1/1/2012"
    );
    beside("1/3/2026", "", &two, "1/3/2026", &[]);
    let helper = "helper:this_h: name Vàng A Thử, since 1/1/2026";
    let away = format!("{official}, standing away, standing_since 5/3/2026\n{helper}");
    beside("1/3/2026", "", &away, "4/3/2026", &[]);
    beside("1/3/2026", "", &away, "5/3/2026", &["W helper.left"]);
    beside("1/3/2026", "", &format!("{away}, until 4/3/2026"), "5/3/2026", &[]);
    // Another number of official members than the register has.
    let nine = "official_members 9, votes_for 9";
    beside("1/3/2026", nine, &official, "1/3/2026", &[]);
    let whole = format!("organization:a: name Chi bộ trường Mẫu, kind school, register yes\n{official}");
    beside("1/3/2026", nine, &whole, "1/3/2026", &["H meeting.members_differ"]);
    // What a person says about an introducer goes before the register.
    let says = "introducer_1_official yes";
    beside("1/3/2026", says, &member("recognition 2/3/2026"), "1/3/2026", &[]);
}

#[test]
fn letters_without_an_answer_are_told_after_their_day() {
    let letter =
        |row: &str| format!("inquiry:this_l: place Đảng ủy xã Thí Dụ, subject relatives, sent 2/3/2026, {row}");
    let open = |row: &str, others: &str, today: &str, expected: &[&str]| {
        let found = found_beside(&format!("{row}, {WHOLE}"), today, others);
        assert_eq!(names(&found), expected, "{row} {others} {today}");
    };
    open("", &letter("due 10/3/2026"), "10/3/2026", &[]);
    open("", &letter("due 10/3/2026"), "11/3/2026", &["W inquiry.overdue"]);
    open("", &letter("due 10/3/2026, answered 10/3/2026"), "11/3/2026", &[]);
    // A reminder gives two weeks more.
    open("", &letter("due 10/3/2026, reminded 11/3/2026"), "25/3/2026", &[]);
    open("", &letter("due 10/3/2026, reminded 11/3/2026"), "26/3/2026", &["H inquiry.overdue"]);
    // Thirty working days are recalled, not read: they only hint.
    open("", &letter(""), "13/4/2026", &[]);
    open("", &letter(""), "14/4/2026", &["H inquiry.overdue"]);
    open("self_asked 2/3/2026", "", "14/4/2026", &["H inquiry.overdue"]);
    open("self_asked 2/3/2026, self_answered 3/4/2026", "", "14/4/2026", &["H step.missing"; 2]);
    open("ended_because withdrew", &letter("due 10/3/2026"), "11/3/2026", &[]);
    // Once the cell has met nobody waits for answers any more.
    beside("1/3/2026", "", &letter("due 10/3/2026"), "11/3/2026", &[]);
}
