//! The movement of members, A + B − C = D, and cells about to be left without enough members.

mod common;

use common::{day, id, ledger};
use ket_nap::domain::calculator::movement::{Of, movement, movements};
use ket_nap::domain::calculator::weak::{Weak, weak};
use ket_nap::domain::value::day::Period;
use proptest::prelude::*;

const ORGANIZATIONS: &str = "organization:c: name Đảng ủy xã Mẫu, kind committee
    organization:a: name Chi bộ A, kind village, parent organization:c, register yes
    organization:b: name Chi bộ B, kind village, parent organization:c, register yes";

/// `A + B - C = D (unexplained)`, and the causes that are not 0.
fn line(organization: &str, lines: &str, from: &str, to: &str) -> String {
    let book = ledger(&format!("{ORGANIZATIONS}\n{lines}"));
    let period = Period::new(day(from), day(to)).unwrap_or_else(|| unreachable!());
    let found = movement(&book, &id(organization), period);
    let stock = |stock: Option<(_, u64)>| stock.map_or("?".to_owned(), |(_, number)| number.to_string());
    let left = found.unexplained.map_or("?".to_owned(), |left| left.to_string());
    let causes: Vec<String> = found
        .causes
        .iter()
        .filter(|(_, number)| *number > 0)
        .map(|(cause, number)| format!("{cause:?} {number}"))
        .collect();
    format!(
        "{} + {} - {} = {} ({left}) {}",
        stock(found.begin),
        found.up(),
        found.down(),
        stock(found.end),
        causes.join(", ")
    )
}

#[track_caller]
fn moves(lines: &str, expected: &str) {
    assert_eq!(line("organization:c", lines, "1/1/2026", "31/10/2026").trim_end(), expected, "{lines}");
}

#[test]
fn whoever_is_on_probation_and_goes_to_another_cell_is_counted_once() {
    let lines = "member:1: name Một, cell organization:a, admitted 3/2/2000, recognition 3/2/2001
        member:2: name Hai, cell organization:b, admitted 3/2/2001, recognition 3/2/2002
        candidate:x: name Ba, cell organization:a, ceremony 3/2/2026
        move:x_1: day 1/6/2026, to organization:b";
    let of = |organization: &str, from: &str, to: &str| line(organization, lines, from, to).trim_end().to_owned();
    assert_eq!(of("organization:a", "1/1/2026", "31/10/2026"), "1 + 1 - 1 = 1 (0) Admitted 1, MovedOut 1");
    assert_eq!(of("organization:b", "1/1/2026", "31/10/2026"), "1 + 1 - 0 = 2 (0) MovedIn 1");
    assert_eq!(of("organization:c", "1/1/2026", "31/10/2026"), "2 + 1 - 0 = 3 (0) Admitted 1");
    assert_eq!(of("organization:a", "1/1/2026", "31/5/2026"), "1 + 1 - 0 = 2 (0) Admitted 1");
    assert_eq!(of("organization:b", "1/1/2026", "31/5/2026"), "1 + 0 - 0 = 1 (0)");
    // Moved before the ceremony: admitted there.
    let early = lines.replace("1/6/2026", "1/1/2026");
    let found = line("organization:b", &early, "1/1/2026", "31/10/2026");
    assert_eq!(found.trim_end(), "1 + 1 - 0 = 2 (0) Admitted 1");
}

#[test]
fn what_the_register_tells_adds_up() {
    let old = "member:1: name Một, cell organization:a, admitted 3/2/2000, recognition 3/2/2001
               member:2: name Hai, cell organization:a, admitted 3/2/2001, recognition 3/2/2002
               member:3: name Ba, cell organization:b, admitted 3/2/2002, recognition 3/2/2003";
    moves(old, "3 + 0 - 0 = 3 (0)");
    let more = |row: &str| format!("{old}\nmember:4: name Bốn, cell organization:b, {row}");
    moves(&more("admitted 3/2/2010, recognition 3/2/2011, joined 1/6/2026"), "3 + 1 - 0 = 4 (0) MovedIn 1");
    moves(&more("admitted 3/2/2026"), "3 + 1 - 0 = 4 (0) Admitted 1");
    for (gone, cause) in
        [("died", "Died"), ("expelled", "Expelled"), ("struck", "Struck"), ("left", "Left"), ("moved", "MovedOut")]
    {
        let row = format!("admitted 3/2/2010, recognition 3/2/2011, standing {gone}, standing_since 1/6/2026");
        moves(&more(&row), &format!("4 + 0 - 1 = 3 (0) {cause} 1"));
        let after = row.replace("1/6/2026", "1/11/2026");
        moves(&more(&after), "4 + 0 - 0 = 4 (0)");
    }
    // Came and went within the period.
    let both = "admitted 3/2/2010, joined 1/3/2026, standing moved, standing_since 1/6/2026";
    moves(&more(both), "3 + 1 - 1 = 3 (0) MovedIn 1, MovedOut 1");
    // On the first and the last day.
    moves(
        &format!("{old}\ncandidate:x: name Mẫu, cell organization:a, ceremony 1/1/2026"),
        "3 + 1 - 0 = 4 (0) Admitted 1",
    );
    moves(
        &format!("{old}\ncandidate:x: name Mẫu, cell organization:a, ceremony 31/10/2026"),
        "3 + 1 - 0 = 4 (0) Admitted 1",
    );
    // Exempt and away still count.
    moves(&more("admitted 3/2/2010, standing away, standing_since 1/6/2026"), "4 + 0 - 0 = 4 (0)");
    // A dossier of somebody admitted counts once, entered in the register or not.
    let dossier = "candidate:x: name Mẫu, cell organization:a, decision 1/3/2026, ceremony 10/3/2026";
    moves(&format!("{old}\n{dossier}"), "3 + 1 - 0 = 4 (0) Admitted 1");
    let entered = "member:x: name Mẫu, cell organization:a, admitted 1/3/2026, joined 10/3/2026";
    moves(&format!("{old}\n{dossier}\n{entered}"), "3 + 1 - 0 = 4 (0) Admitted 1");
}

