//! Days in cells as spreadsheets leave them: with a time behind, as a number, the month before the day, as a range. What is done with
//! other texts is in `cells`.

use super::cells::Mended;
use super::lists::Row;
use crate::domain::schema::field::Field;
use crate::domain::value::day::Day;

/// By how many times days that are proven to stand first outnumber the others where those are slips.
const MOST_BY: u32 = 3;

/// How a column writes days with `/` between.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayOrder {
    /// Day first, as everywhere in Viet Nam.
    #[default]
    DayFirst,
    /// Month first: a “day” of the second place is above 12, and none of the first.
    MonthFirst,
    /// Both: a program has taken some of the days for others.
    Both,
}

impl DayOrder {
    /// What the days of a column prove, if they prove anything.
    pub fn proven<'a>(rows: impl Iterator<Item = &'a Row>, field: Field) -> Option<DayOrder> {
        let (mut day_first, mut month_first) = (0, 0);
        for [first, second, _] in rows.filter_map(|row| parts(without_time(row.text(field)?))) {
            day_first += u32::from(first > 12 && first <= 31 && second <= 12);
            month_first += u32::from(second > 12 && second <= 31 && first <= 12);
        }
        Some(match (month_first, day_first) {
            (0, 0) => return None,
            (0, _) => DayOrder::DayFirst,
            (_, 0) => DayOrder::MonthFirst,
            // One wrong day among many says nothing of the others.
            (month, day) if day >= MOST_BY * month => DayOrder::DayFirst,
            _ => DayOrder::Both,
        })
    }
}

/// A mark that something is so, where a day is asked for.
pub(super) fn is_mark(text: &str) -> bool {
    ["x", "v", "✓", "✔", "có"].contains(&text.to_lowercase().as_str())
}

/// The first and last day of `9-13/3/2026`, `từ 11/5 đến 15/5/2026`; the first has the month and the year of the last where it has none.
pub(super) fn range(text: &str) -> Option<[String; 2]> {
    let lower = text.trim().to_lowercase();
    let bare = lower.trim_start_matches("từ").trim_start().trim_start_matches("ngày").trim();
    let (first, last) = ["đến", "–", "-"].iter().find_map(|sign| bare.split_once(sign))?;
    let last = last.trim().trim_start_matches("ngày").trim();
    let first: Vec<&str> = first.trim().split('/').collect();
    let ends: Vec<&str> = last.split('/').collect();
    let [_, month, year] = ends.as_slice() else { return None };
    let whole = match first.as_slice() {
        [day] => [day, *month, *year],
        [day, month] => [day, *month, *year],
        [day, month, year] => [day, *month, *year],
        _ => return None,
    };
    let days = [whole.join("/"), last.to_owned()];
    days.iter().all(|day| Day::parse(day).is_ok()).then_some(days)
}

/// A year, with a month or a quarter perhaps: `1996`, `5/1996`, `T5/1996`, `sinh năm 1996`, `00/00/1996`, `--/3/1996`, `quý II/2026`.
pub(super) fn is_without_day(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let words = ["sinh", "khoảng", "năm", "tháng", "quý", "q", "t"];
    let mut bare = lower.as_str();
    while let Some(rest) = words.iter().find_map(|word| bare.strip_prefix(word)) {
        bare = rest.trim_start_matches([' ', ':', '.']);
    }
    let bare = bare.replace(" năm ", "/").replace(" tháng ", "/");
    let mut parts = bare.split(['/', '-', '.']).map(str::trim).rev();
    let year = |text: &str| text.len() == 4 && text.parse().is_ok_and(|year: u32| (1900..2100).contains(&year));
    // What is not known is left out, or marked.
    let unknown = |text: &str| text.chars().all(|c| matches!(c, '0' | '_' | '…' | '?' | 'x' | ' '));
    let month = |text: &str| text.parse().is_ok_and(|month: u32| (1..=12).contains(&month));
    let quarter = |text: &str| ["i", "ii", "iii", "iv"].contains(&text);
    if !parts.next().is_some_and(year) {
        return false;
    }
    match (parts.next(), parts.next()) {
        (None, _) => true,
        (Some(one), None) => unknown(one) || month(one) || quarter(one),
        (Some(one), Some(day)) => (unknown(one) || month(one)) && unknown(day) && parts.all(unknown),
    }
}

/// Words in brackets that take back what stands before them.
const TAKEN_BACK: [&str; 15] = [
    "dự kiến",
    "hoãn",
    "hủy",
    "huỷ",
    "chưa",
    "không",
    "xin",
    "lùi",
    "kéo dài",
    "tạm",
    "dừng",
    "rút",
    "điều chỉnh",
    "phấn đấu",
    "thay",
];

/// Whether brackets behind a day or a number say that it is not so, or not so any more: `19/5/2026 (hoãn)`, `2 (điều chỉnh còn 1)`.
pub(super) fn is_taken_back(text: &str) -> bool {
    let bracket = text.split_once('(').map_or_else(String::new, |(_, words)| words.to_lowercase());
    TAKEN_BACK.iter().any(|word| bracket.contains(word))
}

