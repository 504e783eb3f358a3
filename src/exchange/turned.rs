//! Tables of targets and results whose rows are what is counted: “Nội dung | Chi bộ A | Chi bộ B”, and of one organization “Nội dung chỉ
//! tiêu | Chỉ tiêu giao | Thực hiện”. They are told as a table with a row for each organization, which `wide` reads.

use super::headings::plain;
use super::line_words::{is_letter_or_roman, is_number};
use super::lines::UNITS;
use super::lists::{List, SheetLine};
use super::measure_words::{indicator, list};
use super::title::{cell, committee};
use crate::domain::value::letters::fold;

/// Lines that are searched for headings.
const LINES: usize = 30;
/// How the heading of what is counted begins.
const CONTENT: [&str; 6] = ["noi dung", "chi tieu", "ten chi tieu", "tieu chi", "chi so", "danh muc"];
/// Headings that are no organization and no count.
const BESIDE: [&str; 14] = [
    "tt",
    "stt",
    "dvt",
    "don vi tinh",
    "ghi chu",
    "cong",
    "tong",
    "tong cong",
    "tong so",
    "toan dang bo",
    "toan xa",
    "ti le",
    "ty le",
    "danh gia",
];
/// Organizations that make such a table.
const LEAST: usize = 2;

fn text(line: &SheetLine, column: usize) -> &str {
    line.cells.get(column).map_or("", |cell| cell.trim())
}

/// Whether a heading is the name of an organization.
fn is_organization(heading: &str) -> bool {
    let (lower, folded) = (heading.to_lowercase(), fold(heading));
    let names = ["chi bo ", "dang bo ", "cb "].iter().any(|begin| folded.starts_with(begin));
    let many = ["truc thuoc", "so chi bo"].iter().any(|word| folded.contains(word));
    (names || UNITS.iter().any(|unit| lower.starts_with(unit))) && !many && indicator(&folded).is_none()
}

/// The same table with a row for each organization; nothing if the sheet is no such table.
pub(super) fn turned(lines: &[SheetLine]) -> Option<Vec<SheetLine>> {
    let content = |line: &SheetLine| {
        let begins = |column: &usize| CONTENT.iter().any(|word| fold(text(line, *column)).starts_with(word));
        (0..line.cells.len()).find(begins)
    };
    let mut found = lines.iter().enumerate().take(LINES).filter(|(_, line)| line.filled() > LEAST);
    let (place, column) = found.find_map(|(place, line)| Some((place, content(line)?)))?;
    let (above, headings) = (lines.get(..place)?, lines.get(place)?);
    let below = lines.get(place + 1..)?;
    let rows = rows(below, column);
    let others = || (0..headings.cells.len()).filter(|other| *other != column && !text(headings, *other).is_empty());
    let organizations: Vec<usize> = others().filter(|other| is_organization(text(headings, *other))).collect();
    let rest = others().filter(|other| !organizations.contains(other));
    let rest: Vec<usize> = rest.filter(|other| !is_beside(text(headings, *other))).collect();
    if organizations.len() >= LEAST && rest.is_empty() {
        let names = rows.iter().map(|(label, _)| label.clone()).collect();
        let table = organizations.into_iter().map(|column| {
            let values = rows.iter().map(|(_, line)| text(line, column).to_owned());
            [text(headings, column).to_owned()].into_iter().chain(values).collect()
        });
        return Some(sheet(above, headings.number, names, table.collect()));
    }
    let kinds = || rest.iter().filter_map(|other| Some((*other, list(&fold(text(headings, *other)))?)));
    let targets = kinds().filter(|(_, list)| *list == List::Targets).count();
    // A table with organizations in its rows is none.
    let of_one = organizations.is_empty() && rest.len() == kinds().count() && targets == 1 && kinds().count() <= LEAST;
    let is_counted = |label: &str| indicator(&fold(label)).is_some() && !label.contains('%') && !is_share(label);
    if !of_one || !rows.iter().any(|(label, _)| is_counted(label)) {
        return None;
    }
    let mut row = vec![cell(above).or_else(|| committee(above))?];
    let mut names = Vec::new();
    for (label, line) in &rows {
        for (column, _) in kinds() {
            // What is no count of the book is named, not read.
            let counted = is_counted(label);
            names.push(if counted { format!("{} {label}", text(headings, column)) } else { label.clone() });
            row.push(text(line, column).to_owned());
        }
    }
    Some(sheet(above, headings.number, names, vec![row]))
}

/// Whether a heading is of a number, a sum, a share or a remark.
fn is_beside(heading: &str) -> bool {
    let words = plain(heading);
    words.is_empty() || BESIDE.contains(&words.as_str())
}

fn is_share(label: &str) -> bool {
    ["ty le", "ti le"].iter().any(|word| fold(label).starts_with(word))
}

/// The rows that count something, with what is counted: a row without numbers stands over those below it.
fn rows(below: &[SheetLine], column: usize) -> Vec<(String, &SheetLine)> {
    let (mut over, mut rows) = (String::new(), Vec::new());
    for line in below {
        let label = text(line, column);
        let number = |text: &str| text.chars().any(|c| c.is_ascii_digit()) && !is_number(text);
        let behind = line.cells.iter().skip(column + 1).map(|cell| cell.trim());
        let counts =
            behind.clone().any(|cell| cell.starts_with(|c: char| c.is_ascii_digit() || c == '-') || number(cell));
        if label.is_empty() {
            continue;
        }
        if counts {
            let words = if over.is_empty() { label.to_owned() } else { format!("{over} {label}") };
            rows.push((words, line));
        } else if behind.clone().all(str::is_empty)
            && line.cells.iter().take(column).any(|cell| is_letter_or_roman(cell.trim()))
        {
            label.clone_into(&mut over);
        } else if behind.clone().all(str::is_empty) && !rows.is_empty() {
            // Signatures.
            break;
        }
    }
    rows
}

/// A sheet with the lines above, the headings and a row for each organization.
fn sheet(above: &[SheetLine], number: u64, names: Vec<String>, rows: Vec<Vec<String>>) -> Vec<SheetLine> {
    let headings: Vec<String> = ["Chi bộ".to_owned()].into_iter().chain(names).collect();
    let lines = [headings].into_iter().chain(rows).zip(number..);
    let lines = lines.map(|(cells, number)| SheetLine { number, cells, from_above: Vec::new() });
    above.iter().cloned().chain(lines).collect()
}
