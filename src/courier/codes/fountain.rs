//! A text in blocks, so that any codes will do as long as there are enough: a random linear code over the field of two elements. The
//! first codes are the blocks themselves; each further one is the exclusive or of half of them, drawn by its number. Whoever has
//! heard as many as there are blocks lacks two more on average, whatever was lost, and solves them as linear equations.

use std::collections::VecDeque;

use super::frame::{self, Frame};
use super::packed::{checksum, pack, unpack};
use super::{Density, Heard, TooLong};

/// Blocks of a text at most. Solving so many takes a phone's worker less than a second in all; showing them takes three minutes.
const MOST_BLOCKS: usize = 1_024;
/// Bytes of the shortest block: shorter ones nobody shows.
const SHORTEST: usize = 16;
/// Transfers that are listened to at once: another code in the picture, or the same text in another density, must not cost what
/// is there.
const MOST_TRANSFERS: usize = 4;

/// Which blocks are in a code, one bit each.
type Mask = Vec<u64>;

/// The mask of a code by its number.
fn mask(number: u32, blocks: usize) -> Mask {
    let words = blocks.div_ceil(64);
    let place = usize::try_from(number).unwrap_or(usize::MAX);
    if place < blocks {
        return (0..words).map(|word| if word == place / 64 { 1 << (place % 64) } else { 0 }).collect();
    }
    let mut state = u64::from(number);
    let mut drawn: Mask = (0..words).map(|_| next(&mut state)).collect();
    if let Some(last) = drawn.last_mut()
        && !blocks.is_multiple_of(64)
    {
        *last &= (1 << (blocks % 64)) - 1;
    }
    drawn
}

/// The next number of SplitMix64 (S. Vigna's public domain version of it).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

fn has(mask: &[u64], place: usize) -> bool {
    mask.get(place / 64).is_some_and(|word| (word >> (place % 64)) & 1 == 1)
}

/// The first block of a mask.
fn first(mask: &[u64]) -> Option<usize> {
    let (word, bits) = mask.iter().enumerate().find(|(_, bits)| **bits != 0)?;
    Some(word * 64 + usize::try_from(bits.trailing_zeros()).ok()?)
}

/// Adds one thing to another, bit by bit.
fn add<Bits: Copy + std::ops::BitXorAssign>(sum: &mut [Bits], other: &[Bits]) {
    sum.iter_mut().zip(other).for_each(|(sum, other)| *sum ^= *other);
}

/// A text that is being shown.
#[derive(Clone, Debug)]
pub struct Source {
    transfer: u32,
    packed: Vec<u8>,
    size: usize,
}

impl Source {
    /// Prepares a text.
    ///
    /// # Errors
    /// If it is too long to hold a camera still for.
    pub fn new(text: &str, density: Density) -> Result<Source, TooLong> {
        let packed = pack(text);
        let size = density.bytes().min(packed.len().max(SHORTEST));
        if packed.len().div_ceil(size) > MOST_BLOCKS {
            return Err(TooLong);
        }
        Ok(Source { transfer: checksum(&packed), packed, size })
    }

    /// Number of blocks: so many codes are needed, and a few more for those that are lost.
    pub fn blocks(&self) -> usize {
        self.packed.len().div_ceil(self.size)
    }

    /// A code of the sequence. After the last number they begin again.
    pub fn frame(&self, number: u32) -> Frame {
        let number = number & frame::LARGEST;
        let mask = mask(number, self.blocks());
        let mut block = vec![0; self.size];
        for (_, bytes) in self.packed.chunks(self.size).enumerate().filter(|(place, _)| has(&mask, *place)) {
            add(&mut block, bytes);
        }
        Frame { transfer: self.transfer, length: self.packed.len(), number, block }
    }
}

