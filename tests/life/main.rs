//! Organizations through time: what events make of the tree, of names and of figures; and laws over random histories.

#[path = "../common/mod.rs"]
mod common;
mod figures;
mod laws;

use common::{day, id, ledger};
use ket_nap::domain::checks;
use ket_nap::domain::ledger::Ledger;
use ket_nap::domain::ledger::life::{Basis, Tree};
use ket_nap::domain::schema::id::RecordId;

/// A province with a district, of which three communes merge on 1/7/2025, when the district ends.
const MERGER: &str = "organization:t: name Tỉnh ủy Mẫu, kind committee
    organization:h: name Huyện ủy Mẫu, kind committee, parent organization:t
    organization:a: name Đảng bộ xã A, kind committee, parent organization:h
    organization:b: name Đảng bộ xã B, kind committee, parent organization:h
    organization:c: name Đảng bộ xã C, kind committee, parent organization:h
    organization:a1: name Chi bộ A1, kind village, parent organization:a
    organization:a2: name Chi bộ A2, kind village, parent organization:a
    organization:b1: name Chi bộ B1, kind village, parent organization:b
    organization:c1: name Chi bộ C1, kind village, parent organization:c
    organization:x: name Đảng bộ xã X, kind committee, parent organization:t, founded 1/7/2025
    event:1: organization organization:a, kind merged, day 1/7/2025, other organization:x
    event:2: organization organization:b, kind merged, day 1/7/2025, other organization:x
    event:3: organization organization:c, kind merged, day 1/7/2025, other organization:x
    event:4: organization organization:h, kind ended, day 1/7/2025";

fn by(ledger: &Ledger, basis: Basis, on: &str) -> Ledger {
    ledger.by(Tree { basis, day: day(on) })
}

