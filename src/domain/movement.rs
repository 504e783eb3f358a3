//! The movement of members over a period: A at the beginning, B more, C fewer, D at the end, and
//! what these leave unexplained (form 1-BTCTW: A + B − C = D). And cells and villages that are
//! about to be left without enough members. Who is a member on a day is in `members`.

use super::choice::{Arrival, Indicator, OrganizationKind, Standing};
use super::day::{Day, Period};
use super::id::{RecordId, RecordKind};
use super::ledger::Ledger;
use super::members;
use super::records::Headcount;
use super::tally::{self, Query};

/// Why there are more or fewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Admitted.
    Admitted,
    /// Moved in.
    MovedIn,
    /// Membership was restored.
    Restored,
    /// Became official: more of these.
    BecameOfficial,
    /// Died.
    Died,
    /// Expelled.
    Expelled,
    /// Struck off the list.
    Struck,
    /// Asked to leave.
    Left,
    /// Moved out.
    MovedOut,
    /// Became official: fewer on probation.
    NoLongerOnProbation,
}

impl Cause {
    /// Every cause, those of more first.
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

    /// Whether it makes more.
    pub const fn adds(self) -> bool {
        matches!(self, Cause::Admitted | Cause::MovedIn | Cause::Restored | Cause::BecameOfficial)
    }

    /// The cause of a standing of somebody who has gone.
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

/// Of whom a movement is told.
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
    /// The columns of a statement.
    pub const ALL: [Of; 3] = [Of::All, Of::Official, Of::Probation];

    /// How many of a count, as far as it tells them apart.
    fn counted(self, headcount: &Headcount) -> Option<u64> {
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

    /// Whether somebody is meant who is official, or not, at the time.
    const fn means(self, official: bool) -> bool {
        match self {
            Of::All => true,
            Of::Official => official,
            Of::Probation => !official,
        }
    }
}

/// The movement of an organization, everything below it included, over a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// A: members at the beginning, with the day that they were counted on.
    pub begin: Option<(Day, u64)>,
    /// D: members at the end, with the day that they were counted on.
    pub end: Option<(Day, u64)>,
    /// How many by each cause.
    pub causes: [(Cause, u64); 10],
    /// D − (A + B − C), where both ends are known: what nothing in this book explains.
    pub unexplained: Option<i64>,
}

impl Movement {
    /// B: all that came.
    pub fn up(&self) -> u64 {
        self.causes.iter().filter(|(cause, _)| cause.adds()).map(|(_, number)| number).sum()
    }

    /// C: all that went.
    pub fn down(&self) -> u64 {
        self.causes.iter().filter(|(cause, _)| !cause.adds()).map(|(_, number)| number).sum()
    }
}

/// The movement of all members.
pub fn movement(ledger: &Ledger, organization: &RecordId, period: Period) -> Movement {
    movement_of(ledger, organization, period, Of::All)
}

