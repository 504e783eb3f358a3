//! Organizations through time: what the events make of them on a day, which one continues an ended one. The
//! events as records are in `event`, the trees of all days in `trees`, the walk up and down one tree is in `tree`.

use super::event::Event;
use super::records::Organization;
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::EventKind;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::domain::value::letters::in_order;

/// Maximum depth of the tree. A longer chain of parents is taken as a cycle.
pub(super) const DEEPEST: usize = 32;

/// How results are grouped where organizations changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// Each result belongs to the organization under which its own stood on the day of the result.
    #[doc(alias = "theo tổ chức lúc đó")]
    #[default]
    Then,
    /// Each result belongs to the organization under which it, or the one that continues it, stands on the tree's day.
    #[doc(alias = "theo tổ chức hiện nay")]
    Now,
}

impl Basis {
    /// Both.
    pub const ALL: [Basis; 2] = [Basis::Then, Basis::Now];

    /// Stored key, also used by the command.
    pub const fn key(self) -> &'static str {
        match self {
            Basis::Then => "then",
            Basis::Now => "now",
        }
    }
}

/// By which tree of organizations the records are seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tree {
    /// How results are grouped.
    pub basis: Basis,
    /// Names, kinds, parents and rows are those of this day.
    pub day: Day,
}

impl Default for Tree {
    /// After all events.
    fn default() -> Tree {
        Tree { basis: Basis::Now, day: Day::LAST }
    }
}

/// The end of an organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// First day without it.
    pub day: Day,
    /// The one that continues it; `None` if none does, or several.
    pub into: Option<RecordId>,
    /// Whether several continue it, so that its own figures cannot be divided.
    pub divided: bool,
}

/// What the events up to a day make of the organizations.
#[derive(Clone, Debug, Default)]
pub(super) struct Life {
    /// Organizations that differ from their records, by id.
    changed: Vec<(RecordId, Organization)>,
    /// Ended organizations, by id.
    ended: Vec<(RecordId, End)>,
    /// Organizations founded to continue others, in any order.
    made: Vec<RecordId>,
}

fn find<'a, T>(sorted: &'a [(RecordId, T)], id: &RecordId) -> Option<&'a T> {
    let place = sorted.binary_search_by(|(known, _)| known.cmp(id)).ok()?;
    sorted.get(place).map(|(_, found)| found)
}

/// The entry of `id` at the end of `sorted`, which is made if it is not there.
fn last<'a, T>(sorted: &'a mut Vec<(RecordId, T)>, id: &RecordId, make: impl FnOnce() -> T) -> Option<&'a mut T> {
    if sorted.last().is_none_or(|(known, _)| known != id) {
        sorted.push((id.clone(), make()));
    }
    sorted.last_mut().map(|(_, found)| found)
}

impl Life {
    /// Takes in the events up to `day`, those of each organization in the order of their days, so that it does not
    /// matter which device entered which one first. What cannot be, such as an end before the beginning, changes
    /// nothing; `checks` reports it.
    fn new(ledger: &Ledger, day: Day) -> Life {
        let mut life = Life::default();
        for (_, event, organization, since) in in_time(ledger, "").filter(|(.., since)| *since <= day) {
            let Some(record) = ledger.as_entered(organization) else { continue };
            if !ledger.can_be(event) {
                continue;
            }
            let end = life.ended.last().filter(|(id, _)| id == organization).map(|(_, end)| end);
            // Two ends of one day divide an organization; after its end nothing happens to it.
            if end.is_some_and(|end| end.day < since || event.kind != Some(EventKind::Merged)) {
                continue;
            }
            match event.kind {
                Some(EventKind::Merged) => {
                    let made = || End { day: since, into: event.other.clone(), divided: false };
                    let end = last(&mut life.ended, organization, made);
                    if let Some(end) = end.filter(|end| end.into != event.other) {
                        (end.into, end.divided) = (None, true);
                    }
                    let new =
                        |other: &RecordId| ledger.as_entered(other).and_then(|found| found.founded) == Some(since);
                    life.made.extend(event.other.clone().filter(new));
                }
                Some(EventKind::Ended) => {
                    last(&mut life.ended, organization, || End { day: since, into: None, divided: false });
                }
                Some(kind @ (EventKind::Moved | EventKind::Renamed | EventKind::Changed)) => {
                    let Some(now) = last(&mut life.changed, organization, || record.clone()) else { continue };
                    match (kind, &event.other, &event.name, event.new_kind) {
                        (EventKind::Moved, above, ..) => now.parent.clone_from(above),
                        (EventKind::Renamed, _, Some(name), _) => now.name = Some(name.clone()),
                        (EventKind::Changed, .., Some(kind)) => now.kind = Some(kind),
                        _ => {}
                    }
                }
                // The new one has its day and place in its own record.
                Some(EventKind::Split) | None => {}
            }
        }
        life
    }
}

