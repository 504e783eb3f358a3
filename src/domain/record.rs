//! A record of any kind as typed values. All of them together are the `ledger`.

use super::attached::Attached;
use super::entry::Entries;
use super::id::RecordKind;
use super::office::{Assignment, Authority, Member};
use super::planning::{Durations, Points, Survey};
use super::records::{Candidate, Headcount, Organization, Target, Total, Village};

/// A record as values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A committee or a cell.
    Organization(Organization),
    /// A village.
    Village(Village),
    /// A member count.
    Headcount(Headcount),
    /// A target.
    Target(Target),
    /// An entered total.
    Total(Total),
    /// How long steps take.
    Durations(Durations),
    /// How many people of each group are known.
    Survey(Survey),
    /// How emulation points are reckoned.
    Points(Points),
    /// Who decides on admissions.
    Authority(Authority),
    /// Who is in charge of what.
    Assignment(Assignment),
    /// A member.
    Member(Member),
    /// A candidate.
    Candidate(Candidate),
    /// What belongs to a candidate.
    Attached(Attached),
}

impl Record {
    /// Reads the texts of a record of this kind.
    pub fn read(kind: RecordKind, entries: &dyn Entries) -> Record {
        match kind {
            RecordKind::Organization => Record::Organization(Organization::read(entries)),
            RecordKind::Village => Record::Village(Village::read(entries)),
            RecordKind::Headcount => Record::Headcount(Headcount::read(entries)),
            RecordKind::Target => Record::Target(Target::read(entries)),
            RecordKind::Total => Record::Total(Total::read(entries)),
            RecordKind::Durations => Record::Durations(Durations::read(entries)),
            RecordKind::Survey => Record::Survey(Survey::read(entries)),
            RecordKind::Points => Record::Points(Points::read(entries)),
            RecordKind::Authority => Record::Authority(Authority::read(entries)),
            RecordKind::Assignment => Record::Assignment(Assignment::read(entries)),
            RecordKind::Member => Record::Member(Member::read(entries)),
            RecordKind::Candidate => Record::Candidate(Candidate::read(entries)),
            attached => Record::Attached(Attached::read(attached, entries)),
        }
    }
}
