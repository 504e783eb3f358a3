//! `lần lượt`: as many percentages as fractions before them, each of its own.

use super::figure::{Figure, Item, Kind, Sentence};
use super::fit::{Fit, agrees, percent};
use super::reading::{Reading, Readings, Relation};

/// Reads `11/15, 8/7, 6/7, lần lượt đạt 73,3%, 114,3% và 85,7%`.
pub fn respectively(read: &Sentence, found: &mut Readings) {
    let pair = |pair: &[Item]| matches!(pair, [Item::Word(one), Item::Word(other)] if one == "lan" && other == "luot");
    let Some(at) = read.items.windows(2).position(pair) else { return };
    let behind: Vec<&Figure> =
        read.figures.iter().filter(|figure| figure.at > at).take_while(|figure| figure.kind == Kind::Percent).collect();
    let Some(sentence) = behind.first().map(|first| first.sentence) else { return };
    let before = read.figures.iter().filter(|figure| figure.at < at && figure.sentence == sentence);
    let fractions: Vec<(&Figure, &Figure)> =
        before.filter_map(|part| Some((part, read.figures.get(part.over?)?))).collect();
    if behind.len() < 2 || behind.len() != fractions.len() {
        return;
    }
    let share = |part: &Figure, whole: &Figure, given: &Figure| {
        let fit = percent(part.reach(), whole.reach()).map_or(Fit::No, |range| agrees(range, given));
        let relation = Relation::Share { part: part.value, whole: whole.value, given: given.value };
        Reading { relation, fit, spans: vec![part.span, whole.span, given.span] }
    };
    found.found.extend(fractions.iter().zip(&behind).map(|((part, whole), given)| share(part, whole, given)));
}
