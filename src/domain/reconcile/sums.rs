//! Sums: a whole and the parts that a line lists. Parts that overlap need not add up.

use super::figure::{Figure, Item, Kind, ONE, Sentence, Value, any, has};
use super::fit::{Fit, equal};
use super::reading::{Reading, Readings, Relation};
use super::swaps::is_swapped;

/// Most parts of a list.
const MOST: usize = 40;

/// Words that say that a list is whole.
const WHOLE: [&str; 2] = ["gom", "chia"];

/// Words that say that a list leaves out things, or that its parts may overlap.
const PARTIAL: [&str; 8] = ["nhu", "rieng", "chu", "dien", "tieu", "mot", "hon", "nhieu"];

/// Pairs of words that leave nothing out.
const PAIRS: [(&str, &str); 8] = [
    ("chinh", "bi"),
    ("nam_", "nu"),
    ("hop", "khong"),
    ("tai", "lan"),
    ("di", "den"),
    ("xay", "sua"),
    ("dong", "chi_bo"),
    ("nong", "thanh_thi"),
];

/// Reads sums.
pub fn sums(read: &Sentence, found: &mut Readings) {
    for (place, whole) in read.figures.iter().enumerate() {
        let changes = super::change::change(read, whole).is_some();
        if whole.kind != Kind::Count || whole.value.parts < 2 * ONE || whole.over.is_some() || changes {
            continue;
        }
        if let Some(reading) = listed(read, place, whole) {
            found.found.push(reading);
        }
    }
}

/// A list that begins a line, of a whole in the lines before it: `Trong đó, …`.
pub fn continued(read: &Sentence, context: &[Figure], found: &mut Readings) {
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
    let exactly = |figure: &&Figure| {
        figure.near == super::figure::Near::Exactly && figure.over.is_none() && figure.value.place >= ONE
    };
    if parts.len() < 2 || !parts.iter().all(exactly) {
        return;
    }
    for whole in context.iter().take(8).filter(|whole| exactly(whole) && whole.value.parts >= 20 * ONE) {
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

/// A whole with the list behind it.
fn listed(read: &Sentence, place: usize, whole: &Figure) -> Option<Reading> {
    // `36 tổ chức cơ sở đảng (giảm 1 so với năm 2015), gồm 12 … và 24 …`.
    let aside = |figure: &&Figure| figure.depth > whole.depth && super::change::change(read, figure).is_some();
    let all: Vec<&Figure> = after(read, place, whole).into_iter().skip_while(aside).collect();
    let connector = connector(read, whole, &all);
    let (_, at) = connector.unwrap_or((false, 0));
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
                let meant = whole.value.parts >= least * ONE;
                if meant && equal(sum(run), whole) && run.iter().all(|part| part.value < whole.value) {
                    let about = run.iter().any(|part| part.near != super::figure::Near::Exactly);
                    return Some(told(whole, run, if about { Fit::About } else { Fit::Exact }));
                }
            }
        }
    }
    let Some((certain, _)) = connector else { return unsaid(read, whole, &own) };
    let parts = list(read, &own);
    let exactly = |figure: &&Figure| {
        figure.near == super::figure::Near::Exactly && figure.over.is_none() && figure.value.place >= ONE
    };
    let plain = exactly(&whole) && parts.len() >= 2 && parts.iter().all(exactly);
    if plain
        && (certain && parts.iter().all(|part| part.sentence == whole.sentence) || is_partition(read, whole, &parts))
    {
        return Some(told(whole, &parts, Fit::No));
    }
    let first = parts.get(..2).filter(|first| exactly(&whole) && is_partition(read, whole, first));
    if let Some(first) = first {
        return Some(told(whole, first, Fit::No));
    }
    let runs = (2..=parts.len()).rev().filter_map(|to| parts.get(..to));
    let swapped = runs
        .filter(|run| exactly(&whole) && run.iter().all(exactly))
        .find(|run| is_swapped(whole, run) && (ends(read, run, &parts) || whole.value.parts >= 1_000 * ONE));
    swapped.map(|run| told(whole, run, Fit::Swapped))
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