#[test]
fn what_nothing_explains_is_said() {
    // Nậm Pồ: 1.713 and 862 admitted do not come to 2.473; a hundred and two left or moved.
    let counts = "headcount:1: organization organization:c, day 1/1/2026, members 1713
                  headcount:2: organization organization:c, day 31/10/2026, members 2473
                  total:t: organization organization:c, indicator admissions, from 1/1/2026, to 31/10/2026, count 862";
    moves(counts, "1713 + 862 - 0 = 2473 (-102) Admitted 862");
    // The count of the beginning says nothing about the end.
    moves("headcount:1: organization organization:c, day 1/1/2026, members 10", "10 + 0 - 0 = ? (?)");
    moves("", "? + 0 - 0 = ? (?)");
    // One cell keeps no whole register: nothing is known of the committee's stock.
    let open = "organization:b: name Chi bộ B, kind village, parent organization:c
                member:1: name Một, cell organization:a, admitted 3/2/2000";
    moves(open, "? + 0 - 0 = ? (?)");
    assert_eq!(line("organization:a", open, "1/1/2026", "31/10/2026").trim_end(), "1 + 0 - 0 = 1 (0)");
}

fn found(lines: &str) -> Vec<(String, Weak)> {
    let book = ledger(&format!("{ORGANIZATIONS}\n{lines}"));
    weak(&book, &id("organization:c"), day("1/6/2026")).into_iter().map(|(id, weak)| (id.to_string(), weak)).collect()
}

#[test]
fn cells_and_villages_without_enough_members_are_listed_with_the_reason() {
    let member = |name: &str, cell: &str, row: &str| {
        format!("member:{name}: name {name}, cell organization:{cell}, admitted 3/2/2010, recognition 3/2/2011, {row}")
    };
    let four = [("1", "a"), ("2", "a"), ("3", "a"), ("4", "b")].map(|(name, cell)| member(name, cell, "")).join("\n");
    let cell = |name: &str| format!("organization:{name}");
    assert_eq!(found(&four), [(cell("b"), Weak::TooFew(1))]);
    let away = format!("{four}\n{}", member("1", "a", "standing away, standing_since 1/5/2026"));
    assert_eq!(found(&away), [(cell("b"), Weak::TooFew(1)), (cell("a"), Weak::NearlyTooFew(2))]);
    let counted = "headcount:1: organization organization:a, day 1/1/2026, members 2";
    assert_eq!(found(counted), [(cell("a"), Weak::TooFew(2))]);
    let villages = format!(
        "{four}\nvillage:x: name Bản X, committee organization:c
         village:y: name Bản Y, committee organization:c, cell organization:a
         headcount:1: organization organization:b, day 1/5/2026, members 0
         village:z: name Bản Z, committee organization:c, cell organization:b"
    );
    assert_eq!(
        found(&villages),
        [
            ("village:z".to_owned(), Weak::NoMember),
            (cell("b"), Weak::TooFew(1)),
            ("village:x".to_owned(), Weak::NoCell)
        ]
    );
}

proptest! {
    /// Where everything is in the register, nothing is unexplained.
    #[test]
    fn a_whole_register_always_adds_up(rows in proptest::collection::vec((0i64..12_000, 0i64..12_000, 0usize..8), 0..40)) {
        let standings = ["active", "exempt", "away", "moved", "left", "struck", "expelled", "died"];
        let mut lines = String::from("member:0: name Một, cell organization:a, admitted 1/1/1990, recognition 1/1/1991\n");
        for (place, (joined, gone, standing)) in rows.iter().enumerate() {
            let of = |days: i64| day("1/1/1995").plus_days(days).map(|day| day.iso()).unwrap_or_default();
            let (first, last) = (joined.min(gone), joined.max(gone));
            let standing = standings.get(*standing).copied().unwrap_or_default();
            lines.push_str(&format!(
                "member:n{place}: name N{place}, cell organization:b, admitted 1/1/1990, joined {}, standing {standing}, standing_since {}\n",
                of(*first),
                of(*last)
            ));
        }
        let told = line("organization:c", &lines, "1/1/2010", "31/12/2015");
        prop_assert!(told.contains("(0)"), "{told}");
    }
}

