//! What a column of a table of targets and results counts: targets or results, the indicator, and the time, from its heading and
//! from what stands above the table. Finding the table and reading its rows is in `wide`.

use super::heading_names::Named;
use super::lists::{List, SheetLine};
use super::measure_words::{
    OF_REPORT, SO_FAR, counts_members, indicator, is_beside, is_of_term, list, part, says, year,
};
use super::title;
use super::title_days::{self, Range};
use crate::domain::value::day::Day;
use crate::domain::value::letters::fold;

/// What a column counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Measure {
    /// Its column, from 0.
    pub(super) column: usize,
    /// Targets or results.
    pub(super) list: List,
    /// Key of the indicator.
    pub(super) indicator: &'static str,
    pub(super) year: i32,
    pub(super) span: Span,
    /// First and last day, where they are said.
    pub(super) exact: Option<[String; 2]>,
    /// Who asks for it, where several do: “Chỉ tiêu tỉnh giao | Chỉ tiêu xã giao”.
    pub(super) issuer: Option<String>,
}

/// The time of a count in its year: months, the last one until a day perhaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) first: u8,
    pub(super) last: u8,
    pub(super) day: Option<u8>,
    /// What came before in the year is said to be in it.
    pub(super) so_far: bool,
}

impl Span {
    pub(super) const YEAR: Span = Span { first: 1, last: 12, day: None, so_far: false };

    pub(super) fn quarter(number: u8) -> Span {
        let last = number.saturating_mul(3);
        Span { first: last.saturating_sub(2), last, ..Span::YEAR }
    }

    pub(super) fn month(number: u8) -> Span {
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
        if let Some(exact) = &self.exact {
            return exact.clone();
        }
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
        (self.list, self.indicator, self.year, &self.issuer) == (other.list, other.indicator, other.year, &other.issuer)
    }

    /// Whether its cases are in those of the others, each with its number. Of parts and their sum the parts count where they make it
    /// up; otherwise the sum has more than they. A target of a year stands beside those of its quarters.
    pub(super) fn is_contained(&self, others: &[(&Measure, u32)]) -> bool {
        if self.list == List::Targets {
            return false;
        }
        let beside = || others.iter().filter(|(other, _)| other.is_beside(self));
        let same = |other: &Measure| (other.span.first, other.span.last) == (self.span.first, self.span.last);
        let made_up = |whole: &Measure, number: u32| {
            // The smallest parts: months, not the quarter that they are in.
            let inside: Vec<&(&Measure, u32)> = beside().filter(|(other, _)| whole.span.has(other.span)).collect();
            let least = inside.iter().filter(|(one, _)| !inside.iter().any(|(other, _)| one.span.has(other.span)));
            let (count, sum) = least.fold((0, 0), |(count, sum): (u32, u32), (_, number)| {
                (count.saturating_add(1), sum.saturating_add(*number))
            });
            count > 0 && sum == number && (count > 1 || !whole.span.so_far)
        };
        let own = others.iter().find(|(other, _)| *other == self).map_or(0, |(_, number)| *number);
        let wholes = || beside().filter(|(other, _)| other.span.has(self.span));
        // A sum that its parts make up, a part of a sum that has more, the same time without what came before.
        made_up(self, own)
            || wholes().any(|(whole, number)| !made_up(whole, *number))
            || !self.span.so_far && beside().any(|(other, _)| other.span.so_far && same(other))
    }

    /// The same as a total that includes what came before: beside parts that do not make it up.
    pub(super) fn is_sum(&self, others: &[(&Measure, u32)]) -> bool {
        let inside = |(other, _): &(&Measure, u32)| other.is_beside(self) && self.span.has(other.span);
        self.list == List::Results && others.iter().any(inside)
    }
}

