//! Backups: serializing the whole book to one file, metadata of the files and generations made so
//! far, and rotation of the generations. `docs/FORMAT.md` describes the file. Writing files is the
//! platform's job.

use super::line::{self, LineError};
use super::names::{self, Kind};
use crate::book::Book;
use crate::book::change::Change;
use crate::book::stamp::Stamp;
use crate::book::version::Version;
use crate::domain::value::json;
use crate::domain::value::letters::number;
use crate::domain::value::rows::{self, Rows};

/// Key under which [`Known`] is stored.
pub const NAME: &str = "ket-nap/backup";
/// Magic prefix of a file: program name and format version.
const OPENING: &str = "ket-nap;1;";
/// What follows in a backup, which has a book.
const WHOLE: &str = "backup;";
/// Name of the only line of a backup.
const BOOK: &str = "book";
/// Prefix of generation names in a rescue file.
const GENERATION: &str = "ket-nap/backup/";
/// Minimum interval between two generations, in milliseconds: one day.
const EVERY: u64 = 86_400_000;

/// Serializes the book to the text of a backup file made at `ms` (milliseconds since the Unix epoch).
pub fn write(book: &Book, ms: u64) -> String {
    let records = book.records().count();
    let device = book.device();
    format!("{OPENING}{WHOLE}{ms};{records};{device:08x}\n{BOOK} {}\n", line::write_book(book, Rows::new()))
}

/// Metadata of a file that was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Creation time, in milliseconds since the Unix epoch.
    pub ms: u64,
    /// Number of damaged lines.
    pub damaged: usize,
}

/// Reads a backup or a rescue file and passes every change to `take`.
///
/// # Errors
/// [`LineError::Foreign`] or [`LineError::Newer`] if the header is not one of this version. Damaged
/// lines are counted, not an error.
pub fn read(text: &str, take: &mut dyn FnMut(&Change)) -> Result<Contents, LineError> {
    // Some programs prepend a byte order mark.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let (opening, rest) = text.split_once('\n').unwrap_or((text, ""));
    let Some(opening) = opening.strip_prefix(OPENING) else {
        return Err(if opening.starts_with("ket-nap;") { LineError::Newer } else { LineError::Foreign });
    };
    let ms = opening.split(';').nth(1).and_then(|ms| number(ms, 10)).unwrap_or_default();
    let mut possible = |change: &Change| {
        if change.stamp.is_possible() {
            take(change);
        }
    };
    let mut books = 0;
    let mut damaged = parts(rest, &mut books, &mut possible);
    // Cut off right behind its first line: what that promises is not there.
    let promised =
        opening.starts_with(WHOLE) && opening.trim_end().split(';').nth(2).is_some_and(|records| records != "0");
    damaged += usize::from(promised && books == 0);
    Ok(Contents { ms, damaged })
}

/// The device whose book a backup holds, if the file says so.
pub fn device(text: &str) -> Option<u32> {
    let (opening, _) = text.strip_prefix(OPENING)?.split_once('\n')?;
    number(opening.trim_end().split(';').nth(3)?, 16)?.try_into().ok()
}

/// Reads the `NAME TEXT` lines after the header and counts those with changes. Returns the number of damaged ones.
fn parts(lines: &str, books: &mut usize, take: &mut dyn FnMut(&Change)) -> usize {
    let mut damaged = 0;
    for line in lines.split('\n') {
        let Some((name, text)) = line.strip_suffix('\r').unwrap_or(line).split_once(' ') else { continue };
        let quoted: Option<String> = if text.starts_with('"') { json::parse(text).ok() } else { None };
        let text = quoted.as_deref().unwrap_or(text);
        damaged += usize::from(if name.starts_with(GENERATION) {
            // A nested file: one of the generations kept by the browser.
            text.split_once('\n').is_some_and(|(_, lines)| parts(lines, books, take) > 0)
        } else if name == BOOK || matches!(names::kind(name), Kind::Bundle(_) | Kind::Snapshot(_)) {
            *books += 1;
            line::read(text, take).is_err()
        } else {
            false
        });
    }
    damaged
}

/// Why a file was not written or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The user cancelled.
    Cancelled,
    /// The text read back differs from the text written.
    Different,
    /// The browser reported an error.
    Failed,
    /// The file exceeds the size limit.
    TooLarge,
    /// Not a backup file.
    Foreign,
    /// Written by a newer version of the program.
    Newer,
    /// Sealed by the passphrase of another book.
    Sealed,
}

