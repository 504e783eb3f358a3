//! The movement of members told in a sentence: what there was at the beginning, what came, what went, what there is at the end.

use super::figure::{Figure, Item, Kind, Sentence, any, has};
use super::fit::Fit;
use super::reading::{Reading, Readings, Relation};

/// Whether a figure is at the beginning (0), is added (1), is taken away (−1), or is at the end (2).
fn role(read: &Sentence, figure: &Figure) -> Option<i8> {
    // Behind a year: `cuối năm 2025 còn 125`.
    let back = read.items.get(figure.at.saturating_sub(8)..figure.at).unwrap_or_default();
    let begins = back.iter().rposition(|item| matches!(item, Item::Figure(_) | Item::Mark(_))).map_or(0, |at| at + 1);
    let far = read.words(figure.at - (back.len() - begins), figure.at);
    let ends = matches!(far.last(), Some(&("co" | "con" | "la")));
    if far.len() < back.len() - begins && ends && has(&far, &["cuoi", "nam"]) {
        return Some(2);
    }
    let before = read.before(figure.at, 5);
    let after = read.after(figure.at, 6);
    let last: Vec<&str> = before.iter().rev().take(4).copied().collect();
    let periods = ["nam", "ky", "nhiem", "quy", "thang"];
    if any(&before, &["dau"]) && any(&before, &periods) {
        return Some(0);
    }
    if any(&last, &["cuoi"]) && any(&last, &periods) || has(&before, &["hien", "co"]) || has(&before, &["hien", "con"])
    {
        return Some(2);
    }
    let both: Vec<&str> = before.iter().chain(&after).copied().collect();
    let goes = has(&both, &["chuyen", "di"])
        || has(&both, &["chuyen", "giao"])
        || has(&both, &["ban", "giao"])
        || has(&both, &["tu_", "tran"])
        || has(&both, &["tu", "tran"])
        || has(&both, &["xoa", "ten"])
        || has(&both, &["khai", "tru"])
        || has(&both, &["ra", "khoi"])
        || any(&last, &["giam"]);
    let comes = has(&both, &["ket", "nap"])
        || has(&both, &["chuyen", "den"])
        || has(&both, &["chuyen", "ve"])
        || has(&both, &["tiep", "nhan"])
        || has(&both, &["khoi", "phuc"])
        || any(&last, &["tang"]);
    match (comes, goes) {
        (true, false) => Some(1),
        (false, true) => Some(-1),
        _ => None,
    }
}

/// Whether a figure is the first of a sentence that says at its end what is left.
fn leads(read: &Sentence, figure: &Figure) -> bool {
    let mut here = read.figures.iter().filter(|other| other.sentence == figure.sentence);
    let first = here.next().is_some_and(|first| first.span == figure.span);
    let last = here.next_back();
    first && last.is_some_and(|last| has(&read.before(last.at, 3), &["hien", "con"]))
}

/// Whether what stands in brackets comes to the number before them each time.
fn nested(moved: &[(&Figure, i8)], depth: usize) -> bool {
    let mut open: Option<(&Figure, i64)> = None;
    let mut all = true;
    for (figure, _) in moved {
        if figure.depth > depth {
            open = open.map(|(outer, sum)| (outer, sum + figure.value.parts));
        } else {
            all &= open.is_none_or(|(outer, sum)| sum == 0 || sum == outer.value.parts);
            open = Some((figure, 0));
        }
    }
    all && open.is_none_or(|(outer, sum)| sum == 0 || sum == outer.value.parts)
}

/// Reads a sentence that tells beginning, changes and end, each with its words.
pub fn movement(read: &Sentence, found: &mut Readings) {
    let mut begin: Option<&Figure> = None;
    let mut moved: Vec<(&Figure, i8)> = Vec::new();
    for figure in read.figures.iter().filter(|figure| figure.kind == Kind::Count && figure.over.is_none()) {
        let role = role(read, figure);
        match (role, begin) {
            (Some(0), _) | (Some(2), None) if role == Some(0) || figure.at < 9 => {
                begin = Some(figure);
                moved.clear();
            }
            (Some(2), Some(first)) if figure.sentence == first.sentence && moved.len() > 1 => {
                let fits = |moved: &[(&Figure, i8)]| {
                    let total = moved.iter().fold(first.value.parts, |sum, (figure, sign)| {
                        sum.saturating_add(figure.value.parts.saturating_mul(i64::from(*sign)))
                    });
                    total == figure.value.parts
                };
                // `tăng 57 (kết nạp 32, chuyển đến 25)`: the parts of what came are in it.
                let outer: Vec<(&Figure, i8)> =
                    moved.iter().copied().filter(|(figure, _)| figure.depth <= first.depth).collect();
                let sums: Vec<(&Figure, i8)> = moved
                    .iter()
                    .copied()
                    .filter(|(figure, _)| any(&read.before(figure.at, 3), &["tang", "giam"]))
                    .collect();
                let told = [&outer, &sums].into_iter().find(|some| !some.is_empty() && fits(some));
                if let Some(told) = told.filter(|_| !fits(&moved)) {
                    moved = told.clone();
                } else if !fits(&moved) && outer.len() < moved.len() && nested(&moved, first.depth) {
                    moved = outer;
                } else if !fits(&moved) && (outer.len() < moved.len() || !sums.is_empty()) {
                    // What is in what is not certain.
                    return;
                }
                let fit = if fits(&moved) { Fit::Exact } else { Fit::No };
                let parts = moved.iter().map(|(figure, sign)| (figure.value, *sign < 0)).collect();
                let relation = Relation::Movement { begin: first.value, moved: parts, end: figure.value };
                let spans = [first.span].into_iter().chain(moved.iter().map(|(figure, _)| figure.span));
                found.found.push(Reading { relation, fit, spans: spans.chain([figure.span]).collect() });
                return;
            }
            (Some(sign @ (1 | -1)), Some(first)) if figure.sentence == first.sentence => moved.push((figure, sign)),
            // `Đảng bộ có 9.115 đảng viên, … hiện còn 9.096`: the first number of a sentence.
            (None, None) if read.before(figure.at, 1) == ["co"] && leads(read, figure) => begin = Some(figure),
            // Another figure in between: what it is about is not known.
            (_, Some(_)) => begin = None,
            (_, None) => {}
        }
    }
}
