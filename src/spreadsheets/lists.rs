//! The records of a book as the lists that are read again: one for each kind.

use std::collections::HashMap;

use super::{Cell, OfficeTable};
use crate::book::Book;
use crate::book::record::Record;
use crate::domain::ledger::Ledger;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::{Field, Kind};
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::schema::lists::find;
use crate::domain::value::day::Day;
use crate::domain::value::letters::by_given_name;
use crate::exchange::lists::{Column, List as Of};
use crate::exchange::names::Names;
use crate::text::{lists as names_of, numbers, spreadsheets as texts};

/// All records as lists, without empty lists.
pub fn lists(book: &Book, now: &Ledger) -> Vec<OfficeTable> {
    // Events are a list of their own: the others name organizations as they were at first.
    let ledger = &now.before_events();
    let names = Names::of(ledger);
    let order = [
        Of::Organizations,
        Of::Events,
        Of::Villages,
        Of::Places,
        Of::KeyPeople,
        Of::Classes,
        Of::Reasons,
        Of::Targets,
        Of::Results,
        Of::Surveys,
        Of::Points,
        Of::Members,
        Of::Candidates,
    ];
    let lists = order.into_iter().map(|of| {
        let all = of.columns();
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for id in records(book, ledger, of.kind()) {
            let Some(record) = book.record(&id) else { continue };
            let row = |count: Option<&Record>| {
                let cell = |column: &Column| {
                    let counted = column.field.spec().record == RecordKind::Headcount;
                    let from = if counted { count } else { Some(record) };
                    from.map_or(Cell::Empty, |record| cell_of(book, ledger, &names, column.field, record))
                };
                all.iter().map(cell).collect()
            };
            let counts: Vec<&RecordId> = match of {
                Of::Organizations => now.headcounts_of(&id).map(|(id, _)| id).collect(),
                _ => Vec::new(),
            };
            rows.extend(counts.iter().map(|id| row(book.record(id))));
            if counts.is_empty() {
                rows.push(row(None));
            }
        }
        // Drops columns without values, unless they are required.
        let used: Vec<bool> = all
            .iter()
            .enumerate()
            .map(|(place, column)| {
                column.needed || rows.iter().any(|row| row.get(place).is_some_and(|cell| *cell != Cell::Empty))
            })
            .collect();
        let kept = |place: usize| used.get(place).copied().unwrap_or_default();
        let columns = all.iter().enumerate().filter(|(place, _)| kept(*place)).map(|(_, column)| *column).collect();
        let rows = rows
            .into_iter()
            .map(|row| row.into_iter().enumerate().filter(|(place, _)| kept(*place)).map(|(_, cell)| cell).collect());
        let columns: Vec<Column> = columns;
        OfficeTable {
            name: names_of::sheet_name(of),
            file: names_of::file(of),
            office: texts::office(now),
            title: texts::list_title(of),
            about: String::new(),
            headings: columns.iter().map(|column| column.heading.to_owned()).collect(),
            rows: rows.collect(),
            notes: Vec::new(),
        }
    });
    lists.filter(|list| !list.rows.is_empty()).collect()
}

/// Records of a kind; organizations in tree order.
fn records(book: &Book, ledger: &Ledger, kind: RecordKind) -> Vec<RecordId> {
    if kind == RecordKind::Organization {
        return ledger.tree().into_iter().map(|(_, id)| id).collect();
    }
    // As offices keep them: the organizations in the order of their tree, people by their given names, all else by time.
    let places: HashMap<RecordId, usize> =
        ledger.tree().into_iter().enumerate().map(|(place, (_, id))| (id, place)).collect();
    let fields = || Field::of(kind);
    let owner = fields().find(|field| matches!(field.spec().kind, Kind::Reference(RecordKind::Organization)));
    let key = |record: &Record| {
        let of = owner.and_then(|field| RecordId::parse(entry::written(record as &dyn Entries, field)?));
        let name = match kind {
            RecordKind::Candidate | RecordKind::Member | RecordKind::Village => {
                by_given_name(&entry::text(record, Field::title(kind)).unwrap_or_default())
            }
            _ => String::new(),
        };
        let days = fields().filter(|field| matches!(field.spec().kind, Kind::Day { .. } | Kind::When));
        let days: Vec<String> =
            days.map(|field| entry::written(record as &dyn Entries, field).unwrap_or_default().to_owned()).collect();
        (of.map_or(usize::MAX, |of| places.get(&of).copied().unwrap_or(usize::MAX)), name, days)
    };
    let mut found: Vec<(&RecordId, &Record)> = book.records().filter(|(id, _)| id.is(kind)).collect();
    found.sort_by_cached_key(|(id, record)| (key(record), (*id).clone()));
    found.into_iter().map(|(id, _)| id.clone()).collect()
}

pub(super) fn cell_of(book: &Book, ledger: &Ledger, names: &Names, field: Field, record: &Record) -> Cell {
    let Some(text) = entry::written(record as &dyn Entries, field) else { return Cell::Empty };
    let plain = || Cell::Text(text.to_owned());
    match field.spec().kind {
        Kind::Reference(RecordKind::Organization) => {
            let Some(id) = RecordId::parse(text) else { return plain() };
            mention(ledger, names, &id, DEEPEST).map_or_else(plain, Cell::Text)
        }
        Kind::Reference(kind) => {
            let named = RecordId::parse(text).and_then(|id| entry::text(book.record(&id)?, Field::title(kind)));
            named.map_or_else(plain, Cell::Text)
        }
        Kind::Choice(list) => {
            find(list.entries(), text).map_or_else(plain, |choice| Cell::Text(choice.name.to_owned()))
        }
        Kind::Day { .. } => Day::from_iso(text).map_or_else(plain, Cell::Day),
        Kind::Month | Kind::When => {
            entry::when(record, field).map_or_else(plain, |when| Cell::Text(numbers::when(when)))
        }
        // With a hyphen, Excel takes it for a day: “6-8” for 6 August.
        Kind::Bound => Cell::Text(text.replace('-', "–")),
        Kind::Count { .. } => entry::count(record, field).map_or_else(plain, |count| Cell::Count(u64::from(count))),
        _ => plain(),
    }
}

/// Maximum number of ancestors used to disambiguate an organization's name.
const DEEPEST: usize = 4;

/// How to refer to an organization so that it is found again: with its parent's name if its own is not unique.
fn mention(ledger: &Ledger, names: &Names, id: &RecordId, levels: usize) -> Option<String> {
    let found = ledger.organization(id)?;
    let above = found.parent.as_ref().filter(|_| levels > 0);
    let above = above.and_then(|parent| mention(ledger, names, parent, levels - 1));
    Some(names.mention(found.name.as_deref()?, above.as_deref()))
}
