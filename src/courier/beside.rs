//! The page's book beside what is read: as it was handed over, its records as typed values, and texts of fields as people read
//! them.

use crate::book::Book;
use crate::domain::ledger::Ledger;
use crate::domain::ledger::record::TypedRecord;
use crate::domain::schema::field::{Field, Kind};
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::lists;
use crate::store::backup;
use crate::text::hints;

/// Reads a page's book as it was saved to a file.
pub fn book(text: &str) -> Option<Book> {
    let mut changes = Vec::new();
    backup::read(text, &mut |change| changes.push(change.clone())).ok()?;
    let mut book = Book::new(backup::device(text).unwrap_or_default());
    changes.iter().for_each(|change| {
        book.apply(change);
    });
    Some(book)
}

/// The records of a book as typed values.
pub fn ledger(book: &Book) -> Ledger {
    let records = book.records().filter_map(|(id, record)| Some((id.clone(), TypedRecord::read(id.kind()?, record))));
    Ledger::of_records(records.collect())
}

/// A stored text as people read it.
pub fn shown(ledger: &Ledger, field: Field, text: &str) -> String {
    match field.spec().kind {
        Kind::Reference(RecordKind::Organization) => {
            let id = RecordId::parse(text);
            id.and_then(|id| ledger.organization_name(&id).map(str::to_owned)).unwrap_or_default()
        }
        Kind::Reference(_) => String::new(),
        Kind::Choice(entries) => lists::find(entries.entries(), text).map_or(text, |choice| choice.name).to_owned(),
        _ => hints::in_box(field, text),
    }
}
