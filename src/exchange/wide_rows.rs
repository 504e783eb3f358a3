//! The rows of a table of targets and results: each filled cell is a record of its own. Where such a table stands, and what its columns are,
//! is in `wide`.

use super::committees::mentions;
use super::heading_names::Named;
use super::headings::{Dictionary, Meaning};
use super::lines::{LineKind, Table, said};
use super::lists::{Cell, ColumnRead, List, Row, SheetLine, Worksheet};
use super::measure_words::{counts_members, is_beside};
use super::measures::{Measure, is_ratio};
use super::members_beside;
use crate::domain::schema::choice::Overlap;
use crate::domain::schema::field::Field;
use crate::domain::value::day::Day;
use crate::domain::value::letters::fold;

/// Cells of a column that are shown to a person.
const SAMPLES: usize = 3;

/// The columns of such a table.
pub(super) struct Columns {
    pub(super) organization: usize,
    /// The column of what each is below.
    pub(super) committee: Option<usize>,
    /// The column of the members, and the day of their count.
    pub(super) members: Option<(usize, Day)>,
    pub(super) measures: Vec<Measure>,
}

/// Whether a cell says that there is nothing: `-`, `không`, `không giao`.
pub(super) fn is_none(text: &str) -> bool {
    let folded = fold(text);
    let begins = ["khong giao", "khong co", "chua giao", "mien", "chua co"];
    ["-", "–", "—", "/", "x", "khong"].contains(&folded.as_str()) || begins.iter().any(|none| folded.starts_with(none))
}

