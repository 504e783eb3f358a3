//! What each indicator counts: one row each, and no other place that tells indicators apart by what they count.
//! On which day a candidate counts is in `ledger::candidate`, counting in `tally`.

use crate::domain::ledger::candidate::Candidate;
use crate::domain::schema::choice::Indicator;
use crate::domain::value::day::Day;

/// The records that an indicator counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedKind {
    /// Candidates, on a day of their own.
    Candidates(Waiting),
    /// Villages, on the day on which they got a member again.
    Villages,
    /// Organizations below the one asked about, on the day on which they were founded.
    Organizations,
}

/// Who is told beside the number, as not counted yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// Whoever has applied and was not admitted.
    Applied,
    /// Whoever was admitted and is not recognised.
    Admitted,
    /// Nobody.
    Nobody,
}

impl CountedKind {
    /// What an indicator counts.
    pub const fn of(indicator: Indicator) -> CountedKind {
        match indicator {
            Indicator::Admissions => CountedKind::Candidates(Waiting::Applied),
            Indicator::Recognitions => CountedKind::Candidates(Waiting::Admitted),
            Indicator::Introductions | Indicator::Class => CountedKind::Candidates(Waiting::Nobody),
            Indicator::VillagesCleared => CountedKind::Villages,
            Indicator::CellsFounded => CountedKind::Organizations,
        }
    }

    /// Whether candidates lead to it, so that one can look ahead.
    pub const fn are_candidates(self) -> bool {
        match self {
            CountedKind::Candidates(_) => true,
            CountedKind::Villages | CountedKind::Organizations => false,
        }
    }
}

impl Waiting {
    /// Since when somebody waits; `None` while nothing was done that would be waited for.
    pub const fn since(self, candidate: &Candidate) -> Option<Day> {
        match self {
            Waiting::Applied => candidate.application,
            Waiting::Admitted => candidate.ceremony,
            Waiting::Nobody => None,
        }
    }
}
