//! Who was admitted, told apart: every breakdown sums to its total.

mod common;

use std::collections::BTreeMap;

use common::{Texts, day, id, ledger, texts};
use ket_nap::domain::calculator::breakdown::{Admitted, Dimension, Part, admitted};
use ket_nap::domain::calculator::tally::Query;
use ket_nap::domain::schema::choice::Indicator;
use ket_nap::domain::schema::entry::Entries;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::domain::value::day::Period;
use ket_nap::text::numbers;
use proptest::prelude::*;

const ORGANIZATIONS: &str = "organization:c: name Đảng ủy, kind committee
organization:a: name Chi bộ A, kind village, parent organization:c
organization:b: name Chi bộ B, kind school, parent organization:c";

fn found(lines: &str) -> Admitted {
    let all = format!("{ORGANIZATIONS}\n{lines}");
    let book = ledger(&all);
    let mut records: BTreeMap<RecordId, Texts> = BTreeMap::new();
    for line in all.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (name, row) = line.split_once(": ").unwrap_or((line, ""));
        records.insert(id(name), texts(&id(name), row));
    }
    let organization = id("organization:c");
    let period = Period::new(day("1/1/2026"), day("31/12/2026")).unwrap_or_else(|| unreachable!());
    let query =
        Query { organization: &organization, indicator: Indicator::Admissions, period, as_of: day("22/11/2026") };
    admitted(&book, &query, &|id| records.get(id).map(|texts| texts as &dyn Entries))
}

fn shown(of: &Admitted, dimension: Dimension) -> String {
    let name = |part: &Part| match part {
        Part::Choice(choice) => choice.key.to_owned(),
        Part::Band(least, most) if *most > 100 => format!("{least}+"),
        Part::Band(least, most) => format!("{least}-{most}"),
        Part::InYouthUnion => "union".to_owned(),
        Part::Younger => "younger".to_owned(),
        Part::Unknown => "?".to_owned(),
    };
    let parts = of.by.iter().find(|by| by.dimension == dimension).map(|by| by.parts.clone()).unwrap_or_default();
    parts.iter().map(|(part, number)| format!("{} {number}", name(part))).collect::<Vec<_>>().join(", ")
}

#[test]
fn people_are_told_apart_by_what_is_noted() {
    let all = found(
        "candidate:1: cell organization:a, birth 1/6/1995, sex female, ethnic_group thai, religion none, occupation farming, education lower_secondary, youth_union 1/1/2012, ceremony 31/5/2026
         candidate:2: cell organization:b, birth 1/6/1995, sex male, ethnic_group kinh, qualification university, education upper_secondary, ceremony 1/6/2026
         candidate:3: cell organization:b, sex female, ceremony 1/7/2026
         candidate:4: cell organization:a, birth 1/1/1960, ceremony 1/8/2026
         candidate:5: cell organization:a, birth 1/1/1990, sex male, application 1/1/2026",
    );
    assert_eq!(all.total, 4);
    for (dimension, expected) in [
        (Dimension::Sex, "male 1, female 2, ? 1"),
        (Dimension::EthnicGroup, "kinh 1, thai 1, ? 2"),
        (Dimension::Religion, "none 1, ? 3"),
        (Dimension::YouthUnion, "union 1, ? 3"),
        (Dimension::Occupation, "farming 1, ? 3"),
        // Thirty on the eve of the birthday, thirty-one on it.
        (Dimension::Age, "18-30 1, 31-35 1, 61+ 1, ? 1"),
        (Dimension::Education, "lower_secondary 1, upper_secondary 1, ? 2"),
        (Dimension::Qualification, "university 1, ? 3"),
        (Dimension::CellKind, "village 2, school 2"),
    ] {
        assert_eq!(shown(&all, dimension), expected, "{dimension:?}");
    }
    // 371, 372 and 799 whole months of three people.
    assert_eq!(all.mean_age.map(|(age, of)| (numbers::decimal(age), of)), Some(("42,8".to_owned(), 3)));
}

