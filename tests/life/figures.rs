//! Figures over a change: the same results by the tree of their day and by the tree of today.

use ket_nap::domain::calculator::movement::movement;
use ket_nap::domain::calculator::overview::{self, View};
use ket_nap::domain::calculator::progress::{Forecast, progress};
use ket_nap::domain::calculator::report::{self, Asked};
use ket_nap::domain::calculator::tally::{Query, tally};
use ket_nap::domain::calculator::targets;
use ket_nap::domain::ledger::life::Basis;
use ket_nap::domain::ledger::members;
use ket_nap::domain::schema::choice::Indicator;
use ket_nap::domain::value::bound::Bound;
use ket_nap::domain::value::day::{Day, Period};

use super::common::{day, id, ledger};
use super::{MERGER, by};

/// Results: two in the first half of the year below A, one below B, a total of C; one in the second half below A1.
const RESULTS: &str = "candidate:1: cell organization:a1, ceremony 3/2/2025
    candidate:2: cell organization:a2, ceremony 30/6/2025
    candidate:3: cell organization:b1, ceremony 19/5/2025
    total:1: organization organization:c, indicator admissions, from 1/1/2025, to 30/6/2025, count 4
    candidate:4: cell organization:a1, ceremony 1/7/2025
    candidate:5: cell organization:c1, ceremony 2/9/2026, application 1/1/2025
    candidate:6: cell organization:b, application 1/1/2025";

#[track_caller]
fn counts(more: &str, organization: &str, period: (&str, &str), then: u64, now: u64) {
    let book = ledger(&format!("{MERGER}\n{RESULTS}\n{more}"));
    let period = Period::new(day(period.0), day(period.1)).unwrap_or_else(|| unreachable!());
    let organization = &id(&format!("organization:{organization}"));
    for (basis, expected) in [(Basis::Then, then), (Basis::Now, now)] {
        let book = by(&book, basis, "28/11/2026");
        let query = Query { organization, indicator: Indicator::Admissions, period, as_of: day("31/12/2025") };
        assert_eq!(tally(&book, &query).counted, expected, "{organization} {basis:?}");
    }
}

#[test]
fn results_stand_where_they_were_or_where_they_are() {
    let year = ("1/1/2025", "31/12/2025");
    counts("", "t", year, 8, 8);
    counts("", "x", year, 1, 8);
    // What has ended has the results of its own time, by either tree.
    counts("", "a", year, 2, 2);
    counts("", "b", year, 1, 1);
    counts("", "c", year, 4, 4);
    counts("", "h", year, 7, 7);
    counts("", "a1", year, 2, 2);
    counts("", "x", ("1/1/2025", "30/6/2025"), 0, 7);
    counts("", "x", ("1/7/2025", "31/12/2025"), 1, 1);
    // Entered for an organization after its end: it counts for the one that continues it.
    let late = "candidate:7: cell organization:b, ceremony 1/8/2025";
    counts(late, "b", year, 1, 1);
    counts(late, "x", year, 2, 9);
    // A total that goes beyond the end belongs to the one that continues it.
    let beyond = "total:2: organization organization:b, indicator admissions, from 1/6/2025, to 31/8/2025, count 3";
    counts(beyond, "b", year, 1, 1);
    counts(beyond, "x", year, 4, 11);
}

#[test]
fn a_total_and_entries_overlap_in_the_tree_of_the_total() {
    // The total of A in the first half of the year may hold what is entered for its cells, not for B's.
    let total = "total:2: organization organization:a, indicator admissions, from 1/1/2025, to 30/6/2025, count 2";
    let book = ledger(&format!("{MERGER}\n{RESULTS}\n{total}"));
    let year = Period::new(day("1/1/2025"), day("31/12/2025")).unwrap_or_else(|| unreachable!());
    for basis in [Basis::Then, Basis::Now] {
        let book = by(&book, basis, "28/11/2026");
        let organization = &id("organization:t");
        let query = Query { organization, indicator: Indicator::Admissions, period: year, as_of: day("31/12/2025") };
        let found = tally(&book, &query);
        assert_eq!(found.counted, 10, "{basis:?}");
        assert_eq!(found.doubts.len(), 1, "{basis:?}: {:?}", found.doubts);
        assert!(format!("{:?}", found.doubts).contains("dated: 2"), "{basis:?}: {:?}", found.doubts);
        assert_eq!(found.pending, Some(2), "{basis:?}");
    }
}

