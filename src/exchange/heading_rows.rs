//! Where the headings of a table stand, in one row or two, and which list they make it. What each heading means is in
//! `headings`, the rows below in `tables`.

use super::headings::{Dictionary, Meaning, REGISTER, plain, whole};
use super::lists::{Column, List, SheetLine};
use super::mapping::Mapping;
use crate::domain::schema::field::Field;
use crate::domain::value::letters::fold;

/// How many lines are searched for headings: titles may stand above.
pub(super) const TITLE_LINES: usize = 30;
/// Minimum number of known headings in a line of headings.
pub(super) const LEAST: usize = 2;

/// Headings, and what they mean in one list.
#[derive(Debug)]
pub(super) struct Headings {
    /// The list.
    pub(super) list: List,
    /// Index of their line, and of the line after them.
    pub(super) lines: (usize, usize),
    /// All headings as they are written, with their columns.
    pub(super) written: Vec<(usize, String)>,
    /// What each column holds, with its index.
    pub(super) meanings: Vec<(usize, Meaning)>,
    /// Columns with a heading that is not understood.
    pub(super) unknown: Vec<(usize, String)>,
    /// What the title says of all rows.
    pub(super) given: Vec<(Field, String)>,
}

impl Headings {
    /// Number of fields that are known.
    fn known(&self) -> usize {
        self.meanings.iter().filter(|(_, meaning)| *meaning != Meaning::Beside).count()
    }

    fn has(&self, field: Field) -> bool {
        self.meanings.iter().any(|(_, meaning)| *meaning == Meaning::Field(field))
    }

    pub(super) fn lacks(&self) -> Vec<&'static str> {
        let given = |field: Field| self.given.iter().any(|(known, _)| *known == field);
        let lacking = |column: &Column| column.needed && !self.has(column.field) && !given(column.field);
        self.list.columns().into_iter().filter(lacking).map(|column| column.heading).collect()
    }
}

/// What the lines above a list of targets or results say of all its rows: “CHỈ TIÊU KẾT NẠP ĐẢNG VIÊN NĂM 2026” is what is counted,
/// and the year.
fn given(list: List, above: &[SheetLine]) -> Vec<(Field, String)> {
    let [indicator, from, to] = match list {
        List::Targets => [Field::TargetIndicator, Field::TargetFrom, Field::TargetTo],
        List::Results => [Field::TotalIndicator, Field::TotalFrom, Field::TotalTo],
        _ => return Vec::new(),
    };
    let title = above.iter().flat_map(|line| &line.cells).map(|cell| fold(cell)).collect::<Vec<_>>().join(" ");
    let years: Vec<&str> = title.match_indices("nam ").filter_map(|(at, _)| title.get(at + 4..at + 8)).collect();
    let mut years = years.into_iter().filter(|year| year.starts_with("20") && year.bytes().all(|c| c.is_ascii_digit()));
    let (Some(year), None) = (years.next(), years.next()) else { return Vec::new() };
    // Part of a year is another period.
    let whole = !["quy ", "thang ", "6 thang", "9 thang", "nhiem ky"].iter().any(|part| title.contains(part));
    if !title.contains("ket nap") || !whole {
        return Vec::new();
    }
    vec![(indicator, "admissions".to_owned()), (from, format!("{year}-01-01")), (to, format!("{year}-12-31"))]
}

/// The headings of the first table.
pub(super) fn find(lines: &[SheetLine], within: usize, mapping: &Mapping) -> Option<Headings> {
    let mut best: Option<Headings> = None;
    for (place, line) in lines.iter().enumerate().take(within) {
        if line.is_empty() {
            continue;
        }
        // One cell alone above the headings is a title.
        let alone = line.cells.iter().filter(|cell| !cell.trim().is_empty()).count() < 2;
        let follows = |below: &&SheetLine| !alone && below.number == line.number + 1 && could_be_headings(below);
        let two = lines.get(place + 1).filter(follows);
        let ways = [Some(one_row(line)), two.map(|below| two_rows(line, below))];
        for (height, names) in ways.into_iter().enumerate() {
            let Some(names) = names else { continue };
            let register = is_register(lines.get(..place).unwrap_or_default(), &names);
            for list in List::ALL {
                // Both are lists of people: only one of them can be meant.
                if register && list == List::Candidates || !register && list == List::Members {
                    continue;
                }
                let mut found = meanings(list, (place, place + 1 + height), &names, mapping);
                found.given = given(list, lines.get(..place).unwrap_or_default());
                let known = found.known();
                // A list of names alone has a single heading.
                let alone = known == 1 && names.len() == 1 && found.lacks().is_empty();
                if (known >= LEAST || alone) && best.as_ref().is_none_or(|best| known > best.known()) {
                    best = Some(found);
                }
            }
        }
    }
    best
}

