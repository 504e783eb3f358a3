//! The way to membership as steps (01-HD/TW of 2021 and 06-HD/TW of 2025, point 3): ten to
//! admission, then those of probation and recognition; how far a dossier is on each, what
//! is missing, from when to when each may be done, and who decides. What is wrong is found in
//! `checks::procedure`; what is to be done next over all dossiers is in `todo`.

use super::dossier::Dossier;
use super::{deadlines, limits};
use crate::domain::regulation::working_days::Limit;
use crate::domain::schema::choice::IntroducedBy;
use crate::domain::schema::field::Field;
use crate::domain::value::day::Day;

macro_rules! steps {
    ($($(#[$doc:meta])* $step:ident $number:literal $optional:literal $field:ident [$($more:ident)*] [$($form:literal)*];)+) => {
        /// A step on the way to membership.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Step { $($(#[$doc])* $step,)+ }

        impl Step {
            /// Every step in its order.
            pub const ALL: &'static [Step] = &[$(Step::$step,)+];

            /// Its number among the ten steps to admission; 0 outside of them.
            pub const fn number(self) -> u8 {
                match self { $(Step::$step => $number,)+ }
            }

            /// Whether it is left out in some places.
            pub const fn is_optional(self) -> bool {
                match self { $(Step::$step => $optional,)+ }
            }

            /// The day on which it was done.
            pub const fn field(self) -> Field {
                match self { $(Step::$step => Field::$field,)+ }
            }

            /// Other fields that the step fills in.
            pub const fn more(self) -> &'static [Field] {
                match self { $(Step::$step => &[$(Field::$more,)*],)+ }
            }

            /// Names of the forms that it needs, as rule sets have them.
            pub const fn forms(self) -> &'static [&'static str] {
                match self { $(Step::$step => &[$($form,)*],)+ }
            }
        }
    };
}

steps! {
    /// Found and introduced as a source.
    Source 0 true Introduced [] [];
    /// The awareness class and its certificate.
    Class 1 false Certificate [SentToClass] ["class"];
    /// The application.
    Application 2 false Application [] ["application"];
    /// The résumé.
    Resume 3 false Resume [] ["resume"];
    /// Verification of the applicant and near relatives.
    Verification 4 false SelfAnswered [SelfAsked] ["verification_papers"];
    /// Opinions of mass bodies and of the cell at home; who introduces.
    Opinions 5 false BodiesHeard [ResidenceHeard Introducer1 Introducer2] ["introduction" "opinions"];
    /// The cell's meeting and vote.
    Meeting 6 false CellMeeting [OfficialMembers Excused VotesFor] ["cell_resolution"];
    /// The dossier goes to the deciding body: what the cell itself has to do after its meeting.
    SentUp 0 false SentUp [] [];
    /// Appraisal by the committee between cell and base, where there is one.
    Branch 7 true BranchAppraisal [] ["branch_appraisal"];
    /// The base committee's resolution. A cell directly below the deciding body has none.
    Base 8 true BaseResolution [] ["base_resolution"];
    /// The decision.
    Decision 9 false Decision [DecisionNumber DecisionReceived] ["decision"];
    /// The ceremony: probation begins.
    Ceremony 10 false Ceremony [] [];
    /// The new member's own file.
    MemberFile 0 false MemberFile [] ["member_file" "member_card"];
    /// The class for new members.
    NewMemberClass 0 false NewMemberClass [] ["new_member_class"];
    /// The self-review at the end of probation.
    SelfReview 0 false SelfReview [] ["self_review"];
    /// The helping member's remark.
    HelperRemark 0 false HelperRemark [] ["helper_remark"];
    /// Opinions of mass bodies and of the home.
    ProbationOpinions 0 false ProbationOpinions [] ["probation_opinions"];
    /// The cell's meeting on recognition.
    RecognitionMeeting 0 false RecognitionMeeting [] ["recognition_cell"];
    /// Appraisal by the committee between, where there is one.
    RecognitionBranch 0 true RecognitionAppraisal [] ["recognition_branch"];
    /// The base committee's resolution.
    RecognitionBase 0 true RecognitionResolution [] ["recognition_base"];
    /// The decision on recognition.
    Recognition 0 false RecognitionDecision [Recognition] ["recognition"];
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepProgress {
    /// Done, on this day where it is known.
    Done(Option<Day>),
    /// What is to be done now.
    Next,
    /// Comes later.
    Later,
    /// Left out, as it may be.
    LeftOut,
    /// Not noted although a later step is.
    Gap,
}

/// A step of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// Which step.
    pub step: Step,
    /// How far it is.
    pub progress: StepProgress,
    /// Fields of it that are still empty.
    pub missing: Vec<Field>,
    /// First day on which it may be done, where something says so.
    pub earliest: Option<Day>,
    /// Last day on which it may be done.
    pub latest: Option<Limit>,
}

/// Every step with how far it is.
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
        } else if passed && is_told(dossier, step, last) {
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

/// The step to do now: the first that is asked for and not done, after the last one that decides
/// anything. Those between run side by side. `None` once everything is done.
pub fn next(dossier: &Dossier<'_>) -> Option<Step> {
    let decided = Step::ALL.iter().rposition(|step| step.decides() && is_done(dossier, *step));
    let mut after = Step::ALL.iter().skip(decided.map_or(0, |decided| decided + 1)).copied();
    after.find(|step| !step.is_optional() && !is_done(dossier, *step))
}

impl Step {
    /// Whether what comes before is behind the person once it is done.
    const fn decides(self) -> bool {
        matches!(self, Step::Meeting | Step::Decision | Step::Ceremony | Step::RecognitionMeeting | Step::Recognition)
    }
}

/// Whether a step is done.
pub fn is_done(dossier: &Dossier<'_>, step: Step) -> bool {
    match step {
        // A class that has to be taken again, before the cell has met.
        Step::Class => dossier.has(Field::Certificate),
        // A meeting may also be planned.
        Step::Meeting => dossier.has_met(),
        // The day of the signature alone makes nobody official.
        Step::Recognition => dossier.has(Field::Recognition),
        step => dossier.has(step.field()),
    }
}

/// Whether a step that was passed over is worth telling. Of somebody admitted long ago nobody
/// asks for every paper of the way.
fn is_told(dossier: &Dossier<'_>, step: Step, last: Option<usize>) -> bool {
    let recognised = last.and_then(|last| Step::ALL.get(last)) == Some(&Step::Recognition);
    let admitted = step < Step::MemberFile && dossier.has(Field::Ceremony);
    let kept = !matches!(step, Step::SentUp | Step::MemberFile);
    step.decides() || kept && !recognised && !admitted
}

/// Whether a field of a step is asked for in this dossier.
fn is_asked(dossier: &Dossier<'_>, field: Field) -> bool {
    let by_union = || {
        let by = dossier.chosen(Field::IntroducedBy).and_then(IntroducedBy::from_key);
        by.is_some_and(|by| by != IntroducedBy::Members)
    };
    match field {
        // With a union's committee one member introduces.
        Field::Introducer2 => !by_union(),
        Field::Excused | Field::SentToClass | Field::SelfAsked | Field::DecisionNumber => false,
        Field::ResidenceHeard => !dossier.is_of_home(),
        _ => true,
    }
}

/// First day on which a step may be done.
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

/// Last day of a step where no time limit in working days says so: the meeting while the
/// certificate is good and the applicant not too old.
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

/// The day on which the months of probation are over.
pub fn probation_ends(dossier: &Dossier<'_>) -> Option<Day> {
    limits::probation_ends(dossier.day(Field::Ceremony)?)
}
