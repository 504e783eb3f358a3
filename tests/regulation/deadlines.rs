//! Time limits in working days (29-QĐ/TW, 4.3.1, and its successors), twelve months of probation
//! (Party Charter, Article 5).

use ket_nap::domain::admission::deadlines;
use ket_nap::domain::admission::dossier::Dossier;
use ket_nap::text::dossier;

use super::common::{day, id, ledger, texts};
use super::{complete, found, names};

/// A complete dossier of a meeting, looked at on another day.
#[track_caller]
fn later(meeting: &str, row: &str, today: &str, expected: &[&str]) {
    assert_eq!(names(&found(&complete(meeting, row), today)), expected, "{row} {today}");
}

#[test]
fn sixty_working_days_to_the_decision_over_tet() {
    // From 15/12/2025: New Year with its swapped Friday and Saturday, then Tết, 16 to 20/2/2026.
    let late = &["W deadline.decision_overdue"];
    later("15/12/2025", "", "17/3/2026", &[]);
    later("15/12/2025", "", "18/3/2026", late);
    later("15/12/2025", "decision 17/3/2026, ceremony 20/3/2026", "1/6/2026", &[]);
    later("15/12/2025", "decision 18/3/2026, ceremony 20/3/2026", "1/6/2026", late);
    // The page says until when with the extension; over days that are not known it only hints.
    let all = found(&complete("15/12/2025", ""), "18/3/2026");
    let told = all.iter().map(ket_nap::text::findings::message).collect::<Vec<_>>();
    assert_eq!(
        told,
        [
            "Quá hạn ra quyết định kết nạp: 60 ngày làm việc, đến 17/03/2026. Nếu được gia hạn thì chậm nhất đến 29/04/2026"
        ]
    );
    later("15/11/2026", "", "1/6/2027", &["H deadline.decision_overdue"]);
    // Whoever knows only the ceremony is not told of a limit, only that the decision has no day.
    later("15/12/2025", "ceremony 10/3/2026", "1/6/2026", &["H step.missing"]);
}

#[test]
fn thirty_working_days_from_receiving_it_to_the_ceremony() {
    let decided = "decision 2/3/2026, decision_received 9/3/2026";
    // Giỗ Tổ lies within, off on Monday 27/4/2026 only: 20/4 is the thirtieth.
    later("1/2/2026", decided, "20/4/2026", &[]);
    later("1/2/2026", decided, "21/4/2026", &["W deadline.ceremony_overdue"]);
    later("1/2/2026", &format!("{decided}, ceremony 20/4/2026"), "1/5/2026", &[]);
    later("1/2/2026", &format!("{decided}, ceremony 21/4/2026"), "1/5/2026", &["W deadline.ceremony_overdue"]);
    // Without the day of receiving the day of the decision counts.
    later("1/2/2026", "decision 9/3/2026", "21/4/2026", &["H deadline.ceremony_overdue"]);
    // Recognised since: the ceremony was, on a day that is not noted.
    later("1/2/2024", "decision 4/3/2024, decision_received 9/3/2024, recognition 1/5/2025", "1/6/2026", &[]);
}

#[test]
fn twelve_months_from_the_ceremony_and_then_the_cells_meeting() {
    let admitted = "decision 10/3/2025, decision_received 10/3/2025, ceremony 19/3/2025";
    later("1/2/2025", &format!("{admitted}, recognition 18/3/2026"), "1/5/2026", &["B probation.not_complete"]);
    later("1/2/2025", &format!("{admitted}, recognition 19/3/2026"), "1/5/2026", &[]);
    // 30 working days after 19/3/2026 end on 5/5/2026, over Giỗ Tổ, 30/4 and 1/5.
    later("1/2/2025", admitted, "18/3/2026", &[]);
    later("1/2/2025", admitted, "19/3/2026", &["H probation.over"]);
    later("1/2/2025", admitted, "5/5/2026", &["H probation.over"]);
    later("1/2/2025", admitted, "6/5/2026", &["W deadline.review_overdue"]);
    let papers =
        "new_member_class 1/9/2025, self_review 20/3/2026, helper_remark 20/3/2026, probation_opinions 25/3/2026";
    // What is to be written in probation and was not is hinted at once the cell has met.
    let bare = format!("{admitted}, recognition_meeting 4/5/2026");
    later("1/2/2025", &bare, "15/6/2026", &["H step.missing"; 4]);
    let reviewed = format!("{bare}, {papers}");
    later("1/2/2025", &reviewed, "15/6/2026", &[]);
    // 30 working days come from 294-QĐ/TW and were not found in 20-QĐ/TW.
    later("1/2/2025", &reviewed, "16/6/2026", &["H deadline.recognition_overdue"]);
    later(
        "1/2/2025",
        &format!("{reviewed}, recognition_decision 16/6/2026"),
        "1/7/2026",
        &["H deadline.recognition_overdue"],
    );
    later("1/2/2025", &format!("{reviewed}, recognition_decision 15/6/2026, recognition 19/3/2026"), "1/7/2026", &[]);
    // The cell considers it after the twelve months.
    later(
        "1/2/2025",
        &format!(
            "{admitted}, recognition_meeting 18/3/2026, new_member_class 1/9/2025, self_review 1/3/2026, helper_remark 1/3/2026, probation_opinions 1/3/2026"
        ),
        "20/3/2026",
        &["W probation.not_complete"],
    );
    // Who knows the recognition only is not asked for the meeting.
    later("1/2/2025", &format!("{admitted}, recognition 20/7/2026"), "1/8/2026", &[]);
}

#[test]
fn limits_are_shown_with_how_they_are_counted() {
    let book = ledger("organization:a: name A");
    let record = id("candidate:this");
    let row = complete("15/11/2026", "decision 1/12/2026, ceremony 15/12/2026, recognition 15/12/2027");
    let row = texts(&record, &row);
    let found = Dossier::new(&book, &record, &row, day("1/1/2028"));
    let told: Vec<String> =
        deadlines::all(&found).iter().map(dossier::deadline).map(|(what, until)| format!("{what}: {until}")).collect();
    assert_eq!(
        told,
        [
            "Ra quyết định kết nạp: đến 16/02/2027 · 60 ngày làm việc · xong 01/12/2026",
            "Tổ chức lễ kết nạp: đến 13/01/2027 · 30 ngày làm việc · xong 15/12/2026",
            "Khai lý lịch đảng viên: đến 27/01/2027 · 30 ngày làm việc · xong, chưa ghi ngày",
            "Hết dự bị, được công nhận từ: 15/12/2027 · 12 tháng · xong 15/12/2027",
            "Chi bộ họp xét công nhận: đến 26/01/2028 (ước tính) · 30 ngày làm việc · xong, chưa ghi ngày",
        ]
    );
    assert_eq!(dossier::party_age(day("1/12/2026")), "Tuổi đảng tính từ ngày quyết định kết nạp, 01/12/2026");
}
