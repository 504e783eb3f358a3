//! The forecast for one candidate: the earliest and the likely day of counting for an indicator, from the steps noted,
//! the limits of the regulation and the durations of the steps. What this means for a target is in `forecast`.

use crate::domain::admission::limits::{self, MeetingLimits};
use crate::domain::admission::planning::{Duration, Times};
use crate::domain::admission::procedure::Step;
use crate::domain::admission::vote::Share;
use crate::domain::ledger::Ledger;
use crate::domain::ledger::candidate::Candidate;
use crate::domain::regulation::Regulation;
use crate::domain::schema::choice::{CountingDay, Indicator};
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};

/// When a candidate may count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The earliest day: minimum durations, within the limits of the regulation.
    pub earliest: Day,
    /// The likely day: usual durations. `None` if that is not possible without an exception.
    pub likely: Option<Day>,
    /// The day by which it is certain: the day is entered, or the decision is signed and the ceremony has a time
    /// limit.
    pub sure: Option<Day>,
    /// Whether an exception by a higher body is required; then there is no likely day.
    pub barred: bool,
}

/// The chance that a candidate counts by the end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chance {
    /// The day is entered, or the ceremony has a time limit.
    Sure,
    /// With usual durations.
    Likely,
    /// Only with minimum durations.
    Possible,
    /// Not even with minimum durations.
    TooLate,
}

impl Outlook {
    /// Whether the candidate may count in `period` or later. A candidate sure or likely to count before `period`
    /// does not count in it.
    pub fn is_for(&self, period: Period) -> bool {
        self.sure.or(self.likely).is_none_or(|day| day >= period.first())
    }

    /// The chance of counting by `by`.
    pub fn chance(&self, by: Day) -> Chance {
        let within = |day: Option<Day>| day.is_some_and(|day| day <= by);
        if within(self.sure) {
            Chance::Sure
        } else if within(self.likely) {
            Chance::Likely
        } else if self.earliest <= by {
            Chance::Possible
        } else {
            Chance::TooLate
        }
    }
}

/// Inputs of a forecast that are the same for all candidates of an organization.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    indicator: Indicator,
    counting: CountingDay,
    today: Day,
    /// Limits for a meeting without a day.
    limits: MeetingLimits,
    /// The required share of votes.
    share: Option<Share>,
    regulation: &'a Regulation,
}

