//! `ketnap bundle`: makes the file that one organization sends another, from a book saved to a file.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use super::files::{self, Input};
use super::merge::{free, put};
use super::trouble::Trouble;
use super::{Outcome, args, report, whole};
use crate::book::Book;
use crate::domain::schema::choice::Level;
use crate::domain::schema::id::RecordId;
use crate::post::claims::Keeper;
use crate::post::making::{self, Recipient, Wanted};
use crate::post::travel;
use crate::store::backup;
use crate::text::{cli as texts, post as words};

/// Arguments of the command.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The book.
    pub input: Input,
    /// Name of the organization that the file is from.
    pub organization: Option<String>,
    /// Name of the organization below that it is for.
    pub to: Option<String>,
    /// Whether it is for all below.
    pub to_all: bool,
    /// Whether everything goes along.
    pub whole: bool,
    /// How much of dossiers the cells are asked for.
    pub ask: Option<Level>,
    /// Output file.
    pub out: PathBuf,
    /// Where the book is written with what it now says of the file.
    pub book_out: Option<PathBuf>,
    /// Whether to overwrite existing files.
    pub force: bool,
}

/// Makes the file.
///
/// # Errors
/// All errors in reading or writing, and organizations that are not found.
pub fn run(asked: &Asked) -> Result<Outcome, Vec<Trouble>> {
    let files = files::all(&asked.input)?;
    for out in [Some(&asked.out), asked.book_out.as_ref()].into_iter().flatten() {
        free(out, asked.force).map_err(|trouble| vec![trouble])?;
    }
    let read = whole::read(&files)?;
    let first = files.paths.first().cloned().unwrap_or_default();
    let named = |name: Option<&str>| report::organization(&read, name).map_err(|why| vec![Trouble::new(&first, why)]);
    let from = named(asked.organization.as_deref())?;
    let to = match (&asked.to, asked.to_all) {
        (_, true) => Recipient::AllBelow,
        (None, _) => Recipient::Above,
        (Some(name), _) => {
            let to = named(Some(name))?;
            if to == from || !travel::is_within(&read.book, &to, &from) {
                return Err(vec![Trouble::new(&first, words::not_below(name))]);
            }
            Recipient::Below(to)
        }
    };
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map(|time| time.as_millis()).unwrap_or_default();
    let now = u64::try_from(now).unwrap_or_default();
    // What it says of the file is stamped by a device of its own, the same each time: the page whose book this is goes on
    // writing, and knows nothing of it.
    let mut book = Book::new(device(&from));
    read.book.each_change().for_each(|change| {
        book.apply(&change);
    });
    let wanted =
        Wanted { from: &from, to, whole: asked.whole, asks: asked.ask, keeper: Keeper::File, now, day: args::today() };
    let (parcel, _) = making::make(&mut book, &wanted);
    put(&asked.out, parcel.write(now).as_bytes(), true).map_err(|trouble| vec![trouble])?;
    if let Some(out) = &asked.book_out {
        put(out, backup::write(&book, now).as_bytes(), true).map_err(|trouble| vec![trouble])?;
    }
    let changes = parcel.book.each_change().count();
    println!("{}", texts::bundled(&asked.out, &words::summary(&parcel.header, parcel.book.all().len(), changes)));
    Ok(Outcome::Nothing)
}

/// The device number of the command line in an organization.
fn device(organization: &RecordId) -> u32 {
    let fnv = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(16_777_619);
    organization.as_str().bytes().fold(2_166_136_261, fnv)
}
