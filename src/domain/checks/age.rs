//! Age at admission, in whole months on the day of the cell's meeting (29-QĐ/TW, 24-QĐ/TW, 232-QĐ/TW, 294-QĐ/TW,
//! point 1.1). Sources leave the month of the 60th birthday open; it is included here. Exceptions that a higher body
//! may grant are not covered.

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule};
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
    let (least, most) = (limits.age_least?, limits.age_most?);
    let (first, last) = (limits.first_day_of_age(birth), limits.last_day_of_age(birth));
    let (rule, cited) = if first.is_none_or(|first| on < first) {
        (Rule::AgeUnder { on, years: least.cited.value / 12, first }, least)
    } else if last.is_some_and(|last| on > last) {
        (Rule::AgeOver { on, years: most.cited.value / 12 }, most)
    } else {
        return None;
    };
    let fields: &[Field] =
        if dossier.meeting.is_some() { &[Field::Birth, Field::CellMeeting] } else { &[Field::Birth] };
    Some(dossier.weighs(Finding::by(cited, rule, fields)))
}
