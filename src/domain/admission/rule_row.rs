//! Which row of the table of findings each case is. The cases are in `rule` and `life_rule`, the table in `rule_id`.

use super::life_rule::LifeRule;
use super::rule::Rule;
use super::rule_id::RuleId;
use crate::domain::schema::entry::Problem;
use crate::domain::schema::field::Field;
use crate::domain::value::phone::PhoneProblem;

impl Rule {
    /// The row of the table for this case. `field` is the first field of the finding, since some cases map to
    /// several rows.
    pub fn id(&self, field: Option<Field>) -> RuleId {
        match self {
            Rule::Missing => match field {
                Some(Field::Name) => RuleId::NameEmpty,
                _ => RuleId::FieldMissing,
            },
            Rule::Unreadable(problem) => unreadable(*problem),
            Rule::InFuture => RuleId::DateInFuture,
            Rule::OutOfOrder { .. } => RuleId::DateOutOfOrder,
            Rule::PeriodReversed => RuleId::PeriodReversed,
            Rule::Gone => RuleId::ReferenceGone,
            Rule::Circle => RuleId::OrganizationCircle,
            Rule::PartsDiffer { .. } => RuleId::TotalPartsDiffer,
            Rule::AgeUnder { .. } => RuleId::AgeUnder18,
            Rule::AgeOver { .. } => RuleId::AgeOver60,
            Rule::AgeImplausible { .. } => RuleId::AgeImplausible,
            Rule::CertificateExpired { .. } => RuleId::CertificateExpired,
            Rule::NeededAtMeeting => match field {
                Some(Field::Certificate) => RuleId::CertificateMissing,
                Some(Field::Application) => RuleId::ApplicationMissing,
                Some(Field::Resume) => RuleId::ResumeMissing,
                Some(Field::SelfAnswered) => RuleId::VerificationMissing,
                Some(Field::BodiesHeard | Field::ResidenceHeard) => RuleId::OpinionMissing,
                Some(Field::UnionResolution) => RuleId::IntroducerResolutionMissing,
                Some(Field::ProvinceConsent) => RuleId::ReadmissionConsentMissing,
                Some(Field::RecordCleared | Field::LeftParty) => RuleId::ReadmissionDayMissing,
                _ => RuleId::FieldMissing,
            },
            Rule::EducationBelow { .. } => RuleId::EducationBelowMinimum,
            Rule::EducationByGuidance => RuleId::EducationByGuidance,
            Rule::YouthUnionMissing => RuleId::YouthUnionMissing,
            Rule::YouthUnionYoung { .. } => RuleId::YouthUnionYoung,
            Rule::IntroducersTooFew { .. } => RuleId::IntroducerTooFew,
            Rule::IntroducerNotOfficial => RuleId::IntroducerNotOfficial,
            Rule::IntroducerTooShort { .. } => RuleId::IntroducerTooShort,
            Rule::IntroducerTwice => RuleId::IntroducerTwice,
            Rule::ApplicationAfterResume => RuleId::ApplicationAfterResume,
            Rule::RelativesUnverified { .. } => RuleId::VerificationRelativesOpen,
            Rule::Overdue { since, .. } => match since {
                Field::CellMeeting => RuleId::DeadlineDecisionOverdue,
                Field::DecisionReceived | Field::Decision => RuleId::DeadlineCeremonyOverdue,
                Field::RecognitionMeeting => RuleId::DeadlineRecognitionOverdue,
                _ => RuleId::DeadlineReviewOverdue,
            },
            Rule::ProbationIncomplete { .. } => RuleId::ProbationNotComplete,
            Rule::ReadmissionTooEarly { .. } => RuleId::ReadmissionTooEarly,
            Rule::OrganizationCodeTwice { .. } => RuleId::OrganizationCodeTwice,
            Rule::ReadmissionTwice => RuleId::ReadmissionTwice,
            Rule::ReadmissionBarred => RuleId::ReadmissionBarred,
            Rule::PaperOld { .. } => RuleId::PaperOld,
            Rule::MonthsMissing { .. } => RuleId::HistoryMonthsMissing,
            Rule::MonthsTwice { .. } => RuleId::HistoryMonthsTwice,
            Rule::DeclaredOtherwise { .. } => RuleId::DeclarationContradicts,
            Rule::ProvinceElsewhere { .. } => RuleId::ProvinceElsewhere,
            Rule::DocumentNumberStyle { .. } => RuleId::DocumentNumberStyle,
            Rule::SchoolingShape => RuleId::SchoolingShape,
            Rule::GuidanceAhead { .. } => RuleId::RegulationGuidanceAhead,
            Rule::ConsentMissing => RuleId::KeepingConsentMissing,
            Rule::DeletionDue => RuleId::KeepingDeletionDue,
            Rule::CitizenIdProvince => RuleId::CitizenIdUnknownProvince,
            Rule::CitizenIdSex { .. } => RuleId::CitizenIdSexMismatch,
            Rule::CitizenIdBirthYear { .. } => RuleId::CitizenIdBirthYearMismatch,
            Rule::CitizenIdTwice { .. } => RuleId::DuplicateCitizenId,
            Rule::StepMissing { .. } => match field {
                Some(Field::CellMeeting) => RuleId::DecisionWithoutMeeting,
                _ => RuleId::StepMissing,
            },
            Rule::BodyGone { .. } => RuleId::DecisionBodyNotThere,
            Rule::ProbationOver { .. } => RuleId::ProbationOver,
            Rule::MemberLeft { .. } => match field {
                Some(Field::HelperName) => RuleId::HelperLeft,
                _ => RuleId::IntroducerLeft,
            },
            Rule::MembersDiffer { .. } => RuleId::MeetingMembersDiffer,
            Rule::InquiryOverdue { .. } => RuleId::InquiryOverdue,
            Rule::MemberTwice { .. } => RuleId::DuplicateMember,
            Rule::Life(rule) => life(rule),
            Rule::NothingAssigned => RuleId::AssignmentNothing,
            Rule::TooFewMembers { .. } => RuleId::MeetingTooFewMembers,
            Rule::ExcusedBeyondMembers => RuleId::VoteMoreExcusedThanMembers,
            Rule::ProbationBeyondMembers => RuleId::HeadcountMoreOnProbation,
            Rule::LeastBeyondUsual { .. } => RuleId::DurationsLeastBeyondUsual,
            Rule::VoteBeyondBase { .. } => RuleId::VoteMoreThanBase,
            Rule::VoteBelow { .. } => RuleId::VoteBelowTwoThirds,
        }
    }
}

