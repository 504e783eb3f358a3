//! Tasks of a candidate or a member on probation: overdue, due soon or open, each with the field where completion is
//! noted. The steps themselves are in `procedure`.

use super::dossier::Dossier;
use super::limits::{self, MeetingLimits};
use super::procedure::{self, Step};
use super::{deadlines, verification, vote};
use crate::domain::ledger::candidate::Candidate;
use crate::domain::regulation::Regulation;
use crate::domain::regulation::working_days::Limit;
use crate::domain::schema::choice::EndedFor;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;

/// What a task is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The next step.
    Step(Step),
    /// Correcting a returned dossier with this number of open notes.
    Returned(usize),
    /// A reminder of a letter sent to this place.
    Inquiry(Option<String>),
    /// Entering the result of the cell's vote.
    Votes,
    /// The cell did not agree: meet again or stop following.
    Declined,
    /// Asking after a person who works elsewhere.
    AskAfter,
    /// Forwarding the dossier of a person who moved away.
    SendOn,
    /// Repeating the class, because its certificate has expired or expires soon.
    Certificate,
    /// Preparing for the end of probation.
    ProbationEnds,
    /// Deleting the record.
    Deletion,
}

/// Urgency of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// The last day has passed.
    Late,
    /// The last day comes within `AHEAD` days.
    Soon,
    /// There is no last day, or it is further away.
    Open,
}

/// A task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The candidate.
    pub candidate: RecordId,
    /// What to do.
    pub what: What,
    /// Where completion is noted.
    pub place: (RecordId, Field),
    /// First day on which it may be done, if that is in the future.
    pub earliest: Option<Day>,
    /// Last day, if limited.
    pub due: Option<Limit>,
    /// Urgency on the current day.
    pub urgency: Urgency,
}

impl Task {
    /// Sort key: overdue tasks by last day, then tasks due soon by last day, then open ones, most advanced candidate
    /// first.
    pub fn order(&self) -> String {
        let due = self.due.map(|due| due.last.iso()).unwrap_or_default();
        let further = match self.what {
            What::Returned(_) => 0,
            What::Step(step) => 99 - step as u8,
            _ => 99,
        };
        match self.urgency {
            Urgency::Open => format!("2 {further:02}"),
            urgency => format!("{} {due}", urgency as u8),
        }
    }
}

/// A task is due soon this many days before its last day.
const AHEAD: i64 = 30;
/// The same for the answer to a letter.
const LETTERS_AHEAD: i64 = 7;
/// Days after which somebody who works elsewhere is asked after again. A habit, no rule: nothing is found wrong with
/// more.
const AWAY_DAYS: i64 = 90;
/// The same for the end of a certificate; longer because the class takes time.
const CERTIFICATE_AHEAD: i64 = 60;

