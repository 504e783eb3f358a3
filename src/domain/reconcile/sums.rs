//! Sums: a whole and the parts that a line lists. Parts that overlap need not add up.

use super::figure::{Earlier, Figure, Item, Kind, ONE, Sentence, Value, any, has};
use super::fit::{Fit, equal};
use super::partition::{connector, forms, hides_parts, is_partition, nearly, overlaps};
use super::reading::{Reading, Readings, Relation};
use super::swaps::is_swapped;

/// Most parts of a list.
const MOST: usize = 240;

/// Reads sums.
pub fn sums(read: &Sentence, found: &mut Readings) {
    for (place, whole) in read.figures.iter().enumerate() {
        let changes = super::change::change(read, whole).is_some();
        if whole.kind != Kind::Count || whole.value.parts < 2 * ONE || changes {
            continue;
        }
        // What is asked for, `24/20`, has no parts, unless they happen to come to it.
        let is_over = read.figures.iter().any(|figure| figure.over == Some(place));
        let reading = listed(read, place, whole).filter(|reading| !is_over || reading.fit.is_some());
        // `63/78 vụ, gồm …`: of the one or of the other.
        let over = whole.over.and_then(|over| read.figures.get(over));
        let either = |reading: &Reading| match (&reading.relation, over) {
            (Relation::Sum { parts, .. }, Some(over)) => {
                reading.fit.is_some() || parts.iter().map(|part| part.parts).sum::<i64>() != over.value.parts
            }
            _ => true,
        };
        let reading = reading.filter(either);
        found.found.extend(reading.or_else(|| closed(read, place, whole).filter(|_| over.is_none())));
    }
}

/// `xóa tên 4, khai trừ 1, cho ra 2, tổng cộng 7`: a list with its sum behind it.
fn closed(read: &Sentence, place: usize, whole: &Figure) -> Option<Reading> {
    let words = read.before(whole.at, 6);
    let said = words.last() == Some(&"cong")
        || has(&words, &["tong", "cong"])
        || has(&words, &["cong", "lai"])
        || has(&words, &["cong", "chung"]);
    let raised = has(&words, &["tong", "so"]) || words.last() == Some(&"len");
    let before = read.figures.get(..place)?.iter().filter(|figure| figure.sentence == whole.sentence);
    let parts: Vec<&Figure> =
        before.filter(|figure| figure.kind == Kind::Count && figure.depth == whole.depth).collect();
    // `4 vụ, 7 đối tượng; 6 vụ, 11 đối tượng; cộng 10 vụ, 18 đối tượng`: those of its kind.
    let unit = |figure: &Figure| read.after(figure.at, 2).into_iter().find(|word| *word != "luot");
    let own = unit(whole);
    let alike = |part: &&Figure| unit(part) == own;
    let other = |part: &Figure| unit(part).is_some() && unit(part) != own;
    let alternate =
        own.is_some() && parts.iter().filter(|part| alike(part)).count() > 1 && parts.iter().any(|part| other(part));
    if alternate {
        let parts: Vec<&Figure> = parts.into_iter().filter(alike).collect();
        return (parts.iter().all(exactly) && exactly(&whole) && equal(sum(&parts), whole))
            .then(|| told(whole, &parts, Fit::Exact));
    }
    let plain =
        parts.len() > 1 && parts.iter().all(exactly) && exactly(&whole) && list(read, &parts).len() == parts.len();
    let clause = read.words(whole.at.saturating_sub(12), whole.at);
    let halves = has(&clause, &["ca", "nam"])
        && parts.iter().all(|part| any(&read.words(part.at.saturating_sub(7), part.at), &["dau", "cuoi"]));
    let ends = ends_list(read, whole);
    if !plain || !said && !raised && !ends {
        return None;
    }
    if equal(sum(&parts), whole) {
        return Some(told(whole, &parts, Fit::Exact));
    }
    // `659 tổ chức, 1.850 chi bộ, tổng cộng 31.372 đảng viên` is a sum of something else.
    let (unit, own) = (read.after(whole.at, 2), read.after(parts.first()?.at, 2));
    let same = parts.iter().all(|part| super::units::same(read, whole, part));
    let alike = unit.is_empty() || unit == own || unit == ["truong", "hop"] || own.is_empty() || same;
    let fit = match (said, ends && (parts.len() > 2 || halves)) {
        (true, _) if alike => Fit::No,
        (false, true) if alike && !parts.iter().any(|part| super::units::differ(read, whole, part)) => Fit::Doubtful,
        _ => Fit::Swapped,
    };
    (fit != Fit::Swapped || is_swapped(whole, &parts)).then(|| told(whole, &parts, fit))
}

