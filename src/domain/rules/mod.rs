//! The regulation as data: which instrument says what from when to when, and where that was
//! read. The values live in `rules/*.json`, one file per instrument and date of issue; the
//! small functions that apply them are the submodules.

pub mod age;
pub mod certificate;
pub mod citizen_id;
pub mod vote;

use std::sync::OnceLock;

use super::day::Day;
use super::letters::number;
use super::rows;

/// How well a value is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Recalled, not found in a source: may hint, never block.
    Unverified,
    /// Read in a text about the instrument.
    Secondary,
    /// Read in the instrument.
    Verified,
}

/// A value with its place in the instrument and the source it was read in.
#[derive(Debug, PartialEq, Eq)]
pub struct Cited {
    /// The value itself; its unit is part of the [`Key`].
    pub value: u32,
    /// How well it is known.
    pub mark: Mark,
    /// Place in the instrument.
    pub article: String,
    /// Where it was read.
    pub source: String,
}

/// An instrument of one date. Numbers alone do not tell instruments apart: several share one.
#[derive(Debug, PartialEq, Eq)]
pub struct Instrument {
    /// Number, such as `24-QĐ/TW`.
    pub number: String,
    /// Day of issue.
    pub issued: Day,
    /// First day in force.
    pub from: Day,
    /// Last day in force; `None` while no successor is known.
    pub to: Option<Day>,
    values: Vec<(Key, Cited)>,
}

/// What a value is about, with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Youngest age at the cell's meeting, in months.
    AgeLeastMonths,
    /// Oldest age at the cell's meeting, in months; the month of that birthday is still in.
    AgeMostMonths,
    /// Months for which a class certificate is good.
    CertificateMonths,
    /// Of so many parts…
    VoteAllParts,
    /// …so many must be for admission.
    VoteForParts,
    /// 1 where members transferred out or excused are taken off the base.
    VoteLessExcused,
    /// Fewest official members of a cell that votes on an admission.
    MeetingLeastMembers,
}

impl Key {
    const ALL: [Key; 7] = [
        Key::AgeLeastMonths,
        Key::AgeMostMonths,
        Key::CertificateMonths,
        Key::VoteAllParts,
        Key::VoteForParts,
        Key::VoteLessExcused,
        Key::MeetingLeastMembers,
    ];

    const fn name(self) -> &'static str {
        match self {
            Key::AgeLeastMonths => "age_least_months",
            Key::AgeMostMonths => "age_most_months",
            Key::CertificateMonths => "certificate_months",
            Key::VoteAllParts => "vote_all_parts",
            Key::VoteForParts => "vote_for_parts",
            Key::VoteLessExcused => "vote_less_excused",
            Key::MeetingLeastMembers => "meeting_least_members",
        }
    }
}

/// A value as it stood on a day, with the instrument that gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InForce {
    /// The instrument.
    pub instrument: &'static Instrument,
    /// The value and its source.
    pub cited: &'static Cited,
}

const FILES: [&str; 7] = [
    include_str!("../../../rules/dieu-le-2011.json"),
    include_str!("../../../rules/qd-29-2016.json"),
    include_str!("../../../rules/qd-24-2021.json"),
    include_str!("../../../rules/qd-232-2025.json"),
    include_str!("../../../rules/qd-294-2025.json"),
    include_str!("../../../rules/hd-01-2021.json"),
    include_str!("../../../rules/hd-06-2025.json"),
];

/// Every instrument; of two that speak about the same thing the later one comes later.
pub fn instruments() -> &'static [Instrument] {
    static READ: OnceLock<Vec<Instrument>> = OnceLock::new();
    // Every file is read by a test; one that were damaged would leave its values out.
    READ.get_or_init(|| FILES.iter().filter_map(|file| read(file)).collect())
}

/// Reads one file: `number`, `issued`, `from`, `to`, then rows of
/// `value, KEY, NUMBER, MARK, ARTICLE, SOURCE`.
fn read(file: &str) -> Option<Instrument> {
    let rows = rows::read(file)?;
    let mut values = Vec::new();
    for row in rows.iter().filter(|row| rows::at(row, 0) == Some("value")) {
        let key = Key::ALL.into_iter().find(|key| rows::at(row, 1) == Some(key.name()))?;
        let mark = match rows::at(row, 3)? {
            "verified" => Mark::Verified,
            "secondary" => Mark::Secondary,
            _ => Mark::Unverified,
        };
        let value = number(rows::at(row, 2)?, 10)?.try_into().ok()?;
        let (article, source) = (rows::at(row, 4)?.to_owned(), rows::at(row, 5)?.to_owned());
        values.push((key, Cited { value, mark, article, source }));
    }
    let day = |name| rows::named(&rows, name).and_then(Day::from_iso);
    Some(Instrument {
        number: rows::named(&rows, "number")?.to_owned(),
        issued: day("issued")?,
        from: day("from")?,
        to: day("to"),
        values,
    })
}

/// The value in force on a day. Of several instruments in force the later one speaks.
/// `None` where no instrument known here says anything for that day.
pub fn in_force(key: Key, on: Day) -> Option<InForce> {
    instruments()
        .iter()
        .rev()
        .filter(|instrument| instrument.from <= on && instrument.to.is_none_or(|to| on <= to))
        .find_map(|instrument| {
            let (_, cited) = instrument.values.iter().find(|(known, _)| *known == key)?;
            Some(InForce { instrument, cited })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read_and_every_value_is_known() {
        assert_eq!(instruments().len(), FILES.len());
        for instrument in instruments() {
            assert!(instrument.to.is_none_or(|to| instrument.from <= to), "{}", instrument.number);
            assert!(!instrument.values.is_empty(), "{}", instrument.number);
            for (key, cited) in &instrument.values {
                assert!(!cited.article.is_empty() && !cited.source.is_empty(), "{key:?}");
            }
        }
    }

    #[test]
    fn the_instrument_of_the_day_speaks() {
        let number = |key, (year, month, day)| {
            let on = Day::new(year, month, day)?;
            in_force(key, on).map(|found| found.instrument.number.as_str())
        };
        assert_eq!(number(Key::AgeLeastMonths, (2016, 7, 24)), None);
        assert_eq!(number(Key::AgeLeastMonths, (2016, 7, 25)), Some("29-QĐ/TW"));
        assert_eq!(number(Key::AgeLeastMonths, (2021, 7, 29)), Some("29-QĐ/TW"));
        assert_eq!(number(Key::AgeLeastMonths, (2021, 7, 30)), Some("24-QĐ/TW"));
        assert_eq!(number(Key::AgeLeastMonths, (2025, 6, 30)), Some("232-QĐ/TW"));
        assert_eq!(number(Key::AgeLeastMonths, (2025, 7, 1)), Some("294-QĐ/TW"));
        assert_eq!(number(Key::CertificateMonths, (2025, 6, 8)), Some("01-HD/TW"));
        assert_eq!(number(Key::CertificateMonths, (2025, 6, 9)), Some("06-HD/TW"));
        assert_eq!(number(Key::VoteLessExcused, (2025, 6, 30)), None);
        assert_eq!(number(Key::VoteLessExcused, (2025, 7, 1)), Some("294-QĐ/TW"));
        assert_eq!(number(Key::VoteForParts, (2025, 7, 1)), Some("Điều lệ Đảng"));
    }
}
