//! Which body decides on admissions of an organization on a day, and which bodies exist. The settings are records, see
//! `ledger::office`.

use crate::domain::ledger::Ledger;
use crate::domain::regulation::{Key, in_force};
use crate::domain::schema::choice::DecidingBody;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;

/// The body that decides on admissions of an organization on `on`, and whether that was set for it or an ancestor.
/// The default is the standing committee of the district, since 1 July 2025 that of the commune; no text read so far
/// says so in these words.
pub fn authority(ledger: &Ledger, organization: &RecordId, on: Day) -> (DecidingBody, bool) {
    let set = |at: &RecordId| {
        let own = ledger.authorities().filter(|(_, found)| found.organization.as_ref() == Some(at));
        let own = own.filter_map(|(_, found)| Some((found.from.filter(|from| *from <= on)?, found.body?)));
        own.max_by_key(|(from, _)| *from).map(|(_, body)| body)
    };
    // A setting with a body that no longer exists gives way to a valid one further up.
    let there = |body: &DecidingBody| exists(*body, on);
    let found = ledger.line(organization).filter_map(set).find(there);
    if let Some(body) = found.or_else(|| ledger.line(organization).find_map(set)) {
        return (body, true);
    }
    let commune = in_force(Key::DistrictEnded, on).is_some();
    (if commune { DecidingBody::Commune } else { DecidingBody::District }, false)
}

/// Whether such bodies exist on `on`.
pub fn exists(body: DecidingBody, on: Day) -> bool {
    match body {
        DecidingBody::District => in_force(Key::DistrictEnded, on).is_none(),
        DecidingBody::Commune => in_force(Key::CommuneDecides, on).is_some(),
        DecidingBody::Base | DecidingBody::Province | DecidingBody::Forces => true,
    }
}
