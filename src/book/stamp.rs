//! Stamps that order edits across devices whose clocks are wrong: a hybrid logical clock
//! (Kulkarni and others, 2014). A stamp is never behind anything its device has seen.

use std::fmt;

use crate::domain::value::letters::number;

/// When an edit was made, as far as its device could know. Ordered by time, then count, then device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Stamp {
    /// Milliseconds since 1970 by the device's clock, or by a later stamp it had seen.
    pub ms: u64,
    /// Tells edits of one millisecond apart.
    pub count: u16,
    /// The device.
    pub device: u32,
}

impl Stamp {
    /// Reads the written form: 24 hexadecimal figures.
    pub fn parse(text: &str) -> Option<Stamp> {
        let figures = text.len() == 24 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if !figures {
            return None;
        }
        let count = number(text.get(12..16)?, 16)?.try_into().ok()?;
        Stamp::at(number(text.get(..12)?, 16)?, count, number(text.get(16..)?, 16)?.try_into().ok()?)
    }

    /// A stamp as written; `None` for a time that has no room in the written form.
    pub fn at(ms: u64, count: u16, device: u32) -> Option<Stamp> {
        (ms < ROOM_MS).then_some(Stamp { ms, count, device })
    }

    /// Whether any clock can have shown this time: a file with others is not taken in, or the
    /// stamps after it would find no room.
    pub fn is_possible(self) -> bool {
        self.ms < 2 * LAST_MS
    }
}

/// Fixed width, so that the text sorts as the stamp does.
impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012x}{:04x}{:08x}", self.ms, self.count, self.device)
    }
}

/// What the written form has room for.
const ROOM_MS: u64 = 1 << 48;

/// Largest time that is taken from a clock: the year 2248. A hundred times further on there is
/// still room, so that counting on from any possible stamp stays within the written form.
const LAST_MS: u64 = 1 << 43;

/// Gives out stamps for one device.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    latest: Stamp,
    device: u32,
}

impl Clock {
    /// A clock that has seen nothing.
    pub fn new(device: u32) -> Clock {
        Clock { latest: Stamp::default(), device }
    }

    /// The next stamp: above every stamp seen, and at the wall clock's time where that is ahead.
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

    /// Takes note of a stamp from elsewhere.
    pub fn observe(&mut self, stamp: Stamp) {
        self.latest = self.latest.max(stamp);
    }

    /// The device.
    pub fn device(&self) -> u32 {
        self.device
    }

    /// The latest stamp given out or seen.
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
