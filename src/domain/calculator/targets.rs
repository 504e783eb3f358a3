//! Relations between targets: replaced targets, targets of other issuers, an organization's own plan. The progress of
//! one target is in `progress`.

use crate::domain::ledger::Ledger;
use crate::domain::ledger::records::Target;
use crate::domain::schema::choice::TargetOrigin;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::domain::value::letters::fold;

/// Whether two targets have the same organization, indicator and period.
fn same_thing(one: &Target, other: &Target) -> bool {
    one.organization.is_some()
        && one.organization == other.organization
        && one.indicator == other.indicator
        && one.period == other.period
}

/// Whether two targets are versions of the same one: also the same origin and issuer.
fn same_one(one: &Target, other: &Target) -> bool {
    let issuer = |target: &Target| fold(target.issuer.as_deref().unwrap_or_default());
    same_thing(one, other) && one.origin == other.origin && issuer(one) == issuer(other)
}

/// The target that has replaced `target` by `on`, if any.
#[inline(never)]
pub fn replaced_by<'a>(
    ledger: &'a Ledger,
    id: &RecordId,
    target: &Target,
    on: Day,
) -> Option<(&'a RecordId, &'a Target)> {
    // A target without a bound replaces nothing.
    let begun = |other: &Target| other.bound.is_some() && other.since.is_some_and(|since| since <= on);
    let all = target.organization.iter().flat_map(|organization| ledger.targets_of(organization));
    // Of two from the same day, the one with the higher id is in force.
    let found = all
        .filter(|(other, found)| (found.since, *other) > (target.since, id) && begun(found) && same_one(target, found));
    found.max_by_key(|(id, found)| (found.since, *id))
}

/// Whether a target is in force on `on`: it has begun and is not replaced.
#[inline(never)]
pub fn holds(ledger: &Ledger, id: &RecordId, target: &Target, on: Day) -> bool {
    target.since.is_none_or(|since| since <= on) && replaced_by(ledger, id, target, on).is_none()
}

/// Earlier versions of a target, latest first.
pub fn before<'a>(ledger: &'a Ledger, id: &RecordId, target: &Target) -> Vec<(&'a RecordId, &'a Target)> {
    let earlier = |other: &Target| other.since < target.since;
    let mut all: Vec<(&RecordId, &Target)> = Vec::new();
    for (other, found) in ledger.targets() {
        if other != id && earlier(found) && same_one(target, found) {
            // A handful of items; the standard sort would add 2 kB to the first visit.
            let place = all.iter().position(|(_, listed)| listed.since < found.since).unwrap_or(all.len());
            all.insert(place, (other, found));
        }
    }
    all
}

/// Other targets in force on `on` for the same organization, indicator and period: of other issuers, and the own plan.
pub fn beside<'a>(ledger: &'a Ledger, id: &RecordId, target: &Target, on: Day) -> Vec<(&'a RecordId, &'a Target)> {
    let other = |found: &Target| same_thing(target, found) && !same_one(target, found);
    let all = target.organization.iter().flat_map(|organization| ledger.targets_of(organization));
    all.filter(|(at, found)| *at != id && other(found) && holds(ledger, at, found, on)).collect()
}

impl Target {
    /// Whether it is the organization's own plan.
    pub fn is_own(&self) -> bool {
        self.origin == TargetOrigin::Own
    }
}
