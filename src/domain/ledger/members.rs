//! The register of members: those entered as such, and candidates admitted since, each once; who
//! counts on a day, party age, the next badge. Fees, minutes and attendance are not here.

use super::candidate::Candidate;
use super::office;
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::{Arrival, EndedFor, OrganizationKind, Standing};
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::domain::value::letters::{fold, in_order, same_name};

/// One member of the register.
#[doc(alias = "đảng viên")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterEntry<'a> {
    /// The record: a member, or a candidate who was admitted.
    pub id: &'a RecordId,
    /// Name.
    pub name: Option<&'a str>,
    /// The cell that counts the member.
    pub cell: Option<&'a RecordId>,
    /// Day from which party age counts: that of the decision to admit (Party Charter).
    pub admitted: Option<Day>,
    /// Day of recognition as an official member.
    pub recognition: Option<Day>,
    /// Whether the member is entered as official without a day.
    pub official: bool,
    /// First day on which the cell counts the member.
    pub from: Option<Day>,
    /// How the member came to the cell, where not by admission.
    pub arrival: Option<Arrival>,
    /// How the member stands.
    pub standing: Standing,
    /// Since when.
    pub standing_since: Option<Day>,
    /// Where the member meets, if not with the cell.
    pub meets_at: Option<&'a str>,
}

/// Years of party age for which there is a badge.
pub const BADGES: [i32; 12] = [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90];

/// Days and months of the four rounds of a year in which badges are given.
pub const ROUNDS: [(u8, u8); 4] = [(3, 2), (19, 5), (2, 9), (7, 11)];

/// The first round on or after a day.
pub fn round(day: Day) -> Option<Day> {
    let rounds = |year| ROUNDS.into_iter().filter_map(move |(of, month)| Day::new(year, month, of));
    rounds(day.year()).chain(rounds(day.year() + 1)).find(|round| day <= *round)
}

impl RegisterEntry<'_> {
    /// Whether the cell counts the member on a day: there already, and not gone yet. Who is
    /// exempt or away for a time still counts.
    pub fn counts(&self, on: Day) -> bool {
        self.from.is_none_or(|from| from <= on) && !self.has_gone(on)
    }

    /// Whether the member had left the cell for good by a day.
    pub fn has_gone(&self, on: Day) -> bool {
        let stays = matches!(self.standing, Standing::Active | Standing::Exempt | Standing::Away);
        !stays && self.standing_since.is_none_or(|since| since <= on)
    }

    /// Whether the member is official on a day.
    pub fn is_official(&self, on: Day) -> bool {
        self.recognition.map_or(self.official, |recognition| recognition <= on)
    }

    /// Whether the member is exempt, or away for a time, on a day.
    pub fn is_excused(&self, on: Day) -> bool {
        matches!(self.standing, Standing::Exempt | Standing::Away)
            && self.standing_since.is_none_or(|since| since <= on)
    }

    /// Party age in whole years on a day: from the day of the decision to admit, once official.
    pub fn party_age(&self, on: Day) -> Option<i32> {
        if self.recognition.is_none() && !self.official {
            return None;
        }
        Some(self.admitted?.whole_months_until(on).div_euclid(12)).filter(|age| *age >= 0)
    }

    /// The next badge and the round in which it is due: the first one that is not past on a day.
    pub fn next_badge(&self, on: Day) -> Option<(i32, Day)> {
        if self.recognition.is_none() && !self.official {
            return None;
        }
        let admitted = self.admitted?;
        let due = |years: i32| Some((years, round(admitted.plus_months(years * 12)?)?));
        BADGES.into_iter().filter_map(due).find(|(_, day)| on <= *day)
    }
}

/// The register: members as entered, and admitted candidates without an entry of their own there.
pub fn register(ledger: &Ledger) -> impl Iterator<Item = RegisterEntry<'_>> {
    let admitted = ledger.candidates().filter_map(|(id, candidate)| admitted(ledger, id, candidate));
    ledger.members_listed().map(|(id, member)| entered(id, member)).chain(admitted)
}

/// The register of an organization and everything below it.
pub fn register_within<'a>(ledger: &'a Ledger, organization: &RecordId) -> impl Iterator<Item = RegisterEntry<'a>> {
    let candidates = ledger.candidates_within(organization);
    let admitted = candidates.filter_map(|(id, candidate)| admitted(ledger, id, candidate));
    ledger.members_within(organization).map(|(id, member)| entered(id, member)).chain(admitted)
}

fn entered<'a>(id: &'a RecordId, member: &'a office::Member) -> RegisterEntry<'a> {
    RegisterEntry {
        id,
        name: member.name.as_deref(),
        cell: member.cell.as_ref(),
        admitted: member.admitted,
        recognition: member.recognition,
        official: member.official,
        from: member.joined.or(member.admitted),
        arrival: member.arrival,
        standing: member.standing,
        standing_since: member.standing_since,
        meets_at: member.meets_at.as_deref(),
    }
}

