//! Wholes that a sentence does not tell: `5 chi bộ xuất sắc (20%), 17 tốt (68%), 3 hoàn thành (12%)` are of 25. Shares of a whole that is
//! told are in `shares`.

use super::figure::{Figure, Kind, Near, ONE, Sentence, Value};
use super::percentage::claim;

/// The parts and percentages of a sentence that stand side by side.
fn shares(read: &Sentence, sentence: usize) -> Vec<(&Figure, &Figure)> {
    let mut found = Vec::new();
    for (place, given) in read.figures.iter().enumerate() {
        if given.kind != Kind::Percent || given.sentence != sentence || given.value.parts <= 0 {
            continue;
        }
        let claim = claim(read, place, given);
        let part = claim.after().first().copied().or_else(|| claim.parts.first().copied());
        let plain = !claim.changes() && !claim.is_target() && !claim.is_beyond();
        found.extend(
            part.filter(|part| plain && (part.at > given.at || claim.is_beside(part))).map(|part| (part, given)),
        );
    }
    found
}

/// The whole numbers that part and percentage allow, rounded or cut off.
pub(super) fn wholes(part: &Figure, given: &Figure) -> Option<(i64, i64)> {
    let (value, place) = (given.value.parts, given.value.place);
    let near = given.near == Near::Exactly && part.near == Near::Exactly && part.value.is_whole();
    let (low, high) = (value - place / 2, value + place);
    if !near || low <= 0 {
        return None;
    }
    // In tenths of a thousandth of a percent: part × 100 / percent.
    let scaled = part.value.parts.checked_mul(100)?;
    Some((scaled.div_euclid(high) + i64::from(scaled.rem_euclid(high) != 0), scaled.div_euclid(low)))
}

/// Whether all shares of a sentence are of one whole that it does not tell.
pub(super) fn is_hidden(read: &Sentence, sentence: usize) -> bool {
    // One that is told is not hidden.
    let told = |(least, most): (i64, i64)| {
        let mut counts = read.figures.iter().filter(|figure| figure.kind == Kind::Count && figure.value.is_whole());
        counts.any(|figure| (least..=most).contains(&(figure.value.parts / ONE)))
    };
    whole(read, sentence).is_some_and(|range| !told(range))
}

fn whole(read: &Sentence, sentence: usize) -> Option<(i64, i64)> {
    let shares = shares(read, sentence);
    if shares.len() < 2 {
        return None;
    }
    let mut range = (1, i64::MAX);
    for (part, given) in &shares {
        let (least, most) = wholes(part, given)?;
        range = (range.0.max(least).max(part.value.parts / ONE), range.1.min(most));
    }
    (range.0 <= range.1).then_some(range)
}

/// The whole of shares that add up to a hundred percent, if it is the sum of their parts.
pub(super) fn summed(read: &Sentence, sentence: usize) -> Option<Value> {
    let (least, most) = whole(read, sentence)?;
    let shares = shares(read, sentence);
    let total: i64 = shares.iter().map(|(part, _)| part.value.parts).sum::<i64>() / ONE;
    let hundred: i64 = shares.iter().map(|(_, given)| given.value.parts).sum();
    let slack: i64 = shares.iter().map(|(_, given)| given.value.place).sum();
    ((least..=most).contains(&total) && (hundred - 100 * ONE).abs() <= slack).then(|| Value::whole(total))
}
