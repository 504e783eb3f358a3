//! The one shape of everything that is written as JSON: rows of texts. Rule sets, samples,
//! bundles of changes and preferences are all read and written by these two functions, so that
//! the program carries one reader and one writer.

use super::json;

/// Rows of texts; `None` where there is none.
pub type Rows = Vec<Row>;
/// One of them.
pub type Row = Vec<Option<String>>;

/// Reads rows; `None` if the text has another shape.
pub fn read(text: &str) -> Option<Rows> {
    json::read(text).ok()
}

/// Writes rows, without spaces.
pub fn write(rows: &Rows) -> String {
    // Rows of texts always have a JSON form; an empty list stands in for the impossible.
    serde_json::to_string(rows).unwrap_or_else(|_| "[]".to_owned())
}

/// The text at a place of a row.
pub fn at(row: &[Option<String>], place: usize) -> Option<&str> {
    row.get(place)?.as_deref()
}

/// The text after a name in the first row that begins with it.
pub fn named<'a>(rows: &'a Rows, name: &str) -> Option<&'a str> {
    rows.iter().find(|row| at(row, 0) == Some(name)).and_then(|row| at(row, 1))
}
