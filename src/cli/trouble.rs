//! Input errors with their position, printed to standard error.

use std::fmt;
use std::path::Path;

/// One error.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trouble {
    /// The file, and the sheet if the file has several.
    pub file: String,
    /// Line, from 1.
    pub line: Option<u64>,
    /// Column, from 1: of a list the column of the sheet, of a text the character.
    pub column: Option<usize>,
    /// Message.
    pub words: String,
}

impl Trouble {
    /// An error about a whole file.
    pub fn new(file: &Path, words: impl Into<String>) -> Trouble {
        Trouble { file: file.display().to_string(), line: None, column: None, words: words.into() }
    }

    /// Sets line and column.
    #[must_use]
    pub fn at(self, line: u64, column: Option<usize>) -> Trouble {
        Trouble { line: Some(line), column, ..self }
    }
}

/// Prints `file:line:column: message`, the format that editors recognize.
impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:", self.file)?;
        for number in [self.line, self.column.map(|column| column as u64)].into_iter().flatten() {
            write!(out, "{number}:")?;
        }
        write!(out, " {}", self.words)
    }
}
