//! Tables pasted from a spreadsheet or a report, with tabulators between the cells: rows and columns that add up, as most of the
//! table shows, and the one that does not. Percentages are in `ratios`.

mod ratios;

use super::CheckedLine;
use super::Slip;
use super::figure::{Figure, Kind, ONE};
use super::fit::Fit;
use super::reader;
use super::reading::{Reading, Relation};
use super::swaps::swaps;

/// Most columns of a table, and most rows of one whose sums may begin and end anywhere.
const MOST: usize = 60;

/// A row: place among the lines, and the figure of each cell; `None` for words.
struct Row {
    line: usize,
    cells: Vec<Option<Figure>>,
}

/// Reads the tables of a text into the lines that are their rows. A line without tabulators between rows of one width is a heading
/// within the table.
pub(super) fn tables(lines: &mut [CheckedLine]) {
    let mut block: Vec<Row> = Vec::new();
    let mut blocks: Vec<Vec<Row>> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let Some(mut row) = row(place, &line.text) else { continue };
        // The first cell of a row of sums may be empty, and be lost with the white space before it.
        if block.last().is_some_and(|last| last.cells.len() == row.cells.len() + 1) && is_total(&line.text) {
            row.cells.insert(0, None);
        }
        let next = |last: &Row| {
            let number = lines.get(last.line).map_or(0, |line| line.number);
            line.number - number == place - last.line && place - last.line <= 2
        };
        // A row without figures is the head of the next table.
        let begins = row.cells.iter().all(Option::is_none);
        if begins || block.last().is_some_and(|last| last.cells.len() != row.cells.len() || !next(last)) {
            blocks.push(std::mem::take(&mut block));
        }
        block.push(row);
    }
    blocks.push(block);
    for block in blocks.iter().filter(|block| block.len() > 1) {
        let width = block.iter().map(|row| row.cells.len()).max().unwrap_or(0).min(MOST);
        let ratios = ratios::columns(block, width, lines);
        let ratio_rows = ratios::rows(block, width, lines);
        let numbers = running(block);
        // What is a percentage has no part in a sum, nor a running number.
        let counts: Vec<Row> = block
            .iter()
            .filter(|row| !ratio_rows.contains(&row.line))
            .map(|row| {
                let keep = |(column, cell): (usize, &Option<Figure>)| {
                    cell.clone().filter(|_| !ratios.contains(&column) && numbers != Some(column))
                };
                Row { line: row.line, cells: row.cells.iter().enumerate().map(keep).collect() }
            })
            .collect();
        across(&counts, width, lines);
        down(&counts, width, lines);
    }
}

/// Whether a row says that it is a sum.
fn is_total(text: &str) -> bool {
    let folded = crate::domain::value::letters::fold(text.trim());
    ["tong", "cong", "toan"].iter().any(|word| folded.starts_with(word))
}

/// The column of running numbers: 1, 2, 3 from row to row.
fn running(block: &[Row]) -> Option<usize> {
    let width = block.iter().map(|row| row.cells.len()).max().unwrap_or(0).min(2);
    (0..width).find(|column| {
        let numbers: Vec<i64> =
            block.iter().filter_map(|row| value(row, *column)).map(|cell| cell.value.parts).collect();
        numbers.len() > 2 && numbers.windows(2).all(|pair| matches!(pair, [one, next] if *next == one + ONE))
    })
}

/// The cells of a line with at least two tabulators.
fn row(line: usize, text: &str) -> Option<Row> {
    if !is_row(text) {
        return None;
    }
    let cells: Vec<Option<Figure>> = text
        .split('\t')
        .map(|cell| {
            let read = reader::read(cell);
            let [only] = read.figures.as_slice() else { return None };
            let plain = read.items.iter().all(|item| !matches!(item, super::figure::Item::Word(_)));
            Some(only.clone()).filter(|only| plain && matches!(only.kind, Kind::Count | Kind::Percent))
        })
        .collect();
    Some(Row { line, cells })
}

/// The figure in a column of a row.
fn cell(row: &Row, column: usize) -> Option<&Figure> {
    row.cells.get(column)?.as_ref()
}

/// The count in a column of a row.
fn value(row: &Row, column: usize) -> Option<&Figure> {
    cell(row, column).filter(|figure| figure.kind == Kind::Count && !figure.minus)
}

