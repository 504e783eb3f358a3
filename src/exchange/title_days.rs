//! Days and times that titles name: the day of a count, from when to when a report is. What else a title says is in `title`.

use super::lists::SheetLine;
use super::title::words;
use crate::domain::value::day::Day;

/// From when to when a title says that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Range {
    /// Nothing of this kind.
    Unsaid,
    /// The first and the last day.
    Days(Day, Day),
    /// Something that no two days can be made of: “từ đầu nhiệm kỳ”, “đến năm 2030”.
    Unclear,
}

/// The words without signs between, and the days among them.
fn tokens(words: &str) -> Vec<&str> {
    let signs = |c: char| c.is_whitespace() || "(),;:[]".contains(c);
    words.split(signs).map(|word| word.trim_end_matches('.')).filter(|word| !word.is_empty()).collect()
}

/// A day that begins here, or the first and the last day of a month.
fn day_at(tokens: &[&str]) -> Option<(Day, Day)> {
    let full = |text: &str| Day::parse(&text.replace('-', "/")).ok();
    let number = |token: Option<&&str>| token.and_then(|token| token.parse::<i32>().ok());
    let small = |token: Option<&&str>| number(token).and_then(|number| u8::try_from(number).ok());
    let of_month = |year: i32, month: u8| {
        let first = Day::new(year, month, 1)?;
        Some((first, first.plus_months(1)?.plus_days(-1)?))
    };
    match tokens {
        [day, "thang", month, "nam", year, ..] => {
            let day = Day::new(number(Some(year))?, small(Some(month))?, small(Some(day))?)?;
            Some((day, day))
        }
        ["thang", month, "nam", year, ..] => of_month(number(Some(year))?, small(Some(month))?),
        ["thang", month, ..] if month.contains('/') => {
            let (month, year) = month.split_once('/')?;
            of_month(year.parse().ok()?, month.parse().ok()?)
        }
        [day, ..] if day.split(['/', '-']).count() == 3 => full(day).map(|day| (day, day)),
        _ => None,
    }
}

/// What stands behind words that only lead to a day.
fn behind<'a>(tokens: &'a [&'a str]) -> &'a [&'a str] {
    let leads = |token: &&&str| ["ngay", "het", "cuoi", "den", "khao", "sat", "la", "nay"].contains(*token);
    let count = tokens.iter().take_while(leads).count();
    tokens.get(count..).unwrap_or_default()
}

/// From when to when.
pub(super) fn range(words: &str) -> Range {
    let tokens = tokens(words);
    let at = |place: usize| tokens.get(place..).unwrap_or_default();
    for place in 0..tokens.len() {
        match at(place) {
            ["den", "nam", year, ..] if year.len() == 4 && year.parse::<u32>().is_ok() => return Range::Unclear,
            ["tu", "dau", "nhiem", ..] => return Range::Unclear,
            // “Từ đầu năm 2026 đến nay”.
            ["tu", "dau", "nam", "den", "nay", ..] | ["tu", "dau", "nam", _, "den", "nay", ..] => {
                return Range::Unclear;
            }
            ["tu", ..] => {
                let Some((first, _)) = day_at(behind(at(place + 1))) else { continue };
                let to = (place + 1..tokens.len()).find(|to| tokens.get(*to) == Some(&"den"));
                let last = to.and_then(|to| day_at(behind(at(to + 1))));
                return match last {
                    Some((_, last)) if first <= last => Range::Days(first, last),
                    _ => Range::Unclear,
                };
            }
            _ => {}
        }
    }
    Range::Unsaid
}

/// Words without the days in them that are written out, filled in or not: “Mẫu, ngày 05 tháng 01 năm 2026” is no report of five months.
pub(super) fn undated(words: &str) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    let is = |at: usize, word: &str| {
        all.get(at).is_some_and(|token| token.trim_matches(|c: char| "(),.;:".contains(c)) == word)
    };
    // Numbers, or dots to be filled in.
    let behind = |at: usize| {
        let blank = |token: &&&str| !token.chars().any(char::is_alphabetic);
        at + 1 + all.get(at + 1..).unwrap_or_default().iter().take(2).take_while(blank).count()
    };
    let (mut kept, mut at) = (Vec::new(), 0);
    while let Some(token) = all.get(at) {
        let month = behind(at);
        let year = behind(month);
        // “Ngày, tháng, năm” are the words of a heading.
        if is(at, "ngay") && !token.ends_with(',') && is(month, "thang") && is(year, "nam") {
            let number = all.get(year + 1).is_some_and(|token| token.starts_with(|c: char| !c.is_alphabetic()));
            at = year + 1 + usize::from(number);
        } else {
            kept.push(*token);
            at += 1;
        }
    }
    kept.join(" ")
}

