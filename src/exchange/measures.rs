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

/// The time of a count, in its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Span {
    Year,
    Quarter(u8),
    Month(u8),
    /// From the beginning of the year to the end of this month or to this day of it: what came before is in it.
    SoFar(u8, Option<u8>),
}

impl Span {
    /// What a report of this time reaches to, from the beginning of the year.
    fn so_far(self) -> Span {
        match self {
            Span::Year => Span::SoFar(12, None),
            Span::Quarter(quarter) => Span::SoFar(quarter.saturating_mul(3), None),
            Span::Month(month) => Span::SoFar(month, None),
            Span::SoFar(..) => self,
        }
    }

    fn is_part(self) -> bool {
        matches!(self, Span::Quarter(_) | Span::Month(_))
    }
}

impl Measure {
    /// First and last day.
    pub(super) fn days(&self) -> [String; 2] {
        let (first, last, day) = match self.span {
            Span::Year => (1, 12, None),
            Span::Quarter(quarter) => (quarter.saturating_mul(3).saturating_sub(2), quarter.saturating_mul(3), None),
            Span::Month(month) => (month, month, None),
            Span::SoFar(month, day) => (1, month, day),
        };
        let last_day = (28..=31).rev().find(|day| Day::new(self.year, last, *day).is_some()).unwrap_or(28);
        [format!("{}-{first:02}-01", self.year), format!("{}-{last:02}-{:02}", self.year, day.unwrap_or(last_day))]
    }

    /// Whether single cases and other counts of its time are in it.
    pub(super) fn includes(&self) -> bool {
        matches!(self.span, Span::SoFar(..))
    }

    /// Whether it counts the same as another one.
    pub(super) fn is_like(&self, other: &Measure) -> bool {
        self.is_beside(other) && self.span == other.span
    }

    /// Whether it counts the same in the same year.
    fn is_beside(&self, other: &Measure) -> bool {
        (self.list, self.indicator, self.year) == (other.list, other.indicator, other.year)
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
        let day = title::day(lines).map(until);
        let year = title::year(&words).or(day.map(|(year, _)| year));
        // A day of another year closes a report of the year before.
        let day = day.filter(|(of_day, _)| year == Some(*of_day)).map(|(_, span)| span);
        let span = so_many_months(&words).or(day).or_else(|| part(&words));
        Above { span, year, words }
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
    match (any(&["chi tieu", "giao", "ke hoach", "phan bo"]), any(&["thuc hien", "ket qua", "da ket nap"])) {
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
const BESIDE: [&str; 13] = [
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
    " nhiem ky ",
    " ghi chu ",
    " ca nam ",
];

/// Whether a heading is of a column that no count stands in.
pub(super) fn is_beside(words: &str) -> bool {
    // “Công nhận” begins as “Cộng”.
    let words = format!(" {} ", words.replace("cong nhan", "").replace("cong don", ""));
    BESIDE.iter().any(|beside| words.contains(beside))
}

/// The year and the time until a day of it.
fn until(day: Day) -> (i32, Span) {
    (day.year(), Span::SoFar(day.month(), Some(day.day())))
}

/// What a heading counts. Nothing where it says neither time nor indicator.
fn measure(name: &Named, above: &Above) -> Option<Measure> {
    let words = name.ways.first()?;
    // “Kết quả đến ngày 31/5/2026”.
    let day = title::day(&[SheetLine { cells: vec![name.written.clone()], ..SheetLine::default() }]).map(until);
    if !says(words) || day.is_none() && is_beside(words) {
        return None;
    }
    let has = |all: &[&str]| all.iter().any(|word| words.contains(word));
    let so_far = has(SO_FAR);
    let own = part(words).or_else(|| above.span.filter(|_| has(OF_REPORT)));
    let list = list(words).or(so_far.then_some(List::Results)).or_else(|| list(&above.words))?;
    let span = match (so_far, own, above.span) {
        _ if day.is_some() => day.map(|(_, span)| span)?,
        // “Lũy kế” reaches to the end of what the report is about; without that nobody knows to when.
        (true, _, reported) => reported?.so_far(),
        (false, Some(own), _) => own,
        // “Kết quả” of a report of nine months.
        (false, None, Some(span @ Span::SoFar(..))) if list == List::Results && year(words).is_none() => span,
        (false, None, _) => Span::Year,
    };
    let indicator = indicator(words).or_else(|| indicator(&above.words))?;
    Some(Measure {
        column: name.column,
        list,
        indicator,
        year: day.map(|(year, _)| year).or_else(|| year(words)).or(above.year)?,
        span,
    })
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

/// The quarter or the month that words name.
fn part(words: &str) -> Option<Span> {
    quarter(words).map(Span::Quarter).or_else(|| month(words).map(Span::Month))
}

/// The month that words name: `thang 5`. `6 thang` are as many months, and `thang 5 thang 6` are two.
fn month(words: &str) -> Option<u8> {
    let named = |at: usize| words.get(at + 6..)?.split([' ', '/', ')', ',', '.']).next()?.parse::<u8>().ok();
    let mut months =
        words.match_indices("thang ").filter_map(|(at, _)| named(at)).filter(|month| (1..=12).contains(month));
    let day = words.contains("ngay ");
    let month = months.next().filter(|_| !day)?;
    months.all(|other| other == month).then_some(month)
}

/// `6 thang`, `9 thang dau nam`: the months from the beginning of the year.
fn so_many_months(words: &str) -> Option<Span> {
    let before = |at: usize| words.get(..at)?.trim_end().rsplit([' ', '(']).next()?.parse::<u8>().ok();
    let mut counts =
        words.match_indices("thang").filter_map(|(at, _)| before(at)).filter(|count| (2..=12).contains(count));
    let count = counts.next().filter(|_| !words.contains("cuoi nam") && !words.contains("nhiem ky"))?;
    counts.all(|other| other == count).then_some(Span::SoFar(count, None))
}

/// What the columns of a table count, each case once: quarters instead of the year or the sum that they make. Behind them the
/// columns whose cases are in those of others.
pub(super) fn measures<'a>(names: impl Iterator<Item = &'a Named>, above: &Above) -> (Vec<Measure>, Vec<usize>) {
    let mut measures: Vec<Measure> = names.filter_map(|name| measure(name, above)).collect();
    let all = measures.clone();
    measures.retain(|measure| {
        let beside = || all.iter().filter(|other| other.is_beside(measure));
        let parts = beside().filter(|other| other.span.is_part()).count();
        match measure.span {
            Span::Year => parts == 0 && !(measure.list == List::Results && beside().any(Measure::includes)),
            Span::SoFar(..) => parts < 2,
            Span::Quarter(_) | Span::Month(_) => parts > 1 || !beside().any(Measure::includes),
        }
    });
    let contained = all.iter().filter(|one| !measures.contains(one)).map(|one| one.column).collect();
    // What was done so far, beside the targets of a year, is of no period; and its people may be in the book one by one.
    let targets = measures.iter().any(|measure| measure.list == List::Targets);
    measures.retain(|measure| !targets || measure.list == List::Targets || measure.span != Span::Year);
    (measures, contained)
}
