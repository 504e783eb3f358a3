//! Instruments: what each one says, when it is in force, and the source of every value. The values are in
//! `rules/*.json`, one file per instrument and date of issue; the code that applies them is in `admission` and
//! `checks`.

use std::sync::OnceLock;

use super::key::Key;
use crate::domain::value::day::Day;
use crate::domain::value::letters::number;
use crate::domain::value::rows;

/// Confidence in a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// From memory, without a source: may hint, never block.
    Unverified,
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
#[derive(Debug, PartialEq, Eq)]
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
#[derive(Debug, PartialEq, Eq)]
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

/// An instrument, identified by number and date of issue: several share a number.
#[derive(Debug, PartialEq, Eq)]
pub struct Instrument {
    /// Number, such as `24-QĐ/TW`.
    pub number: String,
    /// Day of issue; `None` if not found.
    pub issued: Option<Day>,
    /// First day in force; `None` if not found, in which case the instrument is never in force.
    pub from: Option<Day>,
    /// Last day in force; `None` while no successor is known.
    pub to: Option<Day>,
    /// Year in which it ended, if the day was not found: not in force from 1 January of that year.
    pub ended: Option<i32>,
    /// Number of the instrument that it explains, if it is guidance.
    pub based_on: Option<String>,
    /// Further remarks, shown to people.
    pub note: Option<String>,
    /// Values that it sets.
    pub values: Vec<(Key, Cited)>,
    /// Forms that it prescribes.
    pub forms: Vec<Form>,
}

impl Instrument {
    /// Whether it is in force on `on`.
    pub fn in_force(&self, on: Day) -> bool {
        self.from.is_some_and(|from| from <= on)
            && self.to.is_none_or(|to| on <= to)
            && self.ended.is_none_or(|year| on.year() < year)
    }
}

/// A value in force on a day, and the instrument that sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InForce {
    /// The instrument.
    pub instrument: &'static Instrument,
    /// The value and its source.
    pub cited: &'static Cited,
}

const FILES: [&str; 10] = [
    include_str!("../../../rules/dieu-le-2011.json"),
    include_str!("../../../rules/qd-29-2016.json"),
    include_str!("../../../rules/qd-24-2021.json"),
    include_str!("../../../rules/qd-232-2025.json"),
    include_str!("../../../rules/qd-294-2025.json"),
    include_str!("../../../rules/hd-01-2021.json"),
    include_str!("../../../rules/hd-06-2025.json"),
    include_str!("../../../rules/hd-09-2017.json"),
    include_str!("../../../rules/hd-12-2022.json"),
    include_str!("../../../rules/hd-38-2025.json"),
];

/// All instruments. Where two set the same value, the later one comes later.
pub fn instruments() -> &'static [Instrument] {
    static PARSED: OnceLock<Vec<Instrument>> = OnceLock::new();
    // A test parses every file; a damaged one would only be skipped here.
    once(&PARSED, || FILES.iter().filter_map(|file| parse(file)).collect())
}

/// Initializes `kept` on first use. `OnceLock::get_or_init` calls its closure indirectly, so that the rule files would
/// count as used by all code and end up in the first chunk of the program.
pub(super) fn once<T>(kept: &'static OnceLock<Vec<T>>, parse: impl Fn() -> Vec<T>) -> &'static [T] {
    if kept.get().is_none() {
        let _ = kept.set(parse());
    }
    kept.get().map_or(&[], Vec::as_slice)
}

/// Parses a rule file: `number`, `issued`, `from`, `to`, optionally `ended`, `based_on` and `note`, then rows of
/// `value, KEY, NUMBER, MARK, ARTICLE, SOURCE` and `form, CODE, TITLE, MARK, SOURCE, KEY, SIGNER`.
fn parse(file: &str) -> Option<Instrument> {
    let rows = rows::parse(file)?;
    let (mut values, mut forms) = (Vec::new(), Vec::new());
    for row in &rows {
        let word = |place| rows::at(row, place).map(str::to_owned);
        match rows::at(row, 0)? {
            "value" => {
                let key = *Key::ALL.iter().find(|key| rows::at(row, 1) == Some(key.name()))?;
                let value = number(rows::at(row, 2)?, 10)?.try_into().ok()?;
                let mark = Mark::parse(rows::at(row, 3)?);
                values.push((key, Cited { value, mark, article: word(4)?, source: word(5)? }));
            }
            "form" => {
                let mark = Mark::parse(rows::at(row, 3)?);
                let (key, signer) = (word(5)?, word(6)?);
                forms.push(Form { code: word(1)?, title: word(2)?, mark, source: word(4)?, key, signer });
            }
            _ => {}
        }
    }
    let named = |name| rows::named(&rows, name);
    let day = |name| named(name).and_then(Day::from_iso);
    Some(Instrument {
        number: named("number")?.to_owned(),
        issued: day("issued"),
        from: day("from"),
        to: day("to"),
        ended: named("ended").and_then(|year| number(year, 10)?.try_into().ok()),
        based_on: named("based_on").map(str::to_owned),
        note: named("note").map(str::to_owned),
        values,
        forms,
    })
}

/// The value of `key` in force on `on`. The latest of several instruments in force decides. `None` if no known
/// instrument sets a value for that day.
pub fn in_force(key: Key, on: Day) -> Option<InForce> {
    instruments().iter().rev().filter(|instrument| instrument.in_force(on)).find_map(|instrument| {
        let (_, cited) = instrument.values.iter().find(|(known, _)| *known == key)?;
        Some(InForce { instrument, cited })
    })
}

/// The form named `key` in the latest instrument that prescribes it. The numbers used by the successor of the last
/// known set were not found (docs/decisions/0016).
pub fn form(key: &str) -> Option<&'static Form> {
    instruments().iter().rev().find_map(|instrument| instrument.forms.iter().find(|form| form.key == key))
}

