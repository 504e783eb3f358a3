//! Whether the book has what a row of a list says: by number, code, or name and birth date; of other records by what they
//! are about. Where it is not certain, a person is asked.

use std::collections::HashMap;

use super::intake::Made;
use crate::domain::ledger::Ledger;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::domain::value::letters::{fold, same_name};

/// What the book has of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// This record.
    One(RecordId),
    /// This record, perhaps.
    Perhaps(RecordId),
}

/// Fields that say which one a record is, besides the people and the organizations.
const ABOUT: [(RecordKind, &[Field]); 12] = [
    (RecordKind::Headcount, &[Field::HeadcountOrganization, Field::HeadcountDay]),
    (RecordKind::Target, &[Field::TargetOrganization, Field::TargetIndicator, Field::TargetFrom, Field::TargetTo]),
    (RecordKind::Total, &[Field::TotalOrganization, Field::TotalIndicator, Field::TotalFrom, Field::TotalTo]),
    (RecordKind::Village, &[Field::VillageName, Field::VillageCommittee]),
    (RecordKind::Coverage, &[Field::CoverageOrganization, Field::CoverageKind, Field::CoverageDay]),
    (RecordKind::KeyPeople, &[Field::KeyPeopleOrganization, Field::KeyPeoplePost, Field::KeyPeopleDay]),
    (RecordKind::AwarenessClass, &[Field::ClassOrganization, Field::ClassName]),
    (RecordKind::Member, &[Field::MemberName, Field::MemberCell]),
    (RecordKind::Survey, &[Field::SurveyOrganization, Field::SurveyDay]),
    (RecordKind::Points, &[Field::PointsOrganization]),
    (RecordKind::Event, &[Field::EventOrganization, Field::EventKind, Field::EventDay]),
    (RecordKind::Reason, &[Field::ReasonOrganization, Field::ReasonYear, Field::ReasonKind]),
];

/// A person of the book.
struct Known<'a> {
    id: &'a RecordId,
    name: &'a str,
    birth: Option<Day>,
    citizen_id: Option<&'a str>,
    cell: Option<&'a RecordId>,
}

/// What a book has, to be found again.
pub struct Matching<'a> {
    people: Vec<Known<'a>>,
    by_name: HashMap<String, Vec<usize>>,
    by_number: HashMap<&'a str, usize>,
    others: HashMap<(RecordKind, String), RecordId>,
}

impl<'a> Matching<'a> {
    /// Looks through a book; `records` are all its records that are not deleted.
    pub fn new<E: Entries + 'a>(
        ledger: &'a Ledger,
        records: impl Iterator<Item = (&'a RecordId, &'a E)>,
    ) -> Matching<'a> {
        let people: Vec<Known> = ledger
            .candidates()
            .filter_map(|(id, found)| {
                Some(Known {
                    id,
                    name: found.name.as_deref()?,
                    birth: found.birth,
                    citizen_id: found.citizen_id.as_deref(),
                    cell: found.cell.as_ref(),
                })
            })
            .collect();
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_number = HashMap::new();
        for (place, known) in people.iter().enumerate() {
            by_name.entry(fold(known.name)).or_default().push(place);
            if let Some(number) = known.citizen_id {
                by_number.entry(number).or_insert(place);
            }
        }
        let mut others = HashMap::new();
        for (id, record) in records {
            if let Some(about) = id.kind().and_then(|kind| about(kind, record)) {
                others.entry(about).or_insert_with(|| id.clone());
            }
        }
        Matching { people, by_name, by_number, others }
    }

    /// What the book has of a record that a row made.
    pub fn find(&self, made: &Made) -> Found {
        match made.id.kind() {
            Some(RecordKind::Candidate) => self.person(made),
            // Organizations are found by name and code before they are made.
            Some(RecordKind::Organization) | None => Found::Nothing,
            Some(kind) => {
                let known = about(kind, made).and_then(|about| self.others.get(&about));
                known.map_or(Found::Nothing, |id| Found::One(id.clone()))
            }
        }
    }

    fn person(&self, made: &Made) -> Found {
        let Some(name) = made.text(Field::Name) else { return Found::Nothing };
        let (birth, number) = (entry::day(made, Field::Birth), made.text(Field::CitizenId));
        let cell = entry::reference(made, Field::CandidateCell);
        if let Some(known) = number.and_then(|number| self.people.get(*self.by_number.get(number)?)) {
            let same = fold(known.name) == fold(name);
            return if same { Found::One(known.id.clone()) } else { Found::Perhaps(known.id.clone()) };
        }
        let places = self.by_name.get(&fold(name)).map(Vec::as_slice).unwrap_or_default();
        let named = || places.iter().filter_map(|place| self.people.get(*place));
        let differ = |known: &Known| number.zip(known.citizen_id).is_some_and(|(one, other)| one != other);
        let mut born = named().filter(|known| birth.is_some() && known.birth == birth);
        if let Some(known) = born.next() {
            let certain = is_named(known.name, name) && !differ(known) && born.next().is_none();
            return if certain { Found::One(known.id.clone()) } else { Found::Perhaps(known.id.clone()) };
        }
        let near = |known: &&Known| {
            let apart = known.cell.is_some() && cell.is_some() && known.cell != cell.as_ref();
            let dated = birth.zip(known.birth).is_some_and(|(one, other)| !is_slip(one, other));
            !apart && !dated && !differ(known)
        };
        named().find(near).map_or(Found::Nothing, |known| Found::Perhaps(known.id.clone()))
    }
}

/// Whether two names are the same, marks counting where both have them.
fn is_named(one: &str, other: &str) -> bool {
    let bare = |name: &str| fold(name) == name.to_lowercase();
    same_name(one, other) || bare(one) || bare(other)
}

/// Whether one of two days may be a slip of the other: two of day, month and year are the same, or day and month have changed
/// places.
fn is_slip(one: Day, other: Day) -> bool {
    let same = [one.year() == other.year(), one.month() == other.month(), one.day() == other.day()];
    let turned = one.year() == other.year() && one.month() == other.day() && one.day() == other.month();
    same.iter().filter(|same| **same).count() >= 2 || turned
}

/// What a record is about, as text.
fn about(kind: RecordKind, entries: &(impl Entries + ?Sized)) -> Option<(RecordKind, String)> {
    let (_, fields) = ABOUT.iter().find(|(known, _)| *known == kind)?;
    let texts: Vec<String> = fields.iter().map(|field| entries.text(*field).map(fold).unwrap_or_default()).collect();
    (!texts.iter().all(String::is_empty)).then(|| (kind, texts.join("\n")))
}
