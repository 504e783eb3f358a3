//! Numbers in pairs: `2 lớp cho 160 học viên, gồm 1 lớp cho 92 …, 1 lớp cho 68 …`. Where the first ones come to the first number of the
//! whole, the second ones have to come to the second.

use super::figure::{Figure, Item, Kind, Sentence};
use super::fit::Fit;
use super::reading::{Reading, Readings, Relation};
use super::sums::{exactly, told};

/// Reads a list of as many parts as the line says: `258 chi bộ của 4 đơn vị: … 65, … 78, … 72 và … 43`.
pub fn counted(read: &Sentence, found: &mut Readings) {
    let counts: Vec<&Figure> = read.figures.iter().filter(|figure| figure.kind == Kind::Count).collect();
    for (place, window) in counts.windows(2).enumerate() {
        let [whole, number] = window else { continue };
        let length = usize::try_from(number.value.parts / super::figure::ONE).unwrap_or(0);
        let Some(parts) = counts.get(place + 2..place + 2 + length).filter(|_| (3..=20).contains(&length)) else {
            continue;
        };
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { continue };
        let unit = read.after(whole.at, 1);
        let alike = parts.iter().all(|part| {
            let own = read.after(part.at, 1);
            exactly(part)
                && part.sentence == whole.sentence
                && part.depth == first.depth
                && (own.is_empty() || own == ["va"] || own == unit)
        });
        let more = counts.get(place + 2 + length).is_some_and(|next| next.sentence == last.sentence);
        let begins =
            read.has_mark(number.at, first.at, &[':', '(']) && !read.has_mark(whole.at, number.at, &[',', ';', '.']);
        let near = read.words(whole.at, number.at).len() < 6;
        if !alike || more || !begins || !near || !exactly(whole) || found.has(whole.span) {
            continue;
        }
        let total: i64 = parts.iter().map(|part| part.value.parts).sum();
        let fit = if total == whole.value.parts { Fit::Exact } else { Fit::Doubtful };
        found.found.push(told(whole, parts, fit));
    }
}

/// Reads a whole that changes with its parts: `787 tổ chức (tăng 11), gồm 269 đảng bộ (tăng 8) và 518 chi bộ (tăng 3)`.
pub fn increments(read: &Sentence, found: &mut Readings) {
    let change_of = |span: &(usize, usize)| {
        let figure = read.figures.iter().find(|figure| figure.span == *span)?;
        let next = read.figures.iter().find(|next| next.at > figure.at)?;
        let inside = next.depth > figure.depth && exactly(&next);
        let way = super::change::change(read, next).filter(|_| inside)?.way;
        let sign = if way == super::change::Way::Up { 1 } else { -1 };
        Some((next, sign * next.value.parts))
    };
    let sums = found
        .found
        .iter()
        .filter(|reading| matches!(reading.relation, Relation::Sum { .. }) && reading.fit == Fit::Exact);
    let mut told_of: Vec<Reading> = Vec::new();
    for sum in sums {
        let Some((whole, parts)) = sum.spans.split_last() else { continue };
        let changes: Option<Vec<(&Figure, i64)>> = parts.iter().map(change_of).collect();
        let (Some(changes), Some((whole, by))) = (changes, change_of(whole)) else { continue };
        let total: i64 = changes.iter().map(|(_, by)| by).sum();
        if total != by && changes.iter().all(|(_, by)| *by > 0) {
            let parts: Vec<&Figure> = changes.iter().map(|(figure, _)| *figure).collect();
            told_of.push(told(whole, &parts, Fit::Doubtful));
        }
    }
    found.found.extend(told_of);
}

/// Reads such pairs.
pub fn paired(read: &Sentence, found: &mut Readings) {
    let counts: Vec<&Figure> =
        read.figures.iter().filter(|figure| figure.kind == Kind::Count && exactly(figure)).collect();
    let word = |from: usize, to: usize, wanted: &str| {
        read.items
            .get(from..to)
            .unwrap_or_default()
            .iter()
            .any(|item| matches!(item, Item::Word(word) if word == wanted))
    };
    for at in 0..counts.len().saturating_sub(5) {
        let Some(window) = counts.get(at..at + 6) else { continue };
        let [a, b, c, d, e, f] = window else { continue };
        // Whole first, behind `gồm`; or last, behind `cộng`.
        let (whole, parts) = if word(b.at, c.at, "gom") {
            ((a, b), [(c, d), (e, f)])
        } else if word(d.at, e.at, "cong") {
            ((e, f), [(a, b), (c, d)])
        } else {
            continue;
        };
        let alike = parts.iter().all(|(one, _)| read.after(one.at, 1) == read.after(whole.0.at, 1));
        let here = window.iter().all(|figure| figure.sentence == a.sentence);
        let firsts: i64 = parts.iter().map(|(one, _)| one.value.parts).sum();
        let seconds: i64 = parts.iter().map(|(_, other)| other.value.parts).sum();
        let more = counts.get(at + 6).is_some_and(|next| next.sentence == f.sentence) && whole.0.span == a.span;
        if !alike || !here || more || firsts != whole.0.value.parts || found.has(whole.1.span) {
            continue;
        }
        let fit = if seconds == whole.1.value.parts { Fit::Exact } else { Fit::Doubtful };
        let parts: Vec<&Figure> = parts.iter().map(|(_, other)| **other).collect();
        found.found.push(told(whole.1, &parts, fit));
    }
}
