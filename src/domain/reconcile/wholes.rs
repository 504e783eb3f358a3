//! The wholes that a sentence names for a percentage: of what, and of what was asked. What else stands around it is in `percentage`.

use super::figure::{Figure, Item, any, has};
use super::percentage::{ASKED, Claim, is_count};

impl<'a> Claim<'a> {
    /// The whole that the words name: `của 101`, `so với tổng số 2.892`, `trong tổng số 4.809`, `Trong 40 đảng viên mới`.
    pub(super) fn named_whole(&self) -> Option<&'a Figure> {
        let read = self.read;
        let next =
            read.figures.iter().find(|figure| figure.at > self.given.at && figure.sentence == self.given.sentence);
        let next = next.filter(|next| {
            let words = read.words(self.given.at + 1, next.at);
            // `so với cùng kỳ (80)`.
            let bracket = usize::from(matches!(read.previous(next.at), Some(Item::Mark('('))));
            let plain = !read.has_mark(self.given.at + 2, next.at - bracket, &[',', ';', ':', '(', ')', '.']);
            let asked = has(&words, &["so", "voi", "chi", "tieu"]) || has(&words, &["so", "voi", "ke", "hoach"]);
            is_count(next)
                && plain
                && words.len() <= if asked { 12 } else { 7 }
                && (bracket == 1 && matches!(words.first(), Some(&("tong" | "dan" | "du"))) && !words.is_empty()
                    || any(&words, &["cua", "tren", "trong"])
                    || has(&words, &["so", "voi"])
                    || has(&words, &["tong", "so"]))
        });
        next.or_else(|| self.echoed()).or_else(|| {
            let named = |figure: &&Figure| {
                let words = read.before(figure.at, 5);
                let tail: Vec<&str> = words.iter().rev().take(3).copied().collect();
                // `37 trường đạt chuẩn trên 78 trường`: not `đạt trên 78`.
                let verbs = ["dat", "co", "la", "chiem", "duoc", "nap", "len", "con", "hon", "tinh", "tang", "giam"];
                let over = matches!(tail.as_slice(), ["tren", word, ..] if !verbs.contains(word));
                let clause = self.read.figures.iter().rev().find(|other| other.at < figure.at);
                let joined = clause.is_some_and(|part| {
                    is_count(part)
                        && part.value < figure.value
                        && !self.read.has_mark(part.at, figure.at, &[',', ';', '.', ':', '('])
                });
                if over && joined && tail.len() > 2 {
                    return true;
                }
                // `6,84 tỷ đồng trên tổng vốn 9,5 tỷ đồng`.
                if let [_, "tong", "tren"] = tail.as_slice()
                    && joined
                {
                    return true;
                }
                matches!(
                    tail.as_slice(),
                    ["trong", ..] | ["so", "tong" | "trong", ..] | ["tren", "tinh", ..] | ["so", "tren", "tinh"]
                ) && !matches!(tail.as_slice(), ["trong", "do", ..])
            };
            let inside = |figure: &&&Figure| figure.sentence == self.given.sentence && figure.at < self.given.at;
            self.parts
                .iter()
                .copied()
                .find(named)
                .or_else(|| read.figures.iter().filter(|figure| is_count(figure) && inside(&figure)).find(named))
        })
    }

    /// The whole whose words come again behind the percentage: `giới thiệu 1.154 người; 771 …, bằng 66,8% số giới thiệu`.
    pub(super) fn echoed(&self) -> Option<&'a Figure> {
        let words: Vec<&str> = match self.tail.as_slice() {
            ["so", "voi", "tong", "so", rest @ ..] | ["tong", "so", rest @ ..] => {
                ["tong", "so"].into_iter().chain(rest.iter().copied().take(2)).collect()
            }
            ["so", rest @ ..] if !matches!(rest, ["voi", ..]) => rest.iter().copied().take(2).collect(),
            _ => return None,
        };
        let counts = self
            .read
            .figures
            .iter()
            .filter(|figure| is_count(figure) && figure.at < self.given.at && figure.depth == 0);
        let near = |figure: &&Figure| {
            let from = self.read.figures.iter().rev().find(|other| other.at < figure.at).map_or(0, |other| other.at);
            has(&self.read.words(from.max(figure.at.saturating_sub(9)), figure.at), &words)
        };
        let part = self.parts.first()?;
        counts
            .rev()
            .filter(|figure| figure.value > part.value && figure.span != part.span)
            .find(near)
            .filter(|_| words.len() > 1)
    }

    /// Whether words make a figure a number to reach.
    pub(super) fn is_asked(&self, figure: &Figure) -> bool {
        // `đạt 112% chỉ tiêu (50)`.
        let bracket = usize::from(matches!(self.read.previous(figure.at), Some(Item::Mark('('))));
        if bracket > 0 && self.is_listed_inside(figure) {
            return false;
        }
        let at = figure.at.saturating_sub(bracket);
        let words = self.read.before(at, 5);
        let close: Vec<&str> = words.iter().rev().take(3).copied().collect();
        // `Trong đó so với nghị quyết có 564 nữ`.
        if close.first() == Some(&"co") {
            return false;
        }
        // `Chỉ tiêu năm 2022 của tỉnh là 815`: behind the year.
        let items = self.read.items.get(at.saturating_sub(9)..at).unwrap_or_default();
        let colon = usize::from(items.last() == Some(&Item::Mark(':')));
        let items = items.get(..items.len() - colon).unwrap_or_default();
        let begins =
            items.iter().rposition(|item| matches!(item, Item::Figure(_) | Item::Mark(_))).map_or(0, |at| at + 1);

        let far: Vec<&str> = items
            .iter()
            .skip(begins)
            .filter_map(|item| if let Item::Word(word) = item { Some(word.as_str()) } else { None })
            .collect();
        let begun = has(&far, &["chi", "tieu"]) || has(&far, &["ke", "hoach"]) || has(&far, &["duoc", "giao"]);
        let ends = colon > 0 || bracket > 0 || matches!(far.last(), Some(&("la" | "trien" | "moi")));
        if begun && ends && !any(&far, &["nap", "dat", "vuot", "hien", "theo"]) {
            return true;
        }
        let set =
            words.ends_with(&["de", "ra"]) || words.ends_with(&["dat", "ra"]) || words.ends_with(&["de", "ra", "la"]);
        if words.ends_with(&["duoc", "giao"]) || set {
            return true;
        }
        // `mỗi năm kết nạp 2.200 đảng viên trở lên`.
        if has(&self.read.after(figure.at, 5), &["tro", "len"]) {
            return true;
        }
        // `quán triệt nghị quyết cho 18.462 lượt`: those to whom it was told.
        if close.first() == Some(&"cho") && close.get(1) != Some(&"giao") {
            return false;
        }
        let plans = has(&words, &["phan", "dau"]) || has(&words, &["muc", "tieu"]);
        any(&close, &ASKED) && !any(&close, &["nap", "dat", "duoc", "vuot"]) || plans && !any(&close, &["dat", "duoc"])
    }

    /// Whether the brackets that a number begins hold more of its kind: `đạt 100% kế hoạch (3 ở thôn, 2 ở trường)`. What was before and what was
    /// done stand there with their words.
    fn is_listed_inside(&self, figure: &Figure) -> bool {
        let close = self.read.items.iter().skip(figure.at).position(|item| *item == Item::Mark(')'));
        let end = figure.at + close.unwrap_or(0);
        let inside = || {
            let inner = |other: &&Figure| other.at > figure.at && other.at < end && is_count(other);
            self.read.figures.iter().filter(inner)
        };
        let told = |other: &Figure| {
            let words = self.read.words(figure.at, other.at);
            super::change::change(self.read, other).is_some()
                || other.depth > figure.depth
                || any(&words, &["ky", "truoc", "nam", "thuc", "dat", "da", "tieu", "hoach", "giao", "tren"])
        };
        inside().next().is_some() && !inside().any(told)
    }

    /// The only number asked for in the sentences before, unless a year or a term is spoken of since.
    pub(super) fn asked_before(&self) -> Option<&'a Figure> {
        let earlier = |figure: &&Figure| figure.sentence < self.given.sentence && is_count(figure);
        let mut asked = self.read.figures.iter().filter(earlier).filter(|figure| self.is_asked(figure));
        let (only, None) = (asked.next()?, asked.next()) else { return None };
        let items = self.read.items.get(only.at..self.given.at).unwrap_or_default();
        let dated = items.windows(2).any(|pair| {
            matches!(pair, [Item::Word(word), Item::Aside] if word == "nam")
                || matches!(pair, [Item::Word(one), Item::Word(other)] if other == "ky" && (one == "nhiem" || one == "cung"))
        });
        (!dated).then_some(only)
    }

    /// The number asked for in the sentence.
    pub(super) fn asked(&self) -> Vec<&'a Figure> {
        let same = |figure: &&Figure| figure.sentence == self.given.sentence && is_count(figure);
        let asked = |figure: &&Figure| self.is_asked(figure);
        let over = |figure: &&Figure| {
            self.parts.iter().any(|part| {
                part.over.and_then(|over| self.read.figures.get(over)).is_some_and(|over| over.span == figure.span)
            })
        };
        self.read.figures.iter().filter(same).filter(|figure| asked(figure) || over(figure)).collect()
    }
}