/// Works out the movement of all members, or of some. A member count that was entered for a day goes before
/// the register, and the register speaks only where it is whole.
pub fn movement_of(ledger: &Ledger, organization: &RecordId, period: Period, of: Of) -> Movement {
    let entered = |on: Day| {
        let (day, headcount) = ledger.headcount_on(organization, on)?;
        Some((day, of.counted(headcount)?))
    };
    let listed = |on: Day| Some((on, of.listed(members::whole(ledger, organization, on)?)));
    // What was counted on the first day stands for the beginning; the register knows the evening before.
    let begin = entered(period.first()).or_else(|| listed(period.first().plus_days(-1)?));
    let end = entered(period.last()).or_else(|| listed(period.last()));
    // The count of the beginning says nothing about the end.
    let end = end.filter(|(counted, _)| begin.is_none_or(|(day, _)| day < *counted));
    let mut causes = Cause::ALL.map(|cause| (cause, 0));
    let mut add = |cause: Cause, number: u64| {
        if let Some((_, sum)) = causes.iter_mut().find(|(known, _)| *known == cause) {
            *sum += number;
        }
    };
    // What happened on the day of the first count is in it already.
    let within = |day: Option<Day>| {
        day.is_some_and(|day| period.contains(day) && begin.is_none_or(|(counted, _)| day > counted))
    };
    let query = Query { organization, indicator: Indicator::Admissions, period, as_of: period.last() };
    let tally = tally::tally(ledger, &query);
    // Whoever is admitted is on probation.
    if of.means(false) {
        add(Cause::Admitted, tally.counted);
    }
    for member in members::register_within(ledger, organization) {
        let entered = member.id.kind() == Some(RecordKind::Member);
        let dossier = RecordId::of(RecordKind::Candidate, member.id.name()).is_some_and(|id| ledger.has(&id));
        let meant = |day: Option<Day>| day.is_some_and(|day| of.means(member.is_official(day)));
        // Whoever has a dossier here was counted by it; whoever is part of an entered total, by that.
        if entered && !dossier && within(member.from) && meant(member.from) {
            if member.arrival == Some(Arrival::Restored) {
                add(Cause::Restored, 1);
            } else if member.from != member.admitted {
                add(Cause::MovedIn, 1);
            } else if tally.totals.is_empty() {
                add(Cause::Admitted, 1);
            }
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
    let mut found = Movement { begin, end, causes, unexplained: None };
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    found.unexplained = begin.zip(end).map(|((_, begin), (_, end))| {
        let expected = whole(begin).saturating_add(whole(found.up())).saturating_sub(whole(found.down()));
        whole(end).saturating_sub(expected)
    });
    found
}

/// Why a cell or a village is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weak {
    /// Fewer than three official members.
    TooFew(u32),
    /// Fewer than three once those exempt or away are left out.
    NearlyTooFew(u32),
    /// A village without a cell of its own or one that covers it.
    NoCell,
    /// A village that shares its cell with others.
    SharedCell,
    /// A village whose cell has so few members left, or so few who are not away, that it may soon have none.
    FewLeft(u32),
    /// A village whose cell has no member any more.
    NoMember,
}

/// What is weak about a village that a cell covers.
fn of_village(ledger: &Ledger, id: &RecordId, cell: &RecordId, on: Day) -> Option<Weak> {
    let there = members::whole(ledger, cell, on).map(|count| count.all().saturating_sub(count.excused));
    let base = members::base(ledger, cell, on);
    if base == Some(0) {
        return Some(Weak::NoMember);
    }
    if let Some(few) = there.or(base).filter(|few| *few < LEAST) {
        return Some(Weak::FewLeft(few));
    }
    let shares = ledger.villages().any(|(other, village)| other != id && village.cell.as_ref() == Some(cell));
    shares.then_some(Weak::SharedCell)
}

/// Official members without whom a cell cannot stand (Party Charter: a cell has at least three).
const LEAST: u32 = 3;

/// Cells and villages of an organization that lack members or are about to, the worst first. A cell
/// without a register that is whole and without a member count is left out: nothing is known of it.
pub fn weak(ledger: &Ledger, organization: &RecordId, on: Day) -> Vec<(RecordId, Weak)> {
    let mut found = Vec::new();
    for (id, cell) in ledger.organizations() {
        let is_cell = cell.kind.is_some_and(|kind| kind != OrganizationKind::Committee);
        if !is_cell || !ledger.is_within(id, organization) {
            continue;
        }
        if let Some(count) = members::whole(ledger, id, on) {
            let there = count.official.saturating_sub(count.excused);
            if count.official < LEAST {
                found.push((id.clone(), Weak::TooFew(count.official)));
            } else if there < LEAST {
                found.push((id.clone(), Weak::NearlyTooFew(there)));
            }
        } else if let Some((_, members)) = ledger.members(id, on).filter(|(_, members)| *members < LEAST) {
            found.push((id.clone(), Weak::TooFew(members)));
        }
    }
    for (id, village) in ledger.villages() {
        let within = |of: &Option<RecordId>| of.as_ref().is_some_and(|of| ledger.is_within(of, organization));
        if !within(&village.committee) && !within(&village.cell) {
            continue;
        }
        match village.cell.as_ref().filter(|cell| ledger.has(cell)) {
            None => found.push((id.clone(), Weak::NoCell)),
            Some(cell) => found.extend(of_village(ledger, id, cell, on).map(|weak| (id.clone(), weak))),
        }
    }
    super::letters::in_order(found.into_iter(), |(id, weak)| {
        let rank = match weak {
            Weak::NoMember => 0,
            Weak::TooFew(number) => 1 + number,
            Weak::NearlyTooFew(number) => 10 + number,
            Weak::FewLeft(number) => 5 + number,
            Weak::NoCell => 20,
            Weak::SharedCell => 21,
        };
        let name = ledger.organization_name(id).or_else(|| ledger.village(id)?.name.as_deref());
        format!("{rank:03} {}", super::letters::fold(name.unwrap_or_default()))
    })
}
