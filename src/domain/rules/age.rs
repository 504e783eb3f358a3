//! Age at admission. Counted in whole months on the day of the cell's meeting (29-QĐ/TW,
//! 24-QĐ/TW, 232-QĐ/TW, 294-QĐ/TW, point 1.1). Sources leave the month of the 60th birthday
//! open; it is taken as still in. What a higher body may allow beyond is not decided here.

use super::{Key, in_force};
use crate::domain::check::{Finding, Rule};
use crate::domain::day::Day;
use crate::domain::field::Field;
use crate::domain::records::Candidate;

/// Beyond this many years a birth date is a slip of the hand.
const OLDEST_YEARS: i32 = 110;

/// Compares the age with the limits in force: on the day of the meeting, or today while there is none.
pub fn check(candidate: &Candidate, today: Day) -> Option<Finding> {
    let birth = candidate.birth?;
    let on = candidate.cell_meeting.unwrap_or(today);
    if birth.whole_months_until(on) > OLDEST_YEARS * 12 {
        return Some(Finding::warns(
            Rule::AgeImplausible { years: birth.whole_months_until(on) / 12 },
            &[Field::Birth],
        ));
    }
    let least = in_force(Key::AgeLeastMonths, on)?;
    let most = in_force(Key::AgeMostMonths, on)?;
    let months = birth.whole_months_until(on);
    let (rule, cited) = if months < i32::try_from(least.cited.value).ok()? {
        (
            Rule::AgeUnder {
                on,
                years: least.cited.value / 12,
                first: birth.plus_months(i32::try_from(least.cited.value).ok()?),
            },
            least,
        )
    } else if on.month_number() - birth.month_number() > i32::try_from(most.cited.value).ok()? {
        (Rule::AgeOver { on, years: most.cited.value / 12 }, most)
    } else {
        return None;
    };
    let fields: &[Field] =
        if candidate.cell_meeting.is_some() { &[Field::Birth, Field::CellMeeting] } else { &[Field::Birth] };
    Some(match candidate.cell_meeting {
        Some(_) => Finding::by(cited, rule, fields),
        // Nobody has met yet: it may be right by then.
        None => Finding::warns(rule, fields).citing(cited),
    })
}
