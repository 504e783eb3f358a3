//! Percentages of a list that leave nothing out: they come to a hundred. Sums of numbers are in `sums`.

use super::figure::{Figure, Item, Kind, Near, ONE, Sentence, Value};
use super::fit::Fit;
use super::reading::Readings;
use super::sums::told;
use super::swaps::swaps;

/// Percentages of a list that leave nothing out: they come to a hundred, but for rounding.
pub fn hundred(read: &Sentence, found: &mut Readings) {
    let mut run: Vec<&Figure> = Vec::new();
    let mut runs: Vec<Vec<&Figure>> = Vec::new();
    for figure in &read.figures {
        let level = figure.kind == Kind::Percent
            && figure.near == Near::Exactly
            && super::change::change(read, figure).is_none();
        if figure.kind != Kind::Percent || !level {
            continue;
        }
        // `…; tương ứng đối với chi bộ là …`: another hundred.
        let full = run.iter().map(|one| one.value.parts).sum::<i64>() == 100 * ONE;
        let anew = |last: &&Figure| {
            let words = read.words(last.at, figure.at);
            let same = super::figure::has(&words, &["tuong", "ung"]);
            read.has_mark(last.at, figure.at, &[';']) && (full || same)
        };
        if run.last().is_some_and(|last| last.sentence != figure.sentence || anew(last)) {
            runs.push(std::mem::take(&mut run));
        }
        // Of parts in brackets only the outer ones are meant.
        let nested = figure.depth > 0 && run.last().is_some_and(|last| last.depth < figure.depth);
        if !nested {
            run.push(figure);
        }
    }
    runs.push(run);
    for run in runs.iter().filter(|run| (3..=8).contains(&run.len())) {
        let place = run.iter().map(|figure| figure.value.place).max().unwrap_or(ONE);
        let total: i64 = run.iter().map(|figure| figure.value.parts).sum();
        let slack = place / 2 * i64::try_from(run.len()).unwrap_or(8);
        let off = 100 * ONE - total;
        let Some(first) = run.first() else { continue };
        let whole = Figure { value: Value::whole(100), ..(*first).clone() };
        if off.abs() <= slack {
            found.found.push(told(&whole, run, if off == 0 { Fit::Exact } else { Fit::About }));
            continue;
        }
        let swapped =
            run.iter().any(|figure| swaps(figure.value).iter().any(|value| value.parts - figure.value.parts == off));
        // Ratings from the best to the worst leave nothing out.
        let (from, to) = (first.at.saturating_sub(12), run.last().map_or(0, |last| last.at + 4));
        let words = read.words(from, to);
        let worst = [["yeu", "kem"], ["khong", "hoan"], ["vi", "pham"]];
        let best = [["xuat", "sac"], ["trong", "sach"]];
        let named = |all: &[[&str; 2]]| all.iter().any(|pair| super::figure::has(&words, pair));
        // A share of a share, or of something else, is no part of them.
        let words = outer(read, from, run.last().map_or(0, |last| last.at + 4));
        let nested = super::figure::has(&words, &["trong", "do"]) || super::figure::has(&words, &["so", "voi"]);
        let structure = super::figure::has(&read.words(from, run.last().map_or(0, |last| last.at + 8)), &["co", "cau"]);
        let shares = run.iter().all(|figure| read.before(figure.at, 2).contains(&"chiem"));
        if structure && shares && !nested && run.len() < 5 {
            found.found.push(told(&whole, run, Fit::Doubtful));
        } else if run.len() > 3
            && !nested
            && named(&worst)
            && named(&best)
            && super::figure::has(&words, &["hoan", "thanh"])
        {
            found.found.push(told(&whole, run, Fit::No));
        } else if swapped && place < ONE {
            found.found.push(told(&whole, run, Fit::Swapped));
        }
    }
}

/// The words between two items that stand in no brackets.
fn outer(read: &Sentence, from: usize, to: usize) -> Vec<&str> {
    let mut depth = 0_usize;
    let mut found = Vec::new();
    for item in read.items.get(from..to.min(read.items.len())).unwrap_or_default() {
        match item {
            Item::Mark('(') => depth += 1,
            Item::Mark(')') => depth = depth.saturating_sub(1),
            Item::Word(word) if depth == 0 => found.push(word.as_str()),
            _ => {}
        }
    }
    found
}
