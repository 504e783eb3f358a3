//! Tables in office spreadsheets, their rows read as people read them: titles above, running numbers, names of cells between
//! the people, sums and signatures below. Finding the headings is in `heading_rows`.

use std::collections::BTreeSet;

use super::committees::{Committees, is_committee};
use super::halves::halves;
use super::heading_rows::{Headings, LEAST, TITLE_LINES, are_headings, find};
use super::headings::{Dictionary, Meaning, PartOf, REPORTS, plain};
use super::lines::{LineKind, Table, said};
use super::lists::{Cell, ColumnRead, List, NoList, Row, SheetLine, Worksheet};
use super::mapping::Mapping;
use super::table_columns::{all, guessed, nameless, seen};
use super::table_rows::{as_above, below_committee, name_columns, people, row, told_beside};
use super::{by_row, sideways, turned, wide};
use crate::domain::schema::field::Field;

/// Fields that a line below the signatures has at least, if it is a record.
const FULL: usize = 3;
/// Columns that a sheet may have: as many as those of Excel. A line of a text may have millions.
pub const MOST_COLUMNS: usize = 16_384;

/// Finds the tables of a sheet and reads their rows.
///
/// # Errors
/// If no list matches, or a required column is missing.
pub fn read(lines: &[SheetLine], mapping: &Mapping) -> Result<Vec<Worksheet>, NoList> {
    let report = |cell: &String| REPORTS.contains(&plain(cell).as_str());
    if lines.iter().take(TITLE_LINES).flat_map(|line| &line.cells).any(report) {
        return Err(NoList::Report);
    }
    let parts = halves(lines.get(..TITLE_LINES.min(lines.len())).unwrap_or_default(), lines);
    if parts.is_empty() {
        return read_part(lines, mapping);
    }
    let read = parts.iter().map(|part| read_part(part, mapping)).collect::<Result<Vec<_>, _>>()?;
    Ok(read.into_iter().flatten().collect())
}

