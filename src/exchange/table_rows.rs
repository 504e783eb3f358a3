//! A row of a table as facts: what reaches down from above, days in three columns, several facts in a cell, names over two
//! columns. Which lines are rows is in `tables`.

use super::cell_days::range;
use super::heading_rows::Headings;
use super::headings::{Meaning, PartOf, plain};
use super::lists::{Cell, List, Row, SheetLine};
use crate::domain::schema::field::{Field, Kind};
use crate::domain::value::letters::fold;

/// The columns that a name stands in: its own; the one before with the family name; the one behind without a heading,
/// as where “Họ và tên” stands over two columns.
pub(super) fn name_columns(lines: &[SheetLine], headings: &Headings) -> Vec<usize> {
    let title = Field::title(headings.list.kind());
    let of_title =
        |meaning: &Meaning| matches!(meaning, Meaning::Field(known) | Meaning::Piece(known) if *known == title);
    let Some((name, meaning)) = headings.meanings.iter().find(|(_, meaning)| of_title(meaning)) else {
        return Vec::new();
    };
    if headings.list.cell().is_none() || *meaning == Meaning::Piece(title) {
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

/// The facts of a line.
pub(super) fn row(line: &SheetLine, headings: &Headings, names: &[usize]) -> Row {
    // A cell merged downwards is said of every line that it reaches.
    let above = |column: usize| line.from_above.iter().find(|(known, _)| *known == column).map(|(_, text)| text.trim());
    let text = |column: usize| match line.cells.get(column).map_or("", |cell| cell.trim()) {
        "" => above(column).unwrap_or_default(),
        own => own,
    };
    // A day of three columns, an address of two, as a person would write it.
    let joined = |field: Field| {
        let of = |meaning: &Meaning| matches!(meaning, Meaning::Part(known, _) if *known == field);
        let sign = if matches!(field.spec().kind, Kind::Line { .. }) { ", " } else { "/" };
        let parts = headings.meanings.iter().filter(|(_, meaning)| of(meaning)).map(|(column, _)| text(*column));
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(sign)
    };
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
            Meaning::Piece(field) => {
                let facts = headings.facts(*column, text(*column));
                put(*field, *column, facts.iter().find(|(known, _)| known == field).map_or("", |(_, fact)| fact));
            }
            Meaning::Part(field, PartOf::First) => put(*field, *column, &joined(*field)),
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
    // “Từ 9/3 đến 13/3/2026” in the column for when a class opens.
    if let Some(days) = cells.iter().find(|cell| cell.field == Field::ClassFrom).and_then(|cell| range(&cell.text)) {
        let column = cells.iter().find(|cell| cell.field == Field::ClassFrom).map_or(1, |cell| cell.column);
        cells.retain(|cell| cell.field != Field::ClassFrom);
        let ends = cells.iter().any(|cell| cell.field == Field::ClassTo);
        let fields = [Field::ClassFrom, Field::ClassTo].into_iter().zip(days);
        let fields = fields.filter(|(field, _)| *field == Field::ClassFrom || !ends);
        cells.extend(fields.map(|(field, text)| Cell { field, column, text }));
    }
    for (field, text) in headings.given.iter().filter(|(field, _)| headings.list.cell() != Some(*field)) {
        if !cells.is_empty() && cells.iter().all(|cell| cell.field != *field) {
            cells.push(Cell { field: *field, column: 1, text: text.clone() });
        }
    }
    Row { line: line.number, cells }
}

/// A row for each of several people who stand numbered in one cell: “1. Nguyễn Văn Mẫu (1996)” above “2. Lò Thị Ví (2000)”.
pub(super) fn people(row: Row, list: List) -> Vec<Row> {
    let title = Field::title(list.kind());
    let text = row.text(title).filter(|_| list.cell().is_some()).unwrap_or_default();
    let number = |line: &str| {
        let (number, rest) = line.split_once(['.', ')'])?;
        let number = number.trim().parse::<usize>().ok()?;
        rest.contains(char::is_alphabetic).then(|| (number, rest.trim().to_owned()))
    };
    if let Some(names) = bracketed(text).filter(|_| list.cell().is_some()) {
        return each(&row, title, names);
    }
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let numbered: Vec<(usize, String)> = lines.iter().filter_map(|line| number(line)).collect();
    let in_order = numbered.iter().zip(1..).all(|((number, _), place)| *number == place);
    if numbered.len() < 2 || numbered.len() < lines.len() || !in_order {
        return vec![row];
    }
    each(&row, title, numbered.into_iter().map(|(_, name)| name).collect())
}

/// A row with each of these names.
fn each(row: &Row, title: Field, names: Vec<String>) -> Vec<Row> {
    let one = |name: String| {
        let mut row = row.clone();
        row.cells.iter_mut().filter(|cell| cell.field == title).for_each(|cell| cell.text.clone_from(&name));
        row
    };
    names.into_iter().map(one).collect()
}

/// “Trần Văn Thử (1999), Lò Thị Mẫu (1996)”: several names, each with brackets behind.
fn bracketed(text: &str) -> Option<Vec<String>> {
    let mut depth = 0_usize;
    let parts = text.split(|c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, ',' | ';' | '\n')
    });
    let is_name = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        words.len() > 1 && words.iter().all(|word| word.chars().next().is_some_and(char::is_uppercase))
    };
    let bare = |part: &str| part.trim_matches(|c: char| c.is_whitespace() || "-+*•".contains(c)).to_owned();
    let parts: Vec<String> = parts.map(bare).filter(|part| !part.is_empty()).collect();
    let named =
        |part: &String| part.split_once('(').is_some_and(|(name, _)| is_name(name.trim())) && part.ends_with(')');
    (parts.len() > 1 && parts.iter().all(named)).then_some(parts)
}

