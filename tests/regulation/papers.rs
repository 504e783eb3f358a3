//! What must be there when the cell meets: certificate, application, résumé, opinions (12-HD/BTCTW
//! of 2022, II.1.1; 06-HD/TW of 2025, points 3 and 5.4).

use ket_nap::domain::schema::field::Field;
use ket_nap::text::findings;

use super::{at_meeting, check, complete, found, names};

#[test]
fn a_complete_dossier_raises_nothing() {
    for meeting in ["1/10/2021", "1/3/2022", "1/2/2025", "1/7/2025", "1/3/2026"] {
        at_meeting(meeting, "", &[]);
    }
}

#[test]
fn a_certificate_is_good_for_sixty_months() {
    let issued = |certificate: &str, meeting: &str, expected: &[&str]| {
        at_meeting(meeting, &format!("certificate {certificate}"), expected);
    };
    issued("10/3/2021", "10/3/2026", &[]);
    issued("10/3/2021", "11/3/2026", &["B certificate.expired"]);
    issued("31/8/2020", "31/8/2025", &[]);
    issued("15/1/2020", "3/2/2025", &["B certificate.expired"]);
    // Before 28/9/2021 the number of months is not verified: it hints.
    issued("10/3/2016", "27/9/2021", &["H certificate.expired"]);
    // From 8/4 to 18/5/2026 no guidance was found.
    issued("10/3/2021", "8/4/2026", &["H certificate.expired"]);
    issued("10/3/2021", "18/5/2026", &["H certificate.expired"]);
    issued("10/3/2021", "19/5/2026", &["B certificate.expired"]);
    check("certificate 20/11/2021", &["W certificate.expired"]);
    check("certificate 21/11/2021", &[]);
}

#[test]
fn what_is_missing_at_the_meeting_is_named_one_by_one() {
    at_meeting("1/3/2026", "certificate ", &["B certificate.missing"]);
    at_meeting("1/3/2026", "application ", &["B application.missing"]);
    at_meeting("1/3/2026", "resume ", &["B resume.missing"]);
    at_meeting("1/3/2026", "bodies_heard ", &["W opinion.missing"]);
    at_meeting("1/3/2026", "certificate , residence_heard ", &["B certificate.missing", "W opinion.missing"]);
    // Guidance known here begins on 28/9/2021.
    at_meeting("27/9/2021", "certificate , application , resume ", &[]);
    // Without a meeting nothing is late.
    check("", &[]);
    // The cell of a village is that of the home too.
    at_meeting("1/3/2026", "cell organization:b, residence_heard ", &[]);
    at_meeting("1/3/2026", "cell organization:b, bodies_heard ", &["W opinion.missing"]);
}

#[test]
fn what_is_dated_after_the_meeting_was_not_there() {
    for field in ["certificate", "self_answered", "bodies_heard", "residence_heard", "union_resolution"] {
        let all = found(&complete("1/3/2026", &format!("{field} 2/3/2026")), "5/3/2026");
        assert_eq!(names(&all), ["B date.out_of_order"], "{field}");
        let all = found(&complete("1/3/2026", &format!("{field} 1/3/2026")), "5/3/2026");
        assert_eq!(names(&all), [] as [&str; 0], "{field}");
    }
}

#[test]
fn a_planned_meeting_only_warns() {
    let planned = |row: &str, expected: &[&str]| {
        assert_eq!(names(&found(&complete("1/3/2026", row), "20/2/2026")), expected, "{row}");
    };
    planned("certificate , introducer_2 ", &["W certificate.missing", "W introducer.too_few"]);
    planned("self_answered , birth 1/2/2009, youth_union 1/3/2025", &["W age.under_18", "W verification.missing"]);
}

#[test]
fn somebody_admitted_long_ago_is_not_judged_by_today() {
    check("birth 1/1/1960, decision 1/3/2018, ceremony 1/4/2018, recognition 1/4/2019", &[]);
    check("birth 1/1/1957, ceremony 1/4/2018, recognition 1/4/2019", &["W age.over_60"]);
}

#[test]
fn the_application_comes_before_the_resume() {
    at_meeting("1/3/2026", "application 6/1/2026, resume 5/1/2026", &["B order.application_after_resume"]);
    at_meeting("1/3/2026", "application 5/1/2026, resume 5/1/2026", &[]);
    // Not found in 01-HD/TW of 2026.
    check("application 6/1/2026, resume 5/1/2026", &["H order.application_after_resume"]);
}

#[test]
fn a_finding_by_the_regulation_names_its_source_and_every_field() {
    let late = found(&complete("11/3/2026", "certificate 10/3/2021"), "11/3/2026");
    let told: Vec<_> = late.iter().map(|finding| (findings::message(finding), findings::source(finding))).collect();
    let message = "Giấy chứng nhận chỉ có giá trị đến 10/03/2026. Phải học lại lớp bồi dưỡng";
    assert_eq!(
        told,
        [(message.to_owned(), Some("Căn cứ (theo nguồn thứ cấp): 06-HD/TW (09/06/2025), mục 5.4".to_owned()))]
    );
    assert_eq!(late[0].fields, [Field::Certificate, Field::CellMeeting]);
}

#[test]
fn remarks_stand_in_their_order() {
    // 06-HD/TW: the cell does not comment before verification is done.
    let row = |cell: &str| {
        format!("self_asked 1/1/2026, self_answered 20/1/2026, verifier_remark 20/1/2026, cell_remark {cell}")
    };
    at_meeting("1/3/2026", &row("20/1/2026, certification 21/1/2026"), &[]);
    at_meeting("1/3/2026", &row("19/1/2026"), &["W date.out_of_order", "W date.out_of_order"]);
    at_meeting("1/3/2026", &row("25/1/2026, certification 24/1/2026"), &["W date.out_of_order"]);
}
