//! The procedure of admission as steps (01-HD/TW of 2021 and 06-HD/TW of 2025, point 3): ten to admission, then
//! those of probation and recognition; the progress of a dossier on each, missing fields, and the days between which
//! each may be done. Errors are found by `checks::procedure`; tasks over all dossiers are in `todo`.

use super::dossier::Dossier;
use super::{deadlines, limits};
use crate::domain::regulation::working_days::Limit;
use crate::domain::schema::choice::IntroducedBy;
use crate::domain::schema::field::Field;
use crate::domain::value::day::Day;

macro_rules! steps {
    ($($(#[$doc:meta])* $step:ident $number:literal $optional:literal $field:ident [$($more:ident)*] [$($form:literal)*];)+) => {
        /// A step of the procedure.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Step { $($(#[$doc])* $step,)+ }

        impl Step {
            /// All steps in order.
            pub const ALL: &'static [Step] = &[$(Step::$step,)+];

            /// Its number among the ten steps to admission; 0 for the others.
            pub const fn number(self) -> u8 {
                match self { $(Step::$step => $number,)+ }
            }

            /// Whether it does not exist everywhere.
            pub const fn is_optional(self) -> bool {
                match self { $(Step::$step => $optional,)+ }
            }

            /// The field of the day on which it was done.
            pub const fn field(self) -> Field {
                match self { $(Step::$step => Field::$field,)+ }
            }

            /// Other fields filled in by the step.
            pub const fn more(self) -> &'static [Field] {
                match self { $(Step::$step => &[$(Field::$more,)*],)+ }
            }

            /// Stable names of the forms needed, see [`Form::key`](crate::domain::regulation::Form::key).
            pub const fn forms(self) -> &'static [&'static str] {
                match self { $(Step::$step => &[$($form,)*],)+ }
            }
        }
    };
}

steps! {
    /// Introduction as a source.
    Source 0 true Introduced [] [];
    /// The awareness class and its certificate.
    Class 1 false Certificate [SentToClass] ["class"];
    /// The application.
    Application 2 false Application [] ["application"];
    /// The résumé.
    Resume 3 false Resume [] ["resume"];
    /// Verification of the applicant and close relatives.
    Verification 4 false SelfAnswered [SelfAsked] ["verification_papers"];
    /// Opinions of mass bodies and of the cell at the place of residence; introducers.
    Opinions 5 false BodiesHeard [ResidenceHeard Introducer1 Introducer2] ["introduction" "opinions"];
    /// The cell's meeting and vote.
    Meeting 6 false CellMeeting [OfficialMembers Excused VotesFor] ["cell_resolution"];
    /// Sending the dossier to the deciding body: the cell's own task after its meeting.
    SentUp 0 false SentUp [] [];
    /// Appraisal by the intermediate committee, where there is one.
    Branch 7 true BranchAppraisal [] ["branch_appraisal"];
    /// The base committee's resolution. A cell directly below the deciding body has none.
    Base 8 true BaseResolution [] ["base_resolution"];
    /// The decision.
    Decision 9 false Decision [DecisionNumber DecisionReceived] ["decision"];
    /// The ceremony; probation begins.
    Ceremony 10 false Ceremony [] [];
    /// The new member's own file.
    MemberFile 0 false MemberFile [] ["member_file" "member_card"];
    /// The class for new members.
    NewMemberClass 0 false NewMemberClass [] ["new_member_class"];
    /// The self-review at the end of probation.
    SelfReview 0 false SelfReview [] ["self_review"];
    /// The helping member's remark.
    HelperRemark 0 false HelperRemark [] ["helper_remark"];
    /// Opinions of mass bodies and of the place of residence.
    ProbationOpinions 0 false ProbationOpinions [] ["probation_opinions"];
    /// The cell's meeting on recognition.
    RecognitionMeeting 0 false RecognitionMeeting [] ["recognition_cell"];
    /// Appraisal by the intermediate committee, where there is one.
    RecognitionBranch 0 true RecognitionAppraisal [] ["recognition_branch"];
    /// The base committee's resolution.
    RecognitionBase 0 true RecognitionResolution [] ["recognition_base"];
    /// The decision on recognition.
    Recognition 0 false RecognitionDecision [Recognition] ["recognition"];
}

/// Progress on a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepProgress {
    /// Done, with the day if known.
    Done(Option<Day>),
    /// To be done now.
    Next,
    /// To be done later.
    Later,
    /// Omitted, which is allowed.
    LeftOut,
    /// Not noted although a later step is.
    Gap,
}

/// The state of a step in a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// The step.
    pub step: Step,
    /// Its progress.
    pub progress: StepProgress,
    /// Its fields that are empty.
    pub missing: Vec<Field>,
    /// First day on which it may be done, if limited.
    pub earliest: Option<Day>,
    /// Last day on which it may be done, if limited.
    pub latest: Option<Limit>,
}

