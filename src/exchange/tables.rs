//! Tables in office spreadsheets: finds the headings, in one row or two, and reads the rows below as people read them: titles
//! above, running numbers, names of cells between the people, sums and signatures below. What a heading means is in
//! `headings`.

use super::headings::{Dictionary, Meaning, plain, whole};
use super::lines::{LineKind, said};
use super::lists::{Cell, List, NoList, Row, SheetLine, Worksheet};
use crate::domain::schema::field::Field;

/// How many lines are searched for headings: titles may stand above.
const TITLE_LINES: usize = 30;
/// Minimum number of known headings in a line of headings.
const LEAST: usize = 2;
/// Columns that a sheet may have: as many as those of Excel. A line of a text may have millions.
pub const MOST_COLUMNS: usize = 16_384;

/// Headings, and what they mean in one list.
#[derive(Debug)]
struct Headings {
    list: List,
    /// Index of their line, and of the line after them.
    lines: (usize, usize),
    /// What each column holds, with its index.
    meanings: Vec<(usize, Meaning)>,
    /// Columns with a heading that is not understood.
    unknown: Vec<(usize, String)>,
}

impl Headings {
    /// Number of fields that are known.
    fn known(&self) -> usize {
        self.meanings.iter().filter(|(_, meaning)| *meaning != Meaning::Beside).count()
    }

    fn has(&self, field: Field) -> bool {
        self.meanings.iter().any(|(_, meaning)| *meaning == Meaning::Field(field))
    }

    fn lacks(&self) -> Vec<&'static str> {
        let columns = self.list.columns().into_iter().filter(|column| column.needed && !self.has(column.field));
        columns.map(|column| column.heading).collect()
    }
}

/// Finds the tables of a sheet and reads their rows.
///
/// # Errors
/// If no list matches, or a required column is missing.
pub fn read(lines: &[SheetLine]) -> Result<Vec<Worksheet>, NoList> {
    let (mut sheets, mut rest, mut within) = (Vec::new(), lines, TITLE_LINES);
    while let Some(headings) = find(rest, within) {
        let line = rest.get(headings.lines.0).map_or(0, |line| line.number);
        let missing = headings.lacks();
        if !missing.is_empty() {
            return Err(NoList::Missing { list: headings.list, line, headings: missing });
        }
        // Another table below begins with headings of its own.
        let below = rest.get(headings.lines.1..).unwrap_or_default();
        let next = below.iter().position(|line| repeats(line, &headings)).map(|place| headings.lines.1 + place);
        sheets.push(rows(rest.get(..next.unwrap_or(rest.len())).unwrap_or_default(), &headings));
        let Some(next) = next else { break };
        (rest, within) = (rest.get(next..).unwrap_or_default(), 1);
    }
    if sheets.is_empty() { Err(NoList::Unknown) } else { Ok(sheets) }
}

