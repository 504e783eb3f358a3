//! What cells of a list refer to: organizations and villages by their names. Looking up a name is in `names`, the records of
//! the rows are built in `intake`.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::cell_days::DayOrder;
use super::cells::{Mended, is_nothing, mended};
use super::committees::below;
use super::intake::{Intake, Made};
use super::lists::{Cell, Row, Worksheet};
use super::names::{Mention, plain};
use super::remarks::Matter;
use super::unit_words::UnitName;
use crate::domain::schema::entry::Entries;
use crate::domain::schema::field::{Field, Kind};
use crate::domain::schema::id::RecordKind;
use crate::domain::value::letters::fold;

impl Intake<'_> {
    /// Gives ids to the organizations that rows only refer to, those with the longest names first: others may be short ways to
    /// write them.
    pub(super) fn declare(&mut self, sheets: &[Worksheet]) {
        let refers = |cell: &&Cell| matches!(cell.field.spec().kind, Kind::Reference(RecordKind::Organization));
        let cells = sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| row.cells.iter().filter(refers));
        let says = |cell: &&Cell| !is_nothing(&cell.text) && unknown(cell).is_none();
        let text = |cell: &Cell| (Reverse(cell.text.chars().count()), cell.text.clone());
        let mentions: BTreeMap<(Reverse<usize>, String), ()> =
            cells.filter(says).map(|cell| (text(cell), ())).collect();
        for (_, mention) in mentions.keys() {
            if self.names.find(mention) == Mention::Unknown {
                let (name, above) =
                    below(mention).map_or((mention.as_str(), None), |(cell, above)| (cell, Some(above)));
                let id = self.names.declare(name, above);
                self.declared.insert(id);
            }
        }
    }

    /// The organization that a cell refers to; an unknown one is created under the given name.
    pub(super) fn mentioned(&mut self, sheet: usize, row: &Row, cell: &Cell) -> Option<String> {
        let (id, name) = match self.names.find(&cell.text) {
            Mention::One(id) => (id, cell.text.clone()),
            Mention::Like(id, name) => {
                let read = Mended::As(name.clone());
                self.remark(sheet, row, cell.field, Matter::Mended { written: cell.text.clone(), read });
                (id, name)
            }
            Mention::Several(_) => {
                self.remark(sheet, row, cell.field, Matter::Several(cell.text.clone()));
                return None;
            }
            Mention::Unknown => (self.names.declare(&cell.text, None), cell.text.clone()),
        };
        if !self.used.contains_key(&id) && !(self.known)(&id) {
            if self.has_organizations && cell.field != Field::OrganizationParent && self.declared.contains(&id) {
                self.remark(sheet, row, cell.field, Matter::Unknown(name.clone()));
            }
            let texts = match below(&name) {
                Some((cell, above)) => {
                    let above = Cell { field: Field::OrganizationParent, column: 1, text: above.to_owned() };
                    let parent = self.mentioned(sheet, row, &above);
                    let name = (Field::OrganizationName, cell.to_owned());
                    [name].into_iter().chain(parent.map(|parent| (Field::OrganizationParent, parent))).collect()
                }
                None => vec![(Field::OrganizationName, name)],
            };
            self.used.insert(id.clone(), self.made.len());
            self.made.push(Made { id: id.clone(), texts, sheet, line: None });
        }
        Some(id.as_str().to_owned())
    }

    /// The record of this kind and name among the lists, such as a village; of none or several nothing is said of the person but a remark.
    pub(super) fn titled(&mut self, kind: RecordKind, sheet: usize, row: &Row, cell: &Cell) -> Option<String> {
        let (wanted, short) = (fold(&cell.text), UnitName::of(&plain(&cell.text)));
        let named = |is: &dyn Fn(&str) -> bool| {
            let of = |made: &&Made| made.text(Field::title(kind)).is_some_and(is);
            let mut found = self.made.iter().filter(of).map(|made| made.id.as_str().to_owned());
            (found.next(), found.next())
        };
        let exactly = named(&|name| fold(name) == wanted);
        let found = match exactly {
            (None, _) => named(&|name| UnitName::of(&plain(name)).is_like(&short)),
            exactly => exactly,
        };
        match found {
            (Some(one), None) => return Some(one),
            (Some(_), Some(_)) => self.remark(sheet, row, cell.field, Matter::Several(cell.text.clone())),
            (None, _) => self.remark(sheet, row, cell.field, Matter::Unknown(cell.text.clone())),
        }
        None
    }
}

/// Why a cell says nothing, if the spreadsheet has left an error there or a formula without a result.
pub(super) fn unknown(cell: &Cell) -> Option<Mended> {
    match mended(cell.field, &cell.text, DayOrder::DayFirst) {
        (_, Some(why @ (Mended::Failed | Mended::Formula))) => Some(why),
        _ => None,
    }
}
