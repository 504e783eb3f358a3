//! Why a file cannot be used: where, and what to do. Told on the standard error.

use std::fmt;
use std::path::Path;

/// One reason.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trouble {
    /// The file, with the sheet where it has several.
    pub file: String,
    /// Line from 1.
    pub line: Option<u64>,
    /// Column from 1: of a list that of the sheet, of a text that of the letter.
    pub column: Option<usize>,
    /// What is the matter, in words.
    pub words: String,
}

impl Trouble {
    /// About a whole file.
    pub fn new(file: &Path, words: impl Into<String>) -> Trouble {
        Trouble { file: file.display().to_string(), line: None, column: None, words: words.into() }
    }

    /// At a line and a column.
    #[must_use]
    pub fn at(self, line: u64, column: Option<usize>) -> Trouble {
        Trouble { line: Some(line), column, ..self }
    }
}

/// `file:line:column: words`, as other tools tell places and editors follow them.
impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:", self.file)?;
        for number in [self.line, self.column.map(|column| column as u64)].into_iter().flatten() {
            write!(out, "{number}:")?;
        }
        write!(out, " {}", self.words)
    }
}
