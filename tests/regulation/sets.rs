//! One case under two rule sets: the day of the cell's meeting decides.

use super::{at_meeting, complete, found, names};
use ket_nap::text::findings;

#[test]
fn the_same_case_on_two_days_gets_two_answers() {
    // The vote: nobody was taken off the base before 1/7/2025.
    let vote = "official_members 12, excused 3, votes_for 6";
    at_meeting("1/6/2025", vote, &["B vote.below_two_thirds"]);
    at_meeting("1/7/2025", vote, &[]);
    // Introducers: no twelve months before 30/7/2021.
    let since = "introducer_1_since 1/6/2021";
    at_meeting("29/7/2021", since, &[]);
    at_meeting("30/7/2021", since, &["B introducer.too_short"]);
    // The certificate: unverified months hint, those of 06-HD/TW block.
    at_meeting("8/6/2025", "certificate 1/6/2020", &["H certificate.expired"]);
    at_meeting("1/7/2025", "certificate 1/6/2020", &["B certificate.expired"]);
    // Readmission: known since 232-QĐ/TW.
    let again = "was_member yes, left_party 1/1/2024, province_consent 1/1/2025";
    at_meeting("19/1/2025", again, &[]);
    at_meeting("20/1/2025", again, &["B readmission.too_early"]);
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
    let message = "Ngày họp trong lúc 232-QĐ/TW còn hiệu lực mà 06-HD/TW đã ban hành. Điều kiện tính theo 232-QĐ/TW, thủ tục theo 06-HD/TW";
    assert_eq!(all.last().map(findings::message), Some(message.to_owned()));
}
