//! A percentage with what stands around it: the number before it, the words that tie them, the whole that is named. What follows
//! from that is in `shares`.

use super::figure::{Figure, Item, Kind, Near, ONE, Sentence, any, has};
use super::fit::{Fit, agrees, percent};
use super::reading::{Reading, Relation};

/// Words that make the figure behind them a number to reach.
pub(super) const ASKED: [&str; 7] = ["tieu", "hoach", "giao", "kh", "toan", "quyet", "ct"];

/// Words that tie a percentage to the number before it.
const CONNECTED: [&str; 11] = ["chiem", "dat", "bang", "ty", "ti", "tuong", "tuc", "gan", "hon", "tren", "khoang"];

/// How far back a part may stand.
const BACK: usize = 4;

/// A percentage with what stands around it.
pub(super) struct Claim<'a> {
    pub(super) read: &'a Sentence,
    pub(super) given: &'a Figure,
    /// Counts before it in its sentence, the nearest first.
    pub(super) parts: Vec<&'a Figure>,
    /// The words since the figure before it.
    pub(super) link: Vec<&'a str>,
    /// The words after it.
    pub(super) tail: Vec<&'a str>,
}

pub(super) fn is_count(figure: &Figure) -> bool {
    figure.kind == Kind::Count && figure.value.parts > 0
}

pub(super) fn claim<'a>(read: &'a Sentence, place: usize, given: &'a Figure) -> Claim<'a> {
    let same = |figure: &&Figure| figure.sentence == given.sentence;
    let before = read.figures.get(..place).unwrap_or_default();
    // What stands in closed brackets before it belongs to something else.
    let depth = match read.previous(given.at) {
        Some(Item::Mark('(')) => given.depth.saturating_sub(1),
        _ => given.depth,
    };
    let open = |figure: &&Figure| {
        figure.depth <= depth || figure.depth == given.depth && !read.has_mark(figure.at, given.at, &[')'])
    };
    let parts = before.iter().rev().take_while(same).filter(|figure| is_count(figure)).filter(open);
    let parts: Vec<&Figure> = parts.take(BACK).collect();
    let previous = before.last().map_or(0, |figure| figure.at + 1);
    let link = read.words(previous, given.at);
    let next = read
        .items
        .iter()
        .skip(given.at + 1)
        .position(|item| matches!(item, Item::Figure(_) | Item::Mark(',' | ';' | '(' | ')' | '.')));
    let end = given.at + 1 + next.unwrap_or(read.items.len());
    Claim { read, given, parts, link, tail: read.words(given.at + 1, end) }
}

impl<'a> Claim<'a> {
    /// Whether the percentage says by how much something changes.
    pub(super) fn changes(&self) -> bool {
        let last: Vec<&str> = self.link.iter().rev().take(4).copied().collect();
        any(&last, &["tang", "giam"])
            || has(&self.link, &["cao", "hon"])
            || has(&self.link, &["thap", "hon"])
            || self.given.minus
    }

    pub(super) fn is_beyond(&self) -> bool {
        // Not of the sentence before.
        let since = self.read.items.get(..self.given.at).unwrap_or_default();
        let begins = since.iter().rposition(|item| *item == Item::Mark('.')).unwrap_or(0);
        any(&self.link, &["vuot"]) && any(&self.read.words(begins, self.given.at), &["vuot"])
    }

    pub(super) fn is_target(&self) -> bool {
        any(&self.tail, &["tieu", "hoach", "kh", "quyet", "toan", "vu"]) || any(&self.link, &["tieu", "hoach"])
    }

    /// Whether the words make it a share of something named.
    pub(super) fn is_share(&self) -> bool {
        let bracket = matches!(self.read.previous(self.given.at), Some(Item::Mark('(' | '=')));
        bracket
            || any(&self.link, &["chiem", "bang"])
            || self.is_at_rate()
            || has(&self.link, &["tuong", "duong"])
            // `16 tỉnh còn lại chưa đạt 15%` is what they ought to reach.
            || self.link.last() == Some(&"dat")
                && !matches!(self.link.as_slice(), [.., "chua" | "khong" | "phai" | "can", "dat"])
            || matches!(self.link.as_slice(), [.., "dat" | "le", "tren"])
    }

