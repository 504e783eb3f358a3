//! Deadlines of a dossier: the field each one limits, the field it is counted from, and whether it was met (29-QĐ/TW,
//! 4.3.1, and its successors; Party Charter, Article 5). The days are computed in `limits`; missed deadlines are
//! reported by `checks::deadlines`.

use super::dossier::Dossier;
use super::limits;
use crate::domain::regulation::InForce;
use crate::domain::regulation::working_days::Limit;
use crate::domain::schema::field::Field;
use crate::domain::value::day::Day;

/// A deadline of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The field that the limit is counted from.
    pub since: Field,
    /// The field that the limit applies to.
    pub field: Field,
    /// The day the limit is counted from; it does not count itself.
    pub from: Day,
    /// The last day, or for probation the first (see [`of_field`]).
    pub limit: Limit,
    /// Length in working days, or in months if `in_months`.
    pub number: u32,
    /// The limit with the possible extension. `None` if the field allows none.
    pub extended: Option<Limit>,
    /// Whether it is counted from `since` only because the right day is not noted.
    pub assumed: bool,
    /// Whether `number` is in months.
    pub in_months: bool,
    /// The value of the regulation.
    pub source: InForce,
    /// The day it was done, if noted.
    pub done: Option<Day>,
    /// Whether it must have been done without being noted, because a later field has a day.
    pub is_past: bool,
}

/// Fields with a deadline, in the order of the procedure.
const LIMITED: [Field; 6] = [
    Field::Decision,
    Field::Ceremony,
    Field::MemberFile,
    Field::Recognition,
    Field::RecognitionMeeting,
    Field::RecognitionDecision,
];

/// All deadlines that run or ran, in the order of the procedure.
pub fn all(dossier: &Dossier<'_>) -> Vec<Deadline> {
    LIMITED.into_iter().filter_map(|field| of_field(dossier, field)).collect()
}

/// The deadline of a field: its last day, or its first day for a limit in months ([`Field::Recognition`]).
pub fn of_field(dossier: &Dossier<'_>, field: Field) -> Option<Deadline> {
    let recognised = [Field::RecognitionDecision, Field::Recognition];
    let day = |field| dossier.day(field);
    let regulation = dossier.regulation();
    match field {
        Field::Decision => {
            let from = dossier.meeting?;
            let after = [Field::DecisionReceived, Field::Ceremony];
            Some(running(dossier, field, (Field::CellMeeting, from), limits::decision_due(regulation, from)?, &after))
        }
        Field::Ceremony => {
            let (decision, received) = (day(Field::Decision), day(Field::DecisionReceived));
            let (since, due) = limits::ceremony_due(regulation, decision, received)?;
            let assumed = since == limits::Since::Assumed;
            let since = match since {
                limits::Since::Decision => Field::Decision,
                limits::Since::Receipt => Field::DecisionReceived,
                limits::Since::Assumed if decision.is_some() => Field::Decision,
                limits::Since::Assumed => Field::DecisionReceived,
            };
            Some(Deadline { assumed, ..running(dossier, field, (since, day(since)?), due, &recognised) })
        }
        Field::MemberFile => {
            let from = day(Field::Ceremony)?;
            let after = [Field::RecognitionMeeting, Field::RecognitionDecision, Field::Recognition];
            Some(running(dossier, field, (Field::Ceremony, from), limits::member_file_due(regulation, from)?, &after))
        }
        Field::Recognition => {
            let from = day(Field::Ceremony)?;
            let (last, source) = limits::probation(regulation, from)?;
            let due = limits::Due { limit: Limit { last, estimated: false }, source };
            Some(Deadline { in_months: true, ..running(dossier, field, (Field::Ceremony, from), due, &[]) })
        }
        Field::RecognitionMeeting => {
            let ceremony = day(Field::Ceremony)?;
            let (from, due) =
                (limits::probation_ends(regulation, ceremony)?, limits::review_due(regulation, ceremony)?);
            Some(running(dossier, field, (Field::Recognition, from), due, &recognised))
        }
        Field::RecognitionDecision => {
            let from = day(Field::RecognitionMeeting)?;
            let since = (Field::RecognitionMeeting, from);
            Some(running(dossier, field, since, limits::recognition_due(regulation, from)?, &[Field::Recognition]))
        }
        _ => None,
    }
}

/// Builds a deadline and its state. If a field of `after` has a day, it is past.
fn running(
    dossier: &Dossier<'_>,
    field: Field,
    (since, from): (Field, Day),
    due: limits::Due,
    after: &[Field],
) -> Deadline {
    let limits::Due { limit, source } = due;
    let (done, is_past) = (dossier.day(field), after.iter().any(|field| dossier.has(*field)));
    let extensible = matches!(field, Field::Decision | Field::RecognitionDecision);
    let extended = extensible.then(|| limits::extended(dossier.regulation(), limit, from)).flatten();
    let number = source.cited.value;
    Deadline { since, field, from, limit, number, extended, assumed: false, in_months: false, source, done, is_past }
}