impl<'a> Basis<'a> {
    /// The inputs for an organization on `today`.
    pub fn new(ledger: &'a Ledger, organization: &RecordId, indicator: Indicator, today: Day) -> Basis<'a> {
        let regulation = ledger.regulation();
        Basis {
            indicator,
            counting: ledger.counting_day(organization),
            today,
            limits: MeetingLimits::on(regulation, today),
            share: Share::on(regulation, today),
            regulation,
        }
    }

    /// When a candidate may count. `None` if the candidate counts already, is no longer followed, or cannot count.
    pub fn outlook(&self, candidate: &Candidate, times: &Times) -> Option<Outlook> {
        let today = self.today;
        if candidate.has_ended(today) {
            return None;
        }
        if let Some(day) = candidate.counting_day(self.indicator, self.counting) {
            // Without a decision the day of the ceremony is only a plan.
            let decided = self.indicator != Indicator::Admissions || candidate.decision.is_some();
            let noted = Outlook { earliest: day, likely: Some(day), sure: decided.then_some(day), barred: false };
            return (day > today).then_some(noted);
        }
        let open =
            |likely: bool| Outlook { earliest: today, likely: likely.then_some(today), sure: None, barred: false };
        // A candidate who is past the step will not do it any more.
        let applied = candidate.application.is_some() || candidate.cell_meeting.is_some();
        let further = applied || candidate.certificate.is_some() || candidate.decision.or(candidate.ceremony).is_some();
        match self.indicator {
            Indicator::Admissions => Some(self.admission(candidate, times, self.counting)),
            Indicator::Recognitions => {
                let after = |day: Day| limits::probation_ends(self.regulation, day).map(|day| day.max(today));
                let admitted = match candidate.ceremony {
                    Some(day) => Outlook { earliest: day, likely: Some(day), sure: None, barred: false },
                    None => self.admission(candidate, times, CountingDay::Ceremony),
                };
                Some(Outlook {
                    earliest: after(admitted.earliest)?,
                    likely: admitted.likely.and_then(after),
                    sure: None,
                    barred: admitted.barred,
                })
            }
            Indicator::Introductions => (!further && candidate.sent_to_class.is_none()).then(|| open(false)),
            Indicator::Class => (!further).then(|| open(candidate.introduced.is_some())),
            Indicator::VillagesCleared | Indicator::CellsFounded | Indicator::VillagesWithCell => None,
        }
    }

    /// When a candidate may be admitted: from the days noted, then every step that remains.
    fn admission(&self, candidate: &Candidate, times: &Times, counting: CountingDay) -> Outlook {
        let certified = self.good_certificate(candidate);
        let noted = |step| match step {
            Step::Class => certified,
            Step::Application => candidate.application,
            Step::Resume => candidate.resume,
            Step::Verification => candidate.self_answered,
            Step::Opinions => candidate.bodies_heard,
            Step::Meeting => candidate.cell_meeting.filter(|_| !self.is_lost(candidate)),
            Step::Decision => candidate.decision,
            Step::Ceremony => candidate.ceremony,
            _ => None,
        };
        // Steps before a deciding step are settled.
        let decided = [Step::Decision, Step::Meeting].into_iter();
        let decided = decided.filter(|step| noted(*step).is_some_and(|day| day <= self.today)).max();
        let begun = candidate.sent_to_class.or(candidate.introduced).filter(|day| *day <= self.today);
        // A class that has to be repeated begins today.
        let begun = begun.filter(|_| candidate.certificate.is_none() || certified.is_some());
        let reached = begun.map(|day| (day, day));
        let mut path = Path { reached, today: self.today, begun: false, barred: false };
        let last = if counting == CountingDay::Decision { Step::Decision } else { Step::Ceremony };
        for row in times.rows().filter(|row| row.step <= last) {
            match noted(row.step) {
                _ if decided.is_some_and(|decided| row.step < decided) => {}
                Some(day) => path.noted(day),
                None => path.takes(row),
            }
            if row.step == Step::Meeting && decided.is_none() {
                self.may_meet(candidate, times, &mut path);
            }
        }
        let sure = candidate.decision.filter(|day| *day <= self.today && counting == CountingDay::Ceremony);
        let sure = sure.and_then(|day| {
            let (_, due) = limits::ceremony_due(self.regulation, Some(day), candidate.decision_received)?;
            Some(due.limit.last).filter(|last| *last >= self.today)
        });
        let (earliest, usual) = path.ends();
        let sure = sure.map(|day| day.max(earliest));
        Outlook { earliest, likely: (!path.barred).then_some(usual), sure, barred: path.barred }
    }

    /// Whether the vote is lost, so that the cell has to meet again.
    fn is_lost(&self, candidate: &Candidate) -> bool {
        let (Some(share), Some(votes), Some(members)) = (self.share, candidate.votes_for, candidate.official_members)
        else {
            return false;
        };
        // Without those excused, whichever rule applies: a vote that may be won must not count as lost.
        u64::from(votes) < share.of(members.saturating_sub(candidate.excused.unwrap_or(0)))
    }

    /// The limits by the law of a planned meeting, else by that of today.
    fn limits(&self, candidate: &Candidate) -> MeetingLimits {
        match candidate.cell_meeting.filter(|meeting| *meeting > self.today) {
            Some(planned) => MeetingLimits::on(self.regulation, limits::law_day(Some(planned), None, None, self.today)),
            None => self.limits,
        }
    }

    /// The day of the certificate, if it is still valid.
    fn good_certificate(&self, candidate: &Candidate) -> Option<Day> {
        let limits = self.limits(candidate);
        let good = |day: &Day| limits.certificate_ends(*day).is_none_or(|ends| self.today <= ends);
        candidate.certificate.filter(good)
    }

    /// Applies the limits of the meeting to `path`: not before the applicant is of age and the introducers have been in
    /// the same place long enough; if the certificate expires first, the class is repeated; if the maximum age is
    /// exceeded, an exception is required.
    fn may_meet(&self, candidate: &Candidate, times: &Times, path: &mut Path) {
        let limits = self.limits(candidate);
        let bounds = [
            candidate.birth.and_then(|birth| limits.first_day_of_age(birth)),
            candidate.introducers_since.and_then(|since| limits.introducer_first(since)),
        ];
        for day in bounds.into_iter().flatten() {
            path.not_before(day);
        }
        let ends = self.good_certificate(candidate).and_then(|day| limits.certificate_ends(day));
        if let (Some(ends), Some(class)) = (ends, times.rows().find(|row| row.step == Step::Class)) {
            let again =
                |at: Day, days: u32| if at > ends { at.plus_days(days.into()).unwrap_or(Day::LAST) } else { at };
            path.reached = path.reached.map(|(soon, usual)| (again(soon, class.least), again(usual, class.usual)));
        }
        let last = candidate.birth.and_then(|birth| limits.last_day_of_age(birth));
        path.barred = path.reached.zip(last).is_some_and(|((_, usual), last)| usual > last);
    }
}

/// The progress along the steps, with minimum and with usual durations.
struct Path {
    /// The day reached with minimum and with usual durations; `None` while no step is noted.
    reached: Option<(Day, Day)>,
    today: Day,
    /// Whether a remaining step was passed; after it durations add up.
    begun: bool,
    /// Whether usual durations require an exception.
    barred: bool,
}

impl Path {
    /// Passes a step with a day, done or planned.
    fn noted(&mut self, day: Day) {
        self.not_before(day);
        self.begun |= day > self.today;
    }

    /// Passes a remaining step. The duration of the first one counts from the previous step; if that is already over,
    /// it still takes its minimum duration from today.
    fn takes(&mut self, row: &Duration) {
        let after = |day: Day, days: u32| day.plus_days(days.into()).unwrap_or(Day::LAST);
        let (soon, usual) = self.reached.unwrap_or((self.today, self.today));
        let (mut soon, mut usual) = (after(soon, row.least), after(usual, row.usual));
        if !self.begun {
            soon = soon.max(self.today);
            usual = usual.max(after(self.today, row.least));
        }
        (self.reached, self.begun) = (Some((soon, usual)), true);
    }

    fn not_before(&mut self, day: Day) {
        self.reached = Some(self.reached.map_or((day, day), |(soon, usual)| (soon.max(day), usual.max(day))));
    }

    /// Both days, not before today.
    fn ends(&self) -> (Day, Day) {
        let (soon, usual) = self.reached.unwrap_or((self.today, self.today));
        (soon.max(self.today), usual.max(self.today))
    }
}

/// When one candidate may count for an indicator.
pub fn outlook(ledger: &Ledger, candidate: &Candidate, indicator: Indicator, today: Day) -> Option<Outlook> {
    let cell = candidate.cell.as_ref()?;
    Basis::new(ledger, cell, indicator, today).outlook(candidate, &Times::of(ledger, cell))
}
