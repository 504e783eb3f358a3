//! Findings from several lines together: a place called a village in one line and a street quarter in another, and one
//! member count without any loss next to another with losses. Hints only, since neither is certainly wrong.

use super::{CheckedLine, Claim, Slip};
use crate::domain::value::letters::{fold, joined};

/// Kinds of places, folded.
const UNITS: [&str; 9] = ["khoi pho", "khu pho", "to dan pho", "tieu khu", "thon", "ban", "xom", "ap", "buon"];

/// Maximum number of compared words of a place name.
const WORDS: usize = 3;

/// A place named in a line: the folded name, the kind, and both as written.
pub(super) type Place = (String, &'static str, String);

/// Adds the slips found across lines to the later line. `places` are those of each line.
pub(super) fn across(lines: &mut [CheckedLine], places: &[&[Place]]) {
    units(lines, places);
    losses(lines);
}

/// A place with one name and two kinds.
fn units(lines: &mut [CheckedLine], places: &[&[Place]]) {
    let mut known: Vec<&Place> = Vec::new();
    for (line, places) in lines.iter_mut().zip(places) {
        for place in *places {
            let (name, unit, written) = place;
            match known.iter().find(|(other, ..)| other == name) {
                None => known.push(place),
                Some((_, other, before)) if other != unit => {
                    let slip = Slip::UnitDiffers { one: before.clone(), other: written.clone() };
                    if !line.slips.contains(&slip) {
                        line.slips.push(slip);
                    }
                }
                Some(_) => {}
            }
        }
    }
}

/// Places named in a line.
pub(super) fn places(text: &str) -> Vec<Place> {
    let clean = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let words: Vec<(String, bool)> =
        text.split_whitespace().map(|word| (clean(word), word.ends_with([',', '.', ';', ':', ')']))).collect();
    let mut found = Vec::new();
    let folded: Vec<String> = words.iter().map(|(word, _)| fold(word)).collect();
    for at in 0..words.len() {
        for unit in UNITS {
            let length = unit.split(' ').fold(0, |length, _| length + 1);
            if !unit.split(' ').eq(folded.iter().skip(at).take(length)) {
                continue;
            }
            let here: Vec<String> = words.iter().skip(at).take(length).map(|(word, _)| word.clone()).collect();
            let mut name = Vec::new();
            for (word, ends) in words.iter().skip(at + length).take(WORDS) {
                if !word.chars().next().is_some_and(|first| first.is_uppercase() || first.is_ascii_digit()) {
                    break;
                }
                name.push(word.clone());
                if *ends {
                    break;
                }
            }
            // `tổ dân phố (TDP)` is no name.
            let short = |word: &String| word.chars().take(2).filter(|c| c.is_uppercase()).count() == 2;
            if name.iter().any(|word| word.chars().next().is_some_and(char::is_uppercase)) && !name.iter().any(short) {
                let written = format!("{} {}", joined(&here, " "), joined(&name, " "));
                found.push((fold(&joined(&name, " ")), unit, written));
            }
        }
    }
    found
}

/// An equation of members that only grew, while another line shows losses.
fn losses(lines: &mut [CheckedLine]) {
    let lost = lines.iter().any(|line| line.slips.iter().any(|slip| matches!(slip, Slip::LossesMissing(_))));
    if !lost {
        return;
    }
    for line in lines.iter_mut().filter(|line| line.slips.is_empty()) {
        if matches!(line.claim, Some(Claim::Equation { members: true, .. })) {
            line.slips.push(Slip::NoLosses);
        }
    }
}
