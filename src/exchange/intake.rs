//! Import of list rows: builds records with their fields in stored form, and remarks on cells that
//! could not be understood. `lists` finds the rows.

use std::collections::{HashMap, HashSet};

use super::answers::answered;
use super::cell_days::DayOrder;
use super::cells::{Mended, is_free, is_nothing, meant, mended};
use super::lists::{Cell, List, Row, Worksheet};
use super::mentions::unknown;
use super::names::{Names, number};
use super::remarks::{Matter, Remark, of_sheet};
use crate::domain::schema::entry::{self, Entries, Problem};
use crate::domain::schema::field::{Field, Kind};
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;

/// A record built from a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The record.
    pub id: RecordId,
    /// Its fields with their texts.
    pub texts: Vec<(Field, String)>,
    /// Index of its sheet.
    pub sheet: usize,
    /// Its line in the file; `None` for an organization that is only referred to.
    pub line: Option<u64>,
}

impl Entries for Made {
    fn text(&self, field: Field) -> Option<&str> {
        self.texts.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_str())
    }
}

/// Imports all sheets, organizations first, so that other lists may refer to them in any order.
/// `names` holds the existing organizations and is extended; `known` tells which records there are already: of an
/// organization that is only mentioned none is made then.
pub fn take(sheets: &[Worksheet], names: &mut Names, known: &dyn Fn(&RecordId) -> bool) -> (Vec<Made>, Vec<Remark>) {
    let mut intake = Intake {
        names,
        known,
        made: Vec::new(),
        remarks: Vec::new(),
        used: HashMap::new(),
        counts: HashMap::new(),
        again: HashMap::new(),
        orders: orders(sheets),
        has_organizations: false,
        declared: HashSet::new(),
    };
    let lists = |list: List| sheets.iter().enumerate().filter(move |(_, sheet)| sheet.list == list);
    for (place, sheet) in lists(List::Organizations) {
        intake.has_organizations = true;
        for row in &sheet.rows {
            intake.organization(place, row);
        }
    }
    intake.declare(sheets);
    for (place, sheet) in lists(List::Organizations) {
        for row in &sheet.rows {
            intake.above(place, row);
        }
    }
    // Villages and classes before the people who live there and attend them.
    let first = |list: List| matches!(list, List::Villages | List::Classes);
    let others = |sheet: &Worksheet| sheet.list != List::Organizations && !first(sheet.list);
    let others = sheets.iter().enumerate().filter(|(_, sheet)| others(sheet));
    for (place, sheet) in lists(List::Villages).chain(lists(List::Classes)).chain(others) {
        for row in &sheet.rows {
            intake.record(place, sheet.list, row);
        }
    }
    intake.remarks.extend(sheets.iter().enumerate().flat_map(|(place, sheet)| of_sheet(place, sheet)));
    (intake.made, intake.remarks)
}

/// How the days of each column are written. A program that writes the month first does so in all columns: those that prove
/// nothing are taken for one that does, unless another proves the day first.
fn orders(sheets: &[Worksheet]) -> HashMap<(usize, Field), DayOrder> {
    let mut orders = HashMap::new();
    for (place, sheet) in sheets.iter().enumerate() {
        // Birth dates may stand below “Nam” and “Nữ”.
        let fields = sheet.columns.iter().map(|(_, field)| *field).chain([Field::Birth]);
        let fields = fields.filter(|field| matches!(field.spec().kind, Kind::Day { .. } | Kind::When));
        let told: HashMap<Field, Option<DayOrder>> =
            fields.map(|field| (field, DayOrder::proven(sheet.rows.iter(), field))).collect();
        let all = |order: DayOrder| told.values().any(|told| *told == Some(order));
        let month_first = all(DayOrder::MonthFirst) && !all(DayOrder::DayFirst) && !all(DayOrder::Both);
        let rest = if month_first { DayOrder::MonthFirst } else { DayOrder::DayFirst };
        let known = told.into_iter().map(|(field, told)| ((place, field), told.unwrap_or(rest)));
        orders.extend(known.filter(|(_, order)| *order != DayOrder::DayFirst));
    }
    orders
}

