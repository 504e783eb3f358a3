//! Messages in which people tell of a candidate: name, birth date, ethnic group, village, telephone, in any order and with or without
//! words for them. What stands without its word is a guess and marked as one; what is not understood is kept beside. Lists with
//! headings are read by `tables`.

mod labels;
mod pieces;
mod values;

use super::card::named;
use crate::domain::schema::field::Field;
use crate::domain::value::day::Day;
use crate::domain::value::letters::{fold, mend};
use crate::domain::value::phone;
use labels::{Label, is_above, is_place, labelled};
use pieces::{cut, pieces};
use values::{birth, birth_free, citizen, education, ethnic, is_name, known, religion, sex};

/// Something that a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The field.
    pub field: Field,
    /// As it is stored.
    pub text: String,
    /// Whether no word says so.
    pub guess: bool,
}

/// A person of whom a message tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What is said, in its order.
    pub facts: Vec<Fact>,
    /// The name of the cell, as it is written.
    pub cell: Option<String>,
    /// What was not understood.
    pub rest: Vec<String>,
}

impl Told {
    /// What is said of a field.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.facts.iter().find(|fact| fact.field == field).map(|fact| fact.text.as_str())
    }

    fn put(&mut self, field: Field, text: String, guess: bool) {
        match self.facts.iter_mut().find(|fact| fact.field == field) {
            Some(fact) if field == Field::Residence => fact.text = format!("{}, {text}", fact.text),
            Some(_) => self.rest.push(text),
            None => self.facts.push(Fact { field, text, guess }),
        }
    }
}

/// The persons of a text, a line each; a line without a name goes on with the person before. Nobody where a text tells of nobody.
pub fn read(text: &str, today: Day) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    for line in text.lines() {
        // Little pictures are no part of what is said.
        let plain = |c: char| {
            if c.is_alphanumeric() || c.is_whitespace() || c.is_ascii_punctuation() || "–—•’“”".contains(c)
            {
                c
            } else {
                ' '
            }
        };
        let told = line_of(&mend(line).chars().map(plain).collect::<String>(), today);
        match all.last_mut() {
            Some(before) if told.text(Field::Name).is_none() && !told.facts.is_empty() => {
                told.facts.into_iter().for_each(|fact| before.put(fact.field, fact.text, fact.guess));
                before.rest.extend(told.rest);
            }
            _ if told.facts.len() > 1 && told.text(Field::Name).is_some() => all.push(told),
            _ => {}
        }
    }
    all
}

fn line_of(line: &str, today: Day) -> Told {
    let mut told = Told::default();
    for piece in pieces(line) {
        // What stands before a colon says what follows, and is no name.
        if let Some((before, behind)) =
            piece.split_once(':').filter(|(before, _)| labelled(before).is_none_or(|(_, rest)| !rest.is_empty()))
        {
            understand(&mut told, before.trim(), false, today);
            cut(behind).iter().for_each(|piece| understand(&mut told, piece, true, today));
            continue;
        }
        cut(&piece).iter().for_each(|piece| understand(&mut told, piece, true, today));
    }
    told
}

/// Whether a class is named, and no school that was finished.
fn is_class(education: &str) -> bool {
    education.contains(|c: char| c.is_ascii_digit())
}

/// Takes in what a piece says; what it may say is a guess. `can_be_name` is off for what stands before a colon.
fn understand(told: &mut Told, piece: &str, can_be_name: bool, today: Day) {
    let piece = piece.trim().trim_end_matches(['.', ':', '!']).trim();
    if piece.is_empty() {
        return;
    }
    if let Some((label, value)) = labelled(piece) {
        let said = match label {
            Label::Name => is_name(&value).then(|| (Field::Name, named(&value))),
            Label::Birth => birth(&value, today).map(|text| (Field::Birth, text)),
            Label::Sex => sex(&value).map(|text| (Field::SexOfCandidate, text)),
            Label::Ethnic => match ethnic(&value) {
                Some(group) => Some((Field::EthnicGroup, group.to_owned())),
                None => phone::parse(&value).ok().map(|digits| (Field::Phone, digits)),
            },
            Label::Religion => religion(&value).map(|text| (Field::Religion, text)),
            Label::Citizen => citizen(&value).map(|text| (Field::CitizenId, text)),
            Label::Phone => phone::parse(&value).ok().map(|digits| (Field::Phone, digits)),
            Label::Residence => (!value.is_empty()).then(|| (Field::Residence, value.clone())),
            Label::Education => education(&value).map(|text| (Field::Education, text)),
            Label::YouthUnion => birth_free(&value).map(|text| (Field::YouthUnion, text)),
            Label::Cell if !value.is_empty() => {
                told.cell = Some(value);
                return;
            }
            Label::Cell => None,
        };
        if let Some((field, text)) = said {
            // That it was the last class of a school does not say that the school was finished.
            let guess = label == Label::Education && is_class(&value);
            told.put(field, text, guess);
            return;
        }
    }
    let folded = fold(piece);
    let guess = if folded == "doan vien" {
        Some((Field::SourceGroup, "youth_union".to_owned(), false))
    } else if folded == "khong ton giao" {
        Some((Field::Religion, "none".to_owned(), false))
    } else if is_place(piece) || is_above(piece) && told.facts.last().is_some_and(|fact| fact.field == Field::Residence)
    {
        Some((Field::Residence, piece.to_owned(), false))
    } else if let Some(digits) = citizen(piece) {
        Some((Field::CitizenId, digits, false))
    } else if let Some(digits) = phone::parse(piece).ok().filter(|_| !told.facts.is_empty()) {
        Some((Field::Phone, digits, false))
    } else if let Some(age) = folded.strip_suffix(" tuoi").and_then(|age| age.parse::<i32>().ok()) {
        Some((Field::Birth, (today.year() - age).to_string(), true))
    } else if let Some(sex) = sex(piece) {
        Some((Field::SexOfCandidate, sex, false))
    } else if let Some(religion) = religion(piece).filter(|_| piece.contains(' ')) {
        // “Không có” may be an answer to anything.
        let guess = religion == "none";
        Some((Field::Religion, religion, guess))
    } else if let Some(level) = known(Field::Education, piece) {
        Some((Field::Education, level, is_class(piece)))
    } else if let Some(text) =
        birth(piece, today).filter(|_| piece.chars().all(|c| c.is_ascii_digit() || "/.- ".contains(c)))
    {
        Some((Field::Birth, text, true))
    } else {
        ethnic(piece)
            .filter(|_| told.text(Field::Name).is_some())
            .map(|group| (Field::EthnicGroup, group.to_owned(), true))
    };
    match guess {
        Some((field, text, guess)) => told.put(field, text, guess),
        None if can_be_name && told.text(Field::Name).is_none() && is_name(piece) && ethnic(piece).is_none() => {
            told.facts.push(Fact { field: Field::Name, text: named(piece), guess: false });
        }
        None => told.rest.push(piece.to_owned()),
    }
}
