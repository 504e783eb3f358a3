//! Reads many files as one set of records. Each file is reduced to what the caller needs and then
//! dropped, so that memory does not grow with the size of the files. Records that are in several
//! files in different states are merged from all of them, as on the page.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::bar::Bar;
use super::files::{self, Files};
use super::trouble::Trouble;
use crate::book::Book;
use crate::book::change::Change;
use crate::book::record::Record;
use crate::domain::schema::entry::Entries;
use crate::domain::schema::id::RecordId;
use crate::exchange::files::Content;
use crate::exchange::lists::{NoList, Worksheet};
use crate::exchange::mapping::Mapping;
use crate::exchange::{sheet_names, tables};
use crate::post::parcel;
use crate::store::backup;
use crate::store::line::LineError;
use crate::text::{cli as texts, post as posted};

/// What becomes of a row of a text with more cells than headings, whose cells may stand under wrong ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// The file is refused: figures of part of a list would be wrong ones.
    Refused,
    /// It is left out, and told from [`Worksheet::beyond`].
    LeftOut,
}

/// A sheet with its origin.
#[derive(Debug)]
pub struct Found {
    /// Name of the file, and of the sheet if the file has several.
    pub name: String,
    /// Index of the file.
    pub file: usize,
    /// The recognized sheet.
    pub sheet: Worksheet,
}

/// Result of reading all files.
#[derive(Debug)]
pub struct Gathered<T> {
    /// The reduced records of the books, sorted by id, without deleted ones.
    pub records: Vec<(RecordId, T)>,
    /// The lists, in the order given.
    pub sheets: Vec<Found>,
}

/// A record of one book.
struct Part<T> {
    id: RecordId,
    file: u32,
    /// Hash of the record's state, to detect differences.
    state: u64,
    /// The reduced record; `None` if it is deleted or not needed.
    wanted: Option<T>,
}

/// Result of reading one file.
struct Read<T> {
    parts: Vec<Part<T>>,
    sheets: Vec<Found>,
}

/// Reduces a record to what the caller needs; `None` drops it.
pub type Want<'a, T> = &'a (dyn Fn(&RecordId, &dyn Entries) -> Option<T> + Sync);

/// Reads files in parallel.
///
/// # Errors
/// All errors in reading, in the order of the files.
pub fn gather<T: Send>(files: &Files, want: Want<'_, T>) -> Result<Gathered<T>, Vec<Trouble>> {
    let Files { paths, mapping } = files;
    let bar = Bar::new(texts::READING, paths.len());
    let read = |(file, path): (usize, &PathBuf)| {
        let read = one(file, path, mapping, want);
        bar.step();
        read
    };
    let results: Vec<Result<Read<T>, Vec<Trouble>>> = paths.par_iter().enumerate().map(read).collect();
    drop(bar);
    let expected = results.iter().flatten().map(|read| read.parts.len()).sum();
    let (mut parts, mut sheets, mut troubles) = (Vec::with_capacity(expected), Vec::new(), Vec::new());
    for result in results {
        match result {
            Ok(read) => {
                parts.extend(read.parts);
                sheets.extend(read.sheets);
            }
            Err(found) => troubles.extend(found),
        }
    }
    if !troubles.is_empty() {
        return Err(troubles);
    }
    parts.par_sort_unstable_by(|one, other| (&one.id, one.file).cmp(&(&other.id, other.file)));
    let merged = merged(paths, &parts, want)?;
    let mut records: Vec<(RecordId, T)> = Vec::with_capacity(parts.len());
    let mut merged = merged.into_iter().collect::<HashMap<_, _>>();
    let mut last: Option<RecordId> = None;
    for part in parts {
        if last.as_ref() == Some(&part.id) {
            continue;
        }
        last = Some(part.id.clone());
        let wanted = merged.remove(&part.id).unwrap_or(part.wanted);
        records.extend(wanted.map(|wanted| (part.id, wanted)));
    }
    Ok(Gathered { records, sheets })
}

fn one<T>(file: usize, path: &Path, mapping: &Mapping, want: Want<'_, T>) -> Result<Read<T>, Vec<Trouble>> {
    match files::read(path).map_err(|trouble| vec![trouble])? {
        Content::Book(text) => {
            let mut book = Book::new(0);
            changes(path, &text, &mut |change| {
                book.apply(change);
            })?;
            let part = |(id, record): &(RecordId, Record)| Part {
                id: id.clone(),
                file: u32::try_from(file).unwrap_or(u32::MAX),
                state: state(record),
                wanted: if record.is_deleted() { None } else { want(id, record) },
            };
            Ok(Read { parts: book.all().iter().map(part).collect(), sheets: Vec::new() })
        }
        content => Ok(Read { parts: Vec::new(), sheets: sheets(file, path, content, mapping, Moved::Refused)? }),
    }
}

/// Reads the lists of a file.
///
/// # Errors
/// If it is not a spreadsheet, or none of its sheets is a list.
pub fn lists(file: usize, path: &Path, mapping: &Mapping, moved: Moved) -> Result<Vec<Found>, Vec<Trouble>> {
    sheets(file, path, files::read(path).map_err(|trouble| vec![trouble])?, mapping, moved)
}

