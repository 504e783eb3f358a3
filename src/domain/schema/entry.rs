//! Parsing typed text into values: each kind of field has one parser and one canonical form, in which it is stored.
//! Text that cannot be parsed is stored as typed, and the problem is reported. Checks across fields are in `checks`.

use super::field::{Field, Kind};
use super::id::{RecordId, RecordKind};
use super::lists::{self, Choice};
use crate::domain::value::bound::{Bound, BoundProblem, parse_count};
use crate::domain::value::day::{Day, DayProblem};
use crate::domain::value::letters::{mend, split};
use crate::domain::value::month::{Month, When};
use crate::domain::value::organization_code;
use crate::domain::value::phone::{self, PhoneProblem};
use crate::domain::value::ratio::Ratio;

/// Access to the texts of one record.
pub trait Entries {
    /// The stored text of a field. `None` if it was never filled in or was cleared.
    fn text(&self, field: Field) -> Option<&str>;
}

/// A parsed value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Of [`Kind::Line`], [`Kind::Text`], [`Kind::DocumentNumber`], [`Kind::CitizenId`],
    /// [`Kind::OrganizationCode`] and [`Kind::Phone`].
    Text(String),
    /// Of [`Kind::Month`].
    Month(Month),
    /// Of [`Kind::When`].
    When(When),
    /// Of [`Kind::Day`].
    Day(Day),
    /// Of [`Kind::Count`].
    Count(u32),
    /// Of [`Kind::Choice`].
    Choice(&'static Choice),
    /// Of [`Kind::Reference`].
    Reference(RecordId),
    /// Of [`Kind::Bound`].
    Bound(Bound),
    /// Of [`Kind::Decimal`].
    Decimal(Ratio),
    /// Of [`Kind::Item`].
    Item(Field),
}

/// Why a text cannot be parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Not a day.
    Day(DayProblem),
    /// Not a bound.
    Bound(BoundProblem),
    /// More characters than the field allows.
    TooLong {
        /// Characters typed.
        characters: usize,
        /// Maximum.
        most: usize,
    },
    /// Not a whole number.
    NotACount,
    /// Not a number with at most four decimals.
    NotADecimal,
    /// A number above the field's limit.
    CountTooLarge {
        /// Largest allowed value.
        most: u32,
    },
    /// Not an entry of the list; may come from a newer version or another file.
    UnknownChoice,
    /// Several spreadsheet cells pasted into one field.
    SeveralCells {
        /// Number of cells.
        cells: usize,
    },
    /// Not a phone number.
    Phone(PhoneProblem),
    /// Not the id of a record of the expected kind.
    NotAReference,
    /// Not fourteen digits in the parts of an organization's code.
    OrganizationCodeShape {
        /// Digits found.
        digits: usize,
    },
    /// Not twelve digits.
    CitizenIdShape {
        /// Digits found.
        digits: usize,
        /// Whether there are characters other than digits and separators.
        other_characters: bool,
    },
}

/// The stored form of a typed text: the canonical form of its value if it parses, else the text as typed with
/// look-alike characters replaced.
pub fn canonical(kind: Kind, typed: &str) -> String {
    let mended = mend(typed);
    match (kind, parse(kind, &mended)) {
        (_, Ok(Value::Day(day))) => day.iso(),
        (_, Ok(Value::Month(month))) => month.iso(),
        (_, Ok(Value::When(when))) => when.iso(),
        (_, Ok(Value::Count(count))) => count.to_string(),
        (Kind::CitizenId | Kind::Phone | Kind::OrganizationCode, Ok(Value::Text(digits))) => digits,
        _ if mended.trim().is_empty() => String::new(),
        (Kind::Choice(list), Err(_)) => {
            lists::meant(list.entries(), &mended).map_or(mended, |meant| meant.key.to_owned())
        }
        _ => mended,
    }
}

