//! Texts with one row in each line and a sign between the cells: comma, semicolon, tab or an upright stroke, told by looking.

use super::{FileProblem, FileTrouble};
use crate::exchange::lists::SheetLine;
use crate::exchange::tables::MOST_COLUMNS;

/// Parses CSV. The separator is the most frequent one of comma, semicolon, tab and stroke in the first lines.
///
/// # Errors
/// If a quote is not closed or the text is otherwise malformed.
pub fn read(text: &str) -> Result<Vec<SheetLine>, FileTrouble> {
    // Excel's `sep=` line.
    let declared = text
        .strip_prefix("sep=")
        .and_then(|rest| rest.bytes().next())
        .filter(|byte| byte.is_ascii_punctuation() || *byte == b'\t');
    let separator = declared.unwrap_or_else(|| separator(text));
    let dittos = dittos(text, separator);
    let text = dittos.as_deref().unwrap_or(text);
    if let Some(line) = unclosed(text, separator) {
        return Err(FileProblem::Unclosed.at(line));
    }
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(separator);
    let (mut lines, mut record) = (Vec::new(), csv::StringRecord::new());
    let mut reader = reader.from_reader(text.as_bytes());
    let (mut number, mut counted) = (1, 0);
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {
                // The reader's position may still be before the preceding line breaks.
                let at =
                    record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
                let rest = text.get(at..).unwrap_or_default();
                let at = text.len() - rest.trim_start_matches(['\r', '\n']).len();
                number += ends(text.get(counted..at).unwrap_or_default());
                counted = at;
                if record.len() > MOST_COLUMNS {
                    return Err(FileProblem::TooManyColumns(MOST_COLUMNS).at(number));
                }
                // `|---|---|` below headings.
                let rule = separator == b'|' && record.iter().all(|cell| cell.chars().all(|c| "-:= ".contains(c)));
                if (number > 1 || declared.is_none()) && !rule {
                    lines.push(SheetLine {
                        number,
                        cells: record.iter().map(unquoted).collect(),
                        ..SheetLine::default()
                    });
                }
            }
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                return Err(FileProblem::Malformed(error.to_string()).at(line));
            }
        }
    }
    Ok(lines)
}

/// A text in which a quotation mark is all of a cell, as a ditto mark: a sign that opens no quotation instead. Only in lines without
/// other quotation marks. Nothing where there is none.
fn dittos(text: &str, separator: u8) -> Option<String> {
    let separator = char::from(separator);
    let is_one = |cell: &str| cell.trim_end_matches(['\r', '\n']) == "\"";
    let has = |line: &str| {
        line.contains('"')
            && line.split(separator).any(is_one)
            && line.split(separator).all(|cell| is_one(cell) || !cell.contains('"'))
    };
    if !text.lines().any(has) {
        return None;
    }
    let cell = |cell: &str| if is_one(cell) { cell.replace('"', "〃") } else { cell.to_owned() };
    let mut quoted = false;
    let line = |line: &str| {
        // Within a cell of several lines the mark closes it.
        if !quoted && has(line) {
            return line.split(separator).map(cell).collect::<Vec<_>>().join(&separator.to_string());
        }
        quoted = leaves_open(line, separator, quoted);
        line.to_owned()
    };
    Some(text.split_inclusive('\n').map(line).collect())
}

/// Whether a quotation is open behind a line.
fn leaves_open(line: &str, separator: char, mut open: bool) -> bool {
    let (mut begins, mut letters) = (true, line.chars().peekable());
    while let Some(c) = letters.next() {
        match (open, c) {
            (false, '"') if begins => open = true,
            (true, '"') => open = letters.next_if_eq(&'"').is_some(),
            _ => {}
        }
        begins = !open && (c == separator || c == '\r');
    }
    open
}

/// Counts line breaks: CRLF, LF or CR.
fn ends(text: &str) -> u64 {
    let alone = text.matches('\r').count() - text.matches("\r\n").count();
    (text.matches('\n').count() + alone) as u64
}

/// The line of an opening quote that is never closed: everything after it would be one cell.
fn unclosed(text: &str, separator: u8) -> Option<u64> {
    let (mut opened, mut begins, mut bytes) = (None, true, text.bytes().enumerate().peekable());
    while let Some((at, byte)) = bytes.next() {
        match (opened, byte) {
            (None, b'"') if begins => opened = Some(at),
            (Some(_), b'"') if bytes.peek().is_some_and(|(_, next)| *next == b'"') => {
                bytes.next();
            }
            (Some(_), b'"') => opened = None,
            _ => {}
        }
        begins = opened.is_none() && (byte == separator || byte == b'\n' || byte == b'\r');
    }
    opened.map(|at| 1 + ends(text.get(..at).unwrap_or_default()))
}

/// Escapes a text that a spreadsheet would run as a formula.
pub fn escaped(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() }
}

/// Reverts it, but for what would be a formula without: `cells` takes that for one.
fn unquoted(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['+', '-', '@']) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

fn separator(text: &str) -> u8 {
    // Separators inside quotes do not count; titles above the headings have few.
    let count = |wanted: u8| {
        let lines = text.lines().take(30).map(|line| {
            let mut quoted = false;
            line.bytes()
                .filter(|byte| {
                    quoted ^= *byte == b'"';
                    *byte == wanted && !quoted
                })
                .count()
        });
        lines.max().unwrap_or(0)
    };
    [b',', b';', b'\t', b'|'].into_iter().rev().max_by_key(|byte| count(*byte)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_mark_alone_is_as_above() {
        let read = |text: &str| {
            let lines = read(text).unwrap_or_default();
            lines.iter().map(|line| line.cells.join("|")).collect::<Vec<_>>()
        };
        assert_eq!(read("1;A;Bản\n2;B;\"\n3;C;\""), ["1|A|Bản", "2|B|〃", "3|C|〃"]);
        assert_eq!(read("A\tB\tC\n1\t\"\t\"\r\n2\tx\ty"), ["A|B|C", "1|〃|〃", "2|x|y"]);
        // Quotations stay what they are, over several lines too.
        assert_eq!(read("a;\"b;c\"\nd;\"e\nf\""), ["a|b;c", "d|e\nf"]);
        assert_eq!(read("a;\"\"\"\";b"), ["a|\"|b"]);
        // A cell that ends in a line break.
        assert_eq!(read("1;A;\"xa\n\"\n2;B;\n3;C;\"gần\""), ["1|A|xa\n", "2|B|", "3|C|gần"]);
        assert_eq!(read("1;A;\"xa\n\";x\n2;B;y;\"\n"), ["1|A|xa\n|x", "2|B|y|〃"]);
    }
}
