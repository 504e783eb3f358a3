//! Time limits of a dossier: which field each is about, what it is counted from, when it was kept
//! (29-QĐ/TW, 4.3.1, and its successors; Party Charter, Article 5). The days themselves are worked out
//! in `limits`; what is found late is in `checks::deadlines`.

use super::dossier::Dossier;
use super::limits;
use crate::domain::regulation::InForce;
use crate::domain::regulation::working_days::Limit;
use crate::domain::schema::field::Field;
use crate::domain::value::day::Day;

/// A limit of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What the limit is counted from.
    pub since: Field,
    /// What is to be done by then.
    pub field: Field,
    /// The first day, which does not count.
    pub from: Day,
    /// Until when.
    pub limit: Limit,
    /// Working days, or months where `in_months`.
    pub number: u32,
    /// Whether the number is of months.
    pub in_months: bool,
    /// What says so.
    pub source: InForce,
    /// When it was done.
    pub done: Option<Day>,
    /// Whether it was done on a day that is not noted: what follows it has a day.
    pub is_past: bool,
}

impl Deadline {
    /// The last day with the extension that is possible, where one is.
    pub fn extended(&self) -> Option<Limit> {
        if !matches!(self.field, Field::Decision | Field::RecognitionDecision) {
            return None;
        }
        limits::extended(self.limit, self.from)
    }
}

/// What has a limit, in the order of the way to membership.
const LIMITED: [Field; 6] = [
    Field::Decision,
    Field::Ceremony,
    Field::MemberFile,
    Field::Recognition,
    Field::RecognitionMeeting,
    Field::RecognitionDecision,
];

/// Every limit that runs or ran, in the order of the way to membership.
pub fn all(dossier: &Dossier<'_>) -> Vec<Deadline> {
    LIMITED.into_iter().filter_map(|field| of_field(dossier, field)).collect()
}

/// The limit of a field: until when it is to have its day, or from when on where it is in months.
pub fn of_field(dossier: &Dossier<'_>, field: Field) -> Option<Deadline> {
    let recognised = [Field::RecognitionDecision, Field::Recognition];
    let day = |field| dossier.day(field);
    match field {
        Field::Decision => {
            let from = dossier.meeting?;
            let after = [Field::DecisionReceived, Field::Ceremony];
            Some(running(dossier, field, (Field::CellMeeting, from), limits::decision_due(from)?, &after))
        }
        Field::Ceremony => {
            let (decision, received) = (day(Field::Decision), day(Field::DecisionReceived));
            let since = if dossier.has(Field::DecisionReceived) { Field::DecisionReceived } else { Field::Decision };
            let due = limits::ceremony_due(decision.filter(|_| since == Field::Decision), received)?;
            Some(running(dossier, field, (since, day(since)?), due, &recognised))
        }
        Field::MemberFile => {
            let from = day(Field::Ceremony)?;
            let after = [Field::RecognitionMeeting, Field::RecognitionDecision, Field::Recognition];
            Some(running(dossier, field, (Field::Ceremony, from), limits::member_file_due(from)?, &after))
        }
        Field::Recognition => {
            let from = day(Field::Ceremony)?;
            let (last, source) = limits::probation(from)?;
            let due = limits::Due { limit: Limit { last, estimated: false }, source };
            Some(Deadline { in_months: true, ..running(dossier, field, (Field::Ceremony, from), due, &[]) })
        }
        Field::RecognitionMeeting => {
            let ceremony = day(Field::Ceremony)?;
            let (from, due) = (limits::probation_ends(ceremony)?, limits::review_due(ceremony)?);
            Some(running(dossier, field, (Field::Recognition, from), due, &recognised))
        }
        Field::RecognitionDecision => {
            let from = day(Field::RecognitionMeeting)?;
            let since = (Field::RecognitionMeeting, from);
            Some(running(dossier, field, since, limits::recognition_due(from)?, &[Field::Recognition]))
        }
        _ => None,
    }
}

/// A limit with how it was kept. Once a field of `after` has a day it was done, whether noted or not.
fn running(
    dossier: &Dossier<'_>,
    field: Field,
    (since, from): (Field, Day),
    due: limits::Due,
    after: &[Field],
) -> Deadline {
    let limits::Due { limit, source } = due;
    let (done, is_past) = (dossier.day(field), after.iter().any(|field| dossier.has(*field)));
    Deadline { since, field, from, limit, number: source.cited.value, in_months: false, source, done, is_past }
}
