//! The movement of members over a period: A at the beginning, B additions, C losses, D at the end, and the difference
//! that these leave unexplained (form 1-BTCTW: A + B − C = D). Membership on a day is in `ledger::members`, cells with
//! too few members are in `weak`.

use super::tally::{self, Query};
use crate::domain::ledger::Ledger;
use crate::domain::ledger::members;
use crate::domain::ledger::records::Headcount;
use crate::domain::schema::choice::{Arrival, Indicator, Standing};
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::{Day, Period};

/// Why a number of members changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Admitted.
    Admitted,
    /// Transferred in.
    MovedIn,
    /// Membership restored.
    Restored,
    /// Became official; an addition to the official members.
    BecameOfficial,
    /// Died.
    Died,
    /// Expelled.
    Expelled,
    /// Struck off the list.
    Struck,
    /// Left on request.
    Left,
    /// Transferred out.
    MovedOut,
    /// Became official; a loss to those on probation.
    NoLongerOnProbation,
}

impl Cause {
    /// All causes, additions first.
    pub const ALL: [Cause; 10] = [
        Cause::Admitted,
        Cause::MovedIn,
        Cause::Restored,
        Cause::BecameOfficial,
        Cause::Died,
        Cause::Expelled,
        Cause::Struck,
        Cause::Left,
        Cause::MovedOut,
        Cause::NoLongerOnProbation,
    ];

    /// Whether it is an addition.
    pub const fn adds(self) -> bool {
        matches!(self, Cause::Admitted | Cause::MovedIn | Cause::Restored | Cause::BecameOfficial)
    }

    /// The cause for a standing, if it ends membership in the cell.
    const fn of(standing: Standing) -> Option<Cause> {
        Some(match standing {
            Standing::Died => Cause::Died,
            Standing::Expelled => Cause::Expelled,
            Standing::Struck => Cause::Struck,
            Standing::Left => Cause::Left,
            Standing::Moved => Cause::MovedOut,
            Standing::Active | Standing::Exempt | Standing::Away => return None,
        })
    }
}

/// The members whose movement is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// All members.
    All,
    /// Official members.
    Official,
    /// Members on probation.
    Probation,
}

impl Of {
    /// The columns of the statement.
    pub const ALL: [Of; 3] = [Of::All, Of::Official, Of::Probation];

    /// The number in a headcount, if it distinguishes these members.
    pub(super) fn counted(self, headcount: &Headcount) -> Option<u64> {
        let all = headcount.members?;
        Some(u64::from(match self {
            Of::All => all,
            Of::Official => all.saturating_sub(headcount.probation?),
            Of::Probation => headcount.probation?,
        }))
    }

    fn listed(self, count: members::Count) -> u64 {
        u64::from(match self {
            Of::All => count.all(),
            Of::Official => count.official,
            Of::Probation => count.probation,
        })
    }

    /// Whether a member who is official, or not, at the time belongs to these.
    const fn means(self, official: bool) -> bool {
        match self {
            Of::All => true,
            Of::Official => official,
            Of::Probation => !official,
        }
    }
}

/// The movement of an organization and everything below it over a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// A: members at the beginning, with the day of the count.
    pub begin: Option<(Day, u64)>,
    /// D: members at the end, with the day of the count.
    pub end: Option<(Day, u64)>,
    /// Number per cause.
    pub causes: [(Cause, u64); 10],
    /// D − (A + B − C), if both counts are from the ends of the period: the part that no record explains.
    pub unexplained: Option<i64>,
    /// Whether any member is entered; otherwise losses are unknown.
    pub recorded: bool,
}

impl Movement {
    /// B: sum of the additions.
    pub fn up(&self) -> u64 {
        self.causes.iter().filter(|(cause, _)| cause.adds()).map(|(_, number)| number).sum()
    }

    /// C: sum of the losses.
    pub fn down(&self) -> u64 {
        self.causes.iter().filter(|(cause, _)| !cause.adds()).map(|(_, number)| number).sum()
    }
}

/// The movement of all members.
pub fn movement(ledger: &Ledger, organization: &RecordId, period: Period) -> Movement {
    movement_of(ledger, organization, period, Of::All, &stocks(ledger, organization, period))
}

/// The movements of all members, of official members and of those on probation.
pub fn movements(ledger: &Ledger, organization: &RecordId, period: Period) -> [Movement; 3] {
    // Counted once for all three.
    let stocks = stocks(ledger, organization, period);
    Of::ALL.map(|of| movement_of(ledger, organization, period, of, &stocks))
}

/// The register on the day before the period and on its last day, where it is complete.
type Stocks = [(Option<Day>, Option<members::Count>); 2];

fn stocks(ledger: &Ledger, organization: &RecordId, period: Period) -> Stocks {
    [period.first().plus_days(-1), Some(period.last())]
        .map(|on| (on, on.and_then(|on| members::whole(ledger, organization, on))))
}

