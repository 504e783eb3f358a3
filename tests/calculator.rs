//! What every figure means, as tables of small books. The five published reports are in
//! `reference_reports`.

mod common;

use common::{day, id, ledger};
use ket_nap::domain::calculator::figures::compare;
use ket_nap::domain::calculator::progress::{Forecast, Progress, Status, progress};
use ket_nap::domain::value::day::Period;
use ket_nap::text::numbers;
use proptest::prelude::*;

/// A committee `c` with the cells `a` and `b`, a target `t` of the committee, and more.
fn stands(target: &str, more: &str, as_of: &str, forecast: Forecast) -> Progress {
    let book = ledger(&format!(
        "organization:c: name Đảng ủy, kind committee
         organization:a: name Chi bộ A, kind village, parent organization:c
         organization:b: name Chi bộ B, kind school, parent organization:c
         target:t: organization organization:c, indicator admissions, from 1/1/2022, to 31/12/2022, {target}
         {more}"
    ));
    let found = book.target(&id("target:t")).and_then(|target| progress(&book, target, day(as_of), forecast));
    found.unwrap_or_else(|| unreachable!("{target}"))
}

#[track_caller]
fn check(target: &str, more: &str, as_of: &str, expected: &str) {
    let found = stands(target, more, as_of, Forecast::Off);
    let text = format!(
        "{} {:?} {} doubts {}",
        found.counted,
        found.status,
        found.percent.map_or("–".into(), numbers::percent_figure),
        found.doubts.len()
    );
    assert_eq!(text, expected, "{target}\n{more}");
}

#[test]
fn bounds() {
    let eight = "total:x: organization organization:a, indicator admissions, from 1/1/2022, to 30/6/2022, count 8";
    check("bound 8", eight, "30/6/2022", "8 Met 100,0 doubts 0");
    check("bound 7", eight, "30/6/2022", "8 Exceeded 114,3 doubts 0");
    check("bound từ 8", eight, "30/6/2022", "8 Met 100,0 doubts 0");
    check("bound 6-8", eight, "30/6/2022", "8 Met 133,3 doubts 0");
    check("bound 9-12", eight, "30/6/2022", "8 OnPace 88,9 doubts 0");
    check("bound 20", eight, "30/6/2022", "8 Behind 40,0 doubts 0");
    check("bound 20", eight, "1/1/2023", "8 Missed 40,0 doubts 0");
    check("bound 0", eight, "30/6/2022", "8 NotComputable – doubts 0");
    check("bound 0-8", eight, "30/6/2022", "8 NotComputable – doubts 0");
}

#[test]
fn a_terms_target_is_entered_and_compared_with_its_years() {
    let years = |fifth: &str| {
        let year = |year: u32, bound: &str| {
            format!(
                "target:y{year}: organization organization:a, indicator admissions, from 1/1/{year}, to 31/12/{year}, bound {bound}\n"
            )
        };
        let all: String = (2020..2024).map(|of| year(of, "từ 6")).collect();
        if fifth.is_empty() { all } else { all + &year(2024, fifth) }
    };
    let sum = |bound: &str, more: &str| {
        let book = ledger(&format!(
            "organization:a: name A, kind village
             target:t: organization organization:a, indicator admissions, from 1/1/2020, to 31/12/2024, bound {bound}
             {more}"
        ));
        let found = book.target(&id("target:t"));
        let found = found.and_then(|target| progress(&book, target, day("1/6/2022"), Forecast::Off));
        let found = found.unwrap_or_else(|| unreachable!());
        (found.years_sum.map(numbers::plain), ket_nap::text::standing::years_differ(&found).is_some())
    };
    assert_eq!(sum("từ 30", &years("từ 6")), (Some("30".to_owned()), false));
    assert_eq!(sum("từ 30", &years("8")), (Some("32".to_owned()), true));
    // As long as a year has none there is nothing to compare; nor where two issuers gave one.
    assert_eq!(sum("từ 30", &years("")), (None, false));
    assert_eq!(sum("từ 30", &(years("từ 6") + &years("từ 6").replace("target:y", "target:z"))), (None, false));
    assert_eq!(sum("từ 30, issuer Huyện ủy", &years("từ 7")), (None, false));
}

