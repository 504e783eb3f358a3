//! Changes: by how much, in numbers, percent or points. Means, multiples and what is left are in `means`, shares in `shares`.

use super::change::{Change, Way, change};
use super::figure::{Figure, Item, Kind, Near, ONE, Sentence, has};
use super::fit::{Fit, agrees, equal, percent};
use super::means::{mean, rest, times};
use super::reading::{Reading, Readings, Relation};
use super::swaps::swaps;

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
                None => bracketed(read, given).or_else(|| mean(read, given)).or_else(|| rest(read, given)),
            },
            Kind::Times => times(read, given),
            Kind::Span => None,
        };
        found.found.extend(reading);
    }
}

impl<'a> Change<'a> {
    fn growth(&self, old: &Figure, new: &Figure) -> (Fit, Relation) {
        let ((least, most), (low, high)) = (new.reach(), old.reach());
        let (one, other) = (least - high, most - low);
        let size = if self.way == Way::Down { (-other, -one) } else { (one, other) };
        let fit = percent(size, old.reach()).map_or(Fit::No, |range| agrees(range, self.given));
        (fit, Relation::Growth { old: old.value, new: new.value, given: self.given.value })
    }

    fn reading(&self) -> Option<Reading> {
        match self.given.kind {
            Kind::Count => self.difference(),
            Kind::Percent => self.of_percent(),
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
        for one in &levels {
            for other in levels.iter().filter(|other| other.span != one.span && other.value < one.value) {
                let reading = of(one, other);
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
        if let Some(reading) = self.swapped_difference(&levels) {
            return Some(reading);
        }
        let named = named?;
        let others: Vec<&&Figure> = levels
            .iter()
            .filter(|figure| figure.span != named.span && figure.sentence == self.given.sentence)
            .collect();
        let [only] = others.as_slice() else { return None };
        let (larger, smaller) = if self.way == Way::Up { (**only, named) } else { (named, **only) };
        Some(self.told(larger, smaller, of(larger, smaller)))
    }

    /// `mới 4.640, đưa ra 1.477, như vậy tăng 3.163`: the two numbers before it, of which one has two digits changed.
    fn swapped_difference(&self, levels: &[&Figure]) -> Option<Reading> {
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
        (exactly && here && large && swapped).then(|| self.told(one, other, (Fit::Swapped, relation)))
    }

    /// A change in percent.
    fn of_percent(&self) -> Option<Reading> {
        let levels = self.levels(Kind::Count);
        let number = self.number();
        let named = self.named_old();
        if let Some((new, old)) = self.fraction() {
            return Some(self.told(old, new, self.growth(old, new)));
        }
        let counts = from_to(self.read, self.given, Kind::Count);
        if let Some((old, new)) = counts {
            let yearly = matches!(self.read.items.get(self.given.at + 2), Some(Item::Mark('/')));
            let reading = self.growth(old, new);
            if reading.0.is_some() || !yearly && new.at < self.given.at {
                return Some(self.told(old, new, reading));
            }
        }
        let pairs = || levels.iter().flat_map(|old| levels.iter().map(move |new| (*old, *new)));
        let first = named.into_iter().flat_map(|old| levels.iter().map(move |new| (old, *new)));
        for (old, new) in first.chain(pairs()).filter(|(old, new)| old.span != new.span) {
            let reading = self.growth(old, new);
            if reading.0.is_some() {
                return Some(self.told(old, new, reading));
            }
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
        let old = named?;
        let others: Vec<&&Figure> =
            levels.iter().filter(|figure| figure.span != old.span && figure.sentence == self.given.sentence).collect();
        let [new] = others.as_slice() else { return None };
        Some(self.told(old, new, self.growth(old, new)))
    }

    /// The percentage of a change of which the number and the later value are told.
    fn by_number(&self, number: &Figure, new: &Figure) -> Option<Reading> {
        let old = match self.way {
            Way::Up => new.value.parts - number.value.parts,
            Way::Down => new.value.parts + number.value.parts,
        };
        let old = Figure {
            value: super::figure::Value { parts: old, place: new.value.place },
            near: new.near,
            ..(*new).clone()
        };
        (old.value.parts > 0).then(|| self.told(number, new, self.growth(&old, new)))
    }

    /// A change in points between two percentages.
    fn points(&self) -> Option<Reading> {
        let levels = self.levels(Kind::Percent);
        let difference = |one: &Figure, other: &Figure| {
            let ((least, most), (low, high)) = (one.reach(), other.reach());
            let fit = if equal((least - high, most - low), self.given) { Fit::Exact } else { Fit::No };
            (fit, Relation::Difference { one: one.value, other: other.value, given: self.given.value })
        };
        // `đạt 86,25%, thấp hơn 5,25% so với chỉ tiêu (91,5%)`: both are named.
        let compared = self.compared(&levels).map(|(level, named)| {
            let (larger, smaller) = if self.way == Way::Up { (level, named) } else { (named, level) };
            let (points, relative) = (difference(larger, smaller), self.growth(named, level));
            match points.0.is_some() || !relative.0.is_some() {
                true => self.told(larger, smaller, points),
                false => self.told(named, level, relative),
            }
        });
        if compared.is_some() {
            return compared;
        }
        for one in &levels {
            for other in levels.iter().filter(|other| other.span != one.span && other.value <= one.value) {
                let reading = difference(one, other);
                if reading.0.is_some() {
                    return Some(self.told(one, other, reading));
                }
            }
        }
        // `tăng từ 85% lên 92%, tăng 7 điểm phần trăm`.
        if let Some((old, new)) = from_to(self.read, self.given, Kind::Percent)
            .filter(|(_, new)| self.given.kind == Kind::Points || self.ends(new))
        {
            let (larger, smaller) = if self.way == Way::Up { (new, old) } else { (old, new) };
            return Some(self.told(larger, smaller, difference(larger, smaller)));
        }
        None
    }

    /// The percentage right before a change, and the one that it is compared with.
    fn compared(&self, levels: &[&'a Figure]) -> Option<(&'a Figure, &'a Figure)> {
        let named = levels.iter().find(|figure| {
            figure.at > self.given.at
                && figure.sentence == self.given.sentence
                && has(&self.read.words(self.given.at, figure.at), &["so", "voi"])
                && !self.read.has_mark(self.given.at + 2, figure.at, &[',', ';'])
        })?;
        let level = levels.iter().rev().find(|figure| {
            figure.at < self.given.at && figure.sentence == self.given.sentence && figure.depth <= self.given.depth
        })?;
        let between =
            self.read.figures.iter().filter(|figure| figure.at > level.at && figure.at < self.given.at).count();
        (between == 0).then_some((*level, *named))
    }
}

impl Change<'_> {
    /// Whether a change in percent stands right behind the later of two percentages, and is that between both: no mean, nothing in
    /// between.
    fn ends(&self, new: &Figure) -> bool {
        let words = self.read.words(new.at, self.given.at);
        let between = self.read.figures.iter().any(|figure| figure.at > new.at && figure.at < self.given.at);
        let yearly = has(&words, &["binh", "quan"])
            || super::figure::any(&words, &["moi", "hang", "trung"])
            || matches!(self.read.items.get(self.given.at + 2), Some(Item::Mark('/')))
            || matches!(self.read.after(self.given.at + 1, 1).as_slice(), ["moi" | "hang" | "so"]);
        self.given.kind == Kind::Percent
            && self.given.near == Near::Exactly
            && new.at < self.given.at
            && !between
            && !yearly
            && words.len() <= 8
    }
}

/// `từ 68 lên 101`, `từ 26% xuống 22,1%`, of numbers, in the sentence of a change.
fn from_to<'a>(read: &'a Sentence, given: &Figure, kind: Kind) -> Option<(&'a Figure, &'a Figure)> {
    let here = |figure: &&Figure| figure.sentence == given.sentence && figure.kind == kind && figure.span != given.span;
    let mut counts = read.figures.iter().filter(here);
    let old = counts.find(|figure| read.before(figure.at, 2).last() == Some(&"tu"))?;
    let new = counts.find(|figure| matches!(read.before(figure.at, 2).last(), Some(&("len" | "xuong" | "con"))))?;
    let apart = read.has_mark(old.at.min(given.at), new.at.max(given.at), &[';']);
    (old.at < new.at && !apart).then_some((old, new))
}

/// `tăng 103 vụ (16,5%)`: a percentage in brackets behind a change in numbers.
fn bracketed(read: &Sentence, given: &Figure) -> Option<Reading> {
    let words = read.before(given.at, 3);
    let said = has(&words, &["tuong", "duong"]) || words.first() == Some(&"tuc");
    if given.kind != Kind::Percent || !said && !matches!(read.previous(given.at), Some(Item::Mark('('))) {
        return None;
    }
    if let Some((old, new)) = from_to(read, given, Kind::Count).filter(|(_, new)| said && new.at < given.at) {
        let change = Change { read, given, way: if new.value > old.value { Way::Up } else { Way::Down } };
        return Some(change.told(old, new, change.growth(old, new)));
    }
    let number = read.figures.iter().rev().find(|figure| figure.at < given.at && figure.kind == Kind::Count)?;
    let way = change(read, number)?.way;
    let change = Change { read, given, way };
    let levels = change.levels(Kind::Count);
    let fitting = levels.iter().rev().find_map(|new| {
        let reading = change.by_number(number, new)?;
        reading.fit.is_some().then_some(reading)
    });
    fitting.or_else(|| {
        let swapped = |new: &Figure| {
            let exact = |given: &Figure, number: &Figure| {
                let change = Change { read, given, way };
                change.by_number(number, new).is_some_and(|reading| reading.fit == Fit::Exact)
            };
            let of = |figure: &Figure, value| Figure { value, ..figure.clone() };
            swaps(given.value).into_iter().any(|value| exact(&of(given, value), number))
                || swaps(number.value).into_iter().any(|value| exact(given, &of(number, value)))
        };
        let new = levels.iter().rev().take(3).find(|new| given.value.place < ONE && swapped(new))?;
        Some(Reading { fit: Fit::Swapped, ..change.by_number(number, new)? })
    })
}
