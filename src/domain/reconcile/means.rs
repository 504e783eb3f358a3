//! Means, multiples, and what is left of a whole. Changes are in `growth`.

use super::figure::{Figure, Kind, Near, ONE, Sentence, any, has};
use super::fit::{Fit, agrees, equal, quotient};
use super::reading::{Reading, Relation};

/// `bình quân mỗi năm 84`: a total over a number of years, or of anything else of the line.
pub(super) fn mean(read: &Sentence, given: &Figure) -> Option<Reading> {
    let words = read.before(given.at, 7);
    if given.kind != Kind::Count
        || !any(&words, &["quan"]) && !any(&words, &["trung"])
        || !has(&words, &["binh", "quan"]) && !has(&words, &["trung", "binh"])
    {
        return None;
    }
    let others = || read.figures.iter().filter(|figure| figure.span != given.span && figure.value.parts > 0);
    for total in others().filter(|figure| figure.kind == Kind::Count) {
        for over in
            others().filter(|figure| matches!(figure.kind, Kind::Count | Kind::Span) && figure.span != total.span)
        {
            if over.value.parts < 2 * ONE || over.value > total.value {
                continue;
            }
            let ((least, most), (low, high)) = (total.reach(), over.reach());
            let Some(range) = quotient((least, most), (low, high), ONE) else { continue };
            let fit = agrees(range, given);
            if fit <= Fit::Cut {
                let relation = Relation::Mean { total: total.value, over: over.value, given: given.value };
                return Some(Reading { relation, fit, spans: vec![total.span, over.span, given.span] });
            }
        }
    }
    // Only two others: they are meant.
    let all: Vec<&Figure> = others().collect();
    let [one, other] = all.as_slice() else { return None };
    let (total, over) = if one.value >= other.value { (one, other) } else { (other, one) };
    let counts =
        total.kind == Kind::Count && matches!(over.kind, Kind::Count | Kind::Span) && over.value.parts >= 2 * ONE;
    let near = given.near == Near::Exactly && total.near == Near::Exactly && total.sentence == given.sentence;
    let relation = Relation::Mean { total: total.value, over: over.value, given: given.value };
    (counts && near && over.sentence == given.sentence).then(|| Reading {
        relation,
        fit: Fit::No,
        spans: vec![total.span, over.span, given.span],
    })
}

/// `gấp 3 lần`.
pub(super) fn times(read: &Sentence, given: &Figure) -> Option<Reading> {
    let counts = || {
        read.figures
            .iter()
            .filter(|figure| matches!(figure.kind, Kind::Count | Kind::Percent) && figure.value.parts > 0)
    };
    for one in counts() {
        for other in counts().filter(|other| other.kind == one.kind && other.value < one.value) {
            let ((least, most), (low, high)) = (one.reach(), other.reach());
            let Some(range) = quotient((least, most), (low, high), ONE) else { continue };
            let fit = agrees(range, given);
            if fit <= Fit::Cut {
                let relation = Relation::Times { one: one.value, other: other.value, given: given.value };
                return Some(Reading { relation, fit, spans: vec![one.span, other.span, given.span] });
            }
        }
    }
    let all: Vec<&Figure> = counts().collect();
    let [one, other] = all.as_slice() else { return None };
    let same = one.kind == other.kind && one.sentence == given.sentence && other.sentence == given.sentence;
    let near = [one.near, other.near, given.near] == [Near::Exactly; 3];
    let (one, other) = if one.value >= other.value { (one, other) } else { (other, one) };
    let relation = Relation::Times { one: one.value, other: other.value, given: given.value };
    let gap = any(&read.before(given.at, 2), &["gap"]);
    (same && near && gap).then(|| Reading { relation, fit: Fit::No, spans: vec![one.span, other.span, given.span] })
}

/// `Giảm 21/80 xóm, hiện còn 59 xóm`: what is left of a whole.
pub(super) fn rest(read: &Sentence, given: &Figure) -> Option<Reading> {
    let words = read.before(given.at, 3);
    let left = matches!(words.as_slice(), [.., "con"] | [.., "con", "lai"] | [.., "con", _] | [.., "lai", "la"]);
    if given.kind != Kind::Count || !left || given.over.is_some() {
        return None;
    }
    let of = |part: &Figure, whole: &Figure| {
        let ((least, most), (low, high)) = (part.reach(), whole.reach());
        let fit = if equal((low - most, high - least), given) { Fit::Exact } else { Fit::No };
        let relation = Relation::Rest { whole: whole.value, part: part.value, given: given.value };
        Reading { relation, fit, spans: vec![part.span, whole.span, given.span] }
    };
    let before: Vec<&Figure> = read
        .figures
        .iter()
        .filter(|figure| figure.at < given.at && figure.sentence == given.sentence && figure.kind == Kind::Count)
        .collect();
    let fraction = before.iter().rev().find_map(|part| Some((*part, read.figures.get(part.over?)?)));
    if let Some((part, whole)) = fraction {
        let reading = of(part, whole);
        let lessens = any(&read.before(part.at, 4), &["giam", "xoa", "bo", "nhap"]);
        return (reading.fit.is_some() || lessens && before.len() == 2).then_some(reading);
    }
    before.iter().find_map(|whole| {
        before
            .iter()
            .filter(|part| part.span != whole.span && part.value < whole.value)
            .map(|part| of(part, whole))
            .find(|reading| reading.fit.is_some())
    })
}
