//! A work history month by month (form 2-KNĐ, item 15), and rows beside what is said about them.

use super::{WHOLE, found_beside, names};
use ket_nap::domain::schema::field::Field;
use ket_nap::text::findings;

fn jobs(rows: &str) -> Vec<ket_nap::domain::admission::finding::Finding> {
    let rows: Vec<String> =
        rows.lines().enumerate().map(|(at, row)| format!("job:this_{at}: {}", row.trim())).collect();
    let row = format!("jobs_declared listed, resume 10/3/2026, consent 1/1/2026, {WHOLE}");
    found_beside(&row, "21/11/2026", &rows.join("\n"))
}

#[track_caller]
fn check(rows: &str, expected: &[&str]) {
    let told: Vec<String> = jobs(rows).iter().map(findings::message).collect();
    assert_eq!(told, expected, "{rows}");
}

#[test]
fn gaps_and_overlaps_are_told_with_their_months() {
    check("from 6/2017, to 8/2019\nfrom 9/2019", &[]);
    check("from 6/2017, to 8/2019\nfrom 8/2019", &[]);
    check("from 9/2019\nfrom 6/2017, to 8/2019", &[]);
    check("from 6/2017, to 7/2019\nfrom 9/2019", &["Quá trình công tác thiếu tháng 08/2019"]);
    check("from 6/2017, to 5/2019\nfrom 9/2019", &["Quá trình công tác thiếu từ tháng 06/2019 đến tháng 08/2019"]);
    check("from 6/2017, to 12/2019\nfrom 9/2019", &["Hai dòng công tác trùng nhau từ tháng 09/2019 đến tháng 12/2019"]);
    // Up to the month of the résumé.
    check("from 6/2017, to 3/2026", &[]);
    check("from 6/2017, to 1/2026", &["Quá trình công tác thiếu từ tháng 02/2026 đến tháng 03/2026"]);
    // A long row covers what lies inside it.
    check("from 6/2010\nfrom 1/2012, to 2/2012", &["Hai dòng công tác trùng nhau từ tháng 01/2012 đến tháng 02/2012"]);
}

#[test]
fn a_gap_points_at_both_rows() {
    let found = jobs("from 6/2017, to 7/2019\nfrom 9/2019");
    let at: Vec<_> = found[0].attached.iter().map(|(id, field)| (id.as_str(), *field)).collect();
    assert_eq!(at, [("job:this_1", Field::JobFrom), ("job:this_0", Field::JobTo)]);
    assert_eq!(found[0].fields, [Field::JobsDeclared]);
}

#[test]
fn what_is_declared_fits_the_rows() {
    let declared = |word: &str, rows: &str| {
        names(&found_beside(&format!("trips_declared {word}, consent 1/1/2026, {WHOLE}"), "21/11/2026", rows))
    };
    let trip = "trip:this_1: from 1/2020, to 6/2020, country Lào";
    assert_eq!(declared("listed", trip), [] as [&str; 0]);
    assert_eq!(declared("none", ""), [] as [&str; 0]);
    assert_eq!(declared("listed", ""), ["W declaration.contradicts"]);
    assert_eq!(declared("none", trip), ["W declaration.contradicts"]);
}
