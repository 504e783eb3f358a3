//! The one home of every limit on the way to membership: from when on and until when something may be,
//! as a function of the facts and of the day whose law holds. Checks, timeline, to-do list, outlook and
//! report ask here and work none of it out themselves. Which field a limit is about is in `deadlines`.

use crate::domain::regulation::working_days::{self, Limit};
use crate::domain::regulation::{InForce, Key, in_force};
use crate::domain::value::day::Day;

/// The day whose law holds for the cell's meeting: the meeting's own, else that of what is known to have
/// followed it, else the day on which the dossier is looked at.
pub fn law_day(meeting: Option<Day>, decision: Option<Day>, ceremony: Option<Day>, today: Day) -> Day {
    meeting.or(decision).or(ceremony).unwrap_or(today)
}

/// What the regulation of one day asks of the time at which a cell meets about an applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingLimits {
    /// Youngest age, in months.
    pub age_least: Option<InForce>,
    /// Oldest age, in months.
    pub age_most: Option<InForce>,
    /// Months for which a class certificate is good.
    pub certificate: Option<InForce>,
    /// Months for which introducers have been in the same place as the applicant.
    pub introducer: Option<InForce>,
}

impl MeetingLimits {
    /// The limits by the law of a day, which [`law_day`] tells.
    pub fn on(law: Day) -> MeetingLimits {
        MeetingLimits {
            age_least: in_force(Key::AgeLeast, law),
            age_most: in_force(Key::AgeMost, law),
            certificate: in_force(Key::CertificateMonths, law),
            introducer: in_force(Key::IntroducerMonths, law),
        }
    }

    /// First day on which somebody born on this day is old enough (29-QĐ/TW and its successors, 1.1).
    pub fn first_day_of_age(&self, birth: Day) -> Option<Day> {
        months_after(birth, self.age_least)
    }

    /// Last day on which somebody born on this day is not too old: the month of that birthday is still in
    /// (29-QĐ/TW and its successors, 1.1; sources leave the month open).
    pub fn last_day_of_age(&self, birth: Day) -> Option<Day> {
        let birthday = months_after(birth, self.age_most)?;
        Day::new(birthday.year(), birthday.month(), 1)?.plus_months(1)?.plus_days(-1)
    }

    /// Last day on which a class certificate of this day is good (01-HD/TW of 2021 and 06-HD/TW of 2025,
    /// point 3).
    pub fn certificate_ends(&self, certificate: Day) -> Option<Day> {
        months_after(certificate, self.certificate)
    }

    /// First day on which somebody may introduce who has been in the same place since this day (24-QĐ/TW
    /// and its successors, 3.2).
    pub fn introducer_first(&self, since: Day) -> Option<Day> {
        months_after(since, self.introducer)
    }
}

/// The last day of something, and the value of the regulation that it follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last day.
    pub limit: Limit,
    /// What says so; its number counts working days.
    pub source: InForce,
}

/// The day on which the months of probation are over, by the law of the ceremony's day (Party Charter,
/// Article 5), with what says so.
pub fn probation(ceremony: Day) -> Option<(Day, InForce)> {
    let source = in_force(Key::ProbationMonths, ceremony)?;
    Some((months_after(ceremony, Some(source))?, source))
}

/// The day on which the months of probation are over.
pub fn probation_ends(ceremony: Day) -> Option<Day> {
    probation(ceremony).map(|(ends, _)| ends)
}

/// Until when the decision is due after the cell's meeting (29-QĐ/TW, 4.3.1, and its successors).
pub fn decision_due(meeting: Day) -> Option<Due> {
    due(Key::DecideDays, meeting)
}

/// Until when the ceremony is due. The rule counts from receiving the decision; while that day is not noted,
/// the last day is an estimate from the decision's own.
pub fn ceremony_due(decision: Option<Day>, received: Option<Day>) -> Option<Due> {
    let Due { limit, source } = due(Key::CeremonyDays, received.or(decision)?)?;
    let estimated = limit.estimated || received.is_none();
    Some(Due { limit: Limit { estimated, ..limit }, source })
}

/// Until when the new member's own file is to be there after the ceremony.
pub fn member_file_due(ceremony: Day) -> Option<Due> {
    due(Key::MemberFileDays, ceremony)
}

/// Until when the cell is to consider recognition: counted from the end of probation.
pub fn review_due(ceremony: Day) -> Option<Due> {
    due(Key::ReviewDays, probation_ends(ceremony)?)
}

/// Until when the decision on recognition is due after the cell's meeting about it.
pub fn recognition_due(meeting: Day) -> Option<Due> {
    due(Key::RecogniseDays, meeting)
}

/// Until when an answer about verification is usually there: an estimate.
pub fn answer_due(sent: Day) -> Option<Limit> {
    let Due { limit, .. } = due(Key::InquiryDays, sent)?;
    Some(Limit { estimated: true, ..limit })
}

/// The last day with the extension that both decisions may have, by the law of the day counted from.
pub fn extended(limit: Limit, from: Day) -> Option<Limit> {
    let longer = working_days::after(limit.last, in_force(Key::ExtendDays, from)?.cited.value)?;
    Some(Limit { estimated: longer.estimated || limit.estimated, ..longer })
}

/// So many working days after a day, by the law of that day.
fn due(key: Key, from: Day) -> Option<Due> {
    let source = in_force(key, from)?;
    Some(Due { limit: working_days::after(from, source.cited.value)?, source })
}

fn months_after(day: Day, months: Option<InForce>) -> Option<Day> {
    day.plus_months(i32::try_from(months?.cited.value).ok()?)
}
