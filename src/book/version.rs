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

    /// Whether every stamp of `other` is covered.
    pub fn covers(&self, other: &Version) -> bool {
        other.latest.iter().all(|stamp| self.has_stamp(*stamp))
    }

    /// Adds all stamps of `other`.
    pub fn join(&mut self, other: &Version) {
        other.latest.iter().for_each(|stamp| self.observe(*stamp));
    }

    /// What both cover.
    pub fn meet(&self, other: &Version) -> Version {
        let both = self.latest.iter().filter_map(|stamp| Some(*stamp.min(&other.of(stamp.device)?)));
        Version { latest: both.collect() }
    }

    /// The latest stamp of a device.
    pub fn of(&self, device: u32) -> Option<Stamp> {
        let place = self.latest.binary_search_by(|known| known.device.cmp(&device)).ok()?;
        self.latest.get(place).copied()
    }

    /// One stamp per device, sorted by device number.
    pub fn stamps(&self) -> &[Stamp] {
        &self.latest
    }
}
