//! Time limits: 60 working days from the cell's meeting to the decision, 30 from receiving it to
//! the ceremony, twelve months of probation from the ceremony, 30 working days to the cell's
//! meeting on recognition and 30 more to that decision (29-QĐ/TW, 4.3.1 and 4.4, and its successors;
//! Party Charter, Article 5). A limit that has passed warns: nothing can be mended any more.

use super::{InForce, Key, in_force};
use crate::domain::day::Day;
use crate::domain::dossier::Dossier;
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Rule};
use crate::domain::working_days::{self, Limit};

/// A limit of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What the limit is counted from.
    pub since: Field,
    /// What is to be done by then.
    pub field: Field,
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
}

/// Every limit that runs or ran, in the order of the way to membership.
pub fn all(dossier: &Dossier<'_>) -> Vec<Deadline> {
    let day = |field| dossier.day(field);
    let done = |fields: &[Field]| fields.iter().find_map(|field| day(*field));
    let received = if dossier.has(Field::DecisionReceived) { Field::DecisionReceived } else { Field::Decision };
    let working = |key, since: Field, from: Option<Day>, field, ends: &[Field]| {
        let source = in_force(key, from?)?;
        let limit = working_days::after(from?, source.cited.value)?;
        Some(Deadline { since, field, limit, number: source.cited.value, in_months: false, source, done: done(ends) })
    };
    let probation = || {
        let ceremony = day(Field::Ceremony)?;
        let source = in_force(Key::ProbationMonths, ceremony)?;
        let last = ceremony.plus_months(i32::try_from(source.cited.value).ok()?)?;
        let limit = Limit { last, estimated: false };
        let done = day(Field::Recognition);
        Some(Deadline {
            since: Field::Ceremony,
            field: Field::Recognition,
            limit,
            number: source.cited.value,
            in_months: true,
            source,
            done,
        })
    };
    let probation = probation();
    let after_probation = probation.map(|probation| probation.limit.last);
    let review = working(
        Key::ReviewDays,
        Field::Recognition,
        after_probation,
        Field::RecognitionMeeting,
        &[Field::RecognitionMeeting, Field::Recognition],
    );
    [
        working(
            Key::DecideDays,
            Field::CellMeeting,
            dossier.meeting,
            Field::Decision,
            &[Field::Decision, Field::DecisionReceived, Field::Ceremony],
        ),
        working(Key::CeremonyDays, received, day(received), Field::Ceremony, &[Field::Ceremony]),
        probation,
        review,
        working(
            Key::RecogniseDays,
            Field::RecognitionMeeting,
            day(Field::RecognitionMeeting),
            Field::Recognition,
            &[Field::Recognition],
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Limits that have passed, and a recognition before the end of probation.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for Deadline { since, field, limit, number, in_months, source, done } in all(dossier) {
        if in_months {
            if done.is_some_and(|done| done < limit.last) {
                let rule = Rule::ProbationIncomplete { first: limit.last };
                findings.push(Finding::by(source, rule, &[field, since]));
            }
        } else if done.unwrap_or(dossier.today) > limit.last {
            let fields: &[Field] =
                if since == Field::Recognition { &[field, Field::Ceremony] } else { &[field, since] };
            findings.push(Finding::warns(Rule::Overdue { days: number, limit, since }, fields).citing(source));
        }
    }
    findings
}