/// Metadata of the backups made so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The last file saved.
    pub file: Option<File>,
    /// The generations in the browser, in the order of [`GENERATIONS`].
    pub generations: [Option<Generation>; 2],
}

/// Metadata of a saved file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Creation time, in milliseconds since the Unix epoch.
    pub ms: u64,
    /// Whether the file was read back and compared.
    pub checked: bool,
    /// Version vector of the book at that time.
    pub version: Version,
}

/// Metadata of a backup kept inside the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Generation {
    /// Creation time, in milliseconds since the Unix epoch.
    pub ms: u64,
    /// Number of records in it, without deleted ones.
    pub records: u64,
}

/// Names of the generations.
pub const GENERATIONS: [&str; 2] = ["a", "b"];

impl Known {
    /// Parses stored metadata; missing or damaged entries count as absent.
    #[inline(never)]
    pub fn stored_read(text: &str) -> Known {
        let rows = rows::parse(text).unwrap_or_default();
        let mut known = Known::default();
        for row in &rows {
            let Some(ms) = rows::at(row, 1).and_then(|ms| number(ms, 10)) else { continue };
            let name = rows::at(row, 0).unwrap_or_default();
            if name == "file" {
                let mut version = Version::default();
                row.iter()
                    .skip(3)
                    .flatten()
                    .filter_map(|stamp| Stamp::parse(stamp))
                    .for_each(|stamp| version.observe(stamp));
                known.file = Some(File { ms, checked: rows::at(row, 2) == Some("checked"), version });
            }
            let records = rows::at(row, 2).and_then(|records| number(records, 10)).unwrap_or_default();
            for (slot, own) in known.generations.iter_mut().zip(GENERATIONS) {
                if name == own {
                    *slot = Some(Generation { ms, records });
                }
            }
        }
        known
    }

    /// Serializes the metadata.
    #[inline(never)]
    pub fn deferred_write(&self) -> String {
        let mut rows = Rows::new();
        if let Some(File { ms, checked, version }) = &self.file {
            let how = if *checked { "checked" } else { "handed" };
            let mut row = vec![Some("file".to_owned()), Some(ms.to_string()), Some(how.to_owned())];
            row.extend(version.stamps().iter().map(|stamp| Some(stamp.to_string())));
            rows.push(row);
        }
        for (generation, name) in self.generations.iter().zip(GENERATIONS) {
            if let Some(Generation { ms, records }) = generation {
                rows.push(vec![Some(name.to_owned()), Some(ms.to_string()), Some(records.to_string())]);
            }
        }
        rows::write(&rows)
    }

    /// The generation slot that a book of `records` records should overwrite at time `now`, or
    /// `None` if no generation is due. A slot that [is fuller](Generation::is_fuller) is never
    /// chosen.
    pub fn due(&self, now: u64, records: u64) -> Option<usize> {
        let made = |place: &usize| self.generations.get(*place).copied().flatten();
        let newest = [0, 1].iter().filter_map(made).map(|generation| generation.ms).max();
        if records == 0 || newest.is_some_and(|ms| ms <= now && now - ms < EVERY) {
            return None;
        }
        let free =
            [0, 1].into_iter().filter(|place| !made(place).is_some_and(|generation| generation.is_fuller(records)));
        free.min_by_key(|place| made(place).map_or(0, |generation| generation.ms))
    }
}

