//! One case under several rule sets: the day of the cell's meeting decides. The first and last day of every set, what a
//! set is silent about, and who decides.

use ket_nap::domain::admission::authority::authority;
use ket_nap::domain::regulation::{Key, Regulation};
use ket_nap::domain::schema::choice::DecidingBody;
use ket_nap::text::findings;

use super::common::{day, id, ledger};
use super::{at_meeting, complete, found, names};

#[test]
fn the_first_and_last_day_of_every_set() {
    let number = |on: &str| Regulation::built_in().set_of(day(on)).map(|set| set.id.number.as_str());
    for (set, first, last) in [
        ("29-QĐ/TW", "25/7/2016", "29/7/2021"),
        ("24-QĐ/TW", "30/7/2021", "19/1/2025"),
        ("232-QĐ/TW", "20/1/2025", "30/6/2025"),
        ("294-QĐ/TW", "1/7/2025", "7/4/2026"),
        ("20-QĐ/TW", "8/4/2026", "25/7/2026"),
        ("208-QĐ/TW", "26/7/2026", "31/12/2100"),
    ] {
        assert_eq!((number(first), number(last)), (Some(set), Some(set)), "{set}");
    }
    assert_eq!(number("24/7/2016"), None);
    // Guidance, each of its own number and day of issue.
    let guidance = |on: &str| {
        let found = Regulation::built_in().in_force(Key::VerificationNeeded, day(on))?;
        Some((found.instrument.id.number.clone(), found.instrument.id.issued?.iso(), found.silent_in.is_some()))
    };
    for (issued, on, silent) in [
        ("2016-09-20", "20/9/2016", false),
        ("2016-09-20", "27/9/2021", false),
        ("2021-09-28", "28/9/2021", false),
        ("2021-09-28", "8/6/2025", false),
        ("2025-06-09", "9/6/2025", false),
        ("2025-06-09", "7/4/2026", false),
        ("2025-06-09", "8/4/2026", true),
        ("2025-06-09", "18/5/2026", true),
        ("2026-05-19", "19/5/2026", false),
        ("2026-05-19", "26/7/2026", false),
    ] {
        let number = if issued == "2025-06-09" { "06-HD/TW" } else { "01-HD/TW" };
        assert_eq!(guidance(on), Some((number.to_owned(), issued.to_owned(), silent)), "{on}");
    }
    assert_eq!(guidance("19/9/2016"), None);
}

/// The same dossier of a man past sixty in three months of one year.
#[test]
fn one_case_has_three_answers_in_294_20_and_208() {
    let told = |meeting: &str| {
        let all = found(&complete(meeting, "birth 1/2/1966, youth_union "), meeting);
        (names(&all), all.iter().find_map(findings::source))
    };
    let of = |weight: &str, source: &str| (vec![format!("{weight} age.over_60")], Some(source.to_owned()));
    let old = "294-QĐ/TW (26/05/2025), 1.1";
    assert_eq!(told("7/4/2026"), of("B", &format!("Căn cứ (theo nguồn thứ cấp): {old}")));
    let silent = format!("Theo quy định trước: {old}; chưa đọc được ở 20-QĐ/TW (08/04/2026)");
    assert_eq!(told("8/4/2026"), of("H", &silent));
    assert_eq!(told("25/7/2026"), of("H", &silent));
    let new = "Căn cứ (theo nguồn thứ cấp): 208-QĐ/TW (26/07/2026), tuổi khi chi bộ xét";
    assert_eq!(told("26/7/2026"), of("B", new));
}

#[test]
fn what_a_set_is_silent_about_only_hints() {
    // 60 working days to decide: 294-QĐ/TW says so, nothing was found in its two successors.
    let late = |meeting: &str, today: &str| names(&found(&complete(meeting, ""), today));
    assert_eq!(late("2/3/2026", "20/11/2026"), ["W deadline.decision_overdue"]);
    assert_eq!(late("8/4/2026", "20/11/2026"), ["H deadline.decision_overdue"]);
    assert_eq!(late("27/7/2026", "20/11/2026"), ["H deadline.decision_overdue"]);
    // The exemption of relatives who are members still holds: what eases is not taken away by silence.
    let skip = |on: &str| Regulation::built_in().in_force(Key::VerificationSkip, day(on)).map(|found| found.is_weak());
    assert_eq!((skip("7/4/2026"), skip("8/4/2026"), skip("1/9/2026")), (Some(false), Some(true), Some(true)));
}

