//! What pages ask of the state about the way to membership: how many people are where on it, when one may count,
//! who decides. Lists of people are in `people`.

use super::selectors;
use super::state::State;
use crate::domain::admission::authority;
use crate::domain::admission::dossier::Dossier;
use crate::domain::calculator::outlook::{self, Outlook};
use crate::domain::ledger::candidate::Stage;
use crate::domain::schema::choice::{DecidingBody, Indicator};
use crate::domain::schema::entry;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;

/// How many people of the person's organization are where on the day asked about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stages {
    /// Followed, not admitted yet.
    pub followed: u64,
    /// Of them applied.
    pub applied: u64,
    /// Members on probation.
    pub probation: u64,
}

/// How many people are where; `None` while there is nobody. Whoever has no cell yet is counted too.
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

/// When a candidate may be admitted, looked at today.
pub fn may_be_admitted(state: &State, dossier: &Dossier<'_>) -> Option<Outlook> {
    outlook::outlook(&state.ledger, &dossier.candidate(), Indicator::Admissions, state.moment.today)
}

/// Who decides on an admission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deciding {
    /// The candidate's cell.
    pub cell: RecordId,
    /// The body.
    pub body: DecidingBody,
    /// Whether somebody has entered that, in the dossier or for the cell.
    pub is_set: bool,
    /// Whether there is such a body on that day.
    pub exists: bool,
}

/// Who decides: as the dossier says, else as is set for the cell on the day by which rules are chosen.
pub fn deciding(state: &State, dossier: &Dossier<'_>) -> Option<Deciding> {
    let cell = entry::reference(dossier.entries, Field::CandidateCell).filter(|cell| state.ledger.has(cell))?;
    let on = dossier.day(Field::Decision).unwrap_or_else(|| dossier.on());
    let named = dossier.chosen(Field::DecidedBy).and_then(DecidingBody::from_key);
    let (body, is_set) = named.map_or_else(|| authority::authority(&state.ledger, &cell, on), |body| (body, true));
    Some(Deciding { cell, body, is_set, exists: authority::exists(body, on) })
}