/// Whether the parts are of kinds that leave nothing out: committees and cells of organizations, forms of discipline.
fn is_partition(read: &Sentence, whole: &Figure, parts: &[&Figure]) -> bool {
    let behind = |figure: &Figure| read.after(figure.at, 3);
    let bodies = has(&behind(whole), &["to", "chuc"]);
    let committees = parts.iter().filter(|part| has(&behind(part), &["dang", "bo"])).count();
    let cells = parts.iter().filter(|part| has(&behind(part), &["chi", "bo"])).count();
    let labels: Vec<&str> = parts.first().map(|first| read.words(whole.at, first.at)).unwrap_or_default();
    let rest: Vec<&str> =
        parts.first().zip(parts.last()).map(|(first, last)| read.words(first.at, last.at)).unwrap_or_default();
    let colon = parts.first().is_some_and(|first| read.has_mark(whole.at, first.at, &[':']));
    let forms = has(&labels, &["khien", "trach"])
        && has(&rest, &["canh", "cao"])
        && (colon || has(&labels, &["hinh", "thuc"]) || parts.iter().all(|part| part.depth > whole.depth));
    bodies && parts.len() == 2 && committees == 1 && cells == 1 || forms
}

/// The words or marks that begin a list of parts, whether they say that it is whole, and where they stand.
fn connector(read: &Sentence, whole: &Figure, all: &[&Figure]) -> Option<(bool, usize)> {
    let first = all.first()?;
    let items = read.items.get(whole.at + 1..first.at).unwrap_or_default();
    let words = read.words(whole.at + 1, first.at);
    let find = |wanted: &dyn Fn(&Item) -> bool| items.iter().rposition(wanted).map(|at| whole.at + 1 + at);
    let word = |wanted: &'static str| move |item: &Item| matches!(item, Item::Word(word) if word == wanted);
    let is_partial = any(&words, &PARTIAL) || read.has_mark(first.at, end_of(read, whole), &['…']);
    let same = first.sentence == whole.sentence;
    let last = words.last().copied().unwrap_or_default();
    if let Some(at) = WHOLE.iter().find_map(|wanted| find(&word(wanted))) {
        let including = any(&words, &["ca"]);
        let near = read.words(whole.at + 1, at).len() <= 8 && !read.has_mark(whole.at, at, &[';', ':', '.']);
        return Some((same && near && !is_partial && !including && last != "co", at));
    }
    if let Some(at) = find(&word("do")).filter(|at| read.before(*at, 1) == ["trong"]) {
        return Some((same && !is_partial && complementary(read, all, whole), at));
    }
    if let Some(at) = find(&|item| matches!(item, Item::Mark(':' | '('))) {
        let unit = read.after(whole.at, 2);
        let here = || all.iter().filter(|figure| figure.sentence == whole.sentence);
        let alike = unit.len() == 2 && here().count() >= 2 && here().all(|figure| read.after(figure.at, 2) == unit);
        let colon = read.items.get(at) == Some(&Item::Mark(':'));
        return Some((same && !is_partial && (colon && alike || complementary(read, all, whole)), at));
    }
    if let Some(at) = find(&word("the")).or_else(|| find(&word("thuc"))) {
        return Some((false, at));
    }
    // `Trong 29 đảng viên được tặng có 3 …; 2 …; 24 …`.
    let named = matches!(read.before(whole.at, 3).as_slice(), [.., "trong"] | [.., "trong", "so"] | [.., "tong", "so"]);
    let semicolons = read.has_mark(first.at, first.at + 30, &[';']);
    if named && same && semicolons { Some((false, whole.at)) } else { None }
}

fn end_of(read: &Sentence, whole: &Figure) -> usize {
    read.figures.iter().rev().find(|figure| figure.sentence == whole.sentence).map_or(whole.at, |figure| figure.at + 12)
}

/// Whether exactly two parts follow that leave nothing out: official and on probation, men and women.
fn complementary(read: &Sentence, all: &[&Figure], whole: &Figure) -> bool {
    let here: Vec<&&Figure> = all.iter().filter(|figure| figure.sentence == whole.sentence).collect();
    let [one, other] = here.as_slice() else { return false };
    let words = |figure: &Figure| {
        let next = read.figures.iter().find(|next| next.at > figure.at).map_or(figure.at + 5, |next| next.at);
        read.words(figure.at + 1, next.min(figure.at + 7)).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let (first, second) = (words(one), words(other));
    let has = |words: &[String], wanted: &str| words.iter().any(|word| word == wanted);
    PAIRS.iter().any(|(left, right)| {
        has(&first, left) && has(&second, right) && !has(&second, left)
            || has(&first, right) && has(&second, left) && !has(&first, left)
    })
}
