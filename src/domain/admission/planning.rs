//! Typed planning records of a committee: durations of the steps, surveys of source groups, emulation points. They are
//! used by `calculator::forecast`, `sources` and `emulation`.

use super::procedure::Step;
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::SourceGroup;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::domain::value::ratio::Ratio;

/// Duration of a step in days after the previous one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// The step.
    pub step: Step,
    /// The field of the usual duration.
    pub usual_field: Field,
    /// The field of the minimum duration.
    pub least_field: Field,
    /// Usual days, if not entered.
    pub usual: u32,
    /// Minimum days, if not entered.
    pub least: u32,
}

macro_rules! durations {
    ($($step:ident $usual_field:ident $usual:literal $least_field:ident $least:literal;)+) => {
        /// The steps to admission that take time, in order. The numbers are assumptions of this program without
        /// a source; a committee can enter its own.
        pub const ASSUMED: &[Duration] = &[$(Duration {
            step: Step::$step,
            usual_field: Field::$usual_field,
            least_field: Field::$least_field,
            usual: $usual,
            least: $least,
        },)+];
    };
}

durations! {
    Class UsualClass 90 LeastClass 14;
    Application UsualApplication 30 LeastApplication 1;
    Resume UsualResume 30 LeastResume 3;
    Verification UsualVerification 45 LeastVerification 7;
    Opinions UsualOpinions 14 LeastOpinions 3;
    Meeting UsualMeeting 14 LeastMeeting 1;
    Decision UsualDecision 45 LeastDecision 7;
    Ceremony UsualCeremony 14 LeastCeremony 1;
}

/// A table of durations as entered; missing numbers are inherited.
#[doc(alias = "thời gian các bước")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Durations {
    /// The organization; applies to everything below it without a table of its own.
    pub organization: Option<RecordId>,
    /// Usual and minimum days, in the order of [`ASSUMED`].
    entered: Vec<(Option<u32>, Option<u32>)>,
}

/// The durations that apply to an organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Times(Vec<Duration>);

/// Number of people in each source group that a cell knows of, never their names.
#[doc(alias = "khảo sát nguồn")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// The organization surveyed.
    pub organization: Option<RecordId>,
    /// Day of the survey.
    pub day: Option<Day>,
    /// Number per group; groups without one were not surveyed.
    pub known: Vec<(SourceGroup, u32)>,
}

/// How emulation points are calculated.
#[doc(alias = "điểm thi đua")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Points {
    /// The organization; applies to everything below it without a table of its own.
    pub organization: Option<RecordId>,
    /// Points for each percent of the target.
    pub per_percent: Option<Ratio>,
    /// Points for each admission.
    pub per_admission: Option<Ratio>,
    /// Points deducted if nobody was admitted.
    pub without_any: Option<Ratio>,
    /// Maximum number of points.
    pub most: Option<Ratio>,
}

/// The survey field of a group.
pub const fn known_field(group: SourceGroup) -> Field {
    match group {
        SourceGroup::YouthUnion => Field::KnownYouthUnion,
        SourceGroup::Soldiers => Field::KnownSoldiers,
        SourceGroup::Graduates => Field::KnownGraduates,
        SourceGroup::Students => Field::KnownStudents,
        SourceGroup::Women => Field::KnownWomen,
        SourceGroup::Minorities => Field::KnownMinorities,
        SourceGroup::Believers => Field::KnownBelievers,
        SourceGroup::VillageOfficers => Field::KnownVillageOfficers,
        SourceGroup::HealthAndSchool => Field::KnownHealthAndSchool,
        SourceGroup::Workers => Field::KnownWorkers,
        SourceGroup::Away => Field::KnownAway,
    }
}

impl Durations {
    /// Reads the typed values of the record.
    pub fn read(entries: &dyn Entries) -> Durations {
        let days = |field| entry::count(entries, field);
        Durations {
            organization: entry::reference(entries, Field::DurationsOrganization),
            entered: ASSUMED.iter().map(|row| (days(row.usual_field), days(row.least_field))).collect(),
        }
    }
}

impl Durations {
    /// All tables as entered.
    pub fn entered(ledger: &Ledger) -> impl Iterator<Item = (&RecordId, Durations)> {
        ledger.unparsed(RecordKind::Durations).map(|(id, texts)| (id, Durations::read(texts)))
    }
}

impl Times {
    /// The durations of an organization: each number is its own, else that of the nearest ancestor, else the
    /// assumption.
    pub fn of(ledger: &Ledger, organization: &RecordId) -> Times {
        let mut times = ASSUMED.to_vec();
        let entered: Vec<(&RecordId, Durations)> = Durations::entered(ledger).collect();
        let above: Vec<&RecordId> = ledger.line(organization).collect();
        for at in above.into_iter().rev() {
            // Of two tables for one organization the first one applies, which is the one that pages open.
            if let Some((_, found)) = entered.iter().find(|(_, found)| found.organization.as_ref() == Some(at)) {
                for (row, (usual, least)) in times.iter_mut().zip(&found.entered) {
                    row.usual = usual.unwrap_or(row.usual);
                    row.least = least.unwrap_or(row.least);
                }
            }
        }
        for row in &mut times {
            // A usual duration below the minimum lowers the minimum too.
            row.least = row.least.min(row.usual);
        }
        Times(times)
    }

    /// The duration of each step.
    pub fn rows(&self) -> impl Iterator<Item = &Duration> {
        self.0.iter()
    }
}

impl Survey {
    /// Reads the typed values of the record.
    pub fn read(entries: &dyn Entries) -> Survey {
        let known = SourceGroup::ALL.iter().copied();
        Survey {
            organization: entry::reference(entries, Field::SurveyOrganization),
            day: entry::day(entries, Field::SurveyDay),
            known: known.filter_map(|group| Some((group, entry::count(entries, known_field(group))?))).collect(),
        }
    }
}

impl Survey {
    /// All surveys.
    pub fn entered(ledger: &Ledger) -> impl Iterator<Item = (&RecordId, Survey)> {
        ledger.unparsed(RecordKind::Survey).map(|(id, texts)| (id, Survey::read(texts)))
    }
}

impl Points {
    /// Reads the typed values of the record.
    pub fn read(entries: &dyn Entries) -> Points {
        let points = |field| entry::decimal(entries, field);
        Points {
            organization: entry::reference(entries, Field::PointsOrganization),
            per_percent: points(Field::PointsPerPercent),
            per_admission: points(Field::PointsPerAdmission),
            without_any: points(Field::PointsWithoutAny),
            most: points(Field::PointsMost),
        }
    }

    /// All tables as entered.
    pub fn entered(ledger: &Ledger) -> impl Iterator<Item = (&RecordId, Points)> {
        ledger.unparsed(RecordKind::Points).map(|(id, texts)| (id, Points::read(texts)))
    }

    /// The table that applies to an organization: its own, else that of the nearest ancestor.
    pub fn of(ledger: &Ledger, organization: &RecordId) -> Option<Points> {
        let own = |at: &RecordId| Points::entered(ledger).find(|(_, found)| found.organization.as_ref() == Some(at));
        ledger.line(organization).find_map(own).map(|(_, found)| found)
    }
}
