//! All records of a book as typed values, and the tree that the organizations form.
//! Counting is in `tally`; where the values come from is the book's business.

use std::collections::{BTreeMap, BTreeSet};

use super::choice::CountingDay;
use super::day::Day;
use super::entry::Entries;
use super::id::{RecordId, RecordKind};
use super::records::{Candidate, Headcount, Organization, Target, Total, Village};

/// Every record that this version understands, deleted ones left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Committees and cells.
    pub organizations: BTreeMap<RecordId, Organization>,
    /// Villages.
    pub villages: BTreeMap<RecordId, Village>,
    /// Member counts.
    pub headcounts: BTreeMap<RecordId, Headcount>,
    /// Targets.
    pub targets: BTreeMap<RecordId, Target>,
    /// Entered totals.
    pub totals: BTreeMap<RecordId, Total>,
    /// Candidates.
    pub candidates: BTreeMap<RecordId, Candidate>,
}

impl Ledger {
    /// Takes in a record anew, in place of what was known of it. Unknown kinds are left out.
    pub fn put(&mut self, id: &RecordId, entries: &impl Entries) {
        let id = id.clone();
        match id.kind() {
            Some(RecordKind::Organization) => drop(self.organizations.insert(id, Organization::read(entries))),
            Some(RecordKind::Village) => drop(self.villages.insert(id, Village::read(entries))),
            Some(RecordKind::Headcount) => drop(self.headcounts.insert(id, Headcount::read(entries))),
            Some(RecordKind::Target) => drop(self.targets.insert(id, Target::read(entries))),
            Some(RecordKind::Total) => drop(self.totals.insert(id, Total::read(entries))),
            Some(RecordKind::Candidate) => drop(self.candidates.insert(id, Candidate::read(entries))),
            None => {}
        }
    }

    /// Leaves out a record that was deleted.
    pub fn remove(&mut self, id: &RecordId) {
        match id.kind() {
            Some(RecordKind::Organization) => drop(self.organizations.remove(id)),
            Some(RecordKind::Village) => drop(self.villages.remove(id)),
            Some(RecordKind::Headcount) => drop(self.headcounts.remove(id)),
            Some(RecordKind::Target) => drop(self.targets.remove(id)),
            Some(RecordKind::Total) => drop(self.totals.remove(id)),
            Some(RecordKind::Candidate) => drop(self.candidates.remove(id)),
            None => {}
        }
    }

    /// Whether there is such a record.
    pub fn has(&self, id: &RecordId) -> bool {
        self.organizations.contains_key(id)
            || self.candidates.contains_key(id)
            || self.targets.contains_key(id)
            || self.totals.contains_key(id)
            || self.headcounts.contains_key(id)
            || self.villages.contains_key(id)
    }

    /// The organization directly above, if it is there.
    pub fn parent(&self, organization: &RecordId) -> Option<&RecordId> {
        let parent = self.organizations.get(organization)?.parent.as_ref()?;
        self.organizations.contains_key(parent).then_some(parent)
    }

    /// The organization and those above it, upwards. Ends where the line would run in a circle.
    pub fn line(&self, organization: &RecordId) -> Vec<RecordId> {
        let mut line = vec![organization.clone()];
        let mut at = organization;
        while let Some(parent) = self.parent(at) {
            if line.contains(parent) {
                break;
            }
            line.push(parent.clone());
            at = parent;
        }
        line
    }

    /// Whether the organization is `above` or lies anywhere below it.
    pub fn is_within(&self, organization: &RecordId, above: &RecordId) -> bool {
        self.line(organization).contains(above)
    }

    /// The organizations directly below, in the order of their names.
    pub fn children(&self, organization: &RecordId) -> Vec<RecordId> {
        let below =
            self.organizations.iter().filter(|(id, _)| self.parent(id) == Some(organization) && *id != organization);
        in_order(below)
    }

    /// The organization and everything below it.
    pub fn subtree(&self, organization: &RecordId) -> BTreeSet<RecordId> {
        self.organizations.keys().filter(|id| self.is_within(id, organization)).cloned().collect()
    }

    /// The organizations that stand at the top: with nothing above, or in a circle.
    pub fn roots(&self) -> Vec<RecordId> {
        let top = self.organizations.iter().filter(|(id, _)| match self.line(id).last() {
            Some(last) => last == *id || self.parent(last).is_some(),
            None => true,
        });
        in_order(top)
    }

    /// Every organization with its depth, parents before children.
    pub fn tree(&self) -> Vec<(usize, RecordId)> {
        let mut rows = Vec::new();
        let mut seen = BTreeSet::new();
        let mut open: Vec<(usize, RecordId)> = self.roots().into_iter().rev().map(|id| (0, id)).collect();
        while let Some((depth, id)) = open.pop() {
            if seen.insert(id.clone()) {
                open.extend(self.children(&id).into_iter().rev().map(|child| (depth + 1, child)));
                rows.push((depth, id));
            }
        }
        rows
    }

    /// Day of an admission that counts for the organization: its own choice, else that of the
    /// nearest one above, else the ceremony.
    pub fn counting_day(&self, organization: &RecordId) -> CountingDay {
        self.line(organization)
            .iter()
            .find_map(|id| self.organizations.get(id)?.counting_day)
            .unwrap_or(CountingDay::Ceremony)
    }

    /// The organization's member count of the latest day on or before `on`, with that day.
    pub fn members(&self, organization: &RecordId, on: Day) -> Option<(Day, u32)> {
        self.headcounts
            .values()
            .filter(|headcount| headcount.organization.as_ref() == Some(organization))
            .filter_map(|headcount| Some((headcount.day?, headcount.members?)))
            .filter(|(day, _)| *day <= on)
            .max()
    }

    /// Name of an organization, if it has one.
    pub fn organization_name(&self, organization: &RecordId) -> Option<&str> {
        self.organizations.get(organization)?.name.as_deref()
    }
}

fn in_order<'a>(organizations: impl Iterator<Item = (&'a RecordId, &'a Organization)>) -> Vec<RecordId> {
    let mut named: Vec<(String, RecordId)> = organizations
        .map(|(id, organization)| (super::letters::fold(organization.name.as_deref().unwrap_or_default()), id.clone()))
        .collect();
    named.sort();
    named.into_iter().map(|(_, id)| id).collect()
}

#[cfg(test)]
mod tests {
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
        assert_eq!(ledger.subtree(&id("a")), [id("a"), id("b"), id("c")].into());
        assert_eq!(ledger.subtree(&id("self")), [id("self")].into());
    }
}
