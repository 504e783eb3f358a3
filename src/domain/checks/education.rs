//! General education: lower secondary school since 2016, less in areas that the regulations name and to the level that
//! guidance sets (29-QĐ/TW, 24-QĐ/TW, 232-QĐ/TW, 294-QĐ/TW; 01-HD/TW of 2021). A level whose guidance is not verified
//! only gives a hint.

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule};
use crate::domain::regulation::Key;
use crate::domain::schema::choice::HardArea;
use crate::domain::schema::field::Field;
use crate::domain::schema::lists::EDUCATION;

/// Compares the level with the one required in the person's area.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    found(dossier).into_iter().collect()
}

fn found(dossier: &Dossier<'_>) -> Option<Finding> {
    let level = dossier.chosen(Field::Education)?;
    let level = u32::try_from(EDUCATION.iter().position(|known| known.key == level)?).ok()?;
    let base = dossier.in_force(Key::EducationLeast).filter(|base| level < base.cited.value)?;
    let area = dossier.chosen(Field::LivesInHardArea).and_then(HardArea::from_key);
    let eased = [
        (dossier.says_yes(Field::Standing) == Some(true), Key::EducationElderLeast, Field::Standing),
        (area.is_some_and(|area| area != HardArea::No), Key::EducationHardLeast, Field::LivesInHardArea),
    ];
    let mut fields = vec![Field::Education];
    for (applies, key, field) in eased {
        if !applies {
            continue;
        }
        fields.push(field);
        // The regulations name the exception and leave its level to guidance.
        let Some(guidance) = dossier.in_force(key).filter(|guidance| !guidance.is_weak()) else {
            return Some(Finding::new(Rule::EducationByGuidance, &fields).citing(base));
        };
        if level >= guidance.cited.value {
            return None;
        }
        let rule = Rule::EducationBelow { least: guidance.cited.value };
        return Some(dossier.weighs(Finding::by(guidance, rule, &fields)));
    }
    if fields.len() == 1 {
        fields.push(Field::LivesInHardArea);
    }
    Some(dossier.weighs(Finding::by(base, Rule::EducationBelow { least: base.cited.value }, &fields)))
}
