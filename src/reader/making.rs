//! Workbooks of the page's book: its lists, or the tables that offices ask for. What stands in them is in `spreadsheets`.

use super::ledger;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};
use crate::domain::value::rows::at;
use crate::exchange::plan::Output;
use crate::spreadsheets::{self, Asked, workbook};
use crate::text::lists as texts;

/// What the page asks for, in a row of texts: see [`Output`].
pub(super) fn request(row: &[Option<String>]) -> Option<Output> {
    let organization = at(row, 1).and_then(RecordId::parse);
    let day = |place: usize| at(row, place).and_then(Day::from_iso);
    match at(row, 0)? {
        Output::LISTS => Some(Output::Lists),
        Output::REPORTS => {
            let period = Period::new(day(2)?, day(3)?)?;
            Some(Output::Reports { organization: organization?, period, as_of: day(4)? })
        }
        Output::PARCEL => {
            let to = at(row, 2)?.to_owned();
            let (whole, asks) = (at(row, 3) == Some(Output::WHOLE), at(row, 4).unwrap_or_default().to_owned());
            Some(Output::Parcel { from: organization?, to, whole, asks })
        }
        _ => None,
    }
}

/// The workbook and the name of its file; nothing if the book cannot be read.
pub(super) fn make(book: &str, wanted: &Output, today: Day) -> Option<(String, Vec<u8>)> {
    let read = super::book(book)?;
    let ledger = ledger(&read);
    let (name, tables) = match wanted {
        Output::Lists => (texts::LISTS_FILE, spreadsheets::lists(&read, &ledger)),
        Output::Reports { organization, period, as_of } => {
            let asked = Asked { organization, period: *period, as_of: *as_of };
            (texts::REPORTS_FILE, spreadsheets::reports(&read, &ledger, &asked))
        }
        Output::Parcel { .. } => return None,
    };
    let bytes = workbook::bytes(&tables, today).ok()?;
    Some((format!("{name}-{}.xlsx", today.iso()), bytes))
}
