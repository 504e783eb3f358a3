//! Taking parcels in: which of several may be, in whatever order they are given, and why the others may not. What they
//! would alter is in `review`.

use super::claims::{self, Keeper};
use super::parcel::{Parcel, Way};
use super::travel::{is_within, knows};
use crate::book::Book;
use crate::book::change::Change;
use crate::domain::schema::choice::Level;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;

/// Why a parcel is not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is for another organization.
    ForAnother,
    /// It begins after what the book has of its sender: number and day of the last file that was got, if any was.
    Gap(Option<(u64, Day)>),
}

/// What has become of parcels.
#[derive(Debug, Default)]
pub struct Received {
    /// Places of those taken in, in the order in which they were.
    pub taken: Vec<usize>,
    /// Places of the others, with the reasons.
    pub refused: Vec<(usize, Refusal)>,
    /// The changes that the book lacked.
    pub changes: Vec<Change>,
}

/// Takes parcels into a book. `own` is the organization that its person works for, if that is known. The order in which
/// they are given makes no difference: one that follows on another waits for it.
pub fn take(book: &mut Book, keeper: Keeper, own: Option<&RecordId>, parcels: &[Parcel]) -> Received {
    let mut received = Received::default();
    let mut waiting: Vec<usize> = Vec::new();
    for (place, parcel) in parcels.iter().enumerate() {
        if is_for(book, own, parcel) {
            waiting.push(place);
        } else {
            received.refused.push((place, Refusal::ForAnother));
        }
    }
    loop {
        let before = waiting.len();
        waiting.retain(|place| {
            let Some(parcel) = parcels.get(*place).filter(|parcel| follows(book, keeper, parcel)) else { return true };
            for change in parcel.book.each_change() {
                if !is_lacking(book, &change) || is_of_another(&change) {
                    continue;
                }
                book.apply(&change);
                if claims::device_of(&change.record).is_some() {
                    book.thin(&change.record);
                }
                received.changes.push(change);
            }
            received.taken.push(*place);
            false
        });
        if waiting.len() == before {
            break;
        }
    }
    for place in waiting {
        if let Some(parcel) = parcels.get(place) {
            let last = claims::claims_of(book, &parcel.header.from).find(|claim| claim.device == parcel.header.device);
            received.refused.push((place, Refusal::Gap(last.map(|claim| (claim.number, claim.day)))));
        }
    }
    received.refused.sort_by_key(|(place, _)| *place);
    received
}

/// Whether somebody says something of a device that is not theirs. A file that says what others have got would make
/// them stop sending it.
fn is_of_another(change: &Change) -> bool {
    claims::device_of(&change.record).is_some_and(|device| device != change.stamp.device)
}

/// Whether the book lacks a change. Of what a device says of itself only the last word counts.
pub fn is_lacking(book: &Book, change: &Change) -> bool {
    if claims::device_of(&change.record).is_some() {
        let known = book.history(&change.record, &change.key);
        return known.latest().is_none_or(|known| known.stamp < change.stamp);
    }
    !book.has(change)
}

/// Whether a parcel is for who works with this book. An empty book takes any.
fn is_for(book: &Book, own: Option<&RecordId>, parcel: &Parcel) -> bool {
    let header = &parcel.header;
    let Some(own) = own.filter(|own| knows(book, own)) else { return true };
    let related = |one: &RecordId| is_within(book, own, one) || is_within(book, one, own);
    match (&header.to, header.way) {
        (Some(to), _) => related(to),
        (None, Way::Down) => !knows(book, &header.from) || related(&header.from),
        (None, Way::Up) => true,
    }
}

/// Whether the book has what a parcel follows on.
fn follows(book: &Book, keeper: Keeper, parcel: &Parcel) -> bool {
    let header = &parcel.header;
    match (header.way, &header.to) {
        (Way::Up, _) => claims::got(book, &header.from, header.level, &keeper.own(book)).covers(&header.since),
        (Way::Down, Some(to)) => claims::knowledge(book, to, Level::Steps, &keeper.own(book)).covers(&header.since),
        (Way::Down, None) => true,
    }
}
