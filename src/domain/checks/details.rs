//! Checks of single items: the number and symbol of a document (36-HD/VPTW of 3/4/2018 by a secondary source), a grade
//! out of ten or twelve, an old province and the new one that it is part of, rows against declarations. None of these
//! blocks.

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule};
use crate::domain::schema::choice::Declared;
use crate::domain::schema::field::Field;
use crate::domain::schema::lists::find;
use crate::domain::schema::lists::{OLD_PROVINCES, OldProvince, PROVINCES, Province};
use crate::domain::schema::section::Section;
use crate::domain::value::letters::{number, split};

/// All inconsistent items.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(dossier.text(Field::DecisionNumber).and_then(|text| document_number(&text)));
    findings.extend(dossier.text(Field::Schooling).and_then(|text| schooling(&text)));
    findings.extend(province(dossier));
    for section in Section::DOSSIER {
        findings.extend(declared(dossier, section));
    }
    findings
}

/// Accepts `27-KH/TU`: a number, a hyphen, the type, a slash, the body.
fn document_number(text: &str) -> Option<Finding> {
    let text: String = text.chars().filter(|c| *c != ' ').collect();
    let text = text.strip_prefix("Số").or_else(|| text.strip_prefix("số")).unwrap_or(&text);
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let rest = text.get(digits.len()..).unwrap_or_default();
    let symbol = |part: &str| !part.is_empty() && !part.contains([' ', '/']);
    let known = |rest: &str| rest.split_once('/').filter(|(kind, body)| symbol(kind) && symbol(body)).is_some();
    if !digits.is_empty() && rest.strip_prefix('-').is_some_and(known) {
        return None;
    }
    let usual = match rest.strip_prefix('/').filter(|rest| !digits.is_empty() && known(rest)) {
        Some(rest) => format!("{digits}-{rest}"),
        None => String::new(),
    };
    Some(Finding::new(Rule::DocumentNumberStyle { usual }, &[Field::DecisionNumber]))
}

/// Checks `9/12`, with or without words after it: a grade out of ten or twelve. Text without digits is accepted.
fn schooling(text: &str) -> Option<Finding> {
    let pair = split(text.trim(), &|c| !c.is_ascii_digit() && c != '/').first().copied()?;
    let (grade, system) = pair.split_once('/')?;
    let (grade, system) = (number(grade, 10)?, number(system, 10)?);
    let fits = matches!(system, 10 | 12) && (1..=system).contains(&grade);
    (!fits).then(|| Finding::new(Rule::SchoolingShape, &[Field::Schooling]))
}

fn province(dossier: &Dossier<'_>) -> Option<Finding> {
    let old = OldProvince(find(OLD_PROVINCES, dossier.chosen(Field::OldBirthProvince)?)?);
    let new = Province(find(PROVINCES, dossier.chosen(Field::BirthProvince)?)?);
    let now = old.now().filter(|now| *now != new)?;
    Some(Finding::new(Rule::ProvinceElsewhere { now }, &[Field::BirthProvince, Field::OldBirthProvince]))
}

/// Declared complete without a row, or declared empty with rows.
fn declared(dossier: &Dossier<'_>, section: Section) -> Option<Finding> {
    section.attached().filter(|_| !dossier.on_paper(section))?;
    let field = Field::in_section(section).next()?;
    let declared = Declared::from_key(dossier.chosen(field)?)?;
    let rows = dossier.rows(section);
    let wrong = (declared == Declared::Listed) == (rows == 0);
    wrong.then(|| Finding::new(Rule::DeclaredOtherwise { rows }, &[field]))
}
