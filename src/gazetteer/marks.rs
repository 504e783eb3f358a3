//! Whether the marks that somebody types are those of a name.

use crate::domain::value::letters::small;

/// A mark is another one.
const OTHER_MARKS: u8 = 2;
/// A mark is left out, although others are there.
pub(super) const FEWER_MARKS: u8 = 1;

/// Vowels of an open syllable whose mark stands on the first or on the second, by the fashion: `hòa`, `hoà`.
const EITHER: [(&str, &str); 3] = [("oòóỏõọ", "aàáảãạ"), ("oòóỏõọ", "eèéẻẽẹ"), ("uùúủũụ", "yỳýỷỹỵ")];

/// Small letters with such marks on the second vowel.
fn settled(letters: impl Iterator<Item = char>) -> Vec<char> {
    let mut settled: Vec<char> = Vec::new();
    for letter in letters {
        let moved = settled.last().and_then(|before| {
            EITHER.iter().find_map(|(first, second)| {
                let tone = first.chars().position(|c| c == *before).filter(|tone| *tone > 0)?;
                Some((first.chars().next()?, second.chars().nth(tone)?)).filter(|_| second.starts_with(letter))
            })
        });
        match (moved, settled.last_mut()) {
            (Some((plain, marked)), Some(before)) => {
                *before = plain;
                settled.push(marked);
            }
            _ => settled.push(letter),
        }
    }
    settled
}

/// How far the marks that are typed are from those of the name: nothing where none is typed at all.
pub(super) fn marks(typed: &str, name: &str) -> u8 {
    if typed.is_ascii() {
        return 0;
    }
    let letters = settled(typed.chars()).into_iter().zip(spaced(name)).map(|(typed, own)| match typed {
        typed if typed == own => 0,
        typed if typed.is_ascii() => FEWER_MARKS,
        _ => OTHER_MARKS,
    });
    letters.max().unwrap_or_default()
}

/// The letters of a name in small letters, as `typed::words` has them.
fn spaced(name: &str) -> Vec<char> {
    let words = name.split([' ', '-']).filter(|word| !word.is_empty());
    let bare = words.map(|word| word.replace('\'', "")).collect::<Vec<_>>().join(" ");
    settled(bare.chars().map(small))
}
