//! The data of a program, piece by piece, as the linker has listed them.

use std::collections::BTreeSet;
use std::ops::Range;

/// What memory holds when the program begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    base: u32,
    bytes: Vec<u8>,
    /// Which bytes are in the file; the others are zeros that nobody wrote down.
    given: Vec<bool>,
}

/// How far apart two stretches may lie and still be written as one: to begin another takes as
/// many bytes.
const BRIDGE: usize = 8;

/// How far two half words that count on lie apart from the two after them.
const NEXT_TWO: u32 = 0x0002_0002;

impl Image {
    /// Puts the stretches of a program together.
    pub fn new(segments: &[(u32, Vec<u8>)]) -> Self {
        let base = segments.iter().map(|(at, _)| *at).min().unwrap_or_default();
        let mut image = Self { base, bytes: Vec::new(), given: Vec::new() };
        for (at, content) in segments {
            let from = at.saturating_sub(base) as usize;
            let end = from + content.len();
            if image.bytes.len() < end {
                image.bytes.resize(end, 0);
                image.given.resize(end, false);
            }
            for (place, byte) in (from..end).zip(content) {
                if let (Some(there), Some(given)) = (image.bytes.get_mut(place), image.given.get_mut(place)) {
                    (*there, *given) = (*byte, true);
                }
            }
        }
        image
    }

    /// The bytes of a piece, as far as there are any.
    pub fn of(&self, piece: &Range<u32>) -> &[u8] {
        let from = (piece.start.saturating_sub(self.base) as usize).min(self.bytes.len());
        let end = (piece.end.saturating_sub(self.base) as usize).clamp(from, self.bytes.len());
        self.bytes.get(from..end).unwrap_or_default()
    }

    /// The words in a piece that could be addresses or numbers of functions: not those of a list that counts in half words, as
    /// of the fields of a record, where 18 and 19 look like the address 0x130012.
    pub fn words(&self, piece: &Range<u32>) -> impl Iterator<Item = u32> {
        let skipped = piece.start.next_multiple_of(4) - piece.start;
        let bytes = self.of(piece).get(skipped as usize..).unwrap_or_default();
        let words: Vec<u32> =
            bytes.chunks_exact(4).filter_map(|word| Some(u32::from_le_bytes(word.try_into().ok()?))).collect();
        let place = |at: usize| words.get(at).copied();
        let counts = |at: usize| {
            let word = place(at).unwrap_or_default();
            let next = |one: Option<u32>, other: Option<u32>| {
                one.zip(other).is_some_and(|(one, other)| one.checked_add(NEXT_TWO) == Some(other))
            };
            let before = at.checked_sub(1).and_then(place);
            word >> 16 == (word & 0xFFFF) + 1 && (next(before, Some(word)) || next(Some(word), place(at + 1)))
        };
        (0..words.len()).filter(|at| !counts(*at)).filter_map(place).collect::<Vec<_>>().into_iter()
    }

    /// The stretches to write for these pieces alone. What lies between two pieces that are
    /// near each other is written along as it is.
    pub fn segments(&self, pieces: &[Range<u32>]) -> Vec<(u32, Vec<u8>)> {
        let mut wanted = vec![false; self.bytes.len()];
        for piece in pieces {
            let from = piece.start.saturating_sub(self.base) as usize;
            for place in from..from + self.of(piece).len() {
                if let (Some(wanted), Some(given)) = (wanted.get_mut(place), self.given.get(place)) {
                    *wanted = *given;
                }
            }
        }
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (place, _) in wanted.iter().enumerate().filter(|(_, wanted)| **wanted) {
            match runs.last_mut() {
                Some(run) if place - run.end <= BRIDGE => run.end = place + 1,
                _ => runs.push(place..place + 1),
            }
        }
        let place = |place: usize| self.base + u32::try_from(place).unwrap_or_default();
        let content = |run: Range<usize>| (place(run.start), self.bytes.get(run).unwrap_or_default().to_vec());
        runs.into_iter().map(content).collect()
    }

    /// All of it.
    pub fn whole(&self) -> Range<u32> {
        self.base..self.base + u32::try_from(self.bytes.len()).unwrap_or_default()
    }
}

/// The pieces of data that never change, in the order of their places, from the linker's list.
pub fn constants(map: &str, image: &Image) -> Vec<Range<u32>> {
    let mut pieces: Vec<Range<u32>> = Vec::new();
    for line in map.lines() {
        let Some((place, rest)) = line.split_once(":(.rodata") else { continue };
        let mut words = place.split_whitespace().map(|word| u32::from_str_radix(word, 16));
        let (Some(Ok(at)), Some(_), Some(Ok(size))) = (words.next(), words.next(), words.next()) else { continue };
        if rest.starts_with(')') {
            // Texts that end with a zero are thrown together by the linker, each once.
            pieces.extend(ended_by_zero(at, image.of(&(at..at + size))));
        } else {
            pieces.push(at..at + size);
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces.sort_by_key(|piece| piece.start);
    pieces
}

/// Where the tables begin in which the compiler looks up the answers of a `match`.
pub fn tables(map: &str) -> BTreeSet<u32> {
    let lines = map.lines().filter_map(|line| line.split_once(":(.rodata..Lswitch.table."));
    let begin = lines.filter_map(|(place, _)| u32::from_str_radix(place.split_whitespace().next()?, 16).ok());
    begin.collect()
}

fn ended_by_zero(at: u32, bytes: &[u8]) -> Vec<Range<u32>> {
    let mut from = at;
    let texts = bytes.split_inclusive(|byte| *byte == 0).filter_map(|text| {
        let piece = from..from + u32::try_from(text.len()).ok()?;
        from = piece.end;
        Some(piece)
    });
    texts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_near_each_other_become_one_and_holes_are_left_out() {
        let image = Image::new(&[(100, b"abcd".to_vec()), (108, vec![7; 40])]);
        assert_eq!(image.segments(&[image.whole()]).len(), 1);
        assert_eq!(image.segments(&[100..104, 140..148]), [(100, b"abcd".to_vec()), (140, vec![7; 8])]);
        assert_eq!(image.segments(&[]), []);
    }

    #[test]
    fn words_are_read_where_they_can_stand() {
        let image = Image::new(&[(2, vec![9, 9, 1, 0, 0, 0, 2, 0, 0, 0, 3])]);
        assert_eq!(image.words(&(2..13)).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn half_words_that_count_are_no_addresses() {
        let halves: Vec<u8> = (16..22_u16).flat_map(u16::to_le_bytes).chain([2, 0, 3, 0, 5, 0, 0, 0]).collect();
        let image = Image::new(&[(0, halves)]);
        assert_eq!(image.words(&(0..20)).collect::<Vec<_>>(), [0x0003_0002, 5]);
    }

    #[test]
    fn pieces_are_read_from_the_list_of_the_linker() {
        let map = "  64  1  c .rodata\n  64  1  4   a b.o:(.rodata..Lanon.1)\n  64  1  4     .Lanon.1\n  \
             68  5  5   <internal>:(.rodata)\n  6e  9  8   a b.o:(.data.x)\n";
        let image = Image::new(&[(100, b"abcdx\0yz\0".to_vec())]);
        assert_eq!(constants(map, &image), [100..104, 104..106, 106..109]);
    }
}
