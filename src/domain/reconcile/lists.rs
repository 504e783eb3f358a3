//! Lists written one part to a line: `- Chi bộ Nà A: 3`, under a line that names the whole or above one that says `Cộng`. Lists within a
//! sentence are in `sums`, tables in `tables`.

use super::figure::{Figure, Item, Kind, Near, ONE, Sentence, has};
use super::fit::Fit;
use super::reading::{Reading, Relation};
use super::swaps::is_swapped;
use super::{CheckedLine, Slip, change, reader, tables};

/// Longest line, in bytes, that may be a part.
const LONGEST: usize = 240;
/// Most words before the number of a part, and behind it.
const WORDS: usize = 12;

/// What a line may be in a list.
#[derive(Clone, Debug)]
pub(super) enum Role {
    /// One of its parts.
    Part(Part),
    /// Its end, which says `Cộng`.
    Total,
    /// Neither.
    Other,
}

impl Role {
    /// Reads a line.
    pub(super) fn of(text: &str) -> Role {
        match part(text) {
            _ if is_total(text) => Role::Total,
            Some(part) => Role::Part(part),
            None => Role::Other,
        }
    }
}

/// A line that is one part of a list.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// The mark that begins it; lists within a list begin with another one.
    bullet: Option<char>,
    figure: Figure,
    /// First word behind the number.
    unit: Option<String>,
    /// Whether it has no other number.
    is_plain: bool,
}

/// Reads the lists of a text into the lines that name their wholes.
pub(super) fn lists(lines: &mut [CheckedLine], roles: &[&Role]) {
    let mut start = 0;
    while start < lines.len() {
        let run = run(lines, roles, start);
        if run.len() > 1 {
            let end = start + run.len();
            let follows =
                lines.get(end - 1).zip(lines.get(end)).is_some_and(|(last, next)| next.number == last.number + 1);
            let ends = follows && matches!(roles.get(end), Some(Role::Total));
            judge(lines, start, end, &run, ends);
            start = end;
        } else {
            start += 1;
        }
    }
}

/// The parts that follow each other from a line on, without blank lines between them.
fn run<'a>(lines: &[CheckedLine], roles: &[&'a Role], start: usize) -> Vec<&'a Part> {
    let mut found: Vec<&Part> = Vec::new();
    let mut last: Option<usize> = None;
    for (line, role) in lines.iter().zip(roles).skip(start) {
        let next = last.is_none_or(|last| line.number == last + 1);
        let alike = |part: &Part| found.first().is_none_or(|first| first.bullet.is_some() == part.bullet.is_some());
        match role {
            Role::Part(part) if next && alike(part) => found.push(part),
            _ => break,
        }
        last = Some(line.number);
    }
    found
}

/// A line with one number of its own, marked as a part or as short as one.
fn part(text: &str) -> Option<Part> {
    if text.len() > LONGEST || tables::is_row(text) || text.ends_with(':') {
        return None;
    }
    let bullet = text.chars().next().filter(|c| matches!(c, '-' | '+' | '*' | '•' | '–' | '·'));
    let read = reader::read(text.get(bullet.map_or(0, char::len_utf8)..)?);
    let mut counts = read.figures.iter().filter(|figure| figure.kind == Kind::Count && figure.depth == 0);
    let figure = counts.next()?.clone();
    let others = counts.count();
    let before = read.words(0, figure.at).len();
    let behind = read.words(figure.at, read.items.len()).len();
    let colon = read.previous(figure.at) == Some(&Item::Mark(':'));
    let sentence = read.has_mark(0, figure.at, &[',', ';', '.']);
    let is_part = bullet.is_some() || colon || before <= 5 && behind <= 3;
    let known = figure.over.is_none() && !figure.minus && change::change(&read, &figure).is_none();
    let unit = read.after(figure.at, 1).first().map(|word| (*word).to_owned());
    (is_part && known && !sentence && before > 0 && before <= WORDS && behind <= WORDS && others <= 1).then(|| Part {
        bullet,
        is_plain: others == 0 && figure.near == Near::Exactly,
        figure,
        unit,
    })
}