/// “nt”, “như trên”, a ditto mark: what the row above has there.
pub(super) fn as_above(row: &mut Row, above: Option<&Row>) {
    for cell in &mut row.cells {
        let bare = fold(cell.text.trim_matches(['-', '/', '.', ' ', '“', '”', '"', '\'', '(', ')']));
        let mark = !cell.text.is_empty()
            && cell.text.chars().all(|c| "\"”“'〃-/ ".contains(c))
            && cell.text.contains(['"', '”', '“', '〃', '\'']);
        let double = ["//", "-do-", "-nt-"].contains(&cell.text.trim());
        if mark || double || ["nt", "n/t", "n.t", "nhu tren"].contains(&bare.as_str()) {
            // Where nothing stands above, nothing is said.
            cell.text = above.and_then(|above| above.text(cell.field)).unwrap_or_default().to_owned();
        }
    }
    row.cells.retain(|cell| !cell.text.is_empty());
}

/// “I | Đảng bộ xã Mẫu” stands over its cells: they are below it, where the list has no column for that.
pub(super) fn below_committee(row: &mut Row, beside: bool, over: bool, above: &mut Option<String>) {
    let Some(name) = row.text(Field::OrganizationName).map(str::to_owned) else { return };
    // “III | Chi bộ Công an” stands beside the committees, with nobody below it.
    if beside {
        *above = Some(name).filter(|_| over);
    } else if let Some(parent) = above.clone().filter(|_| row.cell(Field::OrganizationParent).is_none()) {
        row.cells.push(Cell { field: Field::OrganizationParent, column: 1, text: parent });
    }
}

/// What a remark beside a person says that changes who the person is to the list: moved away, dead, expelled, given up, admitted already.
const DECISIVE: [&str; 18] = [
    "chuyen sinh hoat",
    "chuyen di",
    "chuyen cong tac",
    "tu tran",
    "da mat",
    "da chet",
    "khai tru",
    "xoa ten",
    "ra khoi dang",
    "xin ra",
    "rut khoi",
    "xin rut",
    "da rut",
    "thoi hoc",
    "khong du",
    "hoan ket nap",
    "da ket nap",
    "dinh chi",
];

/// A decisive remark in the column for them: line, column from 1, and text. The column itself is not read.
pub(super) fn told_beside(line: &SheetLine, headings: &Headings) -> Option<(u64, usize, String)> {
    let column = headings.written.iter().find(|(_, heading)| plain(heading).starts_with("ghi chu"))?.0;
    let text = line.cells.get(column)?.split_whitespace().collect::<Vec<_>>().join(" ");
    let folded = fold(&text);
    let decisive = headings.list.cell().is_some() && DECISIVE.iter().any(|word| folded.contains(word));
    decisive.then_some((line.number, column + 1, text))
}
