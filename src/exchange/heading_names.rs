//! Headings as they stand over each other: what belongs to one column in one row of headings or several, and columns that only
//! mean something beside each other, as “Nam | Nữ” and “Ngày | Tháng | Năm”. What a heading means by itself is in `headings`.

use std::collections::HashMap;

use super::headings::{Dictionary, Meaning, PartOf, plain, whole};
use super::lists::{List, SheetLine};
use crate::domain::schema::field::Kind;
use crate::domain::value::day::Day;

/// How many rows the headings of a table may have.
pub(super) const MOST_ROWS: usize = 4;

/// A heading.
#[derive(Debug)]
pub(super) struct Named {
    /// Its column, from 0.
    pub(super) column: usize,
    /// The ways to understand it; the first that is known counts.
    pub(super) ways: Vec<String>,
    /// As it is written, with what stands over it, in one line.
    pub(super) written: String,
    /// The same with its lines.
    pub(super) lines: String,
    /// Its own words alone, [`plain`].
    pub(super) own: String,
    /// What stands over it, [`plain`].
    over: String,
}

impl Named {
    /// A heading of one way to understand it.
    pub(super) fn simple(column: usize, way: &str) -> Named {
        let way = way.to_owned();
        let (written, lines, own) = (way.clone(), way.clone(), way.clone());
        Named { column, ways: vec![way], written, lines, own, over: String::new() }
    }
}

/// The headings in these rows: what stands over several columns belongs to each of them.
pub(super) fn named(rows: &[SheetLine]) -> Vec<Named> {
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let cell = |row: usize, column: usize| {
        rows.get(row).and_then(|line| line.cells.get(column)).map_or("", |cell| cell.trim())
    };
    // The text in force in each row, until another stands there or in a row above it.
    let mut in_force = vec![""; rows.len()];
    let mut names = Vec::new();
    for column in 0..columns {
        let Some(last) = (0..rows.len()).rev().find(|row| !cell(*row, column).is_empty()) else {
            in_force.fill("");
            continue;
        };
        if let Some(first) = (0..rows.len()).find(|row| !cell(*row, column).is_empty()) {
            in_force.iter_mut().skip(first).for_each(|text| *text = "");
        }
        for (row, text) in in_force.iter_mut().enumerate() {
            if !cell(row, column).is_empty() {
                *text = cell(row, column);
            }
        }
        let path: Vec<&str> = in_force.iter().take(last + 1).copied().filter(|text| !text.is_empty()).collect();
        names.extend(name(column, &path));
    }
    names
}

/// The heading of a column, from the texts that stand over each other there.
fn name(column: usize, path: &[&str]) -> Option<Named> {
    let (own, over) = path.split_last()?;
    let joined = |path: &[&str]| plain(&path.iter().map(|text| plain(text)).collect::<Vec<_>>().join(" "));
    let written = path.join(" ");
    let mut ways = vec![joined(path), whole(&written)];
    ways.extend((1..path.len()).map(|from| joined(path.get(from..).unwrap_or_default())));
    // What stands in the middle may only say how the columns are grouped.
    if let (Some(first), true) = (path.first(), path.len() > 2) {
        ways.push(joined(&[first, own]));
    }
    // “Ngày kết nạp” over “Dự kiến | Thực tế”.
    if ["thuc te", "da thuc hien"].contains(&plain(own).as_str()) && !over.is_empty() {
        ways.push(joined(over));
    }
    let lines = written.clone();
    let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Named { column, ways, written, lines, own: plain(own), over: joined(over) })
}

/// Whether a line is certainly one of the headings that begin in the line above: cells of theirs reach down to it.
pub(super) fn is_below(headings: &SheetLine, line: &SheetLine) -> bool {
    let cell = |column: usize| headings.cells.get(column).map_or("", |cell| cell.trim());
    let reaches = |(column, text): &(usize, String)| !text.trim().is_empty() && cell(*column) == text.trim();
    line.from_above.iter().any(reaches)
}

