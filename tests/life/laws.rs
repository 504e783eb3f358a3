//! Laws over random histories of mergers, splits, moves and ends: nothing is lost and nothing counted twice.

use std::fmt::Write as _;

use ket_nap::domain::calculator::tally::{Query, tally};
use ket_nap::domain::ledger::Ledger;
use ket_nap::domain::ledger::life::{Basis, Tree};
use ket_nap::domain::schema::choice::Indicator;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::domain::value::day::{Day, Period};
use proptest::prelude::*;

use super::common::{day, id, ledger};

/// Organizations: a root, committees below it, cells below these.
const ORGANIZATIONS: usize = 12;

fn name(number: usize) -> String {
    format!("organization:o{number:02}")
}

fn first() -> Day {
    day("1/1/2020")
}

fn after(days: i64) -> Day {
    first().plus_days(days).unwrap_or(Day::LAST)
}

/// What happens: which organization, what, when, with which other one.
type Happening = (usize, u8, i64, usize);
/// A result: where, when, entered one by one or as a total.
type Outcome = (usize, i64, Option<u32>);

fn book(events: &[Happening], results: &[Outcome]) -> Ledger {
    let mut lines = String::new();
    for number in 0..ORGANIZATIONS {
        let parent = match number {
            0 => String::new(),
            1..=3 => format!(", parent {}", name(0)),
            _ => format!(", parent {}", name(1 + number % 3)),
        };
        let _ = writeln!(lines, "{}: name Tổ chức {number}{parent}", name(number));
    }
    for (place, (of, what, on, other)) in events.iter().enumerate() {
        let kind = ["merged", "moved", "ended", "split"].get(usize::from(*what)).copied().unwrap_or("moved");
        let (of, on, other) = (name(*of), after(*on).iso(), name(*other));
        let _ = writeln!(lines, "event:{place:02}: organization {of}, kind {kind}, day {on}, other {other}");
    }
    for (place, (of, on, total)) in results.iter().enumerate() {
        let (of, on) = (name(*of), after(*on).iso());
        let _ = match total {
            None => writeln!(lines, "candidate:{place:02}: cell {of}, ceremony {on}"),
            Some(count) => {
                let row = format!("organization {of}, indicator admissions, from {on}, to {on}, count {count}");
                writeln!(lines, "total:{place:02}: {row}, overlap apart")
            }
        };
    }
    ledger(&lines)
}

fn counted(ledger: &Ledger, organization: &RecordId, period: Period) -> u64 {
    let query = Query { organization, indicator: Indicator::Admissions, period, as_of: Day::LAST };
    tally(ledger, &query).counted
}

/// What belongs to the organization itself and not to one below it.
fn own(ledger: &Ledger, organization: &RecordId, results: &[Outcome], within: Period) -> u64 {
    let here = |(of, on, _): &&Outcome| {
        let on = after(*on);
        within.contains(on) && {
            let then = match ledger.by_tree().basis {
                Basis::Then => ledger.on(on),
                Basis::Now => ledger,
            };
            then.heir(&id(&name(*of))) == organization
        }
    };
    results.iter().filter(here).map(|(.., total)| u64::from(total.unwrap_or(1))).sum()
}

/// What is left to an ended organization that nobody continues, after the moves of people.
fn own_after(
    ledger: &Ledger,
    organization: &RecordId,
    results: &[Outcome],
    moves: &[(usize, i64, usize)],
    within: Period,
) -> u64 {
    let mut sum = 0;
    for (place, (of, on, total)) in results.iter().enumerate().filter(|(_, (_, on, _))| within.contains(after(*on))) {
        let own = moves.iter().enumerate().filter(|(_, (who, day, _))| *who == place && day <= on);
        let last = own.max_by_key(|(number, (_, day, _))| (*day, *number)).map(|(_, (.., to))| *to);
        let home = last.filter(|_| total.is_none()).unwrap_or(*of);
        if ledger.heir(&id(&name(home))) == organization {
            sum += u64::from(total.unwrap_or(1));
        }
    }
    sum
}

fn histories() -> impl Strategy<Value = (Vec<Happening>, Vec<Outcome>)> {
    // The root goes on, so that everything has somebody to count it.
    let event = (1..ORGANIZATIONS, 0u8..4, 1i64..1_400, 0..ORGANIZATIONS);
    let result = (0..ORGANIZATIONS, 0i64..1_460, proptest::option::of(0u32..9));
    (proptest::collection::vec(event, 0..14), proptest::collection::vec(result, 0..24))
}

fn whole() -> Period {
    Period::new(first(), after(1_460)).unwrap_or_else(|| unreachable!())
}

fn sum(results: &[Outcome], within: Period) -> u64 {
    let inside = results.iter().filter(|(_, on, _)| within.contains(after(*on)));
    inside.map(|(.., total)| u64::from(total.unwrap_or(1))).sum()
}

/// The organizations at the top: roots, and ended ones that nobody continues.
fn tops(ledger: &Ledger) -> Vec<RecordId> {
    let mut tops = ledger.roots();
    tops.extend(ledger.ended().into_iter().filter(|id| ledger.heir(id) == id));
    tops
}

