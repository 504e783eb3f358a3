//! Time limits: 60 working days from the cell's meeting to the decision, 30 from receiving it to
//! the ceremony, twelve months of probation from the ceremony, 30 working days to the cell's
//! meeting on recognition and 30 more to that decision (29-QĐ/TW, 4.3.1, and its successors;
//! Party Charter, Article 5). A limit that has passed warns: nothing can be mended any more.

use super::{InForce, Key, in_force};
use crate::domain::day::Day;
use crate::domain::dossier::Dossier;
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Rule, Severity};
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
    /// The last day with the extension that is possible.
    pub extended: Option<Limit>,
    /// When it was done.
    pub done: Option<Day>,
    /// Whether it was done on a day that is not noted: what follows it has a day.
    pub is_past: bool,
}

/// Every limit that runs or ran, in the order of the way to membership.
pub fn all(dossier: &Dossier<'_>) -> Vec<Deadline> {
    let day = |field| dossier.day(field);
    let any = |fields: &[Field]| fields.iter().any(|field| dossier.has(*field));
    let received = if dossier.has(Field::DecisionReceived) { Field::DecisionReceived } else { Field::Decision };
    let working = |key, since: Field, from: Option<Day>, field, after: &[Field]| {
        let source = in_force(key, from?)?;
        let days = source.cited.value;
        let limit = working_days::after(from?, days)?;
        let more = in_force(Key::ExtendDays, from?).filter(|_| matches!(key, Key::DecideDays | Key::RecogniseDays));
        let extended = more.and_then(|more| working_days::after(from?, days.checked_add(more.cited.value)?));
        let (done, is_past) = (day(field), any(after));
        Some(Deadline { since, field, limit, number: days, in_months: false, source, extended, done, is_past })
    };
    let probation = day(Field::Ceremony).and_then(|ceremony| {
        let source = in_force(Key::ProbationMonths, ceremony)?;
        let number = source.cited.value;
        let limit = Limit { last: ceremony.plus_months(i32::try_from(number).ok()?)?, estimated: false };
        let (since, field, done) = (Field::Ceremony, Field::Recognition, day(Field::Recognition));
        Some(Deadline { since, field, limit, number, in_months: true, source, extended: None, done, is_past: false })
    });
    let after_probation = probation.map(|probation| probation.limit.last);
    let (meeting, reviewed) = (Field::CellMeeting, Field::RecognitionMeeting);
    let decided = [Field::RecognitionDecision, Field::Recognition];
    let after_file = [Field::RecognitionMeeting, Field::RecognitionDecision, Field::Recognition];
    [
        working(
            Key::DecideDays,
            meeting,
            dossier.meeting,
            Field::Decision,
            &[Field::DecisionReceived, Field::Ceremony],
        ),
        working(Key::CeremonyDays, received, day(received), Field::Ceremony, &decided),
        working(Key::MemberFileDays, Field::Ceremony, day(Field::Ceremony), Field::MemberFile, &after_file),
        probation,
        working(Key::ReviewDays, Field::Recognition, after_probation, reviewed, &decided),
        working(Key::RecogniseDays, reviewed, day(reviewed), Field::RecognitionDecision, &[Field::Recognition]),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The limit by which a field is to have its day.
pub fn of_field(dossier: &Dossier<'_>, field: Field) -> Option<Deadline> {
    all(dossier).into_iter().find(|deadline| !deadline.in_months && deadline.field == field)
}

/// Limits that have passed, and a recognition before the end of probation.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for Deadline { since, field, limit, number, in_months, source, extended, done, is_past } in all(dossier) {
        if in_months {
            let rule = Rule::ProbationIncomplete { first: limit.last };
            if done.is_some_and(|done| done < limit.last) {
                findings.push(Finding::by(source, rule, &[field, since]));
            } else if dossier.day(Field::RecognitionMeeting).is_some_and(|met| met < limit.last) {
                findings.push(Finding::warns(rule, &[Field::RecognitionMeeting, since]).citing(source));
            }
            continue;
        }
        let open = done.is_none() && is_past;
        // The member's own file sends no dossier back: it is a thing to do, not a finding.
        if field == Field::MemberFile {
            continue;
        }
        if open || done.unwrap_or(dossier.today) <= limit.last {
            continue;
        }
        let fields: &[Field] = if since == Field::Recognition { &[field, Field::Ceremony] } else { &[field, since] };
        let finding = Finding::warns(Rule::Overdue { days: number, limit, extended, since }, fields).citing(source);
        // Counted from another day than the rule says, or over days that are not known.
        let doubtful = limit.estimated || since == Field::Decision;
        findings.push(if doubtful { Finding { severity: Severity::Hints, ..finding } } else { finding });
    }
    findings
}
