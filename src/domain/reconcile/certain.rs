//! Which whole a percentage is of without doubt, so that it is wrong where it does not fit.

use super::figure::{Earlier, Figure, Item, Kind, ONE, any, has};
use super::fit::Fit;
use super::percentage::{Claim, claim, is_count};
use super::units;

impl<'a> Claim<'a> {
    /// The whole, if there is no doubt which it is: named by words, asked for, or that of the other shares of the list.
    pub(super) fn certain_whole<'c>(&self, part: &Figure, context: &'c [Earlier]) -> Option<&'c Figure>
    where
        'a: 'c,
    {
        let distinct = |figure: &&Figure| figure.span != part.span;
        let named = self.named_whole();
        let asked = self.asked();
        // `đạt 50,98% (chỉ tiêu 102)`.
        if let [only] = self.after().as_slice()
            && self.is_asked(only)
            && distinct(only)
        {
            return Some(*only);
        }
        // `Đạt 107% (kế hoạch 28, thực hiện 30)`.
        if let [one, other] = self.after().as_slice()
            && self.is_asked(one) != self.is_asked(other)
            && self.is_target()
        {
            let whole = if self.is_asked(one) { one } else { other };
            return Some(*whole).filter(distinct);
        }
        // `Kế hoạch giao 30, thực hiện 36, đạt 120%`.
        let reached = matches!(self.link.last(), Some(&("dat" | "bang"))) && self.tail.is_empty() && asked.len() == 1;
        if self.is_target() || reached {
            let before = if asked.is_empty() { self.asked_before() } else { None };
            // `39 đảng viên trong tổng số 200 theo kế hoạch`.
            let before = before.or(named.filter(|_| asked.is_empty() && self.tail.is_empty()));
            let [only] = asked.as_slice() else { return before.filter(distinct) };
            let excess = |figure: &&&Figure| any(&self.read.before(figure.at, 2), &["vuot", "thieu"]);
            let others = self.parts.iter().filter(|figure| figure.span != only.span && !excess(figure)).count();
            // `đạt 85% kế hoạch giao 15.000`: right behind.
            let behind =
                only.at > self.given.at && !self.read.has_mark(self.given.at + 2, only.at, &[',', ';', '.', ')']);
            // The last of a list is not what is spoken of.
            let since = self.read.items.get(..part.at).unwrap_or_default();
            let clause = since.iter().rposition(|item| matches!(item, Item::Mark(';' | '.'))).unwrap_or(0);
            let words = self.read.words(clause, part.at);
            let listed = has(&words, &["trong", "do"]) || words.contains(&"gom");
            return Some(*only).filter(|only| distinct(only) && (others <= 1 || behind && !listed));
        }
        let after = |named: &&Figure| named.at > self.given.at || named.depth == 0;
        // `57, bằng 518,2% so với nửa nhiệm kỳ trước (11)`.
        let compared = self.link.last() == Some(&"bang") && self.tail.starts_with(&["so", "voi"]);
        // `Trong tổng số 76 có 86 đoàn viên (chiếm gần 90%)`.
        let within = |named: &Figure| {
            let before = named.at < part.at && named.sentence == part.sentence && self.is_of_list();
            before && self.given.value.parts < 100 * ONE && !units::differ(self.read, named, part)
        };
        let larger = |named: &&Figure| named.value > part.value || compared || within(named);
        if let Some(named) = named.filter(distinct).filter(after).filter(larger) {
            return Some(named);
        }
        // No share is more than everything, of whatever.
        if self.is_of_hidden() && self.given.value.parts <= 100 * ONE {
            return None;
        }
        // `đạt 83%` may be of a target of its own.
        let counts =
            self.read.figures.iter().filter(|figure| is_count(figure) && figure.sentence == self.given.sentence);
        let alone = counts.count() == 2;
        let reaches = self.link.last() == Some(&"dat") && self.tail.is_empty();
        if !self.is_of_list() && !reaches {
            return None;
        }
        // `trong đó có 19, chiếm 105%`.
        let beyond = self.given.value.parts > 100 * ONE;
        // The one of the other shares in the sentence: two of them, or one where it stands in the same sentence.
        let here = self.read.figures.iter().rev().filter(|figure| is_count(figure) && figure.at < self.given.at);
        let others = |whole: &Figure| self.others(whole);
        let earlier =
            context.iter().filter(|earlier| units::agree(self.read, part, earlier)).map(|earlier| &earlier.figure);
        let shared = here.chain(earlier).filter(distinct).find(|whole| {
            let (fitting, all, number) = others(whole);
            let near = whole.sentence == self.given.sentence || whole.sentence + 1 == self.given.sentence;
            // Not what stands in brackets of its own, nor what was asked: a list is of what it begins with.
            let list = has(&self.read.words(whole.at, part.at), &["trong", "do"]) && any(&self.link, &["chiem"]);
            if units::differ(self.read, part, whole) || list && (whole.depth > part.depth || self.is_asked(whole)) {
                return false;
            }
            let same = near && self.read.figures.iter().any(|figure| figure.span == whole.span);
            fitting >= 2 || all >= 3 && number > 0 && fitting > 0 || whole.value > part.value && same && fitting >= 1
        });
        // `158 đảng viên, trong đó … 19 đồng chí (chiếm 11,4%)`.
        let within = self.read.items.iter().take(part.at).rposition(|item| *item == Item::Word("do".to_owned()));
        let within = within.filter(|at| matches!(self.read.before(*at, 2).as_slice(), [.., "trong"] | ["trong", "so"]));
        let within = within.filter(|at| !self.read.has_mark(*at, part.at, &[')']));
        let whole = within.and_then(|at| {
            // `11,9% (715 hộ), trong đó …` is of what stands in the brackets.
            let told = |figure: &Figure| {
                matches!(figure.at.checked_sub(2).and_then(|at| self.read.items.get(at)), Some(Item::Mark('%')))
            };
            let outer =
                |figure: &&Figure| figure.at < at && is_count(figure) && (figure.depth <= part.depth || told(figure));
            let before = self.read.figures.iter().rev().find(outer)?;
            let sentence = before.sentence == part.sentence
                || before.sentence + 1 == part.sentence
                    && self.read.items.get(at.saturating_sub(2)) == Some(&Item::Mark('.'));
            // `trong đó có 182 xã`, of 141, `chiếm 90%`.
            let next = self.read.figures.iter().find(|figure| figure.at > at && is_count(figure));
            let direct = next.is_some_and(|next| next.span == part.span);
            let larger = before.value > part.value || direct && self.given.value.parts < 100 * ONE;
            let here = sentence && larger && !units::differ(self.read, part, before);
            let (fitting, _, number) = self.others(before);
            (here && (number == 0 || fitting > 0)).then_some(before)
        });
        // `trong đó 352, đạt 31,34%; nữ 146, đạt 13%`, and `trong số đó có 119, đạt 70%`.
        let whole = whole.filter(|whole| self.is_of_list() || alone || self.others(whole).0 > 0);
        shared.filter(|_| !beyond && self.is_of_list()).or(whole)
    }

    /// Of the other shares, how many agree with a whole: in the sentence, in the line; and how many there are in the sentence.
    pub(super) fn others(&self, whole: &Figure) -> (usize, usize, usize) {
        let (mut fitting, mut everywhere, mut number) = (0, 0, 0);
        for (place, given) in self.read.figures.iter().enumerate() {
            if given.kind != Kind::Percent || given.span == self.given.span {
                continue;
            }
            let claim = claim(self.read, place, given);
            let Some(part) = claim.parts.first().filter(|part| claim.is_beside(part) && part.span != whole.span) else {
                continue;
            };
            let fit = claim.share(part, whole).0;
            let fits = usize::from(matches!(fit, Fit::Exact | Fit::Cut));
            everywhere += fits;
            if given.sentence == self.given.sentence {
                number += 1;
                fitting += fits;
            }
        }
        (fitting, everywhere, number)
    }

    /// Whether a number is only another part of the whole that is certain, so that no share is of it: of 3.324 members 1.433 are women
    /// (43,1%) and 786 from minorities (23,6%). Parts of a part are told by `trong đó`.
    pub(super) fn is_sibling(&self, part: &Figure, whole: &Figure, certain: &Figure) -> bool {
        if self.is_twin(part, whole) {
            return false;
        }
        if whole.span == certain.span || whole.at > part.at || whole.value >= certain.value && whole.depth <= part.depth
        {
            return false;
        }
        let items = self.read.items.get(whole.at..part.at).unwrap_or_default();
        let nested = items.windows(2).any(|pair| matches!(pair, [Item::Word(one), Item::Word(other)] if one == "trong" && (other == "do" || other == "so")));
        let own = self.read.figures.iter().enumerate().any(|(place, given)| {
            let beside = || {
                let claim = claim(self.read, place, given);
                let first = claim.fraction().map(|(part, _)| part).or(claim.parts.first().copied());
                first.is_some_and(|part| part.span == whole.span && claim.is_beside(part))
                    && claim.share(whole, certain).0.is_some()
            };
            given.kind == Kind::Percent && given.at > whole.at && given.at < part.at && beside()
        });
        // `57, bằng 71,25% so với cùng kỳ (80); trong đó có 17, chiếm 29,8%`: what stands in closed brackets before it.
        let closed = whole.depth > part.depth
            && nested
            && !items
                .windows(2)
                .any(|pair| matches!(pair, [Item::Word(one), Item::Word(other)] if one == "so" && other == "voi"));
        let asked = nested && self.is_asked(whole) && any(&self.link, &["chiem"]) && !self.is_target();
        own && !nested || closed || asked
    }

    /// Whether two numbers have one label: `vốn 214 tỷ (đầu tư 128 tỷ), giải ngân 131 tỷ, trong đó đầu tư 95,5 tỷ (74,6%)`.
    pub(super) fn is_twin(&self, part: &Figure, whole: &Figure) -> bool {
        let label = self.read.before(part.at, 2);
        let verbs = ["co", "la", "do", "dat", "va", "duoc", "trong", "nap", "bang"];
        let said = label.len() == 2 && label.last().is_some_and(|last| !verbs.contains(last));
        said && whole.at < part.at && whole.depth > 0 && self.read.before(whole.at, 2) == label
    }

    /// Whether the words after the percentage name its whole, so that no other one can be meant.
    pub(super) fn is_strict(&self) -> bool {
        let named = self.named_whole();
        let after = named.is_some_and(|named| named.at > self.given.at);
        // `trong 85 đại biểu có 18 nữ (21,2%)`.
        let before = named.is_some_and(|named| {
            let near = self.parts.iter().take(2).any(|part| part.span == named.span);
            let within = matches!(self.read.before(named.at, 2).as_slice(), ["trong"] | [_, "trong"]);
            let one_of = matches!(self.read.before(named.at, 2).as_slice(), ["mot" | "nhung" | "cac", "trong"]);
            let here = !self.read.has_mark(named.at, self.given.at, &[';', '.', ':']);
            near && within && !one_of && named.depth == 0 && here
        });
        let bracket = matches!(self.read.previous(self.given.at), Some(Item::Mark('(')));
        let of_list = (bracket || any(&self.link, &["chiem"])) && (self.tail.is_empty() || self.tail == ["tong", "so"]);
        (after || before && of_list) && self.is_share() && !self.is_target()
    }
}
