//! The parts of the candidates' dossiers, a table for each kind of part, with whose part each row is. They are not read again as
//! lists: the first heading tells.

use super::lists::cell_of;
use super::{Cell, OfficeTable};
use crate::book::Book;
use crate::book::record::Record;
use crate::domain::ledger::Ledger;
use crate::domain::schema::entry;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::exchange::names::Names;
use crate::text::spreadsheets as texts;
use crate::text::words;

/// The tables of parts that there are.
pub(super) fn parts(book: &Book, ledger: &Ledger) -> Vec<OfficeTable> {
    let names = Names::of(ledger);
    let kinds = RecordKind::ALL.into_iter().filter(|kind| kind.is_attached() && *kind != RecordKind::Paper);
    let tables = kinds.filter_map(|kind| {
        let records: Vec<(&RecordId, &Record)> = book.records().filter(|(id, _)| id.is(kind)).collect();
        let used = |field: &Field| records.iter().any(|(_, record)| entry::written(*record, *field).is_some());
        let fields: Vec<Field> = Field::of(kind).filter(used).collect();
        let row = |(id, record): &(&RecordId, &Record)| {
            let whose = id.candidate().and_then(|whose| entry::text(book.record(&whose)?, Field::Name));
            let cells = fields.iter().map(|field| cell_of(book, ledger, &names, *field, record));
            [Cell::text(whose)].into_iter().chain(cells).collect()
        };
        let whose = [texts::OF_CANDIDATE.to_owned()];
        (!records.is_empty()).then(|| OfficeTable {
            name: words::record(kind),
            file: kind.prefix(),
            office: texts::office(ledger),
            title: words::record(kind).to_owned(),
            about: String::new(),
            headings: whose.into_iter().chain(fields.iter().map(|field| field.label().to_owned())).collect(),
            rows: records.iter().map(row).collect(),
            notes: Vec::new(),
        })
    });
    tables.collect()
}