/// A day as a form reads it, and what was done to get it.
pub(super) fn day(text: &str, order: DayOrder) -> (String, Option<Mended>) {
    if is_taken_back(text) {
        return (String::new(), Some(Mended::Unread));
    }
    // What stands in brackets behind is about the day.
    let bare = text
        .split_once('(')
        .filter(|(day, _)| day.chars().any(|c| c.is_ascii_digit()))
        .map_or(text, |(day, _)| day.trim());
    let bare = without_time(bare);
    if let Some(day) = serial(bare) {
        return (day.iso(), Some(Mended::As(day.iso())));
    }
    if let Some(read) = short(bare) {
        // In a column with the month first two figures of a year say too little.
        let told = if order == DayOrder::DayFirst { Mended::As(read.clone()) } else { Mended::InDoubt };
        return (read, Some(told));
    }
    let Some([first, second, year]) = parts(bare).filter(|_| order != DayOrder::DayFirst) else {
        return (bare.to_owned(), None);
    };
    let both_ways = first <= 12 && second <= 12 && first != second;
    match order {
        DayOrder::MonthFirst if first <= 12 => {
            let read = format!("{second}/{first}/{year}");
            (read.clone(), both_ways.then_some(Mended::MonthFirst(read)))
        }
        DayOrder::Both if both_ways => (bare.to_owned(), Some(Mended::InDoubt)),
        _ => (bare.to_owned(), None),
    }
}

/// `5/3/96` and `5-Mar-96`, as spreadsheets write days: the year of two figures is of this age up to 30, of the last from 40 on.
fn short(text: &str) -> Option<String> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let mut three = text.trim().split(['/', '-', '.']);
    let (day, month, year) = (three.next()?, three.next()?, three.next()?);
    let named = MONTHS.iter().zip(1..).find(|(name, _)| month.to_lowercase() == **name).map(|(_, number)| number);
    if three.next().is_some() || named.is_none() && year.len() != 2 || day.len() > 2 {
        return None;
    }
    let month: u8 = named.or_else(|| month.parse().ok())?;
    let year: i32 = match (year.len(), year.parse::<i32>().ok()?) {
        (4, year) => year,
        (2, year @ 0..=30) => 2000 + year,
        (2, year @ 40..=99) => 1900 + year,
        _ => return None,
    };
    Day::new(year, month, day.parse().ok()?).map(|day| format!("{}/{}/{}", day.day(), day.month(), day.year()))
}

/// A day without the time that spreadsheets write behind it: `5/3/1996 0:00`, `1996-03-05T00:00:00`.
fn without_time(text: &str) -> &str {
    let Some((day, time)) = text.split_once([' ', 'T']) else { return text };
    let clock = |c: char| c.is_ascii_digit() || ":.ZAPMapm ".contains(c);
    if day.chars().all(|c| c.is_ascii_digit() || "/-.".contains(c)) && time.contains(':') && time.chars().all(clock) {
        day
    } else {
        text
    }
}

/// `05/13/1996` in its three numbers.
fn parts(day: &str) -> Option<[u32; 3]> {
    let mut numbers = day.trim().split('/').map(|part| part.parse::<u32>().ok());
    let found = [numbers.next()??, numbers.next()??, numbers.next()??];
    numbers.next().is_none().then_some(found).filter(|[first, second, _]| *first > 0 && *second > 0)
}

/// The day that a number of days since 30 December 1899 means, as spreadsheets count; of this age and the last only.
fn serial(text: &str) -> Option<Day> {
    const FIRST: i64 = 7_306;
    const LAST: i64 = 60_000;
    /// Days from 30 December 1899 to 1 January 1970.
    const BEFORE_1970: i64 = 25_569;
    let number: i64 = text.strip_suffix(",0").or(text.strip_suffix(".0")).unwrap_or(text).parse().ok()?;
    (text.len() >= 4 && (FIRST..LAST).contains(&number))
        .then(|| Day::from_days_since_1970(number - BEFORE_1970))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_with_short_years_are_read_where_one_is_meant() {
        let read = |text| short(text).unwrap_or_default();
        assert_eq!([read("5/3/96"), read("5-Mar-96"), read("05-Mar-1996")], ["5/3/1996"; 3].map(str::to_owned));
        assert_eq!([read("26/03/11"), read("1/2/35"), read("31/2/96"), read("5/3/1996")], ["26/3/2011", "", "", ""]);
    }

    #[test]
    fn a_year_with_or_without_a_month_is_no_day() {
        let all = [
            "1996",
            "5/1996",
            "tháng 5/1996",
            "T5/1996",
            "tháng 5 năm 1996",
            "sinh năm 1996",
            "Năm 1996",
            "00/00/1996",
            "0/3/1996",
            "--/3/1996",
            "-/-/1996",
            "…/3/1996",
            "__/__/1996",
            "../3/1996",
            "Quý II/2026",
            "Q2/2026",
            "xx/xx/1996",
        ];
        assert_eq!(all.map(is_without_day), [true; 17]);
        let days =
            ["5/3/1996", "1996-03-05", "1/1/1996", "13/1996", "năm", "tháng 5", "", "19960305", "5.3.1996", "1996-00"];
        assert_eq!(days.map(is_without_day), [false; 10]);
    }

    #[test]
    fn ranges_of_days_are_two_days() {
        let days = |text| range(text).map(|days| days.join(" "));
        assert_eq!(days("9-13/3/2026").as_deref(), Some("9/3/2026 13/3/2026"));
        assert_eq!(days("Từ 11/5 đến 15/5/2026").as_deref(), Some("11/5/2026 15/5/2026"));
        assert_eq!(days("28/12/2025 – 3/1/2026").as_deref(), Some("28/12/2025 3/1/2026"));
        assert_eq!([days("9/3/2026"), days("2026-03-09"), days("9-40/3/2026")], [None, None, None]);
    }
}