#[test]
fn official_members_and_those_on_probation_are_told_apart() {
    let book = ledger(&format!(
        "{ORGANIZATIONS}
         member:1: name Một, cell organization:a, admitted 3/2/2000, recognition 3/2/2001
         member:2: name Hai, cell organization:a, admitted 1/3/2025, recognition 1/3/2026
         member:3: name Ba, cell organization:b, admitted 3/2/2002, recognition 3/2/2003, joined 1/6/2026
         member:4: name Bốn, cell organization:b, admitted 3/2/1990, recognition 3/2/1991, joined 1/7/2026, arrival restored
         member:5: name Năm, cell organization:b, admitted 1/5/2025, standing struck, standing_since 1/5/2026
         member:6: name Sáu, cell organization:b, admitted 3/2/1980, recognition 3/2/1981, standing died, standing_since 1/9/2026
         candidate:7: name Bảy, cell organization:a, decision 1/8/2026, ceremony 10/8/2026"
    ));
    let period = Period::new(day("1/1/2026"), day("31/10/2026")).unwrap_or_else(|| unreachable!());
    let shown = |of: Of| {
        let [all, official, probation] = movements(&book, &id("organization:c"), period);
        let found = match of {
            Of::All => all,
            Of::Official => official,
            Of::Probation => probation,
        };
        let stock = |stock: Option<(_, u64)>| stock.map_or("?".to_owned(), |(_, number)| number.to_string());
        let causes = found.causes.iter().filter(|(_, number)| *number > 0);
        let causes: Vec<String> = causes.map(|(cause, number)| format!("{cause:?} {number}")).collect();
        let (up, down) = (found.up(), found.down());
        format!(
            "{} + {up} - {down} = {} ({:?}) {}",
            stock(found.begin),
            stock(found.end),
            found.unexplained,
            causes.join(", ")
        )
    };
    assert_eq!(shown(Of::All), "4 + 3 - 2 = 5 (Some(0)) Admitted 1, MovedIn 1, Restored 1, Died 1, Struck 1");
    assert_eq!(shown(Of::Official), "2 + 3 - 1 = 4 (Some(0)) MovedIn 1, Restored 1, BecameOfficial 1, Died 1");
    assert_eq!(shown(Of::Probation), "2 + 1 - 2 = 1 (Some(0)) Admitted 1, Struck 1, NoLongerOnProbation 1");
    // From counts that were entered: only as far as they tell the two apart.
    let book = ledger(&format!(
        "{ORGANIZATIONS}
         headcount:1: organization organization:c, day 31/12/2025, members 100, probation 10
         headcount:2: organization organization:c, day 31/10/2026, members 104"
    ));
    let ends = |of: Of| {
        let [all, official, probation] = movements(&book, &id("organization:c"), period);
        let found = match of {
            Of::All => all,
            Of::Official => official,
            Of::Probation => probation,
        };
        (found.begin.map(|(_, number)| number), found.end.map(|(_, number)| number))
    };
    assert_eq!(ends(Of::All), (Some(100), Some(104)));
    assert_eq!(ends(Of::Official), (Some(90), None));
    assert_eq!(ends(Of::Probation), (Some(10), None));
}

#[test]
fn villages_that_may_lose_their_last_members_are_listed() {
    let check = |lines: &str, expected: &[(&str, Weak)]| {
        let book = ledger(&format!("{ORGANIZATIONS}\n{lines}"));
        let found = weak(&book, &id("organization:c"), day("31/10/2026"));
        let found: Vec<(&str, Weak)> = found.iter().map(|(id, weak)| (id.as_str(), *weak)).collect();
        assert_eq!(found, expected, "{lines}");
    };
    let member = |number: u32, more: &str| {
        format!(
            "member:{number}: name M {number}, cell organization:a, admitted 3/2/2000, recognition 3/2/2001{more}\n"
        )
    };
    let five: String = (1..6).map(|number| member(number, "")).collect();
    let village = "village:v: name Bản Một, committee organization:c, cell organization:a";
    check(&format!("{five}{village}"), &[]);
    let other = "village:w: name Bản Hai, committee organization:c, cell organization:a";
    check(&format!("{five}{village}\n{other}"), &[("village:w", Weak::SharedCell), ("village:v", Weak::SharedCell)]);
    let away: String = (1..4).map(|number| member(number, ", standing away, standing_since 1/1/2026")).collect();
    let few = format!("{away}{}{}{village}", member(4, ""), member(5, ""));
    check(&few, &[("village:v", Weak::FewLeft(2)), ("organization:a", Weak::NearlyTooFew(2))]);
    check("village:v: name Bản Một, committee organization:c", &[("village:v", Weak::NoCell)]);
}
