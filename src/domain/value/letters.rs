//! Vietnamese letters: repairing look-alike characters from keyboards and old files, folding for search, and small
//! string functions that cost less code than those of `std`. NFC normalization happens where text enters.

/// Replaces look-alike characters: the Icelandic `Ð` (U+00D0, U+0189) that some keyboards produce for `Đ`, no-break
/// spaces; removes zero-width, control and direction characters except tab and newline. Everything else stays as typed.
pub fn mend(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\u{D0}' | '\u{189}' => Some('Đ'),
            '\u{F0}' | '\u{256}' => Some('đ'),
            '\u{A0}' | '\u{202F}' => Some(' '),
            // Those that turn the direction of writing would have a name read otherwise than it is written.
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => None,
            '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => None,
            c => Some(c),
        })
        .collect()
}

/// Folds a text for search: lower case, no diacritics, `đ` as `d`, single spaces. Composed and decomposed input give
/// the same result. Letters outside the Vietnamese alphabet are kept.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        match base(c) {
            Some(' ') => gap = !folded.is_empty(),
            Some(base) => {
                if gap {
                    folded.push(' ');
                    gap = false;
                }
                folded.push(base);
            }
            None => {}
        }
    }
    folded
}

/// Sort key of a name: the given name, which is the last word, then the whole name.
pub fn by_given_name(name: &str) -> String {
    let folded = fold(name);
    format!("{} {folded}", folded.split(' ').fold("", |_, word| word))
}

/// The lower-case base letter of `c`; `None` for a combining mark. A table of its own, because Unicode's case tables
/// would cost more wasm than the rest of this module.
fn base(c: char) -> Option<char> {
    Some(match c {
        '\u{300}'..='\u{36F}' => return None,
        'À'..='Ã' | 'à'..='ã' | 'Ă' | 'ă' | 'Ạ'..='ặ' => 'a',
        'È'..='Ê' | 'è'..='ê' | 'Ẹ'..='ệ' => 'e',
        'Ì' | 'Í' | 'ì' | 'í' | 'Ĩ' | 'ĩ' | 'Ỉ'..='ị' => 'i',
        'Ò'..='Õ' | 'ò'..='õ' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => 'o',
        'Ù' | 'Ú' | 'ù' | 'ú' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | 'Ụ'..='ự' => 'u',
        'Ý' | 'ý' | 'Ỳ'..='ỹ' => 'y',
        'Đ' | 'đ' | '\u{D0}' | '\u{F0}' | '\u{189}' | '\u{256}' => 'd',
        '\t' | '\n' | '\r' | '\u{A0}' | '\u{202F}' => ' ',
        c => c.to_ascii_lowercase(),
    })
}

/// Whether two names are equal, ignoring case but not diacritics.
pub fn same_name(one: &str, other: &str) -> bool {
    one.trim().chars().map(small).eq(other.trim().chars().map(small))
}

/// Lower-cases a Vietnamese letter, keeping its diacritics.
pub fn small(c: char) -> char {
    let next = |c: char| char::from_u32(u32::from(c) + 1).unwrap_or(c);
    match c {
        // The multiplication sign (U+00D7) is in this range.
        '×' => c,
        'À'..='Ý' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => next(c),
        'Ạ'..='ỹ' if u32::from(c).is_multiple_of(2) => next(c),
        c => c.to_ascii_lowercase(),
    }
}

/// Whether `text` contains `wanted`. `str::contains` would link the `std` substring search.
pub fn has(text: &str, wanted: &str) -> bool {
    wanted.is_empty() || text.as_bytes().windows(wanted.len()).any(|part| part == wanted.as_bytes())
}

/// Splits `text` at the characters for which `between` is true. `str::split` would instantiate the `std` searcher
/// for each closure.
#[inline(never)]
pub fn split<'a>(text: &'a str, between: &dyn Fn(char) -> bool) -> Vec<&'a str> {
    let (mut parts, mut begin) = (Vec::new(), 0);
    for (place, c) in text.char_indices() {
        if between(c) {
            parts.extend(text.get(begin..place));
            begin = place + c.len_utf8();
        }
    }
    parts.extend(text.get(begin..));
    parts
}

/// Splits `text` at the last `separator`, an ASCII byte. `str::rsplit_once` would link the `std` substring search.
pub fn split_last(text: &str, separator: u8) -> Option<(&str, &str)> {
    let at = text.bytes().rposition(|byte| byte == separator)?;
    text.get(..at).zip(text.get(at + 1..))
}

/// Joins `texts` with `between`. A tenth of the code of `join`.
#[inline(never)]
pub fn joined(texts: &[String], between: &str) -> String {
    let mut joined = String::new();
    for (place, text) in texts.iter().enumerate() {
        if place > 0 {
            joined.push_str(between);
        }
        joined.push_str(text);
    }
    joined
}

/// Parses `digits` in `base`. One function for all integer widths keeps the program small.
#[inline(never)]
pub fn number(digits: &str, base: u32) -> Option<u64> {
    // `from_str_radix` accepts a leading plus sign.
    if digits.starts_with('+') { None } else { u64::from_str_radix(digits, base).ok() }
}

