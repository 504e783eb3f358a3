//! What a target may come to by the end of its period: who is sure to count, who is likely to, who still may,
//! how many more must be found and by when. An estimate. When a single person may count is in `outlook`,
//! what counts already in `tally`.

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

/// A person who does not count yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The candidate.
    pub candidate: RecordId,
    /// When the person may count.
    pub outlook: Outlook,
    /// How likely that is by the end of the period.
    pub chance: Chance,
}

/// What something may come to by the end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Counted already.
    pub counted: u64,
    /// With those who will count for sure.
    pub sure: u64,
    /// With those who are likely to.
    pub likely: u64,
    /// With those who still may.
    pub possible: u64,
}

impl Range {
    /// The same with so many more counted.
    pub fn from(self, counted: u64) -> Range {
        let more = |number: u64| number.saturating_add(counted);
        Range {
            counted: more(self.counted),
            sure: more(self.sure),
            likely: more(self.likely),
            possible: more(self.possible),
        }
    }

    /// What people with these chances add to what is counted.
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

/// What a target may come to by the end of its period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// What it may come to.
    pub range: Range,
    /// How many more must be found: if everybody makes it who may, and if only those do who are likely to.
    /// `None` where the target cannot be worked out, or is met.
    pub more: Option<(u64, u64)>,
    /// Whether anybody is recorded to look ahead with.
    pub recorded: bool,
    /// Last days on which somebody new may begin: with the shortest times, and with the usual ones.
    pub begin_by: Option<(Day, Day)>,
    /// Everybody who does not count yet, the likeliest first.
    pub people: Vec<Person>,
}

/// Every candidate of an organization, and of everything below it, who does not count yet.
fn people<'a>(
    ledger: &'a Ledger,
    organization: &'a RecordId,
    indicator: Indicator,
    today: Day,
) -> impl Iterator<Item = (&'a RecordId, Outlook)> {
    let basis = Basis::new(ledger, organization, indicator, today);
    // Candidates of one cell come one after the other.
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

/// How many recorded candidates may still count by the end of a period, in the shortest times; `None`
/// where no candidate is recorded. Named for the part of the program that it is in: it reads the
/// regulation (docs/decisions/0014).
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

/// What an organization may come to for an indicator in a period of which `counted` are counted. `None`
/// once the period is over, and for what no candidate leads to.
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

/// What a target may come to. `None` while it is incomplete, once its period is over, and for what no
/// candidate leads to.
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
        _ => progress.lower.map(|lower| lower.ceiling()),
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

/// The last days on which somebody new may begin to be admitted within a period.
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
