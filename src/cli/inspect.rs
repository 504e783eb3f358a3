//! `ketnap inspect`: summarizes files, including those that other commands reject.

use super::files::{self, Input};
use super::trouble::Trouble;
use super::{Outcome, output};
use crate::book::Book;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::exchange::files::Content;
use crate::exchange::{sheet_names, tables};
use crate::post::parcel::{self, Parcel};
use crate::store::backup::{self, Contents};
use crate::text::{cli as texts, post as posted, words};

const DAY: u64 = 86_400_000;

/// Summarizes each file.
///
/// # Errors
/// All files that cannot be read at all.
pub fn run(input: &Input) -> Result<Outcome, Vec<Trouble>> {
    let (mut lines, mut troubles) = (Vec::new(), Vec::new());
    let files = files::all(input)?;
    for path in files.paths {
        lines.push(path.display().to_string());
        match files::read(&path) {
            Ok(Content::Book(text)) if parcel::is_written(&text) => match Parcel::read(&text) {
                Ok(parcel) => {
                    let changes = parcel.book.each_change().count();
                    lines.push(format!("  {}", posted::summary(&parcel.header, parcel.book.all().len(), changes)));
                    lines.extend(kinds(&parcel.book));
                }
                Err(why) => troubles.push(Trouble::new(&path, posted::unreadable(why)).at(1, None)),
            },
            Ok(Content::Book(text)) => match book(&text) {
                Ok((found, damaged)) => {
                    lines.extend(found);
                    if damaged > 0 {
                        troubles.push(Trouble::new(&path, texts::DAMAGED).at(1, None));
                    }
                }
                Err(words) => troubles.push(Trouble::new(&path, words).at(1, None)),
            },
            Ok(content) => {
                let found = match content {
                    Content::Table(rows) => vec![(None, rows)],
                    Content::Sheets(found) => found,
                    Content::Book(_) => Vec::new(),
                };
                for (name, rows) in found {
                    let rows = sheet_names::titled(name.as_deref(), &rows).into_owned();
                    let name = name.map(|name| format!("[{name}] ")).unwrap_or_default();
                    match tables::read(&rows, &files.mapping) {
                        Ok(read) => {
                            lines.extend(read.iter().map(|sheet| format!("  {name}{}", texts::sheet_told(sheet))));
                        }
                        Err(why) => lines.push(format!("  {name}{}", texts::no_list(&why, texts::MAP))),
                    }
                }
            }
            Err(trouble) => troubles.push(trouble),
        }
    }
    output::write(|to| lines.iter().try_for_each(|line| writeln!(to, "{line}")))?;
    if troubles.is_empty() { Ok(Outcome::Nothing) } else { Err(troubles) }
}

/// How many records of each kind there are.
fn kinds(book: &Book) -> Vec<String> {
    let of = |kind: RecordKind| book.records().filter(|(id, _)| id.is(kind)).count();
    let counted = RecordKind::ALL.into_iter().map(|kind| (kind, of(kind))).filter(|(_, count)| *count > 0);
    counted.map(|(kind, count)| format!("  {}", texts::kind_told(words::record(kind), kind.prefix(), count))).collect()
}

/// Summary of a book, and its number of damaged parts.
fn book(text: &str) -> Result<(Vec<String>, usize), String> {
    let mut book = Book::new(0);
    let mut edits = 0_u64;
    let Contents { ms, damaged } = backup::read(text, &mut |change| {
        edits += 1;
        book.apply(change);
    })
    .map_err(|_| texts::FOREIGN.to_owned())?;
    let made = Day::from_days_since_1970(i64::try_from(ms / DAY).unwrap_or_default());
    let mut lines = vec![format!("  {}", texts::book_told(made, book.records().count(), book.all().len(), edits))];
    lines.extend(kinds(&book));
    let unknown = book.records().filter(|(id, _)| RecordId::kind(id).is_none()).count();
    lines.extend((unknown > 0).then(|| format!("  {}", texts::unknown_told(unknown))));
    lines.push(format!("  {}", texts::devices_told(book.version().stamps().len())));
    Ok((lines, damaged))
}