/// The tables below each other.
fn read_part(lines: &[SheetLine], mapping: &Mapping) -> Result<Vec<Worksheet>, NoList> {
    // A row for each of what was asked and what was done.
    if let Some(parts) = by_row::split(lines) {
        let read = parts.iter().filter_map(|part| wide::read(part, TITLE_LINES, mapping));
        let sheets: Vec<Worksheet> = read.flat_map(|(sheets, _)| sheets).collect();
        if !sheets.is_empty() {
            return Ok(sheets);
        }
    }
    // A row for each of what is counted.
    if let Some(turned) = turned::turned(lines)
        && let Some((sheets, _)) = wide::read(&turned, TITLE_LINES, mapping)
    {
        return Ok(sheets);
    }
    // A column for each person.
    let upright = sideways::upright(lines);
    let lines = upright.as_deref().unwrap_or(lines);
    let (mut sheets, mut rest, mut within) = (Vec::new(), lines, TITLE_LINES);
    loop {
        if let Some((found, lines)) = wide::read(rest, within, mapping) {
            sheets.extend(found);
            rest = rest.get(lines..).unwrap_or_default();
            // What stands below may be remarks and signatures.
            let below = rest.iter().filter(|line| !line.is_empty()).count();
            if below < LEAST {
                break;
            }
            within = TITLE_LINES.min(rest.len());
            continue;
        }
        let Some(headings) = find(rest, within, mapping) else { break };
        let line = rest.get(headings.lines.0).map_or(0, |line| line.number);
        let missing = headings.lacks();
        if !missing.is_empty() {
            return Err(NoList::Missing { list: headings.list, line, headings: missing });
        }
        // Another table below begins with headings of its own.
        let below = rest.get(headings.lines.1..).unwrap_or_default();
        let first = rest.get(headings.lines.0);
        let begins = |(place, line): (usize, &SheetLine)| {
            let above = below.get(..place).unwrap_or_default();
            // The same headings once more stand on another printed page.
            first.is_none_or(|first| first.cells != line.cells)
                && (repeats(line, &headings) || are_headings(line) || wide::begins(line, above))
        };
        let next = below.iter().enumerate().position(begins).map(|place| headings.lines.1 + place);
        // What stands alone in the lines above them is their title.
        let title = |line: &&SheetLine| line.filled() < LEAST;
        let titles = rest.get(headings.lines.1..next.unwrap_or(rest.len())).unwrap_or_default();
        let titles = titles.iter().rev().take_while(title).count();
        let end = next.map_or(rest.len(), |next| next - titles);
        sheets.push(rows(rest.get(..end).unwrap_or_default(), &headings));
        if next.is_none() {
            break;
        }
        (rest, within) = (rest.get(end..).unwrap_or_default(), titles + 1);
    }
    if sheets.is_empty() { Err(NoList::Unknown(seen(lines, mapping))) } else { Ok(sheets) }
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
    let written: Vec<String> = lines.get(headings.lines.0).map_or_else(Vec::new, |line| {
        line.cells.iter().map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty()).collect()
    });
    let table = Table::of(lines.get(first..).unwrap_or_default(), &names, &written);
    let mut above: Option<String> = None;
    let (mut rows, mut beyond): (Vec<Row>, Vec<(u64, usize)>) = (Vec::new(), Vec::new());
    let last = headings.meanings.iter().map(|(column, _)| *column);
    let last = last.chain(headings.unknown.iter().map(|(column, _)| *column)).chain(names.iter().copied()).max();
    // An empty cell at the end of the headings is one of them.
    let width = lines.get(headings.lines.0..first).unwrap_or_default().iter().map(|line| line.cells.len()).max();
    let last = last.map_or(0, |last| last + 1).max(width.unwrap_or_default());
    let mut cell_of_all: Option<Cell> = None;
    let (mut committees, mut grouped) = (Committees::default(), Vec::new());
    let mut uncut = BTreeSet::new();
    let mut ended = false;
    let mut noted: Vec<(u64, usize, String)> = Vec::new();
    for line in lines.iter().skip(first) {
        match said(line, headings.list, &table, rows.is_empty()) {
            LineKind::Nothing => continue,
            LineKind::End => {
                ended = true;
                continue;
            }
            LineKind::Group(cell) => {
                if let Some(committee) = cell.as_ref().filter(|cell| is_committee(&cell.text)) {
                    committees.begin(Some(&committee.text));
                }
                if headings.list == List::Organizations && table.lettered.contains(&line.number) {
                    above = None;
                }
                cell_of_all = cell;
            }
            LineKind::Record => {
                let mut row = row(line, headings, &names);
                // Below the signatures stands nobody, unless a remark stood between the people.
                if ended && line.filled() < FULL && !is_numbered(line, headings) {
                    continue;
                }
                if let Some(field) = headings.list.cell().filter(|field| row.cell(*field).is_none()) {
                    // Whose list it is counts where nothing between the people says more.
                    let of_title = headings.given.iter().find(|(known, _)| *known == field);
                    let of_title = of_title.map(|(_, text)| Cell { field, column: 1, text: text.clone() });
                    if let Some(group) = cell_of_all.as_ref().filter(|_| !row.cells.is_empty()) {
                        committees.say(&group.text);
                        grouped.push((rows.len(), field));
                    }
                    row.cells.extend(cell_of_all.clone().or(of_title).filter(|_| !row.cells.is_empty()));
                }
                as_above(&mut row, rows.last());
                let beside = table.lettered.contains(&line.number);
                below_committee(&mut row, beside, table.over.contains(&line.number), &mut above);
                if !row.cells.is_empty() {
                    noted.extend(told_beside(line, headings));
                    uncut.extend(headings.uncut(line));
                    // The cell of the first is that of all of them.
                    let people = people(row, headings.list);
                    if let (Some((_, field)), Some(cell)) =
                        (grouped.last().copied().filter(|(place, _)| *place == rows.len()), cell_of_all.as_ref())
                    {
                        for more in 1..people.len() {
                            committees.say(&cell.text);
                            grouped.push((rows.len() + more, field));
                        }
                    }
                    rows.extend(people);
                }
            }
        }
        if let Some(behind) = line.cells.iter().skip(last).position(|cell| !cell.trim().is_empty()) {
            beyond.push((line.number, last + behind + 1));
        }
    }
    for ((place, field), mention) in grouped.into_iter().zip(committees.mentions()) {
        let cell = rows.get_mut(place).and_then(|row| row.cells.iter_mut().find(|cell| cell.field == field));
        cell.into_iter().for_each(|cell| cell.text.clone_from(&mention));
    }
    let filled = |column: usize| {
        let below = lines.iter().skip(first);
        below.filter_map(|line| line.cells.get(column)).any(|cell| !cell.trim().is_empty())
    };
    let mut unknown: Vec<&(usize, String)> = headings.unknown.iter().filter(|(column, _)| filled(*column)).collect();
    // Of several facts in a cell one that cannot be told apart is as good as not read.
    unknown.extend(headings.written.iter().filter(|(column, _)| uncut.contains(column)));
    let nameless = nameless(lines, headings, &names, width.unwrap_or_default(), &rows);
    let columns = headings.meanings.iter().filter_map(|(column, meaning)| match meaning {
        Meaning::Field(field) | Meaning::Piece(field) | Meaning::Part(field, PartOf::First) => {
            Some((column + 1, *field))
        }
        Meaning::Men => Some((column + 1, Field::SexOfCandidate)),
        _ => None,
    });
    Worksheet {
        list: headings.list,
        headings: lines.get(headings.lines.0).map_or(0, |line| line.number),
        columns: columns.collect(),
        all: all(lines, headings),
        ignored: unknown.into_iter().map(|(column, written)| (column + 1, written.clone())).chain(nameless).collect(),
        rows,
        beyond,
        unset: Vec::new(),
        noted,
    }
}

