//! Typed records of deciding bodies, assignments, and members as entered. The register as a whole is in `members`.

use crate::domain::schema::choice::{Arrival, DecidingBody, Membership, Standing};
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;

/// Which body decides on admissions of an organization.
#[doc(alias = "cấp có thẩm quyền")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// The organization; applies to everything below it without a setting of its own.
    pub organization: Option<RecordId>,
    /// The deciding body.
    pub body: Option<DecidingBody>,
    /// First day.
    pub from: Option<Day>,
}

/// A committee member in charge of a cell or a village.
#[doc(alias = "phân công")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The committee member.
    pub name: Option<String>,
    /// The organization, with everything below it.
    pub organization: Option<RecordId>,
    /// The village.
    pub village: Option<RecordId>,
    /// First day.
    pub since: Option<Day>,
    /// Last day.
    pub until: Option<Day>,
}

/// A member of the party, as entered.
#[doc(alias = "đảng viên")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Name.
    pub name: Option<String>,
    /// The cell that counts the member.
    pub cell: Option<RecordId>,
    /// The place where the member lives or works.
    pub place: Option<RecordId>,
    /// Day of the decision to admit.
    pub admitted: Option<Day>,
    /// Day of recognition.
    pub recognition: Option<Day>,
    /// Whether the member is entered as official; used if `recognition` is `None`.
    pub official: bool,
    /// First day in this cell.
    pub joined: Option<Day>,
    /// How the member came to the cell, if not by admission.
    pub arrival: Option<Arrival>,
    /// Standing of the member.
    pub standing: Standing,
    /// First day of this standing.
    pub standing_since: Option<Day>,
    /// Where the member attends meetings, if not at the cell.
    pub meets_at: Option<String>,
}

impl Authority {
    /// Reads the typed values of the record.
    pub fn read(entries: &dyn Entries) -> Authority {
        Authority {
            organization: entry::reference(entries, Field::AuthorityOrganization),
            body: entry::written(entries, Field::AuthorityBody).and_then(DecidingBody::from_key),
            from: entry::day(entries, Field::AuthorityFrom),
        }
    }
}

impl Assignment {
    /// Reads the typed values of the record.
    pub fn read(entries: &dyn Entries) -> Assignment {
        Assignment {
            name: entry::text(entries, Field::AssignmentName),
            organization: entry::reference(entries, Field::AssignmentOrganization),
            village: entry::reference(entries, Field::AssignmentVillage),
            since: entry::day(entries, Field::AssignmentSince),
            until: entry::day(entries, Field::AssignmentUntil),
        }
    }

    /// Whether the assignment is valid on `on`.
    pub fn holds(&self, on: Day) -> bool {
        self.since.is_none_or(|since| since <= on) && self.until.is_none_or(|until| on <= until)
    }
}

impl Member {
    /// Reads the typed values of the record.
    pub fn read(entries: &dyn Entries) -> Member {
        let day = |field| entry::day(entries, field);
        Member {
            name: entry::text(entries, Field::MemberName),
            cell: entry::reference(entries, Field::MemberCell),
            place: entry::reference(entries, Field::MemberPlace),
            admitted: day(Field::MemberAdmitted),
            recognition: day(Field::MemberRecognition),
            official: entry::written(entries, Field::MemberOfficial).and_then(Membership::from_key)
                == Some(Membership::Official),
            joined: day(Field::MemberJoined),
            arrival: entry::written(entries, Field::MemberArrival).and_then(Arrival::from_key),
            standing: entry::written(entries, Field::MemberStanding)
                .and_then(Standing::from_key)
                .unwrap_or(Standing::Active),
            standing_since: day(Field::MemberStandingSince),
            meets_at: entry::text(entries, Field::MemberMeetsAt),
        }
    }
}