/// What stands above a table.
#[derive(Debug)]
pub(super) struct Above {
    words: String,
    /// What the report is about.
    pub(super) span: Option<Span>,
    /// Whether that is a day until which was counted, and not a part of the year.
    until: bool,
    pub(super) year: Option<i32>,
    /// The day until which was counted.
    day: Option<Day>,
    /// First and last day, where they are said.
    range: Option<[String; 2]>,
    /// A time is said that no days can be made of.
    unclear: bool,
}

impl Above {
    pub(super) fn of(lines: &[SheetLine]) -> Above {
        let (words, times) = (title::words(lines), title::times(lines));
        let day = title_days::day(lines);
        let year = title::year(&times).or(day.map(Day::year));
        let counted = day;
        // A day of another year closes a report of the year before.
        let day = day.filter(|day| year == Some(day.year())).map(Span::until);
        let span = day.or_else(|| part(title::reported(&times))).filter(|_| !times.contains("nhiem ky"));
        let said = title_days::range(&words);
        let range = match said {
            Range::Days(first, last) => Some([first.iso(), last.iso()]),
            Range::Unsaid | Range::Unclear => None,
        };
        Above { span, until: day.is_some(), day: counted, year, words, range, unclear: said == Range::Unclear }
    }

    /// The day until which was counted.
    pub(super) const fn day(&self) -> Option<Day> {
        self.day
    }

    /// First and last day of the time that the lines name, the year or a part of it, and whether what came before is in it.
    pub(super) fn days(&self) -> Option<([String; 2], bool)> {
        let (list, indicator, exact) = (List::Results, "", self.range.clone());
        if let Some(exact) = exact {
            return Some((exact, false));
        }
        let span = self.span.unwrap_or(Span::YEAR);
        let measure = Measure {
            column: 0,
            list,
            indicator,
            year: self.year.filter(|_| !self.unclear)?,
            span,
            exact,
            issuer: None,
        };
        Some((measure.days(), measure.includes()))
    }

    /// The same of targets: a day until which was counted is none of theirs.
    pub(super) fn days_of_targets(&self) -> Option<[String; 2]> {
        let part = self.span.filter(|_| self.is_of_targets());
        let span = part.unwrap_or(Span::YEAR);
        if let Some(exact) = &self.range {
            return Some(exact.clone());
        }
        let year = self.year.filter(|_| !self.unclear)?;
        Some(Measure { column: 0, list: List::Targets, indicator: "", year, span, exact: None, issuer: None }.days())
    }

    /// Whether the title speaks of targets alone, for a part of the year.
    fn is_of_targets(&self) -> bool {
        !self.until && self.list() == Some(List::Targets)
    }

    /// Whether the title speaks of targets or of results. A report or a sheet to keep count of something is about results.
    pub(super) fn list(&self) -> Option<List> {
        let reports = ["theo doi", "bao cao", "tong hop", "thong ke", "tinh hinh", "so lieu"];
        let reports = || reports.iter().any(|word| self.words.contains(word));
        list(&self.words).or_else(|| reports().then_some(List::Results))
    }

    /// What is counted, if the title names one thing.
    fn indicator(&self) -> Option<&'static str> {
        let has = |all: &[&str]| all.iter().any(|word| self.words.contains(word));
        let named = [
            has(&["ket nap", "phat trien dang"]),
            has(&["chinh thuc"]) && has(&["cong nhan", "chuyen"]),
            has(&["nhan thuc", "lop "]),
        ];
        indicator(&self.words).filter(|_| named.into_iter().filter(|named| *named).count() < 2)
    }

    /// Whether the title names more than one thing that is counted.
    fn names_several(&self) -> bool {
        indicator(&self.words).is_some() && self.indicator().is_none()
    }
}

/// Whether a heading is of a part in a hundred of others.
pub(super) fn is_ratio(name: &Named) -> bool {
    // “Chỉ tiêu tỉnh giao (3%)” is a target.
    name.written.match_indices('%').any(|(at, _)| {
        let before = name.written.get(..at).unwrap_or_default();
        !before.ends_with(|c: char| c.is_ascii_digit())
    })
}

