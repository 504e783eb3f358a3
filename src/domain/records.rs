//! The typed values of the records that the calculator and the checks work on, read from
//! their texts. A field that is empty or unreadable is `None` here; `check` names it.

use super::attached::says_yes;
use super::bound::Bound;
use super::choice::{CountingDay, EndedFor, Indicator, Level, OrganizationKind, Overlap, Sex};
use super::day::{Day, Period};
use super::entry::{self, Entries};
use super::field::Field;
use super::id::RecordId;

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

/// A person followed towards admission: the part that rules and calculator read.
#[doc(alias = "quần chúng ưu tú")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Name as on the birth certificate.
    pub name: Option<String>,
    /// Cell that follows the person.
    pub cell: Option<RecordId>,
    /// Birth date.
    pub birth: Option<Day>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Citizen identification number, 12 digits.
    pub citizen_id: Option<String>,
    /// Day of being introduced as a source.
    pub introduced: Option<Day>,
    /// Day of being sent to the awareness class.
    pub sent_to_class: Option<Day>,
    /// Issue day of the class certificate.
    pub certificate: Option<Day>,
    /// Day of the application.
    pub application: Option<Day>,
    /// Day of the cell's meeting.
    pub cell_meeting: Option<Day>,
    /// Official members of the cell at the meeting.
    pub official_members: Option<u32>,
    /// Of them transferred out or excused.
    pub excused: Option<u32>,
    /// Votes for admission.
    pub votes_for: Option<u32>,
    /// Day of the decision.
    pub decision: Option<Day>,
    /// Day of the ceremony.
    pub ceremony: Option<Day>,
    /// Day of recognition as an official member.
    pub recognition: Option<Day>,
    /// Day on which verification of the applicant was asked for.
    pub self_asked: Option<Day>,
    /// Day of the answer.
    pub self_answered: Option<Day>,
    /// Why the person is not followed any more.
    pub ended_because: Option<EndedFor>,
    /// Since when.
    pub ended: Option<Day>,
    /// Day by which the record is to be deleted.
    pub delete_by: Option<Day>,
}

/// How far a candidate has come: the last step that has a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Nothing dated yet.
    Followed,
    /// Introduced as a source.
    Introduced,
    /// Sent to the awareness class.
    InClass,
    /// Has the class certificate.
    Certified,
    /// Has applied.
    Applied,
    /// The cell has met.
    Considered,
    /// The decision is there.
    Decided,
    /// Admitted, on probation.
    Admitted,
    /// Recognised as an official member.
    Recognised,
}

impl Organization {
    /// Reads the record's texts.
    pub fn read(entries: &dyn Entries) -> Organization {
        Organization {
            name: entry::text(entries, Field::OrganizationName),
            kind: key(entries, Field::OrganizationKind).and_then(OrganizationKind::from_key),
            parent: entry::reference(entries, Field::OrganizationParent),
            founded: entry::day(entries, Field::OrganizationFounded),
            counting_day: key(entries, Field::OrganizationCountingDay).and_then(CountingDay::from_key),
            level: key(entries, Field::OrganizationLevel).and_then(Level::from_key),
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
        }
    }
}

impl Target {
    /// Reads the record's texts.
    pub fn read(entries: &dyn Entries) -> Target {
        Target {
            organization: entry::reference(entries, Field::TargetOrganization),
            indicator: key(entries, Field::TargetIndicator).and_then(Indicator::from_key),
            period: period(entries, Field::TargetFrom, Field::TargetTo),
            bound: entry::bound(entries, Field::TargetBound),
            issuer: entry::text(entries, Field::TargetIssuer),
            document: entry::text(entries, Field::TargetDocument),
        }
    }
}

impl Total {
    /// Reads the record's texts.
    pub fn read(entries: &dyn Entries) -> Total {
        Total {
            organization: entry::reference(entries, Field::TotalOrganization),
            indicator: key(entries, Field::TotalIndicator).and_then(Indicator::from_key),
            period: period(entries, Field::TotalFrom, Field::TotalTo),
            count: entry::count(entries, Field::TotalCount),
            overlap: key(entries, Field::TotalOverlap).and_then(Overlap::from_key),
        }
    }
}

impl Candidate {
    /// Reads the record's texts.
    pub fn read(entries: &dyn Entries) -> Candidate {
        let day = |field| entry::day(entries, field);
        let count = |field| entry::count(entries, field);
        Candidate {
            name: entry::text(entries, Field::Name),
            cell: entry::reference(entries, Field::CandidateCell),
            birth: day(Field::Birth),
            sex: key(entries, Field::SexOfCandidate).and_then(Sex::from_key),
            citizen_id: entry::text(entries, Field::CitizenId),
            introduced: day(Field::Introduced),
            sent_to_class: day(Field::SentToClass),
            certificate: day(Field::Certificate),
            application: day(Field::Application),
            cell_meeting: day(Field::CellMeeting),
            official_members: count(Field::OfficialMembers),
            excused: count(Field::Excused),
            votes_for: count(Field::VotesFor),
            decision: day(Field::Decision),
            ceremony: day(Field::Ceremony),
            recognition: day(Field::Recognition),
            self_asked: day(Field::SelfAsked),
            self_answered: day(Field::SelfAnswered),
            ended_because: key(entries, Field::EndedBecause).and_then(EndedFor::from_key),
            ended: day(Field::Ended),
            delete_by: day(Field::DeleteBy),
        }
    }

    /// How far the person has come.
    pub fn stage(&self) -> Stage {
        let steps = [
            (self.recognition, Stage::Recognised),
            (self.ceremony, Stage::Admitted),
            (self.decision, Stage::Decided),
            (self.cell_meeting, Stage::Considered),
            (self.application, Stage::Applied),
            (self.certificate, Stage::Certified),
            (self.sent_to_class, Stage::InClass),
            (self.introduced, Stage::Introduced),
        ];
        steps.into_iter().find(|(day, _)| day.is_some()).map_or(Stage::Followed, |(_, stage)| stage)
    }

    /// Whether the person is not followed any more on a day. A reason alone ends it, as does a day.
    pub fn has_ended(&self, on: Day) -> bool {
        (self.ended_because.is_some() || self.ended.is_some()) && self.ended.is_none_or(|ended| ended <= on)
    }

    /// The day on which the person counts for an indicator, if there is one for it.
    pub fn counting_day(&self, indicator: Indicator, admission: CountingDay) -> Option<Day> {
        match indicator {
            Indicator::Admissions => match admission {
                CountingDay::Ceremony => self.ceremony,
                CountingDay::Decision => self.decision,
            },
            Indicator::Introductions => self.introduced,
            Indicator::Class => self.sent_to_class,
            Indicator::Recognitions => self.recognition,
            Indicator::VillagesCleared | Indicator::CellsFounded => None,
        }
    }
}

fn key(entries: &dyn Entries, field: Field) -> Option<&str> {
    entry::written(entries, field)
}

fn period(entries: &dyn Entries, from: Field, to: Field) -> Option<Period> {
    Period::new(entry::day(entries, from)?, entry::day(entries, to)?)
}
