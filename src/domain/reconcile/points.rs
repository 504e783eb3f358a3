//! Changes between percentages, in points. Changes of numbers are in `growth`.

use super::change::{Change, Way};
use super::figure::{Figure, Item, Kind, Near, Sentence, has};
use super::fit::{Fit, equal};
use super::reading::{Reading, Relation};
use super::roles::from_to;

/// `đạt 17,31%, cao hơn quy định 15% là 2,31 điểm phần trăm`: points behind two percentages that are compared.
pub(super) fn stated(read: &Sentence, given: &Figure) -> Option<Reading> {
    let before =
        |figure: &&Figure| figure.sentence == given.sentence && figure.at < given.at && figure.kind == Kind::Percent;
    let here: Vec<&Figure> = read.figures.iter().filter(before).collect();
    let ([one, other], Kind::Points, ["la"]) = (here.as_slice(), given.kind, read.before(given.at, 1).as_slice())
    else {
        return None;
    };
    let words = read.words(one.at, other.at);
    let (up, down) = (has(&words, &["cao", "hon"]) || has(&words, &["vuot"]), has(&words, &["thap", "hon"]));
    let (larger, smaller) = if down { (other, one) } else { (one, other) };
    let ((least, most), (low, high)) = (larger.reach(), smaller.reach());
    let fit = if equal((least - high, most - low), given) { Fit::Exact } else { Fit::No };
    let relation = Relation::Difference { one: larger.value, other: smaller.value, given: given.value };
    (up || down).then(|| Reading { relation, fit, spans: vec![larger.span, smaller.span, given.span] })
}

impl<'a> Change<'a> {
    /// A change in points between two percentages.
    pub(super) fn points(&self) -> Option<Reading> {
        let levels = self.levels(Kind::Percent);
        let difference = |one: &Figure, other: &Figure| {
            let ((least, most), (low, high)) = (one.reach(), other.reach());
            let fit = if equal((least - high, most - low), self.given) { Fit::Exact } else { Fit::No };
            (fit, Relation::Difference { one: one.value, other: other.value, given: self.given.value })
        };
        // `đạt 86,25%, thấp hơn 5,25% so với chỉ tiêu (91,5%)`: both are named.
        let compared = self.compared(&levels).map(|(level, named)| {
            let (larger, smaller) = if self.way == Way::Up { (level, named) } else { (named, level) };
            let (points, relative) = (difference(larger, smaller), self.growth(named, level));
            match points.0.is_some() || !relative.0.is_some() || self.given.kind == Kind::Points {
                true => self.told(larger, smaller, points),
                false => self.told(named, level, relative),
            }
        });
        if compared.is_some() {
            return compared;
        }
        for one in &levels {
            for other in levels.iter().filter(|other| other.span != one.span && other.value <= one.value) {
                let reading = difference(one, other);
                if reading.0.is_some() {
                    return Some(self.told(one, other, reading));
                }
            }
        }
        // `tăng từ 85% lên 92%, tăng 7 điểm phần trăm`.
        if let Some((old, new)) = from_to(self.read, self.given, Kind::Percent)
            .filter(|(_, new)| self.given.kind == Kind::Points && !self.is_yearly(new) || self.ends(new))
        {
            let (larger, smaller) = if self.way == Way::Up { (new, old) } else { (old, new) };
            return Some(self.told(larger, smaller, difference(larger, smaller)));
        }
        // `đạt 17,31%, cao hơn quy định 15% là 2,31 điểm phần trăm`: two percentages only.
        let before = |figure: &&Figure| {
            figure.sentence == self.given.sentence && figure.at < self.given.at && figure.kind == Kind::Percent
        };
        let here: Vec<&Figure> = self.read.figures.iter().filter(before).collect();
        if let ([one, other], Kind::Points) = (here.as_slice(), self.given.kind)
            && !self.is_yearly(one)
        {
            let compared = has(&self.read.words(one.at, other.at), &["cao", "hon"])
                || has(&self.read.words(one.at, other.at), &["vuot"]);
            let (larger, smaller) = if compared || one.value > other.value { (one, other) } else { (other, one) };
            return Some(self.told(larger, smaller, difference(larger, smaller)));
        }
        None
    }

    /// The percentage right before a change, and the one that it is compared with.
    pub(super) fn compared(&self, levels: &[&'a Figure]) -> Option<(&'a Figure, &'a Figure)> {
        let named = levels.iter().find(|figure| {
            figure.at > self.given.at
                && figure.sentence == self.given.sentence
                && has(&self.read.words(self.given.at, figure.at), &["so", "voi"])
                && !self.read.has_mark(self.given.at + 2, figure.at, &[',', ';'])
        })?;
        let level = levels.iter().rev().find(|figure| {
            figure.at < self.given.at && figure.sentence == self.given.sentence && figure.depth <= self.given.depth
        })?;
        let between =
            self.read.figures.iter().filter(|figure| figure.at > level.at && figure.at < self.given.at).count();
        (between == 0).then_some((*level, *named))
    }

    /// Whether a change in percent stands right behind the later of two percentages, and is that between both: no mean, nothing in
    /// between.
    pub(super) fn ends(&self, new: &Figure) -> bool {
        let words = self.read.words(new.at, self.given.at);
        let between = self.read.figures.iter().any(|figure| figure.at > new.at && figure.at < self.given.at);
        let yearly = self.is_yearly(new);
        self.given.kind == Kind::Percent
            && self.given.near == Near::Exactly
            && new.at < self.given.at
            && !between
            && !yearly
            && words.len() <= 8
    }

    /// Whether a change behind a number is that of a year, of several.
    pub(super) fn is_yearly(&self, new: &Figure) -> bool {
        let words = self.read.words(new.at, self.given.at);
        has(&words, &["binh", "quan"])
            || super::figure::any(&words, &["moi", "hang", "trung"])
            || matches!(self.read.items.get(self.given.at + 2), Some(Item::Mark('/')))
            || matches!(self.read.after(self.given.at + 1, 1).as_slice(), ["moi" | "hang" | "so"])
    }
}
