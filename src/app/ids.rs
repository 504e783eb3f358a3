//! Generator of record ids. It is seeded once with real randomness from the browser and is part of
//! the state, so that `update` stays a pure function.

/// SplitMix64 (Steele, Lea, Flood, 2014), of period 2^64. Written out here because the page does
/// without the crate `rand_xoshiro`, which everything else uses.
#[derive(Clone, Copy, Debug)]
pub struct Ids(u64);

impl Ids {
    /// Seeds the generator.
    pub fn new(seed: u64) -> Ids {
        Ids(seed)
    }

    /// The next number.
    pub fn next_number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use rand_xoshiro::SplitMix64;
    use rand_xoshiro::rand_core::{Rng, SeedableRng};

    use super::*;

    #[test]
    fn the_published_sequence_for_seed_0() {
        let mut ids = Ids::new(0);
        assert_eq!(ids.next_number(), 0xe220_a839_7b1d_cdaf);
        assert_eq!(ids.next_number(), 0x6e78_9e6a_a1b9_65f4);
    }

    #[test]
    fn the_numbers_are_those_of_the_library() {
        for seed in [0, 1, 7, 0x9e37_79b9_7f4a_7c15, u64::MAX] {
            let (mut ids, mut library) = (Ids::new(seed), SplitMix64::seed_from_u64(seed));
            for place in 0..100 {
                assert_eq!(ids.next_number(), library.next_u64(), "seed {seed}, number {place}");
            }
        }
    }
}
