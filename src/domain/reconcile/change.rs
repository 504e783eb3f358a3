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
        "tang" | "vuot" | "thua" => Some(Way::Up),
        "giam" | "thieu" | "hut" => Some(Way::Down),
        _ => None,
    });
    // `tăng tỷ lệ đảng viên nữ lên 35%` and `giảm từ 34%` are levels, not changes.
    // `vượt chỉ tiêu 7%`: what was asked.
    let asked = given.kind == Kind::Percent && matches!(last.first(), Some(&("tieu" | "hoach")));
    // `tức là tăng 33` is a change.
    let said = last.iter().position(|word| matches!(*word, "tang" | "giam" | "vuot" | "thieu")).unwrap_or(last.len());
    let level = asked || any(last.get(..said).unwrap_or_default(), &["len", "xuong", "con", "tu", "la", "dat", "co"]);
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
            // `so với kế hoạch (gồm 32 …)`: something else in the brackets.
            let open = self.read.has_mark(self.given.at + 2, figure.at.saturating_sub(1), &['(']);
            let marks = open || self.read.has_mark(self.given.at + 2, figure.at, &[',', ';', '.', ':', ')']);
            // `giảm 25 và đạt 86,3% so với kế hoạch (124)`: what stands between has a number of its own.
            let other = |other: &Figure| other.at > self.given.at + 1 && other.at < figure.at;
            let marks = marks || self.read.figures.iter().any(other);
            // `tăng 4 so với năm 2023 và tăng 12 so với …`: another change.
            let changes = change(self.read, figure).is_some();
            has(&words, &["so", "voi"]) && !marks && !changes && words.len() <= 12
                || has(&words, &["cung", "ky"]) && !marks && words.len() <= 9
        };
        self.read.figures.iter().filter(after).find(named).or_else(|| self.named_before())
    }

    /// `So với cùng kỳ năm trước (32), kết nạp 40, tăng 25%`.
    fn named_before(&self) -> Option<&'a Figure> {
        let here = |figure: &&Figure| figure.sentence == self.given.sentence && figure.at < self.given.at;
        let first = self.read.figures.iter().filter(here).find(|figure| figure.kind == Kind::Count)?;
        let start = self.read.figures.iter().rev().find(|figure| figure.at < first.at).map_or(0, |figure| figure.at);
        let words = self.read.words(start, first.at);
        let marks = self.read.has_mark(start + 1, first.at, &[',', ';', '.']);
        let bracket = matches!(self.read.previous(first.at), Some(Item::Mark('(')));
        (has(&words, &["so", "voi"]) && words.len() <= 9 && !marks && bracket).then_some(first)
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
        // `đạt 2.777/2.816 (thiếu 39)`.
        let bracketed = previous.filter(|(_, old)| {
            let words = self.read.words(old.at, self.given.at);
            let open = self.read.has_mark(old.at, self.given.at, &['(']) && self.given.depth == old.depth + 1;
            self.given.kind == Kind::Count && open && words.len() <= 7 && any(&words, &["thieu", "vuot", "thua"])
        });
        behind.or(near).or(bracketed).filter(|(new, old)| (new.value > old.value) == (self.way == Way::Up))
    }

    /// Whether words say that a number is an earlier one or one to reach.
    pub(super) fn is_named(&self, figure: &Figure) -> bool {
        let words = self.read.before(figure.at, 4);
        any(&words, &["tieu", "hoach", "voi", "ky", "giao", "tu", "truoc"])
            || matches!(self.read.previous(figure.at), Some(Item::Mark('(')))
            || matches!(self.read.previous(figure.at), Some(Item::Mark('/')))
    }
}
