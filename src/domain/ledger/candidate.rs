//! A candidate's typed values, as far as rules and the calculator need them. The whole dossier is in
//! `admission::dossier`.

use crate::domain::schema::choice::{CountingDay, EndedFor, Indicator, Sex};
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;

/// A person followed towards admission.
#[doc(alias = "quần chúng ưu tú")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Name as on the birth certificate.
    pub name: Option<String>,
    /// Cell that follows the person: the first one, or that of the latest move.
    pub cell: Option<RecordId>,
    /// The first cell, as entered.
    pub first_cell: Option<RecordId>,
    /// Moves to other cells with their days, earliest first. Records of their own; the ledger adds them.
    pub moves: Vec<(Day, RecordId)>,
    /// Place where the person lives or works.
    pub place: Option<RecordId>,
    /// Birth date.
    pub birth: Option<Day>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Citizen identification number, 12 digits.
    pub citizen_id: Option<String>,
    /// Day of introduction as a source.
    pub introduced: Option<Day>,
    /// Day the person was sent to the awareness class.
    pub sent_to_class: Option<Day>,
    /// Issue day of the class certificate.
    pub certificate: Option<Day>,
    /// Day of the application.
    pub application: Option<Day>,
    /// Day of the résumé.
    pub resume: Option<Day>,
    /// Day mass bodies were heard.
    pub bodies_heard: Option<Day>,
    /// Since when both introducers have been in the same place as the person: the later day of the two.
    pub introducers_since: Option<Day>,
    /// Day of the cell's meeting.
    pub cell_meeting: Option<Day>,
    /// Official members of the cell at the meeting.
    pub official_members: Option<u32>,
    /// Of these: transferred out or excused.
    pub excused: Option<u32>,
    /// Votes for admission.
    pub votes_for: Option<u32>,
    /// Day of the decision.
    pub decision: Option<Day>,
    /// Day the cell received the decision.
    pub decision_received: Option<Day>,
    /// Day of the ceremony.
    pub ceremony: Option<Day>,
    /// Day of recognition as an official member.
    pub recognition: Option<Day>,
    /// Day verification of the applicant was requested.
    pub self_asked: Option<Day>,
    /// Day of the answer.
    pub self_answered: Option<Day>,
    /// Why the person is no longer followed.
    pub ended_because: Option<EndedFor>,
    /// First day of no longer being followed.
    pub ended: Option<Day>,
    /// Day by which the record has to be deleted.
    pub delete_by: Option<Day>,
    /// First day of working elsewhere.
    pub away_since: Option<Day>,
    /// Day of the latest news from there.
    pub away_heard: Option<Day>,
}

/// Progress of a candidate: the last step with a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// No step has a day.
    Followed,
    /// Introduced as a source.
    Introduced,
    /// Sent to the awareness class.
    InClass,
    /// Has the class certificate.
    Certified,
    /// Has applied.
    Applied,
    /// The cell has met.
    Considered,
    /// The decision is made.
    Decided,
    /// Admitted, on probation.
    Admitted,
    /// Recognised as an official member.
    Recognised,
}

impl Candidate {
    /// Reads the typed values of the record.
    pub fn read(entries: &dyn Entries) -> Candidate {
        let day = |field| entry::day(entries, field);
        let count = |field| entry::count(entries, field);
        let since = [Field::Introducer1Since, Field::Introducer2Since];
        Candidate {
            name: entry::text(entries, Field::Name),
            cell: entry::reference(entries, Field::CandidateCell),
            first_cell: entry::reference(entries, Field::CandidateCell),
            moves: Vec::new(),
            place: entry::reference(entries, Field::CandidatePlace),
            birth: day(Field::Birth),
            sex: entry::written(entries, Field::SexOfCandidate).and_then(Sex::from_key),
            citizen_id: entry::text(entries, Field::CitizenId),
            introduced: day(Field::Introduced),
            sent_to_class: day(Field::SentToClass),
            certificate: day(Field::Certificate),
            application: day(Field::Application),
            resume: day(Field::Resume),
            bodies_heard: day(Field::BodiesHeard),
            introducers_since: since.into_iter().filter_map(|field| entry::when(entries, field)?.latest()).max(),
            cell_meeting: day(Field::CellMeeting),
            official_members: count(Field::OfficialMembers),
            excused: count(Field::Excused),
            votes_for: count(Field::VotesFor),
            decision: day(Field::Decision),
            decision_received: day(Field::DecisionReceived),
            ceremony: day(Field::Ceremony),
            recognition: day(Field::Recognition),
            self_asked: day(Field::SelfAsked),
            self_answered: day(Field::SelfAnswered),
            ended_because: entry::written(entries, Field::EndedBecause).and_then(EndedFor::from_key),
            ended: day(Field::Ended),
            delete_by: day(Field::DeleteBy),
            away_since: day(Field::AwaySince),
            away_heard: day(Field::AwayHeard),
        }
    }

    /// The cell that followed the person on `on`: results of that day are its own.
    pub fn cell_on(&self, on: Day) -> Option<&RecordId> {
        let moved = self.moves.iter().rev().find(|(day, _)| *day <= on).map(|(_, cell)| cell);
        moved.or(self.first_cell.as_ref())
    }

    /// Sets the moves, and the cell that follows the person after all of them.
    pub(super) fn moved(&mut self, moves: Vec<(Day, RecordId)>) {
        self.cell = moves.last().map(|(_, cell)| cell.clone()).or_else(|| self.first_cell.clone());
        self.moves = moves;
    }

    /// The stage on `on`; later days are ignored.
    pub fn stage(&self, on: Day) -> Stage {
        let steps = [
            (self.recognition, Stage::Recognised),
            (self.ceremony, Stage::Admitted),
            (self.decision, Stage::Decided),
            (self.cell_meeting, Stage::Considered),
            (self.application, Stage::Applied),
            (self.certificate, Stage::Certified),
            (self.sent_to_class, Stage::InClass),
            (self.introduced, Stage::Introduced),
        ];
        steps.into_iter().find(|(day, _)| day.is_some_and(|day| day <= on)).map_or(Stage::Followed, |(_, stage)| stage)
    }

    /// Whether the person is no longer followed on `on`. A reason without a day suffices.
    pub fn has_ended(&self, on: Day) -> bool {
        (self.ended_because.is_some() || self.ended.is_some()) && self.ended.is_none_or(|ended| ended <= on)
    }

    /// The day by which the person counts for `indicator`, if any.
    pub fn counting_day(&self, indicator: Indicator, admission: CountingDay) -> Option<Day> {
        match indicator {
            Indicator::Admissions => match admission {
                CountingDay::Ceremony => self.ceremony,
                CountingDay::Decision => self.decision,
            },
            Indicator::Introductions => self.introduced,
            Indicator::Class => self.sent_to_class,
            Indicator::Recognitions => self.recognition,
            Indicator::VillagesCleared | Indicator::CellsFounded | Indicator::VillagesWithCell => None,
        }
    }
}
