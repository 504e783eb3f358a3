//! Cells and villages with too few members, or soon to have: fewer than three official members, a village without a
//! cell of its own or without members (“tái trắng”). The movement of members is in `movement`.

use super::movement::Of;
use crate::domain::ledger::Ledger;
use crate::domain::ledger::members;
use crate::domain::ledger::records::Village;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::domain::value::letters::{fold, in_order};

/// Why a cell or a village is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weak {
    /// Fewer than three official members.
    TooFew(u32),
    /// Fewer than three without those exempt or away.
    NearlyTooFew(u32),
    /// A village without a cell.
    NoCell,
    /// A village whose cell covers other villages too.
    SharedCell,
    /// A village whose cell has so few members, or so few who are not away, that it may soon have none.
    FewLeft(u32),
    /// A village whose cell has no members.
    NoMember,
}

/// The weakness of a village, by the members of its cell.
fn of_village(ledger: &Ledger, cell: &RecordId, on: Day) -> Option<Weak> {
    let base = members::base(ledger, cell, on);
    if base == Some(0) {
        return Some(Weak::NoMember);
    }
    let there = members::whole(ledger, cell, on).map(|count| count.all().saturating_sub(count.excused));
    there.or(base).filter(|few| *few < LEAST).map(Weak::FewLeft)
}

/// Minimum number of official members of a cell (Party Charter: a cell has at least three).
const LEAST: u32 = 3;

/// Cells and villages of an organization with too few members, worst first. A cell with neither a complete register nor
/// a headcount is omitted, since nothing is known of it.
pub fn weak<'a>(ledger: &'a Ledger, organization: &RecordId, on: Day) -> Vec<(RecordId, Weak)> {
    let mut found = Vec::new();
    for (id, cell) in ledger.organizations() {
        let is_cell = cell.kind.is_some_and(|kind| !kind.is_committee());
        if !is_cell || ledger.end(id).is_some() || !ledger.is_within(id, organization) {
            continue;
        }
        if let Some(count) = members::whole(ledger, id, on) {
            let there = count.official.saturating_sub(count.excused);
            if count.official < LEAST {
                found.push((id.clone(), Weak::TooFew(count.official)));
            } else if there < LEAST {
                found.push((id.clone(), Weak::NearlyTooFew(there)));
            }
        } else if let Some((_, headcount)) = ledger.headcount_on(id, on) {
            let official = Of::Official.counted(headcount).or_else(|| Of::All.counted(headcount));
            let few = official.and_then(|few| u32::try_from(few).ok()).filter(|few| *few < LEAST);
            found.extend(few.map(|few| (id.clone(), Weak::TooFew(few))));
        }
    }
    // The cells of all villages, collected once.
    let cell_of = |cell: &'a RecordId| ledger.heir(cell);
    let there = |village: &Village| village.until.is_none_or(|until| on < until);
    let villages = || ledger.villages().filter(|(_, village)| there(village));
    let mut covered: Vec<&RecordId> =
        villages().filter_map(|(_, village)| village.cell.as_ref().map(cell_of)).collect();
    covered.sort_unstable();
    let shares = |cell: &RecordId| {
        let first = covered.partition_point(|other| *other < cell);
        covered.get(first + 1) == Some(&cell)
    };
    for (id, village) in villages() {
        let within = |of: &Option<RecordId>| of.as_ref().is_some_and(|of| ledger.is_within(of, organization));
        if !within(&village.committee) && !within(&village.cell) {
            continue;
        }
        match village.cell.as_ref().filter(|cell| ledger.has(cell)).map(cell_of) {
            None => found.push((id.clone(), Weak::NoCell)),
            Some(cell) => {
                let shared = shares(cell).then_some(Weak::SharedCell);
                found.extend(of_village(ledger, cell, on).or(shared).map(|weak| (id.clone(), weak)));
            }
        }
    }
    in_order(found.into_iter(), |(id, weak)| {
        let rank = match weak {
            Weak::NoMember => 0,
            Weak::TooFew(number) => 1 + number,
            Weak::NearlyTooFew(number) => 10 + number,
            Weak::FewLeft(number) => 5 + number,
            Weak::NoCell => 20,
            Weak::SharedCell => 21,
        };
        let name = ledger.organization_name(id).or_else(|| ledger.village(id)?.name.as_deref());
        format!("{rank:03} {}", fold(name.unwrap_or_default()))
    })
}
