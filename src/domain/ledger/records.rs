//! Typed records of organizations, villages, headcounts, targets and totals. A field that is empty or does not parse is
//! `None` here; `checks` reports it.

use super::attached::says_yes;
use crate::domain::schema::choice::{
    CountingDay, Indicator, Level, OrganizationKind, Overlap, PlaceKind, TargetOrigin,
};
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::bound::Bound;
use crate::domain::value::day::{Day, Period};

/// A committee or a cell.
#[doc(alias = "đảng ủy, chi bộ")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// Name.
    pub name: Option<String>,
    /// Code in the Party's database.
    pub code: Option<String>,
    /// Committee or kind of cell.
    pub kind: Option<OrganizationKind>,
    /// The organization directly above, as entered.
    pub parent: Option<RecordId>,
    /// Day of foundation.
    pub founded: Option<Day>,
    /// The day by which it counts admissions; `None` inherits from above.
    pub counting_day: Option<CountingDay>,
    /// How much of a dossier it stores; `None` inherits from above.
    pub level: Option<Level>,
    /// Whether it declares its register complete.
    pub register_whole: bool,
}

/// A village and the cell that covers it.
#[doc(alias = "thôn, bản")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Village {
    /// Name.
    pub name: Option<String>,
    /// Committee in whose area it lies.
    pub committee: Option<RecordId>,
    /// Cell that covers it.
    pub cell: Option<RecordId>,
    /// Day it had a member again.
    pub cleared: Option<Day>,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// Members who live or work there, with the day of the number.
    pub members: Option<(Day, u32)>,
    /// First day without it.
    pub until: Option<Day>,
}

/// Member count of an organization on a day.
#[doc(alias = "số đảng viên")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headcount {
    /// Organization counted.
    pub organization: Option<RecordId>,
    /// Day of the count.
    pub day: Option<Day>,
    /// Members on that day.
    pub members: Option<u32>,
    /// Of these: on probation.
    pub probation: Option<u32>,
    /// Base organizations below it.
    pub base: Option<u32>,
    /// Cells below it.
    pub cells: Option<u32>,
}

/// A number to reach.
#[doc(alias = "chỉ tiêu")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Organization that has to reach it.
    pub organization: Option<RecordId>,
    /// What it counts.
    pub indicator: Option<Indicator>,
    /// The period; also `None` if the days are reversed.
    pub period: Option<Period>,
    /// The requested number.
    pub bound: Option<Bound>,
    /// Who assigned it, if not the organization directly above.
    pub issuer: Option<String>,
    /// Document that assigns it.
    pub document: Option<String>,
    /// Who set it.
    pub origin: TargetOrigin,
    /// First day in force, where it replaces an earlier target.
    pub since: Option<Day>,
    /// Whether it takes over the targets, with the results, of the organizations merged into this one.
    pub takes_over: bool,
}

/// A result entered as one number.
#[doc(alias = "số tổng")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// Organization whose result it is.
    pub organization: Option<RecordId>,
    /// What it counts.
    pub indicator: Option<Indicator>,
    /// The period.
    pub period: Option<Period>,
    /// The result.
    pub count: Option<u32>,
    /// Decision about separate entries in the same period.
    pub overlap: Option<Overlap>,
}

impl Organization {
    /// Reads the typed values of the record.
    pub fn read(entries: &dyn Entries) -> Organization {
        Organization {
            name: entry::text(entries, Field::OrganizationName),
            code: entry::text(entries, Field::OrganizationCode),
            kind: entry::written(entries, Field::OrganizationKind).and_then(OrganizationKind::from_key),
            parent: entry::reference(entries, Field::OrganizationParent),
            founded: entry::day(entries, Field::OrganizationFounded),
            counting_day: entry::written(entries, Field::OrganizationCountingDay).and_then(CountingDay::from_key),
            level: entry::written(entries, Field::OrganizationLevel).and_then(Level::from_key),
            register_whole: says_yes(entries, Field::OrganizationRegister) == Some(true),
        }
    }
}

impl Village {
    /// Reads the typed values of the record.
    pub fn read(entries: &dyn Entries) -> Village {
        Village {
            name: entry::text(entries, Field::VillageName),
            committee: entry::reference(entries, Field::VillageCommittee),
            cell: entry::reference(entries, Field::VillageCell),
            cleared: entry::day(entries, Field::VillageCleared),
            kind: entry::written(entries, Field::VillageKind)
                .and_then(PlaceKind::from_key)
                .unwrap_or(PlaceKind::Village),
            members: entry::day(entries, Field::VillageMembersDay).zip(entry::count(entries, Field::VillageMembers)),
            until: entry::day(entries, Field::VillageUntil),
        }
    }
}

impl Headcount {
    /// Reads the typed values of the record.
    pub fn read(entries: &dyn Entries) -> Headcount {
        Headcount {
            organization: entry::reference(entries, Field::HeadcountOrganization),
            day: entry::day(entries, Field::HeadcountDay),
            members: entry::count(entries, Field::HeadcountMembers),
            probation: entry::count(entries, Field::HeadcountProbation),
            base: entry::count(entries, Field::HeadcountBase),
            cells: entry::count(entries, Field::HeadcountCells),
        }
    }
}

impl Target {
    /// Reads the typed values of the record.
    pub fn read(entries: &dyn Entries) -> Target {
        Target {
            organization: entry::reference(entries, Field::TargetOrganization),
            indicator: entry::written(entries, Field::TargetIndicator).and_then(Indicator::from_key),
            period: period(entries, Field::TargetFrom, Field::TargetTo),
            bound: entry::bound(entries, Field::TargetBound),
            issuer: entry::text(entries, Field::TargetIssuer),
            document: entry::text(entries, Field::TargetDocument),
            origin: entry::written(entries, Field::TargetOrigin)
                .and_then(TargetOrigin::from_key)
                .unwrap_or(TargetOrigin::Handed),
            since: entry::day(entries, Field::TargetSince),
            takes_over: says_yes(entries, Field::TargetTakesOver) == Some(true),
        }
    }
}

impl Total {
    /// Reads the typed values of the record.
    pub fn read(entries: &dyn Entries) -> Total {
        Total {
            organization: entry::reference(entries, Field::TotalOrganization),
            indicator: entry::written(entries, Field::TotalIndicator).and_then(Indicator::from_key),
            period: period(entries, Field::TotalFrom, Field::TotalTo),
            count: entry::count(entries, Field::TotalCount),
            overlap: entry::written(entries, Field::TotalOverlap).and_then(Overlap::from_key),
        }
    }
}

fn period(entries: &dyn Entries, from: Field, to: Field) -> Option<Period> {
    Period::new(entry::day(entries, from)?, entry::day(entries, to)?)
}
