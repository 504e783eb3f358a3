//! Why nobody was found for admission: in how many places each reason was noted in a year, without names, and the places
//! that have neither a source nor a noted reason.

use super::coverage::{self, PlaceStatus};
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::Reason;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::domain::value::letters::{fold, in_order};

/// A reason: one of the list, or one in the committee's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Of the list.
    Listed(Reason),
    /// In the committee's words, as first written.
    Own(String),
}

/// A reason noted for a place, or for an organization as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Noted {
    id: RecordId,
    organization: RecordId,
    place: Option<RecordId>,
    year: i32,
    said: Said,
    people: Option<u64>,
}

impl Noted {
    fn read(id: &RecordId, entries: &dyn Entries) -> Option<Noted> {
        let reason = Reason::from_key(entry::written(entries, Field::ReasonKind)?)?;
        // Words beside a listed reason only explain it.
        let own = entry::text(entries, Field::ReasonOwn).filter(|_| reason == Reason::Other);
        Some(Noted {
            id: id.clone(),
            organization: entry::reference(entries, Field::ReasonOrganization)?,
            place: entry::reference(entries, Field::ReasonPlace),
            year: entry::when(entries, Field::ReasonYear)?.earliest()?.year(),
            said: own.map_or(Said::Listed(reason), Said::Own),
            people: entry::count(entries, Field::ReasonPeople).map(u64::from),
        })
    }

    /// What is counted once, however often the reason is noted for it.
    fn of(&self) -> &RecordId {
        self.place.as_ref().unwrap_or(&self.organization)
    }
}

/// A reason of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The reason.
    pub said: Said,
    /// Number of places, and of organizations as a whole, for which it was noted.
    pub places: u64,
    /// The same in the year before.
    pub before: u64,
    /// Number of people it applies to, as far as entered.
    pub people: Option<u64>,
    /// The records.
    pub noted: Vec<RecordId>,
}

/// The reasons of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reasons {
    /// The year.
    pub year: i32,
    /// The reasons, the most frequent first.
    pub why: Vec<Why>,
    /// Places without a member of which nobody is followed and no reason is noted.
    pub silent: Vec<RecordId>,
}

/// The reasons noted in an organization and everything below it in the year of `on`.
pub fn reasons(ledger: &Ledger, organization: &RecordId, on: Day) -> Reasons {
    let all = ledger.unparsed(RecordKind::Reason).filter_map(|(id, texts)| Noted::read(id, texts));
    let all: Vec<Noted> =
        all.filter(|noted| ledger.is_within(ledger.heir(&noted.organization), organization)).collect();
    let year = on.year();
    let mut why: Vec<(Why, Vec<&RecordId>, Vec<&RecordId>)> = Vec::new();
    for noted in all.iter().filter(|noted| noted.year == year || noted.year == year - 1) {
        let same = |why: &Why| match (&why.said, &noted.said) {
            (Said::Own(one), Said::Own(other)) => fold(one) == fold(other),
            (one, other) => one == other,
        };
        let at = why.iter().position(|(why, ..)| same(why)).unwrap_or_else(|| {
            let said = noted.said.clone();
            why.push((Why { said, places: 0, before: 0, people: None, noted: Vec::new() }, Vec::new(), Vec::new()));
            why.len() - 1
        });
        let Some((why, now, before)) = why.get_mut(at) else { continue };
        let of = noted.of();
        if noted.year < year {
            if !before.contains(&of) {
                before.push(of);
            }
            continue;
        }
        if !now.contains(&of) {
            now.push(of);
        }
        if let Some(people) = noted.people {
            why.people = Some(why.people.unwrap_or(0) + people);
        }
        why.noted.push(noted.id.clone());
    }
    let count = |(mut why, now, before): (Why, Vec<&RecordId>, Vec<&RecordId>)| {
        (why.places, why.before) = (now.len() as u64, before.len() as u64);
        why
    };
    let why = why.into_iter().map(count);
    // The most frequent first.
    let why = in_order(why, |why| format!("{:020} {:020}", u64::MAX - why.places, u64::MAX - why.before));
    let listed = coverage::villages(ledger, organization, on).listed.into_iter();
    let silent = listed.filter(|listed| matches!(listed.status, PlaceStatus::Nobody));
    let silent = silent.map(|listed| listed.place).filter(|place| {
        let told = all.iter().any(|noted| noted.year == year && noted.place.as_ref() == Some(place));
        let followed = ledger.candidates_within(organization).any(|(_, candidate)| {
            candidate.place.as_ref() == Some(place) && !candidate.has_ended(on) && candidate.ceremony.is_none()
        });
        !told && !followed
    });
    Reasons { year, silent: silent.collect(), why }
}
