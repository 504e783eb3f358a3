//! Lists of people that lie on their side: what is asked stands below each other, each person in a column, as in a form of one person. They
//! are told as a table with a row for each person.

use super::headings::{Dictionary, Meaning, plain};
use super::lists::{List, SheetLine};
use crate::domain::schema::field::Field;

/// Lines of such a list.
const MOST: usize = 80;
/// Headings below each other that make one.
const LEAST: usize = 4;
/// Headings beside each other that make a table.
const BESIDE: usize = 3;

fn text(line: &SheetLine, column: usize) -> &str {
    line.cells.get(column).map_or("", |cell| cell.trim())
}

fn meaning(heading: &str) -> Option<Field> {
    match Dictionary::of(List::Candidates).meaning(&plain(heading.trim_end_matches([':', ' ']))) {
        Some(Meaning::Field(field)) => Some(field),
        _ => None,
    }
}

/// The same list with a row for each person; nothing if the sheet is no such list.
pub(super) fn upright(lines: &[SheetLine]) -> Option<Vec<SheetLine>> {
    if lines.len() > MOST {
        return None;
    }
    let beside = |line: &SheetLine| line.cells.iter().filter(|cell| meaning(cell).is_some()).count();
    if lines.iter().any(|line| beside(line) >= BESIDE) {
        return None;
    }
    let labels = |column: usize| -> Vec<Field> {
        let mut fields: Vec<Field> = lines.iter().filter_map(|line| meaning(text(line, column))).collect();
        fields.sort_unstable();
        fields.dedup();
        fields
    };
    let column = (0..=1).find(|column| {
        let fields = labels(*column);
        fields.len() >= LEAST && fields.contains(&Field::Name)
    })?;
    let first = lines.iter().position(|line| meaning(text(line, column)).is_some())?;
    let (above, rows) = lines.split_at_checked(first)?;
    let rows: Vec<&SheetLine> = rows.iter().filter(|line| !text(line, column).is_empty()).collect();
    let width = rows.iter().map(|line| line.cells.len()).max()?;
    let number = rows.first()?.number;
    let cells = |column: usize| rows.iter().map(|line| text(line, column).to_owned()).collect::<Vec<_>>();
    let headings = cells(column).iter().map(|label| label.trim_end_matches([':', ' ']).to_owned()).collect();
    let people =
        (column + 1..width).map(cells).filter(|cells| cells.iter().filter(|cell| !cell.is_empty()).count() > 1);
    let lines = [headings].into_iter().chain(people).zip(number..);
    let lines = lines.map(|(cells, number)| SheetLine { number, cells, from_above: Vec::new() });
    Some(above.iter().cloned().chain(lines).collect())
}
