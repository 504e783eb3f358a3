//! All kinds of findings, each with the values that explain it. Severity, fields and source are in `finding`.

use super::life_rule::LifeRule;
use crate::domain::regulation::Instrument;
use crate::domain::regulation::working_days::Limit;
use crate::domain::schema::choice::{DecidingBody, Sex, Standing};
use crate::domain::schema::entry::Problem;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::schema::lists::Province;
use crate::domain::schema::section::Section;
use crate::domain::value::day::Day;
use crate::domain::value::month::Month;

/// A kind of finding with the values that explain it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A required field is empty.
    Missing,
    /// A text does not parse as a value of the field's kind.
    Unreadable(Problem),
    /// A day that must have passed is in the future.
    InFuture,
    /// Two days are in the wrong order.
    OutOfOrder {
        /// The field that has to come first.
        before: Field,
        /// The field that has to come later.
        after: Field,
    },
    /// A period ends before it starts.
    PeriodReversed,
    /// A referenced record does not exist.
    Gone,
    /// Something in the life of organizations.
    Life(LifeRule),
    /// An organization is below itself.
    Circle,
    /// Another organization has the same code.
    OrganizationCodeTwice {
        /// Name of the other organization.
        name: Option<String>,
    },
    /// Parts do not add up to their total.
    PartsDiffer {
        /// The section of the parts.
        section: Section,
        /// Their sum.
        sum: u64,
        /// The total.
        total: u32,
    },
    /// Too young on the law day.
    AgeUnder {
        /// The law day.
        on: Day,
        /// Minimum age in years.
        years: u32,
        /// First day on which the person is old enough.
        first: Option<Day>,
    },
    /// Past the month of the maximum age on the law day.
    AgeOver {
        /// Maximum age in years.
        years: u32,
        /// The law day.
        on: Day,
    },
    /// Implausibly old.
    AgeImplausible {
        /// Age in whole years.
        years: i32,
    },
    /// The certificate has expired.
    CertificateExpired {
        /// Last day of validity.
        last: Day,
    },
    /// The cell met without something required by then.
    NeededAtMeeting,
    /// General education below the requirement.
    EducationBelow {
        /// Required level, as an index into the list of levels.
        least: u32,
    },
    /// Education below the general requirement, where an exception with an unknown level applies.
    EducationByGuidance,
    /// Not in the Youth Union although of its age.
    YouthUnionMissing,
    /// Joined the Youth Union implausibly young.
    YouthUnionYoung {
        /// Usual minimum age in years.
        years: u32,
    },
    /// Too few introducers.
    IntroducersTooFew {
        /// Number of introducers, including a union's committee.
        named: u32,
        /// Number required.
        least: u32,
    },
    /// An introducer is on probation.
    IntroducerNotOfficial,
    /// An introducer has not been in the same place long enough.
    IntroducerTooShort {
        /// Months required.
        months: u32,
        /// First day on which the time is long enough.
        first: Option<Day>,
    },
    /// The same person is named twice.
    IntroducerTwice,
    /// The application is later than the résumé.
    ApplicationAfterResume,
    /// Relatives whose verification is not answered.
    RelativesUnverified {
        /// Their names, as far as entered.
        names: Vec<String>,
    },
    /// A limit in working days was exceeded.
    Overdue {
        /// Working days allowed.
        days: u32,
        /// The last day in time.
        limit: Limit,
        /// The last day in time with an extension.
        extended: Option<Limit>,
        /// The field that the limit is counted from.
        since: Field,
        /// Whether it is counted from there only because the right day is not noted.
        assumed: bool,
    },
    /// Recognition before the end of probation.
    ProbationIncomplete {
        /// First possible day of recognition.
        first: Day,
    },
    /// Too early after leaving or after the record was cleared.
    ReadmissionTooEarly {
        /// Months required.
        months: u32,
        /// First day of a possible readmission.
        first: Option<Day>,
    },
    /// Readmitted before; only one readmission is possible.
    ReadmissionTwice,
    /// Left for a reason that bars readmission.
    ReadmissionBarred,
    /// An opinion or a resolution is too old at the meeting.
    PaperOld {
        /// Months for which it is good.
        months: u32,
    },
    /// Months missing from the work history.
    MonthsMissing {
        /// First missing month.
        first: Month,
        /// Last missing month.
        last: Month,
    },
    /// Months with two occupations.
    MonthsTwice {
        /// First such month.
        first: Month,
        /// Last such month.
        last: Month,
    },
    /// Declared complete without rows, or declared empty with rows.
    DeclaredOtherwise {
        /// Number of rows.
        rows: usize,
    },
    /// The old province is not part of the new one.
    ProvinceElsewhere {
        /// The new province that it is part of.
        now: Province,
    },
    /// Not the usual number and symbol of a party document.
    DocumentNumberStyle {
        /// The usual spelling; empty if it cannot be derived.
        usual: String,
    },
    /// Not a grade out of ten or twelve.
    SchoolingShape,
    /// Guidance is out while the instrument that it explains is not yet in force.
    GuidanceAhead {
        /// The guidance.
        guidance: &'static Instrument,
        /// The instrument in force.
        in_force: &'static Instrument,
    },
    /// Consent is not noted.
    ConsentMissing,
    /// The day for deletion has come.
    DeletionDue,
    /// The first three digits of the citizen number are not a known province.
    CitizenIdProvince,
    /// The citizen number implies another sex.
    CitizenIdSex {
        /// Sex implied by the number.
        by_number: Sex,
    },
    /// The citizen number implies another birth year.
    CitizenIdBirthYear {
        /// Year implied by the number.
        by_number: i32,
    },
    /// Another candidate has the same citizen number.
    CitizenIdTwice {
        /// The other candidate.
        other: RecordId,
        /// Name of the other candidate.
        name: Option<String>,
    },
    /// A step has no day although a later one has.
    StepMissing {
        /// The field of the later step.
        later: Field,
    },
    /// The deciding body did not exist on that day.
    BodyGone {
        /// The body.
        body: DecidingBody,
        /// The day.
        on: Day,
    },
    /// Probation is over and the cell has not considered recognition.
    ProbationOver {
        /// Day on which probation ended.
        ended: Day,
        /// Last day for the meeting.
        limit: Limit,
    },
    /// According to the register the member has left or is temporarily away.
    MemberLeft {
        /// Standing in the register.
        standing: Standing,
        /// First day of this standing.
        since: Option<Day>,
    },
    /// The register has another number of official members on the day of the meeting.
    MembersDiffer {
        /// Number in the register.
        register: u32,
    },
    /// Verification letters whose answer is overdue.
    InquiryOverdue {
        /// Number of letters.
        letters: usize,
    },
    /// Another entry of the register is probably the same person.
    MemberTwice {
        /// Name of the cell of the other entry, if it is another cell.
        cell: Option<String>,
    },
    /// An assignment without organization and village.
    NothingAssigned,
    /// Too few official members to vote.
    TooFewMembers {
        /// Number required.
        least: u32,
    },
    /// More members excused than there are.
    ExcusedBeyondMembers,
    /// More members on probation than members.
    ProbationBeyondMembers,
    /// The minimum duration of a step exceeds the usual one.
    LeastBeyondUsual {
        /// Usual days.
        usual: u32,
    },
    /// More votes than voters.
    VoteBeyondBase {
        /// The vote base.
        base: u32,
    },
    /// Fewer votes than needed.
    VoteBelow {
        /// Numerator of the required share.
        for_parts: u32,
        /// Denominator of the required share.
        all_parts: u32,
        /// The vote base.
        base: u32,
        /// Votes needed.
        needed: u64,
    },
}
