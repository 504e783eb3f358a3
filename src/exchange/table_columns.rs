//! The columns of a table as a person is told of them: what each was taken for, those without a heading, those of a table that no list was
//! understood of. Reading their rows is in `tables`.

use std::collections::HashSet;

use super::heading_names::named;
use super::heading_rows::{Headings, TITLE_LINES, find, meanings};
use super::headings::Meaning;
use super::lists::{ColumnRead, List, Row, SheetLine};
use super::mapping::Mapping;
use crate::domain::schema::field::Field;

/// Cells of a column that are shown to a person.
const SAMPLES: usize = 3;
/// Headings that are told where no list was understood, and their length.
const SEEN: usize = 8;
const SEEN_LENGTH: usize = 60;

/// All columns with a heading, with some of their cells.
pub(super) fn all(lines: &[SheetLine], headings: &Headings) -> Vec<ColumnRead> {
    let one = |(column, heading): &(usize, String)| {
        let meaning = headings.meanings.iter().find(|(known, _)| known == column).map(|(_, meaning)| *meaning);
        let below = lines.iter().skip(headings.lines.1);
        let cells = below.filter_map(|line| line.cells.get(*column)).map(|cell| cell.trim());
        ColumnRead {
            column: column + 1,
            heading: heading.clone(),
            field: match meaning {
                Some(Meaning::Field(field) | Meaning::Piece(field) | Meaning::Part(field, _)) => Some(field),
                Some(Meaning::Men | Meaning::Women) => Some(Field::SexOfCandidate),
                Some(Meaning::FamilyName) => Some(Field::Name),
                Some(Meaning::Beside) | None => None,
            },
            beside: meaning == Some(Meaning::Beside),
            samples: cells.filter(|cell| !cell.is_empty()).take(SAMPLES).map(str::to_owned).collect(),
        }
    };
    headings.written.iter().map(one).collect()
}

/// Columns among the headings that have none, though records have words there; remarks may take more than one column.
pub(super) fn nameless(
    lines: &[SheetLine],
    headings: &Headings,
    names: &[usize],
    width: usize,
    rows: &[Row],
) -> Vec<(usize, String)> {
    let headed = |column: usize| headings.written.iter().any(|(known, _)| *known == column);
    let remarks = |column: usize| {
        let meaning = headings.meanings.iter().find(|(known, _)| *known == column).map(|(_, meaning)| *meaning);
        meaning == Some(Meaning::Beside)
    };
    let records: HashSet<u64> = rows.iter().map(|row| row.line).collect();
    let said = |column: usize| {
        let records = lines.iter().filter(|line| records.contains(&line.number));
        let cells = records.filter_map(|line| line.cells.get(column).map(|cell| (line, cell.trim())));
        // A cell that reaches over two columns stands in both.
        let own = |(line, cell): &(&SheetLine, &str)| {
            let left = column.checked_sub(1).and_then(|left| line.cells.get(left)).map_or("", |cell| cell.trim());
            cell.chars().any(char::is_alphanumeric) && left != *cell
        };
        cells.filter(own).count() > 1
    };
    let bare = (1..width).filter(|column| !headed(*column) && !names.contains(column));
    let bare = bare.filter(|column| !column.checked_sub(1).is_some_and(remarks) && said(*column));
    bare.map(|column| (column + 1, String::new())).collect()
}

/// The columns of a table without reading its rows: of a list that is not known, those of the first line with the most words. With the line of
/// the headings.
pub(super) fn guessed(lines: &[SheetLine], mapping: &Mapping) -> Option<(u64, Vec<ColumnRead>)> {
    let headings = find(lines, TITLE_LINES, mapping).or_else(|| {
        let words = |line: &SheetLine| line.cells.iter().filter(|cell| cell.chars().any(char::is_alphabetic)).count();
        let (place, line) = lines.iter().enumerate().take(TITLE_LINES).rev().max_by_key(|(_, line)| words(line))?;
        Some(meanings(List::Candidates, (place, place + 1), &named(std::slice::from_ref(line)), mapping))
    })?;
    let line = lines.get(headings.lines.0)?.number;
    Some((line, all(lines, &headings)))
}

/// The words that stand where the headings of a table could.
pub(super) fn seen(lines: &[SheetLine], mapping: &Mapping) -> Vec<String> {
    let columns = guessed(lines, mapping).map(|(_, columns)| columns).unwrap_or_default();
    let words = columns.into_iter().map(|column| column.heading).filter(|words| words.chars().count() <= SEEN_LENGTH);
    let mut seen: Vec<String> = words.filter(|words| words.chars().any(char::is_alphanumeric)).take(SEEN + 1).collect();
    if let Some(last) = seen.get_mut(SEEN) {
        "…".clone_into(last);
    }
    seen
}