/// Whether a line has nothing but words, with a number perhaps, below headings that stand over several columns: “ĐV thứ 1 | ĐV thứ 2”.
pub(super) fn divides(headings: &SheetLine, line: &SheetLine) -> bool {
    let empty = |column: usize| headings.cells.get(column).is_none_or(|cell| cell.trim().is_empty());
    let is_year = |cell: &str| cell.len() == 4 && cell.starts_with("20") && cell.bytes().all(|b| b.is_ascii_digit());
    let words =
        |cell: &str| cell.chars().filter(char::is_ascii_digit).count() < 2 && cell.chars().any(char::is_alphabetic);
    let filled: Vec<(usize, &str)> = line.filled_cells().collect();
    // Each stands beside a heading or below one that has none to its right.
    let below = |column: usize| empty(column) || empty(column + 1) && column + 1 < headings.cells.len();
    filled.len() > 1 && filled.iter().all(|(column, cell)| below(*column) && (words(cell) || is_year(cell)))
}

/// Whether a line could be a further row of headings: words only.
pub(super) fn could_be_below(line: &SheetLine) -> bool {
    let mut cells = line.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).peekable();
    // “31/12/2024 | 31/12/2025” below “Số đảng viên”.
    let is_day = |cell: &str| Day::parse(cell).is_ok();
    if cells.clone().count() > 1 && cells.clone().all(is_day) {
        return true;
    }
    cells.peek().is_some()
        && cells.all(|cell| !cell.chars().any(|c| c.is_ascii_digit()) && cell.chars().any(char::is_alphabetic))
}

/// Days that stand in three columns, “Ngày | Tháng | Năm” below a heading or “Ngày sinh | Tháng sinh | Năm sinh”: the meaning of
/// each of the three, by their places among the headings.
pub(super) fn day_parts(names: &[Named], dictionary: &Dictionary) -> HashMap<usize, Meaning> {
    let mut parts = HashMap::new();
    for (place, three) in names.windows(3).enumerate() {
        let [day, month, year] = three else { continue };
        let begins = |name: &Named, word: &str| name.own.split(' ').next() == Some(word);
        let beside = day.column + 1 == month.column && month.column + 1 == year.column;
        let same = day.over == month.over && month.over == year.over;
        if !beside || !same || !begins(day, "ngay") || !begins(month, "thang") || !begins(year, "nam") {
            continue;
        }
        let meant = if day.own == "ngay" { dictionary.meaning(&day.over) } else { None };
        let meant = meant.or_else(|| day.ways.iter().find_map(|way| dictionary.meaning(way)));
        let Some(Meaning::Field(field)) = meant else { continue };
        if matches!(field.spec().kind, Kind::Day { .. } | Kind::When) {
            let three = [PartOf::First, PartOf::Later, PartOf::Later];
            parts.extend((place..).zip(three.map(|part| Meaning::Part(field, part))));
        }
    }
    parts
}

/// Kinds of places, as they stand below “Quê quán” and “Nơi ở”.
const PLACES: [&str; 14] = [
    "thon",
    "ban",
    "thon ban",
    "xom",
    "to",
    "so nha",
    "xa",
    "phuong",
    "xa phuong",
    "huyen",
    "quan huyen",
    "tinh",
    "thanh pho",
    "tinh thanh pho",
];

/// Addresses that stand in several columns, “Thôn | Xã | Tỉnh” below one heading: the meaning of each, by their places among the headings.
pub(super) fn place_parts(names: &[Named], dictionary: &Dictionary) -> HashMap<usize, Meaning> {
    let mut parts = HashMap::new();
    let of = |name: &Named| match dictionary.meaning(&name.over) {
        Some(Meaning::Field(field)) if PLACES.contains(&name.own.as_str()) => {
            Some(field).filter(|field| matches!(field.spec().kind, Kind::Line { .. }))
        }
        _ => None,
    };
    for (place, pair) in names.windows(2).enumerate() {
        let [one, other] = pair else { continue };
        if let Some(field) = of(one).filter(|field| of(other) == Some(*field) && one.over == other.over) {
            parts.entry(place).or_insert(Meaning::Part(field, PartOf::First));
            parts.insert(place + 1, Meaning::Part(field, PartOf::Later));
        }
    }
    parts
}