/// Targets and counts: A, B and C were asked ten each for 2025; the year before they had results as totals.
const ASKED: &str =
    "target:a: organization organization:a, indicator admissions, from 1/1/2025, to 31/12/2025, bound 10
    target:b: organization organization:b, indicator admissions, from 1/1/2025, to 31/12/2025, bound 10
    target:c: organization organization:c, indicator admissions, from 1/1/2025, to 31/12/2025, bound ≥ 8
    total:a24: organization organization:a, indicator admissions, from 1/1/2024, to 31/12/2024, count 3
    total:b24: organization organization:b, indicator admissions, from 1/1/2024, to 31/12/2024, count 2
    total:c24: organization organization:c, indicator admissions, from 1/1/2024, to 31/12/2024, count 5
    headcount:a: organization organization:a, day 31/12/2024, members 100
    headcount:b: organization organization:b, day 31/12/2024, members 120
    headcount:c: organization organization:c, day 31/12/2024, members 80
    headcount:x: organization organization:x, day 31/12/2025, members 309";

fn year(of: i32) -> Period {
    let days = Day::new(of, 1, 1).zip(Day::new(of, 12, 31));
    days.and_then(|(first, last)| Period::new(first, last)).unwrap_or_else(|| unreachable!())
}

#[test]
fn a_target_ends_with_its_organization_and_is_handed_over() {
    let book = ledger(&format!("{MERGER}\n{RESULTS}\n{ASKED}"));
    let on = day("31/12/2025");
    for basis in [Basis::Then, Basis::Now] {
        let book = by(&book, basis, "31/12/2025");
        let target = book.target(&id("target:a")).unwrap_or_else(|| unreachable!());
        let found = progress(&book, target, on, Forecast::Off).unwrap_or_else(|| unreachable!());
        // Counted to its last day; nothing is scaled to half a year.
        assert_eq!((found.counted, found.short), (2, Some(8)), "{basis:?}");
        let handed = targets::sum_to_hand(&book, target);
        assert_eq!(handed, Some((&id("organization:x"), Bound::AtLeast(28))));
        assert_eq!(targets::handed_to(&book, target), None);
    }
    let new =
        "organization organization:x, indicator admissions, from 1/1/2025, to 31/12/2025, bound ≥ 28, since 1/7/2025";
    let counted = |more: &str, basis| {
        let book = ledger(&format!("{MERGER}\n{RESULTS}\n{ASKED}\ntarget:x: {new}{more}"));
        let book = by(&book, basis, "31/12/2025");
        let target = book.target(&id("target:x")).unwrap_or_else(|| unreachable!());
        let taken = targets::merged_into(&book, target).len();
        let ended = book.target(&id("target:b")).unwrap_or_else(|| unreachable!());
        let to = targets::handed_to(&book, ended).map(|(id, _)| id.name().to_owned());
        (progress(&book, target, on, Forecast::Off).map(|found| found.counted), taken, to)
    };
    assert_eq!(counted("", Basis::Then), (Some(1), 3, None));
    assert_eq!(counted("", Basis::Now), (Some(8), 3, None));
    for basis in [Basis::Then, Basis::Now] {
        assert_eq!(counted(", takes_over yes", basis), (Some(8), 3, Some("x".to_owned())));
    }
}

#[test]
fn a_base_before_the_merger_is_the_sum_of_all() {
    let bound = "organization organization:x, indicator admissions, from 1/1/2025, to 31/12/2025, bound 4% đầu kỳ";
    let counts = format!("{ASKED}\nheadcount:a2: organization organization:a, day 1/1/2025, members 101");
    for (basis, expected) in [(Basis::Now, Some(301)), (Basis::Then, None)] {
        let book = by(&ledger(&format!("{MERGER}\n{counts}\ntarget:x: {bound}")), basis, "31/12/2025");
        let target = book.target(&id("target:x")).unwrap_or_else(|| unreachable!());
        let found = progress(&book, target, day("31/12/2025"), Forecast::Off).unwrap_or_else(|| unreachable!());
        assert_eq!(found.base, expected, "{basis:?}");
    }
    // One of them unknown: no sum.
    let fewer = counts.lines().filter(|line| !line.contains("headcount:c")).collect::<Vec<_>>().join("\n");
    let book = by(&ledger(&format!("{MERGER}\n{fewer}")), Basis::Now, "31/12/2025");
    assert_eq!(members::base(&book, &id("organization:x"), day("1/1/2025")), None);
    // A + B - C = D over the merger: 300 before, 8 more, 309 after leave one unexplained; by its own tree X has no A.
    let book = ledger(&format!("{MERGER}\n{RESULTS}\n{ASKED}"));
    let moved = |basis| movement(&by(&book, basis, "31/12/2025"), &id("organization:x"), year(2025));
    assert_eq!(moved(Basis::Now).begin.map(|(_, number)| number), Some(300));
    assert_eq!((moved(Basis::Now).up(), moved(Basis::Now).unexplained), (8, Some(1)));
    assert_eq!(moved(Basis::Then).begin, None);
}

