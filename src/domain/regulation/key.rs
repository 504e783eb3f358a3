//! What the regulation's values are about, with their names in the files and their units.

/// What the number of a value counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Months that make whole years of age.
    Age,
    /// Months.
    Months,
    /// Working days.
    WorkingDays,
    /// Place in the list of levels of general education.
    Education,
    /// People or other things.
    Number,
    /// 1 where the rule holds.
    Holds,
}

macro_rules! keys {
    ($($(#[$doc:meta])* $key:ident $name:literal $unit:ident;)+) => {
        /// What a value is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Key { $($(#[$doc])* $key,)+ }

        impl Key {
            /// Every key, in the order of the way to membership.
            pub const ALL: &'static [Key] = &[$(Key::$key,)+];

            /// Name in the files.
            pub const fn name(self) -> &'static str {
                match self { $(Key::$key => $name,)+ }
            }

            /// What its number counts.
            pub const fn unit(self) -> Unit {
                match self { $(Key::$key => Unit::$unit,)+ }
            }
        }
    };
}

keys! {
    /// Youngest age at the cell's meeting.
    AgeLeast "age_least_months" Age;
    /// Oldest age at the cell's meeting; the month of that birthday is still in.
    AgeMost "age_most_months" Age;
    /// Least general education.
    EducationLeast "education_least" Education;
    /// Least general education in areas where less is asked.
    EducationHardLeast "education_hard_least" Education;
    /// Least general education of village elders and people of standing.
    EducationElderLeast "education_elder_least" Education;
    /// Youngest age in the Youth Union.
    YouthUnionLeast "youth_union_least_months" Age;
    /// Oldest age at which an applicant must be in the Youth Union.
    YouthUnionMost "youth_union_most_months" Age;
    /// Months for which a class certificate is good.
    CertificateMonths "certificate_months" Months;
    /// Papers must be there when the cell meets.
    DossierNeeded "dossier_needed" Holds;
    /// The application comes before the résumé.
    ApplicationFirst "application_first" Holds;
    /// How many introduce.
    Introducers "introducers" Number;
    /// They are official members.
    IntroducerOfficial "introducer_official" Holds;
    /// Months for which they and the applicant have been in the same place.
    IntroducerMonths "introducer_months" Months;
    /// The applicant and near relatives are verified.
    VerificationNeeded "verification_needed" Holds;
    /// Parents, siblings and children who are members with a complete file are not.
    VerificationSkip "verification_skip" Holds;
    /// Fewest official members of a cell that votes on an admission.
    MeetingLeastMembers "meeting_least_members" Number;
    /// Of so many parts…
    VoteAllParts "vote_all_parts" Number;
    /// …so many must be for admission.
    VoteForParts "vote_for_parts" Number;
    /// Members transferred out or excused are taken off the base.
    VoteLessExcused "vote_less_excused" Holds;
    /// Working days within which an answer about verification is expected.
    InquiryDays "inquiry_days" WorkingDays;
    /// There is no district committee any more.
    DistrictEnded "district_ended" Holds;
    /// The commune's committee stands directly above base organizations.
    CommuneDecides "commune_decides" Holds;
    /// Working days from the cell's meeting to the decision.
    DecideDays "decide_days" WorkingDays;
    /// Working days from the cell's meeting on recognition to the decision.
    RecogniseDays "recognise_days" WorkingDays;
    /// Working days by which both may be extended.
    ExtendDays "extend_days" WorkingDays;
    /// Working days from receiving the decision to the ceremony.
    CeremonyDays "ceremony_days" WorkingDays;
    /// Months of probation from the ceremony.
    ProbationMonths "probation_months" Months;
    /// Working days after probation within which the cell considers recognition.
    ReviewDays "review_days" WorkingDays;
    /// Working days from the ceremony to the member's own file.
    MemberFileDays "member_file_days" WorkingDays;
    /// Months from leaving to readmission.
    ReadmissionMonths "readmission_months" Months;
    /// Months from the clearing of a criminal record to readmission.
    ReadmissionCrimeMonths "readmission_crime_months" Months;
    /// How often a person may be readmitted.
    ReadmissionTimes "readmission_times" Number;
}
