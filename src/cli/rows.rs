//! Serializes result rows as JSON, CSV or a table.

use std::io::{self, Write};

use crate::exchange::files::escaped;
use comfy_table::{Attribute, Cell, CellAlignment, ContentArrangement, Table, presets};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// A cell of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Not applicable.
    Nothing,
    /// An integer.
    Count(u64),
    /// A text.
    Text(String),
    /// A decimal number, with a decimal point.
    Exact(serde_json::Number),
    /// Warnings: stable name and sentence.
    Warnings(Vec<(&'static str, String)>),
    /// Objects with these names of values.
    Objects(&'static [&'static str], Vec<Vec<Value>>),
}

impl Value {
    /// A text, or [`Value::Nothing`].
    pub fn text(text: Option<impl Into<String>>) -> Value {
        text.map_or(Value::Nothing, |text| Value::Text(text.into()))
    }

    /// A count, or [`Value::Nothing`].
    pub fn count(count: Option<u64>) -> Value {
        count.map_or(Value::Nothing, Value::Count)
    }

    /// As text, for tables.
    pub fn plain(&self) -> String {
        match self {
            Value::Nothing => String::new(),
            Value::Count(count) => count.to_string(),
            Value::Text(text) => text.clone(),
            Value::Exact(number) => number.to_string(),
            Value::Warnings(warnings) => {
                warnings.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>().join("; ")
            }
            Value::Objects(_, rows) => {
                let row = |row: &Vec<Value>| row.iter().map(Value::plain).collect::<Vec<_>>().join(" ");
                rows.iter().map(row).collect::<Vec<_>>().join("; ")
            }
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Nothing => to.serialize_none(),
            Value::Count(count) => to.serialize_u64(*count),
            Value::Text(text) => to.serialize_str(text),
            Value::Exact(number) => number.serialize(to),
            Value::Warnings(warnings) => {
                let mut list = to.serialize_seq(Some(warnings.len()))?;
                for (name, words) in warnings {
                    list.serialize_element(&Row(
                        &["rule", "message"],
                        &[Value::Text((*name).to_owned()), Value::Text(words.clone())],
                    ))?;
                }
                list.end()
            }
            Value::Objects(names, rows) => {
                let mut list = to.serialize_seq(Some(rows.len()))?;
                for row in rows {
                    list.serialize_element(&Row(names, row))?;
                }
                list.end()
            }
        }
    }
}

/// Serializes values as an object with keys in this order.
struct Row<'a>(&'a [&'static str], &'a [Value]);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (name, value) in self.0.iter().zip(self.1) {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// Writes an array of objects, one per line.
///
/// # Errors
/// If writing fails.
pub fn json(to: &mut dyn Write, names: &[&'static str], rows: &[Vec<Value>]) -> io::Result<()> {
    write!(to, "[")?;
    for (place, row) in rows.iter().enumerate() {
        write!(to, "{}\n  ", if place == 0 { "" } else { "," })?;
        serde_json::to_writer(&mut *to, &Row(names, row))?;
    }
    writeln!(to, "{}]", if rows.is_empty() { "" } else { "\n" })
}

/// Writes CSV with a header line.
///
/// # Errors
/// If writing fails.
pub fn csv(to: &mut dyn Write, names: &[&'static str], rows: &[Vec<Value>]) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(to);
    writer.write_record(names)?;
    for row in rows {
        writer.write_record(row.iter().map(|value| escaped(&value.plain())))?;
    }
    writer.flush()
}

/// Style of a table.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// One line per row, whatever its length.
    pub wide: bool,
    /// With ANSI escapes for bold text.
    pub styled: bool,
}

/// Writes a table; `right` has the indices of right-aligned columns.
///
/// # Errors
/// If writing fails.
pub fn table(
    to: &mut dyn Write,
    headings: &[&str],
    right: &[usize],
    rows: Vec<Vec<String>>,
    look: Look,
) -> io::Result<()> {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_content_arrangement(if look.wide { ContentArrangement::Disabled } else { ContentArrangement::Dynamic });
    let bold = |cell: Cell| if look.styled { cell.add_attribute(Attribute::Bold) } else { cell };
    table.set_header(headings.iter().map(|heading| bold(Cell::new(heading))));
    for row in rows {
        let cell = |(place, text): (usize, String)| {
            let side = if right.contains(&place) { CellAlignment::Right } else { CellAlignment::Left };
            Cell::new(text).set_alignment(side)
        };
        table.add_row(row.into_iter().enumerate().map(cell));
    }
    let drawn = table.to_string();
    for line in drawn.lines() {
        writeln!(to, "{}", line.trim_end())?;
    }
    Ok(())
}