    /// `đạt tỷ lệ 24%`; not `6 trường có tỷ lệ đỗ 100%`, which is of something else.
    pub(super) fn is_at_rate(&self) -> bool {
        let mut words =
            self.link.iter().rev().skip_while(|word| matches!(**word, "la" | "gan" | "hon" | "tren" | "khoang"));
        let (le, rate, before) = (words.next(), words.next(), words.next());
        le == Some(&"le") && matches!(rate, Some(&("ty" | "ti"))) && before != Some(&"co")
    }

    /// Whether numbers in brackets follow right behind, or with `với`.
    pub(super) fn is_bracketed(&self) -> bool {
        let percent = usize::from(self.read.next(self.given.at) == Some(&Item::Mark('%')));
        let at = self.given.at + percent;
        let comma = usize::from(self.read.next(at) == Some(&Item::Mark(',')));
        let exact = self.given.near == Near::Exactly && self.given.value.place < ONE;
        let with =
            matches!(self.read.next(at + comma), Some(Item::Word(word)) if exact && (word == "voi" || word == "tuc"));
        self.read.next(at) == Some(&Item::Mark('('))
            || with && matches!(self.read.next(at + comma + 1), Some(Item::Figure(_)))
    }

    /// Whether the words make it a share of the whole that is spoken of, and not of a target of its own.
    pub(super) fn is_of_list(&self) -> bool {
        let bracket = matches!(self.read.previous(self.given.at), Some(Item::Mark('(' | '=')));
        bracket || any(&self.link, &["chiem"]) || has(&self.link, &["tuong", "duong"]) || self.is_at_rate()
    }

    /// `17/30` in the brackets after the percentage, or before it.
    pub(super) fn fraction(&self) -> Option<(&'a Figure, &'a Figure)> {
        let whole = |figure: &'a Figure| Some((figure, self.read.figures.get(figure.over?)?));
        let after = self.after();
        if let Some(found) = after.first().copied().and_then(whole) {
            return Some(found);
        }
        // `Đạt 112,5% kế hoạch (18 đảng viên trên 16 chỉ tiêu)`.
        if let [part, over] = after.as_slice()
            && any(&self.read.words(part.at, over.at), &["tren"])
        {
            return Some((part, over));
        }
        let before = self.parts.iter().take(2).copied().find_map(whole).filter(|(_, over)| self.is_beside(over));
        // `đạt tỷ lệ 17,8%, với 89/499 đại biểu`, `99,92% số thôn có chi bộ (7.853/7.859)`.
        before.or_else(|| {
            let next = self.read.figures.iter().find(|figure| figure.at > self.given.at)?;
            let closed = !self.read.has_mark(self.given.at + 2, next.at.saturating_sub(1), &[';', '.', '(', ')']);
            let bracket = closed && matches!(self.read.previous(next.at), Some(Item::Mark('(')));
            let near = bracket && next.sentence == self.given.sentence
                || next.at <= self.given.at + 5
                    && matches!(self.read.before(next.at, 1).as_slice(), ["voi" | "tuc" | "la"]);
            whole(next).filter(|_| near)
        })
    }

