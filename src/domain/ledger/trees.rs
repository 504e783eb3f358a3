//! The ledger by the trees of other days: seen by one of them, by all of them, and a period in the parts over which the
//! tree stays the same. What the events make of one day is in `life`.

use std::borrow::Cow;
use std::sync::Arc;

use super::life::{Basis, Tree};
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::EventKind;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};

impl Ledger {
    /// The same records by another tree. Cheap: the records are shared.
    #[must_use]
    pub fn by(&self, tree: Tree) -> Ledger {
        Ledger { records: Arc::clone(&self.records), tree, ..Ledger::default() }
    }

    /// A ledger that sees organizations as they were entered, before any event, until it is told which tree to see them by:
    /// what events make of them is in the deferred chunk.
    pub fn plain() -> Ledger {
        Ledger { plain: true, ..Ledger::default() }
    }

    /// The same records with organizations as they were entered, before any event.
    #[must_use]
    pub fn before_events(&self) -> Ledger {
        Ledger { records: Arc::clone(&self.records), plain: true, ..Ledger::default() }
    }

    /// Sees the records by another tree from now on.
    pub fn see(&mut self, tree: Tree) {
        if self.plain || self.tree != tree {
            (self.tree, self.plain) = (tree, false);
            self.life.take();
            self.index.take();
        }
    }

    /// The tree by which the records are seen.
    pub const fn by_tree(&self) -> Tree {
        self.tree
    }

    /// The trees of all days: one from each day on which an organization moves or ends, and one of the time before.
    fn trees(&self) -> &[(Day, Ledger)] {
        if self.trees.get().is_none() {
            let mut trees = vec![Day::new(1900, 1, 1).unwrap_or(Day::FIRST_OF_2026)];
            for (_, event) in self.events() {
                let shapes = matches!(event.kind, Some(EventKind::Merged | EventKind::Moved | EventKind::Ended));
                if let Some((day, Err(place))) =
                    event.day.filter(|_| shapes).map(|day| (day, trees.binary_search(&day)))
                {
                    trees.insert(place, day);
                }
            }
            let made = trees.into_iter().map(|day| (day, self.by(Tree { basis: Basis::Now, day })));
            let _ = self.trees.set(made.collect());
        }
        self.trees.get().map_or(&[], Vec::as_slice)
    }

    /// The same records by the tree of a day; kept, so that it can be asked for often. Names may be those of the day of
    /// the last move or end before it.
    pub fn on(&self, day: Day) -> &Ledger {
        let trees = self.trees();
        let found = trees.iter().rev().find(|(from, _)| *from <= day);
        found.map_or(self, |(_, ledger)| ledger)
    }

    /// A period in the parts over which the tree of its results stays the same, each with the ledger by that tree.
    /// One part, unless results belong where they were on their day.
    pub(in crate::domain) fn parts(&self, organization: &RecordId, period: Period) -> Vec<(Period, Cow<'_, Ledger>)> {
        // What has ended has results in its own time only.
        let then = self.tree.basis == Basis::Then || self.end(organization).is_some();
        if !then || !self.has_events() {
            return vec![(period, Cow::Borrowed(self))];
        }
        let mut parts = Vec::new();
        let trees = self.trees();
        for (place, (from, ledger)) in trees.iter().enumerate() {
            let until = trees.get(place + 1).and_then(|(next, _)| next.plus_days(-1)).unwrap_or(Day::LAST);
            if let Some(part) = Period::new(period.first().max(*from), period.last().min(until)) {
                parts.push((part, Cow::Borrowed(ledger)));
            }
        }
        parts
    }
}
