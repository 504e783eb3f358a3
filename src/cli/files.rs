//! Files and folders given on the command line, and detection of their types.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::sheets;
use super::trouble::Trouble;
use crate::exchange::lists::SheetLine;
use crate::text::cli as texts;

/// Extensions of the files read from a folder.
const ENDINGS: [&str; 4] = ["txt", "csv", "tsv", "xlsx"];
/// Maximum file size in bytes: no real book or list is larger.
pub const LARGEST: u64 = 256 << 20;

/// A sheet: its name if the file has several, and its lines.
pub type Named = (Option<String>, Vec<SheetLine>);

/// Contents of a file.
#[derive(Debug)]
pub enum Content {
    /// A book as saved by the page.
    Book(String),
    /// A CSV file.
    Table(Vec<SheetLine>),
    /// Sheets of a workbook.
    Sheets(Vec<Named>),
}

/// The files to read, without duplicates: those given, in that order, and those in given folders,
/// sorted by name.
///
/// # Errors
/// All paths that do not exist.
pub fn all(named: &[PathBuf]) -> Result<Vec<PathBuf>, Vec<Trouble>> {
    let (mut files, mut troubles, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    for path in named {
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => match within(path) {
                Ok(found) if found.is_empty() => troubles.push(Trouble::new(path, texts::EMPTY_FOLDER)),
                Ok(found) => files.extend(found),
                Err(trouble) => troubles.push(trouble),
            },
            Ok(_) => files.push(path.clone()),
            Err(error) => troubles.push(Trouble::new(path, texts::unopened(&error))),
        }
    }
    // A file given twice must not be counted twice.
    files.retain(|file| seen.insert(fs::canonicalize(file).unwrap_or_else(|_| file.clone())));
    if troubles.is_empty() { Ok(files) } else { Err(troubles) }
}

fn within(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let unopened = |path: &Path, error: &std::io::Error| Trouble::new(path, texts::unopened(error));
    let (mut files, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| unopened(&folder, &error))? {
            let entry = entry.map_err(|error| unopened(&folder, &error))?;
            let (path, kind) = (entry.path(), entry.file_type().map_err(|error| unopened(&folder, &error))?);
            // Lock files and temporary files of other programs.
            let hidden = entry.file_name().to_string_lossy().starts_with(['.', '~']);
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
            if kind.is_dir() && !hidden {
                open.push(path);
            } else if !hidden && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Reads a file and detects its type.
///
/// # Errors
/// If it cannot be opened, is too large, or has an unknown type.
pub fn read(path: &Path) -> Result<Content, Trouble> {
    let bytes = bytes(path)?;
    if bytes.starts_with(b"PK\x03\x04") {
        return sheets::workbook(path, bytes).map(Content::Sheets);
    }
    let text = text(path, bytes)?;
    if text.starts_with("ket-nap;") {
        return Ok(Content::Book(text));
    }
    sheets::table(path, &composed(text)).map(Content::Table)
}

/// Reads a file as text.
///
/// # Errors
/// If it cannot be opened, is too large, or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, Trouble> {
    bytes(path).and_then(|bytes| text(path, bytes)).map(composed)
}

fn bytes(path: &Path) -> Result<Vec<u8>, Trouble> {
    let unopened = |error: &std::io::Error| Trouble::new(path, texts::unopened(error));
    let size = fs::metadata(path).map_err(|error| unopened(&error))?.len();
    if size > LARGEST {
        return Err(Trouble::new(path, texts::too_large(LARGEST)));
    }
    fs::read(path).map_err(|error| unopened(&error))
}

/// Decodes UTF-8 and removes a byte order mark.
fn text(path: &Path, bytes: Vec<u8>) -> Result<String, Trouble> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Trouble::new(path, texts::UTF_16).at(1, Some(1)));
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Trouble::new(path, texts::OLD_WORKBOOK));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(error.as_bytes().get(..good).unwrap_or_default()).into_owned();
        let line = before.matches('\n').count() as u64 + 1;
        let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
        Trouble::new(path, texts::NOT_UTF_8).at(line, Some(column))
    })?;
    Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
}

/// Normalizes to NFC, as the page does.
pub fn composed(text: String) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        _ => text.nfc().collect(),
    }
}
