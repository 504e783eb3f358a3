//! Changes: by how much, in numbers, percent or points. Means and multiples are in `means`, shares in `shares`.

use super::by_number::bracketed;
use super::change::{Change, Way, change};
use super::figure::{Figure, Item, Kind, ONE, Sentence};
use super::fit::{Fit, agrees, equal, percent};
use super::means::{mean, times};
use super::points::stated;
use super::reading::{Reading, Readings, Relation};
use super::rest::rest;
use super::roles::from_to;

/// Reads everything that changes, and means, multiples and remainders.
pub fn changes(read: &Sentence, found: &mut Readings) {
    for given in &read.figures {
        let reading = match given.kind {
            Kind::Percent | Kind::Points | Kind::Count => match change(read, given) {
                Some(change) => {
                    let reading = change.reading();
                    if reading.is_none() && given.kind != Kind::Count {
                        found.unclear += 1;
                    }
                    reading
                }
                // `số vụ tăng 13 vụ (16,5%)`: the percentage of the change before it.
                None => bracketed(read, given)
                    .or_else(|| mean(read, given))
                    .or_else(|| rest(read, given))
                    .or_else(|| stated(read, given)),
            },
            Kind::Times => times(read, given),
            Kind::Span => None,
        };
        found.found.extend(reading);
    }
}

impl<'a> Change<'a> {
    pub(super) fn growth(&self, old: &Figure, new: &Figure) -> (Fit, Relation) {
        let ((least, most), (low, high)) = (new.reach(), old.reach());
        let (one, other) = (least - high, most - low);
        let size = if self.way == Way::Down { (-other, -one) } else { (one, other) };
        let fit = percent(size, old.reach()).map_or(Fit::No, |range| agrees(range, self.given));
        (fit, Relation::Growth { old: old.value, new: new.value, given: self.given.value })
    }

    fn reading(&self) -> Option<Reading> {
        match self.given.kind {
            Kind::Count => self.with_charity(self.difference()?),
            Kind::Percent => self.with_charity(self.of_percent()?),
            _ => self.points(),
        }
    }

    /// A change in numbers.
    fn difference(&self) -> Option<Reading> {
        // `Giảm 21/80 xóm`: what is left is told by `rest`.
        if self.given.over.is_some() {
            return None;
        }
        let levels = self.levels(Kind::Count);
        let named = self.named_old();
        let of = |one: &Figure, other: &Figure| {
            let ((least, most), (low, high)) = (one.reach(), other.reach());
            let fits = equal((least - high, most - low), self.given);
            let relation = Relation::Difference { one: one.value, other: other.value, given: self.given.value };
            (if fits { Fit::Exact } else { Fit::No }, relation)
        };
        if let Some((new, old)) = self.fraction() {
            let (one, other) = if self.way == Way::Up { (new, old) } else { (old, new) };
            return Some(self.told(one, other, of(one, other)));
        }
        let sides = self
            .roles(&levels)
            .or_else(|| self.follows(Kind::Count))
            .or_else(|| self.alike(&levels))
            .or_else(|| self.around(&levels));
        if let Some((old, new)) = sides {
            let (one, other) = if self.way == Way::Up { (new, old) } else { (old, new) };
            return Some(self.told(one, other, of(one, other)));
        }
        if let Some((done, asked)) = self.against_target(&levels) {
            let (larger, smaller) = if self.way == Way::Up { (done, asked) } else { (asked, done) };
            return Some(self.told(larger, smaller, of(larger, smaller)));
        }
        for one in &levels {
            let below = levels.iter().filter(|other| other.span != one.span && other.value < one.value);
            for other in below.filter(|other| !super::units::differ(self.read, one, other)) {
                let reading = of(one, other);
                // `đạt 18/21, tăng 3 so với năm trước (16)`: of what is named.
                if named.is_some_and(|named| ![one.span, other.span].contains(&named.span)) {
                    continue;
                }
                // `87, tăng 6 so với cùng kỳ (93)`: the wrong way.
                let earlier = if self.way == Way::Up { other } else { one };
                if let Some(named) = named.filter(|named| named.span != earlier.span) {
                    let later = if one.span == named.span { other } else { one };
                    let certain = later.sentence == self.given.sentence
                        && later.at < self.given.at
                        && later.depth <= self.given.depth
                        && reading.0 == Fit::Exact
                        && self.given.value.parts >= 2 * ONE
                        && (super::units::alike(self.read, later, self.given)
                            || self.read.after(self.given.at, 2) == ["truong", "hop"]);
                    if certain {
                        let up = self.way == Way::Up;
                        let relation = Relation::Way { old: named.value, new: later.value, up };
                        return Some(self.told(named, later, (Fit::No, relation)));
                    }
                    continue;
                }
                // A chance pair of small numbers says nothing.
                let meant = one.over.is_some()
                    || self.given.value.parts >= 10 * ONE
                    || self.is_named(other)
                    || self.is_named(one);
                if reading.0.is_some() && meant {
                    return Some(self.told(one, other, reading));
                }
            }
        }
        // `227, đạt 108% chỉ tiêu (210), vượt 17`: a percentage says which two.
        if let Some((done, asked)) = self.by_share(&levels) {
            let (larger, smaller) = if self.way == Way::Up { (done, asked) } else { (asked, done) };
            return Some(self.told(larger, smaller, of(larger, smaller)));
        }
        if let Some(reading) = self.swapped_difference(&levels) {
            return Some(reading);
        }
        let named = named?;
        let others: Vec<&&Figure> = levels
            .iter()
            .filter(|figure| figure.span != named.span && figure.sentence == self.given.sentence)
            .filter(|figure| self.read.previous(figure.at) != Some(&Item::Mark('/')))
            .collect();
        let [only] = others.as_slice() else { return None };
        let (larger, smaller) = if self.way == Way::Up { (**only, named) } else { (named, **only) };
        Some(self.told(larger, smaller, of(larger, smaller)))
    }