#[test]
fn a_percent_needs_its_base() {
    let counts = "headcount:1: organization organization:c, day 31/12/2021, members 150
                  headcount:2: organization organization:c, day 1/6/2022, members 200
                  headcount:3: organization organization:c, day 1/12/2022, members 900
                  total:x: organization organization:a, indicator admissions, from 1/1/2022, to 30/6/2022, count 11";
    check("bound 7% đầu kỳ", counts, "30/6/2022", "11 Met 104,8 doubts 0");
    check("bound 7% hiện có", counts, "30/6/2022", "11 OnPace 78,6 doubts 0");
    check("bound 7% đầu kỳ", "", "30/6/2022", "0 NotComputable – doubts 0");
    let found = stands("bound 7% đầu kỳ", counts, "30/6/2022", Forecast::Off);
    assert_eq!((found.base, found.lower.map(numbers::plain)), (Some(150), Some("10,5".into())));
    assert_eq!((found.over, found.short, found.upper), (Some(0), Some(0), Some(11)));
    assert_eq!(found.share_of_base.map(numbers::percent_figure).as_deref(), Some("7,3"));
}

#[test]
fn dated_candidates_count_by_the_day_that_the_organization_chose() {
    let people = "candidate:1: cell organization:a, application 1/2/2022, decision 20/12/2022, ceremony 5/1/2023
                  candidate:2: cell organization:b, application 1/2/2022, decision 1/5/2022, ceremony 20/5/2022
                  candidate:3: cell organization:b, application 1/11/2022
                  candidate:4: application 1/2/2022, ceremony 20/5/2022";
    check("bound 4", people, "31/12/2022", "1 Behind 25,0 doubts 0");
    let decided = format!("{people}\norganization:c: name C, kind committee, counting_day decision");
    check("bound 4", &decided, "31/12/2022", "2 Behind 50,0 doubts 0");
    assert_eq!(stands("bound 4", people, "31/12/2022", Forecast::Off).pending, Some(2));
    assert_eq!(stands("bound 4", people, "31/10/2022", Forecast::Off).pending, Some(1));
    assert_eq!(stands("bound 4", people, "1/5/2022", Forecast::Off).pending, Some(2));
}

#[test]
fn totals_count_only_when_they_lie_wholly_inside() {
    let total = |days: &str| format!("total:x: organization organization:b, indicator admissions, {days}, count 3");
    check("bound 6", &total("from 1/1/2022, to 31/3/2022"), "31/3/2022", "3 OnPace 50,0 doubts 0");
    check("bound 6", &total("from 31/12/2021, to 31/3/2022"), "31/3/2022", "0 Behind 0,0 doubts 1");
    check("bound 6", &total("from 1/3/2022, to 1/4/2022"), "31/3/2022", "0 Behind 0,0 doubts 1");
    check("bound 6", &total("from 1/4/2022, to 1/5/2022"), "31/3/2022", "0 Behind 0,0 doubts 0");
    check("bound 6", &total("from 1/1/2021, to 31/12/2021"), "31/3/2022", "0 Behind 0,0 doubts 0");
}

#[test]
fn what_could_be_counted_twice_is_told_and_a_person_decides() {
    let both = |decision: &str| {
        format!(
            "total:x: organization organization:a, indicator admissions, from 1/1/2022, to 30/6/2022, count 3{decision}
             candidate:1: cell organization:a, ceremony 20/5/2022
             candidate:2: cell organization:a, ceremony 20/7/2022
             candidate:3: cell organization:b, ceremony 20/5/2022"
        )
    };
    check("bound 10", &both(""), "31/12/2022", "6 Behind 60,0 doubts 1");
    check("bound 10", &both(", overlap apart"), "31/12/2022", "6 Behind 60,0 doubts 0");
    check("bound 10", &both(", overlap includes"), "31/12/2022", "5 Behind 50,0 doubts 0");
}

#[test]
fn totals_of_several_levels_are_not_added_up_unseen() {
    let levels = |decision: &str| {
        format!(
            "total:c: organization organization:c, indicator admissions, from 1/1/2022, to 30/6/2022, count 9{decision}
             total:a: organization organization:a, indicator admissions, from 1/1/2022, to 31/3/2022, count 4
             total:b: organization organization:b, indicator admissions, from 1/7/2022, to 31/7/2022, count 2"
        )
    };
    check("bound 20", &levels(""), "31/12/2022", "15 Behind 75,0 doubts 1");
    check("bound 20", &levels(", overlap includes"), "31/12/2022", "11 Behind 55,0 doubts 0");
    // A total that only reaches into the one that includes: still counted, and still told.
    let reaching = levels(", overlap includes").replace("to 31/3/2022, count 4", "to 31/7/2022, count 4");
    check("bound 20", &reaching, "31/12/2022", "15 Behind 75,0 doubts 1");
    let same = |one: &str, two: &str| {
        format!(
            "total:1: organization organization:a, indicator admissions, from 1/1/2022, to 31/12/2022, count 9{one}
             total:2: organization organization:a, indicator admissions, from 1/1/2022, to 31/12/2022, count 4{two}"
        )
    };
    check("bound 20", &same("", ""), "31/12/2022", "13 Behind 65,0 doubts 1");
    check("bound 20", &same(", overlap includes", ", overlap includes"), "31/12/2022", "9 Behind 45,0 doubts 0");
    check("bound 20", &same("", ", overlap apart"), "31/12/2022", "13 Behind 65,0 doubts 0");
}

