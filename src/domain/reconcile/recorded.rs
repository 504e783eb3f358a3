//! What the book has beside a line of a report: admissions and members of an organization that the line names, or of the one that
//! works with the book. Never a mismatch: a book may begin in the middle of a year, or hold one cell of many.

use super::CheckedLine;
use super::figure::{Figure, Kind, Near, ONE, Sentence, any, has};
use super::{change, reader};
use crate::domain::calculator::tally::{self, Query};
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::Indicator;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};
use crate::domain::value::letters::{fold, joined};

/// What a figure is a number of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Members admitted in a period.
    Admitted(Period),
    /// Members as entered for a day.
    Members(Day),
}

/// A figure of a line beside that of the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// What is counted.
    pub what: What,
    /// Of which organization.
    pub organization: RecordId,
    /// The number written.
    pub said: u64,
    /// The number in the book.
    pub found: u64,
}

/// What the book has beside a line. Nothing where the line may speak of an organization or a period that is not known, or the book
/// has no such records.
pub fn recorded(ledger: &Ledger, line: &CheckedLine, home: &RecordId, as_of: Day) -> Option<Recorded> {
    let read = reader::read(&line.text);
    let folded = spoken(&line.text);
    let words: Vec<&str> = folded.split(' ').collect();
    let organization = named(ledger, &line.text, &folded, home)?;
    let whole = |figure: &&Figure| {
        let plain = figure.kind == Kind::Count && figure.near == Near::Exactly && figure.value.is_whole();
        plain && figure.value.parts > 0 && change::change(&read, figure).is_none()
    };
    let mut admitted = read.figures.iter().filter(whole).filter(|figure| is_admitted(&read, figure));
    if let Some(figure) = admitted.next().filter(|_| admitted.next().is_none()) {
        let period = period(&words, as_of)?;
        let query = Query { organization, indicator: Indicator::Admissions, period, as_of };
        let tally = tally::tally(ledger, &query);
        let is_known = !tally.dated.is_empty() || !tally.totals.is_empty();
        let said = u64::try_from(figure.value.parts / ONE).ok()?;
        let of = organization.clone();
        return is_known.then_some(Recorded {
            what: What::Admitted(period),
            organization: of,
            said,
            found: tally.counted,
        });
    }
    let mut members = read.figures.iter().filter(whole).filter(|figure| is_members(&read, figure));
    let figure = members.next().filter(|_| members.next().is_none())?;
    let day = period(&words, as_of)?.last().min(as_of);
    let (on, found) = ledger.members(organization, day)?;
    let said = u64::try_from(figure.value.parts / ONE).ok()?;
    Some(Recorded { what: What::Members(on), organization: organization.clone(), said, found: u64::from(found) })
}

/// The words and numbers of a text, folded, with one space between each two.
fn spoken(text: &str) -> String {
    let inside = |c: char| c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c);
    let words = text.split(|c: char| !inside(c)).filter(|word| !word.is_empty());
    joined(&words.map(fold).collect::<Vec<_>>(), " ")
}

/// `kết nạp được 17 đảng viên`; not what is planned, and not a part of it.
fn is_admitted(read: &Sentence, figure: &Figure) -> bool {
    let before = read.before(figure.at, 6);
    let after = read.after(figure.at, 4);
    let unit = after.is_empty()
        || after.starts_with(&["dang", "vien"])
        || matches!(after.first(), Some(&("dong" | "quan" | "nguoi")));
    let planned = ["tieu", "hoach", "giao", "dau", "kien", "se", "can", "nghi", "cho"];
    let told = has(&before, &["ket", "nap"]) && !any(&before, &planned);
    // `kết nạp 12 đảng viên nữ`.
    let part = any(&after, &["nu", "la", "nguoi_", "dan"]) && after.first() != Some(&"nguoi");
    told && unit && !part && figure.depth == 0
}

/// `hiện có 46 đảng viên`, `tổng số 46 đảng viên`.
fn is_members(read: &Sentence, figure: &Figure) -> bool {
    let before = read.before(figure.at, 3);
    let after = read.after(figure.at, 3);
    let said = before.last() == Some(&"co") || has(&before, &["tong", "so"]);
    said && after.starts_with(&["dang", "vien"]) && after.len() == 2 && figure.depth == 0
}

/// The organization that a line speaks of: the one that it names, or `home` where it names none.
fn named<'a>(ledger: &'a Ledger, text: &str, folded: &str, home: &'a RecordId) -> Option<&'a RecordId> {
    let inside = |name: &str| {
        let at = format!(" {folded} ");
        !name.is_empty() && at.contains(&format!(" {name} "))
    };
    let mut found: Vec<(usize, &RecordId)> = Vec::new();
    for (id, organization) in ledger.organizations() {
        let name = spoken(organization.name.as_deref().unwrap_or_default());
        let bare = ["chi bo ", "dang bo ", "dang uy "].iter().find_map(|kind| name.strip_prefix(kind));
        let bare = bare.filter(|bare| bare.contains(' '));
        if inside(&name) || bare.is_some_and(inside) {
            found.push((name.len(), id));
        }
    }
    let longest = found.iter().map(|(length, _)| *length).max();
    let mut best = found.iter().filter(|(length, _)| Some(*length) == longest);
    match (best.next(), best.next()) {
        (Some((_, only)), None) => Some(only),
        (None, _) if !names_another(text) => Some(home),
        _ => None,
    }
}

