//! What a column of a table of targets and results counts: targets or results, the indicator, and the time, from its heading and
//! from what stands above the table. Finding the table and reading its rows is in `wide`.

use super::heading_names::Named;
use super::lists::{List, SheetLine};
use super::title;
use crate::domain::value::day::Day;

/// What a column counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Measure {
    /// Its column, from 0.
    pub(super) column: usize,
    /// Targets or results.
    pub(super) list: List,
    /// Key of the indicator.
    pub(super) indicator: &'static str,
    year: i32,
    span: Span,
}

/// The time of a count in its year: months, the last one until a day perhaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    first: u8,
    last: u8,
    day: Option<u8>,
    /// What came before in the year is said to be in it.
    so_far: bool,
}

impl Span {
    const YEAR: Span = Span { first: 1, last: 12, day: None, so_far: false };

    fn quarter(number: u8) -> Span {
        let last = number.saturating_mul(3);
        Span { first: last.saturating_sub(2), last, ..Span::YEAR }
    }

    fn month(number: u8) -> Span {
        Span { first: number, last: number, ..Span::YEAR }
    }

    /// Until a day of the year.
    fn until(day: Day) -> Span {
        Span { last: day.month(), day: Some(day.day()), so_far: true, ..Span::YEAR }
    }

    /// What a report of this time reaches to, from the beginning of the year.
    fn so_far(self) -> Span {
        Span { first: 1, so_far: true, ..self }
    }

    /// Whether another one is a part of it.
    fn has(self, other: Span) -> bool {
        self.first <= other.first && other.last <= self.last && (self.first, self.last) != (other.first, other.last)
    }
}

impl Measure {
    /// First and last day.
    pub(super) fn days(&self) -> [String; 2] {
        let Span { first, last, day, .. } = self.span;
        let last_day = (28..=31).rev().find(|day| Day::new(self.year, last, *day).is_some()).unwrap_or(28);
        [format!("{}-{first:02}-01", self.year), format!("{}-{last:02}-{:02}", self.year, day.unwrap_or(last_day))]
    }

    /// Whether single cases and other counts of its time are in it.
    pub(super) fn includes(&self) -> bool {
        self.span.so_far && self.list == List::Results
    }

    /// Whether it counts the same as another one.
    pub(super) fn is_like(&self, other: &Measure) -> bool {
        self.is_beside(other) && self.span == other.span
    }

    /// Whether it counts the same in the same year.
    fn is_beside(&self, other: &Measure) -> bool {
        (self.list, self.indicator, self.year) == (other.list, other.indicator, other.year)
    }

    /// Whether its cases are in those of the others, all of which have a number: a part of what was done so far, or the sum of
    /// several parts. A target of a year stands beside those of its quarters.
    pub(super) fn is_contained(&self, others: &[&Measure]) -> bool {
        if self.list == List::Targets {
            return false;
        }
        let beside = || others.iter().filter(|other| other.is_beside(self));
        let parts = |whole: Span| others.iter().filter(|other| other.is_beside(self) && whole.has(other.span)).count();
        if self.span.so_far {
            return parts(self.span) > 1;
        }
        let in_sum = beside().any(|other| other.span.so_far && other.span.has(self.span) && parts(other.span) < 2);
        let same = beside()
            .any(|other| other.span.so_far && (other.span.first, other.span.last) == (self.span.first, self.span.last));
        in_sum || same || parts(self.span) > 0 && !beside().any(|other| other.span.so_far && other.span == self.span)
    }
}

/// What stands above a table.
#[derive(Debug)]
pub(super) struct Above {
    words: String,
    /// What the report is about.
    span: Option<Span>,
    year: Option<i32>,
}

impl Above {
    pub(super) fn of(lines: &[SheetLine]) -> Above {
        let words = title::words(lines);
        let day = title::day(lines);
        let year = title::year(&words).or(day.map(Day::year));
        // A day of another year closes a report of the year before.
        let day = day.filter(|day| year == Some(day.year())).map(Span::until);
        let span = day.or_else(|| part(&words)).filter(|_| !words.contains("nhiem ky"));
        Above { span, year, words }
    }

    /// First and last day of the time that the lines name, the year or a part of it, and whether what came before is in it.
    pub(super) fn days(&self) -> Option<([String; 2], bool)> {
        let (list, indicator) = (List::Results, "");
        let measure = Measure { column: 0, list, indicator, year: self.year?, span: self.span.unwrap_or(Span::YEAR) };
        Some((measure.days(), measure.includes()))
    }
}

/// What words say is counted.
fn indicator(words: &str) -> Option<&'static str> {
    let has = |word: &str| words.contains(word);
    if has("nhan thuc") || has("lop ") {
        Some("class")
    } else if has("chinh thuc") {
        (has("cong nhan") || has("chuyen")).then_some("recognitions")
    } else if has("gioi thieu nguon") || has("tao nguon") {
        Some("introductions")
    } else {
        (has("ket nap") || has("phat trien dang")).then_some("admissions")
    }
}

/// Whether words speak of what is to be reached or of what was.
fn list(words: &str) -> Option<List> {
    let any = |all: &[&str]| all.iter().any(|word| words.contains(word));
    // “Quý I | CT | TH”.
    let short = |short: &str| words.split(' ').count() < 6 && words.split(' ').any(|word| word == short);
    let target = any(&["chi tieu", "giao", "ke hoach", "phan bo"]) || short("ct") || short("kh");
    match (target, any(&["thuc hien", "ket qua", "da ket nap"]) || short("th") || short("kq")) {
        (true, false) => Some(List::Targets),
        (_, true) => Some(List::Results),
        _ => None,
    }
}

