//! Which two numbers a change is between, as the words tell. Whether it holds is in `growth`.

use super::change::{Change, Way};
use super::figure::{Figure, Kind, Near, ONE, Sentence, has};
use super::fit::{Fit, agrees, percent};
use super::reading::{Reading, Relation};
use super::swaps::swaps;

impl<'a> Change<'a> {
    /// The earlier and the later number, where the words name the one and the sentence has no other number than the other.
    pub(super) fn roles(&self, levels: &[&'a Figure]) -> Option<(&'a Figure, &'a Figure)> {
        let named = self.named_old()?;
        let mut others =
            levels.iter().filter(|figure| figure.span != named.span && figure.sentence == self.given.sentence);
        // Right before the change, or the only other one.
        let right = |new: &&&Figure| {
            let between = self.read.figures.iter().any(|figure| figure.at > new.at && figure.at < self.given.at);
            let unit = self.read.after(self.given.at, 2);
            let alike = unit.len() < 2 || self.read.after(new.at, 2) == unit || self.read.after(named.at, 2) != unit;
            new.at < self.given.at && new.depth <= self.given.depth && !between && named.at > self.given.at && alike
        };
        let near = levels.iter().rev().find(right);
        let (first, second) = (others.next(), others.next());
        let new = near.or(first.filter(|_| second.is_none()))?;
        let whole = named.over.is_none() && new.over.is_none() && !super::units::differ(self.read, named, new);
        whole.then_some((named, *new))
    }

    /// `191 vụ, 103 người chết, so với cùng kỳ (229 vụ, 134 người chết) giảm 31 người chết`: the two numbers of the unit of the change.
    pub(super) fn alike(&self, levels: &[&'a Figure]) -> Option<(&'a Figure, &'a Figure)> {
        let unit = self.read.after(self.given.at, 2);
        let here = |figure: &&&Figure| {
            figure.sentence == self.given.sentence && figure.at < self.given.at && self.read.after(figure.at, 2) == unit
        };
        let mut found = levels.iter().filter(here);
        let (new, old, None) = (found.next()?, found.next()?, found.next()) else { return None };
        let named = has(&self.read.words(new.at, old.at), &["so", "voi"]) && old.depth > new.depth;
        (named && unit.len() > 1).then_some((*old, *new))
    }

    /// `461 đảng viên và 23 tổ chức, tăng 149 đảng viên và 16 tổ chức so với 312 đảng viên, 7 tổ chức`: each of its unit.
    pub(super) fn around(&self, levels: &[&'a Figure]) -> Option<(&'a Figure, &'a Figure)> {
        let unit = self.read.after(self.given.at, 2);
        let here = |figure: &&&Figure| {
            let of = self.read.after(figure.at, 2);
            figure.sentence == self.given.sentence && figure.over.is_none() && of.starts_with(&unit)
        };
        let mut found = levels.iter().filter(here);
        let (new, old, None) = (found.next()?, found.next()?, found.next()) else { return None };
        let words = self.read.words(self.given.at, old.at);
        // `tăng 4 so với năm 2023 và tăng 12 so với năm 2020 (40)`: each has its own.
        let twice = words.windows(2).filter(|pair| *pair == ["so", "voi"]).count() > 1 || words.contains(&"gap");
        let named = has(&words, &["so", "voi"]) && !twice;
        let apart = self.read.has_mark(new.at, old.at, &[';']);
        let between = self.read.figures.iter().any(|figure| figure.at > self.given.at && figure.at < old.at);
        (unit.len() > 1 && named && between && !apart && new.at < self.given.at && old.at > self.given.at)
            .then_some((*old, *new))
    }

    /// `từ 255 lên 303, tức tăng 48`: both numbers right before the change.
    pub(super) fn follows(&self, kind: Kind) -> Option<(&'a Figure, &'a Figure)> {
        let (old, new) = from_to(self.read, self.given, kind)?;
        let inner = |figure: &&Figure| figure.depth <= new.depth;
        let mut behind =
            self.read.figures.iter().filter(|figure| figure.at > new.at && figure.at < self.given.at).filter(inner);
        let between = behind.next().is_some();
        let items = self.read.items.get(new.at..self.given.at).unwrap_or_default();
        let closed = items.iter().rposition(|item| *item == super::figure::Item::Mark(')'));
        let words = self.read.words(closed.map_or(new.at, |at| new.at + at), self.given.at);
        let yearly = super::figure::any(&words, &["quan", "moi", "hang", "trung"]);
        // `tăng 42 người, từ 1.493 lên 1.535`: right before both.
        let ahead = self.read.words(self.given.at + 1, old.at);
        let follow = self.given.at < old.at && ahead.len() <= 4 && ahead.last() == Some(&"tu");
        let follow = follow && !self.read.figures.iter().any(|figure| figure.at > self.given.at && figure.at < old.at);
        // `từ 32 xuống còn 17 phòng, giảm 21 cấp trưởng`: of something else.
        if self.given.kind == Kind::Count && super::units::unlike(self.read, new, self.given) {
            return None;
        }
        let part = has(&self.read.words(new.at, self.given.at), &["trong", "do"]);
        // `(từ 1.986 lên 2.200), số chi bộ giảm 6`: of something else.
        let comma = items.iter().rposition(|item| matches!(item, super::figure::Item::Mark(',' | ';')));
        let clause = comma.map(|at| self.read.words(new.at + at, self.given.at)).unwrap_or_default();
        let own = [
            "tang", "giam", "tuc", "nghia", "nhu", "hay", "bang", "tuong", "vuot", "chenh", "da", "sau", "moi", "binh",
            "trung",
        ];
        let other = clause.first().is_some_and(|first| !own.contains(first));
        let part = part || other;
        let behind = new.at < self.given.at && !part && !between && !yearly && words.len() <= 10;
        (behind || follow).then_some((old, new))
    }

    /// The result and what was asked, of which a percentage right before this excess tells.
    pub(super) fn by_share(&self, levels: &[&'a Figure]) -> Option<(&'a Figure, &'a Figure)> {
        let said = super::figure::any(&self.read.before(self.given.at, 2), &["vuot", "thieu"]);
        let here =
            || levels.iter().filter(|figure| figure.sentence == self.given.sentence && figure.at < self.given.at);
        let percent = self.read.figures.iter().rev().find(|figure| {
            figure.kind == Kind::Percent && figure.at < self.given.at && figure.sentence == self.given.sentence
        })?;
        let fits = |done: &Figure, asked: &Figure| {
            done.span != asked.span && percent_of(done, asked).is_some_and(|range| agrees(range, percent) <= Fit::Cut)
        };
        let elsewhere = has(&self.read.after(self.given.at, 6), &["so", "voi"]);
        if !said || elsewhere || here().count() > 2 {
            return None;
        }
        here().find_map(|done| Some((*done, *here().find(|asked| fits(done, asked))?)))
    }

    /// `Chỉ tiêu 25, thực hiện 27, vượt 2`: the only two numbers before it, one of which is asked for.
    pub(super) fn against_target(&self, levels: &[&'a Figure]) -> Option<(&'a Figure, &'a Figure)> {
        let mut here = levels.iter().filter(|figure| figure.sentence == self.given.sentence);
        let (Some(one), Some(other), None) = (here.next(), here.next(), here.next()) else { return None };
        let last = self.read.before(self.given.at, 3);
        let said = super::figure::any(&last, &["vuot", "thieu", "hut"]);
        let plain = |figure: &Figure| {
            figure.over.is_none() && figure.near == Near::Exactly && figure.at < self.given.at && figure.depth == 0
        };
        let asked = |figure: &Figure| {
            let words = self.read.before(figure.at, 4);
            // `Chỉ tiêu năm kết nạp 18`.
            let far = self.read.before(figure.at, 7);
            let begins = matches!(
                far.as_slice(),
                [.., "tieu" | "hoach", "ket", "nap"] | [.., "tieu" | "hoach", "nam", "ket", "nap"]
            );
            begins
                || super::figure::any(&words, &super::percentage::ASKED)
                    && !super::figure::any(&words, &["thuc", "dat", "nap"])
        };
        // `còn thiếu 5 so với chỉ tiêu`: the one that is told.
        let behind = self.read.after(self.given.at, 9);
        let compared = behind.iter().position(|word| *word == "so").and_then(|at| behind.get(at..)).unwrap_or_default();
        let told = matches!(
            compared,
            ["so", "voi", "chi", "tieu"]
                | ["so", "voi", "chi", "tieu", "nam" | "giao" | "duoc" | "de", ..]
                | ["so", "voi", "ke", "hoach"]
                | ["so", "voi", "ke", "hoach", "nam" | "giao" | "duoc" | "de", ..]
        );
        let elsewhere = has(&behind, &["so", "voi"]) && !told;
        let listed = self.read.items.get(one.at..other.at).unwrap_or_default().windows(2).any(
            |pair| matches!(pair, [super::figure::Item::Word(one), super::figure::Item::Word(other)] if one == "trong" && other == "do"),
        );
        if !said || elsewhere || listed || !plain(one) || !plain(other) || super::units::differ(self.read, one, other) {
            return None;
        }
        match (asked(one), asked(other)) {
            (true, false) => Some((*other, *one)),
            (false, true) => Some((*one, *other)),
            _ => None,
        }
    }

    /// The two numbers of the sentence that differ by a change.
    pub(super) fn told_by(&self, number: &Figure, levels: &[&'a Figure]) -> Option<(&'a Figure, &'a Figure)> {
        let here = || levels.iter().filter(|figure| figure.sentence == self.given.sentence);
        let differ = |old: &Figure, new: &Figure| (new.value.parts - old.value.parts).abs() == number.value.parts;
        here().find_map(|old| {
            let new = here().find(|new| differ(old, new) && (new.value > old.value) == (self.way == Way::Up))?;
            Some((*old, *new))
        })
    }

    /// `mới 4.640, đưa ra 1.477, như vậy tăng 3.163`: the two numbers before it, of which one has two digits changed.
    pub(super) fn swapped_difference(&self, levels: &[&Figure]) -> Option<Reading> {
        let mut before = levels.iter().rev().filter(|figure| figure.at < self.given.at);
        let (near, far) = (*before.next()?, *before.next()?);
        let (one, other) = if near.value > far.value { (near, far) } else { (far, near) };
        let exactly =
            [one, other, self.given].iter().all(|figure| figure.near == Near::Exactly && figure.value.is_whole());
        let here = [one, other].iter().all(|figure| figure.sentence == self.given.sentence);
        let off = one.value.parts - other.value.parts - self.given.value.parts;
        let put_back = |figure: &Figure, sign: i64| {
            swaps(figure.value).iter().any(|value| (value.parts - figure.value.parts) * sign == off)
        };
        let swapped = put_back(self.given, 1) || put_back(other, 1) || put_back(one, -1);
        let relation = Relation::Difference { one: one.value, other: other.value, given: self.given.value };
        let large = self.given.value.parts >= 100 * ONE && off != 0;
        // `mới 4.640, đưa ra 1.477, tức tăng 6.117`: added up.
        let leaves = |figure: &Figure| {
            let words = self.read.before(figure.at, 6);
            has(&words, &["dua", "ra"]) || has(&words, &["ra", "khoi"]) || has(&words, &["chuyen", "di"])
        };
        let added = one.value.parts + other.value.parts == self.given.value.parts && leaves(near) != leaves(far);
        if exactly && here && added && self.way == Way::Up {
            return Some(self.told(one, other, (Fit::Doubtful, relation)));
        }
        (exactly && here && large && swapped).then(|| self.told(one, other, (Fit::Swapped, relation)))
    }
}

/// `từ 68 lên 101`, `từ 26% xuống 22,1%`, of numbers, in the sentence of a change.
pub(super) fn from_to<'a>(read: &'a Sentence, given: &Figure, kind: Kind) -> Option<(&'a Figure, &'a Figure)> {
    let here = |figure: &&Figure| figure.sentence == given.sentence && figure.kind == kind && figure.span != given.span;
    let mut counts = read.figures.iter().filter(here);
    let old = counts.find(|figure| read.before(figure.at, 2).last() == Some(&"tu"))?;
    let new = counts.find(|figure| {
        matches!(read.before(figure.at, 2).as_slice(), [.., "len" | "xuong" | "con"] | ["con", "lai"])
    })?;
    let apart = read.has_mark(old.at.min(given.at), new.at.max(given.at), &[';']);
    (old.at < new.at && !apart).then_some((old, new))
}

/// One figure in percent of another.
pub(super) fn percent_of(part: &Figure, whole: &Figure) -> Option<(i64, i64)> {
    percent(part.reach(), whole.reach())
}
