//! Where candidates come from: how many people of each group a cell knows of, and how many of them are
//! followed, introduced, in class, with a dossier, admitted. Who may be admitted when is in `outlook`.

use crate::domain::admission::planning::Survey;
use crate::domain::ledger::Ledger;
use crate::domain::ledger::candidate::Candidate;
use crate::domain::schema::choice::SourceGroup;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::{Day, Period};

/// How many people have come how far. Each number is part of the one before it, except the first, which was
/// asked about in a survey.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Funnel {
    /// Known of, by the latest survey; `None` where nobody asked.
    pub known: Option<u64>,
    /// Recorded and still followed, or admitted in the year.
    pub followed: u64,
    /// Introduced, or further.
    pub introduced: u64,
    /// Sent to the awareness class, or further.
    pub class: u64,
    /// Applied, or further.
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

/// A group with how far its people have come, and who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which.
    pub group: SourceGroup,
    /// How many.
    pub funnel: Funnel,
    /// Who, of those recorded.
    pub people: Vec<RecordId>,
    /// The field that would tell of somebody, if the group follows from one field.
    pub field: Option<Field>,
    /// How many recorded people have that field empty: they may belong to the group.
    pub unknown: u64,
}

/// Where the candidates of an organization, and of everything below it, come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sources {
    /// Everybody, each once.
    pub all: Funnel,
    /// By group; a person may be in several.
    pub groups: Vec<Group>,
    /// By organization directly below.
    pub below: Vec<(RecordId, Funnel)>,
    /// Recorded people of whom no group is known.
    pub of_no_group: u64,
    /// Who was sent to the class this year and is not admitted: the source of the next.
    pub next_year: Vec<RecordId>,
}

/// The groups that a candidate belongs to: the one chosen, and those that follow from other fields.
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

/// Works out the sources of the year of a day. Whoever was admitted before it is no source any more.
/// `texts` gives the texts of a record.
pub fn sources<'a>(
    ledger: &Ledger,
    organization: &RecordId,
    on: Day,
    texts: &dyn Fn(&RecordId) -> Option<&'a dyn Entries>,
) -> Sources {
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

/// How many people of a group are known of: by the organization's own latest survey that asked, else the sum
/// of what those below know.
fn known(ledger: &Ledger, surveys: &[Survey], organization: &RecordId, group: SourceGroup, on: Day) -> Option<u64> {
    // Parents stand before their children: whatever a parent knows, its children are part of.
    let mut sum: Option<u64> = None;
    let mut part_until = 0;
    for (row, id) in ledger.organizations_within(organization).iter().enumerate() {
        if row < part_until {
            continue;
        }
        let own = surveys.iter().filter(|survey| survey.organization.as_ref() == Some(id));
        let own = own.filter_map(|survey| {
            let (_, number) = survey.known.iter().find(|(of, _)| *of == group)?;
            Some((survey.day.filter(|day| *day <= on)?, u64::from(*number)))
        });
        if let Some((_, number)) = own.max() {
            sum = Some(sum.unwrap_or(0).saturating_add(number));
            part_until = row + ledger.organizations_within(id).len();
        }
    }
    sum
}