/// The tree of a day, each organization with its depth, without those not founded yet.
fn tree(ledger: &Ledger, on: &str) -> String {
    let ledger = by(ledger, Basis::Now, on);
    let rows = ledger.tree().into_iter().filter(|(_, id)| ledger.is_there(id));
    let rows = rows.map(|(depth, id)| format!("{}{}", ".".repeat(depth), id.name()));
    rows.collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn stands(lines: &str, days: &[(&str, &str)]) {
    let book = ledger(lines);
    for (on, expected) in days {
        assert_eq!(tree(&book, on), *expected, "{on}");
    }
}

#[test]
fn the_tree_of_any_day() {
    let before = "t .h ..a ...a1 ...a2 ..b ...b1 ..c ...c1";
    let after = "t .x ..a1 ..a2 ..b1 ..c1";
    stands(MERGER, &[("1/1/2020", before), ("30/6/2025", before), ("1/7/2025", after), ("1/1/2030", after)]);
    // One cell is handed to another commune and renamed.
    let more = format!(
        "{MERGER}
        organization:y: name Đảng bộ xã Y, kind committee, parent organization:t
        event:5: organization organization:c1, kind moved, day 1/7/2025, other organization:y
        event:6: organization organization:c1, kind renamed, day 1/1/2026, name Chi bộ Y9
        event:7: organization organization:c1, kind changed, day 1/2/2026, new_kind school"
    );
    stands(
        &more,
        &[("30/6/2025", "t .y .h ..a ...a1 ...a2 ..b ...b1 ..c ...c1"), ("1/7/2025", "t .x ..a1 ..a2 ..b1 .y ..c1")],
    );
    let book = ledger(&more);
    for (on, name, kind) in [
        ("31/12/2025", "Chi bộ C1", "Chi bộ thôn, bản"),
        ("1/1/2026", "Chi bộ Y9", "Chi bộ thôn, bản"),
        ("1/2/2026", "Chi bộ Y9", "Chi bộ trường học"),
    ] {
        let book = by(&book, Basis::Then, on);
        let found = book.organization(&id("organization:c1"));
        assert_eq!(found.and_then(|found| found.name.as_deref()), Some(name), "{on}");
        assert_eq!(found.and_then(|found| found.kind).map(|kind| kind.name()), Some(kind), "{on}");
    }
}

#[test]
fn what_cannot_be_changes_nothing_and_is_told() {
    let tree_of = |more: &str, on: &str| tree(&ledger(&format!("{MERGER}\n{more}")), on);
    let found = |more: &str, of: &str| {
        let book = ledger(&format!("{MERGER}\n{more}"));
        let texts = more.lines().chain(MERGER.lines()).map(str::trim).find_map(|line| {
            let (name, row) = line.split_once(": ")?;
            (name == of).then(|| common::texts(&id(of), row))
        });
        let texts = texts.unwrap_or_else(|| unreachable!("{of}"));
        let all = checks::alone(&book, &id(of), &texts, day("28/11/2026"));
        all.iter().map(|finding| finding.id().as_str()).collect::<Vec<_>>().join(" ")
    };
    let after = "t .x ..a1 ..a2 ..b1 ..c1";
    for (event, told) in [
        // Into itself.
        ("organization organization:a1, kind merged, day 1/8/2025, other organization:a1", "event.itself"),
        // An end before the beginning.
        ("organization organization:x, kind ended, day 1/6/2025", "event.before_founded"),
        // After the end.
        ("organization organization:a, kind moved, day 1/8/2025, other organization:t", "event.after_end"),
        ("organization organization:a, kind merged, day 1/8/2025, other organization:t", "event.after_end"),
        // On the same day another end.
        ("organization organization:a, kind ended, day 1/7/2025", "event.after_end"),
        // Says not what is new.
        ("organization organization:a1, kind merged, day 1/8/2025", "event.incomplete"),
        ("organization organization:a1, kind renamed, day 1/8/2025", "event.incomplete"),
        ("organization organization:a1, kind changed, day 1/8/2025", "event.incomplete"),
        // To one that has ended: it follows to the one that continues it.
        ("organization organization:a1, kind moved, day 1/8/2025, other organization:b", "event.other_not_there"),
    ] {
        let more = format!("event:z: {event}");
        assert_eq!(found(&more, "event:z"), told, "{event}");
        assert_eq!(tree_of(&more, "1/1/2026"), after, "{event}");
    }
    // Below itself.
    let circle = "event:z: organization organization:x, kind moved, day 1/8/2025, other organization:a1";
    assert_eq!(found(circle, "event:z"), "organization.circle");
    // Each into the other: the first counts.
    let mutual = "event:y: organization organization:a1, kind merged, day 1/8/2025, other organization:a2
        event:z: organization organization:a2, kind merged, day 2/8/2025, other organization:a1";
    assert_eq!(found(mutual, "event:z"), "event.other_not_there");
    assert_eq!(tree_of(mutual, "1/8/2025"), "t .x ..a2 ..b1 ..c1");
    // A cell whose committee ended without one that continues it stands below the next one, and it is told.
    assert_eq!(found("", "organization:a1"), "");
    let orphan = "organization:h2: name Chi bộ cơ quan, kind office, parent organization:h";
    assert_eq!(found(orphan, "organization:h2"), "organization.no_parent");
    assert_eq!(tree_of(orphan, "1/1/2026"), "t .h2 .x ..a1 ..a2 ..b1 ..c1");
}

#[test]
fn two_mergers_on_one_day_divide() {
    let more = "organization:y: name Đảng bộ xã Y, kind committee, parent organization:t, founded 1/7/2025
        event:5: organization organization:a, kind merged, day 1/7/2025, other organization:y
        event:6: organization organization:a2, kind moved, day 1/7/2025, other organization:y";
    let book = ledger(&format!("{MERGER}\n{more}"));
    // The cell that nobody has handed over stands below the province until somebody says where.
    assert_eq!(tree(&book, "1/7/2025"), "t .a1 .x ..b1 ..c1 .y ..a2");
    let on = by(&book, Basis::Now, "1/7/2025");
    assert!(on.end(&id("organization:a")).is_some_and(|end| end.divided && end.into.is_none()));
    // The same said twice, as by two devices, divides nothing.
    let twice = "event:5: organization organization:a, kind merged, day 1/7/2025, other organization:x";
    assert_eq!(tree(&ledger(&format!("{MERGER}\n{twice}")), "1/7/2025"), "t .x ..a1 ..a2 ..b1 ..c1");
}

#[test]
fn an_ended_organization_stays_readable() {
    let on = by(&ledger(MERGER), Basis::Now, "1/1/2026");
    let names = |ids: Vec<RecordId>| ids.iter().map(|id| id.name().to_owned()).collect::<Vec<_>>().join(" ");
    assert_eq!(names(on.ended()), "a b c h");
    assert_eq!(on.organization_name(&id("organization:a")), Some("Đảng bộ xã A"));
    assert_eq!(on.heir(&id("organization:a")), &id("organization:x"));
    assert_eq!(on.heir(&id("organization:h")), &id("organization:t"));
    assert_eq!(names(on.organizations_in_tree().to_vec()), "t x a1 a2 b1 c1 a b c h");
}
