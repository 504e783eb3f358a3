//! Where results go: the standard output, which may be a terminal, a file, or a program that has read enough.

use std::env;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use super::rows;
use super::trouble::Trouble;
use crate::text::vi::cli::{self as told, help};

/// Form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people.
    #[value(help = help::TABLE)]
    Table,
    /// For programs.
    #[value(help = help::JSON)]
    Json,
    /// For spreadsheets.
    #[value(help = help::CSV)]
    Csv,
}

/// Writes to the standard output. Whoever reads it may stop: that is no failure.
///
/// # Errors
/// If it cannot be written, as on a full disk.
pub fn write(work: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Vec<Trouble>> {
    let mut to = BufWriter::new(io::stdout().lock());
    let done = work(&mut to).and_then(|()| to.flush());
    match done {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(vec![Trouble::new(Path::new("stdout"), told::unopened(&error))])
        }
        _ => Ok(()),
    }
}

/// Writes a table as the output can show it: within a terminal's width, in colours only there.
///
/// # Errors
/// If the output fails.
pub fn table(to: &mut dyn Write, headings: &[&str], right: &[usize], lines: Vec<Vec<String>>) -> io::Result<()> {
    let terminal = io::stdout().is_terminal();
    let styled = terminal && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    rows::table(to, headings, right, lines, rows::Look { wide: !terminal, styled })
}