/// Computes a movement. A headcount for the exact day takes precedence over the register, which is used only if
/// complete.
fn movement_of(ledger: &Ledger, organization: &RecordId, period: Period, of: Of, stocks: &Stocks) -> Movement {
    let entered = |on: Day| {
        let mut sum: Option<(Day, u64)> = None;
        for (day, headcount) in members::headcounts(ledger, organization, on)? {
            let counted = of.counted(headcount)?;
            sum = Some(sum.map_or((day, counted), |(first, sum)| (first.min(day), sum + counted)));
        }
        sum
    };
    let listed = |on: Day| {
        let (_, count) = stocks.iter().find(|(day, _)| *day == Some(on))?;
        Some((on, of.listed((*count)?)))
    };
    // A headcount of the exact day, else the register, else a headcount of an earlier day.
    let counted = |on: Day, also: Option<Day>| {
        let exact = entered(on).filter(|(day, _)| *day == on || Some(*day) == also);
        exact.or_else(|| listed(also.unwrap_or(on))).or_else(|| entered(on))
    };
    // A count on the first day is taken as the beginning; the register gives the day before.
    let eve = period.first().plus_days(-1);
    let begin = counted(period.first(), eve);
    let end = counted(period.last(), None);
    // The count of the beginning does not describe the end.
    let end = end.filter(|(counted, _)| begin.is_none_or(|(day, _)| day < *counted));
    let mut causes = Cause::ALL.map(|cause| (cause, 0));
    let mut add = |cause: Cause, number: u64| {
        if let Some((_, sum)) = causes.iter_mut().find(|(known, _)| *known == cause) {
            *sum += number;
        }
    };
    // Events on the day of the first count are included in it.
    let within = |day: Option<Day>| {
        day.is_some_and(|day| period.contains(day) && begin.is_none_or(|(counted, _)| day > counted))
    };
    let query = Query { organization, indicator: Indicator::Admissions, period, as_of: period.last() };
    let tally = tally::tally(ledger, &query);
    // New members are on probation, and members from the ceremony on, whichever counting day is chosen.
    if of.means(false) {
        let single = |id: &&RecordId| ledger.candidate(id).is_some_and(|candidate| within(candidate.ceremony));
        let by_ceremony = members::admitted_within(ledger, organization).filter(|found| within(found.ceremony));
        let single = match tally.totals.is_empty() {
            true => by_ceremony.fold(0, |number, _| number + 1),
            false => tally.dated.iter().filter(single).fold(0, |number, _| number + 1),
        };
        add(Cause::Admitted, tally.counted - tally.dated.len() as u64 + single);
    }
    for member in members::register_within(ledger, organization) {
        let dossier = || RecordId::of(RecordKind::Candidate, member.id.name()).is_some_and(|id| ledger.has(&id));
        let meant = |day: Option<Day>| day.is_some_and(|day| of.means(member.is_official(day)));
        // Candidates with a dossier are counted above; those in an entered total, by the total.
        if within(member.from) && meant(member.from) && member.id.is(RecordKind::Member) && !dossier() {
            if member.arrival == Some(Arrival::Restored) {
                add(Cause::Restored, 1);
            } else if member.from != member.admitted {
                add(Cause::MovedIn, 1);
            } else if tally.totals.is_empty() {
                add(Cause::Admitted, 1);
            }
        }
        // On probation, from another cell.
        let came = member.id.is(RecordKind::Candidate) && member.arrival == Some(Arrival::Moved);
        if came && within(member.from) && meant(member.from) {
            add(Cause::MovedIn, 1);
        }
        let recognised = within(member.recognition) && member.from < member.recognition;
        if recognised && member.recognition.is_some_and(|day| !member.has_gone(day)) {
            match of {
                Of::All => {}
                Of::Official => add(Cause::BecameOfficial, 1),
                Of::Probation => add(Cause::NoLongerOnProbation, 1),
            }
        }
        let gone = within(member.standing_since) && meant(member.standing_since);
        if let Some(cause) = Cause::of(member.standing).filter(|_| gone) {
            add(cause, 1);
        }
    }
    let recorded = ledger.members_within(organization).next().is_some();
    let mut found = Movement { begin, end, causes, unexplained: None, recorded };
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    // Otherwise the counts span another time than the causes.
    let at_ends = begin
        .zip(end)
        .filter(|((first, _), (last, _))| (*first == period.first() || Some(*first) == eve) && *last == period.last());
    found.unexplained = at_ends.map(|((_, begin), (_, end))| {
        let expected = whole(begin).saturating_add(whole(found.up())).saturating_sub(whole(found.down()));
        whole(end).saturating_sub(expected)
    });
    found
}