fn sheets(
    file: usize,
    path: &Path,
    content: Content,
    mapping: &Mapping,
    moved: Moved,
) -> Result<Vec<Found>, Vec<Trouble>> {
    let (found, table) = match content {
        Content::Book(_) => return Ok(Vec::new()),
        Content::Table(lines) => (vec![(None, lines)], true),
        Content::Sheets(found) => (found, false),
    };
    let several = found.len() > 1;
    let (mut sheets, mut troubles, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    let mut reports = false;
    for (name, lines) in found {
        let lines = sheet_names::titled(name.as_deref(), &lines).into_owned();
        let shown = path.display().to_string();
        let name = name.map_or(shown.clone(), |name| texts::sheet(&shown, &name));
        let trouble = |line, column, words| Trouble { file: name.clone(), line: Some(line), column, words };
        match tables::read(&lines, mapping) {
            // In a CSV file, an unquoted number with a decimal comma has been split in two.
            Ok(read) if table && moved == Moved::Refused && read.iter().any(|sheet| !sheet.beyond.is_empty()) => {
                let beyond = read.iter().flat_map(|sheet| &sheet.beyond);
                troubles.extend(beyond.map(|(line, at)| trouble(*line, Some(*at), texts::BEYOND.to_owned())));
            }
            Ok(read) => sheets.extend(read.into_iter().map(|mut sheet| {
                if sheet.rows.is_empty() {
                    unknown.push(trouble(sheet.headings, None, texts::NO_ROWS.to_owned()));
                }
                // In a workbook what stands right of the table is a note.
                if !table {
                    sheet.beyond.clear();
                }
                let Worksheet { rows, beyond, .. } = &mut sheet;
                rows.retain(|row| beyond.iter().all(|(line, _)| *line != row.line));
                Found { name: name.clone(), file, sheet }
            })),
            // Beside its lists, what was made of them.
            Err(why @ NoList::Report) => {
                reports = true;
                unknown.push(trouble(1, None, texts::no_list(&why, texts::MAP)));
            }
            // A workbook may have other sheets beside its lists.
            Err(why @ NoList::Unknown(_)) if several => {
                if !lines.is_empty() {
                    unknown.push(trouble(1, None, texts::no_list(&why, texts::MAP)));
                }
            }
            Err(why) => {
                let line = if let NoList::Missing { line, .. } = &why { *line } else { 1 };
                troubles.push(trouble(line, None, texts::no_list(&why, texts::MAP)));
            }
        }
    }
    if sheets.is_empty() && troubles.is_empty() && !reports {
        troubles.push(Trouble::new(path, texts::no_list(&NoList::Unknown(Vec::new()), texts::MAP)).at(1, None));
    }
    if troubles.is_empty() {
        unknown.iter().for_each(|trouble| eprintln!("{trouble}"));
        Ok(sheets)
    } else {
        Err(troubles)
    }
}

/// Passes every change of a book to `take`.
///
/// # Errors
/// If it is not a book or is damaged: figures of part of a book would be wrong.
pub fn changes(path: &Path, text: &str, take: &mut dyn FnMut(&Change)) -> Result<backup::Contents, Vec<Trouble>> {
    if parcel::is_written(text) {
        return Err(vec![Trouble::new(path, posted::NOT_WHOLE).at(1, None)]);
    }
    let words = match backup::read(text, take) {
        Ok(contents) if contents.damaged == 0 => return Ok(contents),
        Ok(_) | Err(LineError::Damaged | LineError::OtherVault | LineError::Altered | LineError::Older) => {
            texts::DAMAGED
        }
        Err(LineError::Newer) => texts::NEWER,
        Err(LineError::Foreign) => texts::FOREIGN,
    };
    Err(vec![Trouble::new(path, words).at(1, None)])
}

/// Hash of all edits of a record.
fn state(record: &Record) -> u64 {
    let mut hasher = DefaultHasher::new();
    for (key, history) in record.fields() {
        key.hash(&mut hasher);
        for edit in history.edits() {
            (edit.stamp, edit.after, &edit.value).hash(&mut hasher);
        }
    }
    hasher.finish()
}

/// Merges the records that are in several files in different states.
fn merged<T: Send>(
    paths: &[PathBuf],
    parts: &[Part<T>],
    want: Want<'_, T>,
) -> Result<Vec<(RecordId, Option<T>)>, Vec<Trouble>> {
    let (mut ids, mut sources) = (HashSet::new(), HashSet::new());
    for same in parts.chunk_by(|one, other| one.id == other.id) {
        let differ = same.iter().any(|part| same.first().is_some_and(|first| first.state != part.state));
        if differ {
            ids.extend(same.first().map(|part| part.id.clone()));
            sources.extend(same.iter().map(|part| part.file as usize));
        }
    }
    let sources: Vec<&PathBuf> = sources.into_iter().filter_map(|file| paths.get(file)).collect();
    let read = |path: &&PathBuf| -> Result<Vec<Change>, Vec<Trouble>> {
        let mut found = Vec::new();
        if let Content::Book(text) = files::read(path).map_err(|trouble| vec![trouble])? {
            changes(path, &text, &mut |change| {
                if ids.contains(&change.record) {
                    found.push(change.clone());
                }
            })?;
        }
        Ok(found)
    };
    let mut changes = sources.par_iter().map(read).collect::<Result<Vec<_>, _>>()?.concat();
    changes.par_sort_unstable_by(|one, other| one.record.cmp(&other.record));
    let mut book = Book::new(0);
    for change in &changes {
        book.apply(change);
    }
    let of =
        |(id, record): &(RecordId, Record)| (id.clone(), if record.is_deleted() { None } else { want(id, record) });
    Ok(book.all().iter().map(of).collect())
}
