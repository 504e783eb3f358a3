//! Parts that by their names exclude each other: ages, years of membership, peoples, ratings. Together they are never more than their
//! whole, and just that where nothing is left out. Lists of other parts are in `sums`.

use super::change::change;
use super::figure::{Figure, Item, Kind, ONE, Sentence, any, has};
use super::fit::Fit;
use super::reading::{Readings, Relation};
use super::sums::{exactly, told};

/// What the names of parts tell apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// `từ 31 đến 40 tuổi`.
    Age,
    /// `30 năm tuổi Đảng`.
    Years,
    /// `dân tộc Mông`.
    People,
    /// `hoàn thành tốt nhiệm vụ`.
    Rating,
}

/// Peoples of Viet Nam by the first word of their names, folded, as far as it is no other word as well.
const PEOPLES: [&str; 20] = [
    "kinh", "tay", "thai", "muong", "nung", "mong", "hmong", "dao", "hoa", "khmer", "giay", "san", "xtieng", "ede",
    "bana", "cham", "raglai", "xo", "hre", "mnong",
];

/// Words between a number and the name of a people.
const BETWEEN: [&str; 10] = ["nguoi", "dong", "chi", "dang", "vien", "em", "dan", "toc", "quan", "chung"];

/// A part with what its name says.
struct Part<'a> {
    figure: &'a Figure,
    class: Class,
    /// What tells it from its neighbours, where it is a word.
    label: &'a str,
    /// The words around it.
    words: Vec<&'a str>,
}

/// Reads lists of such parts. A sum of the first few of them that was taken for the whole list gives way.
pub fn classes(read: &Sentence, found: &mut Readings) {
    let mut run: Vec<Part> = Vec::new();
    for figure in read.figures.iter().filter(|figure| figure.kind == Kind::Count) {
        let next = part(read, figure);
        let goes_on = next.as_ref().zip(run.last()).is_some_and(|(next, last)| {
            let told_apart = next.label.is_empty() || run.iter().all(|part| part.label != next.label);
            next.class == last.class && told_apart && last.figure.sentence == figure.sentence
        });
        if !goes_on {
            judge(read, &std::mem::take(&mut run), found);
        }
        run.extend(next);
    }
    judge(read, &run, found);
}

/// The items around a figure that belong to no other one.
fn around(read: &Sentence, figure: &Figure) -> (usize, usize) {
    let ends = |item: &Item| match item {
        Item::Mark(',' | ';' | '(' | ')' | ':' | '.') => true,
        Item::Word(word) => word == "va",
        Item::Figure(place) => read.figures.get(*place).is_some_and(|figure| figure.kind == Kind::Count),
        _ => false,
    };
    let before = read.items.get(..figure.at).unwrap_or_default().iter().rposition(ends).map_or(0, |at| at + 1);
    let behind = read.items.iter().skip(figure.at + 1).position(ends);
    (before, behind.map_or(read.items.len(), |length| figure.at + 1 + length))
}

fn part<'a>(read: &'a Sentence, figure: &'a Figure) -> Option<Part<'a>> {
    if !exactly(&figure) || change(read, figure).is_some() {
        return None;
    }
    let (from, to) = around(read, figure);
    let items = read.items.get(from..to)?;
    let (words, behind) = (read.words(from, to), read.words(figure.at + 1, to));
    let numbered = items.iter().any(|item| match item {
        Item::Aside => true,
        Item::Figure(place) => read.figures.get(*place).is_some_and(|figure| figure.kind == Kind::Span),
        _ => false,
    });
    let honoured = || {
        let all = read.words(0, to);
        has(&all, &["huy", "hieu"]) || has(&all, &["tuoi", "dang"])
    };
    let named = || {
        let mut name = behind.iter().skip_while(|word| BETWEEN.contains(word));
        let first = name.next().filter(|word| PEOPLES.contains(word))?;
        (name.count() < 2).then_some(*first)
    };
    let (class, label) = if numbered && any(&words, &["nam"]) && honoured() {
        (Class::Years, "")
    } else if numbered && any(&words, &["tuoi"]) && !has(&words, &["tuoi", "dang"]) {
        (Class::Age, "")
    } else if let Some(name) = named() {
        (Class::People, name)
    } else {
        (Class::Rating, rating(&words)?)
    };
    Some(Part { figure, class, label, words })
}

