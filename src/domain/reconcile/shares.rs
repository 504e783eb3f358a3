//! Percentages: of a whole, of what was asked, and beyond it. What stands around one is in `percentage`; percentages of a change are
//! in `growth`.

use super::figure::{Figure, Item, Kind, Near, ONE, Sentence, Value, any, has};
use super::fit::Fit;
use super::percentage::{Claim, claim, is_count};
use super::reading::{Hint, Reading, Readings, Relation};

/// Reads every percentage that is no change. `context` holds figures of the lines before.
pub fn shares(read: &Sentence, context: &[Figure], found: &mut Readings) {
    for (place, given) in
        read.figures.iter().enumerate().filter(|(_, figure)| figure.kind == Kind::Percent && figure.value.parts > 0)
    {
        if found.has(given.span) {
            continue;
        }
        let claim = claim(read, place, given);
        match claim.reading(context) {
            Some(reading) => found.found.push(reading),
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

    fn reading(&self, context: &[Figure]) -> Option<Reading> {
        if self.changes() {
            return None;
        }
        if self.is_beyond() {
            return self.beyond_asked();
        }
        let after = self.after();
        // A fraction at its side says it all.
        if let Some((part, whole)) = self.fraction() {
            let share = self.share(part, whole);
            let before = part.at < self.given.at;
            let bracket = self.is_bracketed();
            // `47/63 địa phương thu đạt trên 30% dự toán` is of something else.
            let plain = any(&self.link, &["dat", "bang"]) && self.tail.first().is_none_or(|word| *word == "va");
            if share.0.is_some() || bracket || before && (self.is_of_list() || plain) && !self.is_target() {
                return Some(self.told(part, whole, share));
            }
        }
        let parts: Vec<&Figure> = after.iter().copied().chain(self.parts.iter().copied()).collect();
        let named = self.named_whole();
        let is_named = |part: &Figure| named.is_some_and(|named| named.span == part.span);
        let first = after.first().copied().or_else(|| {
            let nearest = self.parts.first().filter(|part| self.is_beside(part))?;
            // `400 đảng viên … trong tổng số 4.809, chiếm 8,3%`.
            if is_named(nearest) { self.parts.get(1).copied() } else { Some(*nearest) }
        });
        let certain = first.and_then(|part| self.certain_whole(part, context));
        let near: Vec<&Figure> = self.read.figures.iter().filter(|figure| is_count(figure)).collect();
        for (turn, part) in parts.iter().take(3).enumerate() {
            let first_choice = certain.into_iter().chain(named).chain(self.asked());
            let before = near.iter().rev().copied().filter(|figure| figure.at < self.given.at);
            let further =
                before.chain(near.iter().copied()).chain(context.iter()).filter(|_| turn == 0 && !self.is_strict());
            let fitting = first_choice.chain(further).find_map(|whole| self.fitting(part, whole));
            if fitting.is_some() {
                return fitting;
            }
        }
        // Nothing fits. It is wrong where part and whole are certain, or where two digits have changed places.
        if !self.is_share() && !self.is_target() && self.fraction().is_none() {
            return None;
        }
        let part = first.filter(|part| part.at < self.given.at || self.is_bracketed());
        if let Some((part, whole)) = part.zip(certain) {
            return Some(self.told(part, whole, self.share(part, whole)));
        }
        self.swapped(part, named, context)
    }

    /// Whether the words after the percentage name its whole, so that no other one can be meant.
    fn is_strict(&self) -> bool {
        let after = self.named_whole().is_some_and(|named| named.at > self.given.at);
        after && self.is_share() && !self.is_target()
    }

    /// The share of a whole, if it agrees in one of the spellings of its figures.
    fn fitting(&self, part: &Figure, whole: &Figure) -> Option<Reading> {
        if whole.span == part.span && whole.value == part.value {
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

    /// The whole, if there is no doubt which it is: named by words, asked for, or that of the other shares of the list.
    fn certain_whole<'c>(&self, part: &Figure, context: &'c [Figure]) -> Option<&'c Figure>
    where
        'a: 'c,
    {
        let distinct = |figure: &&Figure| figure.span != part.span;
        let named = self.named_whole();
        let asked = self.asked();
        // `Kế hoạch giao 30, thực hiện 36, đạt 120%`.
        let reached = matches!(self.link.last(), Some(&("dat" | "bang"))) && self.tail.is_empty() && asked.len() == 1;
        if self.is_target() || reached {
            let before = if asked.is_empty() { self.asked_before() } else { None };
            let [only] = asked.as_slice() else { return before.filter(distinct) };
            let others = self.parts.iter().filter(|figure| figure.span != only.span).count();
            return Some(*only).filter(|only| distinct(only) && others <= 1);
        }
        let after = |named: &&Figure| named.at > self.given.at || named.depth == 0;
        if let Some(named) = named.filter(distinct).filter(after).filter(|named| named.value > part.value) {
            return Some(named);
        }
        if self.is_of_hidden() {
            return None;
        }
        // `đạt 83%` may be of a target of its own.
        if !self.is_of_list() || self.given.value.parts > 100 * ONE {
            return None;
        }
        // The one of the other shares in the sentence: two of them, or one where it stands in the same sentence.
        let here = self.read.figures.iter().rev().filter(|figure| is_count(figure) && figure.at < self.given.at);
        let others = |whole: &Figure| self.others(whole);
        let shared = here.chain(context.iter()).filter(distinct).find(|whole| {
            let (fitting, all, number) = others(whole);
            let near = whole.sentence == self.given.sentence || whole.sentence + 1 == self.given.sentence;
            let same = near && self.read.figures.iter().any(|figure| figure.span == whole.span);
            fitting >= 2 || all >= 3 && (number == 0 || fitting > 0) || whole.value > part.value && same && fitting >= 1
        });
        // `158 đảng viên, trong đó … 19 đồng chí (chiếm 11,4%)`.
        let within = self.read.items.iter().take(part.at).rposition(|item| *item == Item::Word("do".to_owned()));
        let within = within.filter(|at| self.read.before(*at, 1) == ["trong"]);
        let within = within.filter(|at| !self.read.has_mark(*at, part.at, &[')']));
        let whole = within.and_then(|at| {
            let before = self.read.figures.iter().rev().find(|figure| figure.at < at && is_count(figure))?;
            let sentence = before.sentence == part.sentence
                || before.sentence + 1 == part.sentence
                    && self.read.items.get(at.saturating_sub(2)) == Some(&Item::Mark('.'));
            let here = sentence && before.value > part.value;
            let (fitting, _, number) = self.others(before);
            (here && (number == 0 || fitting > 0)).then_some(before)
        });
        shared.or(whole)
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

    /// `vượt 20% so với kế hoạch 45`.
    fn beyond_asked(&self) -> Option<Reading> {
        let asked = self.asked();
        let named = self.named_whole();
        let all: Vec<&Figure> = self
            .read
            .figures
            .iter()
            .filter(|figure| figure.sentence == self.given.sentence && is_count(figure))
            .collect();
        for done in &all {
            for asked in named.iter().copied().chain(asked.iter().copied()).chain(all.iter().copied()) {
                if done.span == asked.span {
                    continue;
                }
                let one = self.beyond(done, asked);
                if one.0.is_some() {
                    return Some(self.told(done, asked, one));
                }
                let part = self.share(done, asked);
                if part.0.is_some() && (done.value < asked.value || self.given.value.parts >= 100 * ONE) {
                    return Some(self.told(done, asked, part));
                }
            }
        }
        // `19/14 đảng viên, vượt 36%`.
        let over = self.parts.iter().take(2).find_map(|part| Some((*part, self.read.figures.get(part.over?)?)));
        if let Some((done, asked)) = over.filter(|(_, asked)| self.is_next(asked)) {
            return Some(self.told(done, asked, self.beyond(done, asked)));
        }
        let asked = named.or(match asked.as_slice() {
            [only] => Some(*only),
            _ => None,
        })?;
        let mut others = all.iter().filter(|figure| figure.span != asked.span);
        let (done, more) = (others.next()?, others.next());
        more.is_none().then(|| self.told(done, asked, self.beyond(done, asked)))
    }
}

/// Shares of a small whole without the number: `Trong 7 đảng viên mới, nữ chiếm 45%`. No whole number may give it.
pub fn no_part(read: &Sentence, found: &mut Readings) {
    for (place, given) in read.figures.iter().enumerate().filter(|(_, figure)| figure.kind == Kind::Percent) {
        let claim = claim(read, place, given);
        let whole = match (claim.parts.as_slice(), claim.named_whole()) {
            ([only], Some(named)) if only.span == named.span && claim.after().is_empty() => named,
            ([], Some(named)) if claim.after().is_empty() => named,
            _ => continue,
        };
        let said = any(&claim.link, &["chiem"]) || has(&claim.link, &["dat", "ty", "le"]);
        let one_of = matches!(read.before(whole.at, 2).as_slice(), ["mot" | "nhung" | "cac", "trong"]);
        if found.has(given.span)
            || claim.changes()
            || claim.is_target()
            || !said
            || one_of
            || given.depth != whole.depth
        {
            continue;
        }
        let number = whole.value.parts / ONE;
        if !whole.value.is_whole() || number > 1_000 || given.near != Near::Exactly || whole.near != Near::Exactly {
            continue;
        }
        let one = Figure { value: Value::whole(0), ..given.clone() };
        let some = (0..=number).any(|part| {
            let part = Figure { value: Value::whole(part), ..one.clone() };
            claim.share(&part, whole).0 <= Fit::Cut
        });
        if !some {
            let relation = Relation::NoPart { whole: whole.value, given: given.value };
            found.found.push(Reading { relation, fit: Fit::No, spans: vec![whole.span, given.span] });
            found.unclear = found.unclear.saturating_sub(1);
        }
    }
}
