//! Findings: how much each weighs, which fields it is about, what says so, and the stable names of
//! the rules. A finding has no words of its own: `text` gives it some. What can be found is in
//! `rule`, what finds it in `check` and `rules`.

pub use super::rule::Rule;
use crate::domain::regulation::{InForce, Mark};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Hints,
    /// Probably a slip; a person may know better.
    Warns,
    /// The dossier would come back.
    Blocks,
}

impl Rule {
    /// The stable name of the rule, for lists and scripts. `field` is the first field of the finding.
    pub fn id(&self, field: Option<Field>) -> &'static str {
        match self {
            Rule::Missing => match field {
                Some(Field::Name) => "name.empty",
                _ => "field.missing",
            },
            Rule::Unreadable(problem) => problem.id(),
            Rule::InFuture => "date.in_future",
            Rule::OutOfOrder { .. } => "date.out_of_order",
            Rule::PeriodReversed => "period.reversed",
            Rule::Gone => "reference.gone",
            Rule::Circle => "organization.circle",
            Rule::PartsDiffer { .. } => "total.parts_differ",
            Rule::AgeUnder { .. } => "age.under_18",
            Rule::AgeOver { .. } => "age.over_60",
            Rule::AgeImplausible { .. } => "age.implausible",
            Rule::CertificateExpired { .. } => "certificate.expired",
            Rule::NeededAtMeeting => match field {
                Some(Field::Certificate) => "certificate.missing",
                Some(Field::Application) => "application.missing",
                Some(Field::Resume) => "resume.missing",
                Some(Field::SelfAnswered) => "verification.missing",
                Some(Field::BodiesHeard | Field::ResidenceHeard) => "opinion.missing",
                Some(Field::UnionResolution) => "introducer.resolution_missing",
                Some(Field::ProvinceConsent) => "readmission.consent_missing",
                Some(Field::RecordCleared | Field::LeftParty) => "readmission.day_missing",
                _ => "field.missing",
            },
            Rule::EducationBelow { .. } => "education.below_minimum",
            Rule::EducationByGuidance => "education.by_guidance",
            Rule::YouthUnionMissing => "youth_union.missing",
            Rule::YouthUnionYoung { .. } => "youth_union.young",
            Rule::IntroducersTooFew { .. } => "introducer.too_few",
            Rule::IntroducerNotOfficial => "introducer.not_official",
            Rule::IntroducerTooShort { .. } => "introducer.too_short",
            Rule::IntroducerTwice => "introducer.twice",
            Rule::ApplicationAfterResume => "order.application_after_resume",
            Rule::RelativesUnverified { .. } => "verification.relatives_open",
            Rule::Overdue { since, .. } => match since {
                Field::CellMeeting => "deadline.decision_overdue",
                Field::DecisionReceived | Field::Decision => "deadline.ceremony_overdue",
                Field::RecognitionMeeting => "deadline.recognition_overdue",
                _ => "deadline.review_overdue",
            },
            Rule::ProbationIncomplete { .. } => "probation.not_complete",
            Rule::ReadmissionTooEarly { .. } => "readmission.too_early",
            Rule::ReadmissionTwice => "readmission.twice",
            Rule::MonthsMissing { .. } => "history.months_missing",
            Rule::MonthsTwice { .. } => "history.months_twice",
            Rule::DeclaredOtherwise { .. } => "declaration.contradicts",
            Rule::ProvinceElsewhere { .. } => "province.elsewhere",
            Rule::DocumentNumberStyle { .. } => "document_number.style",
            Rule::SchoolingShape => "schooling.shape",
            Rule::GuidanceAhead { .. } => "regulation.guidance_ahead",
            Rule::ConsentMissing => "keeping.consent_missing",
            Rule::DeletionDue => "keeping.deletion_due",
            Rule::CitizenIdProvince => "citizen_id.unknown_province",
            Rule::CitizenIdSex { .. } => "citizen_id.sex_mismatch",
            Rule::CitizenIdBirthYear { .. } => "citizen_id.birth_year_mismatch",
            Rule::CitizenIdTwice { .. } => "duplicate.citizen_id",
            Rule::StepMissing { .. } => match field {
                Some(Field::CellMeeting) => "decision.without_meeting",
                _ => "step.missing",
            },
            Rule::BodyGone { .. } => "decision.body_not_there",
            Rule::ProbationOver { .. } => "probation.over",
            Rule::MemberLeft { .. } => match field {
                Some(Field::HelperName) => "helper.left",
                _ => "introducer.left",
            },
            Rule::MembersDiffer { .. } => "meeting.members_differ",
            Rule::InquiryOverdue { .. } => "inquiry.overdue",
            Rule::MemberTwice { .. } => "duplicate.member",
            Rule::NothingAssigned => "assignment.nothing",
            Rule::TooFewMembers { .. } => "meeting.too_few_members",
            Rule::ExcusedBeyondMembers => "vote.more_excused_than_members",
            Rule::ProbationBeyondMembers => "headcount.more_on_probation_than_members",
            Rule::LeastBeyondUsual { .. } => "durations.least_beyond_usual",
            Rule::VoteBeyondBase { .. } => "vote.more_than_base",
            Rule::VoteBelow { .. } => "vote.below_two_thirds",
        }
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub rule: Rule,
    /// How much it weighs.
    pub severity: Severity,
    /// Every field of the record involved, the one to look at first in front.
    pub fields: Vec<Field>,
    /// Fields of records that belong to it.
    pub attached: Vec<(RecordId, Field)>,
    /// The field that it is mostly about, where it is told at another.
    pub about: Option<Field>,
    /// What says so; `None` where it is plain sense.
    pub source: Option<InForce>,
}

impl Finding {
    /// A finding that sends a dossier back.
    pub fn blocks(rule: Rule, fields: &[Field]) -> Finding {
        Finding {
            rule,
            severity: Severity::Blocks,
            fields: fields.to_vec(),
            attached: Vec::new(),
            about: None,
            source: None,
        }
    }

    /// A finding that a person may overrule.
    pub fn warns(rule: Rule, fields: &[Field]) -> Finding {
        Finding {
            rule,
            severity: Severity::Warns,
            fields: fields.to_vec(),
            attached: Vec::new(),
            about: None,
            source: None,
        }
    }

    /// A finding worth knowing.
    pub fn hints(rule: Rule, fields: &[Field]) -> Finding {
        Finding {
            rule,
            severity: Severity::Hints,
            fields: fields.to_vec(),
            attached: Vec::new(),
            about: None,
            source: None,
        }
    }

    /// A finding by a value of the regulation: blocks, unless the value is unverified.
    pub fn by(source: InForce, rule: Rule, fields: &[Field]) -> Finding {
        Finding::blocks(rule, fields).citing(source)
    }

    /// With the fields of records that belong to it.
    #[must_use]
    pub fn at(self, attached: Vec<(RecordId, Field)>) -> Finding {
        Finding { attached, ..self }
    }

    /// The name of its rule.
    pub fn id(&self) -> &'static str {
        self.rule.id(self.fields.first().or(self.attached.first().map(|(_, field)| field)).copied())
    }

    /// With its source, which also limits how much it may weigh.
    pub fn citing(self, source: InForce) -> Finding {
        let severity = if source.cited.mark == Mark::Unverified { Severity::Hints } else { self.severity };
        Finding { severity, source: Some(source), ..self }
    }
}