/// Guidance that is in force on `on` although the instrument it explains is not yet, together with the instrument
/// still in force.
pub fn guidance_ahead(on: Day) -> Option<(&'static Instrument, &'static Instrument)> {
    instruments().iter().find_map(|guidance| {
        let base = guidance.based_on.as_ref().filter(|_| guidance.in_force(on))?;
        let base = instruments().iter().find(|other| other.number == *base)?;
        let before = base.from.filter(|from| on < *from)?.plus_days(-1);
        let old = instruments().iter().find(|other| other.to.is_some() && other.to == before)?;
        Some((guidance, old))
    })
}

/// The days on which the regulation changed: the first day of each instrument, in order.
pub fn turns() -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for from in instruments().iter().filter_map(|instrument| instrument.from) {
        if let Err(place) = days.binary_search(&from) {
            days.insert(place, from);
        }
    }
    days
}

/// A key whose value changed, with the values before and after; `None` if no value is known.
pub type Turned = (Key, Option<&'static Cited>, Option<&'static Cited>);

/// The values on `day` that differ from those of the day before.
pub fn turned(day: Day) -> Vec<Turned> {
    let mut turned = Vec::new();
    for key in Key::ALL {
        let on = |day| in_force(*key, day).map(|found| found.cited);
        let (old, new) = (day.plus_days(-1).and_then(on), on(day));
        if old.map(|cited| cited.value) != new.map(|cited| cited.value) {
            turned.push((*key, old, new));
        }
    }
    turned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_parsed_and_every_value_is_known() {
        assert_eq!(instruments().len(), FILES.len());
        for instrument in instruments() {
            assert!(
                instrument.to.is_none_or(|to| instrument.from.is_some_and(|from| from <= to)),
                "{}",
                instrument.number
            );
            assert!(!instrument.values.is_empty() || instrument.note.is_some(), "{}", instrument.number);
            for (key, cited) in &instrument.values {
                assert!(!cited.article.is_empty() && !cited.source.is_empty(), "{key:?}");
            }
        }
    }

    #[test]
    fn every_key_is_spoken_of_and_every_row_is_of_a_known_kind() {
        for key in Key::ALL {
            assert!(
                instruments().iter().any(|instrument| instrument.values.iter().any(|(known, _)| known == key)),
                "{key:?}"
            );
        }
        for file in FILES {
            for row in rows::parse(file).unwrap_or_default() {
                let known = ["number", "issued", "from", "to", "ended", "based_on", "note", "value", "form"];
                assert!(rows::at(&row, 0).is_some_and(|word| known.contains(&word)), "{row:?}");
            }
        }
    }

    #[test]
    fn between_9_and_30_june_2025_guidance_runs_ahead() {
        let ahead = |month, day| {
            let found = guidance_ahead(Day::new(2025, month, day)?)?;
            Some((found.0.number.as_str(), found.1.number.as_str()))
        };
        assert_eq!(ahead(6, 8), None);
        assert_eq!(ahead(6, 9), Some(("06-HD/TW", "232-QĐ/TW")));
        assert_eq!(ahead(6, 30), Some(("06-HD/TW", "232-QĐ/TW")));
        assert_eq!(ahead(7, 1), None);
    }

    #[test]
    fn the_instrument_of_the_day_speaks() {
        let number = |key, (year, month, day)| {
            let on = Day::new(year, month, day)?;
            in_force(key, on).map(|found| found.instrument.number.as_str())
        };
        assert_eq!(number(Key::AgeLeast, (2016, 7, 24)), None);
        assert_eq!(number(Key::AgeLeast, (2016, 7, 25)), Some("29-QĐ/TW"));
        assert_eq!(number(Key::AgeLeast, (2021, 7, 29)), Some("29-QĐ/TW"));
        assert_eq!(number(Key::AgeLeast, (2021, 7, 30)), Some("24-QĐ/TW"));
        assert_eq!(number(Key::AgeLeast, (2025, 6, 30)), Some("232-QĐ/TW"));
        assert_eq!(number(Key::AgeLeast, (2025, 7, 1)), Some("294-QĐ/TW"));
        assert_eq!(number(Key::CertificateMonths, (2025, 6, 8)), Some("01-HD/TW"));
        assert_eq!(number(Key::CertificateMonths, (2025, 6, 9)), Some("06-HD/TW"));
        assert_eq!(number(Key::VoteLessExcused, (2025, 6, 30)), None);
        assert_eq!(number(Key::VoteLessExcused, (2025, 7, 1)), Some("294-QĐ/TW"));
        assert_eq!(number(Key::VoteForParts, (2025, 7, 1)), Some("Điều lệ Đảng"));
    }
}
