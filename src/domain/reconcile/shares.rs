//! Percentages: of a whole, of what was asked, and beyond it. What stands around one is in `percentage`; percentages of a change are
//! in `growth`.

use super::figure::{Earlier, Figure, Kind, Near, ONE, Sentence, Value, any};
use super::fit::Fit;
use super::hidden;
use super::percentage::{Claim, claim, is_count};
use super::reading::{Hint, Reading, Readings};
use super::units;

/// Reads every percentage that is no change. `context` holds figures of the lines before.
pub fn shares(read: &Sentence, context: &[Earlier], found: &mut Readings) {
    for (place, given) in
        read.figures.iter().enumerate().filter(|(_, figure)| figure.kind == Kind::Percent && figure.value.parts > 0)
    {
        if found.has(given.span) {
            continue;
        }
        let claim = claim(read, place, given);
        match claim.reading(context) {
            Some(reading) => found.found.push(claim.of_said(claim.with_charity(reading))),
            None => {
                found.unclear += 1;
                found.hints.extend(claim.hint());
            }
        }
    }
}

impl<'a> Claim<'a> {
    /// The whole numbers that the percentage of a target allows.
    fn hint(&self) -> Option<Hint> {
        let part = self.parts.first().filter(|part| self.is_beside(part) && part.value.is_whole())?;
        let (value, place) = (self.given.value, self.given.value.place);
        let exactly = self.given.near == Near::Exactly && part.near == Near::Exactly;
        let (low, high) = (value.parts - place / 2, value.parts + place / 2);
        if !exactly || !self.is_target() || self.changes() || self.is_beyond() || low <= 0 {
            return None;
        }
        let scaled = part.value.parts.checked_mul(100)?;
        let least = scaled.div_euclid(high) + i64::from(scaled.rem_euclid(high) != 0);
        let most = scaled.div_euclid(low);
        (least <= most && most - least <= 20).then_some(Hint { part: part.value, given: value, least, most })
    }

    /// A reading that does not fit gives way to what the sentence begins with, as that which is compared or as the whole.
    fn with_charity(&self, reading: Reading) -> Reading {
        let first = |figure: &&Figure| figure.sentence == self.given.sentence && is_count(figure) && figure.depth == 0;
        let Some(first) = self.read.figures.iter().find(first).filter(|_| !reading.fit.is_some()) else {
            return reading;
        };
        let named = self.named_whole().filter(|named| named.at > self.given.at).map(|whole| (first, whole));
        let listed = self.parts.first().filter(|_| self.is_of_list() || self.is_bracketed()).map(|part| (*part, first));
        let mut pairs = named.into_iter().chain(listed).filter(|(part, whole)| part.span != whole.span);
        let fits = pairs.find_map(|(part, whole)| {
            let share = self.share(part, whole);
            share.0.is_some().then(|| self.told(part, whole, share))
        });
        fits.unwrap_or(reading)
    }

    /// A share of another number than the one that the words behind it name: `trong đó 24, chiếm 48% số mới kết nạp`.
    fn of_said(&self, reading: Reading) -> Reading {
        let find = |span: &(usize, usize)| self.read.figures.iter().find(|figure| figure.span == *span);
        let [part, whole, _] = reading.spans.as_slice() else { return reading };
        let (Some(part), Some(said)) = (find(part), self.said_whole()) else { return reading };
        if !reading.fit.is_some()
            || said.span == part.span
            || said.span == *whole
            || said.value <= part.value
            || !self.is_beside(part)
        {
            return reading;
        }
        // `11/15 xã đạt chuẩn, trong đó 3 (27,3% số xã đạt chuẩn)`: of those that did.
        let place = self.read.figures.iter().position(|figure| figure.span == said.span);
        let above = self.read.figures.iter().find(|figure| place.is_some() && figure.over == place);
        if let Some(share) = above.map(|above| self.share(part, above)).filter(|share| share.0.is_some()) {
            return self.told(part, above.unwrap_or(said), share);
        }
        match self.share(part, said) {
            (Fit::No, relation) => self.told(part, said, (Fit::Doubtful, relation)),
            share => self.told(part, said, share),
        }
    }

