//! Instruments: what each one says, when it is in force, and the source of every value. The values are in
//! `rules/*.json`, one file per instrument and date of issue. Which of several speaks on a day is in `table`; the code
//! that applies the values is in `admission` and `checks`.

use std::sync::OnceLock;

use super::key::Key;
use crate::domain::value::day::Day;
use crate::domain::value::letters::number;
use crate::domain::value::rows::{self, Rows};

/// Confidence in a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// From memory, without a source: may hint, never block.
    Unverified,
    /// Told by an office's file, which names who read the instrument and when.
    Office,
    /// Read in a text about the instrument.
    Secondary,
    /// Read at the cited source, which quotes the instrument.
    Verified,
}

impl Mark {
    /// Parses the name used in the rule files; anything unknown is unverified.
    pub fn parse(word: &str) -> Mark {
        match word {
            "verified" => Mark::Verified,
            "secondary" => Mark::Secondary,
            _ => Mark::Unverified,
        }
    }
}

/// A value, its place in the instrument and its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The value; its unit depends on the [`Key`].
    pub value: u32,
    /// Confidence in the value.
    pub mark: Mark,
    /// Place in the instrument.
    pub article: String,
    /// Where it was read.
    pub source: String,
}

/// A form that an instrument prescribes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Number of the form; empty if it has none. Sources disagree on some numbers, so the title is shown first.
    pub code: String,
    /// Title of the form.
    pub title: String,
    /// Confidence in the entry.
    pub mark: Mark,
    /// Where it was read.
    pub source: String,
    /// Stable name of the form. Never changes.
    pub key: String,
    /// Who writes and signs it.
    pub signer: String,
}

/// A value that an instrument ends: none of its predecessors' applies any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// What the value was about.
    pub key: Key,
    /// Confidence in this.
    pub mark: Mark,
    /// Place in the instrument.
    pub article: String,
    /// Where it was read.
    pub source: String,
}

/// Number and day of issue. Several instruments share a number, so that a number alone names none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstrumentId {
    /// Number, such as `24-QĐ/TW`.
    pub number: String,
    /// Day of issue; `None` if not found.
    pub issued: Option<Day>,
}

/// An instrument, identified by number and date of issue: several share a number.
#[derive(Debug, PartialEq, Eq)]
pub struct Instrument {
    /// Number and day of issue.
    pub id: InstrumentId,
    /// First day in force; `None` if not found, in which case the instrument is never in force.
    pub from: Option<Day>,
    /// Last day in force; `None` while no successor is known.
    pub to: Option<Day>,
    /// Until which day its values and a successor have been looked for; `None` for one that has ended.
    pub known_to: Option<Day>,
    /// The instrument that it explains, if it is guidance.
    pub based_on: Option<InstrumentId>,
    /// The instrument whose place it takes.
    pub replaces: Option<InstrumentId>,
    /// Further remarks, shown to people.
    pub note: Option<String>,
    /// Values that it sets.
    pub values: Vec<(Key, Cited)>,
    /// Values that it ends.
    pub ends: Vec<End>,
    /// Forms that it prescribes.
    pub forms: Vec<Form>,
}

impl Instrument {
    /// Whether it is in force on `on`.
    pub fn in_force(&self, on: Day) -> bool {
        self.has_begun(on) && self.to.is_none_or(|to| on <= to)
    }

    /// Whether it is or has been in force on `on`.
    pub fn has_begun(&self, on: Day) -> bool {
        self.from.is_some_and(|from| from <= on)
    }

    /// Takes over what an office corrects in it.
    pub(super) fn correct(&mut self, given: Instrument) {
        let keys: Vec<Key> =
            given.values.iter().map(|(key, _)| *key).chain(given.ends.iter().map(|end| end.key)).collect();
        self.values.retain(|(key, _)| !keys.contains(key));
        self.ends.retain(|end| !keys.contains(&end.key));
        self.forms.retain(|form| given.forms.iter().all(|other| other.key != form.key));
        self.values.extend(given.values);
        self.ends.extend(given.ends);
        self.forms.extend(given.forms);
        self.from = given.from.or(self.from);
        self.to = given.to.or(self.to);
        self.known_to = given.known_to.max(self.known_to).filter(|_| self.to.is_none());
        self.replaces = given.replaces.or(self.replaces.take());
        self.based_on = given.based_on.or(self.based_on.take());
        self.note = given.note.or(self.note.take());
    }

    /// What it says about `key`: `None` if nothing that was found, `Some(None)` if it ends the value.
    pub fn says(&self, key: Key) -> Option<Option<&Cited>> {
        let value = self.values.iter().find(|(known, _)| *known == key).map(|(_, cited)| Some(cited));
        value.or_else(|| self.ends.iter().any(|end| end.key == key).then_some(None))
    }
}

/// Parses a rule file: `number`, `issued`, `from`, `to`, optionally `known_to` and `note`; `based_on` and `replaces`, each
/// with number and day of issue; then rows of `value, KEY, NUMBER, MARK, ARTICLE, SOURCE`, `end, KEY, MARK, ARTICLE,
/// SOURCE` and `form, CODE, TITLE, MARK, SOURCE, KEY, SIGNER`.
pub(super) fn parse(file: &str) -> Option<Instrument> {
    from_rows(&rows::parse(file)?)
}

/// Reads the rows of one instrument.
pub(super) fn from_rows(rows: &Rows) -> Option<Instrument> {
    let (mut values, mut ends, mut forms) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        let word = |place| rows::at(row, place).map(str::to_owned);
        let key = || Key::ALL.iter().find(|key| rows::at(row, 1) == Some(key.name())).copied();
        let mark = |place| rows::at(row, place).map(Mark::parse);
        match rows::at(row, 0)? {
            "value" => {
                let value = number(rows::at(row, 2)?, 10)?.try_into().ok()?;
                values.push((key()?, Cited { value, mark: mark(3)?, article: word(4)?, source: word(5)? }));
            }
            "end" => ends.push(End { key: key()?, mark: mark(2)?, article: word(3)?, source: word(4)? }),
            "form" => {
                let (key, signer) = (word(5)?, word(6)?);
                forms.push(Form { code: word(1)?, title: word(2)?, mark: mark(3)?, source: word(4)?, key, signer });
            }
            _ => {}
        }
    }
    let named = |name| rows::named(rows, name);
    let day = |name| named(name).and_then(Day::from_iso);
    let other = |name| {
        let row = rows.iter().find(|row| rows::at(row, 0) == Some(name))?;
        let issued = rows::at(row, 2).and_then(Day::from_iso);
        Some(InstrumentId { number: rows::at(row, 1)?.to_owned(), issued })
    };
    Some(Instrument {
        id: InstrumentId { number: named("number")?.to_owned(), issued: day("issued") },
        from: day("from"),
        to: day("to"),
        known_to: day("known_to"),
        based_on: other("based_on"),
        replaces: other("replaces"),
        note: named("note").map(str::to_owned),
        values,
        ends,
        forms,
    })
}

/// Initializes `kept` on first use. `OnceLock::get_or_init` calls its closure indirectly, so that the rule files would
/// count as used by all code and end up in the first chunk of the program.
pub(super) fn once<T>(kept: &'static OnceLock<Vec<T>>, parse: impl Fn() -> Vec<T>) -> &'static [T] {
    if kept.get().is_none() {
        let _ = kept.set(parse());
    }
    kept.get().map_or(&[], Vec::as_slice)
}
