//! Means and multiples. Changes are in `growth`, what is left of a whole in `rest`.

use super::figure::{Figure, Item, Kind, Near, ONE, Sentence, any, has};
use super::fit::{Fit, agrees, quotient};
use super::reading::{Reading, Relation};

/// `bình quân mỗi năm 84`: a total over a number of years, or of anything else of the line.
pub(super) fn mean(read: &Sentence, given: &Figure) -> Option<Reading> {
    if let Some(reading) = for_one(read, given) {
        return Some(reading);
    }
    let words = read.before(given.at, 7);
    // `tốt 120, khá 30, trung bình 7`: a grade.
    let begins = read.items.iter().position(|item| matches!(item, Item::Figure(place) if read.figures.get(*place).is_some_and(|figure| figure.sentence == given.sentence)));
    let sentence = read.words(begins.unwrap_or(given.at).saturating_sub(12), given.at + 8);
    if words.ends_with(&["trung", "binh"]) && any(&sentence, &["kha", "gioi", "tot", "yeu", "kem"]) {
        return None;
    }
    if given.kind != Kind::Count
        || !any(&words, &["quan"]) && !any(&words, &["trung"])
        || !has(&words, &["binh", "quan"]) && !has(&words, &["trung", "binh"])
    {
        return None;
    }
    // `12 chi bộ với 88 đảng viên, bình quân 7,3 đảng viên/chi bộ`: the units say which.
    if let Some((total, over)) = by_units(read, given) {
        let range = quotient(total.reach(), over.reach(), ONE)?;
        let relation = Relation::Mean { total: total.value, over: over.value, given: given.value };
        return Some(Reading { relation, fit: agrees(range, given), spans: vec![total.span, over.span, given.span] });
    }
    // `tăng 2 so với đầu nhiệm kỳ (28)`: compared, not divided.
    let compared = |figure: &&Figure| {
        let since = read.items.get(..figure.at).unwrap_or_default();
        let clause = since.iter().rposition(|item| matches!(item, Item::Mark(',' | ';' | '.'))).unwrap_or(0);
        let from = if figure.at > given.at { clause.max(given.at) } else { clause };
        let words = read.words(from, figure.at);
        super::change::change(read, figure).is_some()
            || has(&words, &["so", "voi"])
            || figure.at > given.at && words.contains(&"truoc")
    };
    let others = || {
        let other = |figure: &&Figure| figure.span != given.span && figure.value.parts > 0 && !compared(figure);
        read.figures.iter().filter(other)
    };
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
    // `Trong 2 năm kết nạp 1.083, bình quân mỗi năm 541`.
    if let Some((total, over)) = yearly(read, given, &words) {
        let relation = Relation::Mean { total: total.value, over: over.value, given: given.value };
        return Some(Reading { relation, fit: Fit::No, spans: vec![total.span, over.span, given.span] });
    }
    // `7/7 phường có chi bộ với 96 đảng viên, bình quân 17,3 đảng viên/chi bộ`: two digits have changed places.
    let unit = read.after(given.at, 2);
    let total = others().find(|figure| {
        figure.kind == Kind::Count
            && figure.sentence == given.sentence
            && unit.len() == 2
            && read.after(figure.at, 2) == unit
    });
    if let Some(total) = total.filter(|_| given.value.place < ONE) {
        let swapped = |over: &&Figure| {
            let range = quotient(total.reach(), over.reach(), ONE);
            over.kind == Kind::Count
                && over.value.parts >= 2 * ONE
                && range.is_some_and(|range| {
                    super::swaps::swaps(given.value)
                        .into_iter()
                        .any(|value| agrees(range, &Figure { value, ..given.clone() }) == Fit::Exact)
                })
        };
        if let Some(over) = others().find(swapped) {
            let relation = Relation::Mean { total: total.value, over: over.value, given: given.value };
            return Some(Reading { relation, fit: Fit::Swapped, spans: vec![total.span, over.span, given.span] });
        }
    }
    // Only two others: they are meant, where the units do not say otherwise.
    let all: Vec<&Figure> = others().collect();
    let [one, other] = all.as_slice() else { return None };
    let (total, over) = if one.value >= other.value { (one, other) } else { (other, one) };
    let counts =
        total.kind == Kind::Count && matches!(over.kind, Kind::Count | Kind::Span) && over.value.parts >= 2 * ONE;
    let near = given.near == Near::Exactly && total.near == Near::Exactly && total.sentence == given.sentence;
    // `bình quân 292.000 đồng` may be rounded to thousands.
    let rounded = quotient(total.reach(), over.reach(), ONE).is_some_and(|(least, most)| {
        (least - given.value.parts).abs().min((most - given.value.parts).abs()) < zeros(given) / 2
    });
    let near = near && !rounded;
    let relation = Relation::Mean { total: total.value, over: over.value, given: given.value };
    let apart = read.has_mark(total.at.max(over.at), given.at, &[';']);
    let of_others = apart || any(&words, &["cua"]) || !units_agree(read, given, total, over);
    (counts && near && !of_others && over.sentence == given.sentence).then(|| Reading {
        relation,
        fit: Fit::No,
        spans: vec![total.span, over.span, given.span],
    })
}

