//! All limits of the procedure: the first or last day on which something may happen, as a function of the facts and the
//! law day. Checks, timeline, to-do list, outlook and report call these functions and compute no limit themselves.
//! Which field a limit applies to is in `deadlines`.

use crate::domain::regulation::working_days::Limit;
use crate::domain::regulation::{InForce, Key, Regulation};
use crate::domain::value::day::Day;

/// The law day of the cell's meeting: the day of the meeting, else of the decision, else of the ceremony, else
/// `today`.
pub fn law_day(meeting: Option<Day>, decision: Option<Day>, ceremony: Option<Day>, today: Day) -> Day {
    meeting.or(decision).or(ceremony).unwrap_or(today)
}

/// The limits that the law of one day sets for the cell's meeting about an applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingLimits {
    /// Minimum age in months.
    pub age_least: Option<InForce>,
    /// Maximum age in months.
    pub age_most: Option<InForce>,
    /// Months for which a class certificate is valid.
    pub certificate: Option<InForce>,
    /// Months for which an introducer must have been in the same place as the applicant.
    pub introducer: Option<InForce>,
}

impl MeetingLimits {
    /// The limits by the law of `law`, see [`law_day`].
    pub fn on(regulation: &Regulation, law: Day) -> MeetingLimits {
        let in_force = |key| regulation.in_force(key, law);
        MeetingLimits {
            age_least: in_force(Key::AgeLeast),
            age_most: in_force(Key::AgeMost),
            certificate: in_force(Key::CertificateMonths),
            introducer: in_force(Key::IntroducerMonths),
        }
    }

    /// First day on which a person born on `birth` is old enough (29-QĐ/TW and its successors, 1.1).
    pub fn first_day_of_age(&self, birth: Day) -> Option<Day> {
        months_after(birth, self.age_least)
    }

    /// Last day on which a person born on `birth` is not too old: the last day of the month of that birthday
    /// (29-QĐ/TW and its successors, 1.1; sources leave the month open).
    pub fn last_day_of_age(&self, birth: Day) -> Option<Day> {
        let birthday = months_after(birth, self.age_most)?;
        Day::new(birthday.year(), birthday.month(), 1)?.plus_months(1)?.plus_days(-1)
    }

    /// Last day on which a class certificate issued on `certificate` is valid (01-HD/TW of 2021 and 06-HD/TW of 2025,
    /// point 3).
    pub fn certificate_ends(&self, certificate: Day) -> Option<Day> {
        months_after(certificate, self.certificate)
    }

    /// First day on which a person may introduce who has been in the same place since `since` (24-QĐ/TW and its
    /// successors, 3.2).
    pub fn introducer_first(&self, since: Day) -> Option<Day> {
        months_after(since, self.introducer)
    }
}

/// A last day and the value of the regulation that it follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last day.
    pub limit: Limit,
    /// The value, a number of working days.
    pub source: InForce,
}

/// The day on which probation ends, by the law of the ceremony's day (Party Charter, Article 5), and the value that
/// says so.
pub fn probation(regulation: &Regulation, ceremony: Day) -> Option<(Day, InForce)> {
    let source = regulation.in_force(Key::ProbationMonths, ceremony)?;
    Some((months_after(ceremony, Some(source))?, source))
}

/// The day on which probation ends.
pub fn probation_ends(regulation: &Regulation, ceremony: Day) -> Option<Day> {
    probation(regulation, ceremony).map(|(ends, _)| ends)
}

/// Last day for the decision after the cell's meeting (29-QĐ/TW, 4.3.1, and its successors).
pub fn decision_due(regulation: &Regulation, meeting: Day) -> Option<Due> {
    due(regulation, Key::DecideDays, meeting)
}

/// Last day for the ceremony, and the day that it is counted from: that of the decision since 208-QĐ/TW, before that its
/// receipt. Where that day is not noted, the result is an estimate from the other one.
pub fn ceremony_due(regulation: &Regulation, decision: Option<Day>, received: Option<Day>) -> Option<(Since, Due)> {
    let issued = decision.or(received)?;
    let from_decision =
        regulation.in_force(Key::CeremonyFromDecision, issued).is_some_and(|rule| rule.cited.value == 1);
    let (since, from) = match (decision, received) {
        (Some(decision), _) if from_decision => (Since::Decision, decision),
        (None, Some(received)) if from_decision => (Since::Assumed, received),
        (_, Some(received)) => (Since::Receipt, received),
        (decision, None) => (Since::Assumed, decision?),
    };
    let Due { limit, source } = due(regulation, Key::CeremonyDays, from)?;
    Some((since, Due { limit: Limit { estimated: limit.estimated || since == Since::Assumed, ..limit }, source }))
}

/// The day that the limit of the ceremony is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// The day of the decision.
    Decision,
    /// The day on which the cell received it.
    Receipt,
    /// The other one of the two, since the right one is not noted.
    Assumed,
}

/// Last day for the new member's own file after the ceremony.
pub fn member_file_due(regulation: &Regulation, ceremony: Day) -> Option<Due> {
    due(regulation, Key::MemberFileDays, ceremony)
}

/// Last day for the cell to consider recognition, counted from the end of probation.
pub fn review_due(regulation: &Regulation, ceremony: Day) -> Option<Due> {
    due(regulation, Key::ReviewDays, probation_ends(regulation, ceremony)?)
}

/// Last day for the decision on recognition after the cell's meeting about it.
pub fn recognition_due(regulation: &Regulation, meeting: Day) -> Option<Due> {
    due(regulation, Key::RecogniseDays, meeting)
}

/// Usual last day for an answer about verification, always an estimate.
pub fn answer_due(regulation: &Regulation, sent: Day) -> Option<Limit> {
    let Due { limit, .. } = due(regulation, Key::InquiryDays, sent)?;
    Some(Limit { estimated: true, ..limit })
}

/// `limit` with the possible extension, by the law of `from`, the day it is counted from.
pub fn extended(regulation: &Regulation, limit: Limit, from: Day) -> Option<Limit> {
    let days = regulation.in_force(Key::ExtendDays, from)?.cited.value;
    let longer = regulation.calendar().after(limit.last, days)?;
    Some(Limit { estimated: longer.estimated || limit.estimated, ..longer })
}

/// The number of working days of `key` after `from`, by the law of `from`.
fn due(regulation: &Regulation, key: Key, from: Day) -> Option<Due> {
    let source = regulation.in_force(key, from)?;
    Some(Due { limit: regulation.calendar().after(from, source.cited.value)?, source })
}

fn months_after(day: Day, months: Option<InForce>) -> Option<Day> {
    day.plus_months(i32::try_from(months?.cited.value).ok()?)
}
