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
        let more = in_force(Key::ExtendDays, self.from)?.cited.value;
        let longer = working_days::after(self.limit.last, more)?;
        Some(Limit { estimated: longer.estimated || self.limit.estimated, ..longer })
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
    match field {
        Field::Decision => {
            let after = [Field::DecisionReceived, Field::Ceremony];
            working(dossier, Key::DecideDays, Field::CellMeeting, dossier.meeting, field, &after)
        }
        Field::Ceremony => {
            let received = dossier.has(Field::DecisionReceived);
            let since = if received { Field::DecisionReceived } else { Field::Decision };
            let limit = working(dossier, Key::CeremonyDays, since, dossier.day(since), field, &recognised)?;
            // The rule counts from receiving the decision, which is not noted.
            let estimated = limit.limit.estimated || !received;
            Some(Deadline { limit: Limit { estimated, ..limit.limit }, ..limit })
        }
        Field::MemberFile => {
            let after = [Field::RecognitionMeeting, Field::RecognitionDecision, Field::Recognition];
            working(dossier, Key::MemberFileDays, Field::Ceremony, dossier.day(Field::Ceremony), field, &after)
        }
        Field::Recognition => probation(dossier),
        Field::RecognitionMeeting => {
            let ended = probation(dossier).map(|probation| probation.limit.last);
            working(dossier, Key::ReviewDays, Field::Recognition, ended, field, &recognised)
        }
        Field::RecognitionDecision => {
            let met = dossier.day(Field::RecognitionMeeting);
            working(dossier, Key::RecogniseDays, Field::RecognitionMeeting, met, field, &[Field::Recognition])
        }
        _ => None,
    }
}

/// A limit in working days from a day on. Once a field of `after` has a day it was done, whether
/// noted or not.
fn working(
    dossier: &Dossier<'_>,
    key: Key,
    since: Field,
    from: Option<Day>,
    field: Field,
    after: &[Field],
) -> Option<Deadline> {
    let from = from?;
    let source = in_force(key, from)?;
    let number = source.cited.value;
    let limit = working_days::after(from, number)?;
    let (done, is_past) = (dossier.day(field), after.iter().any(|field| dossier.has(*field)));
    Some(Deadline { since, field, from, limit, number, in_months: false, source, done, is_past })
}

/// The twelve months of probation from the ceremony.
fn probation(dossier: &Dossier<'_>) -> Option<Deadline> {
    let ceremony = dossier.day(Field::Ceremony)?;
    let source = in_force(Key::ProbationMonths, ceremony)?;
    let number = source.cited.value;
    let limit = Limit { last: ceremony.plus_months(i32::try_from(number).ok()?)?, estimated: false };
    let (since, field, done) = (Field::Ceremony, Field::Recognition, dossier.day(Field::Recognition));
    Some(Deadline { since, field, from: ceremony, limit, number, in_months: true, source, done, is_past: false })
}

/// Limits that have passed, and a recognition before the end of probation.
pub fn check(dossier: &Dossier<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Whoever moved away or was declined is waited for no more.
    if dossier.candidate().has_ended(dossier.today) {
        return findings;
    }
    for deadline in all(dossier) {
        let Deadline { since, field, limit, number, in_months, source, done, is_past, .. } = deadline;
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
        let finding =
            Finding::warns(Rule::Overdue { days: number, limit, extended: deadline.extended(), since }, fields)
                .citing(source);
        // Counted from another day than the rule says, or over days that are not known.
        findings.push(if limit.estimated { Finding { severity: Severity::Hints, ..finding } } else { finding });
    }
    findings
}
