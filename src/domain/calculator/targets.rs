//! Targets beside each other: one that took the place of another, those of other issuers, an organization's
//! own plan. How a single one stands is in `progress`.

use crate::domain::ledger::Ledger;
use crate::domain::ledger::records::Target;
use crate::domain::schema::choice::TargetOrigin;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::domain::value::letters::fold;

/// Whether two targets are about the same thing: organization, indicator and period.
fn same_thing(one: &Target, other: &Target) -> bool {
    one.organization.is_some()
        && one.organization == other.organization
        && one.indicator == other.indicator
        && one.period == other.period
}

/// Whether two targets are the same one at different times: about the same thing, from the same issuer.
fn same_one(one: &Target, other: &Target) -> bool {
    let issuer = |target: &Target| fold(target.issuer.as_deref().unwrap_or_default());
    same_thing(one, other) && one.origin == other.origin && issuer(one) == issuer(other)
}

/// The target that has taken the place of this one by a day.
#[inline(never)]
pub fn replaced_by<'a>(
    ledger: &'a Ledger,
    id: &RecordId,
    target: &Target,
    on: Day,
) -> Option<(&'a RecordId, &'a Target)> {
    // One whose number is still to be filled in takes nobody's place.
    let begun = |other: &Target| other.bound.is_some() && other.since.is_some_and(|since| since <= on);
    let all = target.organization.iter().flat_map(|organization| ledger.targets_of(organization));
    // Of two of one day the one with the later id holds.
    let found = all
        .filter(|(other, found)| (found.since, *other) > (target.since, id) && begun(found) && same_one(target, found));
    found.max_by_key(|(id, found)| (found.since, *id))
}

/// Whether a target holds on a day: it has begun to, and none has taken its place.
#[inline(never)]
pub fn holds(ledger: &Ledger, id: &RecordId, target: &Target, on: Day) -> bool {
    target.since.is_none_or(|since| since <= on) && replaced_by(ledger, id, target, on).is_none()
}

/// What a target was before it was changed, the latest first.
pub fn before<'a>(ledger: &'a Ledger, id: &RecordId, target: &Target) -> Vec<(&'a RecordId, &'a Target)> {
    let earlier = |other: &Target| other.since < target.since;
    let mut all: Vec<(&RecordId, &Target)> = Vec::new();
    for (other, found) in ledger.targets() {
        if other != id && earlier(found) && same_one(target, found) {
            // There are a handful; sorting them by the library would be 2 kB of the first visit.
            let place = all.iter().position(|(_, listed)| listed.since < found.since).unwrap_or(all.len());
            all.insert(place, (other, found));
        }
    }
    all
}

/// The targets of others for the same thing that hold on a day: other issuers, and the own plan.
pub fn beside<'a>(ledger: &'a Ledger, id: &RecordId, target: &Target, on: Day) -> Vec<(&'a RecordId, &'a Target)> {
    let other = |found: &Target| same_thing(target, found) && !same_one(target, found);
    let all = target.organization.iter().flat_map(|organization| ledger.targets_of(organization));
    all.filter(|(at, found)| *at != id && other(found) && holds(ledger, at, found, on)).collect()
}

impl Target {
    /// Whether the organization set it itself.
    pub fn is_own(&self) -> bool {
        self.origin == TargetOrigin::Own
    }
}
