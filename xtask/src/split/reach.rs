//! What a program needs when the parts that come later are not there.
//!
//! Needed is what can be reached from what the script around the program may call, when the
//! functions that the later parts begin with are left out: the functions that are called, the
//! functions whose number is written down somewhere, and the data whose address is. A number is
//! never known to be an address or not, so whatever could be one counts as one.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::data::Image;
use super::text::{self, Program};

/// What is needed without the later parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needed<'a> {
    /// Functions, those that are imported too.
    pub functions: BTreeSet<&'a str>,
    /// Pieces of data, by their order.
    pub pieces: BTreeSet<usize>,
}

impl<'a> Needed<'a> {
    /// What of it `before` has not.
    pub fn without(&self, before: &Needed<'a>) -> Self {
        Self {
            functions: self.functions.difference(&before.functions).copied().collect(),
            pieces: self.pieces.difference(&before.pieces).copied().collect(),
        }
    }
}

/// What a function speaks of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said<'a> {
    /// Functions that it calls.
    pub calls: BTreeSet<&'a str>,
    /// Globals that it uses.
    pub globals: BTreeSet<&'a str>,
    /// Numbers that it stores, hands on or gives back: they may be numbers of functions.
    handed: BTreeSet<u32>,
    /// Numbers that may be addresses.
    exact: BTreeSet<u32>,
    /// Numbers that something is added to before they are addresses, or may be.
    shifted: BTreeSet<u32>,
}

/// Where a number that is added to lies before the data that it leads to, at the most: the
/// compiler may take the first index of a table into its address.
const SHIFT: u32 = 64;

/// Reads what a function speaks of.
pub fn said<'a>(function: &'a str) -> Said<'a> {
    let mut said = Said::default();
    let mut above: Vec<&str> = Vec::new();
    for line in function.lines().skip(1) {
        let depth = line.len() - line.trim_start().len();
        let line = line.trim_start();
        let Some(inner) = line.strip_prefix('(') else { continue };
        let (word, rest) = inner.split_once([' ', ')']).unwrap_or((inner, ""));
        above.truncate(depth.saturating_sub(2));
        let parent = above.last().copied().unwrap_or("func");
        above.resize(depth.saturating_sub(2), "");
        above.push(word);
        match word {
            "call" => said.calls.extend(text::name(rest)),
            "global.get" | "global.set" => said.globals.extend(text::name(rest)),
            "i32.const" => said.number(leading(rest), parent),
            // Two halves may have been put together.
            "i64.const" => {
                let both = rest.trim_end_matches(')').parse::<i64>().unwrap_or_default().cast_unsigned();
                for half in [both, both >> 32] {
                    said.number(u32::try_from(half & 0xffff_ffff).ok(), parent);
                }
            }
            _ => {}
        }
        if let Some((_, offset)) = rest.split_once("offset=") {
            said.shifted.extend(leading(offset));
        }
    }
    said
}

/// The number that a text begins with.
fn leading(text: &str) -> Option<u32> {
    let digits = text.split([' ', ')']).next().unwrap_or_default();
    digits.parse::<i64>().ok().and_then(|number| u32::try_from(number & 0xffff_ffff).ok())
}

impl Said<'_> {
    fn number(&mut self, number: Option<u32>, parent: &str) {
        let Some(number) = number else { return };
        let (kind, what) = parent.split_once('.').unwrap_or(("", ""));
        if what == "add" || what == "sub" || kind == "local" {
            self.shifted.insert(number);
        } else {
            self.exact.insert(number);
        }
        // Whatever counts with it, compares it or keeps a part of it does not call it.
        if kind.is_empty() || kind == "local" || kind == "global" || what == "store" {
            self.handed.insert(number);
        }
    }

    /// The numbers as addresses: each with how far it may lie before what it leads to.
    fn addresses(&self) -> impl Iterator<Item = (u32, u32)> {
        self.exact.iter().map(|at| (*at, 0)).chain(self.shifted.iter().map(|at| (*at, SHIFT)))
    }
}

/// Finds out what is needed when `left_out` is not there.
pub fn needed<'a>(
    program: &Program<'a>,
    all: &BTreeMap<&'a str, Said<'a>>,
    image: &Image,
    constants: &[Range<u32>],
    tables: &BTreeSet<u32>,
    left_out: &BTreeSet<&'a str>,
) -> Needed<'a> {
    let mut slots: BTreeMap<u32, &'a str> = BTreeMap::new();
    for (first, names) in &program.elements {
        slots.extend((*first..).zip(names.iter().copied()));
    }
    let mut needed = Needed::default();
    let exported = program.exports.iter().filter(|(_, kind, _)| *kind == "func").map(|(.., name)| *name);
    let mut functions: Vec<&'a str> = exported.collect();
    let mut pieces: Vec<usize> = Vec::new();
    // What changes while the program runs stays, whatever it leads to.
    for other in others(image, constants) {
        let words: Vec<u32> = image.words(&other).collect();
        functions.extend(words.iter().filter_map(|word| slots.get(word)));
        pieces.extend(words.iter().flat_map(|word| found(constants, tables, *word, 0)));
    }
    loop {
        if let Some(function) = functions.pop() {
            if left_out.contains(function) || !needed.functions.insert(function) {
                continue;
            }
            let Some(said) = all.get(function) else { continue };
            functions.extend(said.calls.iter());
            functions.extend(said.handed.iter().filter_map(|number| slots.get(number)));
            pieces.extend(said.addresses().flat_map(|(at, shift)| found(constants, tables, at, shift)));
        } else if let Some(place) = pieces.pop() {
            let Some(piece) = constants.get(place).filter(|_| needed.pieces.insert(place)) else { continue };
            for word in image.words(piece) {
                functions.extend(slots.get(&word));
                pieces.extend(found(constants, tables, word, 0));
            }
        } else {
            return needed;
        }
    }
}

