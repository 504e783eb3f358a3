//! The keys of the regulation's values, with their names in the rule files and their units.

/// Unit of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Age in months, a multiple of twelve.
    Age,
    /// Months.
    Months,
    /// Working days.
    WorkingDays,
    /// Index into the list of levels of general education.
    Education,
    /// A number of people or things.
    Number,
    /// 1 if the rule applies.
    Holds,
}

macro_rules! keys {
    ($($(#[$doc:meta])* $key:ident $name:literal $unit:ident;)+) => {
        /// What a value is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Key { $($(#[$doc])* $key,)+ }

        impl Key {
            /// All keys, in the order of the procedure.
            pub const ALL: &'static [Key] = &[$(Key::$key,)+];

            /// Name in the rule files.
            pub const fn name(self) -> &'static str {
                match self { $(Key::$key => $name,)+ }
            }

            /// Unit of the value.
            pub const fn unit(self) -> Unit {
                match self { $(Key::$key => Unit::$unit,)+ }
            }
        }
    };
}

keys! {
    /// Minimum age at the cell's meeting.
    AgeLeast "age_least_months" Age;
    /// Maximum age at the cell's meeting; the month of that birthday is still included.
    AgeMost "age_most_months" Age;
    /// Minimum general education.
    EducationLeast "education_least" Education;
    /// Minimum general education in areas with a lower requirement.
    EducationHardLeast "education_hard_least" Education;
    /// Minimum general education of village elders and people of standing.
    EducationElderLeast "education_elder_least" Education;
    /// Minimum age in the Youth Union.
    YouthUnionLeast "youth_union_least_months" Age;
    /// Maximum age at which an applicant must be in the Youth Union.
    YouthUnionMost "youth_union_most_months" Age;
    /// Months for which a class certificate is valid.
    CertificateMonths "certificate_months" Months;
    /// Papers must be complete when the cell meets.
    DossierNeeded "dossier_needed" Holds;
    /// Months after which opinions and resolutions of a dossier are obtained anew.
    PapersMonths "papers_months" Months;
    /// The application comes before the résumé.
    ApplicationFirst "application_first" Holds;
    /// Number of introducers.
    Introducers "introducers" Number;
    /// Introducers must be official members.
    IntroducerOfficial "introducer_official" Holds;
    /// Months for which an introducer and the applicant must have been in the same place.
    IntroducerMonths "introducer_months" Months;
    /// The applicant and close relatives must be verified.
    VerificationNeeded "verification_needed" Holds;
    /// Whoever raised the wife or husband is verified too.
    VerificationSpouseGuardian "verification_spouse_guardian" Holds;
    /// Parents, siblings and children who are members with a complete file are exempt from verification.
    VerificationSkip "verification_skip" Holds;
    /// Minimum number of official members of a cell that votes on an admission.
    MeetingLeastMembers "meeting_least_members" Number;
    /// Denominator of the required share of votes.
    VoteAllParts "vote_all_parts" Number;
    /// Numerator of the required share of votes.
    VoteForParts "vote_for_parts" Number;
    /// Members transferred out or excused are subtracted from the vote base.
    VoteLessExcused "vote_less_excused" Holds;
    /// Working days within which a verification request should be answered.
    InquiryDays "inquiry_days" WorkingDays;
    /// District committees no longer exist.
    DistrictEnded "district_ended" Holds;
    /// The commune's committee is directly above base organizations.
    CommuneDecides "commune_decides" Holds;
    /// The standing committee of the base committee decides, not the whole committee.
    BaseStandingDecides "base_standing_decides" Holds;
    /// Working days from the cell's meeting to the decision.
    DecideDays "decide_days" WorkingDays;
    /// Working days from the cell's meeting on recognition to the decision.
    RecogniseDays "recognise_days" WorkingDays;
    /// Working days by which both decisions may be extended.
    ExtendDays "extend_days" WorkingDays;
    /// Working days from receipt of the decision, or from the decision, to the ceremony.
    CeremonyDays "ceremony_days" WorkingDays;
    /// The ceremony's working days count from the day of the decision, not from its receipt.
    CeremonyFromDecision "ceremony_from_decision" Holds;
    /// Months of probation from the ceremony.
    ProbationMonths "probation_months" Months;
    /// Working days after probation within which the cell has to consider recognition.
    ReviewDays "review_days" WorkingDays;
    /// Working days from the ceremony to the member's own file.
    MemberFileDays "member_file_days" WorkingDays;
    /// Months from leaving to readmission.
    ReadmissionMonths "readmission_months" Months;
    /// Months from clearing the criminal record to readmission.
    ReadmissionCrimeMonths "readmission_crime_months" Months;
    /// Months from leaving for a breach of population policy to readmission.
    ReadmissionPopulationMonths "readmission_population_months" Months;
    /// Who dropped out, asked to leave without hardship, split the cell, was corrupt or committed a serious crime is not
    /// readmitted.
    ReadmissionBarred "readmission_barred" Holds;
    /// How often a person may be readmitted.
    ReadmissionTimes "readmission_times" Number;
}
