//! What a piece may say: a birth date, an ethnic group, a level of education …, in the form in which it is stored.

use crate::domain::schema::field::Field;
use crate::domain::schema::lists::{self, ETHNIC_GROUP, RELIGION};
use crate::domain::value::day::Day;
use crate::domain::value::letters::fold;
use crate::domain::value::month::When;
use crate::exchange::answers::answered;
use crate::exchange::lists::Cell;

pub(super) fn ethnic(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let meant = lists::meant(ETHNIC_GROUP, text).map(|group| group.key);
    meant.or_else(|| {
        known(Field::EthnicGroup, text).and_then(|key| lists::find(ETHNIC_GROUP, &key)).map(|group| group.key)
    })
}

pub(super) fn religion(text: &str) -> Option<String> {
    known(Field::Religion, text).or_else(|| lists::meant(RELIGION, text).map(|religion| religion.key.to_owned()))
}

/// What lists have for an answer.
pub(super) fn known(field: Field, text: &str) -> Option<String> {
    answered(&Cell { field, column: 0, text: text.to_owned() })
}

/// A birth date as it is stored: a day, or what is known of it as it is written.
pub(super) fn birth(text: &str, today: Day) -> Option<String> {
    let figures: String = text.chars().map(|c| if c.is_ascii_digit() { c } else { ' ' }).collect();
    let parts: Vec<&str> = figures.split_whitespace().collect();
    let is_old_enough = |year: i32| (14..=100).contains(&(today.year() - year));
    let written = match parts.as_slice() {
        [day, month, year] if day.len() <= 2 && month.len() <= 2 => {
            format!("{day}/{month}/{}", whole_year(year, today))
        }
        [whole] if whole.len() == 8 => (*whole).to_owned(),
        [whole] if whole.len() == 6 => {
            let (day, year) = whole.split_at_checked(4)?;
            format!("{day}{}", whole_year(year, today))
        }
        [month, year] if month.len() <= 2 && year.len() == 4 => format!("{month}/{year}"),
        [year] if year.len() == 4 => (*year).to_owned(),
        _ => return None,
    };
    if let Ok(day) = Day::parse(&written) {
        return is_old_enough(day.year()).then(|| day.iso());
    }
    let year = match When::parse(&written).ok()? {
        When::Year(year) => year,
        When::Month(month) => month.year(),
        When::Day(_) => return None,
    };
    is_old_enough(year).then_some(written)
}

/// A year of two figures in the century that makes a person of fourteen years or more.
pub(super) fn whole_year(year: &str, today: Day) -> String {
    match year.parse::<i32>() {
        Ok(short) if year.len() == 2 => {
            let late = 2000 + short;
            (if today.year() - late < 14 { late - 100 } else { late }).to_string()
        }
        _ => year.to_owned(),
    }
}

pub(super) fn education(text: &str) -> Option<String> {
    let folded = fold(text);
    let bare = folded.strip_prefix("lop ").unwrap_or(&folded);
    let class = bare.split(['/', ' ']).next().and_then(|class| class.parse::<u8>().ok());
    known(Field::Education, bare).or_else(|| {
        // Who has finished the last class of a school has finished the school.
        let level = match class? {
            12 | 10 if bare.ends_with("/10") || bare.starts_with("12") => "upper_secondary",
            9..=11 => "lower_secondary",
            5..=8 => "primary",
            _ => return None,
        };
        Some(level.to_owned())
    })
}

pub(super) fn sex(text: &str) -> Option<String> {
    match fold(text).as_str() {
        "nam" => Some("male".to_owned()),
        "nu" => Some("female".to_owned()),
        _ => None,
    }
}

pub(super) fn citizen(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let plain = text.chars().all(|c| c.is_ascii_digit() || c == ' ' || c == '.');
    (plain && digits.len() == 12).then_some(digits)
}

/// Whether a text may be a name: two to six words of letters.
pub(super) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=6).contains(&words.len()) && text.chars().all(|c| c.is_alphabetic() || " '’.-".contains(c))
}

/// A day, or what is known of it, that is no birth date.
pub(super) fn birth_free(text: &str) -> Option<String> {
    Day::parse(text).map(Day::iso).ok().or_else(|| When::parse(text).ok().map(|_| text.to_owned()))
}
