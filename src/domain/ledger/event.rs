//! The typed record of a change in the life of an organization. What follows from all of them, the tree of a day, is
//! in `life`.

use crate::domain::schema::choice::{EventKind, OrganizationKind};
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;

/// What happens to one organization from a day on. A merger of three is three of them with the same day and the same
/// other organization, so that two devices that enter one each do not contradict each other.
#[doc(alias = "biến động tổ chức")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The organization.
    pub organization: Option<RecordId>,
    /// What happens.
    pub kind: Option<EventKind>,
    /// First day of what is new: an organization merged on 1 July is there for the last time on 30 June.
    pub day: Option<Day>,
    /// The one that continues it, the new one above, or the one that it was split from.
    pub other: Option<RecordId>,
    /// New name.
    pub name: Option<String>,
    /// New kind.
    pub new_kind: Option<OrganizationKind>,
    /// Document that orders it.
    pub document: Option<String>,
}

impl Event {
    /// Reads the typed values of the record.
    pub fn read(entries: &dyn Entries) -> Event {
        Event {
            organization: entry::reference(entries, Field::EventOrganization),
            kind: entry::written(entries, Field::EventKind).and_then(EventKind::from_key),
            day: entry::day(entries, Field::EventDay),
            other: entry::reference(entries, Field::EventOther),
            name: entry::text(entries, Field::EventName),
            new_kind: entry::written(entries, Field::EventNewKind).and_then(OrganizationKind::from_key),
            document: entry::text(entries, Field::EventDocument),
        }
    }
}