/// The tasks of a dossier; none once the person is an official member or no longer followed. `candidate` holds the
/// same values already parsed, because long lists call this often.
pub fn of(dossier: &Dossier<'_>, candidate: &Candidate) -> Vec<Task> {
    let mut tasks = Vec::new();
    let today = dossier.today;
    let mut add = |what, place: (RecordId, Field), due: Option<Limit>, ahead: i64| {
        let urgency = match due.map(|due| today.days_until(due.last)) {
            Some(left) if left < 0 => Urgency::Late,
            Some(left) if left <= ahead => Urgency::Soon,
            _ => Urgency::Open,
        };
        tasks.push(Task { candidate: dossier.id.clone(), what, place, earliest: None, due, urgency });
    };
    let here = |field: Field| (dossier.id.clone(), field);
    let on = |last: Day| Some(Limit { last, estimated: false });
    if let Some(day) = candidate.delete_by.filter(|day| *day <= today) {
        add(What::Deletion, here(Field::DeleteBy), on(day), AHEAD);
    }
    if candidate.has_ended(today) {
        if candidate.ended_because == Some(EndedFor::Moved) && !dossier.has(Field::DossierMoved) {
            add(What::SendOn, here(Field::DossierMoved), None, AHEAD);
        }
        return tasks;
    }
    let notes = dossier.notes().filter(|(_, note)| note.open);
    let items: Vec<Option<Field>> = notes.map(|(_, note)| note.item).collect();
    if let Some(first) = items.first() {
        // A higher body waits for it, so it is never shown as open.
        add(What::Returned(items.len()), here(first.unwrap_or(Field::Name)), on(today), AHEAD);
    }
    if candidate.recognition.is_some() {
        return tasks;
    }
    // Answers no longer matter once the cell has met.
    if !dossier.has_met() {
        for request in verification::requests(dossier) {
            let due = request.due;
            if request.answered.is_none() && due.is_some_and(|due| today.days_until(due.last) <= LETTERS_AHEAD) {
                add(What::Inquiry(request.place), request.remind, due, LETTERS_AHEAD);
            }
        }
    }
    if let Some(last) = ask_after(candidate).filter(|last| *last <= today) {
        add(What::AskAfter, here(Field::AwayHeard), on(last), AHEAD);
    }
    let Some(step) = procedure::next(dossier) else { return tasks };
    if step <= Step::Meeting
        && let Some(last) = dossier.certificate_ends()
        && today.days_until(last) <= CERTIFICATE_AHEAD
    {
        add(What::Certificate, here(Field::Certificate), on(last), CERTIFICATE_AHEAD);
    }
    if (Step::MemberFile..=Step::RecognitionMeeting).contains(&step)
        && let Some(ends) =
            procedure::probation_ends(dossier).filter(|ends| (0..=AHEAD).contains(&today.days_until(*ends)))
    {
        add(What::ProbationEnds, here(Field::RecognitionMeeting), on(ends), AHEAD);
    }
    // What precedes a meeting or a decision is overdue when that is.
    let limited = match step {
        Step::SentUp => Field::Decision,
        // Earlier steps nobody noted must not hide that the cell has to meet again.
        Step::MemberFile if is_near(dossier, Field::RecognitionMeeting) => Field::RecognitionMeeting,
        Step::NewMemberClass | Step::SelfReview | Step::HelperRemark | Step::ProbationOpinions => {
            Field::RecognitionMeeting
        }
        step => step.field(),
    };
    let deadline = deadlines::of_field(dossier, limited).filter(|deadline| !deadline.in_months);
    let planned = dossier.meeting.filter(|meeting| step == Step::Meeting && *meeting >= today).and_then(on);
    let due = deadline.map(|deadline| deadline.limit).or(planned);
    let (what, field) = match step {
        Step::SentUp | Step::Decision if vote::is_lost(dossier.regulation(), candidate, dossier.on()) => {
            (What::Declined, Field::EndedBecause)
        }
        Step::SentUp | Step::Decision if !dossier.has(Field::VotesFor) => (What::Votes, Field::VotesFor),
        // The decision is signed, but the day of recognition is not entered.
        Step::Recognition if dossier.has(Field::RecognitionDecision) => (What::Step(step), Field::Recognition),
        step => (What::Step(step), step.field()),
    };
    add(what, here(field), due.filter(|_| field != Field::EndedBecause), AHEAD);
    if let Some(task) = tasks.last_mut() {
        task.earliest = procedure::earliest(dossier, step).filter(|day| *day > today);
        // Counted from another day than the rule says, so it is never reported as overdue.
        if deadline.is_some_and(|deadline| deadline.since == Field::Decision) {
            task.urgency = task.urgency.max(Urgency::Soon);
        }
    }
    tasks
}

/// The day by which somebody who works elsewhere is to be asked after; `None` for others, and for those who came back.
fn ask_after(candidate: &Candidate) -> Option<Day> {
    let since = candidate.away_since.filter(|_| candidate.ceremony.is_none())?;
    candidate.away_heard.unwrap_or(since).max(since).plus_days(AWAY_DAYS)
}

/// Whether the last day of a field has passed or is at most [`AHEAD`] days away.
fn is_near(dossier: &Dossier<'_>, field: Field) -> bool {
    let deadline = deadlines::of_field(dossier, field).filter(|deadline| !deadline.in_months);
    deadline.is_some_and(|deadline| dossier.today.days_until(deadline.limit.last) <= AHEAD)
}

/// Whether a candidate certainly has no task that is overdue or due soon, judged by the parsed values alone.
/// `limits_today` is [`MeetingLimits::on`] `today`, computed once for a long list. Letters and notes are not
/// considered. If false, call [`of`].
pub fn is_quiet(regulation: &Regulation, candidate: &Candidate, limits_today: &MeetingLimits, today: Day) -> bool {
    let far = |last: Option<Day>, ahead: i64| last.is_none_or(|last| today.days_until(last) > ahead);
    if candidate.delete_by.is_some_and(|day| day <= today) {
        return false;
    }
    if candidate.has_ended(today) {
        return candidate.ended_because != Some(EndedFor::Moved);
    }
    if candidate.recognition.is_some() {
        return true;
    }
    if ask_after(candidate).is_some_and(|last| last <= today) {
        return false;
    }
    match (candidate.ceremony, candidate.decision, candidate.cell_meeting) {
        (Some(ceremony), ..) => {
            let file = limits::member_file_due(regulation, ceremony).map(|due| due.limit.last);
            far(limits::probation_ends(regulation, ceremony), AHEAD) && far(file, AHEAD)
        }
        (None, None, None) if candidate.self_asked.is_some() && candidate.self_answered.is_none() => false,
        (None, None, None) => {
            far(candidate.certificate.and_then(|day| limits_today.certificate_ends(day)), CERTIFICATE_AHEAD)
        }
        _ => false,
    }
}