/// Sorts `things` by the key `text`; stable.
#[cfg(not(target_arch = "wasm32"))]
pub fn in_order<T>(things: impl Iterator<Item = T>, text: impl Fn(&T) -> String) -> Vec<T> {
    let mut ordered: Vec<(String, T)> = things.map(|thing| (text(&thing), thing)).collect();
    ordered.sort_by(|(one, _), (other, _)| one.cmp(other));
    ordered.into_iter().map(|(_, thing)| thing).collect()
}

/// Insertion sort for wasm: the standard sort is faster for thousands of things but adds a kilobyte.
#[cfg(target_arch = "wasm32")]
pub fn in_order<T>(things: impl Iterator<Item = T>, text: impl Fn(&T) -> String) -> Vec<T> {
    let (mut texts, mut ordered) = (Vec::new(), Vec::new());
    for thing in things {
        let place = insert(&mut texts, text(&thing));
        ordered.insert(place, thing);
    }
    ordered
}

/// Inserts `text` into the sorted `texts` and returns its index.
#[cfg(target_arch = "wasm32")]
#[inline(never)]
fn insert(texts: &mut Vec<String>, text: String) -> usize {
    let place = texts.partition_point(|other| *other <= text);
    texts.insert(place, text);
    place
}

/// The first `most` of `things` in the order of the key `text`, and how many there are in all. Takes no longer for those
/// that are left out than it takes to look at them.
pub fn first_in_order<T>(things: impl Iterator<Item = T>, most: usize, text: impl Fn(&T) -> String) -> (Vec<T>, usize) {
    let (mut texts, mut first, mut all) = (Vec::<String>::new(), Vec::new(), 0);
    for thing in things {
        all += 1;
        let text = text(&thing);
        let place = texts.partition_point(|other| *other <= text);
        if place < most {
            texts.insert(place, text);
            first.insert(place, thing);
            texts.truncate(most);
            first.truncate(most);
        }
    }
    (first, all)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn search_sees_through_marks() {
        for (typed, folded) in [
            ("Dao", "dao"),
            ("Đào", "dao"),
            ("\u{D0}ào", "dao"),
            ("  Nguyễn   Thị\u{A0}Hòa ", "nguyen thi hoa"),
            ("hoà", "hoa"),
            ("Xơ Đăng", "xo dang"),
            ("Nguye\u{302}\u{303}n", "nguyen"),
            ("THỬ ƯỚC", "thu uoc"),
        ] {
            assert_eq!(fold(typed), folded, "{typed}");
        }
    }

    #[test]
    fn capitals_make_no_other_name_and_marks_do() {
        for (one, other, same) in [
            ("Lò Thị Ánh", " LÒ THỊ ÁNH", true),
            ("Đào Ỷ", "đào ỷ", true),
            ("Hoa", "Hòa", false),
            ("Đào", "Dao", false),
            ("Lò Thị", "Lò Thị A", false),
        ] {
            assert_eq!(same_name(one, other), same, "{one} {other}");
        }
    }

    #[test]
    fn every_vietnamese_letter_has_its_small_one() {
        // All that have one of the twenty-six under their marks, but for `Ɖ`, which is mended where it comes in.
        let letter = |c: &char| base(*c).is_some_and(|base| base.is_ascii_lowercase()) && *c != '\u{189}';
        let marked: Vec<char> = ('À'..='ỹ').filter(letter).collect();
        assert!(marked.len() >= 134, "{} letters with marks", marked.len());
        for c in ('\0'..='Ý').chain(marked) {
            assert_eq!(c.to_lowercase().collect::<String>(), small(c).to_string(), "{c:?}");
        }
    }

    #[test]
    fn things_stand_in_order_and_equal_ones_as_they_stood() {
        let things = [("b", 1), ("a", 2), ("b", 3), ("", 4), ("a", 5)];
        let ordered = in_order(things.into_iter(), |(text, _)| (*text).to_owned());
        assert_eq!(ordered, [("", 4), ("a", 2), ("a", 5), ("b", 1), ("b", 3)]);
    }

    #[test]
    fn the_first_things_are_those_that_stand_first() {
        let things = [("b", 1), ("a", 2), ("b", 3), ("", 4), ("a", 5)];
        for most in 0..7 {
            let mut ordered = in_order(things.into_iter(), |(text, _)| (*text).to_owned());
            ordered.truncate(most);
            assert_eq!(first_in_order(things.into_iter(), most, |(text, _)| (*text).to_owned()), (ordered, 5));
        }
    }

    #[test]
    fn letters_that_only_look_right_are_mended() {
        assert_eq!(mend("\u{D0}iện Biên"), "Điện Biên");
        assert_eq!(mend("Lò\u{A0}Văn\u{200B} Mẫu"), "Lò Văn Mẫu");
        assert_eq!(mend("\u{202E}Lò\u{200F} \u{2066}Mẫu\u{2069}"), "Lò Mẫu");
        assert_eq!(mend("hai\ndòng"), "hai\ndòng");
    }

    proptest! {
        #[test]
        fn folding_does_not_depend_on_how_marks_are_stored(text in "[a-zA-Zàáảãạăằâầđêếôồơởưữỳ Đ]{0,24}") {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(fold(&text), fold(&decomposed));
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn mending_twice_changes_nothing(text in "\\PC{0,40}") {
            prop_assert_eq!(mend(&mend(&text)), mend(&text));
        }
    }
}
