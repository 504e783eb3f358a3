//! Two parts right behind their whole that leave nothing out by their names: men and women, present and absent, on time and late. Other
//! lists are in `sums`.

use super::change::change;
use super::figure::{Figure, Item, Kind, Sentence};
use super::fit::Fit;
use super::reading::{Reading, Readings, Relation};
use super::sums::{exactly, told};
use super::units;

/// Names that leave nothing out, of the one part and of the other; the second may begin with `không` or `chưa` and the first name.
const PAIRS: [(&[&str], &[&str]); 7] = [
    (&["nam_"], &["nu"]),
    (&["chinh", "thuc"], &["du", "bi"]),
    (&["co", "mat"], &["vang"]),
    (&["du", "hop"], &["vang"]),
    (&["dung", "han"], &["qua", "han"]),
    (&["hop", "le"], &["khong", "hop", "le"]),
    (&["tan", "thanh"], &["khong", "tan", "thanh"]),
];

/// Reads such pairs.
pub fn complements(read: &Sentence, found: &mut Readings) {
    let counts: Vec<&Figure> = read.figures.iter().filter(|figure| figure.kind == Kind::Count).collect();
    for (place, window) in counts.windows(3).enumerate() {
        let [whole, one, other] = window else { continue };
        let plain = [whole, one, other].iter().all(|figure| exactly(figure) && change(read, figure).is_none());
        let here = whole.sentence == one.sentence && one.sentence == other.sentence && one.depth == other.depth;
        // `125 nam/100 nữ` is a ratio.
        let here = here && !read.has_mark(one.at, other.at, &['/']);
        let told_already = found.found.iter().any(|reading| is_sum_of(reading, whole) && reading.fit != Fit::Swapped);
        // A third part may follow: `nam 8, nữ 3, vắng 1`.
        let more = counts.get(place + 3).is_some_and(|next| {
            next.sentence == other.sentence && !read.has_mark(other.at, next.at, &[';', '.', ')', ':'])
        });
        if !plain
            || !here
            || told_already
            || more
            || units::differ(read, whole, one)
            || !complementary(read, one, other)
        {
            continue;
        }
        let total = one.value.parts + other.value.parts;
        let before = counts.get(..place).unwrap_or_default();
        // `25 đảng viên, trong đó 20 người dân tộc thiểu số, nam 12, nữ 13`: of another number.
        let another = before.iter().any(|figure| figure.value.parts == total);
        let fit = match total == whole.value.parts {
            true => Fit::Exact,
            false if another || whole.value < one.value || whole.depth > one.depth => continue,
            false if before.is_empty() => Fit::No,
            false => Fit::Doubtful,
        };
        found.found.retain(|reading| !is_sum_of(reading, whole));
        found.found.push(told(whole, &[one, other], fit));
    }
}

fn is_sum_of(reading: &Reading, whole: &Figure) -> bool {
    matches!(reading.relation, Relation::Sum { .. }) && reading.spans.last() == Some(&whole.span)
}

/// Whether the names of both parts, before or behind their numbers, are a pair.
fn complementary(read: &Sentence, one: &Figure, other: &Figure) -> bool {
    let (first, second) = (names(read, one), names(read, other));
    let has = |words: &[&str], wanted: &[&str]| super::figure::has(words, wanted);
    PAIRS.iter().any(|(left, right)| {
        let is = |words: &[&str], name: &[&str], not: &[&str]| has(words, name) && (!has(words, not) || has(name, not));
        is(&first, left, right) && is(&second, right, left) || is(&first, right, left) && is(&second, left, right)
    })
}

/// The words between the marks around a figure.
fn names<'a>(read: &'a Sentence, figure: &Figure) -> Vec<&'a str> {
    let ends = |item: &Item| match item {
        Item::Mark(_) | Item::Figure(_) | Item::Aside => true,
        Item::Word(word) => word == "va" || word == "do",
    };
    let before = read.items.get(..figure.at).unwrap_or_default().iter().rposition(ends).map_or(0, |at| at + 1);
    let behind = read.items.iter().skip(figure.at + 1).position(ends);
    let end = behind.map_or(read.items.len(), |length| figure.at + 1 + length);
    read.words(before.max(figure.at.saturating_sub(6)), end.min(figure.at + 8))
}
