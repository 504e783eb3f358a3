//! The single shape of all stored JSON: rows of strings. Rule sets, samples, bundles of changes and preferences
//! are all parsed and written by these two functions, so that the program needs only one parser and one writer.

use super::json;

/// Rows of optional strings.
pub type Rows = Vec<Row>;
/// One row; a cell is `None` where the JSON has `null`.
pub type Row = Vec<Option<String>>;

/// Parses rows. `None` if `text` is not JSON of this shape.
pub fn parse(text: &str) -> Option<Rows> {
    json::parse(text).ok()
}

/// Serializes rows without whitespace.
pub fn write(rows: &Rows) -> String {
    // Rows of strings always serialize; the fallback only avoids a panic branch.
    serde_json::to_string(rows).unwrap_or_else(|_| "[]".to_owned())
}

/// A row of these strings.
pub fn of(texts: &[&str]) -> Row {
    texts.iter().map(|text| Some((*text).to_owned())).collect()
}

/// The string at index `place` of a row.
pub fn at(row: &[Option<String>], place: usize) -> Option<&str> {
    row.get(place)?.as_deref()
}

/// The second cell of the first row whose first cell is `name`.
pub fn named<'a>(rows: &'a Rows, name: &str) -> Option<&'a str> {
    rows.iter().find(|row| at(row, 0) == Some(name)).and_then(|row| at(row, 1))
}