    /// Whether a percentage belongs to the number before it: no other percentage and no new thought between them.
    pub(super) fn is_beside(&self, part: &Figure) -> bool {
        let between = |figure: &&Figure| {
            let inside = figure.at > part.at && figure.at < self.given.at && figure.kind == Kind::Percent;
            inside && super::change::change(self.read, figure).is_none()
        };
        let bracket = matches!(self.read.previous(self.given.at), Some(Item::Mark('(')));
        let since = self.read.items.get(..self.given.at).unwrap_or_default();
        let comma = since.iter().rposition(|item| matches!(item, Item::Mark(',' | '('))).filter(|at| *at > part.at);
        let words = self.read.words(comma.map_or(part.at + 1, |at| at + 1), self.given.at);
        let begins = words.iter().find(|word| !matches!(**word, "va" | "da" | "moi" | "chi")).copied();
        let direct = comma.is_none() && words.len() <= 10 || begins.is_none_or(|word| CONNECTED.contains(&word));
        let next = self.read.figures.iter().any(|figure| figure.at > part.at && figure.at < self.given.at);
        let marks: &[char] = if next { &[',', ':', '%'] } else { &[':', '%'] };
        let inside = !self.read.has_mark(part.at, self.given.at.saturating_sub(1), marks);
        let connected = if bracket { inside } else { direct };
        connected
            && self.read.figures.iter().filter(between).count() == 0
            && !self.read.has_mark(part.at, self.given.at, &[';', '.'])
    }

    /// Whether a figure is the last one before the percentage, in one sentence.
    pub(super) fn is_next(&self, figure: &Figure) -> bool {
        let between = self.read.figures.iter().filter(|other| other.at > figure.at && other.at < self.given.at).count();
        between == 0 && !self.read.has_mark(figure.at, self.given.at, &[';', '.'])
    }

    /// Whether the words name a whole of which no number is told: `chiếm 8,66% số tổ chức của tỉnh`.
    pub(super) fn is_of_hidden(&self) -> bool {
        let known =
            ["tong", "trong", "va", "la", "co", "tren", "cua", "o", "dong", "nguoi", "thi", "dat", "nhung", "voi"];
        match self.tail.as_slice() {
            [] => false,
            // `74,5% số mới`: of those that are spoken of.
            ["so", "moi" | "nay" | "tren"] | ["so", "moi", "ket", "nap"] => false,
            ["so", ..] => true,
            ["tong", "so", _, ..] => true,
            [first, ..] => !known.contains(first),
        }
    }

    /// Counts in the brackets right after the percentage.
    pub(super) fn after(&self) -> Vec<&'a Figure> {
        let at = self.given.at + 1;
        let at = if matches!(self.read.items.get(at), Some(Item::Mark('%'))) { at + 1 } else { at };
        // `chiếm 9,76% với 25.103 hộ`.
        if let (Some(Item::Word(word)), Some(Item::Figure(next))) =
            (self.read.items.get(at), self.read.items.get(at + 1))
            && word == "voi"
        {
            return self.read.figures.get(*next).filter(|figure| is_count(figure)).into_iter().collect();
        }
        if !matches!(self.read.items.get(at), Some(Item::Mark('('))) {
            return Vec::new();
        }
        let close = self.read.items.iter().skip(at).position(|item| *item == Item::Mark(')'));
        let end = at + close.unwrap_or(0);
        self.read.figures.iter().filter(|figure| figure.at > at && figure.at < end && is_count(figure)).collect()
    }

    pub(super) fn share(&self, part: &Figure, whole: &Figure) -> (Fit, Relation) {
        let fit = percent(part.reach(), whole.reach()).map_or(Fit::No, |range| agrees(range, self.given));
        (fit, Relation::Share { part: part.value, whole: whole.value, given: self.given.value })
    }

    pub(super) fn beyond(&self, done: &Figure, asked: &Figure) -> (Fit, Relation) {
        let ((least, most), (low, high)) = (done.reach(), asked.reach());
        let fit = percent((least - high, most - low), asked.reach()).map_or(Fit::No, |range| agrees(range, self.given));
        (fit, Relation::Beyond { done: done.value, asked: asked.value, given: self.given.value })
    }

    pub(super) fn told(&self, one: &Figure, other: &Figure, (fit, relation): (Fit, Relation)) -> Reading {
        Reading { relation, fit, spans: vec![one.span, other.span, self.given.span] }
    }
}