/// Whether a number ends a list by the words that begin its clause: `…; cả năm 30`, `…, tổng 6 tháng: 12`.
fn ends_list(read: &Sentence, whole: &Figure) -> bool {
    let label = usize::from(read.previous(whole.at) == Some(&Item::Mark(':')));
    let end = whole.at - label;
    let before = read.items.get(..end).unwrap_or_default();
    let clause = before.iter().rposition(|item| matches!(item, Item::Mark(',' | ';' | '.'))).map(|at| at + 1);
    let Some(clause) = clause else { return false };
    let words = read.words(clause, end);
    // `công văn` begins like `cộng` without its marks.
    words.len() < 8
        && matches!(
            words.as_slice(),
            ["cong"]
                | ["cong", "lai" | "chung" | "ca" | "la" | "nam"]
                | ["tong", ..]
                | ["ca", "nam" | "nhiem" | "giai", ..]
        )
}

/// A list that begins a line, of a whole in the lines before it: `Trong đó, …`.
pub fn continued(read: &Sentence, context: &[Earlier], found: &mut Readings) {
    let begins = read.words(0, 2);
    if begins != ["trong", "do"] && begins != ["cu", "the"] {
        return;
    }
    let here: Vec<&Figure> = read
        .figures
        .iter()
        .filter(|figure| figure.sentence == 0 && figure.kind == Kind::Count && figure.depth == 0)
        .collect();
    let parts = list(read, &here);
    if parts.len() < 2 || !parts.iter().all(exactly) {
        return;
    }
    let before = context.iter().take(8).map(|earlier| &earlier.figure);
    for whole in before.filter(|whole| exactly(whole) && whole.value.parts >= 20 * ONE) {
        let fits = equal(sum(&parts), whole);
        if fits || is_swapped(whole, &parts) {
            let mut reading = told(whole, &parts, if fits { Fit::Exact } else { Fit::Swapped });
            // The whole stands in another line.
            reading.spans.pop();
            found.found.push(reading);
            return;
        }
    }
}

/// Whether a figure is a whole number without doubt, and no part of a fraction.
pub(super) fn exactly(figure: &&Figure) -> bool {
    figure.near == super::figure::Near::Exactly && figure.over.is_none() && figure.value.place >= ONE
}

/// Counts that may be parts: those of the sentence behind the whole, and of the next one.
fn after<'a>(read: &'a Sentence, place: usize, whole: &Figure) -> Vec<&'a Figure> {
    let rest = read.figures.get(place + 1..).unwrap_or_default().iter();
    let near = rest.take_while(|figure| figure.sentence <= whole.sentence + 1);
    let is_over = |figure: &&Figure| {
        read.figures.iter().any(|other| {
            other.over.and_then(|over| read.figures.get(over)).is_some_and(|over| over.span == figure.span)
        })
    };
    near.filter(|figure| figure.kind == Kind::Count && figure.value.parts > 0)
        .filter(|figure| !is_over(figure))
        .take(MOST)
        .collect()
}

fn sum(parts: &[&Figure]) -> (i64, i64) {
    parts.iter().fold((0, 0), |(low, high), part| {
        let (least, most) = part.reach();
        (low.saturating_add(least), high.saturating_add(most))
    })
}