/// Whether a text names a cell, a place or a committee: a word of that kind before a capital.
fn names_another(text: &str) -> bool {
    let kinds =
        ["bo", "xa", "huyen", "tinh", "thon", "ban", "xom", "phuong", "buon", "ap", "uy", "khu", "pho", "truong"];
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let [kind, name] = pair else { return false };
        let closed = kind.ends_with([',', '.', ';', ':', ')']);
        let capital = name.chars().next().is_some_and(|first| first.is_uppercase() || first.is_ascii_digit());
        let number = name.chars().all(|c| c.is_ascii_digit()) && fold(kind) != "thon";
        kinds.contains(&fold(kind).as_str()) && !closed && capital && !number
    })
}

/// The only period that a line speaks of; without one the year of the day. `None` where there are several.
fn period(words: &[&str], as_of: Day) -> Option<Period> {
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<i32>().ok());
    let year = |at: usize| number(at).filter(|year| (1990..=2100).contains(year));
    let is = |at: usize, wanted: &str| words.get(at) == Some(&wanted);
    // `tháng 10/2026`, `quý III năm 2026`, `6 tháng đầu năm`.
    let of_year = |at: usize| year(at).or_else(|| year(at + 1).filter(|_| is(at, "nam"))).unwrap_or(as_of.year());
    let months = |year: i32, first: u8, last: u8| {
        let begin = Day::new(year, first, 1)?;
        Period::new(begin, begin.plus_months(i32::from(last) - i32::from(first) + 1)?.plus_days(-1)?)
    };
    let mut found: Vec<Period> = Vec::new();
    let mut used: Vec<usize> = Vec::new();
    for at in 0..words.len() {
        let span = if is(at, "nhiem") && is(at + 1, "ky") && year(at + 2).is_some() && year(at + 3).is_some() {
            used.extend([at + 2, at + 3]);
            year(at + 2)
                .zip(year(at + 3))
                .and_then(|(from, to)| Period::new(Day::new(from, 1, 1)?, Day::new(to, 12, 31)?))
        } else if is(at, "thang") && is(at + 1, "dau") && is(at + 2, "nam") {
            let last = at.checked_sub(1).and_then(number).and_then(|months| u8::try_from(months).ok());
            used.push(at + 3);
            last.filter(|last| (1..=12).contains(last)).and_then(|last| months(of_year(at + 3), 1, last))
        } else if is(at, "thang") && at.checked_sub(1).is_none_or(|before| number(before).is_none()) {
            used.extend([at + 2, at + 3]);
            let month =
                number(at + 1).and_then(|month| u8::try_from(month).ok()).filter(|month| (1..=12).contains(month));
            month.and_then(|month| months(of_year(at + 2), month, month))
        } else if is(at, "quy") {
            used.extend([at + 2, at + 3]);
            let quarters = [["i", "1"], ["ii", "2"], ["iii", "3"], ["iv", "4"]];
            let place = quarters.iter().position(|names| words.get(at + 1).is_some_and(|word| names.contains(word)));
            let first = place.and_then(|place| u8::try_from(3 * place + 1).ok());
            first.and_then(|first| months(of_year(at + 2), first, first + 2))
        } else if is(at, "tu") && is(at + 1, "nam") {
            used.push(at + 2);
            year(at + 2).and_then(|from| Period::new(Day::new(from, 1, 1)?, as_of.year_end()))
        } else if is(at, "nam") && !used.contains(&(at + 1)) {
            year(at + 1).and_then(|year| months(year, 1, 12))
        } else {
            None
        };
        found.extend(span.filter(|span| !found.contains(span)));
    }
    match found.as_slice() {
        [] => Period::new(as_of.year_start(), as_of.year_end()),
        [only] => Some(*only),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_that_lines_speak_of() {
        let as_of = Day::new(2026, 11, 29).unwrap_or(Day::LAST);
        for (text, wanted) in [
            ("Kết nạp 3 đảng viên", Some("2026-01-01 2026-12-31")),
            ("Từ đầu năm đến nay kết nạp 3", Some("2026-01-01 2026-12-31")),
            ("Năm 2025 kết nạp 3", Some("2025-01-01 2025-12-31")),
            ("Tháng 10/2026 kết nạp 3", Some("2026-10-01 2026-10-31")),
            ("tháng 10 năm 2025", Some("2025-10-01 2025-10-31")),
            ("Quý III/2026", Some("2026-07-01 2026-09-30")),
            ("6 tháng đầu năm 2026", Some("2026-01-01 2026-06-30")),
            ("9 tháng đầu năm", Some("2026-01-01 2026-09-30")),
            ("Nhiệm kỳ 2020-2025 kết nạp 30", Some("2020-01-01 2025-12-31")),
            ("Từ năm 2024 đến nay", Some("2024-01-01 2026-12-31")),
            ("Năm 2025 kết nạp 3, năm 2026 kết nạp 4", None),
        ] {
            let folded = spoken(text);
            let words: Vec<&str> = folded.split(' ').collect();
            let found = period(&words, as_of).map(|period| format!("{} {}", period.first().iso(), period.last().iso()));
            assert_eq!(found.as_deref(), wanted, "{text}");
        }
    }
}