/// What was heard of one transfer: equations, each with another first block.
#[derive(Clone, Debug)]
struct Equations {
    transfer: u32,
    length: usize,
    size: usize,
    blocks: usize,
    /// By its first block; `None` where there is none yet.
    rows: Vec<Option<(Mask, Vec<u8>)>>,
    known: usize,
}

impl Equations {
    /// For the transfer that a code is of; `None` for one that nobody shows.
    fn of(frame: &Frame) -> Option<Equations> {
        let (length, size) = (frame.length, frame.block.len());
        let blocks = length.div_ceil(size);
        let fits = size >= SHORTEST && blocks <= MOST_BLOCKS;
        fits.then(|| Equations { transfer: frame.transfer, length, size, blocks, rows: vec![None; blocks], known: 0 })
    }

    fn is_of(&self, frame: &Frame) -> bool {
        (self.transfer, self.length, self.size) == (frame.transfer, frame.length, frame.block.len())
    }

    /// Takes in a code: what it says that was not known becomes an equation.
    fn take(&mut self, frame: &Frame) {
        let (mut mask, mut block) = (mask(frame.number, self.blocks), frame.block.clone());
        while let Some(row) = first(&mask).and_then(|place| self.rows.get_mut(place)) {
            match row {
                Some((other, bytes)) => {
                    add(&mut mask, other);
                    add(&mut block, bytes);
                }
                None => {
                    *row = Some((mask, block));
                    self.known += 1;
                    return;
                }
            }
        }
    }

    /// The text, once there are enough; `None` if what was heard is wrong.
    fn solved(&self) -> Option<String> {
        let mut blocks: Vec<Vec<u8>> = vec![Vec::new(); self.blocks];
        for (place, row) in self.rows.iter().enumerate().rev() {
            let (mask, bytes) = row.as_ref()?;
            let mut block = bytes.clone();
            let known = blocks.iter().enumerate().skip(place + 1).filter(|(later, _)| has(mask, *later));
            known.for_each(|(_, later)| add(&mut block, later));
            *blocks.get_mut(place)? = block;
        }
        let mut packed = blocks.concat();
        packed.truncate(self.length);
        (checksum(&packed) == self.transfer).then(|| unpack(&packed)).flatten()
    }

    fn part(&self) -> u32 {
        u32::try_from(self.known * 100 / self.blocks.max(1)).unwrap_or(100)
    }
}

/// What is being heard.
#[derive(Clone, Debug, Default)]
pub struct Gathering {
    /// The one heard last stands last.
    transfers: VecDeque<Equations>,
}

