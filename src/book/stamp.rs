//! Timestamps that order edits across devices with wrong clocks: a hybrid logical clock (Kulkarni
//! et al., 2014). A new stamp is greater than every stamp its device has seen.

use std::fmt;

use crate::domain::value::letters::number;

/// Timestamp of an edit. Ordered by time, then count, then device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Stamp {
    /// Milliseconds since the Unix epoch, by the device's clock or by a later stamp it had seen.
    pub ms: u64,
    /// Distinguishes edits within one millisecond.
    pub count: u16,
    /// Device number.
    pub device: u32,
}

impl Stamp {
    /// Parses the written form: 24 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<Stamp> {
        let is_hex = text.len() == 24 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if !is_hex {
            return None;
        }
        let count = number(text.get(12..16)?, 16)?.try_into().ok()?;
        Stamp::at(number(text.get(..12)?, 16)?, count, number(text.get(16..)?, 16)?.try_into().ok()?)
    }

    /// A stamp, or `None` if the time does not fit the written form.
    pub fn at(ms: u64, count: u16, device: u32) -> Option<Stamp> {
        (ms < ROOM_MS).then_some(Stamp { ms, count, device })
    }

    /// Whether a real clock can have produced this time. Others are rejected when reading files:
    /// the stamps after them would overflow the written form.
    pub fn is_possible(self) -> bool {
        self.ms < 2 * LAST_MS
    }
}

/// Fixed width, so that texts sort like stamps.
impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012x}{:04x}{:08x}", self.ms, self.count, self.device)
    }
}

/// Exclusive limit of the written form.
const ROOM_MS: u64 = 1 << 48;

/// Latest time accepted from a clock: the year 2248. Counting on from any possible stamp stays far
/// below [`ROOM_MS`].
const LAST_MS: u64 = 1 << 43;

/// The clock of one device.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    latest: Stamp,
    device: u32,
}

impl Clock {
    /// A clock that has seen no stamp.
    pub fn new(device: u32) -> Clock {
        Clock { latest: Stamp::default(), device }
    }

    /// The next stamp: greater than every stamp seen, and at least `now`.
    pub fn tick(&mut self, now: u64) -> Stamp {
        let (seen, now) = (self.latest, now.min(LAST_MS));
        let (ms, count) = match seen.count.checked_add(1) {
            _ if now > seen.ms => (now, 0),
            Some(count) => (seen.ms, count),
            None => (seen.ms + 1, 0),
        };
        self.latest = Stamp { ms, count, device: self.device };
        self.latest
    }

    /// Advances the clock to a stamp of another device.
    pub fn observe(&mut self, stamp: Stamp) {
        self.latest = self.latest.max(stamp);
    }

    /// Device number.
    pub fn device(&self) -> u32 {
        self.device
    }

    /// The latest stamp issued or seen.
    pub fn latest(&self) -> Stamp {
        self.latest
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn written_stamps_sort_as_stamps_do(a in 0..LAST_MS, b in 0..LAST_MS, x in any::<(u16, u32)>(), y in any::<(u16, u32)>()) {
            let (a, b) = (Stamp { ms: a, count: x.0, device: x.1 }, Stamp { ms: b, count: y.0, device: y.1 });
            prop_assert_eq!(Stamp::parse(&a.to_string()), Some(a));
            prop_assert_eq!(a.to_string().cmp(&b.to_string()), a.cmp(&b));
        }

        #[test]
        fn a_clock_never_goes_back(times in proptest::collection::vec(0_u64..50, 1..60)) {
            let mut clock = Clock::new(3);
            let mut last = clock.latest();
            for now in times {
                let next = clock.tick(now);
                prop_assert!(next > last);
                last = next;
            }
        }
    }

    #[test]
    fn other_texts_are_no_stamps() {
        for bad in ["", "xyz", "0000000000000000000000000", "00000000000000000000000G", "+00000000000000000000000"] {
            assert_eq!(Stamp::parse(bad), None, "{bad}");
        }
    }
}