pub(super) fn told(whole: &Figure, parts: &[&Figure], fit: Fit) -> Reading {
    let values: Vec<Value> = parts.iter().map(|part| part.value).collect();
    let spans = parts.iter().map(|part| part.span).chain([whole.span]).collect();
    Reading { relation: Relation::Sum { whole: whole.value, parts: values }, fit, spans }
}

/// Whether parts come to another number of the sentence, or of the one before: `52 trúng cử trong tổng số 88 người (18 nữ, 34 nam)`.
fn fits_another(read: &Sentence, whole: &Figure, parts: &[&Figure]) -> bool {
    let near = |figure: &&Figure| figure.sentence == whole.sentence || figure.sentence + 1 == whole.sentence;
    let others = read.figures.iter().filter(near).filter(|figure| figure.kind == Kind::Count && figure.at < whole.at);
    let others: Vec<i64> = others.map(|figure| figure.value.parts).collect();
    let runs = (2..=parts.len()).filter_map(|to| parts.get(..to)).filter(|run| ends(read, run, parts));
    runs.into_iter().any(|run| others.contains(&run.iter().map(|part| part.value.parts).sum()))
}

/// A whole with the list behind it.
fn listed(read: &Sentence, place: usize, whole: &Figure) -> Option<Reading> {
    // `36 tổ chức cơ sở đảng (giảm 1 so với năm 2015), gồm 12 … và 24 …`.
    let aside = |figure: &&Figure| figure.depth > whole.depth && super::change::change(read, figure).is_some();
    let all: Vec<&Figure> = after(read, place, whole).into_iter().skip_while(aside).collect();
    let connector = connector(read, whole, &all);
    let (certain, at) = connector.unwrap_or((false, 0));
    let behind: Vec<&Figure> = all.iter().copied().filter(|figure| connector.is_none() || figure.at > at).collect();
    // In brackets: just those; else those of one depth before the others.
    let same: Vec<&Figure> = match behind.first() {
        Some(first) if first.depth > whole.depth => {
            let close = read
                .items
                .iter()
                .skip(first.at)
                .position(|item| *item == Item::Mark(')'))
                .map(|close| close + first.at);
            behind.iter().copied().filter(|figure| close.is_none_or(|close| figure.at < close)).collect()
        }
        Some(first) => behind.iter().copied().filter(|figure| figure.depth == first.depth).collect(),
        None => return None,
    };
    // `với 3.275 chi bộ trực thuộc` belongs to the part before it.
    let own: Vec<&Figure> =
        same.iter().copied().filter(|figure| !matches!(read.before(figure.at, 1).as_slice(), ["voi"])).collect();
    for parts in [&same, &own, &behind] {
        for from in 0..parts.len().min(3) {
            for to in from + 2..=parts.len() {
                let run = parts.get(from..to).unwrap_or_default();
                let least = match (connector.is_some(), from) {
                    (true, 0) => 2,
                    (true, _) => 100,
                    (false, _) => 200,
                };
                // Forms of discipline are listed as a whole: none of them may be left over.
                let last = run.last().map_or(0, |last| last.at);
                let rest = parts.get(to).filter(|next| !read.has_mark(last, next.at, &[';', '.', ')', ':']));
                let goes_on = rest.is_some_and(|next| {
                    let unit = read.after(next.at, 1);
                    let alike = certain && !unit.is_empty() && unit == read.after(whole.at, 1);
                    alike && run.iter().all(|part| read.after(part.at, 1) == unit) || forms(read, whole, run)
                });
                if from == 0 && goes_on {
                    continue;
                }
                let meant = whole.value.parts >= least * ONE;
                let alike = !run.iter().any(|part| super::units::differ(read, whole, part));
                if meant && alike && equal(sum(run), whole) && run.iter().all(|part| part.value < whole.value) {
                    let about = run.iter().any(|part| part.near != super::figure::Near::Exactly);
                    return Some(told(whole, run, if about { Fit::About } else { Fit::Exact }));
                }
            }
        }
    }
    let Some((certain, _)) = connector else { return unsaid(read, whole, &own) };
    let parts = list(read, &own);
    if parts.len() > 1 && equal(sum(&parts), whole) {
        return Some(told(whole, &parts, Fit::Exact));
    }
    // What stands behind a semicolon is listed anew.
    let cut = (2..parts.len()).filter_map(|to| parts.get(..to)).find(|run| ends(read, run, &parts)).unwrap_or(&parts);
    let parts = if is_partition(read, whole, cut) { cut.to_vec() } else { parts };
    let sure = whole.near == super::figure::Near::Exactly && whole.value.place >= ONE;
    let plain = sure && parts.len() >= 2 && parts.iter().all(exactly);
    let plain = plain && !parts.iter().any(|part| super::units::differ(read, whole, part));
    let plain = plain && !fits_another(read, whole, &parts);
    // A number among them that was not read may be a part: `65 năm 2, 60 năm 10`.
    let (from, to) = (parts.first().map_or(0, |first| first.at), parts.last().map_or(0, |last| last.at));
    let plain = plain && !read.items.get(from..to).unwrap_or_default().contains(&Item::Aside);
    let plain = plain && !hides_parts(read, parts.first().map_or(0, |first| first.at), whole);
    let plain = plain && !(super::units::is_people(read, whole) && overlaps(read, &parts));
    if plain
        && (certain && parts.iter().all(|part| part.sentence == whole.sentence) || is_partition(read, whole, &parts))
    {
        return Some(told(whole, &parts, Fit::No));
    }
    let first =
        parts.get(..2).filter(|first| exactly(&whole) && first.iter().all(exactly) && is_partition(read, whole, first));
    if let Some(first) = first {
        return Some(told(whole, first, Fit::No));
    }
    let runs = (2..=parts.len()).rev().filter_map(|to| parts.get(..to));
    let swapped = runs
        .filter(|run| exactly(&whole) && run.iter().all(exactly))
        .find(|run| is_swapped(whole, run) && (ends(read, run, &parts) || whole.value.parts >= 1_000 * ONE));
    let swapped = swapped.map(|run| told(whole, run, Fit::Swapped));
    swapped.or_else(|| nearly(read, whole, &parts).filter(|_| plain).map(|run| told(whole, run, Fit::Doubtful)))
}

