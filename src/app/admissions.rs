//! Queries on the way to membership: how many people are at which stage, when one may be admitted,
//! and who decides. Lists of people are in `people`.

use super::selectors;
use super::state::State;
use crate::domain::admission::authority;
use crate::domain::admission::dossier::Dossier;
use crate::domain::calculator::outlook::{self, Outlook};
use crate::domain::ledger::candidate::Stage;
use crate::domain::schema::choice::{DecidingBody, Indicator};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;

/// Number of people at each stage in the user's organization on the as-of day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stages {
    /// Followed, not yet admitted.
    pub followed: u64,
    /// Those of them who have applied.
    pub applied: u64,
    /// Probationary members.
    pub probation: u64,
}

/// The number of people at each stage, including those without a cell; `None` if there is nobody.
pub fn stages(state: &State) -> Option<Stages> {
    state.ledger.candidates().next()?;
    let home = selectors::home(state)?;
    let here = |cell: &Option<RecordId>| cell.as_ref().is_none_or(|cell| state.ledger.is_within(cell, &home));
    let as_of = state.as_of_day();
    let mut found = Stages::default();
    let open = state.ledger.candidates().filter(|(_, candidate)| !candidate.has_ended(as_of));
    for (_, candidate) in open.filter(|(_, candidate)| here(&candidate.cell)) {
        let stage = candidate.stage(as_of);
        found.followed += u64::from(stage < Stage::Admitted);
        found.applied += u64::from(stage >= Stage::Applied && stage < Stage::Admitted);
        found.probation += u64::from(stage == Stage::Admitted);
    }
    Some(found)
}

/// When a candidate may be admitted, as of today.
pub fn may_be_admitted(state: &State, dossier: &Dossier<'_>) -> Option<Outlook> {
    outlook::outlook(&state.ledger, &dossier.candidate(), Indicator::Admissions, state.moment.today)
}

/// The body that decides on an admission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deciding {
    /// The candidate's cell.
    pub cell: RecordId,
    /// The deciding body.
    pub body: DecidingBody,
    /// Whether it was entered explicitly, in the dossier or for the cell.
    pub is_set: bool,
    /// Whether such a body exists on that day.
    pub exists: bool,
}

/// The deciding body: as entered in the dossier, or else as set for the cell on the day that selects the rules.
pub fn deciding(state: &State, dossier: &Dossier<'_>) -> Option<Deciding> {
    let cell = dossier.cell().filter(|cell| state.ledger.has(cell))?;
    let on = dossier.day(Field::Decision).unwrap_or_else(|| dossier.on());
    let named = dossier.chosen(Field::DecidedBy).and_then(DecidingBody::from_key);
    let (body, is_set) = named.map_or_else(|| authority::authority(&state.ledger, &cell, on), |body| (body, true));
    Some(Deciding { cell, body, is_set, exists: authority::exists(state.ledger.regulation(), body, on) })
}