/// The row of a text that does not parse.
const fn unreadable(problem: Problem) -> RuleId {
    match problem {
        Problem::Day(_) => RuleId::DateImpossible,
        Problem::OrganizationCodeShape { .. } => RuleId::OrganizationCodeMalformed,
        Problem::CitizenIdShape { .. } => RuleId::CitizenIdMalformed,
        Problem::Phone(PhoneProblem::Shape { .. }) => RuleId::PhoneMalformed,
        Problem::Phone(PhoneProblem::Before2018 { .. }) => RuleId::PhoneBefore2018,
        Problem::TooLong { .. } => RuleId::TextTooLong,
        Problem::SeveralCells { .. } => RuleId::TextSeveralCells,
        Problem::NotACount | Problem::NotADecimal | Problem::CountTooLarge { .. } => RuleId::CountMalformed,
        Problem::Bound(_) => RuleId::BoundMalformed,
        Problem::UnknownChoice => RuleId::ChoiceUnknown,
        Problem::NotAReference => RuleId::ReferenceMalformed,
    }
}

/// The row of a case about the life of an organization.
const fn life(rule: &LifeRule) -> RuleId {
    match rule {
        LifeRule::Lacks { .. } => RuleId::EventIncomplete,
        LifeRule::Itself => RuleId::EventItself,
        LifeRule::BeforeFounded { .. } => RuleId::EventBeforeFounded,
        LifeRule::AfterEnd { .. } => RuleId::EventAfterEnd,
        LifeRule::OtherEnded { .. } | LifeRule::OtherLater { .. } => RuleId::EventOtherNotThere,
        LifeRule::Divided => RuleId::EventDivided,
        LifeRule::NoParent { .. } => RuleId::OrganizationNoParent,
        LifeRule::Ended { .. } => RuleId::OrganizationEnded,
        LifeRule::HelperBeforeMove { .. } => RuleId::HelperBeforeMove,
        LifeRule::PlacesBeyond { .. } => RuleId::CoverageBeyondAll,
        LifeRule::PartBeyond { .. } => RuleId::PartBeyondWhole,
        LifeRule::NobodyBeyondCells { .. } => RuleId::CoverageContradicts,
        LifeRule::Counts { .. } => RuleId::HeadcountMergerDiffers,
    }
}
