//! Places without members and without a cell of their own: status on any day, how many of how many, targets for it.

mod common;

use common::{day, id, ledger, texts};
use ket_nap::domain::calculator::coverage::{self, PlaceStatus};
use ket_nap::domain::calculator::progress::{Forecast, progress};
use ket_nap::domain::checks;
use ket_nap::domain::schema::choice::PlaceKind;
use ket_nap::text::numbers;

const ORGANIZATIONS: &str = "organization:h: name Đảng bộ huyện Mẫu, kind committee
    organization:x: name Đảng bộ xã X, kind committee, parent organization:h
    organization:y: name Đảng bộ xã Y, kind committee, parent organization:h
    organization:x1: name Chi bộ bản X1, kind village, parent organization:x, founded 1/6/2024
    organization:x2: name Chi bộ ghép X2, kind village, parent organization:x";

/// The status of one village on a day.
#[track_caller]
fn stands(village: &str, more: &str, on: &str, expected: PlaceStatus) {
    let book = ledger(&format!("{ORGANIZATIONS}\nvillage:v: name Bản V, committee organization:x, {village}\n{more}"));
    let found = coverage::all(&book, &id("organization:x"), day(on));
    let mut listed = found.iter().flat_map(|(_, places)| &places.listed);
    let status = listed.find(|listed| listed.place == id("village:v")).map(|listed| listed.status);
    assert_eq!(status, Some(expected), "{village} {on}");
}

#[test]
fn a_place_stands_as_its_cells_and_members_say() {
    stands("", "", "1/1/2025", PlaceStatus::Unknown);
    stands("members 0, members_day 1/1/2024", "", "1/1/2025", PlaceStatus::Nobody);
    // A cell elsewhere is in charge, and nobody lives there.
    stands("members 0, members_day 1/1/2024, cell organization:x2", "", "1/1/2025", PlaceStatus::Nobody);
    stands("members 2, members_day 1/1/2024", "", "1/1/2025", PlaceStatus::Elsewhere);
    // Before the day on which the number was known nothing is said.
    stands("members 2, members_day 1/1/2024", "", "31/12/2023", PlaceStatus::Unknown);
    // The day on which it had a member again.
    stands("cleared 3/2/2024", "", "2/2/2024", PlaceStatus::Nobody);
    stands("cleared 3/2/2024", "", "3/2/2024", PlaceStatus::Elsewhere);
    // Its own cell, from the founding on.
    stands("cleared 3/2/2024, cell organization:x1", "", "31/5/2024", PlaceStatus::Elsewhere);
    stands("cleared 3/2/2024, cell organization:x1", "", "1/6/2024", PlaceStatus::Own);
    // A cell for several, until one of them has its own.
    let other = "village:w: name Bản W, committee organization:x, cell organization:x2";
    stands("cell organization:x2", other, "1/1/2025", PlaceStatus::Shared);
    let gone = "village:w: name Bản W, committee organization:x, cell organization:x2, until 1/3/2025";
    stands("cell organization:x2", gone, "28/2/2025", PlaceStatus::Shared);
    stands("cell organization:x2", gone, "1/3/2025", PlaceStatus::Own);
    // The members of a health station attend the village's cell, which stays the village's own.
    let station = "village:s: name Trạm y tế, kind health_station, committee organization:x, cell organization:x1";
    stands("cell organization:x1", station, "1/1/2025", PlaceStatus::Own);
    let village = "village:w: name Bản W, committee organization:x, cell organization:x1";
    stands("kind health_station, cell organization:x1", village, "1/1/2025", PlaceStatus::Elsewhere);
    stands("kind cooperative, cell organization:x1", "", "1/1/2025", PlaceStatus::Own);
    // Somebody admitted who lives there, until that member dies.
    let admitted = "candidate:c: name Mẫu, cell organization:x2, place village:v, ceremony 3/2/2025";
    stands("members 0, members_day 1/1/2024", admitted, "2/2/2025", PlaceStatus::Nobody);
    stands("members 0, members_day 1/1/2024", admitted, "3/2/2025", PlaceStatus::Elsewhere);
    let died = format!("{admitted}, ended_because died, ended 1/9/2025");
    stands("members 0, members_day 1/1/2024", &died, "1/9/2025", PlaceStatus::Nobody);
    // The cell has no member left.
    let left = "headcount:1: organization organization:x1, day 1/1/2025, members 0";
    stands("cell organization:x1", left, "1/1/2025", PlaceStatus::Nobody);
    // The cell became part of another one, which covers another village too.
    let merged =
        format!("{other}\nevent:1: organization organization:x1, kind merged, day 1/7/2025, other organization:x2");
    stands("cell organization:x1", &merged, "30/6/2025", PlaceStatus::Own);
    stands("cell organization:x1", &merged, "1/7/2025", PlaceStatus::Shared);
}

