//! The Youth Union: an applicant of its age must be in it where there is one (Party Charter,
//! Article 4). Whether there is one is not known here, so this warns and never blocks.

use super::{Key, in_force};
use crate::domain::dossier::Dossier;
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Rule};

/// Compares age and membership.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    found(dossier).into_iter().collect()
}

fn found(dossier: &Dossier<'_>) -> Option<Finding> {
    let birth = dossier.day(Field::Birth)?;
    let least = in_force(Key::YouthUnionLeast, dossier.on())?;
    let Some(joined) = dossier.day(Field::YouthUnion) else {
        // Before the meeting there is time to join, and a field that was not reached yet is no slip.
        let meeting = dossier.meeting.filter(|_| !dossier.has(Field::YouthUnion) && !dossier.was_member())?;
        let most = in_force(Key::YouthUnionMost, meeting)?;
        let months = u32::try_from(birth.whole_months_until(meeting)).ok()?;
        let young = (least.cited.value..=most.cited.value).contains(&months);
        return young.then(|| Finding::warns(Rule::YouthUnionMissing, &[Field::YouthUnion, Field::Birth]).citing(most));
    };
    let months = i32::try_from(least.cited.value).ok()?;
    let rule = Rule::YouthUnionYoung { years: least.cited.value / 12 };
    let young = joined >= birth && birth.whole_months_until(joined) < months;
    young.then(|| Finding::hints(rule, &[Field::YouthUnion, Field::Birth]).citing(least))
}
