//! Files and folders given on the command line, and detection of their types.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::sheets;
use super::trouble::Trouble;
use crate::exchange::lists::SheetLine;
use crate::exchange::mapping::{Mapping, MappingProblem};
use crate::exchange::old_fonts::{self, OldFont};
use crate::text::cli::{self as texts, help};

/// Extensions of the files read from a folder.
const ENDINGS: [&str; 8] = ["txt", "csv", "tsv", "xlsx", "xlsm", "xls", "xlsb", "ods"];
/// Maximum file size in bytes: no real book or list is larger.
pub const LARGEST: u64 = 256 << 20;

/// A sheet: its name if the file has several, and its lines.
pub type Named = (Option<String>, Vec<SheetLine>);

/// Input files, and how the headings of their lists are to be understood.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Input {
    /// Tables of headings.
    #[arg(long = "map", value_name = "TỆP", help = help::MAP)]
    pub map: Vec<PathBuf>,
    /// Files and folders.
    #[arg(required = true, value_name = "TỆP", help = help::FILES, help_heading = help::ARGUMENTS)]
    pub files: Vec<PathBuf>,
}

/// The files to read.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// Their paths.
    pub paths: Vec<PathBuf>,
    /// What a person said of the headings of lists.
    pub mapping: Mapping,
}

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
/// sorted by name; and the tables of headings.
///
/// # Errors
/// All paths that do not exist, and what is wrong with the tables.
pub fn all(input: &Input) -> Result<Files, Vec<Trouble>> {
    let mut mapping = Mapping::default();
    for path in &input.map {
        mapping.and(read_mapping(path)?);
    }
    paths(&input.files).map(|paths| Files { paths, mapping })
}

fn read_mapping(path: &Path) -> Result<Mapping, Vec<Trouble>> {
    let lines = match read(path).map_err(|trouble| vec![trouble])? {
        Content::Table(lines) => lines,
        Content::Sheets(sheets) => sheets.into_iter().next().map(|(_, lines)| lines).unwrap_or_default(),
        Content::Book(_) => Vec::new(),
    };
    let told = |problem: MappingProblem| {
        let trouble = Trouble::new(path, texts::mapping(&problem));
        match problem {
            MappingProblem::NoHeadings => trouble,
            MappingProblem::NoField(line, column, _) => trouble.at(line, Some(column)),
        }
    };
    Mapping::read(&lines).map_err(|problems| problems.into_iter().map(told).collect())
}

fn paths(named: &[PathBuf]) -> Result<Vec<PathBuf>, Vec<Trouble>> {
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
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(OLD_OFFICE) {
        let mut found = sheets::workbook(path, bytes)?;
        found.iter_mut().for_each(|(_, lines)| from_old_font(path, lines));
        return Ok(Content::Sheets(found));
    }
    let Some(text) = unicode(&bytes) else { return foreign(path, bytes).map(Content::Table) };
    if text.starts_with("ket-nap;") {
        return Ok(Content::Book(text));
    }
    let mut lines = sheets::table(path, &composed(text))?;
    from_old_font(path, &mut lines);
    Ok(Content::Table(lines))
}

/// How workbooks begin that Excel wrote before 2007, and those with a password.
const OLD_OFFICE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// The text of a file in UTF-8 or UTF-16, without a byte order mark.
fn unicode(bytes: &[u8]) -> Option<String> {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding
            .decode_without_bom_handling_and_without_replacement(bytes.get(if encoding == UTF_8 { 3 } else { 2 }..)?),
        None => UTF_8.decode_without_bom_handling_and_without_replacement(bytes),
    }
    .map(Cow::into_owned)
}

/// A list in an encoding of the time before Unicode: the one by which its headings are those of a list.
fn foreign(path: &Path, bytes: Vec<u8>) -> Result<Vec<SheetLine>, Trouble> {
    // Western letters: what old fonts were written in.
    let (western, _) = WINDOWS_1252.decode_without_bom_handling(&bytes);
    let mut lines = sheets::table(path, &western)?;
    let (vietnamese, _) = WINDOWS_1258.decode_without_bom_handling(&bytes);
    let others = sheets::table(path, &composed(vietnamese.into_owned()))?;
    let font = OldFont::of(&lines);
    let known = old_fonts::headings(&others, None);
    if known >= 2 && font.is_none_or(|font| old_fonts::headings(&lines, Some(font)) <= known) {
        say(&Trouble::new(path, texts::WINDOWS_1258));
        return Ok(others);
    }
    if font.is_none() {
        return text(path, bytes).map(|_| Vec::new());
    }
    from_old_font(path, &mut lines);
    Ok(lines)
}

/// Says something of a file once, however often it is read.
pub fn say(trouble: &Trouble) {
    static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let words = trouble.to_string();
    if SAID.lock().is_ok_and(|mut said| said.insert(words.clone())) {
        eprintln!("{words}");
    }
}

/// Reads the cells of a sheet that was written for an old font, and says so.
fn from_old_font(path: &Path, lines: &mut [SheetLine]) {
    let Some(font) = OldFont::of(lines) else { return };
    let cells = lines.iter().flat_map(|line| &line.cells);
    let written =
        cells.filter(|cell| !cell.is_ascii()).max_by_key(|cell| cell.len().min(20)).cloned().unwrap_or_default();
    font.read_all(lines);
    lines.iter_mut().flat_map(|line| &mut line.cells).for_each(|cell| *cell = composed(std::mem::take(cell)));
    let written: String = written.chars().take(40).collect();
    say(&Trouble::new(path, texts::old_font(font, &written, &composed(font.read(&written)))));
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

/// Decodes UTF-8 or UTF-16 and removes a byte order mark.
fn text(path: &Path, bytes: Vec<u8>) -> Result<String, Trouble> {
    if let Some(text) = unicode(&bytes) {
        return Ok(text);
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(error.as_bytes().get(..good).unwrap_or_default()).into_owned();
        let line = before.matches('\n').count() as u64 + 1;
        let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
        Trouble::new(path, texts::NOT_UTF_8).at(line, Some(column))
    })?;
    Ok(text)
}

/// Normalizes to NFC, as the page does.
pub fn composed(text: String) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        _ => text.nfc().collect(),
    }
}