impl Gathering {
    /// Takes in the text of a code.
    pub fn hear(&mut self, text: &str) -> Heard {
        let Some(frame) = Frame::read(text) else { return Heard::Foreign };
        let known = self.transfers.iter().position(|transfer| transfer.is_of(&frame));
        let Some(mut transfer) = known.and_then(|place| self.transfers.remove(place)).or_else(|| Equations::of(&frame))
        else {
            return Heard::Foreign;
        };
        transfer.take(&frame);
        let part = transfer.part();
        if transfer.known == transfer.blocks {
            // What cannot be right is given up, and heard anew.
            return transfer.solved().map_or(Heard::Part(0), Heard::Whole);
        }
        self.transfers.push_back(transfer);
        if self.transfers.len() > MOST_TRANSFERS {
            self.transfers.pop_front();
        }
        Heard::Part(part)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A text that does not pack.
    fn text(length: usize, seed: u64) -> String {
        let mut state = seed;
        (0..length).map(|_| char::from(b'!' + (next(&mut state) % 90) as u8)).collect()
    }

    /// Hears codes from a number on, without those that are lost; gives back how many were heard.
    fn heard(source: &Source, from: u32, lost: impl Fn(u32) -> bool) -> (usize, String) {
        let mut gathering = Gathering::default();
        let mut heard = 0;
        for number in (from..).filter(|number| !lost(*number)) {
            heard += 1;
            if let Heard::Whole(text) = gathering.hear(&source.frame(number).write()) {
                return (heard, text);
            }
        }
        unreachable!("the sequence never ends")
    }

    #[test]
    fn nothing_more_than_the_blocks_is_needed_when_nothing_is_lost() {
        for (length, density) in
            [(1, Density::Usual), (300, Density::Usual), (20_000, Density::Sparse), (20_000, Density::Dense)]
        {
            let text = text(length, 1);
            let source = Source::new(&text, density).unwrap_or_else(|TooLong| unreachable!());
            assert_eq!(heard(&source, 0, |_| false), (source.blocks(), text));
        }
    }

    #[test]
    fn a_small_text_is_one_code() {
        let source = Source::new("ket-nap;2;parcel", Density::Usual)
            .map(|source| (source.blocks(), source.frame(0).block.len()));
        assert_eq!(source, Ok((1, 18)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn few_more_are_needed_whatever_is_lost(length in 1..15_000_usize, seed in any::<u64>(), from in 0..1_000_u32, lost in 0..60_u64) {
            let text = text(length, seed);
            let source = Source::new(&text, Density::Sparse).unwrap_or_else(|TooLong| unreachable!());
            let is_lost = |number: u32| {
                let mut state = seed ^ u64::from(number);
                next(&mut state) % 100 < lost
            };
            let (heard, found) = heard(&source, from, is_lost);
            prop_assert_eq!(found, text);
            // The chance that k more are not enough is less than 1 in 2^k.
            prop_assert!(heard <= source.blocks() + 30, "{} of {}", heard, source.blocks());
        }

        #[test]
        fn any_text_of_a_code_does_no_harm(frames in proptest::collection::vec((0..3_u32, 0..3_000_usize, 0..40_u32, 0..40_usize), 0..60)) {
            let mut gathering = Gathering::default();
            for (transfer, length, number, size) in frames {
                let frame = Frame { transfer, length, number, block: vec![7; size] };
                let heard = gathering.hear(&frame.write());
                prop_assert!(!matches!(heard, Heard::Whole(_)));
                prop_assert!(gathering.transfers.len() <= MOST_TRANSFERS);
            }
        }
    }

    #[test]
    fn codes_of_others_cost_nothing_of_what_is_there() {
        let (first, second) = (text(2_000, 1), text(2_000, 2));
        let sources =
            [&first, &second].map(|text| Source::new(text, Density::Usual).unwrap_or_else(|TooLong| unreachable!()));
        let mut gathering = Gathering::default();
        let mut whole = Vec::new();
        for number in 0..20 {
            assert_eq!(gathering.hear("https://example.org/vi"), Heard::Foreign);
            for source in &sources {
                if let Heard::Whole(text) = gathering.hear(&source.frame(number).write()) {
                    whole.push(text);
                }
            }
        }
        assert_eq!(whole.first(), Some(&first));
        assert_eq!(whole.get(1), Some(&second));
    }

    #[test]
    fn a_code_that_was_misread_does_not_pass() {
        let text = text(2_000, 3);
        let source = Source::new(&text, Density::Usual).unwrap_or_else(|TooLong| unreachable!());
        let mut gathering = Gathering::default();
        let mut wrong = source.frame(0);
        wrong.block.iter_mut().for_each(|byte| *byte ^= 1);
        assert!(matches!(gathering.hear(&wrong.write()), Heard::Part(_)));
        let others = u32::try_from(source.blocks()).unwrap_or(0);
        let after: Vec<Heard> = (1..others).map(|number| gathering.hear(&source.frame(number).write())).collect();
        assert_eq!(after.last(), Some(&Heard::Part(0)));
        assert_eq!(heard(&source, others, |_| false).1, text);
    }

    #[test]
    fn what_is_too_long_is_told() {
        let length = MOST_BLOCKS * Density::Dense.bytes() * 2;
        assert_eq!(Source::new(&text(length, 4), Density::Dense).map(|source| source.blocks()), Err(TooLong));
    }
}