/// Whether a list of people is one of members and not of candidates: it has a column that only a register has, or says so
/// above.
fn is_register(above: &[SheetLine], names: &[Named]) -> bool {
    let told = |line: &SheetLine| {
        let words = line.cells.iter().map(|cell| fold(cell)).collect::<Vec<_>>().join(" ");
        let members = ["danh sach dang vien", "so danh sach dang vien", "danh sach trich ngang dang vien"];
        let others = ["du bi", "ket nap", "moi", "chuyen chinh thuc", "gioi thieu", "quan chung"];
        members.iter().any(|title| words.contains(title)) && !others.iter().any(|word| words.contains(word))
    };
    let own = |(_, ways, _): &Named| ways.iter().any(|way| REGISTER.contains(&way.as_str()));
    names.iter().any(own) || above.iter().any(told)
}

/// A heading: its column, the ways to understand it, the first that is known counts, and how it is written.
type Named = (usize, Vec<String>, String);

pub(super) fn one_row(line: &SheetLine) -> Vec<Named> {
    let cells = line.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
    cells.map(|(column, cell)| (column, vec![plain(cell), whole(cell)], one_line(cell))).collect()
}

/// A heading in one line: offices break them.
fn one_line(heading: &str) -> String {
    heading.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Headings in two rows: what stands above several columns belongs to each of them.
fn two_rows(above: &SheetLine, below: &SheetLine) -> Vec<Named> {
    let mut over = "";
    let mut named = Vec::new();
    for column in 0..above.cells.len().max(below.cells.len()) {
        let cell = |line: &SheetLine| line.cells.get(column).map_or("", |cell| cell.trim()).to_owned();
        let (top, under) = (above.cells.get(column).map_or("", |cell| cell.trim()), cell(below));
        if !top.is_empty() {
            over = top;
        }
        match (top.is_empty(), under.is_empty()) {
            (true, true) => over = "",
            (false, true) => named.push((column, vec![plain(top), whole(top)], one_line(top))),
            _ => {
                let both = format!("{over} {under}");
                let ways = vec![plain(&format!("{} {}", plain(over), plain(&under))), whole(&both), plain(&under)];
                named.push((column, ways, one_line(&both)));
            }
        }
    }
    named
}

/// Whether a line could be the second row of headings: words only.
fn could_be_headings(line: &SheetLine) -> bool {
    let mut cells = line.cells.iter().filter(|cell| !cell.trim().is_empty()).peekable();
    cells.peek().is_some()
        && cells.all(|cell| !cell.chars().any(|c| c.is_ascii_digit()) && cell.chars().any(char::is_alphabetic))
}

pub(super) fn meanings(list: List, lines: (usize, usize), names: &[Named], mapping: &Mapping) -> Headings {
    let dictionary = Dictionary::of(list);
    let written = names.iter().map(|(column, _, written)| (*column, written.clone())).collect();
    let mut headings = Headings { list, lines, written, meanings: Vec::new(), unknown: Vec::new(), given: Vec::new() };
    for (place, (column, ways, written)) in names.iter().enumerate() {
        let sexes =
            (ways.first().map(String::as_str), names.get(place + 1), place.checked_sub(1).and_then(|at| names.get(at)));
        let said = mapping.meaning(list, written).or_else(|| sex(list, sexes));
        let found = said.or_else(|| ways.iter().find_map(|way| dictionary.meaning(way)));
        match found {
            Some(Meaning::Field(field)) if headings.has(field) => headings.unknown.push((*column, written.clone())),
            Some(meaning) => headings.meanings.push((*column, meaning)),
            None => headings.unknown.push((*column, written.clone())),
        }
    }
    headings
}

/// Columns “Nam” and “Nữ” beside each other, alone or below “Giới tính” or “Ngày sinh”. Without the other one, “nam” may be a
/// year.
fn sex(list: List, (name, next, before): (Option<&str>, Option<&Named>, Option<&Named>)) -> Option<Meaning> {
    if list != List::Candidates {
        return None;
    }
    let ends = |name: &str, word: &str| {
        let rest = name.strip_suffix(word).map(str::trim);
        rest.is_some_and(|rest| matches!(rest, "" | "ngay sinh" | "nam sinh" | "gioi tinh" | "sinh ngay" | "trong do"))
    };
    let is = |named: Option<&Named>, word: &str| {
        named.and_then(|(_, ways, _)| ways.first()).is_some_and(|name| ends(name, word))
    };
    match name? {
        name if ends(name, "nam") && name != "nam sinh" && is(next, "nu") => Some(Meaning::Men),
        name if ends(name, "nu") && (is(before, "nam") || name != "nu" || next.is_some()) => Some(Meaning::Women),
        _ => None,
    }
}