/// Whether what a mean counts is what the total counts, and what it is for each of is what the number counts that divides it.
fn units_agree(read: &Sentence, given: &Figure, total: &Figure, over: &Figure) -> bool {
    let unit = |figure: &Figure| {
        let first = read.after(figure.at, 1).first().copied();
        first.map(|word| if matches!(word, "trieu" | "ty" | "ti" | "nghin" | "ngan") { "dong" } else { word })
    };
    let before = read.before(given.at, 8);
    let each = before.iter().rposition(|word| matches!(*word, "moi" | "hang"));
    let ahead = each.and_then(|at| before.get(at + 1)).copied();
    // `đồng/hộ`, `đảng viên/chi bộ`.
    let items = read.items.iter().skip(given.at + 1).take(4).collect::<Vec<_>>();
    let stroke = items.iter().position(|item| **item == Item::Mark('/'));
    let behind = stroke.and_then(|at| match items.get(at + 1) {
        Some(Item::Word(word)) => Some(word.as_str()),
        _ => None,
    });
    let per = behind.or(ahead);
    let same = |one: Option<&str>, other: Option<&str>| one.zip(other).is_none_or(|(one, other)| one == other);
    let people = |word: Option<&str>| matches!(word, Some("dang" | "dong" | "nguoi" | "hoi" | "doan"));
    let counted = same(unit(given), unit(total)) || people(unit(given)) && people(unit(total));
    let divided = match per {
        Some("nam" | "thang" | "ngay" | "tuan") => over.kind == Kind::Span,
        per => same(per, unit(over)) || people(per) && people(unit(over)),
    };
    counted && divided
}

/// `181 ngày, 5.684 vụ, bình quân 1 ngày có 31 vụ`: the only numbers with these units.
fn for_one(read: &Sentence, given: &Figure) -> Option<Reading> {
    let one = read.figures.iter().rev().find(|figure| figure.at < given.at)?;
    let mean = has(&read.before(one.at, 3), &["binh", "quan"]) || has(&read.before(one.at, 3), &["trung", "binh"]);
    let (unit, of) = (read.after(one.at, 1), read.after(given.at, 1));
    let near = read.words(one.at, given.at).len() <= 5 && !read.has_mark(one.at, given.at, &[',', ';', '.', '(']);
    if given.kind != Kind::Count || one.value.parts != ONE || !mean || !near || unit.is_empty() || of.is_empty() {
        return None;
    }
    let only = |unit: &[&str]| {
        let alike = |figure: &&Figure| {
            figure.at < one.at
                && figure.over.is_none()
                && figure.sentence == given.sentence
                && read.after(figure.at, 1) == unit
        };
        let mut found = read.figures.iter().filter(alike);
        found.next().filter(|_| found.next().is_none())
    };
    let (total, over) = (only(&of)?, only(&unit)?);
    let fit = agrees(quotient(total.reach(), over.reach(), ONE)?, given);
    let relation = Relation::Mean { total: total.value, over: over.value, given: given.value };
    Some(Reading { relation, fit, spans: vec![total.span, over.span, given.span] })
}

/// The size of the zeros at the end of a whole number.
fn zeros(given: &Figure) -> i64 {
    let mut place = given.value.place.max(1);
    while place < 1_000_000 * ONE && given.value.parts != 0 && given.value.parts % (place * 10) == 0 {
        place *= 10;
    }
    place
}

