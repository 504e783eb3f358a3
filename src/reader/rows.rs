//! The rows of a plan: each row of a list beside the book, with what reading it, comparing it and checking it say.

use std::collections::{HashMap, HashSet};

use super::Table;
use crate::book::Book;
use crate::book::record::Record;
use crate::courier::beside::shown;
use crate::domain::admission::finding::{Finding, Severity};
use crate::domain::checks;
use crate::domain::ledger::Ledger;
use crate::domain::ledger::record::TypedRecord;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::exchange::cells::Mended;
use crate::exchange::intake::Made;
use crate::exchange::judged;
use crate::exchange::lists::Worksheet;
use crate::exchange::matching::{Found, Matching};
use crate::exchange::plan::{PlanRow, PlannedRecord, RowState};
use crate::exchange::remarks::{Matter, Remark};
use crate::text::{findings, lists as texts};

/// What was read.
pub(super) struct Work<'a> {
    pub(super) sheets: &'a [Worksheet],
    pub(super) tables: &'a [Table<'a>],
    pub(super) made: &'a [Made],
    pub(super) remarks: &'a [Remark],
    pub(super) today: Day,
}

impl Work<'_> {
    /// Where a row stands, for a person.
    pub(super) fn place(&self, sheet: usize, line: u64) -> String {
        let place = self.tables.get(sheet).map_or("", |table| table.place.as_str());
        texts::row_place(place, line)
    }

    /// Whether a row has more cells than headings, so that its cells may stand under wrong ones.
    fn is_moved(&self, sheet: usize, line: u64) -> bool {
        let beyond = self.sheets.get(sheet).map_or(&[][..], |sheet| &sheet.beyond);
        self.tables.get(sheet).is_some_and(|table| table.is_text) && beyond.iter().any(|(known, _)| *known == line)
    }
}

/// The records of one row.
struct Group<'a> {
    sheet: usize,
    line: Option<u64>,
    made: Vec<&'a Made>,
}

/// The rows of all lists.
pub(super) fn rows(work: &Work, book: &Book, ledger: &Ledger) -> Vec<PlanRow> {
    let matching = Matching::new(ledger, book.records());
    let mut taken: HashMap<RecordId, String> = HashMap::new();
    // What was decided of each record: the id that it gets, and the one that it may be.
    let (mut ids, mut perhaps) = (HashMap::new(), HashMap::new());
    for made in work.made {
        let found = match (book.record(&made.id), matching.find(made)) {
            // Taken in before, under the id that its contents give.
            (Some(record), Found::Nothing) if !record.is_deleted() => Found::One(made.id.clone()),
            (_, found) => found,
        };
        let place = work.place(made.sheet, made.line.unwrap_or_default());
        match found {
            Found::One(id) if !taken.contains_key(&id) => {
                taken.insert(id.clone(), place);
                ids.insert(&made.id, id);
            }
            // A second row of the same person may be another one's.
            Found::One(id) | Found::Perhaps(id) => {
                perhaps.insert(&made.id, id);
                ids.insert(&made.id, book.id_for(&made.id));
            }
            Found::Nothing => {
                ids.insert(&made.id, book.id_for(&made.id));
            }
        }
    }
    let after = after(work, book, &ids);
    let whole = Ledger::of_records(
        after.records().filter_map(|(id, record)| Some((id.clone(), TypedRecord::read(id.kind()?, record)))).collect(),
    );
    let remarks = remarks(work);
    let refer = |made: &Made| made.line.is_none();
    groups(work)
        .into_iter()
        .map(|group| {
            let first = group.made.first().copied();
            let said: &[&Remark] =
                remarks.get(&(group.sheet, group.line.unwrap_or_default())).map_or(&[], Vec::as_slice);
            let said = if first.is_some_and(refer) { &[] } else { said };
            let told = |remark: &&Remark| {
                let words = texts::remark(remark.field, &remark.matter);
                let written = group.made.iter().find_map(|made| made.text(remark.field));
                match (&remark.matter, written) {
                    (Matter::Unreadable(problem), Some(written)) => {
                        texts::of_field(remark.field, &texts::cell_says(written, &texts::unreadable(*problem)))
                    }
                    _ => words,
                }
            };
            let mut says: Vec<String> = said.iter().map(told).collect();
            let mut refused = said.iter().any(|remark| remark.stops());
            if group.line.is_some_and(|line| work.is_moved(group.sheet, line)) {
                refused = true;
                says.push(texts::BEYOND.to_owned());
            }
            let mut records = Vec::new();
            let (mut new, mut changed, mut other) = (false, false, None);
            for made in &group.made {
                let id = ids.get(&made.id).cloned().unwrap_or_else(|| made.id.clone());
                let known = book.record(&id).filter(|record| !record.is_deleted());
                new |= known.is_none();
                for (field, text) in &made.texts {
                    match known.map(|record| record.text(field.spec().key)) {
                        Some(Some(before)) if before != text => {
                            changed = true;
                            says.push(texts::differs(
                                *field,
                                &shown(ledger, *field, before),
                                &shown(&whole, *field, text),
                            ));
                        }
                        Some(None) => {
                            changed = true;
                            says.push(texts::added(*field, &shown(&whole, *field, text)));
                        }
                        _ => {}
                    }
                }
                if let Some(id) = perhaps.get(&made.id) {
                    says.push(match taken.get(id) {
                        Some(place) => texts::perhaps_row(place),
                        None => texts::perhaps(&described(ledger, id)),
                    });
                    other = Some(id.clone());
                }
                if let Some(record) = after.record(&id).filter(|_| made.line.is_some()) {
                    let (found, stops) = found(work, &whole, &id, record, made, said);
                    // What was found in reading the cell, the rules find too.
                    says.extend(found.into_iter().filter(|words| !says.contains(words)).collect::<Vec<_>>());
                    refused |= stops;
                }
                let texts =
                    made.texts.iter().map(|(field, text)| (field.spec().key.to_owned(), text.clone())).collect();
                records.push(PlannedRecord { id, texts });
            }
            let state = match (refused, &other, new, changed) {
                (true, ..) => RowState::Refused,
                (_, Some(_), ..) => RowState::Doubtful,
                (_, _, true, _) => RowState::New,
                (.., true) => RowState::Changed,
                _ => RowState::Same,
            };
            if refused {
                records.clear();
            }
            let name = first.map(|made| name(&whole, made)).unwrap_or_default();
            let place = match group.line {
                Some(line) => work.place(group.sheet, line),
                None => texts::MENTIONED.to_owned(),
            };
            PlanRow { state, name, place, says, other: other.filter(|_| !refused), records }
        })
        .collect()
}

