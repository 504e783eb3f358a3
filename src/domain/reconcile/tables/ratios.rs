//! Percentages in tables: a column or a row that is the share of two others, or the change from one to the other, as all cells but one
//! show.

use super::{Row, add, cell, value};
use crate::domain::reconcile::CheckedLine;
use crate::domain::reconcile::figure::{Figure, Kind, ONE};
use crate::domain::reconcile::fit::{Fit, agrees, percent};
use crate::domain::reconcile::reading::{Reading, Relation};

/// How far back the rows may stand that a row of percentages is of.
const BACK: usize = 12;

/// How a percentage comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// One of the other.
    Share,
    /// From the other to the one.
    Growth,
}

/// A cell with a percentage, its line, and what it may be of.
struct Cell<'a> {
    line: usize,
    given: &'a Figure,
    one: &'a Figure,
    other: &'a Figure,
}

impl Cell<'_> {
    fn reading(&self, way: Way) -> Reading {
        let (one, other, given) = (self.one, self.other, self.given);
        let ((least, most), (low, high)) = (one.reach(), other.reach());
        let span = match way {
            Way::Share => percent((least, most), (low, high)),
            Way::Growth => percent((least - high, most - low), (low, high)),
        };
        // A minus before it is not part of its value.
        let sign = |(least, most): (i64, i64)| if given.minus { (-most, -least) } else { (least, most) };
        let fit = span.map_or(Fit::No, |span| agrees(sign(span), given));
        let relation = match way {
            Way::Share => Relation::Share { part: one.value, whole: other.value, given: given.value },
            Way::Growth => Relation::Growth { old: other.value, new: one.value, given: given.value },
        };
        Reading { relation, fit, spans: vec![given.span] }
    }
}

/// Whether a figure may be a percentage: written as one, or with decimals and of that size.
fn is_percent(figure: &Figure) -> bool {
    figure.kind == Kind::Percent || figure.value.parts < 1_000 * ONE
}

/// Columns: `Chỉ tiêu`, `Thực hiện`, `Tỷ lệ`. Returns those that are percentages.
pub(super) fn columns(block: &[Row], width: usize, lines: &mut [CheckedLine]) -> Vec<usize> {
    let mut found = Vec::new();
    for given in 0..width {
        let cells = || block.iter().filter_map(|row| cell(row, given));
        let marked = cells().any(|figure| figure.kind == Kind::Percent || !figure.value.is_whole());
        if !cells().all(is_percent) {
            continue;
        }
        let others = |column: &usize| *column != given && (marked || *column < given);
        let mut best = Best::default();
        for one in (0..width).filter(others) {
            for other in (0..width).filter(others).filter(|other| *other != one) {
                best.of(block.iter().filter_map(|row| {
                    let (one, other) = (value(row, one)?, value(row, other)?);
                    Some(Cell { line: row.line, given: cell(row, given)?, one, other })
                }));
            }
        }
        if best.tell(lines) {
            found.push(given);
        }
    }
    found
}

/// Rows: each year in percent of the one before it, or of one column. Returns the lines of those that are percentages.
pub(super) fn rows(block: &[Row], width: usize, lines: &mut [CheckedLine]) -> Vec<usize> {
    let mut found = Vec::new();
    for (place, row) in block.iter().enumerate() {
        let figures = || (1..width).filter_map(|column| cell(row, column));
        let marked = figures().any(|figure| figure.kind == Kind::Percent || !figure.value.is_whole());
        // A row with one percentage at its end is none of percentages.
        let share = figures().filter(|figure| figure.kind == Kind::Percent || !figure.value.is_whole()).count();
        if figures().count() < 3 || !marked || share * 2 < figures().count() || !figures().all(is_percent) {
            continue;
        }
        let before = block.get(place.saturating_sub(BACK)..place).unwrap_or_default();
        let mut best = Best::default();
        for one in before {
            for other in before.iter().filter(|other| other.line != one.line) {
                best.of((1..width).filter_map(|column| {
                    let (one, other) = (value(one, column)?, value(other, column)?);
                    Some(Cell { line: row.line, given: cell(row, column)?, one, other })
                }));
            }
            for whole in 1..width {
                best.of((1..width).filter(|column| *column != whole).filter_map(|column| {
                    let (part, whole) = (value(one, column)?, value(one, whole)?);
                    Some(Cell { line: row.line, given: cell(row, column)?, one: part, other: whole })
                }));
            }
        }
        if best.tell(lines) {
            found.push(row.line);
        }
    }
    found
}

/// The way in which most percentages of a column or a row come about.
#[derive(Default)]
struct Best {
    fitting: usize,
    readings: Vec<(usize, Reading)>,
}

impl Best {
    /// Tries one way: it has to hold in all places but at most one, of at least three.
    fn of<'a>(&mut self, cells: impl Iterator<Item = Cell<'a>>) {
        let cells: Vec<Cell<'_>> = cells.collect();
        for way in [Way::Share, Way::Growth] {
            let mut readings: Vec<(usize, Reading)> = Vec::new();
            let mut misses = 0;
            for cell in &cells {
                let reading = cell.reading(way);
                misses += usize::from(!reading.fit.is_some());
                if misses > 1 {
                    break;
                }
                readings.push((cell.line, reading));
            }
            if misses > 1 {
                continue;
            }
            let fits = |(_, reading): &&(usize, Reading)| reading.fit.is_some();
            let fitting = readings.iter().filter(fits).count();
            // All hundreds say nothing.
            let telling = cells.iter().zip(&readings).filter(|(cell, reading)| {
                fits(reading) && cell.given.value.parts != 100 * ONE && cell.given.value.parts != 0
            });
            if fitting >= 2 && fitting + 1 >= readings.len() && telling.count() >= 2 && fitting > self.fitting {
                (self.fitting, self.readings) = (fitting, readings);
            }
        }
    }

    /// Adds what was found; whether there is anything.
    fn tell(self, lines: &mut [CheckedLine]) -> bool {
        let is_some = !self.readings.is_empty();
        for (line, reading) in self.readings {
            if let Some(line) = lines.get_mut(line) {
                add(line, reading);
            }
        }
        is_some
    }
}