/// Columns “Nam” and “Nữ” beside each other, alone or below “Giới tính” or “Ngày sinh”. Without the other one, “nam” may be a
/// year.
pub(super) fn sex(list: List, names: &[Named], place: usize) -> Option<Meaning> {
    if list != List::Candidates {
        return None;
    }
    let ends = |name: &str, word: &str| {
        let said = ["ngay", "nam", "sinh", "gioi", "tinh", "trong", "do"];
        name.strip_suffix(word).is_some_and(|over| {
            over.trim() != "nam" && over.split(' ').all(|word| word.is_empty() || said.contains(&word))
        })
    };
    // Below whatever heading, both beside each other say it.
    let pair = |man: usize| match (names.get(man), names.get(man + 1)) {
        (Some(man), Some(woman)) => man.own == "nam" && woman.own == "nu" && man.over == woman.over,
        _ => false,
    };
    if pair(place) {
        return Some(Meaning::Men);
    }
    if place.checked_sub(1).is_some_and(pair) {
        return Some(Meaning::Women);
    }
    let joined = |place: usize| names.get(place).and_then(|name| name.ways.first()).map(String::as_str);
    let is = |place: Option<usize>, word: &str| place.and_then(joined).is_some_and(|name| ends(name, word));
    let (before, next) = (place.checked_sub(1), Some(place + 1));
    match joined(place)? {
        name if ends(name, "nam") && name != "nam sinh" && is(next, "nu") => Some(Meaning::Men),
        name if ends(name, "nu") && (is(before, "nam") || name != "nu" || place + 1 < names.len()) => {
            Some(Meaning::Women)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<SheetLine> {
        let cells = |line: &str| line.split(';').map(str::to_owned).collect();
        text.lines().map(|line| SheetLine { cells: cells(line), ..SheetLine::default() }).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let names: Vec<String> =
            named(&rows(text)).iter().map(|name| format!("{} {}", name.column, name.written)).collect();
        assert_eq!(names, expected, "{text}");
    }

    #[test]
    fn what_stands_over_several_columns_belongs_to_each() {
        check("TT;Họ tên;Sinh;\n;;Nam;Nữ", &["0 TT", "1 Họ tên", "2 Sinh Nam", "3 Sinh Nữ"]);
        check("TT;A;;;;B\n;C;;D;;\n;e;f;g;h;", &["0 TT", "1 A C e", "2 A C f", "3 A D g", "4 A D h", "5 B"]);
        check("A;;B\n;;c", &["0 A", "2 B c"]);
        check("A;B;\n;;\nx;y;z", &["0 A x", "1 B y", "2 B z"]);
    }

    #[test]
    fn days_may_stand_in_three_columns() {
        let parts = |text: &str| {
            let mut found: Vec<usize> =
                day_parts(&named(&rows(text)), Dictionary::of(List::Candidates)).into_keys().collect();
            found.sort_unstable();
            found
        };
        assert_eq!(parts("TT;Họ tên;Ngày, tháng, năm sinh;;\n;;Ngày;Tháng;Năm"), [2, 3, 4]);
        assert_eq!(parts("Họ tên;Ngày sinh;Tháng sinh;Năm sinh"), [1, 2, 3]);
        assert_eq!(parts("Họ tên;Ngày;Tháng;Năm"), Vec::<usize>::new());
        assert_eq!(parts("Họ tên;Ngày sinh;Nam;Nữ"), Vec::<usize>::new());
    }
}
