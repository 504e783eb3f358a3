//! Whether a change that does not fit is what the words mean, so that it is wrong. How it fits is in `growth`.

use super::change::{Change, Way};
use super::figure::{Figure, Item, Kind, has};
use super::fit::{Fit, equal};
use super::reading::{Reading, Relation};

impl Change<'_> {
    /// Whether a reading that does not fit stands: not where another number of the sentence may be what is compared, nor where that of the
    /// time before is not told.
    pub(super) fn with_charity(&self, reading: Reading) -> Option<Reading> {
        // What only nearly fits may be of something else.
        if reading.fit != Fit::Exact && self.is_of_another(&reading) {
            return None;
        }
        if reading.fit.is_some() {
            return Some(reading);
        }
        // `186 hộ (9,3%), còn 142 hộ (7,1%), giảm 2,2%`: points, written as a percentage.
        if self.given.kind == Kind::Percent
            && let Some(points) = self.points().filter(|points| points.fit.is_some())
        {
            return Some(points);
        }
        let here = |figure: &&Figure| figure.sentence == self.given.sentence && figure.kind == Kind::Count;
        let Some(old) = self.named_old() else {
            // `tăng 2,2% so với năm trước và trong đó có 34 nữ`: how many there were is not said.
            let after = self.read.after(self.given.at, 8);
            let asked = has(&after, &["voi", "chi", "tieu"]) || has(&after, &["voi", "ke", "hoach"]);
            let compared = has(&after, &["so", "voi"]) && !asked || has(&after, &["cung", "ky"]);
            let of_before = |figure: &&Figure| {
                let words = self.read.before(figure.at, 6);
                super::figure::any(&words, &["truoc", "ky", "tu"])
            };
            let told = |figure: &Figure| figure.at < self.given.at && of_before(&figure);
            let untold = compared && !self.read.figures.iter().filter(here).any(told);
            return (!untold).then_some(reading);
        };
        for new in self.read.figures.iter().filter(here).filter(|new| new.at < self.given.at && new.span != old.span) {
            let (fit, relation) = if self.given.kind == Kind::Count {
                let (one, other) = if self.way == Way::Up { (new, old) } else { (old, new) };
                let ((least, most), (low, high)) = (one.reach(), other.reach());
                let fit = if equal((least - high, most - low), self.given) { Fit::Exact } else { Fit::No };
                (fit, Relation::Difference { one: one.value, other: other.value, given: self.given.value })
            } else {
                self.growth(old, new)
            };
            if fit.is_some() {
                return Some(self.told(old, new, (fit, relation)));
            }
        }
        Some(reading)
    }

    /// Whether the clause of a change begins with something else than what both numbers before it count: `16 đảng viên, tăng 2 so với cùng kỳ
    /// (14); số chi bộ xuất sắc tăng 5%`.
    fn is_of_another(&self, reading: &Reading) -> bool {
        let ends = reading.spans.iter().filter(|span| **span != self.given.span);
        let ends = ends.filter_map(|span| self.read.figures.iter().find(|figure| figure.span == *span));
        let Some(last) = ends.map(|figure| figure.at).max().filter(|last| *last < self.given.at) else { return false };
        let items = self.read.items.get(last..self.given.at).unwrap_or_default();
        let Some(comma) = items.iter().rposition(|item| matches!(item, Item::Mark(',' | ';'))) else { return false };
        let words = self.read.words(last + comma, self.given.at);
        let subject = words.iter().take_while(|word| !matches!(**word, "tang" | "giam" | "vuot" | "thieu"));
        let subject: Vec<&str> = subject.copied().collect();
        let plain = [
            "tuc", "nghia", "nhu", "hay", "bang", "tuong", "chenh", "da", "sau", "moi", "ty", "le", "ti", "toc", "do",
            "nhung", "con", "va", "dat", "cao", "thap", "cu", "la", "muc", "so", "ung", "duong", "vay", "dieu", "nay",
            "dong", "toan", "toan_", "tinh", "huyen", "xa", "phat", "trien", "gan", "hon", "khoang", "tren", "nguoi",
            "tuyet", "doi",
        ];
        let compared =
            has(&subject, &["so", "voi"]) || has(&subject, &["cung", "ky"]) || has(&subject, &["binh", "quan"]);
        subject.len() > 1 && !compared && !subject.iter().all(|word| plain.contains(word))
    }
}
