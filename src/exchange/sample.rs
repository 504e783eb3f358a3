//! Five published reports of local party committees as records to try the program on. Only
//! their figures are used (see `samples/README.md`); the people in them are invented.

use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::domain::value::rows;

/// One sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Name in addresses and tests.
    pub key: String,
    /// The place.
    pub name: String,
    /// What it shows, in one line.
    pub about: String,
    /// The day up to which the report's figures run.
    pub as_of: Day,
    /// The records: id, then fields with their texts.
    pub records: Vec<(RecordId, Vec<(Field, String)>)>,
}

const FILES: [&str; 5] = [
    include_str!("../../samples/mai-chau.json"),
    include_str!("../../samples/duc-tho.json"),
    include_str!("../../samples/dien-ban.json"),
    include_str!("../../samples/nam-po.json"),
    include_str!("../../samples/bac-kan.json"),
];

/// The names of sample records begin with this, so that they can be told from a person's own.
pub const MARK: &str = "mau-";

/// The samples that come with the program.
pub fn all() -> Vec<Sample> {
    FILES.iter().filter_map(|file| read(file)).collect()
}

/// Whether the record came with a sample.
pub fn is_sample(id: &RecordId) -> bool {
    id.name().starts_with(MARK)
}

/// Reads one sample: `key`, `name`, `about`, `as_of`, then a row for each record: its id, then
/// names and texts of its fields in turn. `None` if anything is not as this version writes it.
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