/// The Charter of 2011 is unchanged: what it says itself keeps its weight whatever set is silent.
#[test]
fn what_the_charter_says_blocks_in_every_set() {
    for meeting in ["1/3/2017", "1/3/2022", "1/3/2025", "1/3/2026", "10/4/2026", "1/9/2026"] {
        at_meeting(meeting, "official_members 9, votes_for 5", &["B vote.below_two_thirds"]);
        at_meeting(meeting, "introducer_2 ", &["B introducer.too_few"]);
        at_meeting(meeting, "introducer_1_official no", &["B introducer.not_official"]);
        let birth = day(meeting).plus_months(-216).and_then(|day| day.plus_days(1)).map(|day| day.iso());
        let young = format!("youth_union {}, birth {}", day(meeting).iso(), birth.unwrap_or_default());
        at_meeting(meeting, &young, &["B age.under_18"]);
    }
}

#[test]
fn the_ceremonys_days_count_from_the_decision_since_208() {
    let admitted = |decision: &str, received: &str, ceremony: &str| {
        let row = format!("decision {decision}, decision_received {received}, ceremony {ceremony}");
        names(&found(&complete("1/6/2026", &row), "20/11/2026"))
    };
    // 30 working days from the receipt on 28/7/2026, over National Day, end on 10/9/2026.
    assert_eq!(admitted("24/7/2026", "28/7/2026", "10/9/2026"), [""; 0]);
    assert_eq!(admitted("27/7/2026", "31/7/2026", "9/9/2026"), [""; 0]);
    assert_eq!(admitted("27/7/2026", "31/7/2026", "10/9/2026"), ["W deadline.ceremony_overdue"]);
}

#[test]
fn who_decides_on_25_and_26_july_2026() {
    let book = ledger(
        "organization:c: name Đảng ủy xã Mẫu, kind committee
         organization:a: name Chi bộ bản Mẫu, kind village, parent organization:c",
    );
    let decides = |on: &str| authority(&book, &id("organization:a"), day(on)).0;
    assert_eq!(decides("30/6/2025"), DecidingBody::District);
    assert_eq!(decides("25/7/2026"), DecidingBody::Commune);
    assert_eq!(decides("26/7/2026"), DecidingBody::BaseStanding);
    // The whole committee no longer decides; a commune's standing committee is one of the grass roots.
    let decided = |day: &str, body: &str| {
        let row = format!("decision {day}, ceremony {day}, decided_by {body}");
        names(&found(&complete("1/6/2026", &row), "1/9/2026"))
    };
    assert_eq!(decided("25/7/2026", "base"), [""; 0]);
    assert_eq!(decided("26/7/2026", "base"), ["W decision.body_not_there"]);
    assert_eq!(decided("25/7/2026", "base_standing"), ["W decision.body_not_there"]);
    assert_eq!(decided("26/7/2026", "base_standing"), [""; 0]);
    assert_eq!(decided("26/7/2026", "commune"), [""; 0]);
}

#[test]
fn the_same_case_on_two_days_gets_two_answers() {
    // The vote: 294-QĐ/TW takes those excused off the base.
    let vote = "official_members 12, excused 3, votes_for 6";
    at_meeting("1/6/2025", vote, &["H vote.below_two_thirds"]);
    at_meeting("1/7/2025", vote, &[]);
    // The certificate: unverified months hint, those of 01-HD/TW of 2021 block.
    at_meeting("27/9/2021", "certificate 1/6/2016, introduced 1/6/2016", &["H certificate.expired"]);
    at_meeting("28/9/2021", "certificate 1/6/2016, introduced 1/6/2016", &["B certificate.expired"]);
    // Readmission is of 29-QĐ/TW and all after it.
    let again = "was_member yes, left_party 1/1/2017, province_consent 1/1/2019";
    at_meeting("31/12/2019", again, &["B readmission.too_early"]);
    at_meeting("1/1/2020", again, &[]);
}

#[test]
fn between_9_and_30_june_2025_the_page_says_what_decides() {
    at_meeting("8/6/2025", "", &[]);
    at_meeting("9/6/2025", "", &["H regulation.guidance_ahead"]);
    at_meeting("30/6/2025", "", &["H regulation.guidance_ahead"]);
    at_meeting("1/7/2025", "", &[]);
    // Conditions by 232-QĐ/TW, procedure by 06-HD/TW.
    let all =
        found(&complete("15/6/2025", "birth 16/6/2007, certificate 14/6/2020, youth_union 16/6/2023"), "15/6/2025");
    assert_eq!(names(&all), ["B age.under_18", "B certificate.expired", "H regulation.guidance_ahead"]);
    let sources: Vec<_> = all.iter().filter_map(findings::source).collect();
    assert_eq!(
        sources,
        ["Căn cứ: 232-QĐ/TW (20/01/2025), 1.1", "Căn cứ (theo nguồn thứ cấp): 06-HD/TW (09/06/2025), mục 5.4"]
    );
    let message = "Chi bộ họp khi 232-QĐ/TW còn hiệu lực nhưng 06-HD/TW đã ban hành. Điều kiện xét theo 232-QĐ/TW, thủ tục theo 06-HD/TW";
    assert_eq!(all.last().map(findings::message), Some(message.to_owned()));
}