/// Whether a run is the whole list, or as far as a semicolon that parts it from what is listed next.
fn ends(read: &Sentence, run: &[&Figure], parts: &[&Figure]) -> bool {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return false };
    let Some(next) = parts.get(run.len()) else { return true };
    run.len() > 1 && read.has_mark(last.at, next.at, &[';']) && !read.has_mark(first.at, last.at, &[';'])
}

/// A long list in the next sentence that no word ties to the whole, one figure of which has two digits changed.
fn unsaid(read: &Sentence, whole: &Figure, all: &[&Figure]) -> Option<Reading> {
    let parts = list(read, all);
    let first = parts.first().filter(|first| first.sentence == whole.sentence + 1)?;
    let begins = read.figures.iter().find(|figure| figure.sentence == first.sentence)?.span == first.span;
    let last = read.figures.iter().rev().find(|figure| figure.sentence == whole.sentence)?.span == whole.span;
    let exactly = |figure: &&Figure| figure.near == super::figure::Near::Exactly && figure.value.place >= ONE;
    let plain = exactly(&whole) && parts.iter().all(exactly) && parts.len() > 3 && whole.value.parts >= 200 * ONE;
    (begins && last && plain && is_swapped(whole, &parts)).then(|| told(whole, &parts, Fit::Swapped))
}

/// The parts as far as they are listed: a comma or `và` between each two, none of them a change.
fn list<'a>(read: &Sentence, all: &[&'a Figure]) -> Vec<&'a Figure> {
    let mut found: Vec<&Figure> = Vec::new();
    for part in all {
        let joined = found.last().is_none_or(|last| {
            read.has_mark(last.at, part.at, &[',', ';', '+', ')']) || any(&read.words(last.at, part.at), &["va"])
        });
        if !joined
            || super::change::change(read, part).is_some()
            || found.first().is_some_and(|first| first.sentence != part.sentence)
        {
            break;
        }
        found.push(part);
    }
    found
}
