//! Estimates for the end of a target's period: how many are sure, likely and possible to count, how many more have to
//! be found, and by when. The forecast for a single candidate is in `outlook`, counting is in `tally`.

use super::indicator::CountedKind;
use super::outlook::{Basis, Chance, Outlook};
use super::progress::{self, Forecast};
use crate::domain::admission::planning::Times;
use crate::domain::admission::procedure::Step;
use crate::domain::ledger::Ledger;
use crate::domain::ledger::records::Target;
use crate::domain::schema::choice::{CountingDay, Indicator};
use crate::domain::schema::id::RecordId;
use crate::domain::value::bound::Bound;
use crate::domain::value::day::{Day, Period};

/// A candidate who does not count yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The candidate.
    pub candidate: RecordId,
    /// When the candidate may count.
    pub outlook: Outlook,
    /// The chance of that by the end of the period.
    pub chance: Chance,
}

/// Estimated results at the end of a period. Each number includes the previous one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Counted already.
    pub counted: u64,
    /// Plus those sure to count.
    pub sure: u64,
    /// Plus those likely to count.
    pub likely: u64,
    /// Plus those who possibly count.
    pub possible: u64,
}

impl Range {
    /// Adds `counted` to every number.
    pub fn from(self, counted: u64) -> Range {
        let more = |number: u64| number.saturating_add(counted);
        Range {
            counted: more(self.counted),
            sure: more(self.sure),
            likely: more(self.likely),
            possible: more(self.possible),
        }
    }

    /// Adds candidates with the given chances to `counted`.
    fn of(counted: u64, chances: impl Iterator<Item = Chance>) -> Range {
        let mut range = Range { counted, sure: counted, likely: counted, possible: counted };
        for chance in chances {
            range.sure += u64::from(chance <= Chance::Sure);
            range.likely += u64::from(chance <= Chance::Likely);
            range.possible += u64::from(chance <= Chance::Possible);
        }
        range
    }
}

/// The estimate for a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// Estimated results.
    pub range: Range,
    /// How many more have to be found if all possible candidates count, and if only the likely ones do. `None` if the
    /// target is met or not computable.
    pub more: Option<(u64, u64)>,
    /// Whether any candidate is recorded.
    pub recorded: bool,
    /// Last days on which a new candidate may begin: with minimum and with usual durations.
    pub begin_by: Option<(Day, Day)>,
    /// The candidates who do not count yet, highest chance first.
    pub people: Vec<Person>,
}

/// The candidates of an organization and everything below it who do not count yet.
fn people<'a>(
    ledger: &'a Ledger,
    organization: &'a RecordId,
    indicator: Indicator,
    today: Day,
) -> impl Iterator<Item = (&'a RecordId, Outlook)> {
    let basis = Basis::new(ledger, organization, indicator, today);
    // Candidates of the same cell are adjacent.
    let mut known: Option<(&RecordId, Times)> = None;
    ledger.candidates_within(organization).filter_map(move |(id, candidate)| {
        let cell = candidate.cell.as_ref()?;
        if known.as_ref().is_none_or(|(of, _)| *of != cell) {
            known = Some((cell, Times::of(ledger, cell)));
        }
        let (_, times) = known.as_ref()?;
        Some((id, basis.outlook(candidate, times)?))
    })
}

/// Number of recorded candidates who could still count by the end of `period` with minimum durations. `None` if no
/// candidate is recorded. The prefix `deferred_` marks a function of the deferred chunk, since it uses the regulation
/// (docs/decisions/0014).
#[inline(never)]
pub fn deferred_could_follow(
    ledger: &Ledger,
    organization: &RecordId,
    indicator: Indicator,
    period: Period,
    today: Day,
) -> Option<u64> {
    ledger.candidates_within(organization).next()?;
    let may = people(ledger, organization, indicator, today);
    let may = may.filter(|(_, outlook)| outlook.is_for(period) && outlook.earliest <= period.last());
    Some(may.fold(0, |number, _| number + 1))
}

/// Estimated results of an organization for an indicator, where `counted` count already. `None` after the period, and
/// for indicators that do not count candidates.
pub fn range(
    ledger: &Ledger,
    organization: &RecordId,
    indicator: Indicator,
    period: Period,
    today: Day,
    counted: u64,
) -> Option<Range> {
    if today > period.last() || !CountedKind::of(indicator).are_candidates() {
        return None;
    }
    let people = people(ledger, organization, indicator, today).filter(|(_, outlook)| outlook.is_for(period));
    Some(Range::of(counted, people.map(|(_, outlook)| outlook.chance(period.last()))))
}

/// The estimate for a target. `None` if the target is incomplete, after its period, and for indicators that do not
/// count candidates.
pub fn estimate(ledger: &Ledger, target: &Target, today: Day) -> Option<Estimate> {
    let (organization, indicator) = (target.organization.as_ref()?, target.indicator?);
    let (period, bound) = (target.period?, target.bound?);
    if today > period.last() || !CountedKind::of(indicator).are_candidates() {
        return None;
    }
    let progress = progress::progress(ledger, target, today, Forecast::Off)?;
    let mut people: Vec<Person> = people(ledger, organization, indicator, today)
        .map(|(id, outlook)| Person { candidate: id.clone(), outlook, chance: outlook.chance(period.last()) })
        .collect();
    people.retain(|person| person.outlook.is_for(period));
    people.sort_by_key(|person| (person.chance, person.outlook.likely.unwrap_or(Day::LAST), person.outlook.earliest));
    let range = Range::of(progress.counted, people.iter().map(|person| person.chance));
    let asked = match bound {
        Bound::Range { least, .. } => Some(u64::from(least)),
        Bound::Exactly(_) | Bound::AtLeast(_) | Bound::PercentOfBase { .. } => {
            progress.lower.map(|lower| lower.ceiling())
        }
    };
    let asked = asked.filter(|asked| progress.counted < *asked);
    Some(Estimate {
        more: asked.map(|asked| (asked.saturating_sub(range.possible), asked.saturating_sub(range.likely))),
        recorded: ledger.candidates_within(organization).next().is_some(),
        range,
        begin_by: asked.and_then(|_| begin_by(ledger, organization, indicator, period)),
        people,
    })
}

/// The last days on which a new candidate may begin in order to be admitted within `period`.
fn begin_by(ledger: &Ledger, organization: &RecordId, indicator: Indicator, period: Period) -> Option<(Day, Day)> {
    if indicator != Indicator::Admissions {
        return None;
    }
    let by_decision = ledger.counting_day(organization) == CountingDay::Decision;
    let times = Times::of(ledger, organization);
    let (mut least, mut usual) = (0, 0);
    for row in times.rows().filter(|row| !(by_decision && row.step == Step::Ceremony)) {
        least += i64::from(row.least);
        usual += i64::from(row.usual);
    }
    Some((period.last().plus_days(-least)?, period.last().plus_days(-usual)?))
}
