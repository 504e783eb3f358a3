//! Reads files into one book: all records with all fields and edits, for checks, reports, merging
//! and lists. `ledger` needs far less memory if only figures are required.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use rayon::prelude::*;

use super::bar::Bar;
use super::files::{self, Files};
use super::gather::{self, Found, Moved};
use super::places::Lists;
use super::trouble::Trouble;
use crate::book::Book;
use crate::book::change::Change;
use crate::domain::ledger::Ledger;
use crate::domain::ledger::record::TypedRecord;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::exchange::files::Content;
use crate::exchange::intake::Made;
use crate::exchange::mapping::Mapping;
use crate::exchange::names::Names;
use crate::post::claims::Keeper;
use crate::post::parcel::{self, Parcel};
use crate::post::receiving;
use crate::text::{cli as texts, post as posted};

/// Contents of all files.
#[derive(Debug)]
pub struct Whole {
    /// The book: contents of the books, and the rows of the lists as edits.
    pub book: Book,
    /// The same as typed values.
    pub ledger: Ledger,
    /// The records that come from lists.
    pub lists: Lists,
}

/// Device number of edits made from list rows.
const LISTS: u32 = 0;

/// Result of reading one file.
enum Read {
    /// Changes of a book.
    Changes(Vec<Change>),
    /// Lists.
    Lists(Vec<Found>),
    /// What one organization sends another.
    Parcel(Box<Parcel>),
}

/// What is done with parcels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parcels {
    /// They are taken into the book.
    Taken,
    /// They are refused: figures of a part of a book would be wrong ones.
    Refused,
}

/// Reads files completely.
///
/// # Errors
/// All errors in reading the files.
pub fn read(files: &Files) -> Result<Whole, Vec<Trouble>> {
    read_with(files, Parcels::Refused, Moved::Refused)
}

/// Reads files completely, parcels among them if they are to be taken.
///
/// # Errors
/// All errors in reading the files, and why parcels are not taken.
pub fn read_with(files: &Files, parcels: Parcels, moved: Moved) -> Result<Whole, Vec<Trouble>> {
    let Files { paths, mapping } = files;
    let bar = Bar::new(texts::READING, paths.len());
    let read = |(file, path): (usize, &PathBuf)| {
        let read = one(file, path, mapping, parcels, moved);
        bar.step();
        read
    };
    let results: Vec<Result<Read, Vec<Trouble>>> = paths.par_iter().enumerate().map(read).collect();
    drop(bar);
    let (mut changes, mut sheets, mut troubles) = (Vec::new(), Vec::new(), Vec::new());
    let (mut sent, mut senders) = (Vec::new(), Vec::new());
    for (result, path) in results.into_iter().zip(paths) {
        match result {
            Ok(Read::Changes(some)) => changes.extend(some),
            Ok(Read::Lists(found)) => sheets.extend(found),
            Ok(Read::Parcel(parcel)) => {
                sent.push(*parcel);
                senders.push(path);
            }
            Err(found) => troubles.extend(found),
        }
    }
    if !troubles.is_empty() {
        return Err(troubles);
    }
    // Sorted by id, the order that a book takes fastest.
    changes.par_sort_by(|one, other| one.record.cmp(&other.record));
    let mut book = Book::new(LISTS);
    for change in changes {
        book.apply(&change);
    }
    let received = receiving::take(&mut book, Keeper::File, None, &sent);
    let refused = received.refused.iter().filter_map(|(place, why)| {
        let header = &sent.get(*place)?.header;
        Some(Trouble::new(senders.get(*place)?, posted::refusal(header, why)).at(1, None))
    });
    troubles.extend(refused);
    if !troubles.is_empty() {
        return Err(troubles);
    }
    let lists = from_lists(paths, &mut book, sheets);
    let records = book.records().filter_map(|(id, record)| Some((id.clone(), TypedRecord::read(id.kind()?, record))));
    let ledger = Ledger::of_records(records.collect());
    Ok(Whole { book, ledger, lists })
}

fn one(file: usize, path: &Path, mapping: &Mapping, parcels: Parcels, moved: Moved) -> Result<Read, Vec<Trouble>> {
    if let Content::Book(text) = files::read(path).map_err(|trouble| vec![trouble])? {
        if parcels == Parcels::Taken && parcel::is_written(&text) {
            let read = Parcel::read(&text).map(|parcel| Read::Parcel(Box::new(parcel)));
            return read.map_err(|why| vec![Trouble::new(path, posted::unreadable(why)).at(1, None)]);
        }
        let mut changes = Vec::new();
        gather::changes(path, &text, &mut |change| changes.push(change.clone()))?;
        return Ok(Read::Changes(changes));
    }
    gather::lists(file, path, mapping, moved).map(Read::Lists)
}

/// Writes the rows of lists into the book, stamped with the modification times of their files: if
/// two lists have a record, the later file wins.
fn from_lists(paths: &[PathBuf], book: &mut Book, sheets: Vec<Found>) -> Lists {
    let mut names = Names::default();
    let organizations = book.records().filter(|(id, _)| id.is(RecordKind::Organization));
    for (id, record) in organizations {
        let text = |field: Field| record.text(field.spec().key);
        let parent = text(Field::OrganizationParent).and_then(RecordId::parse);
        let parent = parent.and_then(|parent| book.record(&parent)?.text(Field::OrganizationName.spec().key));
        if let Some(name) = text(Field::OrganizationName) {
            names.know(name, parent, id);
        }
        names.know_code(text(Field::OrganizationCode), id);
    }
    let lists = Lists::new(sheets, &mut names, &|id| book.record(id).is_some());
    let saved: Vec<u64> = paths.iter().map(|path| saved(path.as_path())).collect();
    let when = |made: &Made| {
        let file = lists.sheets.get(made.sheet).map_or(0, |found| found.file);
        saved.get(file).copied().unwrap_or_default()
    };
    // Independent of the order of the files.
    let mut made: Vec<(u64, &Made)> = lists.made.iter().map(|made| (when(made), made)).collect();
    made.sort_by(|(one, first), (other, second)| (one, &first.id).cmp(&(other, &second.id)));
    for (now, made) in made {
        for (field, text) in &made.texts {
            book.edit(now, &made.id, field.spec().key, Some(text.clone()));
        }
    }
    lists
}

/// Modification time of a file, in milliseconds since the Unix epoch.
fn saved(path: &Path) -> u64 {
    let time = std::fs::metadata(path).and_then(|found| found.modified()).ok();
    let since = time.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| u64::try_from(since.as_millis()).ok()).unwrap_or_default()
}
