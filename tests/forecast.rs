//! Looking ahead: when a candidate may be admitted, what a target may come to, and targets that took the
//! place of others. The days were reckoned apart from the program, from the table of assumed durations:
//! class 90 (14), application 30 (1), résumé 30 (3), verification 45 (7), opinions 14 (3), meeting 14 (1),
//! decision 45 (7), ceremony 14 (1); usual days, and the fewest in brackets.

mod common;

use common::{day, id, ledger};
use ket_nap::domain::calculator::forecast::{self, Estimate};
use ket_nap::domain::calculator::outlook;
use ket_nap::domain::calculator::progress::{Forecast, Status, progress};
use ket_nap::domain::calculator::targets;
use ket_nap::domain::schema::choice::Indicator;
use ket_nap::text::numbers;
use proptest::prelude::*;

const ORGANIZATIONS: &str = "organization:c: name Đảng ủy, kind committee
organization:a: name Chi bộ A, kind village, parent organization:c";

/// The earliest and the likely day, and the sure one, of one candidate on 1 June 2026.
#[track_caller]
fn check(more: &str, candidate: &str, expected: &str) {
    let book = ledger(&format!("{ORGANIZATIONS}\n{more}\ncandidate:x: cell organization:a, {candidate}"));
    let person = book.candidate(&id("candidate:x")).unwrap_or_else(|| unreachable!());
    let found = outlook::outlook(&book, person, Indicator::Admissions, day("1/6/2026"));
    let text = found.map_or("–".to_owned(), |found| {
        let day = |day: Option<_>| day.map_or("–".to_owned(), numbers::day);
        format!("{} {} {}", numbers::day(found.earliest), day(found.likely), day(found.sure))
    });
    assert_eq!(text, expected, "{more} {candidate}");
}

#[test]
fn the_days_follow_from_the_steps_still_to_do() {
    // Everything is still to do: 37 and 282 days.
    check("", "name Mẫu", "08/07/2026 10/03/2027 –");
    // Sent to the class a month ago: its 90 days have begun.
    check("", "sent_to_class 2/5/2026", "24/06/2026 08/02/2027 –");
    // Long ago: the class takes its shortest time from today.
    check("", "sent_to_class 2/5/2025", "24/06/2026 24/12/2026 –");
    // With a certificate: 23 and 192 days, of which those since the certificate have passed.
    check("", "certificate 1/6/2026", "24/06/2026 10/12/2026 –");
    check("", "certificate 2/5/2026", "23/06/2026 11/11/2026 –");
    // The dossier is whole: meeting, decision, ceremony take 9 and 73 days.
    let whole =
        "certificate 1/1/2026, application 1/2/2026, resume 1/3/2026, self_answered 1/6/2026, bodies_heard 1/6/2026";
    check("", whole, "10/06/2026 13/08/2026 –");
    // A meeting that is planned, a meeting that was held.
    check("", &format!("{whole}, cell_meeting 20/6/2026"), "28/06/2026 18/08/2026 –");
    check("", &format!("{whole}, cell_meeting 1/6/2026"), "09/06/2026 30/07/2026 –");
    // What lies before a meeting that was held is behind the person.
    check("", "cell_meeting 25/5/2026", "02/06/2026 23/07/2026 –");
    // Decided: the ceremony has thirty working days from the day on which the cell received it.
    check("", "decision 20/5/2026, decision_received 25/5/2026", "01/06/2026 03/06/2026 06/07/2026");
    // The day is noted; it has come; nobody follows the person any more.
    check("", "decision 20/5/2026, ceremony 14/6/2026", "14/06/2026 14/06/2026 14/06/2026");
    check("", "ceremony 31/5/2026", "–");
    check("", "application 1/1/2026, ended_because withdrew", "–");
    // Where the decision counts, the ceremony is not waited for.
    check(
        "organization:a: name Chi bộ A, kind village, counting_day decision",
        "cell_meeting 25/5/2026",
        "01/06/2026 09/07/2026 –",
    );
    check("organization:a: name Chi bộ A, kind village, counting_day decision", "decision 20/5/2026", "–");
}

