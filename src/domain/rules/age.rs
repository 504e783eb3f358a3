//! Age at admission. Counted in whole months on the day of the cell's meeting (29-QĐ/TW,
//! 24-QĐ/TW, 232-QĐ/TW, 294-QĐ/TW, point 1.1). Sources leave the month of the 60th birthday
//! open; it is taken as still in. What a higher body may allow beyond is not decided here.

use super::{Key, in_force};
use crate::domain::dossier::Dossier;
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Rule};

/// Beyond this many years a birth date is a slip of the hand.
const OLDEST_YEARS: i32 = 110;

/// Compares the age with the limits in force.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    found(dossier).into_iter().collect()
}

fn found(dossier: &Dossier<'_>) -> Option<Finding> {
    let (birth, on) = (dossier.day(Field::Birth)?, dossier.on());
    let months = birth.whole_months_until(on);
    if months > OLDEST_YEARS * 12 {
        return Some(Finding::warns(Rule::AgeImplausible { years: months / 12 }, &[Field::Birth]));
    }
    let (least, most) = (in_force(Key::AgeLeast, on)?, in_force(Key::AgeMost, on)?);
    let (youngest, oldest) = (i32::try_from(least.cited.value).ok()?, i32::try_from(most.cited.value).ok()?);
    let (rule, cited) = if months < youngest {
        (Rule::AgeUnder { on, years: least.cited.value / 12, first: birth.plus_months(youngest) }, least)
    } else if on.month_number() - birth.month_number() > oldest {
        (Rule::AgeOver { on, years: most.cited.value / 12 }, most)
    } else {
        return None;
    };
    let fields: &[Field] =
        if dossier.meeting.is_some() { &[Field::Birth, Field::CellMeeting] } else { &[Field::Birth] };
    Some(dossier.weighs(Finding::by(cited, rule, fields)))
}
