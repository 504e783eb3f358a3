//! Sources of candidates: how many people of each source group a cell knows of, and how many of them are followed,
//! introduced, in class, have applied or are admitted. Forecasts for single candidates are in `outlook`.

use super::nearest::nearest;
use crate::domain::admission::planning::Survey;
use crate::domain::ledger::Ledger;
use crate::domain::ledger::candidate::Candidate;
use crate::domain::schema::choice::SourceGroup;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};

/// Looks up the texts of a record.
pub type Texts<'t, 'a> = &'t dyn Fn(&RecordId) -> Option<&'a dyn Entries>;

/// Number of people who reached each stage. Each number includes the following ones, except `known`, which is from a
/// survey.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Funnel {
    /// Known people by the latest survey; `None` without a survey.
    pub known: Option<u64>,
    /// Recorded, and still followed or admitted in the year.
    pub followed: u64,
    /// Introduced, or at a later stage.
    pub introduced: u64,
    /// Sent to the awareness class, or at a later stage.
    pub class: u64,
    /// Applied, or at a later stage.
    pub dossier: u64,
    /// Admitted in the year.
    pub admitted: u64,
}

impl Funnel {
    fn add(&mut self, candidate: &Candidate, on: Day) {
        let done = |days: &[Option<Day>]| days.iter().flatten().any(|day| *day <= on);
        let admitted = done(&[candidate.ceremony]);
        let dossier = admitted || done(&[candidate.decision, candidate.cell_meeting, candidate.application]);
        let class = dossier || done(&[candidate.certificate, candidate.sent_to_class]);
        self.followed += 1;
        self.introduced += u64::from(class || done(&[candidate.introduced]));
        self.class += u64::from(class);
        self.dossier += u64::from(dossier);
        self.admitted += u64::from(admitted);
    }
}

/// A source group, the stages of its people, and the recorded ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The group.
    pub group: SourceGroup,
    /// Number of people at each stage.
    pub funnel: Funnel,
    /// The recorded candidates.
    pub people: Vec<RecordId>,
    /// The field that determines membership, if the group follows from one field.
    pub field: Option<Field>,
    /// Number of recorded candidates with that field empty, who may belong to the group.
    pub unknown: u64,
}

/// The sources of the candidates of an organization and everything below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sources {
    /// All candidates, each once.
    pub all: Funnel,
    /// Per group; a candidate may be in several.
    pub groups: Vec<Group>,
    /// Per organization directly below.
    pub below: Vec<(RecordId, Funnel)>,
    /// Number of candidates without a known group.
    pub of_no_group: u64,
    /// Candidates sent to the class this year and not admitted: the source of next year's admissions.
    pub next_year: Vec<RecordId>,
}

/// The groups of a candidate: the chosen one, and those that follow from other fields.
pub fn groups_of(entries: &dyn Entries) -> Vec<SourceGroup> {
    let key = |field| entry::chosen(entries, field).map(|choice| choice.key);
    let chosen = key(Field::SourceGroup).and_then(SourceGroup::from_key);
    let belongs = |group: SourceGroup| match group {
        SourceGroup::YouthUnion => entries.text(Field::YouthUnion).is_some(),
        SourceGroup::Women => key(Field::SexOfCandidate) == Some("female"),
        SourceGroup::Minorities => key(Field::EthnicGroup).is_some_and(|group| group != "kinh"),
        SourceGroup::Believers => key(Field::Religion).is_some_and(|religion| religion != "none"),
        SourceGroup::Students => matches!(key(Field::Occupation), Some("student" | "pupil")),
        SourceGroup::VillageOfficers => key(Field::Occupation) == Some("village_official"),
        SourceGroup::Workers => key(Field::Occupation) == Some("firm_worker"),
        SourceGroup::Soldiers | SourceGroup::Graduates | SourceGroup::HealthAndSchool | SourceGroup::Away => false,
    };
    SourceGroup::ALL.iter().copied().filter(|group| chosen == Some(*group) || belongs(*group)).collect()
}

/// Computes the sources for the year of `on`; candidates admitted in earlier years are excluded. `texts` returns the
/// texts of a record.
pub fn sources<'a>(ledger: &Ledger, organization: &RecordId, on: Day, texts: Texts<'_, 'a>) -> Sources {
    let year = Period::new(on.year_start(), on);
    let within = |day: Option<Day>| day.zip(year).is_some_and(|(day, year)| year.contains(day));
    let counts = |candidate: &Candidate| match candidate.ceremony.filter(|day| *day <= on) {
        Some(ceremony) => within(Some(ceremony)),
        None => !candidate.has_ended(on),
    };
    let mut all = Funnel::default();
    let mut groups: Vec<Group> = Vec::new();
    let surveys: Vec<Survey> = Survey::entered(ledger).map(|(_, survey)| survey).collect();
    for group in SourceGroup::ALL.iter().copied() {
        let known = known(ledger, &surveys, organization, group, on);
        let field = match group {
            SourceGroup::Women => Some(Field::SexOfCandidate),
            SourceGroup::Minorities => Some(Field::EthnicGroup),
            SourceGroup::Believers => Some(Field::Religion),
            _ => None,
        };
        let funnel = Funnel { known, ..Funnel::default() };
        groups.push(Group { group, funnel, people: Vec::new(), field, unknown: 0 });
    }
    let (mut of_no_group, mut next_year) = (0, Vec::new());
    for (id, candidate) in ledger.candidates_within(organization).filter(|(_, candidate)| counts(candidate)) {
        all.add(candidate, on);
        let here = texts(id).map(groups_of).unwrap_or_default();
        of_no_group += u64::from(here.is_empty());
        for group in groups.iter_mut().filter(|group| here.contains(&group.group)) {
            group.funnel.add(candidate, on);
            group.people.push(id.clone());
        }
        for group in &mut groups {
            let empty = |field| texts(id).is_none_or(|texts| texts.text(field).is_none());
            group.unknown += u64::from(group.field.is_some_and(empty));
        }
        let class = within(candidate.sent_to_class) || within(candidate.certificate);
        if class && candidate.ceremony.is_none_or(|day| day > on) {
            next_year.push(id.clone());
        }
    }
    let below = ledger.children(organization).into_iter().map(|child| {
        let mut funnel = Funnel::default();
        let here = ledger.candidates_within(&child).filter(|(_, candidate)| counts(candidate));
        here.for_each(|(_, candidate)| funnel.add(candidate, on));
        (child, funnel)
    });
    Sources { all, groups, below: below.collect(), of_no_group, next_year }
}

/// Number of known people of a group: by the organization's latest survey that has the group, else the sum over
/// those below.
fn known(ledger: &Ledger, surveys: &[Survey], organization: &RecordId, group: SourceGroup, on: Day) -> Option<u64> {
    let own = |id: &RecordId| {
        let own = surveys.iter().filter(|survey| survey.organization.as_ref() == Some(id));
        let own = own.filter_map(|survey| {
            let (_, number) = survey.known.iter().find(|(of, _)| *of == group)?;
            Some((survey.day.filter(|day| *day <= on)?, u64::from(*number)))
        });
        own.max()
    };
    let numbers = nearest(ledger, organization, own).into_iter().map(|(_, (_, number))| number);
    numbers.reduce(u64::saturating_add)
}