/// The records by their rows, in the order of the lists; organizations that are only mentioned first.
fn groups<'a>(work: &Work<'a>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group> = Vec::new();
    let mut places: HashMap<(usize, u64), usize> = HashMap::new();
    for made in work.made.iter().filter(|made| made.line.is_none()) {
        groups.push(Group { sheet: made.sheet, line: None, made: vec![made] });
    }
    for made in work.made {
        let Some(line) = made.line else { continue };
        match places.get(&(made.sheet, line)).and_then(|place| groups.get_mut(*place)) {
            Some(group) => group.made.push(made),
            None => {
                places.insert((made.sheet, line), groups.len());
                groups.push(Group { sheet: made.sheet, line: Some(line), made: vec![made] });
            }
        }
    }
    // A row of which no record was made is refused, not forgotten.
    for remark in work.remarks.iter().filter(|remark| remark.stops()) {
        places.entry((remark.sheet, remark.line)).or_insert_with(|| {
            groups.push(Group { sheet: remark.sheet, line: Some(remark.line), made: Vec::new() });
            groups.len() - 1
        });
    }
    groups
}

fn remarks<'a>(work: &Work<'a>) -> HashMap<(usize, u64), Vec<&'a Remark>> {
    let mut remarks: HashMap<(usize, u64), Vec<&Remark>> = HashMap::new();
    for remark in work.remarks {
        remarks.entry((remark.sheet, remark.line)).or_default().push(remark);
    }
    remarks
}

/// The book as it would be, to check the rows in it.
fn after(work: &Work, book: &Book, ids: &HashMap<&RecordId, RecordId>) -> Book {
    let mut after = book.clone();
    for made in work.made {
        let id = ids.get(&made.id).unwrap_or(&made.id);
        if after.record(id).is_some_and(Record::is_deleted) {
            after.restore(0, id);
        }
        for (field, text) in &made.texts {
            if after.record(id).and_then(|record| record.text(field.spec().key)).is_none() {
                after.edit(0, id, field.spec().key, Some(text.clone()));
            }
        }
    }
    after
}

/// What the rules say of a record, and whether it is of no use.
fn found(
    work: &Work,
    ledger: &Ledger,
    id: &RecordId,
    record: &Record,
    made: &Made,
    said: &[&Remark],
) -> (Vec<String>, bool) {
    let columns: HashSet<Field> = work
        .sheets
        .get(made.sheet)
        .map(|sheet| sheet.columns.iter().map(|(_, field)| *field).collect())
        .unwrap_or_default();
    let unread = |field: Field| {
        said.iter().any(|remark| {
            let read = matches!(&remark.matter, Matter::Mended { read: Mended::Unread | Mended::NoDay, .. });
            read && remark.field == field
        })
    };
    let mut found = checks::alone(ledger, id, record, work.today);
    judged::of_row(&mut found, record, &|field| columns.contains(&field), &unread);
    let nameless = id.is(RecordKind::Candidate) && made.text(Field::Name).is_none();
    let heavy = found.iter().filter(|finding| finding.severity != Severity::Hints);
    let told = |finding: &Finding| {
        let message = findings::message(finding);
        let written = finding.unread().and_then(|field| record.text(field.spec().key));
        let message = written.map_or(message.clone(), |written| texts::cell_says(written, &message));
        match finding.fields.first() {
            Some(field) => texts::of_field(*field, &message),
            None => message,
        }
    };
    (heavy.map(told).collect(), nameless)
}

/// What a row is called.
fn name(ledger: &Ledger, made: &Made) -> String {
    if let Some(name) = made.text(judged::name_of(&made.id)) {
        return name.to_owned();
    }
    let title = made.id.kind().map(Field::title);
    let of = title.and_then(|title| entry::reference(made, title));
    of.and_then(|id| ledger.organization_name(&id).map(str::to_owned)).unwrap_or_default()
}

/// A person of the book in a few words: name, birth date, cell.
fn described(ledger: &Ledger, id: &RecordId) -> String {
    let Some(found) = ledger.candidate(id) else { return String::new() };
    let cell = found.cell.as_ref().and_then(|cell| ledger.organization_name(cell));
    texts::person(found.name.as_deref(), found.birth, cell)
}