/// The only day that a heading names, and its words without it: “Số đảng viên đến 31/12/2025”, “Số ĐV (31/12/2025)”.
pub(super) fn dated(heading: &str) -> Option<(Day, String)> {
    let folded = words(&[SheetLine { cells: vec![heading.to_owned()], ..SheetLine::default() }]);
    let tokens = tokens(&folded);
    let day = |token: &&str| Day::parse(&token.replace('-', "/")).ok().filter(|_| token.contains(['/', '-']));
    let mut days = tokens.iter().filter_map(day);
    let found = days.next().filter(|_| days.next().is_none())?;
    let leads = ["den", "ngay", "tinh", "tai", "thoi", "diem", "het"];
    let rest = tokens.iter().filter(|token| day(token).is_none() && !leads.contains(token));
    Some((found, rest.copied().collect::<Vec<_>>().join(" ")))
}

/// The day of a count: “(Tính đến ngày 31/10/2026)”, “Thời điểm khảo sát: 15/4/2026”. That of the report itself is none.
pub(super) fn day(above: &[SheetLine]) -> Option<Day> {
    const LEADS: [&[&str]; 8] = [
        &["tinh", "den"],
        &["den", "ngay"],
        &["thoi", "diem"],
        &["ngay", "khao", "sat"],
        &["so", "lieu", "den"],
        &["so", "lieu", "ngay"],
        &["den", "het"],
        &["den"],
    ];
    let of = |cell: &String| {
        let words = words(&[SheetLine { cells: vec![cell.clone()], ..SheetLine::default() }]);
        let tokens = tokens(&words);
        (0..tokens.len()).find_map(|place| {
            let here = tokens.get(place..)?;
            let lead = LEADS.iter().find(|lead| here.starts_with(lead))?;
            day_at(behind(here.get(lead.len()..)?)).map(|(_, last)| last)
        })
    };
    let mut days = above.iter().flat_map(|line| &line.cells).filter_map(of);
    let day = days.next()?;
    days.all(|other| other == day).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_say_from_when_to_when() {
        let check = |title: &str, expected: &str| {
            let title = words(&[SheetLine { cells: vec![title.to_owned()], ..SheetLine::default() }]);
            let said = match range(&title) {
                Range::Unsaid => "-".to_owned(),
                Range::Unclear => "?".to_owned(),
                Range::Days(first, last) => format!("{} {}", first.iso(), last.iso()),
            };
            assert_eq!(said, expected, "{title}");
        };
        check("(Từ ngày 01/01/2025 đến ngày 31/12/2025)", "2025-01-01 2025-12-31");
        check("Năm 2025 (tính từ 01/12/2024 đến 30/11/2025)", "2024-12-01 2025-11-30");
        check("Từ ngày 01 tháng 7 năm 2025 đến ngày 31 tháng 12 năm 2025", "2025-07-01 2025-12-31");
        check("Từ tháng 7/2025 đến hết tháng 6/2026", "2025-07-01 2026-06-30");
        check("Từ 01/01/2025 đến hết ngày 30/9/2025", "2025-01-01 2025-09-30");
        check("Từ đầu nhiệm kỳ đến ngày 30/6/2026", "?");
        check("CHỈ TIÊU KẾT NẠP ĐẾN NĂM 2030", "?");
        check("KẾT QUẢ NĂM 2025 (từ đầu năm đến 31/5/2025)", "-");
        check("KẾT QUẢ TỪ ĐẦU NĂM 2026 ĐẾN NAY", "?");
    }

    #[test]
    fn a_day_written_out_is_no_time_of_a_report() {
        let check = |words: &str, expected: &str| assert_eq!(undated(words), expected, "{words}");
        check("mau son, ngay 05 thang 01 nam 2026", "mau son,");
        check("mau son, ngay … thang … nam 2026 ket qua thang 3", "mau son, ket qua thang 3");
        check("mau, ngay thang nam 2026", "mau,");
        check("(kem theo ke hoach ngay 09 thang 01 nam 2026 cua xa)", "(kem theo ke hoach cua xa)");
        check("ngay, thang, nam sinh", "ngay, thang, nam sinh");
        check("6 thang dau nam 2026", "6 thang dau nam 2026");
    }

    #[test]
    fn the_day_of_a_count_is_not_that_of_the_report() {
        let check = |title: &str, expected: Option<&str>| {
            let found = day(&[SheetLine { cells: vec![title.to_owned()], ..SheetLine::default() }]);
            assert_eq!(found.map(Day::iso).as_deref(), expected, "{title}");
        };
        check("(Kèm theo Báo cáo ngày 05/7/2026; số liệu tính đến ngày 30/6/2026)", Some("2026-06-30"));
        check("Số liệu đến 31/10/2026", Some("2026-10-31"));
        check("Có mặt đến 31-12-2025", Some("2025-12-31"));
        check("Đến hết tháng 6/2026", Some("2026-06-30"));
        check("Thời điểm khảo sát: 15/4/2026", Some("2026-04-15"));
        check("(Tính đến ngày 31 tháng 10 năm 2026)", Some("2026-10-31"));
        check("Báo cáo ngày 05/7/2026", None);
    }
}