#[test]
fn years_are_compared_by_like_bases() {
    let texts = |_: &_| None;
    let book = ledger(&format!("{MERGER}\n{RESULTS}\n{ASKED}"));
    let compared = |more: &str, basis, of: &str| {
        let book = ledger(&format!("{MERGER}\n{RESULTS}\n{ASKED}\n{more}"));
        let book = by(&book, basis, "31/12/2025");
        let organization = &id(of);
        let (period, as_of) = (year(2025), day("31/12/2025"));
        let found = report::report(&book, Asked { organization, period, as_of, forecast: Forecast::Off }, &texts);
        let result = found.and_then(|found| found.results.into_iter().next()).unwrap_or_else(|| unreachable!());
        let years = overview::years(
            &book,
            View { organization, indicator: Indicator::Admissions, period, as_of, forecast: Forecast::Off },
        );
        let last = years.last().map(|year| (year.compared.map(|(old, new, _)| (old, new)), year.undivided.clone()));
        let before = result.before.map(|before| (before.number, before.now));
        assert_eq!(last, Some((before, result.undivided.clone())), "{of}");
        (before, result.before.map(|before| before.by_tree), result.undivided.map(|id| id.name().to_owned()))
    };
    for basis in [Basis::Then, Basis::Now] {
        // Ten then, eight now, by the communes of today.
        assert_eq!(compared("", basis, "organization:x"), (Some((10, 8)), Some(basis == Basis::Then), None));
        assert_eq!(compared("", basis, "organization:t"), (Some((10, 8)), Some(false), None));
    }
    assert!(book.has_events());
    // C is divided: what it had as one number belongs to neither.
    let more = "organization:y: name Đảng bộ xã Y, kind committee, parent organization:t, founded 1/7/2025
        event:8: organization organization:c, kind merged, day 1/7/2025, other organization:y
        total:y: organization organization:y, indicator admissions, from 1/7/2025, to 31/12/2025, count 2";
    for of in ["organization:x", "organization:y"] {
        let (before, _, undivided) = compared(more, Basis::Then, of);
        assert_eq!((before, undivided.as_deref()), (None, Some("c")), "{of}");
    }
    // The province has both parts.
    assert_eq!(compared(more, Basis::Then, "organization:t").0, Some((10, 10)));
    // A part is split from what goes on; its cells go with it, its own total cannot.
    let split = "organization:s: name Đảng bộ xã S, kind committee, parent organization:t, founded 1/3/2025
        event:8: organization organization:s, kind split, day 1/3/2025, other organization:t
        total:s: organization organization:s, indicator admissions, from 1/3/2025, to 31/12/2025, count 1
        total:t24: organization organization:t, indicator admissions, from 1/1/2024, to 31/12/2024, count 12, overlap includes";
    assert_eq!(compared(split, Basis::Then, "organization:t").2, None);
}

#[test]
fn a_result_stays_where_it_was_when_the_person_goes() {
    let person = "candidate:9: cell organization:a1, introduced 1/2/2025, application 1/3/2025, ceremony 2/9/2025
        move:9_1: day 1/5/2025, to organization:b1";
    let whole = ("1/1/2025", "31/12/2025");
    // Admitted where the person had gone; introduced where the person came from.
    counts(person, "a1", whole, 2, 2);
    counts(person, "b1", whole, 2, 2);
    counts(person, "t", whole, 9, 9);
    let book = ledger(&format!("{MERGER}\n{person}"));
    let introduced = |of: &str| {
        let (organization, as_of) = (&id(of), day("31/12/2025"));
        let found =
            tally(&book, &Query { organization, indicator: Indicator::Introductions, period: year(2025), as_of });
        (found.counted, found.pending)
    };
    assert_eq!(
        (introduced("organization:a1").0, introduced("organization:b1").0, introduced("organization:t").0),
        (1, 0, 1)
    );
    // Who waits, waits where the person is.
    let waits = "candidate:9: cell organization:a1, application 1/3/2025\nmove:9_1: day 1/5/2025, to organization:b1";
    let book = ledger(&format!("{MERGER}\n{waits}"));
    let waiting = |of: &str| {
        let (organization, as_of) = (&id(of), day("31/12/2025"));
        tally(&book, &Query { organization, indicator: Indicator::Admissions, period: year(2025), as_of }).pending
    };
    assert_eq!(
        (waiting("organization:a1"), waiting("organization:b1"), waiting("organization:t")),
        (Some(0), Some(1), Some(1))
    );
    assert_eq!(book.candidate(&id("candidate:9")).and_then(|found| found.cell.clone()), Some(id("organization:b1")));
}
