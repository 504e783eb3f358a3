//! How much of everybody's work a book holds: a version vector, one stamp for each device.

use super::stamp::Stamp;

/// The latest stamp known of each device. A device's stamps only grow, so that whoever has taken
/// in whole books up to a stamp has seen everything of that device up to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version {
    /// In the order of the devices' numbers.
    latest: Vec<Stamp>,
}

impl Version {
    /// Takes note of a stamp.
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

    /// Whether a stamp is not later than what is known of its device.
    pub fn has_stamp(&self, stamp: Stamp) -> bool {
        let known = self.latest.binary_search_by(|known| known.device.cmp(&stamp.device));
        known.ok().and_then(|place| self.latest.get(place)).is_some_and(|known| *known >= stamp)
    }

    /// One stamp for each device, in the order of the devices' numbers.
    pub fn stamps(&self) -> &[Stamp] {
        &self.latest
    }
}
