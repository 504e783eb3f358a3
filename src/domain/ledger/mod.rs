//! All records of a book as typed values: the types of each kind, the ledger of all records, the tree of
//! organizations, and the register of members. Depends on `schema` and `value`. Building a ledger from a book is in
//! `book`, the rules of admission are in `admission`, counting is in `calculator`.

pub mod attached;
pub mod candidate;
mod change;
pub mod event;
mod index;
pub mod life;
pub mod members;
mod moves;
pub mod namesakes;
pub mod office;
pub mod record;
pub mod records;
pub mod rules;
mod tree;
mod trees;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::domain::ledger::attached::Attached;
use crate::domain::ledger::candidate::Candidate;
use crate::domain::ledger::event::Event;
use crate::domain::ledger::index::Index;
use crate::domain::ledger::life::{Life, Tree};
use crate::domain::ledger::office::{Assignment, Authority, Member};
use crate::domain::ledger::record::{Texts, TypedRecord};
use crate::domain::ledger::records::{Headcount, Organization, Target, Total, Village};
use crate::domain::ledger::rules::Given;
use crate::domain::regulation::{OfficeRules, Regulation};
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;

/// All records of kinds that this version knows, except deleted ones. Sorted by id, so that records of one kind are
/// adjacent.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    records: Arc<Vec<(RecordId, TypedRecord)>>,
    /// By which tree of organizations they are seen.
    tree: Tree,
    /// Whether they are seen as entered, whatever the tree.
    plain: bool,
    /// What the events make of the organizations. Built on first use; reset when either changes.
    life: OnceLock<Life>,
    /// This ledger by the trees of all days. Built on first use; reset with every change.
    trees: OnceLock<Vec<(Day, Ledger)>>,
    /// Built on first use; reset when a record is added, removed or moved.
    index: OnceLock<Index>,
    /// The regulation with what offices add to it. Built on first use; reset when one of those records changes.
    regulation: OnceLock<Regulation>,
}

