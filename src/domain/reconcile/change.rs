//! A change and what stands around it: its direction, the levels beside it, the earlier number that is named. By how much is in
//! `growth`.

use super::figure::{Figure, Item, Kind, Sentence, any, has};
use super::fit::Fit;
use super::reading::{Reading, Relation};

/// The direction of a change.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Up,
    Down,
}

/// A change and what stands around it.
pub(super) struct Change<'a> {
    pub(super) read: &'a Sentence,
    pub(super) given: &'a Figure,
    pub(super) way: Way,
}

/// The change that the words before a figure make of it.
pub(super) fn change<'a>(read: &'a Sentence, given: &'a Figure) -> Option<Change<'a>> {
    let words = read.before(given.at, 5);
    let last: Vec<&str> = words.iter().rev().take(4).copied().collect();
    let found = last.iter().find_map(|word| match *word {
        "tang" | "vuot" => Some(Way::Up),
        "giam" | "thieu" | "hut" => Some(Way::Down),
        _ => None,
    });
    // `tăng tỷ lệ đảng viên nữ lên 35%` and `giảm từ 34%` are levels, not changes.
    let level = any(&last, &["len", "xuong", "con", "tu", "la", "dat", "co"]);
    let compared = if has(&words, &["cao", "hon"]) || has(&words, &["nhieu", "hon"]) {
        Some(Way::Up)
    } else if has(&words, &["thap", "hon"]) || has(&words, &["it", "hon"]) {
        Some(Way::Down)
    } else {
        None
    };
    let minus = given.minus && given.kind == Kind::Percent;
    let way = found.filter(|_| !level).or(compared).or(minus.then_some(Way::Down))?;
    Some(Change { read, given, way })
}

impl<'a> Change<'a> {
    /// Counts, or percentages, of the sentence beside the change itself and other changes.
    pub(super) fn levels(&self, kind: Kind) -> Vec<&'a Figure> {
        let of = |figure: &&Figure| {
            figure.kind == kind
                && figure.span != self.given.span
                && figure.value.parts > 0
                && change(self.read, figure).is_none()
        };
        let near =
            |figure: &&Figure| figure.sentence == self.given.sentence || figure.sentence + 1 == self.given.sentence;
        self.read.figures.iter().filter(near).filter(of).collect()
    }

    /// The earlier number, where the words name it: `so với cùng kỳ (60)`, `so với 10`, `so với kế hoạch 45`.
    pub(super) fn named_old(&self) -> Option<&'a Figure> {
        let after = |figure: &&Figure| {
            figure.at > self.given.at && figure.sentence == self.given.sentence && figure.kind == Kind::Count
        };
        let named = |figure: &&Figure| {
            let words = self.read.words(self.given.at + 1, figure.at);
            let marks = self.read.has_mark(self.given.at + 2, figure.at, &[',', ';', '.']);
            has(&words, &["so", "voi"]) && !marks && words.len() <= 9
                || has(&words, &["cung", "ky"]) && !marks && words.len() <= 9
        };
        self.read.figures.iter().filter(after).find(named)
    }

    /// The number of things that changed, told before their percentage: `tăng 33, tức 48,5%`.
    pub(super) fn number(&self) -> Option<&'a Figure> {
        let before = |figure: &&Figure| {
            figure.at < self.given.at && figure.sentence == self.given.sentence && figure.kind == Kind::Count
        };
        self.read
            .figures
            .iter()
            .rev()
            .filter(before)
            .take(2)
            .find(|figure| change(self.read, figure).is_some_and(|other| other.way == self.way))
    }

    pub(super) fn told(&self, one: &Figure, other: &Figure, (fit, relation): (Fit, Relation)) -> Reading {
        Reading { relation, fit, spans: vec![one.span, other.span, self.given.span] }
    }

    /// `(51/38)`, later and earlier number, in brackets right behind the change, or before its percentage.
    pub(super) fn fraction(&self) -> Option<(&'a Figure, &'a Figure)> {
        let over = |figure: &'a Figure| Some((figure, self.read.figures.get(figure.over?)?));
        let next = self.read.figures.iter().find(|figure| figure.at > self.given.at);
        let bracket = |next: &&Figure| {
            matches!(self.read.previous(next.at), Some(Item::Mark('('))) && next.at <= self.given.at + 5
        };
        let behind = next.filter(bracket).and_then(over);
        let previous = self.read.figures.iter().rev().filter(|figure| figure.at < self.given.at).take(2).find_map(over);
        let near = previous.filter(|(_, old)| {
            let bracket = self.read.next(old.at) == Some(&Item::Mark(')'));
            self.given.kind == Kind::Percent && bracket && self.given.at <= old.at + 6
        });
        behind.or(near).filter(|(new, old)| (new.value > old.value) == (self.way == Way::Up))
    }

    /// Whether words say that a number is an earlier one or one to reach.
    pub(super) fn is_named(&self, figure: &Figure) -> bool {
        let words = self.read.before(figure.at, 4);
        any(&words, &["tieu", "hoach", "voi", "ky", "giao", "tu", "truoc"])
            || matches!(self.read.previous(figure.at), Some(Item::Mark('(')))
            || matches!(self.read.previous(figure.at), Some(Item::Mark('/')))
    }
}