impl Generation {
    /// Whether it holds so many more records than a book of `records` records that only the user
    /// may overwrite it.
    pub fn is_fuller(&self, records: u64) -> bool {
        self.records >= 10 && self.records > records.saturating_mul(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::schema::id::RecordId;

    fn book() -> Book {
        let mut book = Book::new(7);
        for number in 0..3 {
            let id = RecordId::parse(&format!("candidate:{number}")).unwrap_or_else(|| unreachable!());
            book.create(5, &id, "2026-11-22");
            book.edit(6, &id, "name", Some(format!("Lò Thị Mẫu {number}")));
        }
        book
    }

    fn taken(text: &str) -> (Result<Contents, LineError>, Book) {
        let mut book = Book::new(0);
        let contents = read(text, &mut |change| {
            book.apply(change);
        });
        (contents, book)
    }

    #[test]
    fn a_file_is_read_back_through_any_transport() {
        let book = book();
        let text = write(&book, 1_795_305_600_000);
        assert!(text.starts_with("ket-nap;1;backup;1795305600000;3;00000007\nbook 2;"));
        for changed in [text.clone(), format!("\u{FEFF}{text}"), text.replace('\n', "\r\n"), text.trim_end().to_owned()]
        {
            let (contents, found) = taken(&changed);
            assert_eq!(contents, Ok(Contents { ms: 1_795_305_600_000, damaged: 0 }));
            assert_eq!(found.changes(), book.changes());
        }
        assert_eq!((device(&text), device("ket-nap;1;backup;5;3\nbook 2;")), (Some(7), None));
        let cut = text.get(..text.len() - 30).unwrap_or_default();
        assert_eq!(taken(cut).0.map(|contents| contents.damaged), Ok(1));
        let first = text.lines().next().unwrap_or_default();
        assert_eq!(taken(first).0.map(|contents| contents.damaged), Ok(1));
        assert_eq!(taken(&format!("{first}\r\nbo")).0.map(|contents| contents.damaged), Ok(1));
        assert_eq!(taken("ket-nap;1;backup;5;0\r\n").0.map(|contents| contents.damaged), Ok(0));
        assert_eq!(taken("hello").0, Err(LineError::Foreign));
        assert_eq!(taken("ket-nap;2;backup;1;1\n").0, Err(LineError::Newer));
        assert_eq!(taken("").0, Err(LineError::Foreign));
    }

    #[test]
    fn what_the_page_saved_without_the_program_is_read_with_all_its_copies() {
        let book = book();
        let line = line::write_book(&book, Rows::new());
        let generation = serde_json::to_string(&write(&book, 1)).unwrap_or_default();
        let rescue = format!(
            "ket-nap;1;rescue;9;0\nket-nap/device 0000002a\nket-nap/what \"a\\nb\"\nket-nap/book/0000000001-0000002a {}\nket-nap/folded/0000000002-0000002a {line}\nket-nap/backup/a {generation}\n",
            line.get(..20).unwrap_or_default(),
        );
        let (contents, found) = taken(&rescue);
        assert_eq!(contents, Ok(Contents { ms: 9, damaged: 1 }));
        assert_eq!(found.changes(), book.changes());
    }

    #[test]
    fn stamps_of_an_impossible_time_are_left_out() {
        let mut book = book();
        let id = RecordId::parse("candidate:x").unwrap_or_else(|| unreachable!());
        let stamp = Stamp { ms: (1 << 48) - 1, count: u16::MAX, device: 9 };
        book.apply(&Change { stamp, after: None, record: id.clone(), key: "name".into(), value: Some("x".into()) });
        let (_, found) = taken(&write(&book, 1));
        assert!(found.record(&id).is_none());
        assert_eq!(found.records().count(), 3);
    }

    #[test]
    fn what_is_known_is_read_back() {
        let mut version = Version::default();
        version.observe(Stamp { ms: 5, count: 1, device: 7 });
        version.observe(Stamp { ms: 9, count: 0, device: 2 });
        let known = Known {
            file: Some(File { ms: 12, checked: true, version }),
            generations: [None, Some(Generation { ms: 3, records: 40 })],
        };
        assert_eq!(Known::stored_read(&known.deferred_write()), known);
        assert_eq!(Known::stored_read("nonsense"), Known::default());
    }

    #[track_caller]
    fn check(generations: [Option<(u64, u64)>; 2], day: u64, records: u64, due: Option<usize>) {
        let generations = generations.map(|made| made.map(|(day, records)| Generation { ms: day * EVERY, records }));
        assert_eq!(Known { file: None, generations }.due(day * EVERY, records), due);
    }

    #[test]
    fn a_generation_a_day_and_a_fuller_one_is_never_given_up() {
        check([None, None], 5, 3, Some(0));
        check([None, None], 5, 0, None);
        check([Some((5, 3)), None], 5, 3, None);
        check([Some((5, 3)), None], 6, 3, Some(1));
        check([Some((5, 3)), Some((6, 3))], 7, 4, Some(0));
        check([Some((7, 4)), Some((6, 3))], 8, 4, Some(1));
        // Fuller generations stay; a shrunken book only rotates through the other slot.
        check([Some((7, 100)), Some((6, 90))], 8, 60, Some(1));
        check([Some((7, 100)), Some((6, 40))], 8, 49, Some(1));
        check([Some((7, 100)), Some((6, 90))], 8, 5, None);
        check([Some((7, 100)), Some((8, 5))], 9, 5, Some(1));
        // A clock that was once ahead does not stop backups for good.
        check([Some((900, 3)), None], 5, 3, Some(1));
    }
}
