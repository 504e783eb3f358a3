//! The Youth Union: an applicant of its age must be a member where it exists (Party Charter, Article 4). Whether it
//! exists is not known here, so this warns and never blocks.

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule};
use crate::domain::regulation::Key;
use crate::domain::schema::field::Field;

/// Joining before this age is a typing error: the age was 15 in former years and is 16 now.
const YOUNGEST_MONTHS: i32 = 180;

/// Compares age and membership.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    found(dossier).into_iter().collect()
}

fn found(dossier: &Dossier<'_>) -> Option<Finding> {
    let birth = dossier.day(Field::Birth)?;
    let least = dossier.in_force(Key::YouthUnionLeast)?;
    let Some(joined) = dossier.when(Field::YouthUnion).and_then(|joined| joined.latest()) else {
        // Before the meeting there is time to join, and an empty field may simply not be reached yet.
        let meeting = dossier.meeting.filter(|_| !dossier.has(Field::YouthUnion) && !dossier.was_member())?;
        let most = dossier.in_force(Key::YouthUnionMost)?;
        let months = u32::try_from(birth.whole_months_until(meeting)).ok()?;
        let young = (least.cited.value..=most.cited.value).contains(&months);
        return young.then(|| Finding::new(Rule::YouthUnionMissing, &[Field::YouthUnion, Field::Birth]).citing(most));
    };
    let rule = Rule::YouthUnionYoung { years: YOUNGEST_MONTHS.unsigned_abs() / 12 };
    let young = joined >= birth && birth.whole_months_until(joined) < YOUNGEST_MONTHS;
    young.then(|| Finding::new(rule, &[Field::YouthUnion, Field::Birth]))
}
