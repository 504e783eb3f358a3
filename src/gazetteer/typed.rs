//! An address as somebody types it, cut into words: which of them say what kind of unit follows, and where parts begin.

use super::table::CommuneKind;
use crate::domain::value::letters::fold;
use crate::domain::value::place_words::{ABOVE, COMMUNES};

/// What stands before a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A commune of this kind.
    Commune(CommuneKind),
    /// A district or a province.
    Above,
    /// A commune or something above it: `t.` and `tp` are written for several.
    Any,
}

/// A word of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it begins, in bytes.
    pub(super) at: usize,
    /// Folded, without apostrophes.
    pub(super) folded: String,
    /// As written, in small letters.
    pub(super) small: String,
    /// Whether a part of the address begins with it.
    pub(super) begins: bool,
    /// What it says of the name behind it.
    pub(super) unit: Option<Unit>,
    /// Whether it says so for certain: without its marks, at the end, or beside another one it may be part of a name.
    pub(super) certain: bool,
    /// Whether it belongs to the word before: `thị trấn`.
    pub(super) second: bool,
}

/// What the words for communes say, in the order of [`COMMUNES`].
const KINDS: [CommuneKind; 4] =
    [CommuneKind::Commune, CommuneKind::Ward, CommuneKind::Township, CommuneKind::SpecialZone];

/// Words of kinds, with their marks. None begins with another one.
fn units() -> impl Iterator<Item = (&'static str, Unit)> {
    let communes = COMMUNES.into_iter().zip(KINDS).map(|(name, kind)| (name, Unit::Commune(kind)));
    communes.chain(ABOVE.into_iter().map(|name| (name, Unit::Above)))
}

/// What people write for them.
const SHORT: [(&str, Unit); 10] = [
    ("x", Unit::Commune(CommuneKind::Commune)),
    ("p", Unit::Commune(CommuneKind::Ward)),
    ("f", Unit::Commune(CommuneKind::Ward)),
    ("tt", Unit::Commune(CommuneKind::Township)),
    ("h", Unit::Above),
    ("q", Unit::Above),
    ("tx", Unit::Above),
    ("tp", Unit::Above),
    ("t", Unit::Any),
    ("đk", Unit::Commune(CommuneKind::SpecialZone)),
];

/// Provinces as people shorten them, folded.
const PROVINCES: [(&str, &str); 8] = [
    ("daklak", "dak lak"),
    ("daknong", "dak nong"),
    ("kontum", "kon tum"),
    ("hcm", "ho chi minh"),
    ("tphcm", "ho chi minh"),
    ("hn", "ha noi"),
    ("brvt", "ba ria vung tau"),
    ("tth", "thua thien hue"),
];

/// The words of an address.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let (mut begins, mut open) = (true, false);
    for (at, c) in text.char_indices() {
        let (letter, mark) =
            (c.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&c), matches!(c, '\'' | '’' | 'ʼ' | '`'));
        if letter && !open {
            let word = Word {
                at,
                folded: String::new(),
                small: String::new(),
                begins,
                unit: None,
                certain: false,
                second: false,
            };
            words.push(word);
            (begins, open) = (false, true);
        }
        match words.last_mut().filter(|_| open) {
            Some(word) if letter => word.small.extend(c.to_lowercase()),
            _ if mark => {}
            _ => open = false,
        }
        let spaced = c == '-' && text.get(..at).is_some_and(|before| before.ends_with(' '));
        begins |= spaced || matches!(c, ',' | ';' | '(' | '/' | '\n' | '–');
    }
    let mut words: Vec<Word> = words.into_iter().flat_map(numbered).collect();
    for word in &mut words {
        word.folded = fold(&word.small);
        if let Some((_, long)) = PROVINCES.iter().find(|(short, _)| *short == word.folded) {
            word.folded = (*long).to_owned();
        }
        // `Phường 05`.
        if is_number(&word.folded) {
            word.folded = word.folded.trim_start_matches('0').to_owned();
        }
    }
    // Nobody writes the country of an address at home but out of habit.
    if matches!(words.as_slice(), [.., viet, nam] if viet.folded == "viet" && nam.folded == "nam") && words.len() > 2 {
        words.truncate(words.len() - 2);
    }
    mark_units(&mut words);
    words
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `P5` is two words.
fn numbered(word: Word) -> Vec<Word> {
    let number = ["p", "f", "q"].iter().find_map(|kind| word.small.strip_prefix(kind)).filter(|rest| is_number(rest));
    let Some(number) = number else { return vec![word] };
    let second = Word { at: word.at + 1, small: number.to_owned(), begins: false, ..word.clone() };
    let kind = word.small.chars().take(1).collect();
    vec![Word { small: kind, ..word }, second]
}

fn mark_units(words: &mut [Word]) {
    // Who writes marks writes them on these words, too.
    let is_plain = words.iter().all(|word| word.small.is_ascii());
    let (mut place, mut units) = (0, Vec::new());
    while let Some(rest) = words.get(place..).filter(|rest| !rest.is_empty()) {
        let (count, unit, certain) = unit_at(rest, is_plain);
        if let Some(unit) = unit {
            units.push((place, count, unit, certain));
        }
        place += count.max(1);
    }
    let is_unit = |place: usize| units.iter().any(|(from, count, ..)| (*from..from + count).contains(&place));
    for (from, count, unit, certain) in &units {
        let behind = from + count;
        let names = words.get(behind).is_some_and(|word| !word.begins) && !is_unit(behind);
        let alone = from.checked_sub(1).is_none_or(|before| !is_unit(before));
        for (place, word) in words.iter_mut().enumerate().skip(*from).take(*count) {
            (word.unit, word.certain, word.second) = (Some(*unit), *certain && names && alone, place > *from);
        }
    }
}

/// How many words stand for a kind here, which, and whether for certain. In a plain text no letter has a mark.
fn unit_at(words: &[Word], is_plain: bool) -> (usize, Option<Unit>, bool) {
    for (name, unit) in units() {
        let count = name.split(' ').count();
        let written: Vec<&str> = words.iter().take(count).map(|word| word.small.as_str()).collect();
        if written.join(" ") == name {
            return (count, Some(unit), true);
        }
        if is_plain && written.join(" ") == fold(name) {
            return (count, Some(unit), false);
        }
    }
    let first = words.first().map(|word| word.small.as_str()).unwrap_or_default();
    match SHORT.iter().find(|(short, _)| *short == first) {
        Some((_, unit)) => (1, Some(*unit), true),
        None => (0, None, false),
    }
}