#[test]
fn the_regulation_sets_limits() {
    let whole =
        "certificate 1/1/2026, application 1/2/2026, resume 1/3/2026, self_answered 1/6/2026, bodies_heard 1/6/2026";
    // 18 on 20 June: the cell meets then, not before; decision and ceremony take 8 and 59 days more.
    check("", &format!("{whole}, birth 20/6/2008"), "28/06/2026 18/08/2026 –");
    check("", &format!("{whole}, birth 20/9/2008"), "28/09/2026 18/11/2026 –");
    // Introducers who came on 1 September 2025 have been there for twelve months a year later.
    check("", &format!("{whole}, introducer_1_since 1/9/2025, introducer_2_since 1/1/2020"), "09/09/2026 30/10/2026 –");
    // A certificate that is no longer good: the class again.
    check("", "certificate 1/5/2021, application 1/1/2026", "07/07/2026 08/02/2027 –");
    // It ends between the earliest and the likely meeting: likely means the class again.
    check(
        "",
        "certificate 10/6/2021, application 1/6/2026, resume 1/6/2026, self_answered 1/6/2026",
        "13/06/2026 25/11/2026 –",
    );
    // Too old by then: only with an exception.
    check("", &format!("{whole}, birth 15/5/1966"), "10/06/2026 – –");
    check("", &format!("{whole}, birth 15/6/1966"), "10/06/2026 13/08/2026 –");
}

#[test]
fn a_committee_enters_its_own_durations() {
    let table = |of: &str, rows: &str| format!("durations:{of}: organization organization:{of}, {rows}");
    // The committee's ceremony takes 30 days, the cell's decision 10: 14 + 10 + 30.
    let both = format!("{}\n{}", table("c", "usual_ceremony 30, usual_decision 60"), table("a", "usual_decision 10"));
    check(&both, "cell_meeting 1/6/2026", "09/06/2026 11/07/2026 –");
    // A usual time below the shortest is the shortest too.
    check(&table("a", "usual_decision 3, usual_ceremony 0"), "cell_meeting 1/6/2026", "04/06/2026 04/06/2026 –");
    // What cannot be read changes nothing.
    check(&table("a", "usual_decision nhiều"), "cell_meeting 1/6/2026", "09/06/2026 30/07/2026 –");
}

fn estimate(bound: &str, people: &str, as_of: &str) -> (Option<Estimate>, Status) {
    let book = ledger(&format!(
        "{ORGANIZATIONS}
         target:t: organization organization:c, indicator admissions, from 1/1/2026, to 31/12/2026, bound {bound}
         {people}"
    ));
    let target = book.target(&id("target:t")).unwrap_or_else(|| unreachable!());
    let status = progress(&book, target, day(as_of), Forecast::On).map(|found| found.status);
    (forecast::estimate(&book, target, day(as_of)), status.unwrap_or_else(|| unreachable!()))
}

