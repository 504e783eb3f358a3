//! Looking at one record: everything found in it at once. What a finding is stands in `finding`,
//! what the regulation asks for in `rules`.

use super::attached::months;
use super::choice::{DecidingBody, Membership, Standing};
use super::day::Day;
use super::dossier::Dossier;
use super::entry::{self, Entries, Value};
use super::field::{Field, Kind, Need};
use super::finding::{Finding, Rule, Severity};
use super::id::{RecordId, RecordKind};
use super::ledger::Ledger;
use super::members;
use super::month::Month;
use super::planning;
use super::rules;
use super::section::Section;
use super::working_days::Limit;

/// Days that follow one another in every admission.
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
    (Field::MemberAdmitted, Field::MemberRecognition),
    (Field::MemberAdmitted, Field::MemberStandingSince),
    (Field::MemberAdmitted, Field::MemberJoined),
    (Field::Ceremony, Field::RecognitionMeeting),
    (Field::Ceremony, Field::Recognition),
    (Field::Consent, Field::DeleteBy),
    (Field::RelativeAsked, Field::RelativeAnswered),
];

/// Days whose order is known from texts about the form only (items 24 to 26): they warn.
const USUAL_ORDER: &[(Field, Field)] = &[
    (Field::SelfAnswered, Field::CellRemark),
    (Field::VerifierRemark, Field::CellRemark),
    (Field::CellRemark, Field::Certification),
    (Field::CellMeeting, Field::SentUp),
    (Field::Ceremony, Field::MemberFile),
    (Field::Ceremony, Field::NewMemberClass),
    (Field::NewMemberClass, Field::RecognitionMeeting),
];

/// Periods of the records that have one.
const PERIODS: &[(Field, Field)] = &[(Field::TargetFrom, Field::TargetTo), (Field::TotalFrom, Field::TotalTo)];

/// Everything found in one record.
pub fn record(ledger: &Ledger, id: &RecordId, entries: &dyn Entries, today: Day) -> Vec<Finding> {
    let mut findings = alone(ledger, id, entries, today);
    let same = same_citizen_id(ledger, id, entries);
    findings.extend(same.and_then(|same| shared_citizen_id(ledger, &same)));
    findings.extend(twin(ledger, id, entries, today));
    findings
}

/// A citizen number that is another candidate's too.
pub fn shared_citizen_id(ledger: &Ledger, other: &RecordId) -> Option<Finding> {
    let name = ledger.candidate(other)?.name.clone();
    Some(Finding::warns(Rule::CitizenIdTwice { other: other.clone(), name }, &[Field::CitizenId]))
}

/// A member who is in the register twice. Looks at everybody in it.
pub fn twin(ledger: &Ledger, id: &RecordId, entries: &dyn Entries, today: Day) -> Option<Finding> {
    let twin = members::twin(ledger, id, today)?;
    let member = id.kind() == Some(RecordKind::Member);
    let (field, own) =
        if member { (Field::MemberName, Field::MemberCell) } else { (Field::Name, Field::CandidateCell) };
    let elsewhere = twin.cell.filter(|cell| entry::reference(entries, own).as_ref() != Some(*cell));
    let cell = elsewhere.and_then(|cell| ledger.organization_name(cell)).map(str::to_owned);
    Some(Finding::warns(Rule::MemberTwice { cell }, &[field]))
}

/// Everything found in one record without comparing it with all others of its kind.
pub fn alone(ledger: &Ledger, id: &RecordId, entries: &dyn Entries, today: Day) -> Vec<Finding> {
    let Some(kind) = id.kind() else { return Vec::new() };
    let mut findings: Vec<Finding> =
        Field::of(kind).filter_map(|field| single(ledger, entries, field, today)).collect();
    findings.extend(order(kind, entries));
    match kind {
        RecordKind::Candidate => {
            let dossier = Dossier::new(ledger, id, entries, today);
            for check in rules::CHECKS {
                findings.extend(check(&dossier));
            }
        }
        RecordKind::Total => findings.extend(parts(entries)),
        RecordKind::Headcount => {
            let count = |field| entry::count(entries, field);
            let both = count(Field::HeadcountProbation).zip(count(Field::HeadcountMembers));
            if both.is_some_and(|(probation, members)| probation > members) {
                let fields = [Field::HeadcountProbation, Field::HeadcountMembers];
                findings.push(Finding::blocks(Rule::ProbationBeyondMembers, &fields));
            }
        }
        RecordKind::Durations => {
            for row in planning::ASSUMED {
                let (usual, least) = (entry::count(entries, row.usual_field), entry::count(entries, row.least_field));
                let usual = usual.unwrap_or(row.usual);
                if least.is_some_and(|least| least > usual) {
                    let fields = [row.least_field, row.usual_field];
                    findings.push(Finding::warns(Rule::LeastBeyondUsual { usual }, &fields));
                }
            }
        }
        RecordKind::Organization if ledger.in_circle(id) => {
            findings.push(Finding::blocks(Rule::Circle, &[Field::OrganizationParent]));
        }
        RecordKind::Job | RecordKind::Study | RecordKind::Trip => findings.extend(span(kind, entries)),
        RecordKind::Relative => findings.extend(lifetime(entries)),
        RecordKind::Authority => findings.extend(authority(entries)),
        RecordKind::Assignment => {
            let nothing = [Field::AssignmentOrganization, Field::AssignmentVillage];
            if nothing.into_iter().all(|field| entries.text(field).is_none()) {
                findings.push(Finding::warns(Rule::NothingAssigned, &nothing));
            }
        }
        RecordKind::Member => findings.extend(on_probation(entries, today)),
        _ => {}
    }
    findings
}

