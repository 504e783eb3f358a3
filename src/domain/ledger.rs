//! All records of a book as typed values, and the tree that the organizations form.
//! Counting is in `tally`; where the values come from is the book's business.

use std::ops::Range;
use std::sync::OnceLock;

use super::attached::Attached;
use super::choice::{CountingDay, Level};
use super::day::Day;
use super::entry::Entries;
use super::id::{RecordId, RecordKind};
use super::index::{Index, finder};
use super::letters::{fold, in_order};
use super::office::{Assignment, Authority, Member};
use super::record::{Record, Texts};
use super::records::{Candidate, Headcount, Organization, Target, Total, Village};

/// Every record that this version understands, deleted ones left out. Kept in the order of
/// their ids, so that those of one kind stand together.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    pub(super) records: Vec<(RecordId, Record)>,
    /// Made when first asked for; every record that comes, goes or moves takes it away.
    pub(super) index: OnceLock<Index>,
}

impl PartialEq for Ledger {
    fn eq(&self, other: &Ledger) -> bool {
        self.records == other.records
    }
}

impl Eq for Ledger {}

/// No line of organizations is longer; one that is runs in a circle.
const DEEPEST: usize = 32;

macro_rules! kinds {
    ($($(#[$doc:meta])* $all:ident $(#[$about:meta])* $one:ident $kind:ident;)+) => {$(
        $(#[$doc])*
        pub fn $all(&self) -> impl Iterator<Item = (&RecordId, &$kind)> {
            self.of(RecordKind::$kind).iter().filter_map(|(id, record)| match record {
                Record::$kind(found) => Some((id, found)),
                _ => None,
            })
        }

        $(#[$about])*
        pub fn $one(&self, id: &RecordId) -> Option<&$kind> {
            match self.get(id)? {
                Record::$kind(found) => Some(found),
                _ => None,
            }
        }
    )+};
}

impl Ledger {
    /// All records at once, in any order; of two with one id the first.
    pub fn of_records(mut records: Vec<(RecordId, Record)>) -> Ledger {
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
    pub(super) fn planning(&self, kind: RecordKind) -> impl Iterator<Item = (&RecordId, &Texts)> {
        self.of(kind).iter().filter_map(|(id, record)| match record {
            Record::Planning(texts) => Some((id, texts)),
            _ => None,
        })
    }

    /// Takes in a record anew, in place of what was known of it. Unknown kinds are left out.
    pub fn put(&mut self, id: &RecordId, entries: &dyn Entries) {
        let Some(kind) = id.kind() else { return };
        let record = Record::read(kind, entries);
        match self.place(id) {
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

    fn get(&self, id: &RecordId) -> Option<&Record> {
        self.records.get(self.place(id).ok()?).map(|(_, record)| record)
    }

    fn place(&self, id: &RecordId) -> Result<usize, usize> {
        self.records.binary_search_by(|(known, _)| known.cmp(id))
    }

    /// The records of one kind.
    pub(super) fn of(&self, kind: RecordKind) -> &[(RecordId, Record)] {
        self.records.get(self.range(kind)).unwrap_or_default()
    }

    /// Where the records of one kind are.
    pub(super) fn range(&self, kind: RecordKind) -> Range<usize> {
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
            Record::Attached(found) if id.candidate().as_ref() == Some(candidate) => Some((id, found)),
            _ => None,
        })
    }

    /// How much of a dossier is kept for people of an organization: its own choice, else that of
    /// the nearest one above, else the least.
    pub fn level(&self, organization: &RecordId) -> Level {
        self.line(organization).find_map(|id| self.organization(id)?.level).unwrap_or(Level::Steps)
    }

    /// The organization directly above, if it is there.
    pub fn parent(&self, organization: &RecordId) -> Option<&RecordId> {
        let parent = self.organization(organization)?.parent.as_ref()?;
        self.has(parent).then_some(parent)
    }

    /// The organization and those above it, upwards; stops where the line runs in a circle.
    pub fn line<'a>(&'a self, organization: &'a RecordId) -> impl Iterator<Item = &'a RecordId> {
        std::iter::successors(Some(organization), |at| self.parent(at)).take(DEEPEST)
    }

    /// Whether the line upwards runs in a circle.
    pub fn in_circle(&self, organization: &RecordId) -> bool {
        self.line(organization).count() == DEEPEST
    }

    /// Whether the organization is `above` or lies anywhere below it.
    pub fn is_within(&self, organization: &RecordId, above: &RecordId) -> bool {
        self.line(organization).any(|at| at == above)
    }

    /// The organizations directly below, in the order of their names.
    pub fn children(&self, organization: &RecordId) -> Vec<RecordId> {
        self.named(&|id| self.parent(id) == Some(organization) && id != organization)
    }

    /// The organizations that stand at the top: with nothing above, or in a circle.
    pub fn roots(&self) -> Vec<RecordId> {
        self.named(&|id| self.parent(id).is_none() || self.in_circle(id))
    }

    fn named(&self, wanted: &dyn Fn(&RecordId) -> bool) -> Vec<RecordId> {
        let found = self.organizations().map(|(id, _)| id.clone()).filter(wanted);
        in_order(found, |id| fold(self.organization_name(id).unwrap_or_default()))
    }

    /// Every organization with its depth, parents before children, each among its like by name.
    pub fn tree(&self) -> Vec<(usize, RecordId)> {
        // Places instead of ids: hundreds of cells below one committee are drawn at every letter typed.
        let organizations = self.of(RecordKind::Organization);
        let place = finder(organizations);
        let above = |(_, record): &(RecordId, Record)| match record {
            Record::Organization(found) => found.parent.as_ref().and_then(&place),
            _ => None,
        };
        let above: Vec<Option<usize>> = organizations.iter().map(above).collect();
        let next = |at: &usize| above.get(*at).copied().flatten();
        // What stands directly below each, until it is drawn itself; then `None`.
        let mut below: Vec<Option<Vec<usize>>> = organizations.iter().map(|_| Some(Vec::new())).collect();
        let mut open: Vec<(usize, usize)> = Vec::new();
        let name = |at: &usize| {
            fold(organizations.get(*at).and_then(|(id, _)| self.organization_name(id)).unwrap_or_default())
        };
        for at in in_order(0..organizations.len(), name).into_iter().rev() {
            match next(&at) {
                Some(parent) if parent != at => {
                    if let Some(Some(below)) = below.get_mut(parent) {
                        below.push(at);
                    }
                }
                _ => {}
            }
            // Nothing above, or above itself.
            if std::iter::successors(Some(at), next).take(DEEPEST).count() == DEEPEST || next(&at).is_none() {
                open.push((0, at));
            }
        }
        let mut rows: Vec<(usize, RecordId)> = Vec::new();
        while let Some((depth, at)) = open.pop() {
            let children = below.get_mut(at).and_then(Option::take);
            if let (Some((id, _)), Some(children)) = (organizations.get(at), children) {
                open.extend(children.into_iter().map(|child| (depth + 1, child)));
                rows.push((depth, id.clone()));
            }
        }
        rows
    }

    /// Day of an admission that counts for the organization: its own choice, else that of the
    /// nearest one above, else the ceremony.
    pub fn counting_day(&self, organization: &RecordId) -> CountingDay {
        self.line(organization).find_map(|id| self.organization(id)?.counting_day).unwrap_or(CountingDay::Ceremony)
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::field::Field;

    struct Parent(Option<&'static str>);

    impl Entries for Parent {
        fn text(&self, field: Field) -> Option<&str> {
            (field == Field::OrganizationParent).then_some(self.0).flatten()
        }
    }

    fn id(name: &str) -> RecordId {
        RecordId::of(RecordKind::Organization, name).unwrap_or_else(|| unreachable!("{name}"))
    }

    fn ledger(rows: &[(&str, Option<&'static str>)]) -> Ledger {
        let mut ledger = Ledger::default();
        for (name, parent) in rows {
            ledger.put(&id(name), &Parent(*parent));
        }
        ledger
    }

    #[test]
    fn every_organization_stands_in_the_tree_once_even_in_a_circle() {
        let ledger = ledger(&[
            ("a", None),
            ("b", Some("organization:a")),
            ("c", Some("organization:b")),
            ("lost", Some("organization:nowhere")),
            ("x", Some("organization:y")),
            ("y", Some("organization:x")),
            ("z", Some("organization:y")),
            ("self", Some("organization:self")),
        ]);
        let tree = ledger.tree();
        let names: BTreeSet<_> = tree.iter().map(|(_, id)| id.clone()).collect();
        assert_eq!((tree.len(), names.len()), (8, 8));
        assert_eq!(tree.iter().find(|(_, at)| *at == id("c")).map(|(depth, _)| *depth), Some(2));
        let below: Vec<_> =
            tree.iter().filter(|(_, at)| ledger.is_within(at, &id("a"))).map(|(_, at)| at.clone()).collect();
        assert_eq!(below, [id("a"), id("b"), id("c")]);
        for (name, circle) in [("a", false), ("c", false), ("x", true), ("z", true), ("self", true), ("lost", false)] {
            assert_eq!(ledger.in_circle(&id(name)), circle, "{name}");
        }
    }
}
