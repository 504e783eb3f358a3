//! The findings about organizations and places through time: events that cannot be, what was entered for an organization
//! that has ended, numbers of places that contradict each other. They are one case of [`Rule`](super::rule::Rule); the checks are in `checks::life`.

use crate::domain::schema::choice::EventKind;
use crate::domain::value::day::Day;

/// A finding about the life of an organization, with the values that explain it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LifeRule {
    /// The event does not say what is new, so it changes nothing yet.
    Lacks {
        /// What happens.
        kind: EventKind,
    },
    /// An organization becomes part of itself, or stands below itself.
    Itself,
    /// The event is before the organization's foundation.
    BeforeFounded {
        /// Day of foundation.
        founded: Day,
    },
    /// The organization had ended before the event.
    AfterEnd {
        /// First day without it.
        day: Day,
    },
    /// The other organization has ended by the day of the event.
    OtherEnded {
        /// Its name.
        name: Option<String>,
        /// First day without it.
        day: Day,
    },
    /// The other organization is founded after the day of the event.
    OtherLater {
        /// Its name.
        name: Option<String>,
        /// Day of foundation.
        day: Day,
    },
    /// Two organizations continue this one from the same day, so that its own figures cannot be divided.
    Divided,
    /// The organization above has ended, and nobody has said where this one stands now.
    NoParent {
        /// Its name.
        name: Option<String>,
        /// First day without it.
        day: Day,
        /// The organization that this one is counted under until then.
        under: Option<String>,
    },
    /// The record is about an organization that has ended before it.
    Ended {
        /// First day without it.
        day: Day,
        /// The organization that results are counted for from then on.
        heir: Option<String>,
    },
    /// The person moved to this cell, and whoever helps was named by the one before.
    HelperBeforeMove {
        /// First day in this cell.
        day: Day,
    },
    /// More places without members, or without a cell, than there are.
    PlacesBeyond {
        /// All places.
        all: u32,
    },
    /// More members among the holders of a post than holders, or more certificates of a class than people sent.
    PartBeyond {
        /// The whole.
        whole: u32,
    },
    /// More places without a member than without a cell of their own, although a place without members has none.
    NobodyBeyondCells {
        /// Without a member.
        nobody: u32,
        /// Without a cell of their own.
        without_cell: u32,
    },
    /// The member counts before and after a merger differ.
    Counts {
        /// Sum of the counts before.
        before: u64,
        /// The count after.
        after: u32,
    },
}