/// How headings are written that say nothing of what is counted, where the title says it all.
const NUMBER: [&str; 3] = [COUNT, "so nguoi", "so luong dang vien"];
pub(super) const COUNT: &str = "so luong";

/// What a heading counts. Nothing where it says neither time nor indicator.
pub(super) fn measure(
    name: &Named,
    above: &Above,
    (beside_targets, told_beside): (bool, Option<&'static str>),
) -> Option<Measure> {
    // “9 tháng năm 2026” is no “ngày, tháng, năm”.
    let folded = fold(&name.written);
    let words = if folded.contains("thang nam 2") { &folded } else { name.ways.first()? };
    // “Kết quả đến ngày 31/5/2026”.
    let day = title_days::day(&[SheetLine { cells: vec![name.written.clone()], ..SheetLine::default() }]);
    // When a term begins and ends is not said.
    let of_title = above.list().is_some() && above.indicator().is_some();
    let told = says(words) || NUMBER.contains(&words.as_str()) && of_title;
    // What is only expected is neither asked for nor done.
    let expected =
        words.split(' ').any(|word| word == "uoc") || words.contains("du kien") && above.list() == Some(List::Results);
    // “Tổng số đảng viên kết nạp” is what is counted, and no sum of the columns.
    let whole = name.own.strip_prefix("tong so").filter(|rest| indicator(rest).is_some() && !is_beside(rest));
    let beside = day.is_none() && whole.is_none() && is_beside(words) || is_ratio(name);
    if !told || expected || beside || is_of_term(words) || counts_members(words) {
        return None;
    }
    let has = |all: &[&str]| all.iter().any(|word| words.contains(word));
    let so_far = has(SO_FAR);
    // “6 tháng đầu năm 2026” over “KH năm”.
    let of_year = ["kh nam", "ct nam", "chi tieu nam", "ke hoach nam", "ca nam"].contains(&name.own.as_str());
    let whole = (has(&["ca nam"]) || of_year).then_some(Span::YEAR);
    let own =
        whole.filter(|_| of_year).or_else(|| part(words)).or(whole).or_else(|| above.span.filter(|_| has(OF_REPORT)));
    let own_year = year(words).is_some();
    // “Kết nạp 6 tháng 2025” beside the targets is what was done.
    let done = beside_targets && indicator(words).is_some() && (own.is_some() || own_year);
    let said = list(&name.own).or_else(|| list(words)).or((so_far || done).then_some(List::Results));
    let list = said.or_else(|| above.list())?;
    let span = match (day, so_far, own, above.span) {
        (Some(day), ..) => Span::until(day),
        // “Lũy kế” reaches to the end of what the report is about; without that nobody knows to when.
        (None, true, _, reported) => reported?.so_far(),
        (None, false, Some(own), _) => own,
        // “Kết quả” of a report of nine months, “Kết nạp” of one of a quarter.
        (None, false, None, Some(span)) if list == List::Results && !own_year => span,
        // A target of half a year, where the title speaks of targets alone.
        (None, false, None, Some(span)) if list == List::Targets && above.is_of_targets() && !own_year => {
            Span { so_far: false, ..span }
        }
        (None, false, None, _) => Span::YEAR,
    };
    let of_beside = || told_beside.filter(|_| list == List::Targets && !above.names_several());
    let indicator = indicator(words).or_else(|| above.indicator()).or_else(of_beside)?;
    let of_title = day.is_none() && own.is_none() && !so_far && !own_year;
    if of_title && above.unclear {
        return None;
    }
    let exact = above.range.clone().filter(|_| of_title);
    let begins = exact.as_ref().and_then(|[first, _]| first.get(..4)?.parse().ok());
    let year = day.map(Day::year).or_else(|| year(words)).or(begins).or(above.year)?;
    Some(Measure { column: name.column, list, indicator, year, span, exact, issuer: None })
}