/// What one field alone can tell.
fn single(ledger: &Ledger, entries: &dyn Entries, field: Field, today: Day) -> Option<Finding> {
    let spec = field.spec();
    match (entry::value(entries, field), spec.kind) {
        (None, _) => (spec.need == Need::Always).then(|| Finding::hints(Rule::Missing, &[field])),
        (Some(Err(problem)), _) => Some(Finding::blocks(Rule::Unreadable(problem), &[field])),
        (Some(Ok(Value::Day(day))), Kind::Day { past: true }) if day > today => {
            Some(Finding::warns(Rule::InFuture, &[field]))
        }
        (Some(Ok(Value::Month(month))), _) if month > Month::of(today) => {
            Some(Finding::warns(Rule::InFuture, &[field]))
        }
        (Some(Ok(Value::When(when))), _) if when.earliest().is_some_and(|first| first > today) => {
            Some(Finding::warns(Rule::InFuture, &[field]))
        }
        (Some(Ok(Value::Reference(id))), _) if !ledger.has(&id) => Some(Finding::warns(Rule::Gone, &[field])),
        _ => None,
    }
}

/// Days and periods that stand the wrong way round.
fn order(kind: RecordKind, entries: &dyn Entries) -> Vec<Finding> {
    let reversed = |before, after| {
        let days = entry::day(entries, before).zip(entry::day(entries, after));
        days.is_some_and(|(first, second)| first > second)
    };
    let mut wrong = Vec::new();
    for &(before, after) in ORDER {
        if before.spec().record == kind && reversed(before, after) {
            wrong.push(Finding::blocks(Rule::OutOfOrder { before, after }, &[after, before]));
        }
    }
    for &(before, after) in USUAL_ORDER {
        if before.spec().record == kind && reversed(before, after) {
            wrong.push(Finding::warns(Rule::OutOfOrder { before, after }, &[after, before]));
        }
    }
    for &(from, to) in PERIODS {
        if from.spec().record == kind && reversed(from, to) {
            wrong.push(Finding::blocks(Rule::PeriodReversed, &[to, from]));
        }
    }
    wrong
}

/// Parts of a total that do not add up to it.
fn parts(entries: &dyn Entries) -> Vec<Finding> {
    let Some(total) = entry::count(entries, Field::TotalCount) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for section in [Section::ByQualification, Section::ByCellKind] {
        let mut involved = vec![Field::TotalCount];
        let mut sum = 0;
        for field in Field::of(RecordKind::Total).filter(|field| field.spec().section == section) {
            if let Some(part) = entry::count(entries, field) {
                sum += u64::from(part);
                involved.push(field);
            }
        }
        if involved.len() > 1 && sum != u64::from(total) {
            findings.push(Finding::warns(Rule::PartsDiffer { section, sum, total }, &involved));
        }
    }
    findings
}

/// A time that ends before it begins.
fn span(kind: RecordKind, entries: &dyn Entries) -> Option<Finding> {
    let (from, to) = months(kind)?;
    let (first, last) = entry::month(entries, from).zip(entry::month(entries, to))?;
    (first > last).then(|| Finding::blocks(Rule::PeriodReversed, &[to, from]))
}

/// A body that there is not on the first day of its setting.
fn authority(entries: &dyn Entries) -> Option<Finding> {
    let body = DecidingBody::from_key(entry::written(entries, Field::AuthorityBody)?)?;
    let from = entry::day(entries, Field::AuthorityFrom)?;
    rules::procedure::body_gone(body, from, &[Field::AuthorityBody, Field::AuthorityFrom])
}

/// A member entered as on probation for more than twelve months.
fn on_probation(entries: &dyn Entries, today: Day) -> Option<Finding> {
    let admitted = entry::day(entries, Field::MemberJoined).or(entry::day(entries, Field::MemberAdmitted))?;
    let official = entry::written(entries, Field::MemberOfficial).and_then(Membership::from_key);
    let source = rules::in_force(rules::Key::ProbationMonths, admitted)?;
    let ended = admitted.plus_months(i32::try_from(source.cited.value).ok()?)?;
    let gone = entry::written(entries, Field::MemberStanding).and_then(Standing::from_key);
    let gone = gone.is_some_and(|standing| !matches!(standing, Standing::Active | Standing::Exempt | Standing::Away));
    if gone
        || ended > today
        || official == Some(Membership::Official)
        || entries.text(Field::MemberRecognition).is_some()
    {
        return None;
    }
    let limit = Limit { last: ended, estimated: true };
    let fields = [Field::MemberRecognition, Field::MemberAdmitted];
    // Who is an old member of whom the day of recognition was not written down need not be told of a slip.
    let finding = Finding::warns(Rule::ProbationOver { ended, limit }, &fields).citing(source);
    let sure = official == Some(Membership::Probationary);
    Some(if sure { finding } else { Finding { severity: Severity::Hints, ..finding } })
}

/// A death before birth.
fn lifetime(entries: &dyn Entries) -> Option<Finding> {
    let (before, after) = (Field::RelativeBirth, Field::RelativeDeath);
    let (birth, death) = entry::when(entries, before)?.earliest().zip(entry::when(entries, after)?.latest())?;
    (birth > death).then(|| Finding::blocks(Rule::OutOfOrder { before, after }, &[after, before]))
}

fn same_citizen_id(ledger: &Ledger, id: &RecordId, entries: &dyn Entries) -> Option<RecordId> {
    let number = entry::text(entries, Field::CitizenId).filter(|_| id.is(RecordKind::Candidate))?;
    let mut others = ledger.candidates().filter(|(other, _)| *other != id);
    others.find(|(_, found)| found.citizen_id.as_deref() == Some(number.as_str())).map(|(other, _)| other.clone())
}
