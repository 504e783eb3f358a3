//! Checks of a single field: empty, not parseable, in the future, or referring to a missing record.

use crate::domain::admission::finding::{Finding, Rule};
use crate::domain::ledger::Ledger;
use crate::domain::schema::entry::{self, Entries, Value};
use crate::domain::schema::field::{Field, Kind, Need};
use crate::domain::value::day::Day;
use crate::domain::value::month::Month;

/// The finding about one field by itself, if any.
pub(super) fn single(ledger: &Ledger, entries: &dyn Entries, field: Field, today: Day) -> Option<Finding> {
    let spec = field.spec();
    match (entry::value(entries, field), spec.kind) {
        (None, _) => (spec.need == Need::Always).then(|| Finding::new(Rule::Missing, &[field])),
        (Some(Err(problem)), _) => Some(Finding::new(Rule::Unreadable(problem), &[field])),
        (Some(Ok(Value::Day(day))), Kind::Day { past: true }) if day > today => {
            Some(Finding::new(Rule::InFuture, &[field]))
        }
        (Some(Ok(Value::Month(month))), _) if month > Month::of(today) => Some(Finding::new(Rule::InFuture, &[field])),
        (Some(Ok(Value::When(when))), _) if when.earliest().is_some_and(|first| first > today) => {
            Some(Finding::new(Rule::InFuture, &[field]))
        }
        (Some(Ok(Value::Reference(id))), _) if !ledger.has(&id) => Some(Finding::new(Rule::Gone, &[field])),
        _ => None,
    }
}