/// A candidate who was admitted, without an entry of their own in the register.
fn admitted<'a>(ledger: &Ledger, id: &'a RecordId, candidate: &'a Candidate) -> Option<RegisterEntry<'a>> {
    let ceremony = candidate.ceremony?;
    if of_candidate(id).is_some_and(|member| ledger.has(&member)) {
        return None;
    }
    let standing = match candidate.ended_because {
        Some(EndedFor::Moved) => Standing::Moved,
        Some(EndedFor::Died) => Standing::Died,
        Some(EndedFor::Withdrew) => Standing::Left,
        Some(EndedFor::Struck) => Standing::Struck,
        // Whom nobody follows any more is still a member.
        _ => Standing::Active,
    };
    Some(RegisterEntry {
        id,
        name: candidate.name.as_deref(),
        cell: candidate.cell.as_ref(),
        admitted: candidate.decision.or(Some(ceremony)),
        recognition: candidate.recognition,
        official: false,
        from: Some(ceremony),
        arrival: None,
        standing,
        standing_since: candidate.ended,
        meets_at: None,
    })
}

/// The id under which an admitted candidate is entered in the register: one and the same on every
/// device, so that nobody is entered twice.
pub fn of_candidate(candidate: &RecordId) -> Option<RecordId> {
    RecordId::of(RecordKind::Member, candidate.name())
}

/// Members of an organization on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Official members, exempt ones and those away for a time among them.
    pub official: u32,
    /// Members on probation.
    pub probation: u32,
    /// Of the official members those exempt or away for a time.
    pub excused: u32,
}

impl Count {
    /// All of them.
    pub const fn all(self) -> u32 {
        self.official + self.probation
    }
}

/// How many members the register has for an organization and everything below it on a day; `None`
/// where nobody was ever entered there. Candidates alone are no register: those who were members
/// before the program came are not among them.
pub fn count(ledger: &Ledger, organization: &RecordId, on: Day) -> Option<Count> {
    ledger.members_within(organization).next()?;
    let mut count = Count::default();
    for member in register_within(ledger, organization).filter(|member| member.counts(on)) {
        if member.is_official(on) {
            count.official += 1;
            count.excused += u32::from(member.is_excused(on));
        } else {
            count.probation += 1;
        }
    }
    Some(count)
}

/// How many members there are, where every cell concerned says that its register is whole: what votes
/// and percents may rest on. A committee counts the cells below it.
pub fn whole(ledger: &Ledger, organization: &RecordId, on: Day) -> Option<Count> {
    let count = count(ledger, organization, on)?;
    let all = ledger.organizations_within(organization).iter().all(|id| {
        let found = ledger.organization(id);
        found.is_none_or(|found| found.kind == Some(OrganizationKind::Committee) || found.register_whole)
    });
    all.then_some(count)
}

/// The base of percent targets: the member count that was entered for the latest day on or before
/// `on`, else what the register has on that day, where it is whole.
pub fn base(ledger: &Ledger, organization: &RecordId, on: Day) -> Option<u32> {
    let entered = ledger.members(organization, on).map(|(_, members)| members);
    entered.or_else(|| whole(ledger, organization, on).map(Count::all))
}

/// The one member of this name in a cell; `None` where there is none, or several.
pub fn named<'a>(ledger: &'a Ledger, cell: &RecordId, name: &str) -> Option<RegisterEntry<'a>> {
    let wanted = fold(name);
    let mut found = register(ledger)
        .filter(|member| member.cell == Some(cell) && member.name.is_some_and(|name| fold(name) == wanted));
    found.next().filter(|_| found.next().is_none() && !wanted.is_empty())
}

/// Days between a decision and its ceremony within which two entries may be of one admission.
const ONE_ADMISSION: i64 = 60;

/// Another entry that is most likely the same person: the same name with its marks, and a day of
/// admission that may be the decision of one and the ceremony of the other; both counted on a day.
pub fn twin<'a>(ledger: &'a Ledger, id: &RecordId, on: Day) -> Option<RegisterEntry<'a>> {
    let of = register(ledger).find(|member| member.id == id && member.counts(on))?;
    let (name, admitted) = (of.name?, of.admitted?);
    register(ledger).find(|other| {
        let near = other.admitted.is_some_and(|day| admitted.days_until(day).abs() <= ONE_ADMISSION);
        other.id != id && near && other.counts(on) && other.name.is_some_and(|other| same_name(other, name))
    })
}

/// Members whom a cell may name as introducers or helpers on a day, by given name.
pub fn to_name(ledger: &Ledger, cell: &RecordId, on: Day) -> Vec<String> {
    let here = register(ledger).filter(|member| member.cell == Some(cell) && member.counts(on));
    in_order(here.filter_map(|member| member.name.map(str::to_owned)), |name| fold(name))
}