/// `nobody/all, without a cell/all, with a cell`, and whether list and numbers differ.
fn counts(lines: &str, organization: &str, kind: PlaceKind, on: &str) -> String {
    let book = ledger(&format!("{ORGANIZATIONS}\n{lines}"));
    let found = coverage::places(&book, &id(organization), kind, day(on));
    let part = |part: Option<u64>| part.map_or("?".to_owned(), |part| part.to_string());
    let differs = if found.differs { " differs" } else { "" };
    format!("{}/{} {}/{}{differs}", part(found.nobody), found.all, part(found.without_cell), found.all)
}

#[test]
fn numbers_and_lists_are_added_once() {
    let entered = |of: &str, on: &str, all: u32, nobody: &str, without: &str| {
        format!(
            "coverage:{of}: organization organization:{of}, kind village, day {on}, all {all}, nobody {nobody}, without_cell {without}"
        )
    };
    let village =
        |name: &str, of: &str, more: &str| format!("village:{name}: name {name}, committee organization:{of}{more}");
    let (kind, on) = (PlaceKind::Village, "1/1/2025");
    assert_eq!(counts(&entered("h", on, 121, "0", "27"), "organization:h", kind, on), "0/121 27/121");
    assert_eq!(counts(&entered("h", on, 121, "0", "27"), "organization:h", kind, "31/12/2024"), "0/0 0/0");
    assert_eq!(counts(&entered("h", on, 121, "", "27"), "organization:h", kind, on), "?/121 27/121");
    // Those of the communes are in that of the district.
    let below = [entered("h", on, 121, "0", "27"), entered("x", on, 10, "0", "2")].join("\n");
    assert_eq!(counts(&below, "organization:h", kind, on), "0/121 27/121");
    assert_eq!(counts(&below, "organization:x", kind, on), "0/10 2/10");
    // One commune in numbers, the other as a list.
    let listed = [
        village("a", "y", ", members 0, members_day 1/1/2024"),
        village("b", "y", ", members 3, members_day 1/1/2024"),
    ];
    let both = format!("{}\n{}", entered("x", on, 10, "1", "2"), listed.join("\n"));
    assert_eq!(counts(&both, "organization:h", kind, on), "2/12 4/12");
    // Names beside the number of the same commune are not counted again, and told if they say more.
    let beside = format!("{}\n{}", entered("y", on, 10, "1", "2"), listed.join("\n"));
    assert_eq!(counts(&beside, "organization:h", kind, on), "1/10 2/10");
    let beside = format!("{}\n{}", entered("y", on, 10, "0", "2"), listed.join("\n"));
    assert_eq!(counts(&beside, "organization:h", kind, on), "0/10 2/10 differs");
    // Each kind by itself.
    assert_eq!(counts(&both, "organization:h", PlaceKind::HealthStation, on), "0/0 0/0");
    let station = village("s", "x", ", kind health_station, cell organization:x1");
    assert_eq!(counts(&station, "organization:h", PlaceKind::HealthStation, on), "0/1 0/1");
}

#[test]
fn a_target_for_cells_of_their_own_is_a_level() {
    let lines = "coverage:19: organization organization:h, kind village, day 31/12/2019, all 100, without_cell 40
        coverage:22: organization organization:h, kind village, day 30/6/2022, all 100, without_cell 25
        target:t: organization organization:h, indicator villages_with_cell, from 1/1/2020, to 31/12/2024, bound 100% hiện có
        target:n: organization organization:h, indicator villages_with_cell, from 1/1/2020, to 31/12/2024, bound ≥ 70";
    let book = ledger(&format!("{ORGANIZATIONS}\n{lines}"));
    let found = |target: &str, on: &str| {
        let target = book.target(&id(target)).unwrap_or_else(|| unreachable!());
        let found = progress(&book, target, day(on), Forecast::Off).unwrap_or_else(|| unreachable!());
        let figure = |of: Option<_>| of.map(numbers::percent_figure).unwrap_or_default();
        let expected = found.expected.map(numbers::decimal).unwrap_or_default();
        format!("{} {} {expected} {:?}", found.counted, figure(found.percent), found.status)
    };
    // From 60 to 100 in five years: 80 at the middle.
    assert_eq!(found("target:t", "1/7/2022"), "75 75,0 80,0 Behind");
    assert_eq!(found("target:n", "1/7/2022"), "75 107,1 65,0 Met");
}

#[test]
fn numbers_that_cannot_be_are_told() {
    for (row, expected) in [
        ("all 121, nobody 38, without_cell 33", "coverage.contradicts"),
        ("all 121, nobody 0, without_cell 27", ""),
        ("all 20, nobody 38, without_cell 40", "coverage.beyond_all coverage.beyond_all"),
        ("all 20, nobody 20, without_cell 20", ""),
    ] {
        let record = id("coverage:1");
        let entries = texts(&record, &format!("organization organization:h, kind village, day 1/1/2020, {row}"));
        let found = checks::alone(&ledger(ORGANIZATIONS), &record, &entries, day("1/1/2026"));
        let found: Vec<&str> = found.iter().map(|finding| finding.id().as_str()).collect();
        assert_eq!(found.join(" "), expected, "{row}");
    }
}
