//! Workbooks of the page's book: its lists, or the tables that offices ask for. What stands in them is in `spreadsheets`.

use super::ledger;
use crate::book::Book;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};
use crate::domain::value::rows::at;
use crate::exchange::plan::Workbook;
use crate::spreadsheets::{self, Asked, workbook};
use crate::store::backup;
use crate::text::lists as texts;

/// What the page asks for, in a row of texts: see [`Workbook::write`].
pub(super) fn request(row: &[Option<String>]) -> Option<Workbook> {
    let organization = at(row, 1).and_then(RecordId::parse);
    let day = |place: usize| at(row, place).and_then(Day::from_iso);
    match at(row, 0)? {
        Workbook::LISTS => Some(Workbook::Lists),
        Workbook::REPORTS => {
            let period = Period::new(day(2)?, day(3)?)?;
            Some(Workbook::Reports { organization: organization?, period, as_of: day(4)? })
        }
        _ => None,
    }
}

/// The workbook and the name of its file; nothing if the book cannot be read.
pub(super) fn make(book: &str, wanted: &Workbook, today: Day) -> Option<(String, Vec<u8>)> {
    let mut read = Book::new(0);
    backup::read(book, &mut |change| {
        read.apply(change);
    })
    .ok()?;
    let ledger = ledger(&read);
    let (name, tables) = match wanted {
        Workbook::Lists => (texts::LISTS_FILE, spreadsheets::lists(&read, &ledger)),
        Workbook::Reports { organization, period, as_of } => {
            let asked = Asked { organization, period: *period, as_of: *as_of };
            (texts::REPORTS_FILE, spreadsheets::reports(&read, &ledger, &asked))
        }
    };
    let bytes = workbook::bytes(&tables, today).ok()?;
    Some((format!("{name}-{}.xlsx", today.iso()), bytes))
}