    /// A change in percent.
    fn of_percent(&self) -> Option<Reading> {
        let levels = self.levels(Kind::Count);
        let number = self.number();
        let named = self.named_old();
        if let Some((new, old)) = self.fraction() {
            return Some(self.told(old, new, self.growth(old, new)));
        }
        if let Some(reading) = self.by_named(&levels) {
            return Some(reading);
        }
        let counts = from_to(self.read, self.given, Kind::Count);
        // `vượt 11,7% kế hoạch`: not of what it rose from.
        let asked = super::figure::any(&self.read.after(self.given.at + 1, 4), &["hoach", "tieu", "giao", "quyet"]);
        let rises = !super::figure::any(&self.read.before(self.given.at, 3), &["vuot"]);
        if let Some((old, new)) = counts.filter(|_| rises || !asked) {
            let yearly = matches!(self.read.items.get(self.given.at + 2), Some(Item::Mark('/')));
            let reading = self.growth(old, new);
            let follows = !yearly && self.follows(Kind::Count).is_some();
            if reading.0.is_some() || !yearly && new.at < self.given.at || follows {
                return Some(self.told(old, new, reading));
            }
        }
        // `56 đảng viên, giảm 6,67% (giảm 4)`.
        if let Some(reading) = self.by_bracket(&levels) {
            return Some(reading);
        }
        if let Some((old, new)) = self.roles(&levels).filter(|_| number.is_none()) {
            return Some(self.told(old, new, self.growth(old, new)));
        }
        let pairs = || levels.iter().flat_map(|old| levels.iter().map(move |new| (*old, *new)));
        let first = named.into_iter().flat_map(|old| levels.iter().map(move |new| (old, *new)));
        for (old, new) in first.chain(pairs()).filter(|(old, new)| old.span != new.span) {
            let reading = self.growth(old, new);
            if reading.0.is_some() {
                return Some(self.told(old, new, reading));
            }
        }
        // `10.300 người, tăng 2.750 so với cùng kỳ (7.550), tăng 36,4%`: the number says which two are compared.
        if let Some((old, new)) = number.and_then(|number| self.told_by(number, &levels)) {
            return Some(self.told(old, new, self.growth(old, new)));
        }
        if let Some(number) = number {
            for new in &levels {
                if let Some(reading) = self.by_number(number, new).filter(|reading| reading.fit.is_some()) {
                    return Some(reading);
                }
            }
        }
        // `từ 20% xuống 15%, giảm 25%`: of the earlier percentage.
        if let Some((old, new)) = from_to(self.read, self.given, Kind::Percent) {
            let reading = self.growth(old, new);
            if reading.0.is_some() {
                return Some(self.told(old, new, reading));
            }
        }
        // `86,25%, thấp hơn 5,25% so với chỉ tiêu (91,5%)`: points, written as a percentage.
        if let Some(points) = self.points() {
            return Some(points);
        }
        // Computed from the new number by mistake.
        if let (Some(number), [new]) = (number, levels.as_slice())
            && new.value > number.value
            && percent(number.reach(), new.reach()).is_some_and(|range| agrees(range, self.given).is_some())
        {
            return self.by_number(number, new);
        }
        // `925 vụ, giảm 106 vụ (giảm 12,08%)`: the number before it is the only one that it can be of.
        if let (Some(number), None) = (number, named)
            && self.given.depth > number.depth
            && self.read.words(number.at, self.given.at).len() <= 4
            && !self.read.figures.iter().any(|figure| figure.at > number.at && figure.at < self.given.at)
        {
            let here = |figure: &&&Figure| figure.sentence == self.given.sentence && figure.depth == number.depth;
            let mut here = levels.iter().filter(here);
            if let (Some(new), None) = (here.next(), here.next())
                && new.at < number.at
                && super::units::alike(self.read, number, new)
            {
                return self.by_number(number, new).map(|reading| Reading { fit: Fit::Doubtful, ..reading });
            }
        }
        let old = named?;
        let others: Vec<&&Figure> =
            levels.iter().filter(|figure| figure.span != old.span && figure.sentence == self.given.sentence).collect();
        let [new] = others.as_slice() else { return None };
        Some(self.told(old, new, self.growth(old, new)))
    }
}
