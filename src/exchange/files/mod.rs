//! Files as they come: bytes, told by what they begin with, and the lines of texts in them. Paths and folders are up to the
//! command line, choosing a file up to the page; which lists the lines make is in `tables`.

mod delimited;
mod kinds;
mod merged;
mod web_table;
mod workbook;
mod workbook_cells;

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::lists::SheetLine;
use super::old_fonts::{self, OldFont};
use super::own;
pub use delimited::escaped;
pub use kinds::Foreign;

/// A sheet: its name if the file has several, and its lines.
pub type Named = (Option<String>, Vec<SheetLine>);

/// How much a file may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Bytes of a workbook unpacked.
    pub unpacked: u64,
    /// Filled cells of a workbook.
    pub cells: usize,
}

impl Limits {
    /// On a computer's command line.
    pub const COMMAND: Limits = Limits { bytes: 256 << 20, unpacked: 512 << 20, cells: 5_000_000 };
    /// In a browser, which may be on a small machine.
    pub const PAGE: Limits = Limits { bytes: 64 << 20, unpacked: 256 << 20, cells: 2_000_000 };
}

/// What a file holds.
#[derive(Debug)]
pub enum Content {
    /// A book as saved by the page.
    Book(String),
    /// One table of texts.
    Table(Vec<SheetLine>),
    /// Sheets of a workbook.
    Sheets(Vec<Named>),
}

/// A file that was opened.
#[derive(Debug)]
pub struct Opened {
    /// What it holds.
    pub content: Content,
    /// What a person has to know of how it was read.
    pub notes: Vec<FileNote>,
}

/// What a person has to know of how a file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileNote {
    /// In the encoding of Windows for Vietnamese.
    Windows1258,
    /// Written for a font of before Unicode: a text as it stands there, and as it was read.
    OldFont(OldFont, String, String),
    /// UTF-8 taken for Western letters: a text as it stands there, and as it was read.
    TwiceEncoded(String, String),
    /// Sheets that people do not see were left out.
    HiddenSheets(Vec<String>),
    /// Sheets that tell how to fill in the others were left out.
    Instructions(Vec<String>),
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// More bytes than this, packed or unpacked.
    TooLarge(u64),
    /// More filled cells than this.
    TooManyCells(usize),
    /// A line with more columns than this.
    TooManyColumns(usize),
    /// A quote that is never closed.
    Unclosed,
    /// Letters in no encoding that is known.
    NotUtf8,
    /// A password is asked for.
    Password,
    /// Sealed by this program or the command `age`.
    Sealed,
    /// Another kind of file.
    Foreign(Foreign),
    /// Broken, as the library says.
    Malformed(String),
}

impl FileProblem {
    /// With its line.
    pub const fn at(self, line: u64) -> FileTrouble {
        FileTrouble { problem: self, line: Some(line), column: None }
    }
}

/// What is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileTrouble {
    /// What.
    pub problem: FileProblem,
    /// Line, from 1.
    pub line: Option<u64>,
    /// Character of the line, from 1.
    pub column: Option<usize>,
}

impl From<FileProblem> for FileTrouble {
    fn from(problem: FileProblem) -> FileTrouble {
        FileTrouble { problem, line: None, column: None }
    }
}

/// How workbooks begin that Excel wrote before 2007, and those with a password.
const OLD_OFFICE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// Opens a file, whatever its name says.
///
/// # Errors
/// If it is too large or broken, or no file that may hold lists.
pub fn open(bytes: Vec<u8>, limits: &Limits) -> Result<Opened, FileTrouble> {
    if bytes.len() as u64 > limits.bytes {
        return Err(FileProblem::TooLarge(limits.bytes).into());
    }
    if let Some(foreign) = Foreign::of(&bytes) {
        return Err(FileProblem::Foreign(foreign).into());
    }
    let mut notes = Vec::new();
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(OLD_OFFICE) {
        let mut sheets = workbook::read(bytes, limits, &mut notes)?;
        sheets.iter_mut().for_each(|(_, lines)| notes.extend(mended(lines)));
        return Ok(Opened { content: Content::Sheets(sheets), notes });
    }
    let Some(text) = unicode(&bytes) else {
        let lines = old_encoding(&bytes, &mut notes)?;
        return Ok(Opened { content: Content::Table(lines), notes });
    };
    if let Some(own) = own::in_text(&text) {
        return Ok(Opened { content: Content::Book(own), notes });
    }
    let mut lines = lines(&composed(text))?;
    notes.extend(mended(&mut lines));
    Ok(Opened { content: Content::Table(lines), notes })
}