#[test]
fn a_target_may_come_to_a_range() {
    let people = "candidate:done: cell organization:a, ceremony 3/2/2026
        candidate:noted: cell organization:a, decision 1/5/2026, ceremony 14/6/2026
        candidate:next_year: cell organization:a, decision 1/5/2026, ceremony 3/2/2027
        candidate:met: cell organization:a, cell_meeting 25/5/2026
        candidate:new: cell organization:a, name Mẫu
        candidate:left: cell organization:a, name Mẫu, ended 1/3/2026
        candidate:elsewhere: name Mẫu, cell_meeting 25/5/2026";
    #[track_caller]
    fn check(bound: &str, people: &str, as_of: &str, expected: &str) {
        let (found, status) = estimate(bound, people, as_of);
        let text = found.map_or("–".to_owned(), |found| {
            let days = found.begin_by.map(|(least, usual)| format!("{} {}", numbers::day(least), numbers::day(usual)));
            format!(
                "{}–{}–{} more {:?} {}",
                found.range.sure,
                found.range.likely,
                found.range.possible,
                found.more.unwrap_or((0, 0)),
                days.unwrap_or_default()
            )
        });
        assert_eq!(format!("{} {status:?}", text.trim_end()), expected, "{bound} {as_of}");
    }
    // 31 December less 37 and 282 days.
    let days = "24/11/2026 24/03/2026";
    check("6", people, "1/6/2026", &format!("2–3–4 more (2, 3) {days} OutOfReach"));
    check("4", people, "1/6/2026", &format!("2–3–4 more (0, 1) {days} Behind"));
    check("3", people, "1/6/2026", &format!("2–3–4 more (0, 0) {days} Behind"));
    check("1", people, "1/6/2026", "2–3–4 more (0, 0) Met");
    check("2-5", people, "1/6/2026", &format!("2–3–4 more (0, 0) {days} OnPace"));
    // Later in the year the new one does not make it any more, and the one who was considered hardly does.
    check("4", people, "10/12/2026", &format!("2–3–3 more (1, 1) {days} OutOfReach"));
    check("4", people, "1/1/2027", "– Missed");
    check("4", "", "1/6/2026", &format!("0–0–0 more (4, 4) {days} Behind"));
    // Where nothing is asked for nothing is to be found.
    check("0", people, "1/6/2026", "2–3–4 more (0, 0) NotComputable");
    check("7% đầu kỳ", people, "1/6/2026", "2–3–4 more (0, 0) NotComputable");
}

#[test]
fn what_is_no_admission_is_looked_ahead_to_as_well() {
    let found = |indicator: &str, people: &str| {
        let book = ledger(&format!(
            "{ORGANIZATIONS}
             target:t: organization organization:c, indicator {indicator}, from 1/1/2026, to 31/12/2026, bound 4
             {people}"
        ));
        let target = book.target(&id("target:t")).unwrap_or_else(|| unreachable!());
        forecast::estimate(&book, target, day("1/6/2026"))
            .map(|found| (found.range.sure, found.range.likely, found.range.possible))
    };
    // Twelve months from the ceremony end in the year or after it.
    let probation = "candidate:1: cell organization:a, ceremony 3/9/2025
        candidate:2: cell organization:a, ceremony 3/2/2026
        candidate:3: cell organization:a, ceremony 3/2/2025, recognition 3/2/2026
        candidate:4: cell organization:a, ceremony 3/2/2025";
    assert_eq!(found("recognitions", probation), Some((1, 3, 3)));
    let class = "candidate:1: cell organization:a, introduced 3/2/2026
        candidate:2: cell organization:a
        candidate:3: cell organization:a, certificate 1/1/2020";
    assert_eq!(found("class", class), Some((0, 1, 2)));
    assert_eq!(found("introductions", class), Some((1, 1, 2)));
    assert_eq!(found("villages_cleared", class), None);
}

