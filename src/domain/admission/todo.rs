//! What is to be done next about a candidate or a member on probation: late, soon, or simply next,
//! each with the field where it is noted. The steps themselves are in `procedure`.

use super::dossier::Dossier;
use super::limits::{self, MeetingLimits};
use super::procedure::{self, Step};
use super::{deadlines, vote};
use crate::domain::ledger::attached::Attached;
use crate::domain::ledger::candidate::Candidate;
use crate::domain::regulation::working_days::Limit;
use crate::domain::schema::choice::EndedFor;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The next step.
    Step(Step),
    /// So many notes on a dossier that came back.
    Returned(usize),
    /// A reminder of a letter that went to this place.
    Inquiry(Option<String>),
    /// The result of the cell's vote.
    Votes,
    /// The cell did not agree: to meet again, or to stop.
    Declined,
    /// The dossier of somebody who moved away is to follow.
    SendOn,
    /// The class again: its certificate is no longer good, or not for long.
    Certificate,
    /// What is to be there when probation ends.
    ProbationEnds,
    /// Deleting the record.
    Deletion,
}

/// How much it presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// The last day has passed.
    Late,
    /// The last day comes within thirty days.
    Soon,
    /// There is no last day, or it is far off.
    Open,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The candidate.
    pub candidate: RecordId,
    /// What.
    pub what: What,
    /// Where it is noted once it is done.
    pub place: (RecordId, Field),
    /// First day on which it may be done, if that lies ahead.
    pub earliest: Option<Day>,
    /// Last day.
    pub due: Option<Limit>,
    /// How much it presses.
    pub urgency: Urgency,
}

impl Task {
    /// The order in which tasks are shown: what is late by its day, then what comes soon, then
    /// whoever is furthest on the way.
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

/// Days ahead of a last day on which it is shown as coming.
const AHEAD: i64 = 30;
/// Days ahead of an answer that is expected.
const LETTERS_AHEAD: i64 = 7;
/// Days after a reminder until the next one.
const AFTER_REMINDER: i64 = 14;
/// Days ahead of the end of a certificate: the class takes its time.
const CERTIFICATE_AHEAD: i64 = 60;

/// What is to be done about one dossier; nothing once the person is an official member, or not
/// followed any more. `candidate` has the same values, read before: long lists ask this often.
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
        // Somebody above waits for it: shown among what comes soon.
        add(What::Returned(items.len()), here(first.unwrap_or(Field::Name)), on(today), AHEAD);
    }
    if candidate.recognition.is_some() {
        return tasks;
    }
    // Once the cell has met nobody waits for answers any more.
    if !dossier.has_met() {
        for request in requests(dossier) {
            let due = request.due();
            if request.answered.is_none() && due.is_some_and(|due| today.days_until(due.last) <= LETTERS_AHEAD) {
                add(What::Inquiry(request.place), request.remind, due, LETTERS_AHEAD);
            }
        }
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
    // What is to be written before the cell meets again, or before the decision, is late when that is.
    let limited = match step {
        Step::SentUp => Field::Decision,
        // What nobody noted of the way must not hide that the cell has to meet again.
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
        Step::SentUp | Step::Decision if vote::is_lost(candidate, dossier.on()) => {
            (What::Declined, Field::EndedBecause)
        }
        Step::SentUp | Step::Decision if !dossier.has(Field::VotesFor) => (What::Votes, Field::VotesFor),
        // The decision is signed; the day that counts is still to be noted.
        Step::Recognition if dossier.has(Field::RecognitionDecision) => (What::Step(step), Field::Recognition),
        step => (What::Step(step), step.field()),
    };
    add(what, here(field), due.filter(|_| field != Field::EndedBecause), AHEAD);
    if let Some(task) = tasks.last_mut() {
        task.earliest = procedure::earliest(dossier, step).filter(|day| *day > today);
        // Counted from another day than the rule says: never late for certain.
        if deadline.is_some_and(|deadline| deadline.since == Field::Decision) {
            task.urgency = task.urgency.max(Urgency::Soon);
        }
    }
    tasks
}

/// Whether the last day of a field has passed or comes soon.
fn is_near(dossier: &Dossier<'_>, field: Field) -> bool {
    let deadline = deadlines::of_field(dossier, field).filter(|deadline| !deadline.in_months);
    deadline.is_some_and(|deadline| dossier.today.days_until(deadline.limit.last) <= AHEAD)
}

/// Something that was asked for about the applicant or relatives, and whether an answer came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerificationRequest {
    /// Where the letter went, if that is noted.
    pub place: Option<String>,
    /// When.
    pub sent: Option<Day>,
    /// Last day, as the letter has it.
    pub until: Option<Day>,
    /// Last reminder.
    pub reminded: Option<Day>,
    /// Answer.
    pub answered: Option<Day>,
    /// Where a reminder, or else the answer, is noted.
    pub remind: (RecordId, Field),
    /// Where the answer is noted.
    pub answer: (RecordId, Field),
}

impl VerificationRequest {
    /// Until when an answer is expected.
    pub fn due(&self) -> Option<Limit> {
        inquiry_due(self.sent, self.until, self.reminded)
    }
}

/// Everything asked for about verification: letters, and what is noted at the applicant and at relatives.
pub fn requests(dossier: &Dossier<'_>) -> Vec<VerificationRequest> {
    let mut found = Vec::new();
    let own = |field| (dossier.id.clone(), field);
    if let Some(sent) = dossier.day(Field::SelfAsked) {
        found.push(VerificationRequest {
            place: None,
            sent: Some(sent),
            until: None,
            reminded: None,
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
                until: None,
                reminded: None,
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
                until: letter.due,
                reminded: letter.reminded,
                answered: letter.answered,
                remind: (id.clone(), Field::InquiryReminded),
                answer: (id.clone(), Field::InquiryAnswered),
            });
        }
    }
    found
}

/// Whether nothing about a candidate can be late or come soon, as far as the values tell that were
/// read before. `limits_today` is the law of `today`, worked out once for a long list. Letters and notes are apart. Whoever is not quiet is looked at by [`of`].
pub fn is_quiet(candidate: &Candidate, limits_today: &MeetingLimits, today: Day) -> bool {
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
    match (candidate.ceremony, candidate.decision, candidate.cell_meeting) {
        (Some(ceremony), ..) => far(limits::probation_ends(ceremony), AHEAD),
        (None, None, None) if candidate.self_asked.is_some() && candidate.self_answered.is_none() => false,
        (None, None, None) => {
            far(candidate.certificate.and_then(|day| limits_today.certificate_ends(day)), CERTIFICATE_AHEAD)
        }
        _ => false,
    }
}

/// Until when an answer is expected: as the letter says, else after the usual time; after a reminder
/// some days more. All but the first are estimates.
pub fn inquiry_due(sent: Option<Day>, until: Option<Day>, reminded: Option<Day>) -> Option<Limit> {
    let usual = || limits::answer_due(sent?);
    let due = until.map(|last| Limit { last, estimated: false }).or_else(usual);
    let again = reminded.and_then(|day| day.plus_days(AFTER_REMINDER));
    match (due, again) {
        (Some(due), Some(last)) if last > due.last => Some(Limit { last, estimated: true }),
        (due, _) => due,
    }
}
