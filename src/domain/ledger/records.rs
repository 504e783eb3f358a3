//! The typed values of the records that the calculator and the checks work on, read from
//! their texts. A field that is empty or unreadable is `None` here; `check` names it.

use super::attached::says_yes;
use crate::domain::schema::choice::{CountingDay, Indicator, Level, OrganizationKind, Overlap, TargetOrigin};
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::bound::Bound;
use crate::domain::value::day::{Day, Period};

/// A committee or a cell.
#[doc(alias = "đảng ủy, chi bộ")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// Its name.
    pub name: Option<String>,
    /// Committee or kind of cell.
    pub kind: Option<OrganizationKind>,
    /// The organization directly above, as entered.
    pub parent: Option<RecordId>,
    /// Day of foundation.
    pub founded: Option<Day>,
    /// Its own choice of the day that counts; `None` follows the one above.
    pub counting_day: Option<CountingDay>,
    /// Its own choice of how much of a dossier is kept; `None` follows the one above.
    pub level: Option<Level>,
    /// Whether it says that every member is in the register.
    pub register_whole: bool,
}

/// A village and who covers it.
#[doc(alias = "thôn, bản")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Village {
    /// Its name.
    pub name: Option<String>,
    /// Committee in whose area it lies.
    pub committee: Option<RecordId>,
    /// Cell that covers it.
    pub cell: Option<RecordId>,
    /// Day on which it had a member again.
    pub cleared: Option<Day>,
}

/// Members of an organization on a day.
#[doc(alias = "số đảng viên")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headcount {
    /// Organization counted.
    pub organization: Option<RecordId>,
    /// Day of the count.
    pub day: Option<Day>,
    /// Members on that day.
    pub members: Option<u32>,
    /// Of them on probation.
    pub probation: Option<u32>,
}

/// A number to reach.
#[doc(alias = "chỉ tiêu")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Organization that is to reach it.
    pub organization: Option<RecordId>,
    /// What it counts.
    pub indicator: Option<Indicator>,
    /// From when to when; `None` too where the days stand the wrong way round.
    pub period: Option<Period>,
    /// The number asked for.
    pub bound: Option<Bound>,
    /// Who handed it down, if not the organization directly above.
    pub issuer: Option<String>,
    /// Document that says so.
    pub document: Option<String>,
    /// Who set it.
    pub origin: TargetOrigin,
    /// First day on which it holds, where it takes the place of an earlier one.
    pub since: Option<Day>,
}

/// A result entered as one number.
#[doc(alias = "số tổng")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// Organization whose result it is.
    pub organization: Option<RecordId>,
    /// What it counts.
    pub indicator: Option<Indicator>,
    /// Over which time.
    pub period: Option<Period>,
    /// The number.
    pub count: Option<u32>,
    /// What a person decided about single entries in the same time.
    pub overlap: Option<Overlap>,
}

impl Organization {
    /// Reads the record's texts.
    pub fn read(entries: &dyn Entries) -> Organization {
        Organization {
            name: entry::text(entries, Field::OrganizationName),
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
    /// Reads the record's texts.
    pub fn read(entries: &dyn Entries) -> Village {
        Village {
            name: entry::text(entries, Field::VillageName),
            committee: entry::reference(entries, Field::VillageCommittee),
            cell: entry::reference(entries, Field::VillageCell),
            cleared: entry::day(entries, Field::VillageCleared),
        }
    }
}

impl Headcount {
    /// Reads the record's texts.
    pub fn read(entries: &dyn Entries) -> Headcount {
        Headcount {
            organization: entry::reference(entries, Field::HeadcountOrganization),
            day: entry::day(entries, Field::HeadcountDay),
            members: entry::count(entries, Field::HeadcountMembers),
            probation: entry::count(entries, Field::HeadcountProbation),
        }
    }
}

impl Target {
    /// Reads the record's texts.
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
        }
    }
}

impl Total {
    /// Reads the record's texts.
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
