//! Relations between targets: replaced targets, targets of other issuers, an organization's own plan, targets handed over
//! with a merger. The progress of
//! one target is in `progress`.

use crate::domain::ledger::Ledger;
use crate::domain::ledger::life::{Basis, Tree};
use crate::domain::ledger::records::Target;
use crate::domain::schema::choice::TargetOrigin;
use crate::domain::schema::id::RecordId;
use crate::domain::value::bound::Bound;
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

/// The ledger by which a target is counted: one that takes over the targets of merged organizations counts their results
/// too, whatever tree is chosen.
pub(super) fn counted_by<'a>(ledger: &'a Ledger, target: &Target) -> &'a Ledger {
    let Tree { basis, day } = ledger.by_tree();
    if target.takes_over && basis == Basis::Then && ledger.has_events() { ledger.on(day) } else { ledger }
}

/// The targets of ended organizations that this one's organization continues, for the same indicator in an overlapping
/// period: what it takes over, or would count again.
pub fn merged_into<'a>(ledger: &'a Ledger, target: &Target) -> Vec<(&'a RecordId, &'a Target)> {
    let Some((organization, period)) = target.organization.as_ref().zip(target.period) else { return Vec::new() };
    let mut found = Vec::new();
    for ended in ledger.ended().iter().filter(|ended| ledger.heir(ended) == organization) {
        let same = |other: &Target| {
            other.indicator == target.indicator && other.period.is_some_and(|other| other.overlaps(period))
        };
        found.extend(ledger.targets_of(ended).filter(|(_, other)| same(other) && !other.is_own()));
    }
    found
}

/// The target of the organization that continues an ended one, which takes over this target.
pub fn handed_to<'a>(ledger: &'a Ledger, target: &Target) -> Option<(&'a RecordId, &'a Target)> {
    let (organization, period) = target.organization.as_ref().zip(target.period)?;
    let heir = Some(ledger.heir(organization)).filter(|heir| *heir != organization)?;
    ledger.targets_of(heir).find(|(_, other)| {
        other.takes_over
            && other.indicator == target.indicator
            && other.period.is_some_and(|other| other.overlaps(period))
    })
}

/// What the organization that continues an ended one would be asked if it took over this target and those like it of the
/// others that are part of it: their sum. `None` if they cannot be added.
pub fn sum_to_hand<'a>(ledger: &'a Ledger, target: &'a Target) -> Option<(&'a RecordId, Bound)> {
    let organization = target.organization.as_ref()?;
    let heir = Some(ledger.heir(organization)).filter(|heir| *heir != organization)?;
    let like = Target { organization: Some(heir.clone()), ..target.clone() };
    let (mut sum, mut least) = (0_u32, false);
    for (_, other) in merged_into(ledger, &like).into_iter().filter(|(_, other)| other.period == target.period) {
        match other.bound? {
            Bound::Exactly(count) => sum = sum.checked_add(count)?,
            Bound::AtLeast(count) => (sum, least) = (sum.checked_add(count)?, true),
            Bound::Range { .. } | Bound::PercentOfBase { .. } => return None,
        }
    }
    Some((heir, if least { Bound::AtLeast(sum) } else { Bound::Exactly(sum) }))
}

impl Target {
    /// Whether it is the organization's own plan.
    pub fn is_own(&self) -> bool {
        self.origin == TargetOrigin::Own
    }
}