/// The year or the quarter in a heading.
fn year(words: &str) -> Option<i32> {
    words.split(' ').filter_map(|word| word.parse().ok()).find(|year| (2000..2100).contains(year))
}

/// The quarter that words name, if it is the only one.
fn quarter(words: &str) -> Option<u8> {
    let (_, behind) = words.split_once("quy ")?;
    match behind.split(|c: char| !c.is_ascii_alphanumeric()).next()? {
        "i" | "1" => Some(1),
        "ii" | "2" => Some(2),
        "iii" | "3" => Some(3),
        "iv" | "4" => Some(4),
        _ => None,
    }
}

/// What is worked out from other columns, or speaks of days.
const BESIDE: [&str; 12] = [
    " ty le ",
    " ti le ",
    " cong ",
    " tong ",
    " tang ",
    " giam ",
    " so voi ",
    " con ",
    " vuot ",
    " ngay ",
    " ghi chu ",
    " ca nam ",
];

/// Whether a heading is of a column that no count stands in.
pub(super) fn is_beside(words: &str) -> bool {
    // “Công nhận” begins as “Cộng”.
    let words = format!(" {} ", words.replace("cong nhan", "").replace("cong don", ""));
    BESIDE.iter().any(|beside| words.contains(beside))
}

/// What a heading counts. Nothing where it says neither time nor indicator.
fn measure(name: &Named, above: &Above) -> Option<Measure> {
    let words = name.ways.first()?;
    // “Kết quả đến ngày 31/5/2026”.
    let day = title::day(&[SheetLine { cells: vec![name.written.clone()], ..SheetLine::default() }]);
    // When a term begins and ends is not said.
    if !says(words) || day.is_none() && is_beside(words) || words.contains("nhiem ky") {
        return None;
    }
    let has = |all: &[&str]| all.iter().any(|word| words.contains(word));
    let so_far = has(SO_FAR);
    let own = part(words).or_else(|| above.span.filter(|_| has(OF_REPORT)));
    let list = list(words).or(so_far.then_some(List::Results)).or_else(|| list(&above.words))?;
    let span = match (day, so_far, own, above.span) {
        (Some(day), ..) => Span::until(day),
        // “Lũy kế” reaches to the end of what the report is about; without that nobody knows to when.
        (None, true, _, reported) => reported?.so_far(),
        (None, false, Some(own), _) => own,
        // “Kết quả” of a report of nine months.
        (None, false, None, Some(span)) if span.so_far && list == List::Results && year(words).is_none() => span,
        (None, false, None, _) => Span::YEAR,
    };
    let indicator = indicator(words).or_else(|| indicator(&above.words))?;
    let year = day.map(Day::year).or_else(|| year(words)).or(above.year)?;
    Some(Measure { column: name.column, list, indicator, year, span })
}

/// How headings say that what came before is in it, and that they mean the time of the report.
const SO_FAR: &[&str] = &["luy ke", "tu dau nam", "cong don"];
const OF_REPORT: &[&str] = &["trong thang", "trong quy", "trong ky", "thang nay", "quy nay", "ky nay", "thang bao cao"];

/// Whether the words of a heading speak of something that is counted.
pub(super) fn says(words: &str) -> bool {
    year(words).is_some()
        || part(words).is_some()
        || indicator(words).is_some()
        || list(words).is_some()
        || SO_FAR.iter().any(|word| words.contains(word))
}

/// The part of a year that words name.
fn part(words: &str) -> Option<Span> {
    so_many_months(words).or_else(|| quarter(words).map(Span::quarter)).or_else(|| month(words).map(Span::month))
}

/// The month that words name: `thang 5`, `t5`. `thang 5 thang 6` are two.
fn month(words: &str) -> Option<u8> {
    let number = |text: &str| text.split([' ', '/', ')', ',', '.']).next()?.parse::<u8>().ok();
    let short = words.strip_prefix('t').filter(|rest| rest.len() < 3);
    let named = words.match_indices("thang ").filter_map(|(at, word)| words.get(at + word.len()..)).chain(short);
    let mut months = named.filter_map(number).filter(|month| (1..=12).contains(month));
    let day = words.contains("ngay ");
    let month = months.next().filter(|_| !day)?;
    months.all(|other| other == month).then_some(month)
}

/// `6 thang`, `9 thang dau nam`: the months from the beginning of the year; `6 thang cuoi nam`: those to its end.
fn so_many_months(words: &str) -> Option<Span> {
    let before = |at: usize| words.get(..at)?.trim_end().rsplit([' ', '(']).next()?.parse::<u8>().ok();
    let counts = words.match_indices("thang").filter_map(|(at, _)| before(at));
    let mut counts = counts.filter(|count| (2..=12).contains(count));
    let count = counts.next().filter(|_| !words.contains("nhiem ky"))?;
    if !counts.all(|other| other == count) {
        return None;
    }
    if words.contains("cuoi nam") {
        return Some(Span { first: 13_u8.saturating_sub(count), ..Span::YEAR });
    }
    Some(Span { last: count, so_far: true, ..Span::YEAR })
}

/// What the columns of a table count.
pub(super) fn measures<'a>(names: impl Iterator<Item = &'a Named>, above: &Above) -> Vec<Measure> {
    let mut measures: Vec<Measure> = names.filter_map(|name| measure(name, above)).collect();
    if !measures.iter().any(|measure| measure.list == List::Targets) {
        // “Số lượng” of a report about a month.
        if let ([only], Some(span)) = (measures.as_mut_slice(), above.span)
            && only.span == Span::YEAR
            && above.year == Some(only.year)
        {
            only.span = span;
        }
        return measures;
    }
    // What was done so far, beside the targets of a year, is of no period; and its people may be in the book one by one.
    measures.retain(|measure| measure.list == List::Targets || measure.span != Span::YEAR);
    measures
}