/// `Cộng: 10`, `Tổng cộng 10 đảng viên`.
fn is_total(text: &str) -> bool {
    let read = reader::read(text);
    let words = read.words(0, read.items.len().min(4));
    // With its marks: “Công nhận”, “Công an” are no sums.
    let marked = text.trim_start_matches(['-', '+', '*', '•', ' ']).to_lowercase().starts_with("công");
    words.first() == Some(&"cong") && words.get(1) != Some(&"tac") && !marked
        || words.starts_with(&["tong", "cong"])
        || {
            let bare = matches!(words.as_slice(), ["tong"] | ["tong", "nam" | "dang" | "so"]);
            bare && matches!(read.items.get(1), Some(Item::Mark(':') | Item::Figure(_)))
        }
}

/// The count that a line begins with, or that it says it has parts of.
fn whole_behind(read: &Sentence) -> Option<&Figure> {
    read.figures.iter().find(|figure| figure.kind == Kind::Count && figure.depth == 0)
}

/// A list of lines with the line that names its whole: the one behind it, or the one before it.
fn judge(lines: &mut [CheckedLine], start: usize, end: usize, parts: &[&Part], ends: bool) {
    let first = parts.first().and_then(|part| part.bullet);
    let outer: Vec<&Part> = parts.iter().copied().filter(|part| part.bullet == first).collect();
    let alike = outer.windows(2).all(|pair| matches!(pair, [one, other] if one.unit == other.unit));
    let plain = outer.iter().all(|part| part.is_plain) && alike;
    let behind = lines.get(end).filter(|_| ends).map(|line| line.text.clone());
    if let Some(text) = behind {
        let read = reader::read(&text);
        if let Some(whole) = whole_behind(&read) {
            told(lines, end, whole, &outer, plain && whole.near == Near::Exactly);
        }
        return;
    }
    let Some(place) = start.checked_sub(1) else { return };
    let Some(text) = lines.get(place).map(|line| line.text.clone()).filter(|text| text.len() <= 4 * LONGEST) else {
        return;
    };
    let read = reader::read(&text);
    let counts = read.figures.iter().rev().filter(|figure| figure.kind == Kind::Count && figure.over.is_none());
    let counts: Vec<&Figure> = counts.take(3).collect();
    let total: i64 = outer.iter().map(|part| part.figure.value.parts).sum();
    let meant = counts.iter().find(|figure| figure.value.parts == total).or(counts.first());
    let words = read.words(meant.map_or(0, |figure| figure.at), read.items.len());
    let opens = matches!(read.items.last(), Some(Item::Mark(':'))) || has(&words, &["trong", "do"]);
    if let Some(whole) = meant.filter(|_| opens) {
        let all = words.contains(&"gom") && !has(&words, &["gom", "ca"]) && counts.len() == 1;
        told(lines, place, whole, &outer, all && plain && whole.near == Near::Exactly);
    }
}

/// Adds the sum to the line with the whole.
fn told(lines: &mut [CheckedLine], place: usize, whole: &Figure, parts: &[&Part], certain: bool) {
    let figures: Vec<&Figure> = parts.iter().map(|part| &part.figure).collect();
    let total: i64 = figures.iter().map(|figure| figure.value.parts).sum();
    let fit = match total == whole.value.parts {
        true if total >= 2 * ONE => Fit::Exact,
        false if certain => Fit::No,
        false if is_swapped(whole, &figures) => Fit::Swapped,
        _ => return,
    };
    let Some(line) = lines.get_mut(place) else { return };
    let relation = Relation::Sum { whole: whole.value, parts: figures.iter().map(|figure| figure.value).collect() };
    let reading = Reading { relation, fit, spans: vec![whole.span] };
    if line.readings.has(whole.span) || line.claim.is_some() {
        return;
    }
    if !fit.is_some() {
        line.slips.push(Slip::Relation(reading.clone()));
    }
    line.readings.found.push(reading);
}
