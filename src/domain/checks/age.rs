//! Age at admission, in whole months on the day of the cell's meeting (29-QĐ/TW, 24-QĐ/TW, 232-QĐ/TW, 294-QĐ/TW,
//! point 1.1). Sources leave the month of the 60th birthday open; it is included here. Beyond it the province has to
//! agree in writing; where that is noted, it is only a hint.

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule, Severity};
use crate::domain::schema::field::Field;

/// An age above this is a typing error.
const OLDEST_YEARS: i32 = 110;

/// Compares the age with the limits in force.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    found(dossier).into_iter().collect()
}

fn found(dossier: &Dossier<'_>) -> Option<Finding> {
    let (birth, on) = (dossier.day(Field::Birth)?, dossier.on());
    let months = birth.whole_months_until(on);
    if months > OLDEST_YEARS * 12 {
        return Some(Finding::new(Rule::AgeImplausible { years: months / 12 }, &[Field::Birth]));
    }
    let limits = dossier.limits();
    let mut fields = vec![Field::Birth];
    fields.extend(dossier.meeting.map(|_| Field::CellMeeting));
    let first = limits.first_day_of_age(birth);
    if let Some(least) = limits.age_least.filter(|_| first.is_none_or(|first| on < first)) {
        let rule = Rule::AgeUnder { on, years: least.cited.value / 12, first };
        return Some(dossier.weighs(Finding::by(least, rule, &fields)));
    }
    let most = limits.age_most.filter(|_| limits.last_day_of_age(birth).is_some_and(|last| on > last))?;
    fields.push(Field::ProvinceConsent);
    let finding = Finding::by(most, Rule::AgeOver { on, years: most.cited.value / 12 }, &fields);
    // Lawful with the province's consent, given for a place or a task that needs the person.
    let agreed = dossier.day(Field::ProvinceConsent).is_some_and(|day| day <= dossier.today);
    Some(if agreed { finding.weighing(Severity::Hints) } else { dossier.weighs(finding) })
}
