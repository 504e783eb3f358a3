//! Output to standard output: a terminal, a file, or a program that may close the pipe early.

use std::env;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use super::rows;
use super::trouble::Trouble;
use crate::text::cli::{self as texts, help};

/// Output format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Table for people.
    #[value(help = help::TABLE)]
    Table,
    /// JSON for programs.
    #[value(help = help::JSON)]
    Json,
    /// CSV for spreadsheets.
    #[value(help = help::CSV)]
    Csv,
}

/// Writes to standard output. A closed pipe is not an error.
///
/// # Errors
/// If writing fails, as on a full disk.
pub fn write(work: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Vec<Trouble>> {
    let mut to = BufWriter::new(io::stdout().lock());
    let done = work(&mut to).and_then(|()| to.flush());
    match done {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(vec![Trouble::new(Path::new("stdout"), texts::unopened(&error))])
        }
        _ => Ok(()),
    }
}

/// Writes a table; on a terminal within its width and with styles.
///
/// # Errors
/// If writing fails.
pub fn table(to: &mut dyn Write, headings: &[&str], right: &[usize], lines: Vec<Vec<String>>) -> io::Result<()> {
    let terminal = io::stdout().is_terminal();
    let styled = terminal && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    rows::table(to, headings, right, lines, rows::Look { wide: !terminal, styled })
}
