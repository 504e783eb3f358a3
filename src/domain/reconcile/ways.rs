//! Which way it goes from one number to another: `giảm từ 96 hộ xuống 112 hộ` does not. By how much is in `growth`.

use super::figure::{Figure, Kind, Near, Sentence, any};
use super::fit::Fit;
use super::reading::{Reading, Readings, Relation};

/// Reads `từ … lên …` and `từ … xuống …`.
pub fn ways(read: &Sentence, found: &mut Readings) {
    for (old, new) in read.figures.iter().zip(read.figures.iter().skip(1)) {
        let from = read.before(old.at, 1) == ["tu"];
        let link = read.words(old.at + 1, new.at);
        let last: Vec<&str> = link.iter().rev().take(2).copied().collect();
        let says = read.before(old.at, 5);
        // `từ 3 đơn vị trở lên thành 1` is no rise.
        let up = match last.as_slice() {
            [_, "tro"] => None,
            ["len", ..] | ["den" | "con" | "thanh", "len"] => Some(true),
            ["xuong", ..] | ["con" | "den", "xuong"] => Some(false),
            _ => None,
        };
        let up = up.filter(|_| !link.contains(&"tro"));
        let verb = match (any(&says, &["tang"]), any(&says, &["giam"])) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        };
        let plain = old.kind == new.kind
            && matches!(old.kind, Kind::Count | Kind::Percent)
            && [old.near, new.near] == [Near::Exactly; 2]
            && old.over.is_none()
            && new.over.is_none()
            && old.other.is_some() == new.other.is_some()
            && old.sentence == new.sentence
            && !read.has_mark(old.at, new.at, &[',', ';', '.', ':']);
        let (Some(up), true) = (
            verb.filter(|verb| up.is_none_or(|up| up == *verb) || link.len() < 5).or(up),
            from && plain && up.is_some(),
        ) else {
            continue;
        };
        found.found.extend(raised(read, old, new));
        if old.value == new.value || (new.value > old.value) == up {
            continue;
        }
        let relation = Relation::Way { old: old.value, new: new.value, up };
        found.found.push(Reading { relation, fit: fit(read, old, new), spans: vec![old.span, new.span] });
    }
}

/// `thành lập 57, nâng tổng số từ 1.928 lên 1.985`: by the only number before it.
fn raised(read: &Sentence, old: &Figure, new: &Figure) -> Option<Reading> {
    let raises = any(&read.before(old.at, 6), &["nang", "dua"]);
    let mut before = read.figures.iter().filter(|figure| figure.at < old.at && figure.kind == Kind::Count);
    let by = before.next().filter(|by| before.next().is_none() && by.sentence == old.sentence)?;
    let plain =
        raises && old.kind == Kind::Count && by.near == Near::Exactly && by.over.is_none() && old.value < new.value;
    let fits = new.value.parts - old.value.parts == by.value.parts;
    let relation = Relation::Difference { one: new.value, other: old.value, given: by.value };
    let fit = if fits { Fit::Exact } else { Fit::Doubtful };
    plain.then(|| Reading { relation, fit, spans: vec![new.span, old.span, by.span] })
}

/// `giảm từ hạng 3 lên hạng 1` is of ranks.
fn fit(read: &Sentence, old: &Figure, new: &Figure) -> Fit {
    let words = read.words(old.at.saturating_sub(6), new.at);
    if any(&words, &["hang", "thu", "loai", "bac"]) { Fit::Exact } else { Fit::No }
}
