//! What offices add to the regulation, as records: one for each instrument and each year of days off. What the rows
//! mean is in `regulation`.

use crate::domain::regulation::{InstrumentId, OfficeRules, Reader, Regulation};
use crate::domain::schema::choice::Answer;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::domain::value::letters::fold;
use crate::domain::value::rows;

/// Whether the program's own values count instead, see [`OfficeRules::is_outdated`].
pub fn is_outdated(rules: &OfficeRules) -> bool {
    let own = rules.id().and_then(|id| Regulation::built_in().instrument(&id));
    own.is_some_and(|own| rules.is_outdated(own))
}

/// The rules in a record. `None` if its rows cannot be read.
pub fn read(entries: &dyn Entries) -> Option<OfficeRules> {
    let text = |field| entries.text(field).map(str::trim).unwrap_or_default().to_owned();
    let name = Some(text(Field::RulesReader)).filter(|name| !name.is_empty());
    let reader = name.zip(entry::day(entries, Field::RulesRead)).map(|(name, on)| Reader { name, on });
    let keep = entry::written(entries, Field::RulesKeep).and_then(Answer::from_key) == Some(Answer::Yes);
    let rows = rows::parse(entries.text(Field::RulesRows)?)?;
    Some(OfficeRules { office: text(Field::RulesOffice), reader, keep, rows })
}

/// The record of some rules: the same for the same instrument or year on every device.
pub fn record(rules: &OfficeRules) -> Option<RecordId> {
    let plain = |text: &str| -> String {
        fold(text).chars().map(|c| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '-' }).collect()
    };
    let name = match (rules.id(), rules.year()) {
        (Some(id), _) => format!("{}_{}", plain(&id.number), id.issued.map(Day::iso).unwrap_or_default()),
        (None, year) => format!("nghi-le_{}", year?),
    };
    RecordId::of(RecordKind::OfficeRules, &name)
}

/// The fields of the record of some rules, with their texts.
pub fn fields(rules: &OfficeRules) -> Vec<(Field, String)> {
    let mut fields = vec![(Field::RulesTitle, title(rules)), (Field::RulesOffice, rules.office.clone())];
    if let Some(reader) = &rules.reader {
        fields.push((Field::RulesReader, reader.name.clone()));
        fields.push((Field::RulesRead, reader.on.iso()));
    }
    fields.push((Field::RulesRows, rows::write(&rules.rows)));
    fields.retain(|(_, text)| !text.is_empty());
    fields
}

/// Number and day of an instrument, or the year of the days off.
fn title(rules: &OfficeRules) -> String {
    match (rules.id(), rules.year()) {
        (Some(InstrumentId { number, issued: Some(day) }), _) => {
            format!("{number}, {}/{}/{}", day.day(), day.month(), day.year())
        }
        (Some(id), _) => id.number,
        (None, year) => year.map(|year| year.to_string()).unwrap_or_default(),
    }
}

/// The fields of a record that is not in a book.
pub(super) struct Given(pub(super) Vec<(Field, String)>);

impl Entries for Given {
    fn text(&self, field: Field) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_str())
    }
}