#[test]
fn a_target_that_was_changed_keeps_what_it_was() {
    let book = ledger(
        "organization:c: name Đảng ủy, kind committee
         organization:a: name A, kind village, parent organization:c
         target:c: organization organization:c, indicator admissions, from 1/1/2026, to 31/12/2026, bound 8
         target:1: organization organization:a, indicator admissions, from 1/1/2026, to 31/12/2026, bound 6
         target:2: organization organization:a, indicator admissions, from 1/1/2026, to 31/12/2026, bound 8, since 1/7/2026
         target:3: organization organization:a, indicator admissions, from 1/1/2026, to 31/12/2026, bound 9, since 1/10/2026
         target:own: organization organization:a, indicator admissions, from 1/1/2026, to 31/12/2026, bound 10, origin own
         target:province: organization organization:a, indicator admissions, from 1/1/2026, to 31/12/2026, bound 12, issuer Tỉnh ủy
         target:other: organization organization:a, indicator class, from 1/1/2026, to 31/12/2026, bound 6",
    );
    let names = |found: Vec<(&ket_nap::domain::schema::id::RecordId, &ket_nap::domain::ledger::records::Target)>| {
        found.iter().map(|(id, _)| id.name()).collect::<Vec<_>>().join(" ")
    };
    let of = |name: &str| {
        let id = id(&format!("target:{name}"));
        let target = book.target(&id).unwrap_or_else(|| unreachable!()).clone();
        (id, target)
    };
    for (on, holding) in [("30/6/2026", "1"), ("1/7/2026", "2"), ("30/9/2026", "2"), ("1/10/2026", "3")] {
        let here: Vec<&str> = ["1", "2", "3"]
            .into_iter()
            .filter(|name| targets::holds(&book, &of(name).0, &of(name).1, day(on)))
            .collect();
        assert_eq!(here, [holding], "{on}");
        // What the committee handed down: one of the three, neither the own plan nor the province's.
        let (committee, target) = of("c");
        assert_eq!(committee.name(), "c");
        let sum = progress(&book, &target, day(on), Forecast::Off).and_then(|found| found.children_sum);
        let expected = match holding {
            "1" => "6",
            "2" => "8",
            _ => "9",
        };
        assert_eq!(sum.map(numbers::plain).as_deref(), Some(expected), "{on}");
    }
    let (third, target) = of("3");
    assert_eq!(names(targets::before(&book, &third, &target)), "2 1");
    assert_eq!(names(targets::beside(&book, &third, &target, day("1/11/2026"))), "own province");
    let (first, target) = of("1");
    let by = targets::replaced_by(&book, &first, &target, day("1/11/2026")).map(|(id, _)| id.name());
    assert_eq!(by, Some("3"));
    assert_eq!(targets::replaced_by(&book, &first, &target, day("1/3/2026")), None);
}

/// Lines of a candidate whose days are anything: out of order, ahead, far back.
fn person() -> impl Strategy<Value = String> {
    let fields = ["introduced", "sent_to_class", "certificate", "application", "resume", "self_answered"];
    let more = ["bodies_heard", "cell_meeting", "decision", "decision_received", "ceremony", "birth", "ended"];
    let all: Vec<&str> = fields.into_iter().chain(more).collect();
    let one = (proptest::sample::select(all), 0_i64..3_000);
    proptest::collection::vec(one, 0..8).prop_map(|days| {
        let first = day("1/1/2020");
        let text = |(field, days): &(&str, i64)| {
            format!("{field} {}", first.plus_days(*days).map(numbers::day).unwrap_or_default())
        };
        days.iter().map(text).collect::<Vec<_>>().join(", ")
    })
}

proptest! {
    #[test]
    fn sure_is_at_most_likely_and_that_at_most_possible(people in proptest::collection::vec(person(), 0..6), on in 0_i64..3_000, usual in 0_u32..400, least in 0_u32..400) {
        let rows: Vec<String> =
            people.iter().enumerate().map(|(number, person)| format!("candidate:{number}: cell organization:a, {person}")).collect();
        let times = format!("durations:a: organization organization:a, usual_class {usual}, least_class {least}, usual_decision {least}");
        let book = ledger(&format!(
            "{ORGANIZATIONS}
             {times}
             target:t: organization organization:c, indicator admissions, from 1/1/2022, to 31/12/2026, bound 3
             {}", rows.join("\n")
        ));
        let today = day("1/1/2020").plus_days(on).unwrap_or_else(|| unreachable!());
        let target = book.target(&id("target:t")).unwrap_or_else(|| unreachable!());
        let counted = progress(&book, target, today, Forecast::Off).map_or(0, |found| found.counted);
        let estimate = forecast::estimate(&book, target, today);
        prop_assert_eq!(estimate.is_some(), today <= day("31/12/2026"));
        if let Some(found) = estimate {
            prop_assert!(counted <= found.range.sure && found.range.sure <= found.range.likely && found.range.likely <= found.range.possible);
            prop_assert!(found.range.possible <= people.len() as u64);
            for person in &found.people {
                prop_assert!(person.outlook.earliest >= today);
                prop_assert!(person.outlook.likely.is_none_or(|likely| likely >= person.outlook.earliest));
            }
            // Whoever cannot make it is the reason where a target is out of reach.
            let status = progress(&book, target, today, Forecast::On).map(|found| found.status);
            prop_assert_eq!(status == Some(Status::OutOfReach), found.range.possible < 3 && !people.is_empty());
        }
    }
}
