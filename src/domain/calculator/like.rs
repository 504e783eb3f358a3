//! Like bases: comparing a number with an earlier one over mergers and splits. Both are counted by the tree of today; where
//! figures cannot be divided, nothing is compared. Growth itself is in `figures`.

use super::tally::Query;
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::EventKind;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};

/// Why two numbers are not compared: the organization whose own figures cannot be divided.
pub type Undivided = RecordId;

/// The ledger by which numbers of different years are comparable: that of the tree of `day`.
pub fn ledger(ledger: &Ledger, day: Day) -> &Ledger {
    if ledger.has_events() { ledger.on(day) } else { ledger }
}

/// The organization that stands in the way of comparing the query's number with that of `old`: it was divided, or another
/// was split from it, since; only one part of it is counted here, and it has totals of its own from before.
pub fn undivided(all: &Ledger, query: &Query, old: Period) -> Option<Undivided> {
    let now = ledger(all, query.as_of);
    let within = |id: &RecordId| now.is_within(id, query.organization);
    for (_, event) in all.events() {
        let Some((one, day)) = event.organization.as_ref().zip(event.day) else { continue };
        if day <= old.first() || query.as_of < day || !all.can_be(event) {
            continue;
        }
        let (from, parts) = match (event.kind, &event.other) {
            // The part goes on as `one`, the rest as what it was split from.
            (Some(EventKind::Split), Some(other)) => (other, [within(one), within(other)]),
            (Some(EventKind::Merged), Some(other)) => {
                let divided = now.end(one).is_some_and(|end| end.divided && end.day == day);
                if !divided {
                    continue;
                }
                (one, [within(other), within(one)])
            }
            _ => continue,
        };
        let own = all.totals().any(|(_, total)| {
            total.organization.as_ref() == Some(from)
                && total.indicator == Some(query.indicator)
                && total.count.is_some_and(|count| count > 0)
                && total.period.is_some_and(|period| period.overlaps(old) && period.first() < day)
        });
        if own && parts[0] != parts[1] {
            return Some(from.clone());
        }
    }
    None
}
