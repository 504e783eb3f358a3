//! The status of a listed place on any day, from its cell and from the members known to be there. Counting places is in
//! `coverage`.

use crate::domain::ledger::Ledger;
use crate::domain::ledger::members;
use crate::domain::ledger::records::Village;
use crate::domain::schema::choice::{OrganizationKind, PlaceKind};
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;

/// Status of a place, from nobody to a cell of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceStatus {
    /// No member lives or works there; a cell elsewhere may be in charge of it.
    #[doc(alias = "trắng đảng viên")]
    Nobody,
    /// Members without a cell for the place: they attend another one.
    Elsewhere,
    /// A cell for several places.
    #[doc(alias = "chi bộ ghép")]
    Shared,
    /// A cell of its own.
    #[doc(alias = "chi bộ độc lập")]
    Own,
    /// Neither a cell nor members are entered.
    Unknown,
}

/// A listed place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The place.
    pub place: RecordId,
    /// Its status.
    pub status: PlaceStatus,
    /// Members known to be there.
    pub members: Option<u32>,
}

/// The status of every place that is there on `on`, with the members known to be there. `ledger` is that of the tree of the
/// day.
pub(super) struct Statuses<'a> {
    ledger: &'a Ledger,
    on: Day,
    /// The cells of all places, sorted, each with whether it is one for places of that kind.
    cells: Vec<(&'a RecordId, bool)>,
    /// The places of all members and admitted candidates, sorted.
    homes: Vec<&'a RecordId>,
}

impl<'a> Statuses<'a> {
    pub(super) fn new(ledger: &'a Ledger, on: Day) -> Statuses<'a> {
        let mut statuses = Statuses { ledger, on, cells: Vec::new(), homes: Vec::new() };
        for (_, village) in ledger.villages().filter(|(_, village)| is_there(village, on)) {
            let cell = statuses.cell(village).map(|cell| (cell, statuses.is_for(cell, village.kind)));
            statuses.cells.extend(cell);
        }
        let here = members::register(ledger).filter(|member| member.counts(on));
        statuses.homes.extend(here.filter_map(|member| member.place));
        statuses.cells.sort_unstable();
        statuses.homes.sort_unstable();
        statuses
    }

    /// The cell that covers a place on the day.
    fn cell(&self, village: &'a Village) -> Option<&'a RecordId> {
        let cell = self.ledger.heir(village.cell.as_ref().filter(|cell| self.ledger.has(cell))?);
        let kind = self.ledger.organization(cell).and_then(|found| found.kind);
        let there = self.ledger.as_entered(cell).and_then(|found| found.founded).is_none_or(|day| day <= self.on);
        (there && !kind.is_some_and(|kind| kind.is_committee())).then_some(cell)
    }

    /// Whether a cell is one for places of a kind: the health station whose members attend the village's cell leaves that
    /// one the village's own.
    fn is_for(&self, cell: &RecordId, kind: PlaceKind) -> bool {
        let cell = self.ledger.organization(cell).and_then(|found| found.kind);
        cell.and_then(of_cell).is_none_or(|of| of == kind)
    }

    /// Members known to be in a place.
    fn members(&self, id: &RecordId, village: &Village) -> Option<u32> {
        let first = self.homes.partition_point(|home| *home < id);
        let listed = self.homes.partition_point(|home| *home <= id) - first;
        if listed > 0 {
            return u32::try_from(listed).ok();
        }
        let entered = village.members.filter(|(day, _)| *day <= self.on);
        match (entered, village.cleared) {
            (Some((day, number)), cleared) if cleared.is_none_or(|cleared| cleared <= day || self.on < cleared) => {
                Some(number)
            }
            // It was without a member until that day.
            (_, Some(cleared)) if self.on < cleared => Some(0),
            (_, Some(_)) => Some(1),
            (entered, None) => entered.map(|(_, number)| number),
        }
    }

    pub(super) fn status(&self, id: &RecordId, village: &'a Village) -> Listed {
        let members = self.members(id, village);
        let cell = self.cell(village);
        // Places with the same cell: all, and those that the cell is for.
        let with = |cell: &RecordId| {
            let first = self.cells.partition_point(|(other, _)| *other < cell);
            let after = self.cells.partition_point(|(other, _)| *other <= cell);
            let all = self.cells.get(first..after).unwrap_or_default();
            (all.len(), all.iter().filter(|(_, is_for)| *is_for).count())
        };
        let stands = |cell: &RecordId| match (self.is_for(cell, village.kind), with(cell)) {
            (true, (_, 0 | 1)) | (false, (0 | 1, _)) => PlaceStatus::Own,
            (true, _) => PlaceStatus::Shared,
            (false, _) => PlaceStatus::Elsewhere,
        };
        let status = match (members, cell) {
            (Some(0), _) => PlaceStatus::Nobody,
            (None, Some(cell)) if members::base(self.ledger, cell, self.on) == Some(0) => PlaceStatus::Nobody,
            (_, Some(cell)) => stands(cell),
            (Some(_), None) => PlaceStatus::Elsewhere,
            (None, None) => PlaceStatus::Unknown,
        };
        Listed { place: id.clone(), status, members }
    }
}

/// The kind of place that a kind of cell is for; `None` if it may be for any.
const fn of_cell(kind: OrganizationKind) -> Option<PlaceKind> {
    Some(match kind {
        OrganizationKind::Village => PlaceKind::Village,
        OrganizationKind::StreetQuarter => PlaceKind::StreetQuarter,
        OrganizationKind::School => PlaceKind::School,
        OrganizationKind::HealthStation => PlaceKind::HealthStation,
        OrganizationKind::Enterprise => PlaceKind::Enterprise,
        OrganizationKind::Office => PlaceKind::Office,
        _ => return None,
    })
}

pub(super) fn is_there(village: &Village, on: Day) -> bool {
    village.until.is_none_or(|until| on < until)
}
