//! Reads files into a ledger with only what the calculator needs.

use std::collections::{HashMap, HashSet};

use super::files::Files;
use super::gather::{self, gather};
use super::places::Lists;
use super::trouble::Trouble;
use crate::domain::ledger::Ledger;
use crate::domain::ledger::record::TypedRecord;
use crate::domain::ledger::records::Target;
use crate::domain::schema::entry::Entries;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::exchange::names::Names;

/// Result of reading files for counting.
#[derive(Debug)]
pub struct Counted {
    /// All records, people without their names.
    pub ledger: Ledger,
    /// The records that come from lists.
    pub lists: Lists,
    /// The targets: those of lists in their order, then those of books in tree order.
    pub targets: Vec<RecordId>,
}

/// Reads files for counting.
///
/// # Errors
/// All errors in reading, and remarks that prevent counting.
pub fn read(files: &Files) -> Result<Counted, Vec<Trouble>> {
    read_with(files, &|_, _| None::<()>).map(|(counted, _)| counted)
}

/// Reads files for counting, and additionally what `more` extracts from records.
///
/// # Errors
/// All errors in reading, and remarks that prevent counting.
pub fn read_with<D: Send>(
    files: &Files,
    more: gather::Want<'_, D>,
) -> Result<(Counted, HashMap<RecordId, D>), Vec<Trouble>> {
    let want = |id: &RecordId, entries: &dyn Entries| Some((figures(id, entries)?, more(id, entries)));
    let gather::Gathered { records: found, sheets } = gather(files, &want)?;
    let (mut records, mut known_more) = (Vec::with_capacity(found.len()), HashMap::new());
    for (id, (record, more)) in found {
        known_more.extend(more.map(|more| (id.clone(), more)));
        records.push((id, record));
    }
    let mut names = Names::default();
    for (name, parent, id) in named(&records) {
        names.know(name, parent, id);
    }
    for (id, record) in &records {
        if let TypedRecord::Organization(found) = record {
            names.know_code(found.code.as_deref(), id);
        }
    }
    let known = |id: &RecordId| records.binary_search_by(|(known, _)| known.cmp(id)).is_ok();
    let lists = Lists::new(sheets, &mut names, &known);
    let of_books: Vec<RecordId> =
        records.iter().filter(|(id, _)| id.is(RecordKind::Target)).map(|(id, _)| id.clone()).collect();
    known_more.extend(lists.made.iter().filter_map(|made| Some((made.id.clone(), more(&made.id, made)?))));
    records.extend(lists.made.iter().filter_map(|made| Some((made.id.clone(), figures(&made.id, made)?))));
    let ledger = Ledger::of_records(records);
    let mut targets: Vec<RecordId> =
        lists.made.iter().filter(|made| made.id.is(RecordKind::Target)).map(|made| made.id.clone()).collect();
    targets.extend(in_tree(&ledger, of_books));
    Ok((Counted { ledger, lists, targets }, known_more))
}

/// The part of a record that the calculator needs, without people's names.
fn figures(id: &RecordId, entries: &dyn Entries) -> Option<TypedRecord> {
    match id.kind()? {
        kind if kind.is_attached() && kind != RecordKind::Move => None,
        RecordKind::Assignment | RecordKind::Authority => None,
        kind => Some(match TypedRecord::read(kind, entries) {
            TypedRecord::Candidate(mut candidate) => {
                (candidate.name, candidate.citizen_id) = (None, None);
                TypedRecord::Candidate(candidate)
            }
            record => record,
        }),
    }
}

/// Organizations with their own and their parents' names.
fn named(records: &[(RecordId, TypedRecord)]) -> impl Iterator<Item = (&str, Option<&str>, &RecordId)> {
    let name = |id: &RecordId| {
        let place = records.binary_search_by(|(known, _)| known.cmp(id)).ok()?;
        match records.get(place) {
            Some((_, TypedRecord::Organization(found))) => found.name.as_deref(),
            _ => None,
        }
    };
    records.iter().filter_map(move |(id, record)| match record {
        TypedRecord::Organization(found) => Some((found.name.as_deref()?, found.parent.as_ref().and_then(name), id)),
        _ => None,
    })
}

/// Targets in the tree order of their organizations.
fn in_tree(ledger: &Ledger, targets: Vec<RecordId>) -> Vec<RecordId> {
    let mut left: HashSet<RecordId> = targets.iter().cloned().collect();
    let mut ordered = Vec::with_capacity(targets.len());
    for organization in ledger.organizations_in_tree() {
        let mut of: Vec<_> = ledger.targets_of(organization).filter(|(id, _)| left.remove(*id)).collect();
        let period = |target: &Target| target.period.map(|period| (period.first(), period.last()));
        of.sort_by_key(|(_, target)| (target.indicator, period(target), target.issuer.clone()));
        ordered.extend(of.into_iter().map(|(id, _)| id.clone()));
    }
    // Those of missing organizations.
    ordered.extend(targets.into_iter().filter(|id| left.contains(id)));
    ordered
}
