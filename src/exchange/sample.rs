//! Five published reports of local party committees as sample data, and an invented merger. Only the figures of reports
//! are used (see `samples/README.md`); the people are invented.

use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::domain::value::rows;

/// One sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Key in addresses and tests.
    pub key: String,
    /// Name of the place.
    pub name: String,
    /// Summary in one line.
    pub about: String,
    /// The day up to which the report counts.
    pub as_of: Day,
    /// The records: id, and fields with their texts.
    pub records: Vec<(RecordId, Vec<(Field, String)>)>,
}

const FILES: [&str; 6] = [
    include_str!("../../samples/mai-chau.json"),
    include_str!("../../samples/duc-tho.json"),
    include_str!("../../samples/dien-ban.json"),
    include_str!("../../samples/nam-po.json"),
    include_str!("../../samples/bac-kan.json"),
    include_str!("../../samples/hop-nhat.json"),
];

/// Prefix of the names of sample records.
pub const MARK: &str = "mau-";

/// All samples.
pub fn all() -> Vec<Sample> {
    FILES.iter().filter_map(|file| read(file)).collect()
}

/// Whether the record came with a sample.
pub fn is_sample(id: &RecordId) -> bool {
    id.name().starts_with(MARK)
}

/// Parses a sample: rows `key`, `name`, `about`, `as_of`, then one row per record: id, then
/// alternating keys and texts of its fields. `None` if it is malformed.
fn read(text: &str) -> Option<Sample> {
    let rows = rows::parse(text)?;
    let named = |name| rows::named(&rows, name);
    let mut records = Vec::new();
    for row in rows.iter().skip(4) {
        let id = RecordId::parse(rows::at(row, 0)?)?;
        let kind = id.kind()?;
        let mut fields = Vec::new();
        for place in (1..row.len()).step_by(2) {
            let field = Field::from_key(kind, rows::at(row, place)?)?;
            fields.push((field, rows::at(row, place + 1)?.to_owned()));
        }
        records.push((id, fields));
    }
    Some(Sample {
        key: named("key")?.to_owned(),
        name: named("name")?.to_owned(),
        about: named("about")?.to_owned(),
        as_of: Day::from_iso(named("as_of")?)?,
        records,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::schema::entry;

    #[test]
    fn every_sample_is_read_marked_and_in_its_stored_form() {
        assert_eq!(all().len(), FILES.len());
        for sample in all() {
            for (id, fields) in &sample.records {
                assert!(is_sample(id), "{id}");
                for (field, text) in fields {
                    let kind = field.spec().kind;
                    assert!(entry::parse(kind, text).is_ok(), "{id} {field:?} {text}");
                    assert_eq!(&entry::canonical(kind, text), text, "{id} {field:?}");
                }
            }
        }
    }
}
