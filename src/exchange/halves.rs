//! Tables that stand side by side in one sheet, as a list printed in two halves: each is given lines of its own, in which the cells
//! keep their columns.

use super::headings::{Dictionary, Meaning, whole};
use super::lists::{List, SheetLine};
use crate::domain::schema::field::Field;

/// The lines of each half, or nothing if the sheet has no halves: then its headings do not come twice. `first` are the lines
/// among which the headings may stand.
pub(super) fn halves(first: &[SheetLine], lines: &[SheetLine]) -> Vec<Vec<SheetLine>> {
    // A further row of headings may say the same below each of those above.
    let further = |place: usize| {
        let above = place.checked_sub(1).and_then(|above| first.get(above));
        above.is_some_and(|above| above.filled() > 1)
    };
    let found = first.iter().enumerate().find_map(
        |(place, line)| {
            if further(place) { None } else { Some((place, starts(line)?)) }
        },
    );
    let Some((headings, starts)) = found else { return Vec::new() };
    let ends = starts.iter().skip(1).copied().chain([usize::MAX]);
    let half = |(place, (start, end)): (usize, (&usize, usize))| {
        // What stands before the first heading belongs to the first half.
        let start = if place == 0 { 0 } else { *start };
        let one =
            |(number, line): (usize, &SheetLine)| if number < headings { line.clone() } else { cut(line, start, end) };
        lines.iter().enumerate().map(one).collect()
    };
    starts.iter().zip(ends).enumerate().map(half).collect()
}

/// The columns at which the same headings begin again, the first among them.
fn starts(line: &SheetLine) -> Option<Vec<usize>> {
    let cells = line.cells.iter().enumerate().map(|(column, cell)| (column, whole(cell)));
    let names: Vec<(usize, String)> = cells.filter(|(_, name)| !name.is_empty()).collect();
    let (_, first) = names.first()?;
    let places: Vec<usize> =
        (0..names.len()).filter(|place| names.get(*place).is_some_and(|(_, name)| name == first)).collect();
    let ends = places.iter().skip(1).copied().chain([names.len()]);
    let blocks: Vec<&[(usize, String)]> =
        places.iter().zip(ends).filter_map(|(start, end)| names.get(*start..end)).collect();
    let people =
        |name: &str| matches!(Dictionary::of(List::Candidates).meaning(name), Some(Meaning::Field(Field::Name)));
    // The last half may have a column of remarks that the others have no room for.
    let second = |block: &[(usize, String)]| block.get(1).map(|(_, name)| name.clone());
    let like = |block: &&[(usize, String)]| {
        second(block).is_some()
            && second(block) == blocks.first().and_then(|first| second(first))
            && block.iter().any(|(_, name)| people(name))
    };
    let starts = || blocks.iter().filter_map(|block| block.first()).map(|(column, _)| *column).collect();
    (blocks.len() > 1 && blocks.iter().all(like)).then(starts)
}

/// The cells of these columns; those before are left empty, those behind are left out.
fn cut(line: &SheetLine, start: usize, end: usize) -> SheetLine {
    let cells = line.cells.iter().take(end).enumerate();
    SheetLine {
        number: line.number,
        cells: cells.map(|(column, cell)| if column < start { String::new() } else { cell.clone() }).collect(),
        from_above: line.from_above.iter().filter(|(column, _)| (start..end).contains(column)).cloned().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headings: &str, expected: Option<&[usize]>) {
        let cells = headings.split(';').map(str::to_owned).collect();
        let line = SheetLine { number: 1, cells, ..SheetLine::default() };
        assert_eq!(starts(&line).as_deref(), expected, "{headings}");
    }

    #[test]
    fn headings_that_come_again_begin_another_half() {
        check("TT;Họ và tên;Năm sinh;;TT;Họ và tên;Năm sinh", Some(&[0, 4]));
        check("TT;Họ và tên;TT;Họ và tên;TT;Họ và tên", Some(&[0, 2, 4]));
        check("TT;Họ và tên;Ngày sinh;Ngày sinh", None);
        check("TT;Họ và tên;Năm sinh;TT;Họ và tên;Năm sinh;Ghi chú", Some(&[0, 3]));
        check("TT;Họ và tên;Năm sinh;TT;Chi bộ;Số người", None);
        check("Nam;Nữ;Nam;Nữ", None);
        check("", None);
    }
}