/// The only numbers of the sentence with the units of a mean: `đảng viên/chi bộ`, `đảng viên mỗi chi bộ`.
fn by_units<'a>(read: &'a Sentence, given: &Figure) -> Option<(&'a Figure, &'a Figure)> {
    let of = read.after(given.at, 2);
    // `bình quân mỗi đảng bộ khoảng 9,7 chi bộ`.
    let before = read.before(given.at, 7);
    let ahead = before.iter().rposition(|word| *word == "moi").and_then(|at| before.get(at + 1..at + 3));
    let ahead = ahead.filter(|unit| unit.first() != Some(&"nam") && of.len() == 2);
    let slash = read.items.get(given.at + 3) == Some(&Item::Mark('/'));
    let each = matches!(read.items.get(given.at + 3), Some(Item::Word(word)) if word == "moi");
    let behind = read.after(given.at + 3, 2);
    let over: Vec<&str> = ahead.map_or(behind, <[&str]>::to_vec);
    if !slash && !each && ahead.is_none() || of.len() < 2 || over.is_empty() || over.first() == Some(&"nam") {
        return None;
    }
    let only = |unit: &[&str]| {
        let alike = |figure: &&Figure| {
            let here = figure.sentence == given.sentence && figure.span != given.span && figure.kind == Kind::Count;
            here && figure.over.is_none() && read.after(figure.at, unit.len()) == unit
        };
        let mut found = read.figures.iter().filter(alike).filter(|figure| figure.at < given.at);
        // The only one, or one of the two right before the mean.
        let near = |figure: &&Figure| {
            read.figures.iter().filter(|other| other.at > figure.at && other.at < given.at).count() < 2
        };
        let last = found.clone().next_back().filter(near);
        last.or(found.next().filter(|_| found.next().is_none()))
    };
    // A number without a word in between may be meant as well.
    let bare = |total: &Figure| {
        let between = |figure: &&Figure| figure.at > total.at && figure.at < given.at && figure.kind == Kind::Count;
        read.figures.iter().filter(between).any(|figure| read.after(figure.at, 1).is_empty() && figure.over.is_none())
    };
    let certain = |(total, over): &(&Figure, &Figure)| {
        let apart = read.has_mark(total.at.max(over.at), given.at, &[';']);
        total.span != over.span && !apart && !bare(total) && total.value.parts >= given.value.parts
    };
    only(&of).zip(only(&over)).filter(certain)
}

/// The only number before a yearly mean, and the only length of time, in years.
fn yearly<'a>(read: &'a Sentence, given: &Figure, words: &[&str]) -> Option<(&'a Figure, &'a Figure)> {
    let per_year = has(words, &["moi", "nam"]) || has(words, &["hang", "nam"]);
    let here = |figure: &&Figure| figure.sentence == given.sentence && figure.at < given.at;
    let mut totals = read.figures.iter().filter(here).filter(|figure| figure.kind == Kind::Count);
    let mut spans = read.figures.iter().filter(here).filter(|figure| figure.kind == Kind::Span);
    let ((total, None), (over, None)) = ((totals.next()?, totals.next()), (spans.next()?, spans.next())) else {
        return None;
    };
    let years = read.after(over.at, 1) == ["nam"] && over.value.parts >= 2 * ONE;
    let exactly = over.near == Near::Exactly && agrees_far(total, over, given);
    (per_year && years && exactly && total.value > given.value).then_some((total, over))
}

/// `gấp 3 lần`.
pub(super) fn times(read: &Sentence, given: &Figure) -> Option<Reading> {
    let counts = || {
        read.figures
            .iter()
            .filter(|figure| matches!(figure.kind, Kind::Count | Kind::Percent) && figure.value.parts > 0)
            .filter(|figure| super::change::change(read, figure).is_none())
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
    let near = [one.near, other.near] == [Near::Exactly; 2] && agrees_far(one, other, given);
    let (one, other) = if one.value >= other.value { (one, other) } else { (other, one) };
    let relation = Relation::Times { one: one.value, other: other.value, given: given.value };
    let gap = any(&read.before(given.at, 2), &["gap"]);
    (same && near && gap).then(|| Reading { relation, fit: Fit::No, spans: vec![one.span, other.span, given.span] })
}

/// Whether a number of times is far from that of two figures, also as `gần` or `hơn`.
fn agrees_far(one: &Figure, other: &Figure, given: &Figure) -> bool {
    let (one, other) = if one.value >= other.value { (one, other) } else { (other, one) };
    quotient(one.reach(), other.reach(), ONE).is_some_and(|range| agrees(range, given) == Fit::No)
}
