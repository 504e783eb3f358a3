//! Age at the cell's meeting, in whole months (29-QĐ/TW, 24-QĐ/TW, 232-QĐ/TW, 294-QĐ/TW, 1.1), and
//! the Youth Union by age (Party Charter, Article 4).

use super::{at_meeting, check};

#[test]
fn age_is_counted_in_whole_months_at_the_meeting() {
    let born = |birth: &str, meeting: &str, expected: &[&str]| {
        at_meeting(meeting, &format!("birth {birth}, youth_union {meeting}"), expected);
    };
    // Full 18 on the day of the meeting.
    born("21/12/2007", "20/12/2025", &["B age.under_18"]);
    born("20/12/2007", "20/12/2025", &[]);
    born("21/12/2003", "20/12/2021", &["B age.under_18"]);
    // The month of the 60th birthday is still in; the next is not.
    born("5/12/1965", "31/12/2025", &[]);
    born("31/12/1965", "31/12/2025", &[]);
    born("5/12/1965", "1/1/2026", &["B age.over_60"]);
    // Before the first regulation known here the Charter alone speaks: eighteen years.
    born("1/1/2000", "1/1/2015", &["B age.under_18"]);
    born("1/1/1950", "1/1/2015", &[]);
    born("1/1/1901", "1/1/2026", &["W age.implausible"]);
}

#[test]
fn without_a_meeting_the_age_of_today_only_warns() {
    check("birth 22/11/2008, youth_union 22/11/2024", &["W age.under_18"]);
    check("birth 21/11/2008, youth_union 22/11/2024", &[]);
    check("birth 31/10/1966", &["W age.over_60"]);
    check("birth 1/11/1966", &[]);
}

#[test]
fn an_applicant_of_the_youth_unions_age_is_asked_about_it() {
    let born =
        |birth: &str, expected: &[&str]| at_meeting("1/3/2026", &format!("birth {birth}, youth_union "), expected);
    // 16 to 30 years, whole months.
    born("1/3/1996", &["W youth_union.missing"]);
    born("31/1/1996", &[]);
    born("1/3/2008", &["W youth_union.missing"]);
    // Without a meeting there is time to join.
    check("youth_union ", &[]);
    // A text that is no day is told as that.
    at_meeting("1/3/2026", "youth_union hồi lớp 9", &["B date.impossible"]);
    // Joined before 15, and before birth.
    check("youth_union 2/2/2014", &["H youth_union.young"]);
    check("youth_union 3/2/2014", &[]);
    check("youth_union 2/2014", &[]);
    check("youth_union 2013", &["H youth_union.young"]);
    check("youth_union 3/2/1998", &["B date.out_of_order"]);
}
