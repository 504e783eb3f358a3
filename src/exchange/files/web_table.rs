//! Tables of pages, which many programs write and call `.xls`: each row of a table a line, cells over several columns or rows
//! where they stand. Workbooks that Excel 2003 wrote as XML have the same shape and are read too.

use std::cell::RefCell;
use std::collections::BTreeMap;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::{FileProblem, FileTrouble};
use crate::exchange::lists::SheetLine;
use crate::exchange::tables::MOST_COLUMNS;

/// Letters that are searched for the first table.
const BEGINNING: usize = 64 << 10;
/// Rows that one cell may reach down to.
const MOST_ROWS: usize = 2_000;

/// Whether a text is a page with a table.
pub(super) fn is_page(text: &str) -> bool {
    let begin: String = text.trim_start().chars().take(BEGINNING).map(|c| c.to_ascii_lowercase()).collect();
    begin.starts_with('<') && (begin.contains("<table") || begin.contains("<ss:table"))
}

/// The rows of all tables, with an empty line between two tables.
///
/// # Errors
/// If a row has more columns than any list.
pub(super) fn read(text: &str) -> Result<Vec<SheetLine>, FileTrouble> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    let tokenizer = Tokenizer::new(Rows::default(), TokenizerOpts::default());
    // What is left over has no end tag; a text of tags has no scripts to wait for.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let reading = tokenizer.sink.0.into_inner();
    match reading.too_wide {
        Some(line) => Err(FileProblem::TooManyColumns(MOST_COLUMNS).at(line)),
        None => Ok(reading.lines),
    }
}

/// Takes the tags of a page.
#[derive(Debug, Default)]
struct Rows(RefCell<Reading>);

/// What was read so far.
#[derive(Debug, Default)]
struct Reading {
    lines: Vec<SheetLine>,
    /// Rows of tables so far.
    row: u64,
    /// The row that is open.
    line: Option<SheetLine>,
    /// The cell that is open: its text, and how many columns and rows it takes.
    cell: Option<(String, usize, usize)>,
    /// Cells that reach down into rows to come: column, rows left, and text.
    above: BTreeMap<usize, (usize, String)>,
    too_wide: Option<u64>,
}

impl TokenSink for Rows {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut reading = self.0.borrow_mut();
        match token {
            TagToken(tag) => reading.tag(&tag),
            CharacterTokens(text) => {
                if let Some((cell, ..)) = &mut reading.cell {
                    cell.push_str(&text);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Reading {
    fn tag(&mut self, tag: &Tag) {
        let name = tag.name.trim_start_matches("ss:");
        match (name, tag.kind == StartTag) {
            ("td" | "th" | "cell", true) => {
                self.close_cell();
                if self.line.is_none() {
                    self.open_row();
                }
                if let Some(before) = number(tag, &["ss:index"]).and_then(|at| at.checked_sub(1)) {
                    self.skip_to(before);
                }
                let columns = number(tag, &["colspan"]).or(number(tag, &["ss:mergeacross"]).map(|more| more + 1));
                let rows = number(tag, &["rowspan"]).or(number(tag, &["ss:mergedown"]).map(|more| more + 1));
                self.cell = Some((String::new(), columns.unwrap_or(1).max(1), rows.unwrap_or(1).max(1)));
            }
            ("td" | "th" | "cell", false) => self.close_cell(),
            ("tr" | "row", true) => {
                self.close_row();
                self.open_row();
            }
            ("tr" | "row", false) => self.close_row(),
            ("table", _) => {
                self.close_row();
                self.above.clear();
                self.row += 1;
            }
            ("br" | "p" | "div", _) => {
                if let Some((cell, ..)) = &mut self.cell {
                    cell.push(' ');
                }
            }
            _ => {}
        }
    }

    fn open_row(&mut self) {
        self.row += 1;
        self.line = Some(SheetLine { number: self.row, ..SheetLine::default() });
        self.skip_covered();
    }

    /// Leaves the places free that cells of rows above take.
    fn skip_covered(&mut self) {
        let Some(line) = &mut self.line else { return };
        while let Some((rows, text)) = self.above.get_mut(&line.cells.len()).filter(|(rows, _)| *rows > 0) {
            *rows -= 1;
            if !text.is_empty() {
                line.from_above.push((line.cells.len(), text.clone()));
            }
            line.cells.push(String::new());
        }
    }

    fn skip_to(&mut self, column: usize) {
        if let Some(line) = &mut self.line
            && column < MOST_COLUMNS
            && column > line.cells.len()
        {
            line.cells.resize(column, String::new());
        }
    }

    fn close_cell(&mut self) {
        let (Some((text, columns, rows)), Some(line)) = (self.cell.take(), &mut self.line) else { return };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let first = line.cells.len();
        if first + columns > MOST_COLUMNS {
            self.too_wide.get_or_insert(line.number);
            return;
        }
        if rows > 1 {
            for column in first..first + columns {
                let text = if column == first { text.clone() } else { String::new() };
                self.above.insert(column, (rows.min(MOST_ROWS) - 1, text));
            }
        }
        line.cells.push(text);
        line.cells.resize(first + columns, String::new());
        self.skip_covered();
    }

    fn close_row(&mut self) {
        self.close_cell();
        self.lines.extend(self.line.take());
    }
}

/// A number among the attributes of a tag.
fn number(tag: &Tag, names: &[&str]) -> Option<usize> {
    let found = tag.attrs.iter().find(|attribute| names.contains(&&*attribute.name.local))?;
    found.value.trim().parse().ok().filter(|number| *number <= MOST_COLUMNS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, expected: &[&str]) {
        assert!(is_page(page), "{page}");
        let lines = read(page).unwrap_or_default();
        let told: Vec<String> = lines.iter().map(|line| format!("{}:{}", line.number, line.cells.join(";"))).collect();
        assert_eq!(told, expected, "{page}");
    }

    #[test]
    fn rows_of_tables_are_lines() {
        check(
            "<html><table><tr><th>A</th><th>B&nbsp;C</th></tr><tr><td>&#7885;<br>x<td>2</table>",
            &["2:A;B C", "3:ọ x;2"],
        );
        check("<TABLE><TR><TD colspan=2>A</TD><TD>B</TD></TR></TABLE>", &["2:A;;B"]);
        check("<table><tr><td rowspan=2>A</td><td>B</td></tr><tr><td>C</td></tr></table>", &["2:A;B", "3:;C"]);
        check(
            "<?xml version=\"1.0\"?><Workbook><Worksheet><Table><Row><Cell><Data>A</Data></Cell><Cell ss:Index=\"3\"><Data>B</Data></Cell></Row></Table></Worksheet></Workbook>",
            &["2:A;;B"],
        );
        check("<table><tr><td>A<tr><td>B", &["2:A"]);
    }

    #[test]
    fn what_reaches_down_is_known_below() {
        let lines = read("<table><tr><td rowspan=3>A<td>1<tr><td>2<tr><td>3</table>").unwrap_or_default();
        let above: Vec<_> = lines.iter().map(|line| line.from_above.clone()).collect();
        assert_eq!(above, [vec![], vec![(0, "A".to_owned())], vec![(0, "A".to_owned())]]);
    }

    #[test]
    fn a_row_of_a_million_cells_is_refused() {
        let page = format!("<table><tr>{}</table>", "<td>".repeat(20_000));
        assert_eq!(read(&page), Err(FileProblem::TooManyColumns(MOST_COLUMNS).at(2)));
        assert!(read("<table><tr><td colspan=9999999999999><td rowspan=99999999>").is_ok());
    }
}