/// Whether a committee stands below itself on any day: what a circle counts is told as a finding, not added up.
fn goes_round(ledger: &Ledger) -> bool {
    (0..1_460).step_by(7).chain([1_400]).any(|on| {
        let ledger = ledger.on(after(on));
        (0..ORGANIZATIONS).any(|number| ledger.in_circle(&id(&name(number))))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn children_and_what_is_its_own_make_the_whole((events, results) in histories(), on in 0i64..1_460) {
        let book = book(&events, &results);
        let tree = Tree { basis: Basis::Now, day: after(on) };
        let one = Period::new(after(on), after(on)).unwrap_or_else(|| unreachable!());
        for (basis, period) in [(Basis::Now, whole()), (Basis::Then, one)] {
            let ledger = book.by(Tree { basis, ..tree });
            for organization in (0..ORGANIZATIONS).map(|number| id(&name(number))) {
                if ledger.in_circle(&organization) || ledger.end(&organization).is_some() {
                    continue;
                }
                let below: u64 = ledger.children(&organization).iter().map(|child| counted(&ledger, child, period)).sum();
                let own = own(&ledger, &organization, &results, period);
                prop_assert_eq!(below + own, counted(&ledger, &organization, period), "{} {:?}", organization, basis);
            }
        }
    }

    #[test]
    fn all_years_by_one_tree_are_all_years_by_their_own((events, results) in histories(), on in 0i64..1_460) {
        let book = book(&events, &results);
        prop_assume!(!goes_round(&book));
        let now = book.by(Tree { basis: Basis::Now, day: after(on) });
        // An ended one has the results of its own time, of which others hold most by now; left to it are those that
        // nobody continues.
        let of = |top: &RecordId| match now.end(top) {
            None => counted(&now, top, whole()),
            Some(_) => own(&now, top, &results, whole()),
        };
        let by_one: u64 = tops(&now).iter().map(of).sum();
        prop_assert_eq!(by_one, sum(&results, whole()));
        let mut by_own = 0;
        for year in 2020..=2023 {
            let year = Period::new(day(&format!("1/1/{year}")), day(&format!("31/12/{year}")));
            let year = year.unwrap_or_else(|| unreachable!());
            let then = book.by(Tree { basis: Basis::Then, day: year.last() });
            // Whoever was at the top on any day of the year; each has the results of its own days.
            let mut all: Vec<RecordId> = Vec::new();
            let mut on = Some(year.first());
            while let Some(at) = on.filter(|at| year.contains(*at)) {
                all.extend(tops(book.on(at)));
                on = at.plus_days(1);
            }
            all.sort();
            all.dedup();
            prop_assume!(all.len() == 1);
            by_own += all.iter().map(|top| counted(&then, top, year)).sum::<u64>();
        }
        prop_assert_eq!(by_own, sum(&results, whole()));
    }

    #[test]
    fn nobody_is_counted_twice_after_any_moves(
        (events, results) in histories(),
        moves in proptest::collection::vec((0usize..24, 0i64..1_460, 0..ORGANIZATIONS), 0..16),
    ) {
        let mut book = book(&events, &results);
        prop_assume!(!goes_round(&book));
        for (place, (of, on, to)) in moves.iter().enumerate() {
            let (on, to) = (after(*on).iso(), name(*to));
            let record = id(&format!("move:{of:02}_{place:02}"));
            book.put(&record, &super::common::texts(&record, &format!("day {on}, to {to}")));
        }
        let then = book.by(Tree { basis: Basis::Then, day: after(1_460) });
        // Every day by itself: whoever is at the top of it has all of it.
        let mut sum = 0;
        for on in 0..1_460 {
            let one = Period::new(after(on), after(on)).unwrap_or_else(|| unreachable!());
            if results.iter().any(|(_, of, _)| *of == on) {
                let at = book.on(after(on));
                let top = |id: &RecordId| then.end(id).is_none() || at.end(id).is_none();
                let live = tops(at).into_iter().filter(top);
                sum += live.filter(|id| at.end(id).is_none()).map(|id| counted(&then, &id, one)).sum::<u64>();
                sum += at.ended().iter().filter(|id| at.heir(id) == *id).map(|id| own_after(at, id, &results, &moves, one)).sum::<u64>();
            }
        }
        prop_assert_eq!(sum, self::sum(&results, Period::new(first(), after(1_459)).unwrap_or_else(|| unreachable!())));
    }

    #[test]
    fn the_order_of_entering_does_not_matter((mut events, results) in histories(), on in 0i64..1_460) {
        // Of two things that befall one organization on one day, the id decides; here the ids would change.
        let mut seen = std::collections::BTreeSet::new();
        events.retain(|(of, _, on, _)| seen.insert((*of, *on)));
        let there = book(&events, &results);
        events.reverse();
        let here = book(&events, &results);
        let tree = Tree { basis: Basis::Now, day: after(on) };
        prop_assert_eq!(there.by(tree).tree(), here.by(tree).tree());
    }
}
