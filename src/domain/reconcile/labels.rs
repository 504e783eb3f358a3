//! Parts that are told by a label before their number: `20 chi bộ, gồm: thôn 12, cơ quan 3, trường học 5`. There `thôn 12` counts, and is no
//! name of a village. Other numbers that are names are in `aside`.

use super::aside_words::NAMES;
use super::figure::{Item, Sentence};

/// Most words of a label.
const LONGEST: usize = 4;

/// Whether an item ends a part of a list.
fn parts(item: &Item) -> bool {
    match item {
        Item::Mark(mark) => matches!(mark, ',' | ';' | ':' | '(' | ')' | '.'),
        Item::Word(word) => matches!(word.as_str(), "gom" | "va" | "do"),
        _ => false,
    }
}

/// The words of the label before a number, if there is nothing else between the marks around both.
fn label(read: &Sentence, at: usize) -> Option<(usize, Vec<&str>)> {
    let begins = read.items.get(..at)?.iter().rposition(parts)?;
    let words = read.words(begins + 1, at);
    let alone = words.len() == at - begins - 1 && (1..=LONGEST).contains(&words.len());
    let ends = read.next(at).is_none_or(parts);
    (alone && ends).then_some((begins, words))
}

/// Whether a number behind a word such as `thôn` is a part of a list: behind a whole and a word that begins the list, once with this
/// label, and beside a part whose label can be no name.
pub(super) fn is_part(read: &Sentence, at: usize) -> bool {
    let Some((begins, own)) = label(read, at) else { return false };
    let end = |item: &Item| *item == Item::Mark('.') || *item == Item::Mark(';');
    let from = read.items.get(..begins).unwrap_or_default().iter().rposition(end).map_or(0, |place| place + 1);
    let to = read.items.iter().skip(at).position(end).map_or(read.items.len(), |length| at + length);
    let before = read.items.get(from..=begins).unwrap_or_default();
    let starts = before.iter().position(|item| match item {
        Item::Word(word) => word == "gom" || word == "do",
        Item::Mark(mark) => *mark == ':' || *mark == '(',
        _ => false,
    });
    let is_number = |item: &Item| matches!(item, Item::Figure(_));
    let whole = starts.is_some_and(|starts| before.iter().take(starts).any(is_number));
    let others = (from..to).filter(|place| *place != at && read.items.get(*place).is_some_and(is_number));
    let labels: Vec<Vec<&str>> = others.filter_map(|place| label(read, place)).map(|(_, words)| words).collect();
    let counted = |words: &Vec<&str>| words.last().is_some_and(|word| !NAMES.contains(word));
    whole && !labels.contains(&own) && labels.iter().any(counted)
}
