//! The tree of organizations: ancestors, children, and settings inherited from above. The records themselves are in
//! `records`.

use super::index::finder;
use super::record::TypedRecord;
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::{CountingDay, Level};
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::letters::{fold, in_order};

/// Maximum depth of the tree. A longer chain of parents is taken as a cycle.
const DEEPEST: usize = 32;

impl Ledger {
    /// The organization directly above, if it exists.
    pub fn parent(&self, organization: &RecordId) -> Option<&RecordId> {
        let parent = self.organization(organization)?.parent.as_ref()?;
        self.has(parent).then_some(parent)
    }

    /// The organization and its ancestors, nearest first; at most `DEEPEST` items, in case of a cycle.
    pub fn line<'a>(&'a self, organization: &'a RecordId) -> impl Iterator<Item = &'a RecordId> {
        std::iter::successors(Some(organization), |at| self.parent(at)).take(DEEPEST)
    }

    /// Whether the ancestors form a cycle.
    pub fn in_circle(&self, organization: &RecordId) -> bool {
        self.line(organization).count() == DEEPEST
    }

    /// Whether `organization` is `above` or a descendant of it.
    pub fn is_within(&self, organization: &RecordId, above: &RecordId) -> bool {
        self.line(organization).any(|at| at == above)
    }

    /// The organizations directly below, sorted by name.
    pub fn children(&self, organization: &RecordId) -> Vec<RecordId> {
        self.named(&|id| self.parent(id) == Some(organization) && id != organization)
    }

    /// The organizations without a parent, and those in a cycle.
    pub fn roots(&self) -> Vec<RecordId> {
        self.named(&|id| self.parent(id).is_none() || self.in_circle(id))
    }

    fn named(&self, wanted: &dyn Fn(&RecordId) -> bool) -> Vec<RecordId> {
        let found = self.organizations().map(|(id, _)| id.clone()).filter(wanted);
        in_order(found, |id| fold(self.organization_name(id).unwrap_or_default()))
    }

    /// Every organization with its depth, parents before children, siblings sorted by name.
    pub fn tree(&self) -> Vec<(usize, RecordId)> {
        // Indices instead of ids: the tree of hundreds of cells is rebuilt on every keystroke.
        let organizations = self.of(RecordKind::Organization);
        let place = finder(organizations);
        let above = |(_, record): &(RecordId, TypedRecord)| match record {
            TypedRecord::Organization(found) => found.parent.as_ref().and_then(&place),
            _ => None,
        };
        let above: Vec<Option<usize>> = organizations.iter().map(above).collect();
        let next = |at: &usize| above.get(*at).copied().flatten();
        // The children of each organization; `None` once its row is written.
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
            // A root, or a member of a cycle.
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

    /// How much of a dossier is stored for an organization: its own setting, else that of the nearest ancestor, else
    /// [`Level::Steps`].
    pub fn level(&self, organization: &RecordId) -> Level {
        self.line(organization).find_map(|id| self.organization(id)?.level).unwrap_or(Level::Steps)
    }

    /// The day by which an organization counts admissions: its own setting, else that of the nearest ancestor, else
    /// the ceremony.
    pub fn counting_day(&self, organization: &RecordId) -> CountingDay {
        self.line(organization).find_map(|id| self.organization(id)?.counting_day).unwrap_or(CountingDay::Ceremony)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::schema::entry::Entries;
    use crate::domain::schema::field::Field;

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
