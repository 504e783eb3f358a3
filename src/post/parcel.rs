//! The written form of a parcel: a line for people and other programs, then one bundle with the changes and, behind them,
//! who sends what to whom. One checksum covers both, so that a file that was cut off is refused whole. `docs/FORMAT.md`
//! describes it.

use super::claims::{stamps, version};
use super::mended::mended;
use crate::book::Book;
use crate::book::version::Version;
use crate::domain::schema::choice::Level;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::domain::value::letters::number;
use crate::domain::value::rows::{self, Rows, at};
use crate::store::line::{self, LineError};

/// How such a file begins. Programs of before parcels say of it that it is of a newer version.
pub(super) const OPENING: &str = "ket-nap;2;parcel;";
/// Name of the only line.
pub(super) const BOOK: &str = "book ";

/// Which way a parcel goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the organization above.
    Up,
    /// To cells.
    Down,
}

/// Who sends what to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Which way.
    pub way: Way,
    /// Number of the device that made it.
    pub device: u32,
    /// The organization that it is from.
    pub from: RecordId,
    /// Its name.
    pub from_name: String,
    /// The organization that it is for; `None` if it is for all below, or if the one above is not known.
    pub to: Option<RecordId>,
    /// Its name; empty if there is none.
    pub to_name: String,
    /// Number among the files that the device has sent this way, from 1.
    pub number: u64,
    /// Local day on which it was made.
    pub day: Day,
    /// How much of dossiers it carries.
    pub level: Level,
    /// What the receiver has to have already.
    pub since: Version,
}

/// A parcel.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// Who sends what to whom.
    pub header: Header,
    /// The changes.
    pub book: Book,
}

/// Why a file is no parcel that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Another kind of file.
    Foreign,
    /// Of a newer version of the program.
    Newer,
    /// Cut off or altered on the way.
    Damaged,
}

/// Whether a text begins as a parcel.
pub fn is_written(text: &str) -> bool {
    trimmed(text).starts_with(OPENING)
}

fn trimmed(text: &str) -> &str {
    text.trim_start_matches(['\u{FEFF}', ' ', '\r', '\n', '\t'])
}

impl Parcel {
    /// The text of the file.
    pub fn write(&self, ms: u64) -> String {
        let Header { way, device, from, from_name, to, to_name, number, day, level, since } = &self.header;
        let way = if *way == Way::Up { "up" } else { "down" };
        let rows: Rows = vec![
            rows::of(&["parcel", way, &number.to_string(), &day.iso(), level.key()]),
            rows::of(&["from", &format!("{device:08x}"), from.as_str(), from_name]),
            vec![Some("to".to_owned()), to.as_ref().map(|to| to.as_str().to_owned()), Some(to_name.clone())],
            rows::of(&["since", &stamps(since)]),
        ];
        let records = self.book.all().len();
        format!("{OPENING}{ms};{records}\n{BOOK}{}\n", line::write_book(&self.book, rows))
    }

    /// Reads the text of a file, also where programs on the way have broken its lines or turned its quotes.
    ///
    /// # Errors
    /// If it is another kind of file, of a newer version, or not whole.
    pub fn read(text: &str) -> Result<Parcel, Unreadable> {
        match Parcel::read_as_it_is(text) {
            Err(Unreadable::Damaged) => {
                mended(text).map_or(Err(Unreadable::Damaged), |text| Parcel::read_as_it_is(&text))
            }
            read => read,
        }
    }

    fn read_as_it_is(text: &str) -> Result<Parcel, Unreadable> {
        let text = trimmed(text);
        if !text.starts_with(OPENING) {
            return Err(if text.starts_with("ket-nap;") { Unreadable::Newer } else { Unreadable::Foreign });
        }
        // What a chat program put around the text is no part of it.
        let line = text.lines().find_map(|line| line.strip_prefix(BOOK)).ok_or(Unreadable::Damaged)?;
        let (mut book, mut possible) = (Book::new(0), true);
        let rows = line::read(line.trim_end(), &mut |change| {
            possible &= change.stamp.is_possible();
            book.apply(change);
        });
        let rows = rows.map_err(|error| match error {
            LineError::Newer => Unreadable::Newer,
            LineError::Damaged | LineError::Foreign | LineError::OtherVault | LineError::Altered | LineError::Older => {
                Unreadable::Damaged
            }
        })?;
        let header = header(&rows).filter(|_| possible).ok_or(Unreadable::Damaged)?;
        Ok(Parcel { header, book })
    }
}

fn header(rows: &Rows) -> Option<Header> {
    let named = |name: &str| rows.iter().find(|row| at(row, 0) == Some(name));
    let (kind, from, to) = (named("parcel")?, named("from")?, named("to")?);
    let since = version(named("since").and_then(|row| at(row, 1)).unwrap_or_default());
    Some(Header {
        way: match at(kind, 1)? {
            "up" => Way::Up,
            "down" => Way::Down,
            _ => return None,
        },
        device: u32::try_from(number(at(from, 1)?, 16)?).ok()?,
        from: RecordId::parse(at(from, 2)?)?,
        from_name: at(from, 3).unwrap_or_default().to_owned(),
        to: at(to, 1).and_then(RecordId::parse),
        to_name: at(to, 2).unwrap_or_default().to_owned(),
        number: number(at(kind, 2)?, 10)?,
        day: Day::from_iso(at(kind, 3)?)?,
        level: Level::from_key(at(kind, 4)?)?,
        since,
    })
}
