//! The register of members: members entered as such plus candidates admitted since, each person once; membership on a
//! day, party age and the next badge. Fees, minutes and attendance are not here.

use super::candidate::Candidate;
use super::life::Basis;
use super::office;
use super::records::Headcount;
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::{Arrival, EndedFor, OrganizationKind, Standing};
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;

/// An entry of the register.
#[doc(alias = "đảng viên")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterEntry<'a> {
    /// The record: a member or an admitted candidate.
    pub id: &'a RecordId,
    /// Name.
    pub name: Option<&'a str>,
    /// The cell that counts the member.
    pub cell: Option<&'a RecordId>,
    /// The place where the member lives or works.
    pub place: Option<&'a RecordId>,
    /// Start of party age: the day of the decision to admit (Party Charter).
    pub admitted: Option<Day>,
    /// Day of recognition as an official member.
    pub recognition: Option<Day>,
    /// Whether the member is entered as official without a day of recognition.
    pub official: bool,
    /// First day as a member of the cell.
    pub from: Option<Day>,
    /// How the member came to the cell, if not by admission.
    pub arrival: Option<Arrival>,
    /// Standing of the member.
    pub standing: Standing,
    /// First day of this standing.
    pub standing_since: Option<Day>,
    /// Where the member attends meetings, if not at the cell.
    pub meets_at: Option<&'a str>,
}

/// Years of party age for which a badge is given.
pub const BADGES: [i32; 12] = [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90];

/// Day and month of the four annual badge rounds.
pub const ROUNDS: [(u8, u8); 4] = [(3, 2), (19, 5), (2, 9), (7, 11)];

/// The first badge round on or after `day`.
pub fn round(day: Day) -> Option<Day> {
    let rounds = |year| ROUNDS.into_iter().filter_map(move |(of, month)| Day::new(year, month, of));
    rounds(day.year()).chain(rounds(day.year() + 1)).find(|round| day <= *round)
}

impl RegisterEntry<'_> {
    /// Whether the member belongs to the cell on `on`: has arrived and not left. Exempt members and those temporarily
    /// away count.
    pub fn counts(&self, on: Day) -> bool {
        self.from.is_none_or(|from| from <= on) && !self.has_gone(on)
    }

    /// Whether the member had left the cell permanently by `on`.
    pub fn has_gone(&self, on: Day) -> bool {
        let stays = matches!(self.standing, Standing::Active | Standing::Exempt | Standing::Away);
        !stays && self.standing_since.is_none_or(|since| since <= on)
    }

    /// Whether the member is official on `on`.
    pub fn is_official(&self, on: Day) -> bool {
        self.recognition.map_or(self.official, |recognition| recognition <= on)
    }

    /// Whether the member is exempt or temporarily away on `on`.
    pub fn is_excused(&self, on: Day) -> bool {
        matches!(self.standing, Standing::Exempt | Standing::Away)
            && self.standing_since.is_none_or(|since| since <= on)
    }

    /// Party age on `on` in whole years since the decision to admit. `None` for members on probation.
    pub fn party_age(&self, on: Day) -> Option<i32> {
        if self.recognition.is_none() && !self.official {
            return None;
        }
        Some(self.admitted?.whole_months_until(on).div_euclid(12)).filter(|age| *age >= 0)
    }

    /// The next badge and its round: the first round not before `on`. `None` for members on probation.
    pub fn next_badge(&self, on: Day) -> Option<(i32, Day)> {
        if self.recognition.is_none() && !self.official {
            return None;
        }
        let admitted = self.admitted?;
        let due = |years: i32| Some((years, round(admitted.plus_months(years * 12)?)?));
        BADGES.into_iter().filter_map(due).find(|(_, day)| on <= *day)
    }
}

/// The register: members as entered, and admitted candidates without an entry of their own.
pub fn register(ledger: &Ledger) -> impl Iterator<Item = RegisterEntry<'_>> {
    let admitted = ledger.candidates().filter_map(|(id, candidate)| admitted(ledger, id, candidate));
    ledger.members_listed().map(|(id, member)| entered(id, member)).chain(admitted)
}

/// The register of an organization and everything below it. Whoever was admitted as a candidate and went to another cell has an
/// entry for each cell, of which one counts on any day.
pub fn register_within<'a>(ledger: &'a Ledger, organization: &RecordId) -> impl Iterator<Item = RegisterEntry<'a>> {
    let stayed = ledger.candidates_within(organization).filter(|(_, candidate)| later(candidate).is_empty());
    let admitted = stayed.filter_map(|(id, candidate)| admitted(ledger, id, candidate));
    let mut here: Vec<RegisterEntry<'a>> = Vec::new();
    for (id, candidate) in ledger.movers() {
        for entry in stays(ledger, id, candidate) {
            if !entry.cell.is_some_and(|cell| ledger.is_within(ledger.heir(cell), organization)) {
                continue;
            }
            // From one cell of the organization to another: nobody has come or gone.
            match here.last_mut().filter(|last| last.id == id && last.standing_since == entry.from) {
                Some(last) => (last.standing, last.standing_since) = (entry.standing, entry.standing_since),
                None => here.push(entry),
            }
        }
    }
    ledger.members_within(organization).map(|(id, member)| entered(id, member)).chain(admitted).chain(here)
}