#[test]
fn totals_bring_the_parts_that_were_entered_with_them() {
    let all = found(
        "total:1: organization organization:a, indicator admissions, from 1/1/2026, to 31/3/2026, count 12, by_university 8, by_college 2, in_school 10
         candidate:1: cell organization:b, birth 1/6/1995, sex female, ceremony 1/6/2026",
    );
    assert_eq!(all.total, 13);
    assert_eq!(shown(&all, Dimension::Qualification), "college 2, university 8, ? 3");
    assert_eq!(shown(&all, Dimension::CellKind), "school 11, ? 2");
    assert_eq!(shown(&all, Dimension::Sex), "female 1, ? 12");
    assert_eq!(shown(&all, Dimension::Age), "31-35 1, ? 12");
    assert_eq!(found("").total, 0);
}

#[test]
fn shares_that_do_not_add_up_say_so() {
    let thirds = found(
        "candidate:1: cell organization:a, sex female, ceremony 1/6/2026
         candidate:2: cell organization:b, ethnic_group kinh, sex female, ceremony 1/6/2026
         candidate:3: cell organization:b, ethnic_group thai, sex female, ceremony 1/6/2026",
    );
    let told = |dimension: Dimension| {
        let by = thirds.by.iter().find(|by| by.dimension == dimension).unwrap_or_else(|| unreachable!());
        ket_nap::text::breakdown::rounding(by, thirds.total)
    };
    // Three times 33,3.
    let words = "Các tỉ lệ đã làm tròn cộng lại được 99,9%, lệch do làm tròn từng phần";
    assert_eq!(told(Dimension::EthnicGroup).as_deref(), Some(words));
    assert_eq!(told(Dimension::Sex), None);
    let by = thirds.by.iter().find(|by| by.dimension == Dimension::Sex).unwrap_or_else(|| unreachable!());
    assert_eq!(by.people, [[id("candidate:1"), id("candidate:2"), id("candidate:3")]]);
}

proptest! {
    #[test]
    fn every_breakdown_sums_to_its_total(
        people in proptest::collection::vec((0u32..30_000, 0usize..4, 0usize..56, 0u32..500), 0..30),
        totals in proptest::collection::vec((0u32..10_000_000, 0u32..10_000_000, 0u32..10_000_000), 0..4),
    ) {
        let mut lines = String::new();
        for (place, (birth, sex, group, day_of_year)) in people.iter().enumerate() {
            let of = |from: &str, days: u32| day(from).plus_days(days.into()).map(|day| day.iso()).unwrap_or_default();
            let sex = ["male", "female", "", "x"].get(*sex).copied().unwrap_or_default();
            let group = ket_nap::domain::schema::lists::ETHNIC_GROUP.get(*group).map_or("", |choice| choice.key);
            let cell = if place % 2 == 0 { "a" } else { "b" };
            lines.push_str(&format!(
                "candidate:n{place}: cell organization:{cell}, birth {}, sex {sex}, ethnic_group {group}, ceremony {}\n",
                of("1/1/1950", *birth),
                of("1/9/2025", *day_of_year)
            ));
        }
        for (place, (count, one, other)) in totals.iter().enumerate() {
            lines.push_str(&format!(
                "total:t{place}: organization organization:a, indicator admissions, from 1/{0}/2026, to 2/{0}/2026, count {count}, by_college {one}, in_school {other}, in_village {one}\n",
                place + 1
            ));
        }
        let all = found(&lines);
        for by in &all.by {
            let sum: u64 = by.parts.iter().map(|(_, number)| number).sum();
            prop_assert_eq!(sum, all.total, "{:?}", by.dimension);
            // Whoever was entered one by one is behind exactly one part.
            prop_assert_eq!(by.people.len(), by.parts.len());
            for (who, (_, number)) in by.people.iter().zip(&by.parts) {
                prop_assert!(who.len() as u64 <= *number);
            }
            let named: usize = by.people.iter().map(Vec::len).sum();
            let counted = all.total - totals.iter().map(|(count, ..)| u64::from(*count)).sum::<u64>();
            prop_assert_eq!(named as u64, counted);
        }
    }
}
