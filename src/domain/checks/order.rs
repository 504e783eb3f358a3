//! Days in the wrong order: consecutive steps, periods, lifetimes. One row per pair; the order of application and
//! résumé, which has a source, is in `papers`.

use crate::domain::admission::finding::{Finding, Rule, Severity};
use crate::domain::ledger::attached::months;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordKind;

/// Pairs of days with a fixed order in every admission.
const ORDER: &[(Field, Field)] = &[
    (Field::Birth, Field::YouthUnion),
    (Field::FirstAdmission, Field::FirstRecognition),
    (Field::FirstAdmission, Field::LeftParty),
    (Field::Introduced, Field::CellMeeting),
    (Field::SentToClass, Field::Certificate),
    (Field::Application, Field::CellMeeting),
    (Field::Resume, Field::CellMeeting),
    (Field::Certificate, Field::CellMeeting),
    (Field::UnionResolution, Field::CellMeeting),
    (Field::SelfAnswered, Field::CellMeeting),
    (Field::BodiesHeard, Field::CellMeeting),
    (Field::ResidenceHeard, Field::CellMeeting),
    (Field::ProvinceConsent, Field::CellMeeting),
    (Field::SelfAsked, Field::SelfAnswered),
    (Field::CellMeeting, Field::Decision),
    (Field::Decision, Field::DecisionReceived),
    (Field::Decision, Field::Ceremony),
    (Field::DecisionReceived, Field::Ceremony),
    (Field::CellMeeting, Field::BranchAppraisal),
    (Field::CellMeeting, Field::BaseResolution),
    (Field::BranchAppraisal, Field::Decision),
    (Field::BaseResolution, Field::Decision),
    (Field::SentUp, Field::Decision),
    (Field::Ceremony, Field::SelfReview),
    (Field::SelfReview, Field::RecognitionMeeting),
    (Field::HelperRemark, Field::RecognitionMeeting),
    (Field::ProbationOpinions, Field::RecognitionMeeting),
    (Field::RecognitionMeeting, Field::RecognitionAppraisal),
    (Field::RecognitionMeeting, Field::RecognitionResolution),
    (Field::RecognitionMeeting, Field::RecognitionDecision),
    (Field::RecognitionAppraisal, Field::RecognitionDecision),
    (Field::RecognitionResolution, Field::RecognitionDecision),
    (Field::InquirySent, Field::InquiryDue),
    (Field::InquirySent, Field::InquiryReminded),
    (Field::InquirySent, Field::InquiryAnswered),
    (Field::HelperSince, Field::HelperUntil),
    (Field::AssignmentSince, Field::AssignmentUntil),
    (Field::NoteDay, Field::NoteMended),
    (Field::ClassFrom, Field::ClassTo),
    (Field::ClassFrom, Field::ClassCertificates),
    (Field::MemberAdmitted, Field::MemberRecognition),
    (Field::MemberAdmitted, Field::MemberStandingSince),
    (Field::MemberAdmitted, Field::MemberJoined),
    (Field::Ceremony, Field::RecognitionMeeting),
    (Field::Ceremony, Field::Recognition),
    (Field::Consent, Field::DeleteBy),
    (Field::RelativeAsked, Field::RelativeAnswered),
];

/// Pairs whose order is known only from texts about the form (items 24 to 26); a violation only warns.
const USUAL_ORDER: &[(Field, Field)] = &[
    (Field::SelfAnswered, Field::CellRemark),
    (Field::VerifierRemark, Field::CellRemark),
    (Field::CellRemark, Field::Certification),
    (Field::CellMeeting, Field::SentUp),
    (Field::Ceremony, Field::MemberFile),
    (Field::Ceremony, Field::NewMemberClass),
    (Field::NewMemberClass, Field::RecognitionMeeting),
];

/// First and last day of the records with a period.
const PERIODS: &[(Field, Field)] = &[(Field::TargetFrom, Field::TargetTo), (Field::TotalFrom, Field::TotalTo)];

/// Days and periods in the wrong order.
pub(super) fn order(kind: RecordKind, entries: &dyn Entries) -> Vec<Finding> {
    let reversed = |before, after| {
        let days = entry::day(entries, before).zip(entry::day(entries, after));
        days.is_some_and(|(first, second)| first > second)
    };
    let mut wrong = Vec::new();
    for &(before, after) in ORDER {
        if before.spec().record == kind && reversed(before, after) {
            wrong.push(Finding::new(Rule::OutOfOrder { before, after }, &[after, before]));
        }
    }
    for &(before, after) in USUAL_ORDER {
        if before.spec().record == kind && reversed(before, after) {
            wrong.push(Finding::new(Rule::OutOfOrder { before, after }, &[after, before]).weighing(Severity::Warns));
        }
    }
    for &(from, to) in PERIODS {
        if from.spec().record == kind && reversed(from, to) {
            wrong.push(Finding::new(Rule::PeriodReversed, &[to, from]));
        }
    }
    wrong
}

/// A period of months that ends before it starts.
pub(super) fn span(kind: RecordKind, entries: &dyn Entries) -> Option<Finding> {
    let (from, to) = months(kind)?;
    let (first, last) = entry::month(entries, from).zip(entry::month(entries, to))?;
    (first > last).then(|| Finding::new(Rule::PeriodReversed, &[to, from]))
}

/// A death before birth.
pub(super) fn lifetime(entries: &dyn Entries) -> Option<Finding> {
    let (before, after) = (Field::RelativeBirth, Field::RelativeDeath);
    let (birth, death) = entry::when(entries, before)?.earliest().zip(entry::when(entries, after)?.latest())?;
    (birth > death).then(|| Finding::new(Rule::OutOfOrder { before, after }, &[after, before]))
}