/// Candidates who were admitted in an organization or anything below it, wherever they are now.
pub fn admitted_within<'a>(ledger: &'a Ledger, organization: &RecordId) -> impl Iterator<Item = &'a Candidate> {
    let stayed = ledger.candidates_within(organization).map(|(_, candidate)| candidate);
    let stayed = stayed.filter(|candidate| later(candidate).is_empty());
    let moved = ledger.movers().into_iter().map(|(_, candidate)| candidate).filter(|candidate| {
        let cell = candidate.ceremony.and_then(|ceremony| candidate.cell_on(ceremony));
        !later(candidate).is_empty() && cell.is_some_and(|cell| ledger.is_within(ledger.heir(cell), organization))
    });
    let moved: Vec<&Candidate> = moved.collect();
    stayed.chain(moved)
}

/// The moves of a candidate after the admission.
fn later(candidate: &Candidate) -> &[(Day, RecordId)] {
    let Some(ceremony) = candidate.ceremony else { return &[] };
    let first = candidate.moves.partition_point(|(day, _)| *day <= ceremony);
    candidate.moves.get(first..).unwrap_or_default()
}

/// An entry for each cell of a candidate who moved after the admission; none for others.
fn stays<'a>(ledger: &Ledger, id: &'a RecordId, candidate: &'a Candidate) -> Vec<RegisterEntry<'a>> {
    let (later, whole) = (later(candidate), admitted(ledger, id, candidate));
    let (Some(whole), Some(ceremony), false) = (whole, candidate.ceremony, later.is_empty()) else { return Vec::new() };
    let mut found = vec![RegisterEntry { cell: candidate.cell_on(ceremony), ..whole.clone() }];
    for (day, cell) in later {
        if let Some(last) = found.last_mut() {
            (last.standing, last.standing_since) = (Standing::Moved, Some(*day));
        }
        found.push(RegisterEntry {
            cell: Some(cell),
            from: Some(*day),
            arrival: Some(Arrival::Moved),
            ..whole.clone()
        });
    }
    found
}

fn entered<'a>(id: &'a RecordId, member: &'a office::Member) -> RegisterEntry<'a> {
    RegisterEntry {
        id,
        name: member.name.as_deref(),
        cell: member.cell.as_ref(),
        place: member.place.as_ref(),
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

/// The entry of an admitted candidate, unless entered as a member too.
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
        // A person who is no longer followed for another reason is still a member.
        _ => Standing::Active,
    };
    Some(RegisterEntry {
        id,
        name: candidate.name.as_deref(),
        cell: candidate.cell.as_ref(),
        place: candidate.place.as_ref(),
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

/// The id under which an admitted candidate is entered in the register. Derived from the candidate's id, so that
/// two devices do not enter the same person twice.
pub fn of_candidate(candidate: &RecordId) -> Option<RecordId> {
    RecordId::of(RecordKind::Member, candidate.name())
}

/// Members of an organization on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Official members, including those exempt or temporarily away.
    pub official: u32,
    /// Members on probation.
    pub probation: u32,
    /// Official members exempt or temporarily away.
    pub excused: u32,
}

impl Count {
    /// All members.
    pub const fn all(self) -> u32 {
        self.official + self.probation
    }
}

/// Members in the register of an organization and everything below it on `on`. `None` if no member was entered there:
/// admitted candidates alone are not a register, since they leave out everybody admitted before the program was used.
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

/// Like [`count`], but `None` unless every cell concerned declares its register complete. Votes and percentages may
/// rely on it. A committee counts the cells below it.
pub fn whole(ledger: &Ledger, organization: &RecordId, on: Day) -> Option<Count> {
    let count = count(ledger, organization, on)?;
    let all = ledger.organizations_within(organization).iter().all(|id| {
        let found = ledger.organization(id);
        found.is_none_or(|found| found.kind.is_some_and(OrganizationKind::is_committee) || found.register_whole)
    });
    all.then_some(count)
}

/// The latest headcounts on or before `on` that make up an organization's: its own; by the tree of today also those of
/// the organizations that are part of it by now and were not on `on`. `None` unless all of them are entered.
pub fn headcounts<'a>(ledger: &'a Ledger, organization: &RecordId, on: Day) -> Option<Vec<(Day, &'a Headcount)>> {
    let own = ledger.headcount_on(organization, on);
    if ledger.by_tree().basis == Basis::Then || !ledger.has_events() {
        return own.map(|own| vec![own]);
    }
    let founded = |id: &RecordId| ledger.as_entered(id).and_then(|found| found.founded);
    let later = founded(organization).is_some_and(|founded| on < founded);
    let mut all = match (own, later) {
        (Some(own), _) => vec![own],
        (None, true) => Vec::new(),
        (None, false) => return None,
    };
    for id in ledger.ended() {
        let was_there = ledger.end(&id).is_some_and(|end| on < end.day) && founded(&id).is_none_or(|day| day <= on);
        if was_there && ledger.heir(&id) == organization {
            // By the tree of its own time it has no other one in it.
            all.push(ledger.headcount_on(&id, on)?);
        }
    }
    (!all.is_empty()).then_some(all)
}

/// The base of percent targets: the latest headcount on or before `on`, else the complete register on that day.
pub fn base(ledger: &Ledger, organization: &RecordId, on: Day) -> Option<u32> {
    let entered = headcounts(ledger, organization, on)
        .and_then(|all| all.into_iter().try_fold(0_u32, |sum, (_, found)| sum.checked_add(found.members?)));
    entered.or_else(|| whole(ledger, organization, on).map(Count::all))
}
