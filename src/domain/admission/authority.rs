//! Which body decides on admissions of an organization on a day, and which bodies exist. The settings are records, see
//! `ledger::office`.

use crate::domain::ledger::Ledger;
use crate::domain::regulation::{Key, Regulation};
use crate::domain::schema::choice::DecidingBody;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;

/// The body that decides on admissions of an organization on `on`, and whether that was set for it or an ancestor.
/// The default is the standing committee of the district, since 1 July 2025 that of the commune, since 26 July 2026 that
/// of the base committee (208-QĐ/TW), which in a commune is the same people.
pub fn authority(ledger: &Ledger, organization: &RecordId, on: Day) -> (DecidingBody, bool) {
    let regulation = ledger.regulation();
    let set = |at: &RecordId| {
        let own = ledger.authorities().filter(|(_, found)| found.organization.as_ref() == Some(at));
        let own = own.filter_map(|(_, found)| Some((found.from.filter(|from| *from <= on)?, found.body?)));
        own.max_by_key(|(from, _)| *from).map(|(_, body)| body)
    };
    // A setting with a body that no longer exists gives way to a valid one further up.
    let there = |body: &DecidingBody| exists(regulation, *body, on);
    let found = ledger.line(organization).filter_map(set).find(there);
    if let Some(body) = found.or_else(|| ledger.line(organization).find_map(set)) {
        return (body, true);
    }
    let holds = |key| regulation.in_force(key, on).is_some_and(|rule| rule.cited.value == 1);
    let body = if holds(Key::BaseStandingDecides) {
        DecidingBody::BaseStanding
    } else if holds(Key::DistrictEnded) {
        DecidingBody::Commune
    } else {
        DecidingBody::District
    };
    (body, false)
}

/// Whether such bodies exist on `on` and may decide.
pub fn exists(regulation: &Regulation, body: DecidingBody, on: Day) -> bool {
    let holds = |key| regulation.in_force(key, on).is_some_and(|rule| rule.cited.value == 1);
    match body {
        DecidingBody::District => !holds(Key::DistrictEnded),
        // Since 208-QĐ/TW it is the standing committee of a base committee.
        DecidingBody::Commune => holds(Key::DistrictEnded),
        DecidingBody::Base => !holds(Key::BaseStandingDecides),
        DecidingBody::BaseStanding => holds(Key::BaseStandingDecides),
        DecidingBody::Province | DecidingBody::Forces => true,
    }
}
