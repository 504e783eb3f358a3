//! Checking a single claim: the mismatches and their most likely causes.

use super::{Claim, Figure, Near, Reached, Slip};
use crate::domain::calculator::figures::{growth, share};
use crate::domain::value::ratio::Ratio;

/// All mismatches of a claim.
pub fn slips(claim: &Claim) -> Vec<Slip> {
    match claim {
        Claim::Equation { left, right, terms, decimals, members, pending } => {
            equation(*left, *right, *terms, *decimals, *members, *pending).into_iter().collect()
        }
        Claim::Share { part, whole, given, near } => match share(*part, *whole) {
            None => vec![Slip::NoBase],
            Some(ratio) => {
                let mut slips: Vec<Slip> =
                    if part > whole && given.is_none() { vec![Slip::BeyondWhole] } else { Vec::new() };
                slips.extend(given.filter(|given| !fits(*given, ratio, *near)).map(|_| Slip::PercentDiffers(ratio)));
                slips
            }
        },
        Claim::Target { done, targets, pending, given } => target(*done, targets, *pending, *given),
        Claim::Growth { old, new, months, given, near, falls } => {
            let Some(ratio) = growth(*old, *new) else { return vec![Slip::NoBase] };
            let mut slips = Vec::new();
            if *falls && new > old {
                slips.push(Slip::Rises);
            }
            let size = if ratio.rounded(1_000_000) < 0 { ratio.times(-1, 1).unwrap_or(ratio) } else { ratio };
            if let Some(given) = given.filter(|given| !fits(*given, size, *near)) {
                // Computed from the new number by mistake.
                let of_new = share(new.abs_diff(*old), *new).filter(|of_new| fits(given, *of_new, *near));
                slips.push(of_new.map_or(Slip::PercentDiffers(ratio), |_| Slip::WrongBase(ratio)));
            }
            if let Some((before, after)) = months.filter(|(before, after)| before != after) {
                slips.extend(per_month(*old, *new, before, after));
            }
            slips
        }
        Claim::Within { inner, outer } => {
            if inner > outer {
                vec![Slip::BeyondWhole]
            } else {
                Vec::new()
            }
        }
        Claim::Villages { no_member, no_organization } if no_member > no_organization => {
            vec![Slip::NestedReversed { apart: no_member.saturating_add(*no_organization) }]
        }
        Claim::Villages { .. } => Vec::new(),
        Claim::Cut { until, other } => {
            if other > until {
                vec![Slip::AfterCut]
            } else {
                Vec::new()
            }
        }
        Claim::Document(_) => vec![Slip::DocumentStyle],
        Claim::Targets(_) => vec![Slip::SeveralTargets],
    }
}

/// Whether a given percentage matches `ratio` to the precision claimed.
fn fits(given: Figure, ratio: Ratio, near: Near) -> bool {
    let percent = ratio.rounded(100_000);
    let written = given.value.rounded(1000);
    match near {
        Near::Exactly => given.is(ratio),
        Near::Below => given.is(ratio) || (percent < written && written - percent <= 1000),
        Near::Above => given.is(ratio) || (percent > written && percent - written < 10_000),
    }
}

fn equation(left: Ratio, right: Ratio, terms: usize, decimals: u32, members: bool, pending: u64) -> Option<Slip> {
    let difference = right.times(-1, 1).and_then(|right| left.plus(right))?;
    if difference.is_zero() {
        return None;
    }
    // Each rounded part may be off by half a unit in its last place.
    let scale = 10u32.pow(decimals.min(3));
    let most = i64::try_from(terms).unwrap_or(i64::MAX);
    if decimals > 0 && difference.rounded(scale * 10).saturating_abs() <= most.saturating_mul(5) {
        return Some(Slip::Rounded(difference));
    }
    let size = difference.rounded(1).unsigned_abs();
    if pending > 0 && difference.is_whole() && size == pending {
        return Some(Slip::PendingCounted(pending));
    }
    Some(match (members, difference.rounded(1)) {
        (true, 1..) => Slip::LossesMissing(size),
        (true, ..=0) => Slip::AdditionsMissing(size),
        _ => Slip::SidesDiffer(difference),
    })
}

fn target(done: u64, targets: &[(u64, u64)], pending: u64, given: Option<(Reached, Figure)>) -> Vec<Slip> {
    let mut slips = Vec::new();
    let unlike = targets.split_first().is_some_and(|(first, rest)| rest.iter().any(|other| other != first));
    if unlike {
        slips.push(Slip::SeveralTargets);
    }
    let Some((least, _)) = targets.first().copied() else { return slips };
    let Some(reached) = share(done, least) else {
        slips.push(Slip::NoBase);
        return slips;
    };
    let beyond = |reached: Ratio| reached.plus(Ratio::whole(1).times(-1, 1)?);
    let of = |kind: Reached, reached: Ratio| if kind == Reached::Beyond { beyond(reached) } else { Some(reached) };
    if let Some((kind, given)) = given {
        let fits_some = targets.iter().any(|(least, most)| {
            let ends = [*least, *most].into_iter().filter_map(|end| share(done, end));
            ends.filter_map(|reached| of(kind, reached)).any(|ratio| given.is(ratio))
        });
        if !fits_some {
            let with = share(done.saturating_add(pending), least).and_then(|reached| of(kind, reached));
            let waits = pending > 0 && with.is_some_and(|ratio| given.is(ratio));
            let differs = Slip::PercentDiffers(of(kind, reached).unwrap_or(reached));
            slips.push(if waits { Slip::PendingCounted(pending) } else { differs });
        }
    } else if pending > 0 && done == pending {
        // As many results as pending dossiers: most likely the same ones.
        slips.push(Slip::PendingCounted(pending));
    }
    slips
}

fn per_month(old: u64, new: u64, before: u64, after: u64) -> Option<Slip> {
    let (before_months, after_months) = (i64::try_from(before).ok()?, i64::try_from(after).ok()?);
    let old = Ratio::new(i64::try_from(old).ok()?, before_months)?;
    let new = Ratio::new(i64::try_from(new).ok()?, after_months)?;
    let per_month = new.divided_by(old)?.plus(Ratio::whole(1).times(-1, 1)?)?;
    Some(Slip::UnlikePeriods { old: before, new: after, per_month })
}