/// The headings of the first table.
fn find(lines: &[SheetLine], within: usize) -> Option<Headings> {
    let mut best: Option<Headings> = None;
    for (place, line) in lines.iter().enumerate().take(within) {
        if line.is_empty() {
            continue;
        }
        let two = lines.get(place + 1).filter(|below| could_be_headings(below));
        let ways = [Some(one_row(line)), two.map(|below| two_rows(line, below))];
        for (height, names) in ways.into_iter().enumerate() {
            let Some(names) = names else { continue };
            for list in List::ALL {
                let found = meanings(list, (place, place + 1 + height), &names);
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

/// A heading: its column, the ways to understand it, the first that is known counts, and how it is written.
type Named = (usize, Vec<String>, String);

fn one_row(line: &SheetLine) -> Vec<Named> {
    let cells = line.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
    cells.map(|(column, cell)| (column, vec![plain(cell), whole(cell)], cell.trim().to_owned())).collect()
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
            (false, true) => named.push((column, vec![plain(top), whole(top)], top.to_owned())),
            _ => {
                let both = format!("{over} {under}");
                let ways = vec![plain(&format!("{} {}", plain(over), plain(&under))), whole(&both), plain(&under)];
                named.push((column, ways, both.trim().to_owned()));
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

fn meanings(list: List, lines: (usize, usize), names: &[Named]) -> Headings {
    let dictionary = Dictionary::of(list);
    let mut headings = Headings { list, lines, meanings: Vec::new(), unknown: Vec::new() };
    for (place, (column, ways, written)) in names.iter().enumerate() {
        let sexes =
            (ways.first().map(String::as_str), names.get(place + 1), place.checked_sub(1).and_then(|at| names.get(at)));
        let found = sex(list, sexes).or_else(|| ways.iter().find_map(|way| dictionary.meaning(way)));
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

/// Whether a line below the headings is the first one of another table.
fn repeats(line: &SheetLine, headings: &Headings) -> bool {
    let known = |(column, meaning): &&(usize, Meaning)| {
        let cell = line.cells.get(*column).map_or("", |cell| cell.trim());
        !cell.is_empty() && Dictionary::of(headings.list).meaning(&plain(cell)) == Some(*meaning)
    };
    let needed = headings.meanings.iter().find(|(_, meaning)| matches!(meaning, Meaning::Field(_)));
    needed.as_ref().is_some_and(known) && headings.meanings.iter().filter(known).count() >= LEAST
}

/// Reads the rows below the headings.
fn rows(lines: &[SheetLine], headings: &Headings) -> Worksheet {
    let first = headings.lines.1;
    let names = name_columns(lines.get(first..).unwrap_or_default(), headings);
    let (mut rows, mut beyond) = (Vec::new(), Vec::new());
    let last = headings.meanings.iter().map(|(column, _)| *column);
    let last = last.chain(headings.unknown.iter().map(|(column, _)| *column)).chain(names.iter().copied()).max();
    let last = last.map_or(0, |last| last + 1);
    let mut cell_of_all: Option<Cell> = None;
    for line in lines.iter().skip(first) {
        match said(line, headings.list, &names, rows.is_empty()) {
            LineKind::Nothing => continue,
            LineKind::End => break,
            LineKind::Group(cell) => cell_of_all = cell,
            LineKind::Record => {
                let mut row = row(line, headings, &names);
                let field = Field::CandidateCell;
                if row.cell(field).is_none() && headings.list == List::Candidates {
                    row.cells.extend(cell_of_all.clone());
                }
                if !row.cells.is_empty() {
                    rows.push(row);
                }
            }
        }
        if let Some(behind) = line.cells.iter().skip(last).position(|cell| !cell.trim().is_empty()) {
            beyond.push((line.number, last + behind + 1));
        }
    }
    let filled = |column: usize| {
        let below = lines.iter().skip(first);
        below.filter_map(|line| line.cells.get(column)).any(|cell| !cell.trim().is_empty())
    };
    let unknown = headings.unknown.iter().filter(|(column, _)| filled(*column));
    let columns = headings.meanings.iter().filter_map(|(column, meaning)| match meaning {
        Meaning::Field(field) => Some((column + 1, *field)),
        Meaning::Men => Some((column + 1, Field::SexOfCandidate)),
        _ => None,
    });
    Worksheet {
        list: headings.list,
        headings: lines.get(headings.lines.0).map_or(0, |line| line.number),
        columns: columns.collect(),
        ignored: unknown.map(|(column, written)| (column + 1, written.clone())).collect(),
        rows,
        beyond,
    }
}

/// The columns that a name stands in: its own; the one before with the family name; the one behind without a heading,
/// as where “Họ và tên” stands over two columns.
fn name_columns(lines: &[SheetLine], headings: &Headings) -> Vec<usize> {
    let title = Field::title(headings.list.kind());
    let Some((name, _)) = headings.meanings.iter().find(|(_, meaning)| *meaning == Meaning::Field(title)) else {
        return Vec::new();
    };
    if headings.list != List::Candidates {
        return vec![*name];
    }
    let family =
        headings.meanings.iter().find(|(_, meaning)| *meaning == Meaning::FamilyName).map(|(column, _)| *column);
    let free = |column: &usize| {
        headings
            .meanings
            .iter()
            .map(|(known, _)| known)
            .chain(headings.unknown.iter().map(|(known, _)| known))
            .all(|known| known != column)
    };
    let word = |line: &&SheetLine| {
        let cell = |column: usize| line.cells.get(column).map_or("", |cell| cell.trim());
        let given = cell(name + 1);
        !cell(*name).is_empty() && !given.is_empty() && given.chars().all(|c| c.is_alphabetic() || c == ' ')
    };
    let filled = |line: &&SheetLine| line.cells.get(*name).is_some_and(|cell| !cell.trim().is_empty());
    let given = Some(name + 1).filter(free).filter(|_| {
        let words = lines.iter().filter(word).count();
        words > 0 && words * 2 > lines.iter().filter(filled).count()
    });
    family.into_iter().chain([*name]).chain(given).collect()
}

fn row(line: &SheetLine, headings: &Headings, names: &[usize]) -> Row {
    let text = |column: usize| line.cells.get(column).map_or("", |cell| cell.trim());
    let mut cells: Vec<Cell> = Vec::new();
    let mut put = |field, column: usize, text: &str| {
        if !text.is_empty() && cells.iter().all(|cell: &Cell| cell.field != field) {
            cells.push(Cell { field, column: column + 1, text: text.to_owned() });
        }
    };
    let mut sexes = headings.meanings.iter().filter(|(_, meaning)| matches!(meaning, Meaning::Men | Meaning::Women));
    let said_of_one = sexes.by_ref().filter(|(column, _)| !text(*column).is_empty()).count() == 1;
    for (column, meaning) in &headings.meanings {
        match meaning {
            Meaning::Field(field) if names.len() > 1 && names.contains(column) => {
                let parts: Vec<&str> =
                    names.iter().map(|column| text(*column)).filter(|part| !part.is_empty()).collect();
                put(*field, *column, &parts.join(" "));
            }
            Meaning::Field(field) => put(*field, *column, text(*column)),
            Meaning::Men | Meaning::Women if said_of_one && !text(*column).is_empty() => {
                let found = text(*column);
                if found.chars().filter(char::is_ascii_digit).count() > 1 {
                    put(Field::Birth, *column, found);
                }
                put(Field::SexOfCandidate, *column, if *meaning == Meaning::Men { "male" } else { "female" });
            }
            _ => {}
        }
    }
    Row { line: line.number, cells }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::lists::SheetLine;

    fn lines(text: &str) -> Vec<SheetLine> {
        let cells = |line: &str| line.split(';').map(str::to_owned).collect();
        text.lines().zip(1..).map(|(line, number)| SheetLine { number, cells: cells(line) }).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let summary = match read(&lines(text)).map(|mut sheets| sheets.remove(0)) {
            Ok(sheet) => {
                let columns: Vec<&str> = sheet.columns.iter().map(|(_, field)| field.spec().key).collect();
                let ignored: Vec<&str> = sheet.ignored.iter().map(|(_, heading)| heading.as_str()).collect();
                let rows: Vec<u64> = sheet.rows.iter().map(|row| row.line).collect();
                format!("{:?}@{} {} !{} {rows:?}", sheet.list, sheet.headings, columns.join(","), ignored.join(","))
            }
            Err(NoList::Unknown) => "unknown".to_owned(),
            Err(NoList::Missing { list, line, headings }) => format!("{list:?}@{line} lacks {}", headings.join(",")),
        };
        assert_eq!(summary, expected, "{text}");
    }

    #[test]
    fn a_list_is_told_by_its_headings_in_any_order_and_spelling() {
        check("Tổ chức;Trực thuộc;Loại;Số đảng viên;Tại ngày\nA", "Organizations@1 name,parent,kind,members,day ! [2]");
        check("TRUC THUOC;to chuc\n\n;B", "Organizations@1 parent,name ! [3]");
        check(
            "Mức giao;Chỉ tiêu;Tổ chức;Đến ngày;Từ ngày;Cơ quan giao;Văn bản",
            "Targets@1 bound,indicator,organization,to,from,issuer,document ! []",
        );
        check(
            "Tổ chức;Nội dung;Từ ngày;Đến ngày;Số lượng;Đại học",
            "Results@1 organization,indicator,from,to,count,by_university ! []",
        );
        check("Họ và tên;Ngày sinh (ngày/tháng/năm);Chi bộ", "Candidates@1 name,birth,cell ! []");
        check("Tên thôn, bản;Thuộc địa bàn", "Villages@1 name,committee ! []");
    }

    #[test]
    fn titles_may_stand_above_and_numbers_beside() {
        check("DANH SÁCH\n\nSTT;Họ và tên;Ngày sinh\n1;Lò Văn Mẫu;1/2/1990", "Candidates@3 name,birth ! [4]");
    }

    #[test]
    fn what_is_missing_is_named() {
        check("Tổ chức;Chỉ tiêu;Từ ngày;Đến ngày", "Targets@1 lacks Mức giao");
        check("Ngày sinh;Giới tính;Chi bộ", "Candidates@1 lacks Họ và tên");
        check("Một;Hai\n1;2", "unknown");
        check("", "unknown");
    }

    #[test]
    fn a_heading_that_comes_twice_counts_once() {
        check("Họ và tên;Ngày sinh;Ngày sinh\nA;1/1/1990;2/1/1990", "Candidates@1 name,birth !Ngày sinh [2]");
    }
}