/// Parses a stored text.
///
/// # Errors
/// Why the text is not a value of this kind.
pub fn parse(kind: Kind, text: &str) -> Result<Value, Problem> {
    let text = text.trim();
    match kind {
        Kind::Line { max } => line(text, max).map(Value::Text),
        Kind::Text { max } => within(text, max).map(Value::Text),
        Kind::DocumentNumber => line(text, LONGEST_NUMBER).map(Value::Text),
        Kind::Month => Month::parse(text).map(Value::Month).map_err(Problem::Day),
        Kind::When => When::parse(text).map(Value::When).map_err(Problem::Day),
        Kind::Phone => phone::parse(text).map(Value::Text).map_err(Problem::Phone),
        Kind::Day { .. } => Day::parse(text).map(Value::Day).map_err(Problem::Day),
        Kind::Count { most } => count_of(text, most).map(Value::Count),
        Kind::Choice(list) => lists::find(list.entries(), text).map(Value::Choice).ok_or(Problem::UnknownChoice),
        Kind::Reference(kind) => record_of(text, kind).map(Value::Reference).ok_or(Problem::NotAReference),
        Kind::Bound => Bound::parse(text).map(Value::Bound).map_err(Problem::Bound),
        Kind::Decimal => Ratio::parse(text).map(Value::Decimal).ok_or(Problem::NotADecimal),
        Kind::CitizenId => citizen_id(text).map(Value::Text),
        Kind::OrganizationCode => {
            organization_code::parse(text).map(Value::Text).map_err(|digits| Problem::OrganizationCodeShape { digits })
        }
        Kind::Item => Field::from_key(RecordKind::Candidate, text).map(Value::Item).ok_or(Problem::UnknownChoice),
    }
}

fn count_of(text: &str, most: u32) -> Result<u32, Problem> {
    match parse_count(text).map(u32::try_from) {
        Some(Ok(count)) if count <= most => Ok(count),
        Some(_) => Err(Problem::CountTooLarge { most }),
        None => Err(Problem::NotACount),
    }
}

fn record_of(text: &str, kind: RecordKind) -> Option<RecordId> {
    RecordId::parse(text).filter(|id| id.kind() == Some(kind))
}

fn citizen_id(text: &str) -> Result<String, Problem> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let other_characters = text.chars().any(|c| !c.is_ascii_digit() && !matches!(c, ' ' | '.' | '-'));
    if digits.len() == 12 && !other_characters {
        Ok(digits)
    } else {
        Err(Problem::CitizenIdShape { digits: digits.len(), other_characters })
    }
}

/// Maximum length of a document number, in characters.
const LONGEST_NUMBER: usize = 60;

/// A single line: a tab means several spreadsheet cells.
fn line(text: &str, max: usize) -> Result<String, Problem> {
    match split(text, &|c| c == '\t').len() {
        0 | 1 => within(text, max),
        cells => Err(Problem::SeveralCells { cells }),
    }
}

fn within(text: &str, max: usize) -> Result<String, Problem> {
    match text.chars().fold(0, |count, _| count + 1) {
        characters if characters > max => Err(Problem::TooLong { characters, most: max }),
        _ => Ok(text.to_owned()),
    }
}

/// Parses one field of a record. `None` if it is empty.
pub fn value(entries: &dyn Entries, field: Field) -> Option<Result<Value, Problem>> {
    written(entries, field).map(|text| parse(field.spec().kind, text))
}

/// The trimmed text of a field. `None` if it is empty.
pub fn written(entries: &dyn Entries, field: Field) -> Option<&str> {
    entries.text(field).map(str::trim).filter(|text| !text.is_empty())
}

// The functions below do not go through `parse`: a match over all kinds would link every closed list into code that
// needs only days and counts.

/// The text of a field, if it is within its limits.
pub fn text(entries: &dyn Entries, field: Field) -> Option<String> {
    let text = written(entries, field)?;
    match field.spec().kind {
        Kind::CitizenId => citizen_id(text).ok(),
        Kind::Line { max } => line(text, max).ok(),
        Kind::Text { max } => within(text, max).ok(),
        _ => Some(text.to_owned()),
    }
}

/// The day of a field, if it parses.
pub fn day(entries: &dyn Entries, field: Field) -> Option<Day> {
    Day::parse(written(entries, field)?).ok()
}

/// The month of a field, if it parses.
pub fn month(entries: &dyn Entries, field: Field) -> Option<Month> {
    Month::parse(written(entries, field)?).ok()
}

/// The date of a field with the precision entered, if it parses.
pub fn when(entries: &dyn Entries, field: Field) -> Option<When> {
    When::parse(written(entries, field)?).ok()
}

/// The count of a field, if it parses and is within its limit.
pub fn count(entries: &dyn Entries, field: Field) -> Option<u32> {
    let Kind::Count { most } = field.spec().kind else { return None };
    count_of(written(entries, field)?, most).ok()
}

/// The list entry of a field, if it is known.
pub fn chosen(entries: &dyn Entries, field: Field) -> Option<&'static Choice> {
    let Kind::Choice(list) = field.spec().kind else { return None };
    lists::find(list.entries(), written(entries, field)?)
}

/// The record id in a field, whether or not that record exists.
pub fn reference(entries: &dyn Entries, field: Field) -> Option<RecordId> {
    let Kind::Reference(kind) = field.spec().kind else { return None };
    record_of(written(entries, field)?, kind)
}

