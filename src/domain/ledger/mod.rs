//! All records of a book as typed values: each kind, all of them together, the tree of organizations, and the
//! register of members. Knows `schema` and `value`. Where the values come from is the book's business, what
//! they mean for an admission that of `admission`, counting that of `calculator`.

pub mod attached;
pub mod candidate;
mod index;
pub mod members;
pub mod office;
pub mod record;
pub mod records;
mod tree;

use std::ops::Range;
use std::sync::OnceLock;

use crate::domain::ledger::attached::Attached;
use crate::domain::ledger::candidate::Candidate;
use crate::domain::ledger::index::Index;
use crate::domain::ledger::office::{Assignment, Authority, Member};
use crate::domain::ledger::record::{Texts, TypedRecord};
use crate::domain::ledger::records::{Headcount, Organization, Target, Total, Village};
use crate::domain::schema::entry::Entries;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;

/// Every record that this version understands, deleted ones left out. Kept in the order of
/// their ids, so that those of one kind stand together.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    records: Vec<(RecordId, TypedRecord)>,
    /// Made when first asked for; every record that comes, goes or moves takes it away.
    index: OnceLock<Index>,
}

impl PartialEq for Ledger {
    fn eq(&self, other: &Ledger) -> bool {
        self.records == other.records
    }
}

impl Eq for Ledger {}

macro_rules! kinds {
    ($($(#[$doc:meta])* $all:ident $(#[$about:meta])* $one:ident $kind:ident;)+) => {$(
        $(#[$doc])*
        pub fn $all(&self) -> impl Iterator<Item = (&RecordId, &$kind)> {
            self.of(RecordKind::$kind).iter().filter_map(|(id, record)| match record {
                TypedRecord::$kind(found) => Some((id, found)),
                _ => None,
            })
        }

        $(#[$about])*
        pub fn $one(&self, id: &RecordId) -> Option<&$kind> {
            match self.get(id)? {
                TypedRecord::$kind(found) => Some(found),
                _ => None,
            }
        }
    )+};
}

impl Ledger {
    /// All records at once, in any order; of two with one id the first.
    pub fn of_records(mut records: Vec<(RecordId, TypedRecord)>) -> Ledger {
        records.sort_by(|(one, _), (other, _)| one.cmp(other));
        records.dedup_by(|(later, _), (earlier, _)| later == earlier);
        Ledger { records, index: OnceLock::new() }
    }

    kinds! {
        /// Committees and cells.
        organizations
        /// One organization.
        organization Organization;
        /// Villages.
        villages
        /// One village.
        village Village;
        /// Member counts.
        headcounts
        /// One member count.
        headcount Headcount;
        /// Targets.
        targets
        /// One target.
        target Target;
        /// Entered totals.
        totals
        /// One total.
        total Total;
        /// Who decides on admissions.
        authorities
        /// One setting of that.
        authority Authority;
        /// Who is in charge of what.
        assignments
        /// One of them.
        assignment Assignment;
        /// Members of the register.
        members_listed
        /// One member.
        member Member;
        /// Candidates.
        candidates
        /// One candidate.
        candidate Candidate;
    }

    /// Records of a kind that a committee plans with, as they are written: `planning` reads them.
    pub(in crate::domain) fn planning(&self, kind: RecordKind) -> impl Iterator<Item = (&RecordId, &Texts)> {
        self.of(kind).iter().filter_map(|(id, record)| match record {
            TypedRecord::Planning(texts) => Some((id, texts)),
            _ => None,
        })
    }

    /// Takes in a record anew, in place of what was known of it. Unknown kinds are left out.
    pub fn put(&mut self, id: &RecordId, entries: &dyn Entries) {
        let Some(kind) = id.kind() else { return };
        let record = TypedRecord::read(kind, entries);
        // A book is read in the order of its ids.
        let place = match self.records.last() {
            Some((last, _)) if id > last => Err(self.records.len()),
            _ => self.place(id),
        };
        match place {
            Ok(place) => {
                if let Some((_, known)) = self.records.get_mut(place) {
                    // Most edits move nothing.
                    if kind == RecordKind::Organization || known.home() != record.home() {
                        self.index.take();
                    }
                    *known = record;
                }
            }
            Err(place) => {
                self.index.take();
                self.records.insert(place, (id.clone(), record));
            }
        }
    }

    /// Leaves out a record that was deleted.
    pub fn remove(&mut self, id: &RecordId) {
        if let Ok(place) = self.place(id) {
            self.index.take();
            self.records.remove(place);
        }
    }

    /// Whether there is such a record.
    pub fn has(&self, id: &RecordId) -> bool {
        self.get(id).is_some()
    }

    fn get(&self, id: &RecordId) -> Option<&TypedRecord> {
        self.records.get(self.place(id).ok()?).map(|(_, record)| record)
    }

    fn place(&self, id: &RecordId) -> Result<usize, usize> {
        self.records.binary_search_by(|(known, _)| known.cmp(id))
    }

    /// The records of one kind.
    fn of(&self, kind: RecordKind) -> &[(RecordId, TypedRecord)] {
        self.records.get(self.range(kind)).unwrap_or_default()
    }

    /// Where the records of one kind are.
    fn range(&self, kind: RecordKind) -> Range<usize> {
        // No kind's word is the beginning of another's.
        let word = kind.prefix().as_bytes();
        let begins = |id: &RecordId| {
            let id = id.as_str().as_bytes();
            id.get(..word.len()).unwrap_or(id).cmp(word)
        };
        let first = self.records.partition_point(|(id, _)| begins(id).is_lt());
        first..self.records.partition_point(|(id, _)| begins(id).is_le())
    }

    /// Whether there is any record of a kind.
    pub fn has_any(&self, kind: RecordKind) -> bool {
        !self.of(kind).is_empty()
    }

    /// What belongs to a candidate of one kind of records, in the order of their ids.
    pub fn attached(&self, kind: RecordKind, candidate: &RecordId) -> impl Iterator<Item = (&RecordId, &Attached)> {
        let begin = format!("{}:{}_", kind.prefix(), candidate.name());
        let first = self.records.partition_point(|(id, _)| id.as_str() < begin.as_str());
        let rest = self.records.get(first..).unwrap_or_default().iter();
        rest.take_while(move |(id, _)| id.as_str().starts_with(&begin)).filter_map(|(id, record)| match record {
            // A candidate's name may have the sign between in it.
            TypedRecord::Attached(found) if id.candidate().as_ref() == Some(candidate) => Some((id, found)),
            _ => None,
        })
    }

    /// The organization's member count that was entered for the latest day on or before `on`, with that day.
    pub fn headcount_on(&self, organization: &RecordId, on: Day) -> Option<(Day, &Headcount)> {
        let counts = self.headcounts_of(organization);
        let counts = counts.filter_map(|(_, found)| Some((found.day.filter(|day| *day <= on)?, found.members?, found)));
        counts.max_by_key(|(day, members, _)| (*day, *members)).map(|(day, _, found)| (day, found))
    }

    /// The organization's member count of the latest day on or before `on`, with that day.
    pub fn members(&self, organization: &RecordId, on: Day) -> Option<(Day, u32)> {
        self.headcount_on(organization, on).and_then(|(day, found)| Some((day, found.members?)))
    }

    /// Name of an organization, if it has one.
    pub fn organization_name(&self, organization: &RecordId) -> Option<&str> {
        self.organization(organization)?.name.as_deref()
    }
}