/// Repetitions that are told by as many words; a sheet may have many thousand equal rows.
const MOST_WORDS: usize = 16;

pub(super) struct Intake<'a> {
    pub(super) names: &'a mut Names,
    pub(super) known: &'a dyn Fn(&RecordId) -> bool,
    pub(super) made: Vec<Made>,
    remarks: Vec<Remark>,
    /// Index of each record in `made`.
    pub(super) used: HashMap<RecordId, usize>,
    /// Member counts by organization and day.
    counts: HashMap<(RecordId, String), String>,
    /// How often contents came, by kind and number.
    again: HashMap<(RecordKind, u64), usize>,
    /// How the columns of days are written, where it is not day first.
    orders: HashMap<(usize, Field), DayOrder>,
    /// Whether there is a list of organizations; only then an unknown name is worth a remark.
    pub(super) has_organizations: bool,
    /// Organizations that are only referred to.
    pub(super) declared: HashSet<RecordId>,
}

impl Intake<'_> {
    pub(super) fn remark(&mut self, sheet: usize, row: &Row, field: Field, matter: Matter) {
        let column = row.cell(field).map(|cell| cell.column);
        self.remarks.push(Remark { sheet, line: row.line, column, field, matter });
    }

    /// A row of the list of organizations: the organization, and its member count if given.
    fn organization(&mut self, sheet: usize, row: &Row) {
        let Some(name) = row.text(Field::OrganizationName) else {
            return self.remark(sheet, row, Field::OrganizationName, Matter::Empty);
        };
        let code = row.text(Field::OrganizationCode);
        let id = self.names.declare_coded(code, name, row.text(Field::OrganizationParent));
        let mut texts = vec![(Field::OrganizationName, name.to_owned())];
        let mut count = vec![(Field::HeadcountOrganization, id.as_str().to_owned())];
        for cell in &row.cells {
            match cell.field {
                Field::OrganizationName | Field::OrganizationParent => {}
                field => {
                    let text = self.cell(sheet, row, cell);
                    if text.is_empty() {
                        continue;
                    }
                    let home = if field.spec().record == RecordKind::Headcount { &mut count } else { &mut texts };
                    home.push((field, text));
                }
            }
        }
        self.put(id.clone(), texts, sheet, row.line);
        if count.len() > 1 && row.cell(Field::HeadcountDay).is_none() {
            // Of no day it counts for nothing; the organization is one all the same.
            self.remark(sheet, row, Field::HeadcountDay, Matter::Undated);
        } else if count.len() > 1 {
            if row.cell(Field::HeadcountMembers).is_none() {
                self.remark(sheet, row, Field::HeadcountMembers, Matter::Empty);
            }
            let of = |field| {
                count.iter().find(|(known, _)| *known == field).map(|(_, text)| text.clone()).unwrap_or_default()
            };
            let members = of(Field::HeadcountMembers);
            let known = self.counts.entry((id.clone(), of(Field::HeadcountDay))).or_insert_with(|| members.clone());
            if *known != members {
                self.remark(sheet, row, Field::HeadcountMembers, Matter::Differs);
            }
            let id = self.fresh(RecordKind::Headcount, &count);
            self.put(id, count, sheet, row.line);
        }
    }

    /// Sets the parent of an organization, after all lists of organizations were read.
    fn above(&mut self, sheet: usize, row: &Row) {
        let (Some(name), Some(cell)) = (row.text(Field::OrganizationName), row.cell(Field::OrganizationParent)) else {
            return;
        };
        let id = self.names.declare(name, Some(&cell.text));
        if let Some(parent) = self.mentioned(sheet, row, cell) {
            self.put(id, vec![(Field::OrganizationParent, parent)], sheet, row.line);
        }
    }

    /// A row of any other list.
    fn record(&mut self, sheet: usize, list: List, row: &Row) {
        let needed = list.columns().into_iter().filter(|column| column.needed && row.cell(column.field).is_none());
        for column in needed {
            // A missing name is reported by the checks.
            if column.field != Field::Name {
                self.remark(sheet, row, column.field, Matter::Empty);
            }
        }
        let mut texts: Vec<(Field, String)> = Vec::new();
        for cell in &row.cells {
            let field = meant(cell.field, &cell.text);
            let cell = &Cell { field, ..cell.clone() };
            // “Nghề nghiệp” and “Đơn vị công tác” are both work.
            if let Some((_, known)) = texts.iter_mut().find(|(known, _)| *known == field) {
                known.push_str(", ");
                known.push_str(&cell.text);
                continue;
            }
            if is_nothing(&cell.text) {
                continue;
            }
            if field.spec().kind.is_reference()
                && let Some(read) = unknown(cell)
            {
                self.remark(sheet, row, field, Matter::Mended { written: cell.text.clone(), read });
                continue;
            }
            let text = match cell.field.spec().kind {
                Kind::Reference(RecordKind::Organization) => self.mentioned(sheet, row, cell),
                Kind::Reference(kind) => self.titled(kind, sheet, row, cell),
                _ => Some(self.cell(sheet, row, cell)).filter(|text| !text.is_empty()),
            };
            texts.extend(text.map(|text| (cell.field, text)));
        }
        for (from, to) in [(Field::TargetFrom, Field::TargetTo), (Field::TotalFrom, Field::TotalTo)] {
            let day = |field| texts.iter().find(|(known, _)| *known == field).and_then(|(_, text)| Day::from_iso(text));
            if day(from).zip(day(to)).is_some_and(|(from, to)| from > to) {
                self.remark(sheet, row, to, Matter::Reversed);
            }
        }
        let id = self.fresh(list.kind(), &texts);
        self.put(id, texts, sheet, row.line);
    }

    /// The stored form of a cell. Invalid text is kept as it is, with a remark.
    fn cell(&mut self, sheet: usize, row: &Row, cell: &Cell) -> String {
        let kind = cell.field.spec().kind;
        let order = self.orders.get(&(sheet, cell.field)).copied().unwrap_or_default();
        let (meant, told) = mended(cell.field, &cell.text, order);
        if let Some(read) = told {
            self.remark(sheet, row, cell.field, Matter::Mended { written: cell.text.clone(), read });
        }
        let text = answered(cell).unwrap_or_else(|| entry::canonical(kind, &meant));
        if is_free(cell.field) && entry::parse(kind, &text).is_err() {
            self.remark(sheet, row, cell.field, Matter::Mended { written: cell.text.clone(), read: Mended::Unread });
            return String::new();
        }
        match entry::parse(kind, &text) {
            Err(Problem::UnknownChoice) if !text.is_empty() => {
                self.remark(sheet, row, cell.field, Matter::Unlisted(cell.text.clone()));
            }
            Err(problem) if !text.is_empty() => self.remark(sheet, row, cell.field, Matter::Unreadable(problem)),
            _ => {}
        }
        text
    }

    /// A deterministic id of the contents; repeated contents get another one.
    fn fresh(&mut self, kind: RecordKind, texts: &[(Field, String)]) -> RecordId {
        let parts: Vec<&str> = texts.iter().flat_map(|(field, text)| [field.spec().key, text.as_str()]).collect();
        let again = self.again.entry((kind, number(&parts))).or_default();
        loop {
            let told = again.to_string();
            let more = if *again > MOST_WORDS { vec!["again", told.as_str()] } else { vec!["again"; *again] };
            let id = RecordId::new(kind, number(&[parts.as_slice(), &more].concat()));
            *again += 1;
            if !self.used.contains_key(&id) {
                return id;
            }
        }
    }

    /// Adds a record, or adds the missing fields to an existing one.
    fn put(&mut self, id: RecordId, texts: Vec<(Field, String)>, sheet: usize, line: u64) {
        match self.used.get(&id).and_then(|place| self.made.get_mut(*place)) {
            Some(made) => {
                for (field, text) in texts {
                    if made.texts.iter().all(|(known, _)| *known != field) {
                        made.texts.push((field, text));
                    }
                }
                made.line = made.line.or(Some(line));
            }
            None => {
                self.used.insert(id.clone(), self.made.len());
                self.made.push(Made { id, texts, sheet, line: Some(line) });
            }
        }
    }
}
