//! Numbers of members in a table of targets or results: “Chi bộ | Số đảng viên đến 31/12/2025 | Chỉ tiêu năm 2026”. They are a list of
//! organizations of their own. The targets are read in `wide`.

use std::collections::BTreeMap;

use super::committees::below;
use super::heading_names::Named;
use super::headings::{Dictionary, Meaning, plain};
use super::lines::{LineKind, Table, said};
use super::lists::{Cell, ColumnRead, List, Row, SheetLine, Worksheet};
use super::title_days;
use crate::domain::schema::field::Field;
use crate::domain::value::day::Day;

/// The column of a number of members with the last of the days that such headings name: its place, and the day.
pub(super) fn counted(list: List, names: &[Named]) -> Option<(usize, Day)> {
    let members = Some(Meaning::Field(Field::HeadcountMembers));
    let of = |(place, name): (usize, &Named)| {
        let (day, rest) = title_days::dated(&name.written)?;
        (Dictionary::of(List::Organizations).meaning(&plain(&rest)) == members).then_some((place, day))
    };
    let found = names.iter().enumerate().filter_map(of);
    found.max_by_key(|(_, day)| *day).filter(|_| list == List::Organizations)
}

/// The column of the members and the day of the count, by the heading or by what stands above.
pub(super) fn column(names: &[Named], above: Option<Day>) -> Option<(usize, Day)> {
    let of_title = || {
        let day = above?;
        let members = Some(Meaning::Field(Field::HeadcountMembers));
        let dictionary = Dictionary::of(List::Organizations);
        let is_of_members = |name: &&Named| name.ways.first().is_some_and(|way| dictionary.meaning(way) == members);
        Some((names.iter().position(|name| is_of_members(&name))?, day))
    };
    let (place, day) = counted(List::Organizations, names).or_else(of_title)?;
    Some((names.get(place)?.column, day))
}

/// The organizations with their members. `mentions` says how each is referred to, by line.
pub(super) fn sheet(
    rows: &[SheetLine],
    (headings, names): (u64, &[Named]),
    (organization, members, day): (usize, usize, Day),
    mentions: &BTreeMap<u64, String>,
) -> Worksheet {
    let own = [organization];
    let table = Table::of(rows, &own, &[]);
    // Sums and what stands over groups have members too.
    let is_one = |line: &&SheetLine| said(line, List::Organizations, &table, false) == LineKind::Record;
    let row = |line: &SheetLine| {
        let mention = mentions.get(&line.number)?;
        let number = line.cells.get(members).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())?;
        let (name, parent) = below(mention).map_or((mention.as_str(), None), |(name, parent)| (name, Some(parent)));
        let cell = |field, column: usize, text: &str| Cell { field, column: column + 1, text: text.to_owned() };
        let own = [
            cell(Field::OrganizationName, organization, name),
            cell(Field::HeadcountMembers, members, number),
            cell(Field::HeadcountDay, members, &day.iso()),
        ];
        let parent = parent.map(|parent| cell(Field::OrganizationParent, organization, parent));
        Some(Row { line: line.number, cells: own.into_iter().chain(parent).collect() })
    };
    let field = |name: &Named| match name.column {
        column if column == organization => Some(Field::OrganizationName),
        column if column == members => Some(Field::HeadcountMembers),
        _ => None,
    };
    let read = |name: &Named| ColumnRead {
        column: name.column + 1,
        heading: name.written.clone(),
        field: field(name),
        beside: field(name).is_none(),
        samples: Vec::new(),
    };
    Worksheet {
        list: List::Organizations,
        headings,
        columns: vec![(organization + 1, Field::OrganizationName), (members + 1, Field::HeadcountMembers)],
        all: names.iter().map(read).collect(),
        ignored: Vec::new(),
        rows: rows.iter().filter(is_one).filter_map(row).collect(),
        beyond: Vec::new(),
        unset: Vec::new(),
        noted: Vec::new(),
    }
}
