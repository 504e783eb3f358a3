//! `ketnap columns`: every column of lists with what it was taken for, to be put right and given back with `--map`.

use super::Outcome;
use super::files::{self, Input};
use super::output::{self, Format};
use super::rows::{self, Value};
use super::trouble::Trouble;
use crate::exchange::files::Content;
use crate::exchange::lists::ColumnRead;
use crate::exchange::mapping::NOT_READ;
use crate::exchange::tables;
use crate::text::cli as texts;

/// Column names, in order. Stable: `--map` reads two of them.
const NAMES: [&str; 7] = ["file", "line", "column", "heading", "field", "label", "samples"];

/// Tells what each column of the lists is.
///
/// # Errors
/// All errors in reading the files.
pub fn run(input: &Input, format: Format) -> Result<Outcome, Vec<Trouble>> {
    let files = files::all(input)?;
    let (mut found, mut troubles) = (Vec::new(), Vec::new());
    for path in &files.paths {
        let sheets = match files::read(path) {
            Ok(Content::Book(_)) => continue,
            Ok(Content::Table(lines)) => vec![(None, lines)],
            Ok(Content::Sheets(sheets)) => sheets,
            Err(trouble) => {
                troubles.push(trouble);
                continue;
            }
        };
        for (name, lines) in sheets {
            let shown = path.display().to_string();
            let name = name.map_or(shown.clone(), |name| texts::sheet(&shown, &name));
            found.extend(tables::columns(&lines, &files.mapping).map(|(line, columns)| (name, line, columns)));
        }
    }
    if !troubles.is_empty() {
        return Err(troubles);
    }
    let columns =
        || found.iter().flat_map(|(file, line, columns)| columns.iter().map(move |column| (file, *line, column)));
    output::write(|to| match format {
        Format::Table => {
            let rows = columns().map(|(file, _, column)| {
                vec![file.clone(), column.column.to_string(), line_of(&column.heading), told(column), samples(column)]
            });
            output::table(to, &texts::COLUMNS_COLUMNS, &[1], rows.collect())
        }
        Format::Json | Format::Csv => {
            let rows: Vec<Vec<Value>> = columns().map(|(file, line, column)| values(file, line, column)).collect();
            if format == Format::Json { rows::json(to, &NAMES, &rows) } else { rows::csv(to, &NAMES, &rows) }
        }
    })?;
    Ok(Outcome::Nothing)
}

fn values(file: &str, line: u64, column: &ColumnRead) -> Vec<Value> {
    let field = column.field.map(|field| format!("{}.{}", field.spec().record.prefix(), field.spec().key));
    vec![
        Value::Text(file.to_owned()),
        Value::Count(line),
        Value::Count(column.column as u64),
        Value::Text(column.heading.clone()),
        Value::text(field.or_else(|| column.beside.then(|| NOT_READ.to_owned()))),
        Value::text(column.field.map(|field| field.label())),
        Value::Text(samples(column)),
    ]
}

fn told(column: &ColumnRead) -> String {
    match column.field {
        Some(field) => field.label().to_owned(),
        None if column.beside => texts::NOT_READ.to_owned(),
        None => texts::NOT_UNDERSTOOD.to_owned(),
    }
}

fn samples(column: &ColumnRead) -> String {
    line_of(&column.samples.join(" | "))
}

/// A text in one line, without what would steer a terminal.
fn line_of(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