/// The state of every step.
pub fn timeline(dossier: &Dossier<'_>) -> Vec<Stand> {
    let deadlines = deadlines::all(dossier);
    let last = Step::ALL.iter().rposition(|step| is_done(dossier, *step));
    let next = next(dossier);
    let mut steps = Vec::new();
    for (place, &step) in Step::ALL.iter().enumerate() {
        let passed = last.is_some_and(|last| place < last);
        let progress = if is_done(dossier, step) {
            StepProgress::Done(dossier.day(step.field()))
        } else if Some(step) == next {
            StepProgress::Next
        } else if passed && step.is_optional() {
            StepProgress::LeftOut
        } else if passed && is_reported(dossier, step, last) {
            StepProgress::Gap
        } else if passed {
            StepProgress::LeftOut
        } else {
            StepProgress::Later
        };
        let missing = std::iter::once(step.field()).chain(step.more().iter().copied());
        let deadline = deadlines.iter().find(|deadline| !deadline.in_months && deadline.field == step.field());
        steps.push(Stand {
            step,
            progress,
            missing: missing.filter(|field| is_asked(dossier, *field) && !dossier.has(*field)).collect(),
            earliest: earliest(dossier, step),
            latest: deadline.map(|deadline| deadline.limit).or_else(|| latest(dossier, step)),
        });
    }
    steps
}

/// The step to do now: the first required one not done after the last deciding step that is. Steps between two
/// deciding ones run in parallel. `None` if everything is done.
pub fn next(dossier: &Dossier<'_>) -> Option<Step> {
    let decided = Step::ALL.iter().rposition(|step| step.decides() && is_done(dossier, *step));
    let mut after = Step::ALL.iter().skip(decided.map_or(0, |decided| decided + 1)).copied();
    after.find(|step| !step.is_optional() && !is_done(dossier, *step))
}

impl Step {
    /// Whether all earlier steps are settled once this one is done.
    const fn decides(self) -> bool {
        matches!(self, Step::Meeting | Step::Decision | Step::Ceremony | Step::RecognitionMeeting | Step::Recognition)
    }
}

/// Whether a step is done.
pub fn is_done(dossier: &Dossier<'_>, step: Step) -> bool {
    match step {
        // A day in the future is a planned meeting.
        Step::Meeting => dossier.has_met(),
        // The day of signature alone does not make a person official.
        Step::Recognition => dossier.has(Field::Recognition),
        step => dossier.has(step.field()),
    }
}

/// Whether an omitted step is reported as a gap. The papers of somebody admitted long ago are no longer needed.
fn is_reported(dossier: &Dossier<'_>, step: Step, last: Option<usize>) -> bool {
    let recognised = last.and_then(|last| Step::ALL.get(last)) == Some(&Step::Recognition);
    let admitted = step < Step::MemberFile && dossier.has(Field::Ceremony);
    let kept = !matches!(step, Step::SentUp | Step::MemberFile);
    step.decides() || kept && !recognised && !admitted
}

/// Whether a field of a step is required in this dossier.
fn is_asked(dossier: &Dossier<'_>, field: Field) -> bool {
    let by_union = || {
        let by = dossier.chosen(Field::IntroducedBy).and_then(IntroducedBy::from_key);
        by.is_some_and(|by| by != IntroducedBy::Members)
    };
    match field {
        // A union's committee replaces one introducer.
        Field::Introducer2 => !by_union(),
        Field::Excused | Field::SentToClass | Field::SelfAsked | Field::DecisionNumber => false,
        Field::ResidenceHeard => !dossier.is_of_home(),
        _ => true,
    }
}

/// First day on which a step may be done, if limited.
pub fn earliest(dossier: &Dossier<'_>, step: Step) -> Option<Day> {
    match step {
        Step::Meeting => {
            let limits = dossier.limits();
            let of_age = dossier.day(Field::Birth).and_then(|birth| limits.first_day_of_age(birth));
            let since = [Field::Introducer1Since, Field::Introducer2Since];
            let introduced =
                since.into_iter().filter_map(|field| limits.introducer_first(dossier.when(field)?.latest()?));
            introduced.chain(of_age).max()
        }
        Step::Decision => dossier.meeting,
        Step::Ceremony => dossier.day(Field::Decision),
        Step::RecognitionMeeting | Step::Recognition => probation_ends(dossier),
        _ => None,
    }
}

/// Last day of a step without a limit in working days: for the meeting, while the certificate is valid and the
/// applicant is not too old.
fn latest(dossier: &Dossier<'_>, step: Step) -> Option<Limit> {
    if step != Step::Meeting {
        return None;
    }
    let limits = dossier.limits();
    let certificate = dossier.day(Field::Certificate).and_then(|day| limits.certificate_ends(day));
    let age = dossier.day(Field::Birth).and_then(|birth| limits.last_day_of_age(birth));
    let last = certificate.into_iter().chain(age).min()?;
    Some(Limit { last, estimated: false })
}

/// The day on which probation ends.
pub fn probation_ends(dossier: &Dossier<'_>) -> Option<Day> {
    limits::probation_ends(dossier.regulation(), dossier.day(Field::Ceremony)?)
}