/// Reads the cells of a sheet as they were meant where its letters are those of another encoding, and says so.
fn mended(lines: &mut [SheetLine]) -> Option<FileNote> {
    from_western(lines).or_else(|| from_old_font(lines))
}

/// UTF-8 that a program took for Western letters (`Há»\u{8d}` for `Họ`): where its headings are those of a list once it is undone.
fn from_western(lines: &mut [SheetLine]) -> Option<FileNote> {
    let read = |cell: &str| {
        // Bytes that are no letter there: LibreOffice keeps them among letters of nobody, others as they are.
        let kept = |c: char| match u32::from(c) {
            code @ 0xF180..=0xF19F => char::from_u32(code - 0xF100).unwrap_or(c),
            _ => c,
        };
        let cell: String = cell.chars().map(kept).collect();
        let (bytes, _, unmappable) = WINDOWS_1252.encode(&cell);
        let text = (!unmappable && !cell.is_ascii()).then(|| String::from_utf8(bytes.into_owned()).ok()).flatten()?;
        Some(composed(text.trim_start_matches('\u{FEFF}').to_owned()))
    };
    let mut first: Vec<SheetLine> = lines.iter().take(old_fonts::LOOKED_AT).cloned().collect();
    let known = old_fonts::headings(&first, None);
    let mut shown = None;
    for cell in first.iter_mut().flat_map(|line| &mut line.cells) {
        if let Some(text) = read(cell) {
            shown.get_or_insert_with(|| (cell.clone(), text.clone()));
            *cell = text;
        }
    }
    if old_fonts::headings(&first, None) < (known + 1).max(2) {
        return None;
    }
    for cell in lines.iter_mut().flat_map(|line| &mut line.cells) {
        if let Some(text) = read(cell) {
            *cell = text;
        }
    }
    shown.map(|(written, read)| FileNote::TwiceEncoded(written, read))
}

/// The rows of a text: a table of a page saved as such, or one row in each line.
fn lines(text: &str) -> Result<Vec<SheetLine>, FileTrouble> {
    if web_table::is_page(text) { web_table::read(text) } else { delimited::read(text) }
}

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
fn old_encoding(bytes: &[u8], notes: &mut Vec<FileNote>) -> Result<Vec<SheetLine>, FileTrouble> {
    // Western letters: what old fonts were written in.
    let (western, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let mut of_fonts = lines(&western)?;
    let (vietnamese, _) = WINDOWS_1258.decode_without_bom_handling(bytes);
    let others = lines(&composed(vietnamese.into_owned()))?;
    let font = OldFont::of(&of_fonts);
    let known = old_fonts::headings(&others, None);
    if known >= 2 && font.is_none_or(|font| old_fonts::headings(&of_fonts, Some(font)) <= known) {
        notes.push(FileNote::Windows1258);
        return Ok(others);
    }
    if font.is_none() {
        return Err(not_utf8(bytes));
    }
    notes.extend(from_old_font(&mut of_fonts));
    Ok(of_fonts)
}

/// Reads the cells of a sheet that was written for an old font, and says so.
fn from_old_font(lines: &mut [SheetLine]) -> Option<FileNote> {
    let font = OldFont::of(lines)?;
    let cells = lines.iter().flat_map(|line| &line.cells);
    let written =
        cells.filter(|cell| !cell.is_ascii()).max_by_key(|cell| cell.len().min(20)).cloned().unwrap_or_default();
    font.read_all(lines);
    lines.iter_mut().flat_map(|line| &mut line.cells).for_each(|cell| *cell = composed(std::mem::take(cell)));
    let written: String = written.chars().take(40).collect();
    let read = composed(font.read(&written));
    Some(FileNote::OldFont(font, written, read))
}

/// Decodes UTF-8 or UTF-16 without a byte order mark, composed as the page does.
///
/// # Errors
/// Where it is neither.
pub fn text(bytes: &[u8]) -> Result<String, FileTrouble> {
    unicode(bytes).map(composed).ok_or_else(|| not_utf8(bytes))
}

/// The first byte that is no UTF-8.
fn not_utf8(bytes: &[u8]) -> FileTrouble {
    let good = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let before = String::from_utf8_lossy(bytes.get(..good).unwrap_or_default());
    let line = before.matches('\n').count() as u64 + 1;
    let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
    FileTrouble { problem: FileProblem::NotUtf8, line: Some(line), column: Some(column) }
}

/// Normalizes to NFC, as the page does.
pub fn composed(text: String) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        _ => text.nfc().collect(),
    }
}
