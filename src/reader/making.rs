//! Workbooks of the page's book: its lists, or the tables that offices ask for. What stands in them is in `spreadsheets`.

use crate::courier::beside::{self, ledger};
use crate::domain::value::day::Day;
use crate::exchange::output::Output;
use crate::spreadsheets::{self, Asked, workbook};
use crate::text::lists as texts;

/// The workbook and the name of its file; nothing if the book cannot be read.
pub(super) fn make(book: &str, wanted: &Output, today: Day) -> Option<(String, Vec<u8>)> {
    let read = beside::book(book)?;
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