/// Whether a line has a running number under the heading for it.
fn is_numbered(line: &SheetLine, headings: &Headings) -> bool {
    let beside = headings.meanings.iter().find(|(_, meaning)| *meaning == Meaning::Beside);
    let cell = beside.and_then(|(column, _)| line.cells.get(*column)).map_or("", |cell| cell.trim());
    !cell.is_empty() && cell.trim_end_matches('.').bytes().all(|byte| byte.is_ascii_digit())
}

/// The columns of a sheet as they were read, or as a person has to say what they are: of a list that is not known, those of its first
/// line with the most words. With the line of the headings.
pub fn columns(lines: &[SheetLine], mapping: &Mapping) -> Option<(u64, Vec<ColumnRead>)> {
    // A table of counts holds targets, results and members: a column of one is nothing to the others.
    let counts = |sheet: &Worksheet| matches!(sheet.list, List::Targets | List::Results);
    let read = read(lines, mapping).unwrap_or_default();
    let first = read.first().map(|sheet| sheet.headings);
    let same = || read.iter().filter(|sheet| Some(sheet.headings) == first);
    if let Some(sheet) = same().find(|sheet| counts(sheet)) {
        let own = |column: &ColumnRead| {
            let mut all = same().flat_map(|other| &other.all).filter(|other| other.column == column.column);
            all.find(|other| other.field.is_some()).unwrap_or(column).clone()
        };
        return Some((sheet.headings, sheet.all.iter().map(own).collect()));
    }
    guessed(lines, mapping)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::lists::SheetLine;

    fn lines(text: &str) -> Vec<SheetLine> {
        let cells = |line: &str| line.split(';').map(str::to_owned).collect();
        text.lines()
            .zip(1..)
            .map(|(line, number)| SheetLine { number, cells: cells(line), ..SheetLine::default() })
            .collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let summary = match read(&lines(text), &Mapping::default()).map(|mut sheets| sheets.remove(0)) {
            Ok(sheet) => {
                let columns: Vec<&str> = sheet.columns.iter().map(|(_, field)| field.spec().key).collect();
                let ignored: Vec<&str> = sheet.ignored.iter().map(|(_, heading)| heading.as_str()).collect();
                let rows: Vec<u64> = sheet.rows.iter().map(|row| row.line).collect();
                format!("{:?}@{} {} !{} {rows:?}", sheet.list, sheet.headings, columns.join(","), ignored.join(","))
            }
            Err(NoList::Unknown(_)) => "unknown".to_owned(),
            Err(NoList::Report) => "report".to_owned(),
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
        check("Tổ chức;Chỉ tiêu;Kỳ của chỉ tiêu;Số được giao\nA;B;C;1", "report");
        check("", "unknown");
    }

    #[test]
    fn a_heading_that_comes_twice_counts_once() {
        check("Họ và tên;Ngày sinh;Ngày sinh\nA;1/1/1990;2/1/1990", "Candidates@1 name,birth !Ngày sinh [2]");
    }
}
