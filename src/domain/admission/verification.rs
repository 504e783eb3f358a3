//! Verification: of the applicant, birth parents, parents-in-law or the person who raised the applicant, wife or
//! husband, and birth children of age; not of a parent, sibling or child who is a member with a complete file (01-HD/TW
//! of 2021 and 06-HD/TW of 2025, point 3.4). Only requests and answers are recorded, never the content of an answer.

use super::dossier::Dossier;
use super::limits;
use crate::domain::ledger::attached::{Attached, Relative};
use crate::domain::regulation::working_days::Limit;
use crate::domain::regulation::{Key, Regulation};
use crate::domain::schema::choice::Relation;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;

/// Months to full age (Civil Code 2015, Article 20).
const OF_AGE: i32 = 216;

/// How far verification goes by the law of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Members with a complete file are exempt.
    pub skips: bool,
    /// Whoever raised the wife or husband is included.
    pub spouse_guardian: bool,
}

impl Scope {
    /// By the law of [`Dossier::on`].
    pub fn of(dossier: &Dossier<'_>) -> Scope {
        let holds = |key| dossier.in_force(key).is_some_and(|rule| rule.cited.value == 1);
        Scope { skips: holds(Key::VerificationSkip), spouse_guardian: holds(Key::VerificationSpouseGuardian) }
    }
}

/// Whether verification of a relative is required and not answered on the law day of a dossier.
pub fn is_awaited(dossier: &Dossier<'_>, relative: &Relative) -> bool {
    dossier.in_force(Key::VerificationNeeded).is_some() && is_open(relative, Scope::of(dossier), dossier.on())
}

/// Whether a relative has to be verified and is not answered by `on`.
pub fn is_open(relative: &Relative, scope: Scope, on: Day) -> bool {
    relative.answered.is_none_or(|answered| answered > on) && is_needed(relative, scope, on)
}

/// Whether a relative has to be verified.
pub fn is_needed(relative: &Relative, scope: Scope, on: Day) -> bool {
    let Some(relation) = relative.relation else { return false };
    if relative.died || relative.is_exempt {
        return false;
    }
    let skipped =
        scope.skips && relative.is_member && matches!(relation, Relation::Father | Relation::Mother | Relation::Child);
    match relation {
        Relation::Father
        | Relation::Mother
        | Relation::Guardian
        | Relation::FatherInLaw
        | Relation::MotherInLaw
        | Relation::Spouse => !skipped,
        Relation::SpouseGuardian => scope.spouse_guardian,
        Relation::Child => {
            let of_age =
                relative.birth.and_then(|birth| birth.latest()).map(|birth| birth.whole_months_until(on) >= OF_AGE);
            !skipped && of_age == Some(true)
        }
        _ => false,
    }
}

/// The side of the family that a relative belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The applicant's.
    Own,
    /// The wife's or husband's.
    Spouse,
}

impl Side {
    fn of(relation: Relation) -> Option<Side> {
        match relation {
            Relation::Father | Relation::Mother | Relation::Guardian | Relation::Child | Relation::Sibling => {
                Some(Side::Own)
            }
            Relation::FatherInLaw
            | Relation::MotherInLaw
            | Relation::Spouse
            | Relation::SpouseGuardian
            | Relation::SiblingInLaw => Some(Side::Spouse),
            _ => None,
        }
    }
}

/// Whether another member of the family frees a relative's whole side: by the words that published answers quote of
/// guidance since 2021 (3.4c), a parent, brother, sister or child who is a member does; other answers free that person
/// only. `all` are the relatives of the applicant.
pub fn is_freed<'a>(relative: &Relative, all: impl Iterator<Item = &'a Relative>) -> bool {
    let side = relative.relation.and_then(Side::of);
    let frees = |other: &Relative| {
        let near = other.relation.filter(|relation| !matches!(relation, Relation::Spouse | Relation::Guardian));
        other.is_member && side.is_some() && near.and_then(Side::of) == side
    };
    all.into_iter().any(frees)
}

/// Days from one reminder to the next.
const AFTER_REMINDER: i64 = 14;

/// A request for verification of the applicant or a relative, and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerificationRequest {
    /// Addressee of the letter, if noted.
    pub place: Option<String>,
    /// Day it was sent.
    pub sent: Option<Day>,
    /// Last day on which an answer is expected, see [`inquiry_due`].
    pub due: Option<Limit>,
    /// Day of the answer.
    pub answered: Option<Day>,
    /// Where a reminder is noted, or else the answer.
    pub remind: (RecordId, Field),
    /// Where the answer is noted.
    pub answer: (RecordId, Field),
}

/// All verification requests: letters, and those noted on the applicant and on relatives.
pub fn requests(dossier: &Dossier<'_>) -> Vec<VerificationRequest> {
    let mut found = Vec::new();
    let own = |field| (dossier.id.clone(), field);
    let due = |sent, until, reminded| inquiry_due(dossier.regulation(), sent, until, reminded);
    if let Some(sent) = dossier.day(Field::SelfAsked) {
        found.push(VerificationRequest {
            place: None,
            sent: Some(sent),
            due: due(Some(sent), None, None),
            answered: dossier.day(Field::SelfAnswered),
            remind: own(Field::SelfAnswered),
            answer: own(Field::SelfAnswered),
        });
    }
    for (id, relative) in dossier.relatives() {
        if relative.asked.is_some() {
            found.push(VerificationRequest {
                place: relative.name.clone(),
                sent: relative.asked,
                due: due(relative.asked, None, None),
                answered: relative.answered,
                remind: (id.clone(), Field::RelativeAnswered),
                answer: (id.clone(), Field::RelativeAnswered),
            });
        }
    }
    for (id, attached) in dossier.ledger.attached(RecordKind::Inquiry, dossier.id) {
        if let Attached::Inquiry(letter) = attached {
            found.push(VerificationRequest {
                place: letter.place.clone(),
                sent: letter.sent,
                due: due(letter.sent, letter.due, letter.reminded),
                answered: letter.answered,
                remind: (id.clone(), Field::InquiryReminded),
                answer: (id.clone(), Field::InquiryAnswered),
            });
        }
    }
    found
}

/// Last day on which an answer is expected: as stated in the letter, else after the usual time; extended by
/// `AFTER_REMINDER` days after a reminder. Only the first is certain.
pub fn inquiry_due(
    regulation: &Regulation,
    sent: Option<Day>,
    until: Option<Day>,
    reminded: Option<Day>,
) -> Option<Limit> {
    let usual = || limits::answer_due(regulation, sent?);
    let due = until.map(|last| Limit { last, estimated: false }).or_else(usual);
    let again = reminded.and_then(|day| day.plus_days(AFTER_REMINDER));
    match (due, again) {
        (Some(due), Some(last)) if last > due.last => Some(Limit { last, estimated: true }),
        (due, _) => due,
    }
}