    /// The only number before it that has all words by which `số …` names a whole.
    fn said_whole(&self) -> Option<&'a Figure> {
        let rest = self.tail.strip_prefix(&["tong"]).unwrap_or(&self.tail).strip_prefix(&["so"])?;
        // `so với` is a comparison.
        if rest.first() == Some(&"voi") || self.given.value.parts >= 100 * ONE {
            return None;
        }
        let small = ["cua", "duoc", "bi", "la", "toan", "nay", "do", "tren", "trong", "cac", "nguoi", "dang", "vien"];
        let names: Vec<&str> = rest.iter().copied().filter(|word| !small.contains(word)).collect();
        if names.is_empty() || names.len() > 5 {
            return None;
        }
        let named = |figure: &&Figure| {
            let around = [self.read.before(figure.at, 4), self.read.after(figure.at, 7)].concat();
            is_count(figure) && figure.at < self.given.at && names.iter().all(|name| around.contains(name))
        };
        let mut found = self.read.figures.iter().filter(named);
        found.next().filter(|_| found.next().is_none())
    }

    fn reading(&self, context: &[Earlier]) -> Option<Reading> {
        if self.changes() {
            return None;
        }
        if self.is_beyond() {
            return self.beyond_asked();
        }
        let after = self.after();
        // A fraction at its side says it all, or is of something else.
        let mut is_of_each = false;
        if let Some((part, whole)) = self.fraction() {
            let share = self.share(part, whole);
            let before = part.at < self.given.at;
            let bracket = self.is_bracketed();
            // `47/63 địa phương thu đạt trên 30% dự toán` is of something else.
            // `27/43 tỉnh đạt tỷ lệ cấp ủy viên nữ trên 15%` is the rate of something else.
            let close = self.link.get(self.link.len().saturating_sub(4)..).unwrap_or_default();
            let plain = any(close, &["dat", "bang"]) && self.tail.first().is_none_or(|word| *word == "va");
            // `45/50 chỉ tiêu, đạt 90%`: what is asked is the whole.
            let is_target = self.is_target() && !(self.tail.is_empty() && before);
            // `96/112 khu vực đạt 100%`: what each of them reached.
            let apart = self.read.has_mark(whole.at, self.given.at, &[',', '(', '=']) || self.given.value.place < ONE;
            let own = apart || self.read.words(whole.at, self.given.at).len() < 2;
            if share.0.is_some() || bracket || before && own && (self.is_of_list() || plain) && !is_target {
                return Some(self.told(part, whole, share));
            }
            is_of_each = before && !own;
        }
        // `118, vượt 18 so với chỉ tiêu 100, đạt 118%`: not of the excess.
        let reached = self.link.last() == Some(&"dat") && self.parts.len() > 1;
        let is_excess = |part: &&Figure| reached && any(&self.read.before(part.at, 2), &["vuot", "thieu"]);
        let parts: Vec<&Figure> =
            after.iter().copied().chain(self.parts.iter().copied()).filter(|part| !is_excess(part)).collect();
        let named = self.named_whole();
        let is_named = |part: &Figure| named.is_some_and(|named| named.span == part.span);
        // Several in brackets are its parts: `8 người, chiếm 5,2% (4 …, 3 …, 1 …)`.
        let single = after.first().copied().filter(|_| after.len() == 1 || self.parts.is_empty());
        // `52, đạt 50,98% (chỉ tiêu 102)`.
        let single = single.filter(|part| self.parts.is_empty() || !self.is_asked(part));
        let first = single.or_else(|| {
            // `118 đảng viên, vượt 18 so với chỉ tiêu 100, đạt 118%`: not the excess.
            let excess =
                |part: &&&Figure| any(&self.read.before(part.at, 2), &["vuot", "thieu"]) && self.parts.len() > 1;
            let nearest = self.parts.iter().find(|part| !excess(part)).filter(|part| self.is_beside(part))?;
            // `400 đảng viên … trong tổng số 4.809, chiếm 8,3%`.
            // `Thực hiện 19, chỉ tiêu 25, đạt 76%`.
            let asked = self.asked();
            let is_asked =
                matches!(asked.as_slice(), [only] if only.span == nearest.span) && self.link.last() == Some(&"dat");
            if is_named(nearest) || is_asked {
                parts.iter().copied().find(|part| part.span != nearest.span && part.at < self.given.at)
            } else {
                Some(*nearest)
            }
        });
        // What is told in brackets of another year has a whole of its own.
        let apart = |part: &Figure| part.depth > 0 && part.at < self.given.at && part.depth == self.given.depth;
        let certain = first.filter(|part| !apart(part)).and_then(|part| self.certain_whole(part, context));
        // What has a twin in the brackets before it may be of that one.
        let twin = |part: &Figure| self.read.figures.iter().any(|whole| is_count(whole) && self.is_twin(part, whole));
        let certain = certain.filter(|_| !first.is_some_and(twin));
        // All shares of the list are of a whole that is not told.
        let by_words = |whole: &&Figure| named.is_some_and(|named| named.span == whole.span) || self.is_target();
        let certain = certain.filter(|whole| by_words(whole) || !hidden::is_hidden(self.read, self.given.sentence));
        if let (Some(part), None, Some(whole)) = (first, certain, hidden::summed(self.read, self.given.sentence)) {
            let whole = Figure { value: whole, ..part.clone() };
            let share = self.share(part, &whole);
            if share.0.is_some() {
                return Some(Reading { relation: share.1, fit: share.0, spans: vec![part.span, self.given.span] });
            }
        }
        let near: Vec<&Figure> = self.read.figures.iter().filter(|figure| is_count(figure)).collect();
        // `18, đạt 120% chỉ tiêu giao (20)`.
        let is_told = |part: &Figure| certain.is_some_and(|whole| self.is_asked(whole) && whole.span != part.span);
        for (turn, part) in parts.iter().take(3).enumerate() {
            let first_choice = certain.into_iter().chain(named).chain(self.asked());
            let before = near.iter().rev().copied().filter(|figure| figure.at < self.given.at);
            let further = before.chain(near.iter().copied()).filter(|_| turn == 0 && !self.is_strict());
            // Where it is told what was asked, a number of another sentence is meant only of the same things.
            let here = |whole: &Figure| whole.sentence == self.given.sentence;
            let further = further.filter(|whole| here(whole) || !is_told(part) || units::alike(self.read, part, whole));
            let allowed = |whole: &&Figure| !certain.is_some_and(|certain| self.is_sibling(part, whole, certain));
            let fitting = first_choice.chain(further).filter(allowed).find_map(|whole| self.fitting(part, whole));
            if fitting.is_some() {
                return fitting;
            }
            // A number of another line is meant only where it fits to a decimal, and where this one does not name its own.
            let decimals = self.given.value.place < ONE && self.given.near == Near::Exactly;
            // `66 trúng cử, đạt 100%` may be all of those that were to be elected.
            let all = self.given.value == Value::whole(100) && !self.is_target();
            let exactly = (decimals || all) && part.near == Near::Exactly && !is_told(part);
            let earlier = context.iter().filter(|_| turn == 0 && exactly && !self.is_strict());
            let earlier = earlier.filter(|earlier| units::agree(self.read, part, earlier));
            let meant = earlier
                .map(|earlier| &earlier.figure)
                .filter(|whole| whole.near == Near::Exactly && allowed(whole) && (all || whole.value > part.value));
            let mut read = meant.map(|whole| (whole, self.share(part, whole)));
            if let Some((whole, share)) = read.find(|(_, share)| matches!(share.0, Fit::Exact | Fit::Cut)) {
                return Some(self.told(part, whole, share));
            }
        }
        // Nothing fits. It is wrong where part and whole are certain, or where two digits have changed places.
        if is_of_each || !self.is_share() && !self.is_target() && self.fraction().is_none() {
            return None;
        }
        let part = first.filter(|part| part.at < self.given.at || self.is_bracketed());
        if let Some((part, whole)) = part.zip(certain) {
            return Some(self.told(part, whole, self.share(part, whole)));
        }
        self.swapped(part, named, context)
    }

    /// The share of a whole, if it agrees in one of the spellings of its figures.
    fn fitting(&self, part: &Figure, whole: &Figure) -> Option<Reading> {
        if whole.span == part.span && whole.value == part.value {
            return None;
        }
        // `44,26% tổng số` is of no part in brackets.
        let inner = whole.depth > self.given.depth && whole.at < self.given.at;
        if inner && self.tail.starts_with(&["tong", "so"]) {
            return None;
        }
        for whole in [Some(whole.clone()), whole.otherwise()].iter().flatten() {
            for part in [Some(part.clone()), part.otherwise()].iter().flatten() {
                let bounded = self.is_target() || whole.value >= part.value;
                let one = self.share(part, whole);
                if bounded && one.0.is_some() {
                    return Some(self.told(part, whole, one));
                }
            }
        }
        None
    }
}
