//! Members found by their names: whoever is meant, probable doubles, names to choose from. The register is in `members`.

use super::members::{RegisterEntry, register};
use crate::domain::ledger::Ledger;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::domain::value::letters::{fold, in_order, same_name};

/// The only member with this name in a cell. `None` if there is none or more than one.
pub fn named<'a>(ledger: &'a Ledger, cell: &RecordId, name: &str) -> Option<RegisterEntry<'a>> {
    let wanted = fold(name);
    let mut found = register(ledger)
        .filter(|member| member.cell == Some(cell) && member.name.is_some_and(|name| fold(name) == wanted));
    found.next().filter(|_| found.next().is_none() && !wanted.is_empty())
}

/// Maximum days between a decision and its ceremony for two entries to be the same admission.
const ONE_ADMISSION: i64 = 60;

/// Another entry that is probably the same person: the same name including diacritics, and days of admission at most
/// `ONE_ADMISSION` days apart, as the decision of one may be the ceremony of the other; both members on `on`.
pub fn twin<'a>(ledger: &'a Ledger, id: &RecordId, on: Day) -> Option<RegisterEntry<'a>> {
    let of = register(ledger).find(|member| member.id == id && member.counts(on))?;
    let (name, admitted) = (of.name?, of.admitted?);
    register(ledger).find(|other| {
        let near = other.admitted.is_some_and(|day| admitted.days_until(day).abs() <= ONE_ADMISSION);
        other.id != id && near && other.counts(on) && other.name.is_some_and(|other| same_name(other, name))
    })
}

/// Names of members whom a cell may choose as introducers or helpers on `on`, sorted.
pub fn to_name(ledger: &Ledger, cell: &RecordId, on: Day) -> Vec<String> {
    let here = register(ledger).filter(|member| member.cell == Some(cell) && member.counts(on));
    in_order(here.filter_map(|member| member.name.map(str::to_owned)), |name| fold(name))
}