#[test]
fn villages_and_cells_count_by_their_own_days() {
    let more = "village:1: name Bản 1, committee organization:c, cleared 1/3/2022
                village:2: name Bản 2, cell organization:a, cleared 1/4/2022
                village:3: name Bản 3, committee organization:c
                organization:b: name B, kind school, parent organization:c, founded 1/5/2022
                organization:c: name C, kind committee, founded 1/5/2022
                target:t: organization organization:c, from 1/1/2022, to 31/12/2022, ";
    check("bound 2", &format!("{more} indicator villages_cleared, bound 2"), "31/12/2022", "2 Met 100,0 doubts 0");
    check("bound 2", &format!("{more} indicator cells_founded, bound 2"), "31/12/2022", "1 Behind 50,0 doubts 0");
}

#[test]
fn out_of_reach_is_said_only_when_asked_and_only_of_recorded_candidates() {
    let people = "candidate:1: cell organization:a, ceremony 20/5/2022\ncandidate:2: cell organization:a";
    let status =
        |target: &str, more: &str, forecast| format!("{:?}", stands(target, more, "1/7/2022", forecast).status);
    assert_eq!(status("bound 3", people, Forecast::Off), "Behind");
    assert_eq!(status("bound 3", people, Forecast::On), "OutOfReach");
    assert_eq!(status("bound 2", people, Forecast::On), "OnPace");
    assert_eq!(status("bound 3", "", Forecast::On), "Behind");
}

#[test]
fn several_issuers_stand_side_by_side() {
    let handed = |issuer: &str| {
        format!(
            "target:a: organization organization:a, indicator admissions, from 1/1/2022, to 31/12/2022, bound 3{issuer}
             target:b: organization organization:b, indicator admissions, from 1/1/2022, to 31/12/2022, bound 4-5"
        )
    };
    let sum = |issuer: &str| {
        let found = stands("bound 9", &handed(issuer), "1/7/2022", Forecast::Off);
        (found.children_sum.map(numbers::plain), found.children_below)
    };
    assert_eq!(sum(""), (Some("7".into()), true));
    assert_eq!(sum(", issuer đảng uỷ"), (Some("7".into()), true));
    assert_eq!(sum(", issuer Tỉnh ủy"), (Some("4".into()), true));
    let enough = stands("bound 7", &handed(""), "1/7/2022", Forecast::Off);
    assert!(!enough.children_below);
}