/// The lists that the rows of a table hold.
pub(super) fn sheets(rows: &[SheetLine], headings: u64, names: &[Named], columns: &Columns) -> Vec<Worksheet> {
    let Columns { organization, committee, members, measures: all } = columns;
    let organization = *organization;
    let mentions = mentions(rows, organization, *committee);
    let of = |list: List| {
        let measures: Vec<&Measure> = all.iter().filter(|measure| measure.list == list).collect();
        let [own, .., value] = fields(list);
        let text = |line: &SheetLine, column: usize| line.cells.get(column).map_or("", |cell| cell.trim()).to_owned();
        let mut found: Vec<Row> = Vec::new();
        let mut unset: Vec<(u64, usize, String)> = Vec::new();
        let heading = names.iter().find(|name| name.column == organization);
        let own_heading = heading.map_or_else(String::new, |name| fold(&name.written));
        let own_column = [organization];
        let table = Table::of(rows, &own_column, &[]);
        for line in rows {
            match said(line, list, &table, found.is_empty()) {
                LineKind::Record => {}
                LineKind::End => break,
                LineKind::Nothing | LineKind::Group(_) => continue,
            }
            let name = text(line, organization);
            // The headings once more, as they stand on each printed page.
            if fold(&name) == own_heading {
                continue;
            }
            // No target is none; a result of nought is one.
            // Nobody was admitted: “không”.
            let nobody = |text: &str| list == List::Results && text.to_lowercase().starts_with("không");
            let none = |text: &str| {
                is_none(text) && !nobody(text) || list == List::Targets && text.trim_start_matches('0').is_empty()
            };
            if list == List::Targets && !name.is_empty() {
                let cells = measures.iter().map(|measure| (measure.column, text(line, measure.column)));
                let cells = cells.filter(|(_, cell)| !cell.is_empty() && none(cell));
                unset.extend(cells.map(|(column, cell)| (line.number, column + 1, cell)));
            }
            let there: Vec<(&Measure, u32)> = measures
                .iter()
                .map(|measure| (*measure, text(line, measure.column)))
                .filter(|(_, number)| !number.is_empty() && !none(number))
                .map(|(measure, number)| (measure, number.trim().parse().unwrap_or_default()))
                .collect();
            for (measure, _) in there.iter().filter(|(measure, _)| !measure.is_contained(&there)) {
                let number = text(line, measure.column);
                let number = if nobody(&number) { "0".to_owned() } else { number };
                if name.is_empty() {
                    continue;
                }
                let [first, last] = measure.days();
                let texts = [
                    mentions.get(&line.number).unwrap_or(&name).clone(),
                    measure.indicator.to_owned(),
                    first,
                    last,
                    number,
                ];
                let columns = [organization, measure.column, measure.column, measure.column, measure.column];
                let cells = fields(list).into_iter().zip(columns).zip(texts);
                let cells = cells.map(|((field, column), text)| Cell { field, column: column + 1, text });
                let includes = (measure.includes() || measure.is_sum(&there)).then(|| Cell {
                    field: Field::TotalOverlap,
                    column: measure.column + 1,
                    text: Overlap::Includes.key().to_owned(),
                });
                let issuer = measure.issuer.clone().map(|text| Cell {
                    field: Field::TargetIssuer,
                    column: measure.column + 1,
                    text,
                });
                found.push(Row { line: line.number, cells: cells.chain(includes).chain(issuer).collect() });
            }
        }
        let counts_in = |name: &Named| measures.iter().any(|measure| measure.column == name.column);
        let is_nothing = |name: &Named| {
            let words = name.ways.first().map_or("", String::as_str);
            Dictionary::of(list).meaning(words) == Some(Meaning::Beside)
                || is_beside(words) && !counts_members(words)
                || is_ratio(name)
        };
        let filled = |name: &Named| rows.iter().any(|line| !text(line, name.column).is_empty());
        // The other list of the same table has the columns that this one has not.
        let elsewhere = |name: &Named| all.iter().any(|measure| measure.column == name.column);
        let unknown = |name: &&Named| {
            name.column != organization
                && Some(name.column) != *committee
                && members.is_none_or(|(column, _)| column != name.column)
                && !elsewhere(name)
                && !is_nothing(name)
                && filled(name)
        };
        let read = |name: &Named| {
            let (beside, counts) = (is_nothing(name) || elsewhere(name), counts_in(name));
            let cells = rows.iter().map(|line| text(line, name.column)).filter(|cell| !cell.is_empty());
            ColumnRead {
                column: name.column + 1,
                heading: name.written.clone(),
                field: if name.column == organization { Some(own) } else { counts.then_some(value) },
                beside: beside && !counts,
                samples: cells.take(SAMPLES).collect(),
            }
        };
        Worksheet {
            list,
            headings,
            columns: [(organization + 1, own)]
                .into_iter()
                .chain(measures.iter().map(|measure| (measure.column + 1, value)))
                .collect(),
            all: names.iter().map(read).collect(),
            ignored: names.iter().filter(unknown).map(|name| (name.column + 1, name.written.clone())).collect(),
            rows: found,
            beyond: Vec::new(),
            unset,
            noted: Vec::new(),
        }
    };
    let beside = members
        .map(|(column, day)| members_beside::sheet(rows, (headings, names), (organization, column, day), &mentions));
    let counts = [List::Targets, List::Results].map(of);
    let mut found: Vec<Worksheet> = beside.into_iter().chain(counts).filter(|sheet| !sheet.rows.is_empty()).collect();
    // What neither list understands is told once.
    let mut told: Vec<(usize, String)> = Vec::new();
    for sheet in &mut found {
        sheet.ignored.retain(|column| !told.contains(column));
        told.extend(sheet.ignored.iter().cloned());
    }
    found
}

/// The fields of a record: organization, indicator, first and last day, number.
const fn fields(list: List) -> [Field; 5] {
    match list {
        List::Targets => {
            [Field::TargetOrganization, Field::TargetIndicator, Field::TargetFrom, Field::TargetTo, Field::TargetBound]
        }
        _ => [Field::TotalOrganization, Field::TotalIndicator, Field::TotalFrom, Field::TotalTo, Field::TotalCount],
    }
}
