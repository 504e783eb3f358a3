//! Tables with a row for each of what was asked and what was done: “Chi bộ | Nội dung | Quý I | Quý II”, with rows `Chỉ tiêu`, `Thực hiện`,
//! `Tỷ lệ`. They are told as two tables with the same columns, which `wide` reads.

use super::lists::SheetLine;
use super::measure_words::says;
use crate::domain::value::letters::fold;

/// Lines that are searched for headings.
const LINES: usize = 30;

/// What a row is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Targets,
    Results,
    Ratio,
}

fn about(label: &str) -> Option<About> {
    let folded = fold(label);
    let begins = |words: &[&str]| words.iter().any(|word| folded.starts_with(word));
    if begins(&["chi tieu", "ke hoach", "giao", "ct"]) {
        Some(About::Targets)
    } else if begins(&["thuc hien", "ket qua", "da ket nap", "th"]) {
        Some(About::Results)
    } else {
        begins(&["ty le", "ti le", "%", "dat"]).then_some(About::Ratio)
    }
}

/// The same rows as a table of targets and one of results, each below what stands above; nothing if the sheet is no such table.
pub(super) fn split(lines: &[SheetLine]) -> Option<[Vec<SheetLine>; 2]> {
    let cell = |line: &SheetLine, column: usize| line.cells.get(column).map_or("", |cell| cell.trim()).to_owned();
    let (place, headings) = lines.iter().enumerate().take(LINES).find(|(_, line)| {
        line.filled() > 3 && line.cells.iter().any(|cell| fold(cell.trim()).starts_with("noi dung"))
    })?;
    let column = headings.cells.iter().position(|cell| fold(cell.trim()).starts_with("noi dung"))?;
    let named = |word: &str| headings.cells.iter().position(|cell| fold(cell.trim()).contains(word));
    let organization =
        named("chi bo").or_else(|| named("don vi")).or_else(|| named("to chuc")).filter(|at| *at < column)?;
    let below = lines.get(place + 1..)?;
    let labels: Vec<Option<About>> = below.iter().map(|line| about(&cell(line, column))).collect();
    let count = |wanted: About| labels.iter().filter(|label| **label == Some(wanted)).count();
    let other = below.iter().zip(&labels).any(|(line, label)| label.is_none() && !cell(line, column).is_empty());
    let timed = headings.cells.iter().skip(column + 1).filter(|cell| says(&fold(cell.trim()))).count();
    if count(About::Targets) == 0 || count(About::Results) == 0 || other || timed == 0 {
        return None;
    }
    let table = |wanted: About, word: &str| {
        let mut names = headings.clone();
        for (at, name) in names.cells.iter_mut().enumerate() {
            if at == column {
                name.clear();
            } else if at > column && !name.trim().is_empty() {
                *name = format!("{word} {}", name.trim());
            }
        }
        let mut of: Option<String> = None;
        let mut rows: Vec<SheetLine> = lines.get(..place).unwrap_or_default().to_vec();
        rows.push(names);
        for (line, label) in below.iter().zip(&labels) {
            let name = cell(line, organization);
            if !name.is_empty() {
                of = Some(name);
            }
            if *label == Some(wanted) {
                let mut row = line.clone();
                row.from_above.clear();
                if let (Some(own), Some(name)) = (row.cells.get_mut(organization), &of) {
                    own.clone_from(name);
                }
                row.cells.iter_mut().skip(column).take(1).for_each(String::clear);
                rows.push(row);
            }
        }
        rows
    };
    Some([table(About::Targets, "Chỉ tiêu"), table(About::Results, "Thực hiện")])
}
