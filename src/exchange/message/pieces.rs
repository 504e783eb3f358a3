//! A line cut where something new begins: at signs, and at words that say so.

use super::labels::{Label, is_place, label_of, labelled};
use super::values::{ethnic, religion};
use crate::domain::value::letters::fold;

/// Words without a sign between them in which several things are looked for: nobody tells of somebody in more.
const MOST_WORDS: usize = 40;

/// A line without its number, at the signs between things.
pub(super) fn pieces(line: &str) -> Vec<String> {
    let bare = line.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['.', ')', '/']);
    let numbered = bare.len() + 4 > line.len() && bare.len() < line.len() && bare.starts_with(' ');
    let line = if numbered { bare } else { line };
    let mut pieces = vec![String::new()];
    let signs: Vec<char> = line.chars().collect();
    for (place, sign) in signs.iter().enumerate() {
        let (before, after) = (place.checked_sub(1).and_then(|at| signs.get(at)), signs.get(place + 1));
        let spaced = before.is_none_or(|c| *c == ' ') && after.is_none_or(|c| *c == ' ');
        let ends = match sign {
            ',' | ';' | '|' | '\t' | '(' | ')' => true,
            '-' | '–' | '—' | '+' | '*' | '•' => spaced,
            '.' => after.is_none_or(|c| *c == ' '),
            _ => false,
        };
        match pieces.last_mut() {
            Some(piece) if !ends => piece.push(*sign),
            _ => pieces.push(String::new()),
        }
    }
    pieces.into_iter().map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
}

/// A piece in which several things follow each other without a sign between.
pub(super) fn cut(piece: &str) -> Vec<String> {
    let words: Vec<&str> = piece.split_whitespace().collect();
    if words.len() > MOST_WORDS {
        return vec![piece.to_owned()];
    }
    let (mut cuts, mut begun) = (Vec::new(), 0);
    let from = |place: usize| words.get(place..).unwrap_or_default().join(" ");
    // Of “ngày sinh” the second word says nothing of its own.
    let behind_label = |begun: usize| label_of(&from(begun)).map_or(begun, |(_, count, _)| begun + count);
    for place in 1..words.len() {
        let before = words.get(begun..place).unwrap_or_default().join(" ");
        if place >= behind_label(begun) && begins(&before, &from(place)) {
            cuts.push(before);
            begun = place;
        }
    }
    cuts.push(words.get(begun..).unwrap_or_default().join(" "));
    cuts
}

/// Whether something new begins behind a text.
pub(super) fn begins(before: &str, behind: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let first = behind.split(' ').next().unwrap_or_default();
    let starts = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    if let Some((Label::Birth | Label::Phone | Label::Citizen | Label::YouthUnion, value)) = labelled(before) {
        // Such a value ends where its figures end.
        let going_on = ["thang", "nam"].contains(&fold(first).as_str())
            || ["thang", "nam"].iter().any(|word| fold(before).ends_with(word));
        return digits(&value) >= 2 && !starts(first) && !going_on;
    }
    if let Some((label, value)) = labelled(behind) {
        let told = match label {
            Label::Birth | Label::Phone | Label::Citizen | Label::YouthUnion => {
                starts(value.trim_start_matches('+')) && digits(&value) >= 2
            }
            Label::Ethnic => {
                starts(&value)
                    || ethnic(&value).is_some()
                    || value.split(' ').next().is_some_and(|word| ethnic(word).is_some())
            }
            Label::Religion => religion(&value).is_some(),
            Label::Education => starts(&value) || fold(&value).starts_with("lop "),
            Label::Residence => is_place(&value),
            Label::Sex | Label::Name | Label::Cell => false,
        };
        if told {
            return true;
        }
    }
    // Telephones and days without a word before them.
    let is_whole = !starts(before) || digits(before) >= 6;
    if starts(first) && digits(first) >= 6 && is_whole && labelled(before).is_none() {
        return true;
    }
    if fold(behind).starts_with("doan vien") {
        return true;
    }
    // A name has two words at least.
    is_place(behind)
        && before.contains(' ')
        && !is_place(before)
        && !matches!(labelled(before), Some((Label::Residence | Label::Cell, _)))
        || ethnic(before).is_some() && is_place(behind)
}
