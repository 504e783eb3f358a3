//! Files as a ledger: what the calculator needs of every record, and nothing else of it.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use super::gather::{self, gather};
use super::places::Lists;
use super::trouble::Trouble;
use crate::domain::ledger::Ledger;
use crate::domain::ledger::record::TypedRecord;
use crate::domain::ledger::records::Target;
use crate::domain::schema::entry::Entries;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::exchange::names::Names;

/// Files that were read for counting.
#[derive(Debug)]
pub struct Counted {
    /// All records, people without their names.
    pub ledger: Ledger,
    /// What came from lists.
    pub lists: Lists,
    /// The targets: those of lists as they stand there, then those of books in the order of the tree.
    pub targets: Vec<RecordId>,
}

/// Reads files for counting.
///
/// # Errors
/// Everything that cannot be read or counted.
pub fn read(paths: &[PathBuf]) -> Result<Counted, Vec<Trouble>> {
    read_with(paths, &|_, _| None::<()>).map(|(counted, _)| counted)
}

/// Reads files for counting, and `more` of the records of which there is more to know.
///
/// # Errors
/// Everything that cannot be read or counted.
pub fn read_with<D: Send>(
    paths: &[PathBuf],
    more: gather::Want<'_, D>,
) -> Result<(Counted, HashMap<RecordId, D>), Vec<Trouble>> {
    let want = |id: &RecordId, entries: &dyn Entries| Some((figures(id, entries)?, more(id, entries)));
    let gather::Gathered { records: found, sheets } = gather(paths, &want)?;
    let (mut records, mut known_more) = (Vec::with_capacity(found.len()), HashMap::new());
    for (id, (record, more)) in found {
        known_more.extend(more.map(|more| (id.clone(), more)));
        records.push((id, record));
    }
    let mut names = Names::default();
    for (name, parent, id) in named(&records) {
        names.know(name, parent, id);
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

/// What the calculator needs of a record. Nobody's name is kept.
fn figures(id: &RecordId, entries: &dyn Entries) -> Option<TypedRecord> {
    match id.kind()? {
        kind if kind.is_attached() => None,
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

/// Organizations with their names and those of what they stand under.
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

/// Targets in the order in which their organizations stand in the tree.
fn in_tree(ledger: &Ledger, targets: Vec<RecordId>) -> Vec<RecordId> {
    let mut left: HashSet<RecordId> = targets.iter().cloned().collect();
    let mut ordered = Vec::with_capacity(targets.len());
    for organization in ledger.organizations_in_tree() {
        let mut of: Vec<_> = ledger.targets_of(organization).filter(|(id, _)| left.remove(*id)).collect();
        let period = |target: &Target| target.period.map(|period| (period.first(), period.last()));
        of.sort_by_key(|(_, target)| (target.indicator, period(target), target.issuer.clone()));
        ordered.extend(of.into_iter().map(|(id, _)| id.clone()));
    }
    // Of organizations that are not there.
    ordered.extend(targets.into_iter().filter(|id| left.contains(id)));
    ordered
}