/// A column that is the sum of the columns behind it, in most rows.
fn across(block: &[Row], width: usize, lines: &mut [CheckedLine]) {
    for whole in 0..width {
        for from in whole + 1..width {
            for to in from + 1..width.min(from + 12) {
                let sums = block.iter().filter_map(|row| {
                    let parts: Option<Vec<&Figure>> = (from..=to).map(|column| value(row, column)).collect();
                    Some((row.line, value(row, whole)?, parts?))
                });
                judge(&sums.collect::<Vec<_>>(), lines, true);
            }
        }
    }
}

/// A row that is the sum of rows below or above it, in most columns.
fn down(block: &[Row], width: usize, lines: &mut [CheckedLine]) {
    if block.len() > MOST {
        // Of a long table only the sum of all other rows, in the first or the last one.
        let last = block.len() - 1;
        for (whole, parts) in [(block.first(), block.get(1..)), (block.last(), block.get(..last))] {
            let (Some(whole), Some(parts)) = (whole, parts) else { continue };
            let sums = (0..width).filter_map(|column| {
                let parts: Option<Vec<&Figure>> = parts.iter().map(|row| value(row, column)).collect();
                Some((whole.line, value(whole, column)?, parts?))
            });
            judge(&sums.collect::<Vec<_>>(), lines, true);
        }
        return;
    }
    for (place, whole) in block.iter().enumerate() {
        for from in 0..block.len() {
            for to in from + 1..block.len().min(from + 40) {
                if (from..=to).contains(&place) {
                    continue;
                }
                let sums = (0..width).filter_map(|column| {
                    let parts: Option<Vec<&Figure>> =
                        block.get(from..=to)?.iter().map(|row| value(row, column)).collect();
                    Some((whole.line, value(whole, column)?, parts?))
                });
                // Rows between may come to another one by chance.
                let certain = place == 0
                    || place + 1 == block.len()
                    || lines.get(whole.line).is_some_and(|line| is_total(&line.text));
                judge(&sums.collect::<Vec<_>>(), lines, certain);
            }
        }
    }
}

/// Notes sums that hold in all places but at most one of at least three, or in both of two. Where it is not certain that a sum is meant
/// nothing is accused.
fn judge(sums: &[(usize, &Figure, Vec<&Figure>)], lines: &mut [CheckedLine], certain: bool) {
    // Nothing of nothing says nothing.
    let empty = |sum: &&(usize, &Figure, Vec<&Figure>)| {
        sum.1.value.parts != 0 || sum.2.iter().any(|part| part.value.parts != 0)
    };
    let sums: Vec<&(usize, &Figure, Vec<&Figure>)> = sums.iter().filter(empty).collect();
    let fits = |(_, whole, parts): &(usize, &Figure, Vec<&Figure>)| {
        let total: i64 = parts.iter().map(|part| part.value.parts).sum();
        total == whole.value.parts && total > 0
    };
    let fitting = sums.iter().filter(|sum| fits(sum)).count();
    let swapped = |(_, whole, parts): &(usize, &Figure, Vec<&Figure>)| {
        let total: i64 = parts.iter().map(|part| part.value.parts).sum();
        let off = whole.value.parts - total;
        swaps(whole.value).iter().any(|value| value.parts == total)
            || parts.iter().any(|part| swaps(part.value).iter().any(|value| value.parts - part.value.parts == off))
    };
    let most = fitting >= 2 && fitting + 1 >= sums.len();
    let but_swapped = fitting >= 1 && sums.len() >= 2 && sums.iter().all(|sum| fits(sum) || swapped(sum));
    if !most && !but_swapped || !certain && fitting < 3 {
        return;
    }
    for sum in sums {
        let (line, whole, parts) = sum;
        let Some(line) = lines.get_mut(*line) else { continue };
        let fit = match (fits(sum), most) {
            (true, _) => Fit::Exact,
            (false, true) => Fit::No,
            (false, false) => Fit::Swapped,
        };
        let relation = Relation::Sum { whole: whole.value, parts: parts.iter().map(|part| part.value).collect() };
        add(line, Reading { relation, fit, spans: vec![whole.span] });
    }
}

/// Adds a reading to the line of a row.
fn add(line: &mut CheckedLine, reading: Reading) {
    if line.readings.found.contains(&reading) {
        return;
    }
    // A claim that was read from the words of a row is not meant.
    line.claim = None;
    line.slips.retain(|slip| matches!(slip, Slip::Relation(_)));
    if !reading.fit.is_some() {
        line.slips.push(Slip::Relation(reading.clone()));
    }
    line.readings.found.push(reading);
}

/// Whether a line is a row of a table, which no words explain.
pub(super) fn is_row(text: &str) -> bool {
    text.matches('\t').count() >= 2
}