/// The pieces that an address leads to: the one that it lies in, or else the one that ends there;
/// where something is added to it, that one too, and those that begin at most `shift` behind it.
/// Nothing is read from the end of a table of answers backwards: one that ends there is not meant.
fn found(constants: &[Range<u32>], tables: &BTreeSet<u32>, at: u32, shift: u32) -> Range<usize> {
    let end = constants.partition_point(|piece| piece.start <= at.saturating_add(shift));
    let inside = constants.partition_point(|piece| piece.end <= at);
    let ended = constants.partition_point(|piece| piece.end < at);
    let table = constants.get(ended).is_some_and(|piece| piece.end == at && tables.contains(&piece.start));
    let from = if (shift > 0 || inside >= end) && !table { ended } else { inside };
    from..end.max(from)
}

/// What lies between the constants.
pub fn others(image: &Image, constants: &[Range<u32>]) -> Vec<Range<u32>> {
    let whole = image.whole();
    let mut from = whole.start;
    let mut gaps = Vec::new();
    for piece in constants {
        gaps.push(from..piece.start);
        from = from.max(piece.end);
    }
    gaps.push(from..whole.end);
    gaps.retain(|gap| !gap.is_empty());
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome::Outcome;

    const TEXT: &str = "(module\n (memory $0 1)\n (data $d (i32.const 9100) \"aaaabbbbccccdddd\\02\\00\\00\\00\")\n \
        (table $0 4 4 funcref)\n (elem $0 (i32.const 1) $one $two $three)\n (export \"a\" (func $main))\n \
        (func $main\n  (call $later)\n  (call $show\n   (i32.const 9102)\n  )\n )\n \
        (func $later\n  (call $show\n   (i32.const 9105)\n  )\n  (call $only)\n )\n \
        (func $only\n  (i32.store offset=8\n   (i32.const 3)\n   (i32.const 9116)\n  )\n )\n \
        (func $show (param $0 i32)\n )\n (func $one\n )\n (func $two\n )\n (func $three\n )\n)\n";

    fn pieces() -> Vec<Range<u32>> {
        vec![9100..9103, 9103..9108, 9108..9112, 9112..9116, 9116..9120]
    }

    fn check(left_out: &[&str]) -> Outcome<(Vec<String>, Vec<usize>)> {
        let program = text::read(TEXT)?;
        let all = program.functions.iter().map(|function| (function.name, said(function.text))).collect();
        let image = Image::new(&program.data);
        let needed = needed(&program, &all, &image, &pieces(), &BTreeSet::new(), &left_out.iter().copied().collect());
        Ok((needed.functions.iter().map(|name| (*name).to_owned()).collect(), needed.pieces.into_iter().collect()))
    }

    #[test]
    fn what_only_the_left_out_needs_is_not_needed() -> Outcome {
        assert_eq!(check(&["$later"])?, (vec!["$main".into(), "$show".into()], vec![0]));
        Ok(())
    }

    #[test]
    fn numbers_of_functions_are_followed_through_data() -> Outcome {
        let (functions, pieces) = check(&[])?;
        // The word at 9116 is 2; the 3 that is stored to is a place, but might be a number.
        assert_eq!(functions, ["$later", "$main", "$only", "$show", "$three", "$two"]);
        assert_eq!(pieces, [0, 1, 4]);
        Ok(())
    }

    #[test]
    fn an_address_that_is_added_to_leads_further() {
        assert_eq!(found(&pieces(), &BTreeSet::new(), 9101, 0), 0..1);
        assert_eq!(found(&pieces(), &BTreeSet::new(), 9103, 0), 1..2);
        assert_eq!(found(&pieces(), &BTreeSet::new(), 9103, 1), 0..2);
        assert_eq!(found(&pieces(), &BTreeSet::from([9100]), 9103, 1), 1..2);
        assert_eq!(found(&pieces(), &BTreeSet::new(), 9120, 0), 4..5);
        assert_eq!(found(&pieces(), &BTreeSet::new(), 9090, 0), 0..0);
        assert_eq!(found(&pieces(), &BTreeSet::new(), 9090, 18), 0..3);
        assert_eq!(found(&pieces(), &BTreeSet::new(), 9500, 10), 5..5);
    }

    #[test]
    fn numbers_are_read_with_what_they_are_for() {
        let function = "(func $x (param $0 i32)\n  (i32.store offset=24\n   (i32.add\n    (local.get $0)\n    \
             (i32.const 7)\n   )\n   (i32.const -1)\n  )\n  (i64.const 4294967298)\n )";
        let said = said(function);
        assert_eq!(said.handed, [1, 2, u32::MAX].into());
        assert_eq!(said.shifted, [7, 24].into());
    }
}
