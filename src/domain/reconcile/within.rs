//! Parts larger than the whole that they are said to be in: `30 đảng viên mới, trong đó 33 nữ`.

use super::change::change;
use super::figure::{Figure, Item, Kind, Sentence, any, has};
use super::fit::Fit;
use super::reading::{Reading, Readings, Relation};
use super::sums::exactly;
use super::units;

/// Words behind which another number begins than a part of the whole.
const LEVELS: [&str; 7] = ["len", "voi", "tong", "hien", "truoc", "them", "tren"];

/// Reads parts that cannot be.
pub fn within(read: &Sentence, found: &mut Readings) {
    let people = |figure: &&Figure| figure.kind == Kind::Count && exactly(figure) && units::are_people(read, figure);
    for part in read.figures.iter().filter(people) {
        let before =
            |figure: &&Figure| figure.kind == Kind::Count && figure.at < part.at && figure.sentence == part.sentence;
        let wholes = || read.figures.iter().filter(before);
        let Some(begins) = begins(read, part) else { continue };
        let Some(whole) = wholes().rev().find(|figure| figure.at < begins && units::are_people(read, figure)) else {
            continue;
        };
        let all_smaller = wholes().all(|other| other.value < part.value);
        let told = found.found.iter().any(|reading| !reading.fit.is_some() && reading.spans.contains(&part.span));
        let plain = exactly(&whole) && change(read, whole).is_none() && change(read, part).is_none();
        let list = read.words(begins, part.at);
        if told || !plain || !all_smaller || any(&list, &LEVELS) {
            continue;
        }
        let relation = Relation::Within { part: part.value, whole: whole.value };
        found.found.push(Reading { relation, fit: Fit::Doubtful, spans: vec![whole.span, part.span] });
    }
}

/// Where the words end that put a part into a whole: `trong đó`, `gồm`, `trong tổng số 30 … có`.
fn begins(read: &Sentence, part: &Figure) -> Option<usize> {
    let back = read.items.get(..part.at)?;
    let clause = back.iter().rposition(|item| matches!(item, Item::Mark(';' | '.' | ')'))).map_or(0, |at| at + 1);
    let items = read.items.get(clause..part.at)?;
    let said = items.windows(2).rposition(|pair| match pair {
        [Item::Word(one), Item::Word(other)] => one == "trong" && other == "do" || other == "gom",
        [Item::Mark('('), Item::Word(other)] => other == "gom",
        _ => false,
    });
    if let Some(at) = said {
        return Some(clause + at + 2);
    }
    let first = read.figures.iter().find(|figure| figure.at >= clause && figure.kind == Kind::Count)?;
    let of_all = has(&read.before(first.at, 2), &["tong", "so"]) || has(&read.before(first.at, 2), &["trong", "so"]);
    let next = read.figures.iter().find(|figure| figure.at > first.at && figure.kind == Kind::Count)?;
    (of_all && units::are_people(read, first) && next.span == part.span).then_some(first.at + 1)
}