/// Only called by ledgers that are not plain, and so only once the deferred chunk is loaded.
#[inline(never)]
fn deferred_life(ledger: &Ledger) -> Life {
    Life::new(ledger, ledger.tree.day)
}

/// The heir of an ended organization. There is none before the deferred chunk is loaded.
#[inline(never)]
fn deferred_heir<'a>(ledger: &'a Ledger, id: &'a RecordId) -> &'a RecordId {
    let (mut open, mut seen) = (vec![id], Vec::new());
    while let Some(at) = open.pop() {
        let Some(end) = ledger.end(at) else { return at };
        if seen.len() < DEEPEST && !seen.contains(&at) {
            seen.push(at);
            // The last one comes first.
            open.extend(ledger.stated_parent(at));
            open.extend(end.into.as_ref().filter(|into| ledger.has(into)));
        }
    }
    id
}

/// The events with organization and day: each organization's in the order in which they happen.
fn in_time<'a>(ledger: &'a Ledger, of: &str) -> impl Iterator<Item = (&'a RecordId, &'a Event, &'a RecordId, Day)> {
    let found = ledger.events().filter_map(|(id, event)| Some((id, event, event.organization.as_ref()?, event.day?)));
    let found = found.filter(|(_, _, organization, _)| of.is_empty() || organization.as_str() == of);
    in_order(found, |(id, _, organization, day)| format!("{organization} {} {id}", day.iso())).into_iter()
}

impl Ledger {
    /// Whether anything in the life of the organizations is entered.
    pub fn has_events(&self) -> bool {
        self.has_any(RecordKind::Event)
    }

    fn life(&self) -> &Life {
        static NONE: Life = Life { changed: Vec::new(), ended: Vec::new(), made: Vec::new() };
        if self.life.get().is_none() {
            let life = if !self.plain && self.has_events() { deferred_life(self) } else { Life::default() };
            let _ = self.life.set(life);
        }
        self.life.get().unwrap_or(&NONE)
    }

    /// An organization with its name, kind and parent of the tree's day.
    pub fn organization(&self, id: &RecordId) -> Option<&Organization> {
        find(&self.life().changed, id).or_else(|| self.as_entered(id))
    }

    /// Committees and cells, as on the tree's day; ended ones too.
    pub fn organizations(&self) -> impl Iterator<Item = (&RecordId, &Organization)> {
        let life = self.life();
        self.as_all_entered().map(|(id, found)| (id, find(&life.changed, id).unwrap_or(found)))
    }

    /// Whether an event can change anything: what it happens to and what it needs are there, and it is not before the
    /// beginning.
    pub fn can_be(&self, event: &Event) -> bool {
        let Some((organization, day)) = event.organization.as_ref().zip(event.day) else { return false };
        let founded = self.as_entered(organization).map(|found| found.founded);
        let other = event.other.as_ref().is_some_and(|other| other != organization && self.has(other));
        founded.is_some_and(|founded| founded.is_none_or(|founded| founded <= day))
            && match event.kind {
                Some(EventKind::Merged | EventKind::Moved | EventKind::Split) => other,
                Some(EventKind::Renamed) => event.name.is_some(),
                Some(EventKind::Changed) => event.new_kind.is_some(),
                Some(EventKind::Ended) => true,
                None => false,
            }
    }

    /// The events of an organization in the order in which they happen.
    pub fn events_of(&self, organization: &RecordId) -> impl Iterator<Item = (&RecordId, &Event)> {
        in_time(self, organization.as_str()).map(|(id, event, ..)| (id, event))
    }

    /// Whether an organization was founded by merging others, so that it is none that was not there before.
    pub fn continues_others(&self, id: &RecordId) -> bool {
        self.life().made.contains(id)
    }

    /// The end of an organization, if it is over on the tree's day.
    pub fn end(&self, id: &RecordId) -> Option<&End> {
        find(&self.life().ended, id)
    }

    /// Whether an organization is there on the tree's day: founded and not ended.
    pub fn is_there(&self, id: &RecordId) -> bool {
        self.end(id).is_none()
            && self.as_entered(id).is_some_and(|found| found.founded.is_none_or(|day| day <= self.tree.day))
    }

    /// The organization to which the results of this one belong on the tree's day: itself, or else the one that
    /// continues it; if none does, or several, the one that stood above it. An ended one with nothing above keeps them.
    pub fn heir<'a>(&'a self, id: &'a RecordId) -> &'a RecordId {
        if self.end(id).is_none() { id } else { deferred_heir(self, id) }
    }

    /// The parent as it was last entered, ended or not.
    pub(super) fn stated_parent(&self, id: &RecordId) -> Option<&RecordId> {
        self.organization(id)?.parent.as_ref().filter(|parent| self.has(parent))
    }
}
