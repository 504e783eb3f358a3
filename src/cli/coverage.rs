//! `ketnap places`: places without members and without a cell of their own, by organization and kind.

use super::files::Input;
use super::output::{self, Format};
use super::rows::{self, Value};
use super::trouble::Trouble;
use super::{Outcome, files, ledger};
use crate::domain::calculator::coverage::{self, Places};
use crate::domain::ledger::Ledger;
use crate::domain::ledger::life::{Basis, Tree};
use crate::domain::schema::choice::PlaceKind;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::text::{numbers, places as texts};

/// Column names, in order. Stable: other programs rely on them.
const NAMES: [&str; 10] = [
    "organization",
    "kind",
    "all",
    "nobody",
    "nobody_percent",
    "without_cell",
    "without_cell_percent",
    "listed",
    "differs",
    "organization_id",
];

/// Arguments of the command.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Input files.
    pub input: Input,
    /// The day.
    pub on: Day,
    /// Output format.
    pub format: Format,
}

/// Counts the places of every committee that has any.
///
/// # Errors
/// All errors in reading the files.
pub fn run(asked: &Asked) -> Result<Outcome, Vec<Trouble>> {
    let files = files::all(&asked.input)?;
    let mut found = ledger::read(&files)?;
    found.lists.say_ignored();
    found.lists.say_remarks()?;
    found.ledger.see(Tree { basis: Basis::Now, day: asked.on });
    let rows = places(&found.ledger, asked.on);
    output::write(|to| match asked.format {
        Format::Table => output::table(
            to,
            &texts::COLUMNS,
            &[2, 3, 4, 5, 6],
            rows.iter().map(|row| line(&found.ledger, row)).collect(),
        ),
        Format::Json => rows::json(to, &NAMES, &values(&found.ledger, &rows)),
        Format::Csv => rows::csv(to, &NAMES, &values(&found.ledger, &rows)),
    })?;
    Ok(Outcome::Nothing)
}

type Row = (RecordId, PlaceKind, Places);

/// The committees in tree order, each with its kinds; a cell has the places of its committee.
fn places(ledger: &Ledger, on: Day) -> Vec<Row> {
    let mut rows = Vec::new();
    for (_, id) in ledger.tree() {
        let committee = ledger.organization(&id).and_then(|found| found.kind).is_none_or(|kind| kind.is_committee());
        if committee && ledger.is_there(&id) {
            let all = coverage::all(ledger, &id, on).into_iter();
            rows.extend(all.map(|(kind, places)| (id.clone(), kind, places)));
        }
    }
    rows
}

fn line(ledger: &Ledger, (id, kind, places): &Row) -> Vec<String> {
    let count = |count: Option<u64>| count.map(numbers::count).unwrap_or_default();
    let share = |share: Option<_>| share.map(numbers::percent_figure).unwrap_or_default();
    vec![
        ledger.organization_name(id).unwrap_or_default().to_owned(),
        kind.name().to_owned(),
        numbers::count(places.all),
        count(places.nobody),
        share(places.share_nobody()),
        count(places.without_cell),
        share(places.share_without_cell()),
    ]
}

fn values(ledger: &Ledger, rows: &[Row]) -> Vec<Vec<Value>> {
    let one = |(id, kind, places): &Row| {
        vec![
            Value::text(ledger.organization_name(id)),
            Value::text(Some(kind.key())),
            Value::Count(places.all),
            Value::count(places.nobody),
            Value::text(places.share_nobody().map(numbers::percent_figure)),
            Value::count(places.without_cell),
            Value::text(places.share_without_cell().map(numbers::percent_figure)),
            Value::Count(places.listed.len() as u64),
            Value::text(Some(if places.differs { "yes" } else { "no" })),
            Value::text(Some(id.as_str())),
        ]
    };
    rows.iter().map(one).collect()
}