/// The decimal number of a field, if it parses.
pub fn decimal(entries: &dyn Entries, field: Field) -> Option<Ratio> {
    Ratio::parse(written(entries, field)?)
}

/// The bound of a field, if it parses.
pub fn bound(entries: &dyn Entries, field: Field) -> Option<Bound> {
    Bound::parse(written(entries, field)?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(field: Field, typed: &str, stored: &str, problem: Option<Problem>) {
        let kind = field.spec().kind;
        assert_eq!(canonical(kind, typed), stored);
        assert_eq!(parse(kind, stored).err(), problem);
    }

    #[test]
    fn parsed_text_is_stored_in_canonical_form_and_the_rest_as_typed() {
        check(Field::Birth, "1.6.1990", "1990-06-01", None);
        check(Field::Birth, "31/02/2026", "31/02/2026", Some(Problem::Day(DayProblem::Impossible)));
        check(Field::Birth, "1/1/0026", "1/1/0026", Some(Problem::Day(DayProblem::YearOutOfRange(26))));
        check(Field::Name, "Lò Văn \u{D0}ức ", "Lò Văn Đức ", None);
        check(Field::VotesFor, "07", "7", None);
        check(Field::VotesFor, "bảy", "bảy", Some(Problem::NotACount));
        check(Field::VotesFor, "99.999", "99.999", Some(Problem::CountTooLarge { most: 10_000 }));
        check(Field::CitizenId, "011 090 123 456", "011090123456", None);
        check(
            Field::CitizenId,
            "01109012345",
            "01109012345",
            Some(Problem::CitizenIdShape { digits: 11, other_characters: false }),
        );
        check(
            Field::CitizenId,
            "O11090123456",
            "O11090123456",
            Some(Problem::CitizenIdShape { digits: 11, other_characters: true }),
        );
        check(Field::SexOfCandidate, "nam", "male", None);
        check(Field::SexOfCandidate, "trai", "trai", Some(Problem::UnknownChoice));
        check(Field::EthnicGroup, "Ê-đê", "e_de", None);
        check(Field::Name, "Lò Thị Mẫu\t3/2/1999", "Lò Thị Mẫu\t3/2/1999", Some(Problem::SeveralCells { cells: 2 }));
        check(Field::JobFrom, "tháng 6/2022", "2022-06", None);
        check(Field::JobFrom, "2022", "2022", Some(Problem::Day(DayProblem::MonthMissing)));
        check(Field::RelativeBirth, "1950", "1950", None);
        check(Field::Life, "Một\nhai", "Một\nhai", None);
        check(Field::CandidateCell, "village:a", "village:a", Some(Problem::NotAReference));
        check(Field::TargetBound, "30 trở lên", "30 trở lên", None);
    }

    #[test]
    fn phone_numbers_follow_the_change_of_2018() {
        for (typed, stored) in [
            ("0912 345 678", "0912345678"),
            ("+84 912.345.678", "0912345678"),
            ("84912345678", "0912345678"),
            ("+84 0912345678", "0912345678"),
            ("(0215) 3825 409", "02153825409"),
        ] {
            check(Field::Phone, typed, stored, None);
        }
        let refused = |typed: &str, problem| check(Field::Phone, typed, typed, Some(problem));
        for (old, now) in phone::PREFIXES {
            refused(
                &format!("0{old}1234567"),
                Problem::Phone(PhoneProblem::Before2018 { now: now * 10_000_000 + 1_234_567 }),
            );
        }
        refused("+841691234567", Problem::Phone(PhoneProblem::Before2018 { now: 391_234_567 }));
        refused("091234567", Problem::Phone(PhoneProblem::Shape { digits: 9 }));
        refused("912345678", Problem::Phone(PhoneProblem::Shape { digits: 9 }));
        refused("0412345678", Problem::Phone(PhoneProblem::Shape { digits: 10 }));
        refused("không có", Problem::Phone(PhoneProblem::Shape { digits: 0 }));
        refused("00000000000000000000000000", Problem::Phone(PhoneProblem::Shape { digits: 26 }));
    }

    #[test]
    fn a_name_of_ten_thousand_characters_is_kept_whole() {
        let long = "Ờ".repeat(10_000);
        check(Field::Name, &long, &long, Some(Problem::TooLong { characters: 10_000, most: 120 }));
    }

    proptest! {
        #[test]
        fn nothing_typed_makes_a_field_panic_and_storing_is_settled_at_once(typed in "\\PC{0,60}") {
            for field in Field::ALL {
                let kind = field.spec().kind;
                let stored = canonical(kind, &typed);
                prop_assert_eq!(canonical(kind, &stored), stored);
            }
        }
    }
}
