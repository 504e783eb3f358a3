//! The tree of organizations: ancestors, children, and settings inherited from above. The records themselves are in
//! `records`.

use super::index::finder;
use super::life::DEEPEST;
use super::record::TypedRecord;
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::{CountingDay, Level};
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::letters::{fold, in_order};

/// How many of what others are below are remembered at once.
const FEW: usize = 15;

impl Ledger {
    /// The organization directly above on the tree's day, if it exists: as entered, or the one that continues it.
    pub fn parent(&self, organization: &RecordId) -> Option<&RecordId> {
        let stated = self.stated_parent(organization)?;
        let above = self.heir(stated);
        // A committee that became part of what was below it leaves that one below the committee's own.
        let above = match above == organization && stated != organization {
            true => self.stated_parent(stated).map(|next| self.heir(next)).filter(|next| *next != organization)?,
            false => above,
        };
        self.end(above).is_none().then_some(above)
    }

    /// The organization and its ancestors, nearest first; at most `DEEPEST` items, in case of a cycle.
    pub fn line<'a>(&'a self, organization: &'a RecordId) -> impl Iterator<Item = &'a RecordId> {
        std::iter::successors(Some(organization), |at| self.parent(at)).take(DEEPEST)
    }

    /// Whether the ancestors form a cycle.
    pub fn in_circle(&self, organization: &RecordId) -> bool {
        self.line(organization).count() == DEEPEST
    }

    /// Whether `organization`, or the one that continues it, is `above` or a descendant of it.
    pub fn is_within(&self, organization: &RecordId, above: &RecordId) -> bool {
        organization == above || self.line(self.heir(organization)).any(|at| at == above)
    }

    /// The organizations directly below on the tree's day, without ended ones, sorted by name.
    pub fn children(&self, organization: &RecordId) -> Vec<RecordId> {
        self.named(&|id| self.parent(id) == Some(organization) && id != organization)
    }

    /// The organizations without a parent, and those in a cycle, without ended ones.
    pub fn roots(&self) -> Vec<RecordId> {
        // Most have the same few above them: whoever is below one of these need not be followed to the top.
        let mut rooted: Vec<&RecordId> = Vec::new();
        let mut found = Vec::new();
        for (id, _) in self.organizations().filter(|(id, _)| self.end(id).is_none()) {
            match self.parent(id) {
                Some(above) if rooted.contains(&above) => {}
                Some(above) if !self.in_circle(id) => {
                    rooted.truncate(FEW);
                    rooted.insert(0, above);
                }
                _ => found.push(id.clone()),
            }
        }
        in_order(found.into_iter(), |id| fold(self.organization_name(id).unwrap_or_default()))
    }

    fn named(&self, wanted: &dyn Fn(&RecordId) -> bool) -> Vec<RecordId> {
        let found = self.organizations().map(|(id, _)| id).filter(|id| self.end(id).is_none() && wanted(id));
        in_order(found.cloned(), |id| fold(self.organization_name(id).unwrap_or_default()))
    }

    /// The ended organizations, sorted by name.
    pub fn ended(&self) -> Vec<RecordId> {
        let found = self.organizations().map(|(id, _)| id.clone()).filter(|id| self.end(id).is_some());
        in_order(found, |id| fold(self.organization_name(id).unwrap_or_default()))
    }

    /// Every organization with its depth, parents before children, siblings sorted by name; ended ones as roots of their own.
    pub(super) fn rows(&self) -> Vec<(usize, RecordId)> {
        // Indices instead of ids, since there may be hundreds of cells.
        let organizations = self.of(RecordKind::Organization);
        let place = finder(organizations);
        let above = |(id, _): &(RecordId, TypedRecord)| match self.end(id) {
            None => self.parent(id).and_then(&place),
            Some(_) => None,
        };
        let above: Vec<Option<usize>> = organizations.iter().map(above).collect();
        let next = |at: &usize| above.get(*at).copied().flatten();
        // The children of each organization; `None` once its row is written.
        let mut below: Vec<Option<Vec<usize>>> = organizations.iter().map(|_| Some(Vec::new())).collect();
        let mut open: Vec<(usize, usize)> = Vec::new();
        let name = |at: &usize| {
            fold(organizations.get(*at).and_then(|(id, _)| self.organization_name(id)).unwrap_or_default())
        };
        let ended = |at: &usize| organizations.get(*at).is_some_and(|(id, _)| self.end(id).is_some());
        // The last one pushed comes first.
        let by_name = in_order(0..organizations.len(), name).into_iter().rev();
        let (mut order, mut live): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        for at in by_name {
            if ended(&at) { order.push(at) } else { live.push(at) }
        }
        order.append(&mut live);
        for at in order {
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
