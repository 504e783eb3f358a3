//! What a figure is, by what stands around it: percent signs, points, times, lengths of time, words of size, and how sure it is.

use super::figure::{Figure, Item, Kind, LARGEST, Near, ONE, Sentence, Value, any, has};

/// Units of time after a number.
const TIMES: [&str; 8] = ["nam", "thang", "tuan", "ngay", "gio", "phut", "quy", "nhiem"];

/// Percent, points, times, sizes, and how sure the figure is.
pub(super) fn settle(read: &mut Sentence, place: usize) {
    let Some(figure) = read.figures.get(place) else { return };
    let at = figure.at;
    let after = read.after(at, 4);
    let before = read.before(at, 3);
    let percent = matches!(read.next(at), Some(Item::Mark('%')));
    let then: Vec<&str> = if percent { read.after(at + 1, 2) } else { after.clone() };
    let kind = if has(&after, &["diem", "phan", "tram"]) && after.first() == Some(&"diem")
        || after.first() == Some(&"diem") && matches!(read.items.get(at + 2), Some(Item::Mark('%')))
        || percent && then.first() == Some(&"diem")
    {
        Kind::Points
    } else if percent || after.starts_with(&["phan", "tram"]) {
        Kind::Percent
    } else if after.first() == Some(&"lan") && any(&before, &["gap", "tang", "hon", "gan", "bang"]) {
        Kind::Times
    } else if after.first().is_some_and(|word| TIMES.contains(word)) {
        Kind::Span
    } else {
        Kind::Count
    };
    // `22/23 triệu`: the size of both.
    let over = match (read.next(at), read.items.get(at + 2)) {
        (Some(Item::Mark('/')), Some(Item::Figure(_))) => Some(read.after(at + 2, 4)),
        _ => None,
    };
    let size = size(over.as_ref().unwrap_or(&after));
    let near = match before.as_slice() {
        [.., "gan" | "duoi" | "ngot" | "suyt"] | [.., "chua", "den"] => Near::Below,
        [.., "tinh", "tren"] | [.., "cong", "chung"] | [.., "cap", "tren"] => Near::Exactly,
        [.., "hon" | "tren"] | [.., "it", "nhat"] => Near::Above,
        [.., "khoang" | "chung"] | [.., "xap", "xi"] | [.., "uoc" | "coi"] => Near::About,
        _ => Near::Exactly,
    };
    // `cao hơn 5%`, `nhiều hơn 3`, `tăng hơn so với`: the comparison, not the doubt.
    let compares = has(&before, &["cao", "hon"]) || has(&before, &["thap", "hon"]) || has(&before, &["nhieu", "hon"]);
    let compares = compares || has(&before, &["it", "hon"]);
    let behind = after.starts_with(&["tro", "len"]);
    let minus = matches!(read.previous(at), Some(Item::Mark('-')))
        && !matches!(at.checked_sub(2).and_then(|at| read.items.get(at)), Some(Item::Figure(_)));
    if let Some(figure) = read.figures.get_mut(place) {
        figure.kind = kind;
        figure.near = if compares {
            Near::Exactly
        } else if behind {
            Near::Above
        } else {
            near
        };
        figure.minus = minus;
        if kind != Kind::Count {
            // Percentages have decimals.
            if let (true, Some(other)) = (kind == Kind::Percent && figure.value.place == ONE, figure.other) {
                (figure.value, figure.other) = (other, None);
            }
        } else {
            scale(figure, size);
        }
    }
}

/// The size that the words behind a number give it.
fn size(after: &[&str]) -> i64 {
    match after {
        ["trieu", ..] => ONE * 1_000_000,
        ["nghin" | "ngan", ..] => ONE * 1_000,
        ["ty" | "ti"] => ONE * 1_000_000_000,
        ["ty" | "ti", next, ..] if !matches!(*next, "le") => ONE * 1_000_000_000,
        _ => ONE,
    }
}

fn scale(figure: &mut Figure, size: i64) {
    if size <= ONE {
        return;
    }
    let scaled = figure.value.parts.checked_mul(size / ONE).filter(|parts| *parts < LARGEST);
    if let Some(parts) = scaled {
        figure.value = Value { parts, place: figure.value.place.saturating_mul(size / ONE) };
        figure.other = None;
    }
}

/// `2 tỷ 265 triệu`: one amount. Returns the places of the second numbers, which are in the first ones now.
pub(super) fn join_sizes(read: &mut Sentence) -> Vec<usize> {
    let mut joined = Vec::new();
    for place in 1..read.figures.len() {
        let Some((first, second)) = read.figures.get(place - 1).zip(read.figures.get(place)) else { continue };
        let sizes = (read.after(first.at, 1), read.after(second.at, 1));
        let smaller = matches!(
            (sizes.0.first(), sizes.1.first()),
            (Some(&("ty" | "ti")), Some(&("trieu" | "nghin" | "ngan"))) | (Some(&"trieu"), Some(&("nghin" | "ngan")))
        );
        let beside = second.at == first.at + 2 && [first.kind, second.kind] == [Kind::Count; 2];
        let less = second.value.parts < first.value.place;
        if !smaller || !beside || !less || first.value.place <= ONE || joined.contains(&(place - 1)) {
            continue;
        }
        let (value, end) = (second.value, second.span.1);
        if let Some(first) = read.figures.get_mut(place - 1) {
            first.value = Value { parts: first.value.parts + value.parts, place: value.place };
            first.span.1 = end;
            joined.push(place);
        }
    }
    joined
}

/// `từ 57,3 lên 62,5 triệu`: the size behind the second number is that of the first as well.
pub(super) fn share_sizes(read: &mut Sentence) {
    for place in 1..read.figures.len() {
        let Some((first, second)) = read.figures.get(place - 1).zip(read.figures.get(place)) else { continue };
        let between = read.items.get(first.at + 1..second.at).unwrap_or_default();
        let plain = !between.is_empty()
            && between.len() <= 2
            && between.iter().all(|item| {
                matches!(item, Item::Word(word) if matches!(word.as_str(), "len" | "xuong" | "con" | "den" | "lai"))
            });
        let size = size(&read.after(second.at, 4));
        let from = read.before(first.at, 1) == ["tu"] && [first.kind, second.kind] == [Kind::Count; 2];
        if let Some(first) = read.figures.get_mut(place - 1).filter(|_| plain && from) {
            scale(first, size);
        }
    }
}
