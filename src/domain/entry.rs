//! From what a person typed to a value: each kind of field has one way of being read, and one
//! canonical form in which it is stored. What cannot be read is kept as typed and named.
//! Checks between fields are in `check`.

use super::bound::{Bound, BoundProblem, parse_count};
use super::choice::{self, Choice};
use super::day::{Day, DayProblem};
use super::field::{Field, Kind};
use super::id::RecordId;
use super::letters::mend;

/// Where the texts of one record come from.
pub trait Entries {
    /// The stored text of a field; `None` where it was never filled in or was emptied.
    fn text(&self, field: Field) -> Option<&str>;
}

/// A value read from a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Of [`Kind::Line`] and [`Kind::CitizenId`].
    Text(String),
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
}

/// Why a text has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Not a day.
    Day(DayProblem),
    /// Not a bound.
    Bound(BoundProblem),
    /// More characters than the field takes.
    TooLong {
        /// Characters typed.
        characters: usize,
        /// Most that fit.
        most: usize,
    },
    /// Not a whole number.
    NotACount,
    /// A number beyond the field's limit.
    CountTooLarge {
        /// Largest number.
        most: u32,
    },
    /// Not an entry of the list, as a newer version or another file may have it.
    UnknownChoice,
    /// Not the id of a record of the right kind.
    NotAReference,
    /// Not twelve digits.
    CitizenIdShape {
        /// Digits found.
        digits: usize,
        /// Whether there is anything but digits.
        other_signs: bool,
    },
}

/// The form in which a typed text is stored: the canonical form of its value where it has one,
/// else the text as typed, with letters mended.
pub fn canonical(kind: Kind, typed: &str) -> String {
    let mended = mend(typed);
    match (kind, read(kind, &mended)) {
        (_, Ok(Value::Day(day))) => day.iso(),
        (_, Ok(Value::Count(count))) => count.to_string(),
        (Kind::CitizenId, Ok(Value::Text(digits))) => digits,
        _ if mended.trim().is_empty() => String::new(),
        _ => mended,
    }
}

/// Reads a stored text.
///
/// # Errors
/// Says why the text is not a value of this kind.
pub fn read(kind: Kind, text: &str) -> Result<Value, Problem> {
    let text = text.trim();
    match kind {
        Kind::Line { max } => match text.chars().fold(0, |count, _| count + 1) {
            characters if characters > max => Err(Problem::TooLong { characters, most: max }),
            _ => Ok(Value::Text(text.to_owned())),
        },
        Kind::Day { .. } => Day::parse(text).map(Value::Day).map_err(Problem::Day),
        Kind::Count { most } => match parse_count(text).map(u32::try_from) {
            Some(Ok(count)) if count <= most => Ok(Value::Count(count)),
            Some(_) => Err(Problem::CountTooLarge { most }),
            None => Err(Problem::NotACount),
        },
        Kind::Choice(list) => choice::find(list, text).map(Value::Choice).ok_or(Problem::UnknownChoice),
        Kind::Reference(kind) => RecordId::parse(text)
            .filter(|id| id.kind() == Some(kind))
            .map(Value::Reference)
            .ok_or(Problem::NotAReference),
        Kind::Bound => Bound::parse(text).map(Value::Bound).map_err(Problem::Bound),
        Kind::CitizenId => {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let other_signs = text.chars().any(|c| !c.is_ascii_digit() && !matches!(c, ' ' | '.' | '-'));
            if digits.len() == 12 && !other_signs {
                Ok(Value::Text(digits))
            } else {
                Err(Problem::CitizenIdShape { digits: digits.len(), other_signs })
            }
        }
    }
}

/// Reads one field of a record: `None` while it is empty.
pub fn value(entries: &dyn Entries, field: Field) -> Option<Result<Value, Problem>> {
    let text = entries.text(field)?;
    (!text.trim().is_empty()).then(|| read(field.spec().kind, text))
}

macro_rules! typed {
    ($($(#[$doc:meta])* $name:ident $variant:ident $type:ty;)+) => {$(
        $(#[$doc])*
        pub fn $name(entries: &dyn Entries, field: Field) -> Option<$type> {
            match value(entries, field)? {
                Ok(Value::$variant(value)) => Some(value),
                _ => None,
            }
        }
    )+};
}

typed! {
    /// The text of a field, if there is one and it fits.
    text Text String;
    /// The day of a field, if it holds one.
    day Day Day;
    /// The number of a field, if it holds one.
    count Count u32;
    /// The choice of a field, if it holds a known one.
    chosen Choice &'static Choice;
    /// The record that a field points at, whether or not there is such a record.
    reference Reference RecordId;
    /// The bound of a field, if it holds one.
    bound Bound Bound;
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(field: Field, typed: &str, stored: &str, problem: Option<Problem>) {
        let kind = field.spec().kind;
        assert_eq!(canonical(kind, typed), stored);
        assert_eq!(read(kind, stored).err(), problem);
    }

    #[test]
    fn what_is_understood_is_stored_in_one_form_and_the_rest_as_typed() {
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
            Some(Problem::CitizenIdShape { digits: 11, other_signs: false }),
        );
        check(
            Field::CitizenId,
            "O11090123456",
            "O11090123456",
            Some(Problem::CitizenIdShape { digits: 11, other_signs: true }),
        );
        check(Field::SexOfCandidate, "nam", "nam", Some(Problem::UnknownChoice));
        check(Field::CandidateCell, "village:a", "village:a", Some(Problem::NotAReference));
        check(Field::TargetBound, "30 trở lên", "30 trở lên", None);
    }

    #[test]
    fn a_name_of_ten_thousand_letters_is_kept_whole() {
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
