//! Percentages of a change that is told in numbers: `tăng 103 vụ (16,5%)`, `tăng 40 so với năm 2023 (400), tăng 10%`. Changes between two numbers
//! are in `growth`.

use super::change::{Change, Way, change};
use super::figure::{Figure, Item, Kind, ONE, Sentence, has};
use super::fit::Fit;
use super::reading::Reading;
use super::roles::from_to;
use super::swaps::swaps;

impl<'a> Change<'a> {
    /// A change in percent with that in numbers in the brackets behind it, of the number right before it.
    pub(super) fn by_bracket(&self, levels: &[&Figure]) -> Option<Reading> {
        let next = self.read.figures.iter().find(|figure| figure.at > self.given.at && figure.kind == Kind::Count)?;
        let open = self.read.items.get(self.given.at + 1..next.at)?;
        let bracket = open.len() <= 4 && open.contains(&Item::Mark('('));
        let way = change(self.read, next).map(|change| change.way);
        let new =
            levels.iter().rev().find(|figure| figure.at < self.given.at && figure.sentence == self.given.sentence)?;
        let between = self.read.figures.iter().any(|figure| figure.at > new.at && figure.at < self.given.at);
        if !bracket || way != Some(self.way) || between {
            return None;
        }
        self.by_number(next, new)
    }

    /// `tăng 40 so với năm 2023 (400), tăng 10%`: the only number beside the change is the one of before.
    pub(super) fn by_named(&self, levels: &[&'a Figure]) -> Option<Reading> {
        let number = self.number()?;
        let old = change(self.read, number)?.named_old()?;
        let here = |figure: &&&Figure| figure.sentence == self.given.sentence && figure.span != old.span;
        if levels.iter().any(|figure| here(&figure)) || old.at > self.given.at {
            return None;
        }
        let sign = if self.way == Way::Up { 1 } else { -1 };
        let parts = old.value.parts + sign * number.value.parts;
        let new = Figure { value: super::figure::Value { parts, place: old.value.place }, ..old.clone() };
        Some(self.told(old, number, self.growth(old, &new)))
    }

    /// The percentage of a change of which the number and the later value are told.
    pub(super) fn by_number(&self, number: &Figure, new: &Figure) -> Option<Reading> {
        let old = match self.way {
            Way::Up => new.value.parts - number.value.parts,
            Way::Down => new.value.parts + number.value.parts,
        };
        let old = Figure {
            value: super::figure::Value { parts: old, place: new.value.place },
            near: new.near,
            ..(*new).clone()
        };
        (old.value.parts > 0).then(|| self.told(number, new, self.growth(&old, new)))
    }
}

/// `tăng 103 vụ (16,5%)`: a percentage in brackets behind a change in numbers.
pub(super) fn bracketed(read: &Sentence, given: &Figure) -> Option<Reading> {
    let words = read.before(given.at, 3);
    let said = has(&words, &["tuong", "duong"]) || words.first() == Some(&"tuc");
    if given.kind != Kind::Percent || !said && !matches!(read.previous(given.at), Some(Item::Mark('('))) {
        return None;
    }
    if let Some((old, new)) = from_to(read, given, Kind::Count).filter(|(_, new)| said && new.at < given.at) {
        let change = Change { read, given, way: if new.value > old.value { Way::Up } else { Way::Down } };
        return Some(change.told(old, new, change.growth(old, new)));
    }
    let mut before = read.figures.iter().rev().filter(|figure| figure.at < given.at && figure.kind == Kind::Count);
    let near = before.next()?;
    // `tăng 37 so với cùng kỳ 82 (45%)`: behind what it is compared with.
    let compared = |number: &&Figure| {
        change(read, number).and_then(|change| change.named_old()).is_some_and(|old| old.span == near.span)
    };
    let number = if change(read, near).is_some() { near } else { before.next().filter(compared)? };
    let way = change(read, number)?.way;
    let change = Change { read, given, way };
    let levels = change.levels(Kind::Count);
    let fitting = levels.iter().rev().find_map(|new| {
        let reading = change.by_number(number, new)?;
        reading.fit.is_some().then_some(reading)
    });
    // `từ 312 lên 356, tăng 44 (12,4%)`: both are told, and differ by the number.
    let told = || change.told_by(number, &levels).map(|(old, new)| change.told(old, new, change.growth(old, new)));
    fitting.or_else(told).or_else(|| {
        let swapped = |new: &Figure| {
            let exact = |given: &Figure, number: &Figure| {
                let change = Change { read, given, way };
                change.by_number(number, new).is_some_and(|reading| reading.fit == Fit::Exact)
            };
            let of = |figure: &Figure, value| Figure { value, ..figure.clone() };
            swaps(given.value).into_iter().any(|value| exact(&of(given, value), number))
                || swaps(number.value).into_iter().any(|value| exact(given, &of(number, value)))
        };
        let new = levels.iter().rev().take(3).find(|new| given.value.place < ONE && swapped(new))?;
        Some(Reading { fit: Fit::Swapped, ..change.by_number(number, new)? })
    })
}