fn rating(words: &[&str]) -> Option<&'static str> {
    let has = |pair: &[&str]| has(words, pair);
    Some(if has(&["khong", "hoan", "thanh"]) || has(&["chua", "hoan", "thanh"]) {
        "khong hoan thanh"
    } else if words.contains(&"tsvm") || has(&["trong", "sach"]) {
        "trong sach"
    } else if has(&["xuat", "sac"]) {
        "xuat sac"
    } else if has(&["hoan", "thanh", "tot"]) {
        "hoan thanh tot"
    } else if has(&["hoan", "thanh"]) {
        "hoan thanh"
    } else {
        return None;
    })
}

/// The whole that a list is of: the number before it, with a word or mark between that begins a list.
fn whole<'a>(read: &'a Sentence, first: &Figure) -> Option<&'a Figure> {
    let before = |figure: &&Figure| figure.kind == Kind::Count && figure.at < first.at;
    let near = read.figures.iter().rev().find(before)?;
    // `543/545 chi bộ`.
    let over = read
        .figures
        .iter()
        .find(|figure| figure.over.and_then(|over| read.figures.get(over)).is_some_and(|over| over.span == near.span));
    let whole = over.unwrap_or(near);
    let words = read.words(near.at, first.at);
    let brackets = first.depth > whole.depth && read.has_mark(near.at, first.at, &['(']);
    let begins = has(&words, &["trong", "do"])
        || has(&words, &["xep", "loai"])
        || words.contains(&"gom")
        || brackets
        || read.has_mark(near.at, first.at, &[':'])
        || matches!(read.before(whole.at, 2).as_slice(), [.., "trong"] | ["trong", "so"]);
    let plain = whole.sentence == first.sentence && whole.near == super::figure::Near::Exactly;
    (begins && plain && whole.value.place >= ONE && change(read, whole).is_none()).then_some(whole)
}

fn judge(read: &Sentence, run: &[Part], found: &mut Readings) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    let Some(whole) = whole(read, first.figure).filter(|_| run.len() > 1) else { return };
    let parts: Vec<&Figure> = run.iter().map(|part| part.figure).collect();
    let total: i64 = parts.iter().map(|part| part.value.parts).sum();
    let sum_of = |reading: &super::reading::Reading| {
        matches!(reading.relation, Relation::Sum { .. }) && reading.spans.last() == Some(&whole.span)
    };
    let settled = |reading: &super::reading::Reading| match reading.fit {
        Fit::Swapped => false,
        fit => !fit.is_some() || reading.spans.len() > run.len(),
    };
    if found.found.iter().any(|reading| sum_of(reading) && settled(reading)) {
        return;
    }
    let earlier = |figure: &&Figure| {
        figure.kind == Kind::Count && figure.at < first.figure.at && figure.sentence == whole.sentence
    };
    // What stands in brackets is of the number before them.
    let inside = first.figure.depth > whole.depth;
    let another = !inside && read.figures.iter().filter(earlier).any(|other| other.value.parts >= total);
    let ends = any(&first.words, &["xuong", "duoi", "den", "chua"]) && any(&last.words, &["len", "tren"]);
    let others = read.items.get(first.figure.at..last.figure.at).unwrap_or_default();
    let fit = match total.cmp(&whole.value.parts) {
        std::cmp::Ordering::Equal => Fit::Exact,
        std::cmp::Ordering::Greater if !another => Fit::No,
        std::cmp::Ordering::Less if first.class == Class::Age && ends && run.len() > 2 => Fit::No,
        std::cmp::Ordering::Less
            if first.class == Class::Years && read.words(whole.at, first.figure.at).contains(&"gom") =>
        {
            Fit::Doubtful
        }
        _ => return,
    };
    if others.contains(&Item::Mark('…')) && fit != Fit::Exact {
        return;
    }
    found.found.retain(|reading| !sum_of(reading));
    found.found.push(told(whole, &parts, fit));
}