proptest! {
    #[test]
    fn more_results_never_count_for_less(counts in proptest::collection::vec(0_u32..10_000_000, 1..6), bound in 1_u32..10_000_000) {
        let mut before = 0;
        let mut more = String::new();
        for (month, count) in counts.iter().enumerate() {
            let month = month + 1;
            more.push_str(&format!(
                "\ntotal:{month}: organization organization:a, indicator admissions, from 1/{month}/2022, to 28/{month}/2022, count {count}"
            ));
            let found = stands(&format!("bound {bound}"), &more, "31/12/2022", Forecast::Off);
            prop_assert!(found.counted >= before);
            prop_assert_eq!(found.over.unwrap_or(0).min(found.short.unwrap_or(0)), 0);
            before = found.counted;
        }
        prop_assert_eq!(before, counts.iter().map(|count| u64::from(*count)).sum::<u64>());
    }

    #[test]
    fn an_admission_more_never_worsens_a_target(admitted in 0_usize..12, bound in 1_u32..12, kind in 0_usize..4, month in 1_u32..13) {
        let bound = match kind {
            0 => format!("bound {bound}"),
            1 => format!("bound từ {bound}"),
            2 => format!("bound {bound}-{}", bound + 3),
            _ => format!("bound {bound}% đầu kỳ"),
        };
        let base = "headcount:h: organization organization:c, day 31/12/2021, members 90\n";
        let row = |number: usize| format!("candidate:{number}: cell organization:a, ceremony {}/1/2022\n", 1 + number % 20);
        let people = |admitted: usize| base.to_owned() + &(0..admitted).map(row).collect::<String>();
        let as_of = format!("28/{month}/2022");
        for forecast in [Forecast::Off, Forecast::On] {
            let before = stands(&bound, &people(admitted), &as_of, forecast);
            let after = stands(&bound, &people(admitted + 1), &as_of, forecast);
            prop_assert!(after.counted >= before.counted && after.percent >= before.percent);
            prop_assert!(after.over >= before.over && after.short <= before.short);
            let reached = |found: &Progress| matches!(found.status, Status::Met | Status::Exceeded | Status::OnPace);
            prop_assert!(reached(&after) || !reached(&before), "{:?} {:?}", before.status, after.status);
        }
    }

    #[test]
    fn no_figure_overflows_at_ten_million(counts in proptest::collection::vec(9_999_000_u32..=10_000_000, 1..12), members in 9_999_000_u32..=10_000_000, percent in 1_u32..=100) {
        let rows: String = counts
            .iter()
            .enumerate()
            .map(|(number, count)| {
                let month = number + 1;
                format!("total:{number}: organization organization:a, indicator admissions, from 1/{month}/2022, to 28/{month}/2022, count {count}\n")
            })
            .collect();
        let book = format!("headcount:h: organization organization:c, day 31/12/2021, members {members}\n{rows}");
        let sum: u64 = counts.iter().map(|count| u64::from(*count)).sum();
        for bound in [format!("bound {percent},5% đầu kỳ").replace(',', "."), "bound 10000000".to_owned(), "bound 1-10000000".to_owned()] {
            let found = stands(&bound, &book, "31/12/2022", Forecast::On);
            prop_assert_eq!(found.counted, sum);
            prop_assert!(found.percent.is_some() && found.expected.is_some() && found.of_pace.is_some());
            prop_assert!(found.over.is_some() && found.short.is_some());
        }
        let half = Period::new(day("1/1/2022"), day("17/6/2022")).unwrap_or_else(|| unreachable!());
        let year = Period::new(day("1/1/2021"), day("31/12/2021")).unwrap_or_else(|| unreachable!());
        let compared = compare((u64::from(members), year), (sum, half));
        prop_assert!(compared.growth.is_some() && compared.per_month.is_some_and(|month| month.growth.is_some()));
    }
}

/// One edit of a small book: a record, and where it belongs from now on; `None` deletes it.
fn edits() -> impl Strategy<Value = Vec<(&'static str, Option<&'static str>)>> {
    let records =
        vec!["organization:a", "organization:b", "organization:c", "candidate:p", "candidate:q", "total:x", "target:t"];
    let homes = vec![Some(""), Some("organization:a"), Some("organization:b"), Some("organization:c"), None];
    proptest::collection::vec((proptest::sample::select(records), proptest::sample::select(homes)), 1..40)
}

proptest! {
    /// What is looked up between two edits alters nothing of what is found after them.
    #[test]
    fn records_are_found_after_every_edit(edits in edits()) {
        let mut kept = ledger("");
        let mut rows: Vec<(&str, String)> = Vec::new();
        for (name, home) in edits {
            rows.retain(|(known, _)| *known != name);
            let record = id(name);
            match home {
                Some(home) => {
                    let field = match name.split(':').next() {
                        Some("organization") => "parent",
                        Some("candidate") => "cell",
                        _ => "organization",
                    };
                    let row = format!("{field} {home}");
                    kept.put(&record, &common::texts(&record, &row));
                    rows.push((name, row));
                }
                None => kept.remove(&record),
            }
            let lines: Vec<String> = rows.iter().map(|(name, row)| format!("{name}: {row}")).collect();
            let anew = ledger(&lines.join("\n"));
            let found = |ledger: &ket_nap::domain::ledger::Ledger| {
                ["organization:a", "organization:b", "organization:c"].map(|at| {
                    let at = id(at);
                    let mut found: Vec<String> = ledger.candidates_within(&at).map(|(id, _)| id.to_string()).collect();
                    found.extend(ledger.totals_within(&at).map(|(id, _)| id.to_string()));
                    found.extend(ledger.targets_of(&at).map(|(id, _)| id.to_string()));
                    found.extend(ledger.organizations_within(&at).iter().map(ToString::to_string));
                    found
                })
            };
            prop_assert_eq!(found(&kept), found(&anew));
        }
    }
}
