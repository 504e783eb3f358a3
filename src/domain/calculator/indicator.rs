//! What each indicator counts, one row each; no other code distinguishes indicators by what they count. The counting
//! day of a candidate is in `ledger::candidate`, counting in `tally`.

use crate::domain::ledger::candidate::Candidate;
use crate::domain::schema::choice::Indicator;
use crate::domain::value::day::Day;

/// The kind of record that an indicator counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedKind {
    /// Candidates, by their counting day.
    Candidates(Waiting),
    /// Villages, by the day they had a member again.
    Villages,
    /// Organizations below the queried one, by foundation day.
    Organizations,
    /// Villages in a state on the as-of day: a level, whatever the period.
    Level,
}

/// Which candidates are shown as pending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// Those who applied and are not admitted.
    Applied,
    /// Those who were admitted and are not recognised.
    Admitted,
    /// None.
    Nobody,
}

impl CountedKind {
    /// The kind of record that `indicator` counts.
    pub const fn of(indicator: Indicator) -> CountedKind {
        match indicator {
            Indicator::Admissions => CountedKind::Candidates(Waiting::Applied),
            Indicator::Recognitions => CountedKind::Candidates(Waiting::Admitted),
            Indicator::Introductions | Indicator::Class => CountedKind::Candidates(Waiting::Nobody),
            Indicator::VillagesCleared => CountedKind::Villages,
            Indicator::CellsFounded => CountedKind::Organizations,
            Indicator::VillagesWithCell => CountedKind::Level,
        }
    }

    /// Whether candidates are counted, so that a forecast is possible.
    pub const fn are_candidates(self) -> bool {
        match self {
            CountedKind::Candidates(_) => true,
            CountedKind::Villages | CountedKind::Organizations | CountedKind::Level => false,
        }
    }
}

impl Waiting {
    /// The day since which a candidate is pending, if any.
    pub const fn since(self, candidate: &Candidate) -> Option<Day> {
        match self {
            Waiting::Applied => candidate.application,
            Waiting::Admitted => candidate.ceremony,
            Waiting::Nobody => None,
        }
    }
}
