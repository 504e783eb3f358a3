//! Places without members and without a cell of their own: how many of how many by kind, from the list or from numbers
//! entered where there is no list. The status of one place is in `place_status`. Cells and villages about to be left without
//! enough members are in `weak`.

use super::figures;
use super::nearest::{Rows, nearest};
pub use super::place_status::{Listed, PlaceStatus};
use super::place_status::{Statuses, is_there};
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::PlaceKind;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::domain::value::ratio::Ratio;

/// Numbers entered for a kind of place, without a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// The record.
    pub id: RecordId,
    /// The organization.
    pub organization: RecordId,
    /// The kind.
    pub kind: PlaceKind,
    /// The day.
    pub day: Day,
    /// All places.
    pub all: u64,
    /// Of these: without a member.
    pub nobody: Option<u64>,
    /// Of these: without a cell of their own.
    pub without_cell: Option<u64>,
}

/// The places of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// All places.
    pub all: u64,
    /// Without a member; `None` if not known.
    pub nobody: Option<u64>,
    /// Without a cell of their own; `None` if not known.
    pub without_cell: Option<u64>,
    /// The listed places, in the order of the list.
    pub listed: Vec<Listed>,
    /// The numbers that were entered and counted.
    pub entered: Vec<Entered>,
    /// Listed places beside numbers that already hold them, and that are told otherwise there.
    pub differs: bool,
}

impl Places {
    /// Share of places without a member.
    pub fn share_nobody(&self) -> Option<Ratio> {
        figures::share(self.nobody?, self.all)
    }

    /// Share of places without a cell of their own.
    pub fn share_without_cell(&self) -> Option<Ratio> {
        figures::share(self.without_cell?, self.all)
    }

    /// Places with a cell of their own.
    pub fn with_cell(&self) -> Option<u64> {
        Some(self.all.saturating_sub(self.without_cell?))
    }
}

impl Entered {
    fn read(id: &RecordId, entries: &dyn Entries) -> Option<Entered> {
        let count = |field| entry::count(entries, field).map(u64::from);
        Some(Entered {
            id: id.clone(),
            organization: entry::reference(entries, Field::CoverageOrganization)?,
            kind: PlaceKind::from_key(entry::written(entries, Field::CoverageKind)?)?,
            day: entry::day(entries, Field::CoverageDay)?,
            all: count(Field::CoverageAll)?,
            nobody: count(Field::CoverageNobody),
            without_cell: count(Field::CoverageWithoutCell),
        })
    }
}

/// All entered numbers.
pub fn entered(ledger: &Ledger) -> impl Iterator<Item = Entered> {
    ledger.unparsed(RecordKind::Coverage).filter_map(|(id, texts)| Entered::read(id, texts))
}

/// The places of a kind in the area of an organization on a day. Where numbers are entered for it, they count, and the list
/// beside them tells names; else those of the nearest ones below, and what is listed elsewhere.
pub fn places(ledger: &Ledger, organization: &RecordId, kind: PlaceKind, on: Day) -> Places {
    let ledger = if ledger.has_events() { ledger.on(on) } else { ledger };
    let statuses = Statuses::new(ledger, on);
    let mut found = Places::default();
    let all: Vec<Entered> = entered(ledger).filter(|entered| entered.kind == kind && entered.day <= on).collect();
    let latest = |id: &RecordId| {
        let own = all.iter().filter(|entered| entered.organization == *id);
        own.max_by_key(|entered| (entered.day, &entered.id))
    };
    let (held, entered): (Vec<Rows>, Vec<&Entered>) = nearest(ledger, organization, latest).into_iter().unzip();
    found.entered = entered.into_iter().cloned().collect();
    let (mut nobody, mut without) = (Some(0_u64), Some(0_u64));
    let add = |sum: &mut Option<u64>, number: Option<u64>| *sum = sum.zip(number).map(|(sum, number)| sum + number);
    for entered in &found.entered {
        found.all += entered.all;
        add(&mut nobody, entered.nobody);
        add(&mut without, entered.without_cell);
    }
    let (mut listed_nobody, mut listed_without, mut beside) = (0, 0, 0_u64);
    for (id, village) in ledger.villages().filter(|(_, village)| village.kind == kind && is_there(village, on)) {
        let row = |home: &Option<RecordId>| home.as_ref().and_then(|home| Some(ledger.span(ledger.heir(home))?.0));
        let rows = [row(&village.committee), row(&village.cell)];
        let Some((first, after)) = ledger.span(organization) else { continue };
        if !rows.iter().flatten().any(|row| (first..after).contains(row)) {
            continue;
        }
        let listed = statuses.status(id, village);
        let (no_member, no_cell) = match listed.status {
            PlaceStatus::Nobody => (Some(1), Some(1)),
            PlaceStatus::Elsewhere | PlaceStatus::Shared => (Some(0), Some(1)),
            PlaceStatus::Own => (Some(0), Some(0)),
            PlaceStatus::Unknown => (None, Some(1)),
        };
        let is_held = rows.iter().flatten().any(|row| held.iter().any(|(first, after)| (*first..*after).contains(row)));
        if is_held {
            beside += 1;
            listed_nobody += no_member.unwrap_or_default();
            listed_without += no_cell.unwrap_or_default();
        } else {
            found.all += 1;
            add(&mut nobody, no_member);
            add(&mut without, no_cell);
        }
        found.listed.push(listed);
    }
    let sum = |of: fn(&Entered) -> Option<u64>| found.entered.iter().map(of).sum::<Option<u64>>();
    let more = |listed: u64, entered: Option<u64>| entered.is_some_and(|entered| listed > entered);
    let whole = sum(|entered| Some(entered.all)).unwrap_or_default();
    found.differs = beside > whole
        || more(listed_nobody, sum(|entered| entered.nobody))
        || more(listed_without, sum(|entered| entered.without_cell))
        || beside == whole
            && beside > 0
            && sum(|entered| entered.nobody).is_some_and(|entered| entered != listed_nobody);
    (found.nobody, found.without_cell) = (nobody, without);
    found
}

/// The places of every kind that there is anything of.
pub fn all(ledger: &Ledger, organization: &RecordId, on: Day) -> Vec<(PlaceKind, Places)> {
    let kinds = PlaceKind::ALL.iter().map(|kind| (*kind, places(ledger, organization, *kind, on)));
    kinds.filter(|(_, places)| places.all > 0).collect()
}

/// The places counted by the indicator of villages with a cell of their own: villages and street quarters.
pub fn villages(ledger: &Ledger, organization: &RecordId, on: Day) -> Places {
    let mut both = places(ledger, organization, PlaceKind::Village, on);
    let quarters = places(ledger, organization, PlaceKind::StreetQuarter, on);
    let sum = |one: Option<u64>, other: Option<u64>| one.zip(other).map(|(one, other)| one + other);
    both.all += quarters.all;
    both.nobody = sum(both.nobody, quarters.nobody);
    both.without_cell = sum(both.without_cell, quarters.without_cell);
    both.listed.extend(quarters.listed);
    both.entered.extend(quarters.entered);
    both.differs |= quarters.differs;
    both
}
