//! Everything that can be found in a record, with the figures that explain it. Weight, fields and
//! source are in `finding`.

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

/// What was found, with the figures that explain it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A field that is asked for at once is empty.
    Missing,
    /// A text cannot be read as what the field holds.
    Unreadable(Problem),
    /// Something that must have happened lies ahead.
    InFuture,
    /// Two days stand in the wrong order.
    OutOfOrder {
        /// What comes first.
        before: Field,
        /// What comes after it.
        after: Field,
    },
    /// A period ends before it begins.
    PeriodReversed,
    /// Another record is pointed at that is not there.
    Gone,
    /// An organization that stands below itself.
    Circle,
    /// Parts do not add up to their total.
    PartsDiffer {
        /// Which parts.
        section: Section,
        /// Their sum.
        sum: u64,
        /// The total.
        total: u32,
    },
    /// Too young on that day.
    AgeUnder {
        /// Day on which the age was counted.
        on: Day,
        /// Youngest age in years.
        years: u32,
        /// First day of the right age.
        first: Option<Day>,
    },
    /// Past the month of the upper age limit on that day.
    AgeOver {
        /// Oldest age in years.
        years: u32,
        /// Day on which the age was counted.
        on: Day,
    },
    /// Older than people get.
    AgeImplausible {
        /// Age in whole years.
        years: i32,
    },
    /// The certificate was no longer good.
    CertificateExpired {
        /// Last day on which it was.
        last: Day,
    },
    /// There was a meeting without something that must be there by then.
    NeededAtMeeting,
    /// Less general education than asked for.
    EducationBelow {
        /// Place in the list of levels of the one asked for.
        least: u32,
    },
    /// Less than the base, where an exception holds of which the level is not known.
    EducationByGuidance,
    /// Of the age of the Youth Union and not in it.
    YouthUnionMissing,
    /// Joined the Youth Union very young.
    YouthUnionYoung {
        /// Usual youngest age in years.
        years: u32,
    },
    /// Too few who introduce.
    IntroducersTooFew {
        /// How many are named, a union's committee among them.
        named: u32,
        /// How many there must be.
        least: u32,
    },
    /// One of them is on probation.
    IntroducerNotOfficial,
    /// One of them has not been in the same place for long enough.
    IntroducerTooShort {
        /// Months that there must be.
        months: u32,
        /// First day of enough of them.
        first: Option<Day>,
    },
    /// The same person twice.
    IntroducerTwice,
    /// The application is later than the résumé.
    ApplicationAfterResume,
    /// Relatives whose verification was not answered.
    RelativesUnverified {
        /// Their names, as far as known.
        names: Vec<String>,
    },
    /// A time limit in working days has passed.
    Overdue {
        /// Working days allowed.
        days: u32,
        /// The last day in time.
        limit: Limit,
        /// The last day in time if it was extended.
        extended: Option<Limit>,
        /// What the limit is counted from.
        since: Field,
    },
    /// Recognised before the end of probation.
    ProbationIncomplete {
        /// First day of recognition.
        first: Day,
    },
    /// Not long enough since leaving or since the record was cleared.
    ReadmissionTooEarly {
        /// Months that there must be.
        months: u32,
        /// First day on which it may be.
        first: Option<Day>,
    },
    /// Readmitted before; it is possible once.
    ReadmissionTwice,
    /// Months of a work history of which nothing is said.
    MonthsMissing {
        /// The first of them.
        first: Month,
        /// The last of them.
        last: Month,
    },
    /// Two occupations in the same months.
    MonthsTwice {
        /// The first of these months.
        first: Month,
        /// The last of them.
        last: Month,
    },
    /// Complete without a row, or nothing to write with rows.
    DeclaredOtherwise {
        /// Rows that there are.
        rows: usize,
    },
    /// The old province does not lie in the new one.
    ProvinceElsewhere {
        /// The one that it lies in.
        now: Province,
    },
    /// Not the usual number and sign of a party document.
    DocumentNumberStyle {
        /// How it would be written; empty where that is not plain.
        usual: String,
    },
    /// Not so many grades of ten or twelve.
    SchoolingShape,
    /// Guidance is out while what it is based on is not yet in force.
    GuidanceAhead {
        /// The guidance.
        guidance: &'static Instrument,
        /// What is in force.
        in_force: &'static Instrument,
    },
    /// The person's consent is not noted.
    ConsentMissing,
    /// The day has come by which the record is to be deleted.
    DeletionDue,
    /// The first three figures of the citizen number are no province.
    CitizenIdProvince,
    /// The citizen number says another sex.
    CitizenIdSex {
        /// Sex by the number.
        by_number: Sex,
    },
    /// The citizen number says another birth year.
    CitizenIdBirthYear {
        /// Year by the number.
        by_number: i32,
    },
    /// Another candidate has the same citizen number.
    CitizenIdTwice {
        /// The other one.
        other: RecordId,
        /// The other one's name.
        name: Option<String>,
    },
    /// A step has no day, although a later one has.
    StepMissing {
        /// The later one.
        later: Field,
    },
    /// There was no such deciding body on that day.
    BodyGone {
        /// Which.
        body: DecidingBody,
        /// On which day.
        on: Day,
    },
    /// Probation is over, and the cell has not met on recognition.
    ProbationOver {
        /// Since when.
        ended: Day,
        /// Until when it is to meet.
        limit: Limit,
    },
    /// The register shows the member as gone, or away for a time.
    MemberLeft {
        /// How the member stands.
        standing: Standing,
        /// Since when.
        since: Option<Day>,
    },
    /// The register has another number of official members on that day.
    MembersDiffer {
        /// Its number.
        register: u32,
    },
    /// Letters about verification of which the answer is overdue.
    InquiryOverdue {
        /// How many.
        letters: usize,
    },
    /// Another entry of the register is most likely the same person.
    MemberTwice {
        /// The cell of the other one.
        cell: Option<String>,
    },
    /// Somebody in charge of nothing.
    NothingAssigned,
    /// Too few official members to vote.
    TooFewMembers {
        /// Fewest that may.
        least: u32,
    },
    /// More excused than there are members.
    ExcusedBeyondMembers,
    /// More members on probation than members.
    ProbationBeyondMembers,
    /// The fewest days of a step are more than the usual ones.
    LeastBeyondUsual {
        /// The usual days.
        usual: u32,
    },
    /// More votes than there are people to vote.
    VoteBeyondBase {
        /// Members that count.
        base: u32,
    },
    /// Fewer votes than needed.
    VoteBelow {
        /// So many parts…
        for_parts: u32,
        /// …of so many.
        all_parts: u32,
        /// Members that count.
        base: u32,
        /// Votes needed.
        needed: u64,
    },
}
