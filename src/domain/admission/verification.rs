//! Verification: of the applicant, birth parents, parents-in-law or the person who raised the applicant, wife or
//! husband, and birth children of age; not of a parent, sibling or child who is a member with a complete file (01-HD/TW
//! of 2021 and 06-HD/TW of 2025, point 3.4). Only requests and answers are recorded, never the content of an answer.

use super::dossier::Dossier;
use crate::domain::ledger::attached::Relative;
use crate::domain::regulation::Key;
use crate::domain::schema::choice::Relation;
use crate::domain::value::day::Day;

/// Months to full age (Civil Code 2015, Article 20).
const OF_AGE: i32 = 216;

/// Whether verification of a relative is required and not answered on the law day of a dossier.
pub fn is_awaited(dossier: &Dossier<'_>, relative: &Relative) -> bool {
    let on = dossier.on();
    dossier.in_force(Key::VerificationNeeded).is_some()
        && is_open(relative, dossier.in_force(Key::VerificationSkip).is_some(), on)
}

/// Whether a relative has to be verified and is not answered by `on`. `skips` exempts members with a complete file.
pub fn is_open(relative: &Relative, skips: bool, on: Day) -> bool {
    relative.answered.is_none_or(|answered| answered > on) && is_needed(relative, skips, on)
}

/// Whether a relative has to be verified. `skips` exempts members with a complete file.
pub fn is_needed(relative: &Relative, skips: bool, on: Day) -> bool {
    let Some(relation) = relative.relation else { return false };
    if relative.died || relative.is_exempt {
        return false;
    }
    let skipped =
        skips && relative.is_member && matches!(relation, Relation::Father | Relation::Mother | Relation::Child);
    match relation {
        Relation::Father
        | Relation::Mother
        | Relation::Guardian
        | Relation::FatherInLaw
        | Relation::MotherInLaw
        | Relation::Spouse => !skipped,
        Relation::Child => {
            let of_age =
                relative.birth.and_then(|birth| birth.latest()).map(|birth| birth.whole_months_until(on) >= OF_AGE);
            !skipped && of_age == Some(true)
        }
        _ => false,
    }
}