impl PartialEq for Ledger {
    fn eq(&self, other: &Ledger) -> bool {
        self.records == other.records && self.tree == other.tree
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
    /// Builds a ledger from records in any order. Of two with the same id the first is kept.
    pub fn of_records(mut records: Vec<(RecordId, TypedRecord)>) -> Ledger {
        records.sort_by(|(one, _), (other, _)| one.cmp(other));
        records.dedup_by(|(later, _), (earlier, _)| later == earlier);
        let mut ledger = Ledger { records: Arc::new(records), ..Ledger::default() };
        ledger.settle_all_moves();
        ledger
    }

    kinds! {
        /// Committees and cells as entered, before any event.
        as_all_entered
        /// One organization as entered.
        as_entered Organization;
        /// Changes in the life of organizations.
        events
        /// One change.
        event Event;
        /// Villages.
        villages
        /// One village.
        village Village;
        /// Headcounts.
        headcounts
        /// One headcount.
        headcount Headcount;
        /// Targets.
        targets
        /// One target.
        target Target;
        /// Entered totals.
        totals
        /// One total.
        total Total;
        /// Settings of the deciding body.
        authorities
        /// One setting.
        authority Authority;
        /// Assignments of committee members.
        assignments
        /// One assignment.
        assignment Assignment;
        /// Members entered in the register.
        members_listed
        /// One member.
        member Member;
        /// Candidates.
        candidates
        /// One candidate.
        candidate Candidate;
    }

    /// Records of a kind that is not parsed here.
    pub(in crate::domain) fn unparsed(&self, kind: RecordKind) -> impl Iterator<Item = (&RecordId, &Texts)> {
        self.of(kind).iter().filter_map(|(id, record)| match record {
            TypedRecord::Unparsed(texts) => Some((id, texts)),
            _ => None,
        })
    }

    /// Whether the record exists.
    pub fn has(&self, id: &RecordId) -> bool {
        self.get(id).is_some()
    }

    fn get(&self, id: &RecordId) -> Option<&TypedRecord> {
        self.records.get(self.place(id).ok()?).map(|(_, record)| record)
    }

    fn place(&self, id: &RecordId) -> Result<usize, usize> {
        self.records.binary_search_by(|(known, _)| known.cmp(id))
    }

    /// The records of a kind.
    fn of(&self, kind: RecordKind) -> &[(RecordId, TypedRecord)] {
        self.records.get(self.range(kind)).unwrap_or_default()
    }

    /// The range of the records of a kind.
    fn range(&self, kind: RecordKind) -> Range<usize> {
        // No prefix is the beginning of another one.
        let word = kind.prefix().as_bytes();
        let begins = |id: &RecordId| {
            let id = id.as_str().as_bytes();
            id.get(..word.len()).unwrap_or(id).cmp(word)
        };
        let first = self.records.partition_point(|(id, _)| begins(id).is_lt());
        first..self.records.partition_point(|(id, _)| begins(id).is_le())
    }

    /// The ids of all records of a kind.
    pub fn ids(&self, kind: RecordKind) -> impl Iterator<Item = &RecordId> {
        self.of(kind).iter().map(|(id, _)| id)
    }

    /// Whether there is a record of this kind.
    pub fn has_any(&self, kind: RecordKind) -> bool {
        !self.of(kind).is_empty()
    }

    /// Records of a kind that belong to a candidate, in id order.
    pub fn attached(&self, kind: RecordKind, candidate: &RecordId) -> impl Iterator<Item = (&RecordId, &Attached)> {
        let begin = format!("{}:{}_", kind.prefix(), candidate.name());
        let first = self.records.partition_point(|(id, _)| id.as_str() < begin.as_str());
        let rest = self.records.get(first..).unwrap_or_default().iter();
        rest.take_while(move |(id, _)| id.as_str().starts_with(&begin)).filter_map(|(id, record)| match record {
            // A candidate's name may itself contain `_`.
            TypedRecord::Attached(found) if id.candidate().as_ref() == Some(candidate) => Some((id, found)),
            _ => None,
        })
    }

    /// The latest headcount of the organization on or before `on`, with its day.
    pub fn headcount_on(&self, organization: &RecordId, on: Day) -> Option<(Day, &Headcount)> {
        let counts = self.headcounts_of(organization);
        let counts = counts.filter_map(|(_, found)| Some((found.day.filter(|day| *day <= on)?, found.members?, found)));
        counts.max_by_key(|(day, members, _)| (*day, *members)).map(|(day, _, found)| (day, found))
    }

    /// The member count of the latest headcount on or before `on`, with its day.
    pub fn members(&self, organization: &RecordId, on: Day) -> Option<(Day, u32)> {
        self.headcount_on(organization, on).and_then(|(day, found)| Some((day, found.members?)))
    }

    /// The regulation that the records are checked by: the program's, with what offices add to it.
    pub fn regulation(&self) -> &Regulation {
        if !self.has_any(RecordKind::OfficeRules) {
            return Regulation::built_in();
        }
        if self.regulation.get().is_none() {
            let all: Vec<OfficeRules> = self.office_rules().into_iter().map(|(_, rules)| rules).collect();
            let _ = self.regulation.set(Regulation::with(&all));
        }
        self.regulation.get().unwrap_or(Regulation::built_in())
    }

    /// What offices add to the regulation, with the records, in id order.
    pub fn office_rules(&self) -> Vec<(RecordId, OfficeRules)> {
        let found = self.unparsed(RecordKind::OfficeRules);
        found.filter_map(|(id, texts)| Some((id.clone(), rules::read(texts)?))).collect()
    }

    /// Adds what an office says, in the place of what was known of the same instrument or year.
    pub fn put_rules(&mut self, given: &OfficeRules) {
        if let Some(id) = rules::record(given) {
            self.put(&id, &Given(rules::fields(given)));
        }
    }

    /// Name of an organization on the tree's day, if entered.
    pub fn organization_name(&self, organization: &RecordId) -> Option<&str> {
        self.organization(organization)?.name.as_deref()
    }
}
