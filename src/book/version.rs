//! Version vector of a book: the latest stamp of each device.

use super::stamp::Stamp;

/// The latest stamp of each device. Stamps of a device only grow, so whoever has merged whole books
/// up to a stamp has all earlier edits of that device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version {
    /// Sorted by device number.
    latest: Vec<Stamp>,
}

impl Version {
    /// Adds a stamp.
    pub fn observe(&mut self, stamp: Stamp) {
        match self.latest.binary_search_by(|known| known.device.cmp(&stamp.device)) {
            Ok(place) => {
                if let Some(known) = self.latest.get_mut(place) {
                    *known = stamp.max(*known);
                }
            }
            Err(place) => self.latest.insert(place, stamp),
        }
    }

    /// Whether `stamp` is covered by the vector.
    pub fn has_stamp(&self, stamp: Stamp) -> bool {
        let known = self.latest.binary_search_by(|known| known.device.cmp(&stamp.device));
        known.ok().and_then(|place| self.latest.get(place)).is_some_and(|known| *known >= stamp)
    }

    /// One stamp per device, sorted by device number.
    pub fn stamps(&self) -> &[Stamp] {
        &self.latest
    }
}
