//! What is wrong, doubtful or missing in a record: all findings at once, each tied to its
//! fields and its source. A finding has no words of its own: `text` gives it some.

use super::choice::Sex;
use super::day::Day;
use super::entry::{self, Entries, Problem, Value};
use super::field::{Field, Kind, Need, Section};
use super::id::{RecordId, RecordKind};
use super::ledger::Ledger;
use super::records::Candidate;
use super::rules::{self, InForce, Mark};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Hints,
    /// Probably a slip; a person may know better.
    Warns,
    /// The dossier would come back.
    Blocks,
}

/// What was found, with the figures that explain it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A field that is asked for at once is empty.
    Missing,
    /// A text cannot be read as what the field holds.
    Unreadable(Problem),
    /// Something that must have happened lies ahead.
    InFuture,
    /// Two days stand in the wrong order.
    OutOfOrder {
        /// What comes first.
        before: Field,
        /// What comes after it.
        after: Field,
    },
    /// A period ends before it begins.
    PeriodReversed,
    /// Another record is pointed at that is not there.
    Gone,
    /// An organization that stands below itself.
    Circle,
    /// Parts do not add up to their total.
    PartsDiffer {
        /// Which parts.
        section: Section,
        /// Their sum.
        sum: u64,
        /// The total.
        total: u32,
    },
    /// Too young on that day.
    AgeUnder {
        /// Day on which the age was counted.
        on: Day,
        /// Youngest age in years.
        years: u32,
        /// First day of the right age.
        first: Option<Day>,
    },
    /// Past the month of the upper age limit on that day.
    AgeOver {
        /// Oldest age in years.
        years: u32,
        /// Day on which the age was counted.
        on: Day,
    },
    /// Older than people get.
    AgeImplausible {
        /// Age in whole years.
        years: i32,
    },
    /// The certificate was no longer good.
    CertificateExpired {
        /// Last day on which it was.
        last: Day,
    },
    /// The citizen number says another sex.
    CitizenIdSex {
        /// Sex by the number.
        by_number: Sex,
    },
    /// The citizen number says another birth year.
    CitizenIdBirthYear {
        /// Year by the number.
        by_number: i32,
    },
    /// Another candidate has the same citizen number.
    CitizenIdTwice {
        /// The other one.
        other: RecordId,
        /// The other one's name.
        name: Option<String>,
    },
    /// Too few official members to vote.
    TooFewMembers {
        /// Fewest that may.
        least: u32,
    },
    /// More excused than there are members.
    ExcusedBeyondMembers,
    /// More votes than there are people to vote.
    VoteBeyondBase {
        /// Members that count.
        base: u32,
    },
    /// Fewer votes than needed.
    VoteBelow {
        /// So many parts…
        for_parts: u32,
        /// …of so many.
        all_parts: u32,
        /// Members that count.
        base: u32,
        /// Votes needed.
        needed: u64,
    },
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub rule: Rule,
    /// How much it weighs.
    pub severity: Severity,
    /// Every field involved, the one to look at first in front.
    pub fields: Vec<Field>,
    /// What says so; `None` where it is plain sense.
    pub source: Option<InForce>,
}

impl Finding {
    /// A finding that sends a dossier back.
    pub fn blocks(rule: Rule, fields: &[Field]) -> Finding {
        Finding { rule, severity: Severity::Blocks, fields: fields.to_vec(), source: None }
    }

    /// A finding that a person may overrule.
    pub fn warns(rule: Rule, fields: &[Field]) -> Finding {
        Finding { rule, severity: Severity::Warns, fields: fields.to_vec(), source: None }
    }

    /// A finding worth knowing.
    pub fn hints(rule: Rule, fields: &[Field]) -> Finding {
        Finding { rule, severity: Severity::Hints, fields: fields.to_vec(), source: None }
    }

    /// A finding by a value of the regulation: blocks, unless the value is unverified.
    pub fn by(source: InForce, rule: Rule, fields: &[Field]) -> Finding {
        Finding::blocks(rule, fields).citing(source)
    }

    /// With its source, which also limits how much it may weigh.
    pub fn citing(self, source: InForce) -> Finding {
        let severity = if source.cited.mark == Mark::Unverified { Severity::Hints } else { self.severity };
        Finding { severity, source: Some(source), ..self }
    }
}

/// Days that follow one another in every admission.
const ORDER: &[(Field, Field)] = &[
    (Field::Birth, Field::YouthUnion),
    (Field::Introduced, Field::CellMeeting),
    (Field::SentToClass, Field::Certificate),
    (Field::Application, Field::CellMeeting),
    (Field::CellMeeting, Field::Decision),
    (Field::Decision, Field::Ceremony),
    (Field::Ceremony, Field::Recognition),
];

/// Periods of the records that have one.
const PERIODS: &[(Field, Field)] = &[(Field::TargetFrom, Field::TargetTo), (Field::TotalFrom, Field::TotalTo)];

/// Everything found in one record.
pub fn record(ledger: &Ledger, id: &RecordId, entries: &dyn Entries, today: Day) -> Vec<Finding> {
    let mut findings = alone(ledger, id, entries, today);
    if id.kind() == Some(RecordKind::Candidate) {
        findings.extend(same_citizen_id(ledger, id, &Candidate::read(entries)));
    }
    findings
}

/// Everything found in one record without comparing it with all others of its kind.
pub fn alone(ledger: &Ledger, id: &RecordId, entries: &dyn Entries, today: Day) -> Vec<Finding> {
    let Some(kind) = id.kind() else { return Vec::new() };
    let mut findings: Vec<Finding> =
        Field::of(kind).filter_map(|field| single(ledger, entries, field, today)).collect();
    findings.extend(order(entries));
    match kind {
        RecordKind::Candidate => findings.extend(candidate(entries, today)),
        RecordKind::Total => findings.extend(parts(entries)),
        RecordKind::Organization => {
            if ledger.in_circle(id) {
                findings.push(Finding::blocks(Rule::Circle, &[Field::OrganizationParent]));
            }
        }
        RecordKind::Village | RecordKind::Headcount | RecordKind::Target => {}
    }
    findings
}

/// What one field alone can tell.
fn single(ledger: &Ledger, entries: &dyn Entries, field: Field, today: Day) -> Option<Finding> {
    let spec = field.spec();
    match (entry::value(entries, field), spec.kind) {
        (None, _) => (spec.need == Need::Always).then(|| Finding::hints(Rule::Missing, &[field])),
        (Some(Err(problem)), _) => Some(Finding::blocks(Rule::Unreadable(problem), &[field])),
        (Some(Ok(Value::Day(day))), Kind::Day { past: true }) if day > today => {
            Some(Finding::warns(Rule::InFuture, &[field]))
        }
        (Some(Ok(Value::Reference(id))), _) if !ledger.has(&id) => Some(Finding::warns(Rule::Gone, &[field])),
        _ => None,
    }
}

/// Days and periods that stand the wrong way round.
fn order(entries: &dyn Entries) -> Vec<Finding> {
    let reversed = |before, after| {
        let days = entry::day(entries, before).zip(entry::day(entries, after));
        days.is_some_and(|(first, second)| first > second)
    };
    let mut wrong = Vec::new();
    for &(before, after) in ORDER {
        if reversed(before, after) {
            wrong.push(Finding::blocks(Rule::OutOfOrder { before, after }, &[after, before]));
        }
    }
    for &(from, to) in PERIODS {
        if reversed(from, to) {
            wrong.push(Finding::blocks(Rule::PeriodReversed, &[to, from]));
        }
    }
    wrong
}

/// Parts of a total that do not add up to it.
fn parts(entries: &dyn Entries) -> Vec<Finding> {
    let Some(total) = entry::count(entries, Field::TotalCount) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for section in [Section::ByQualification, Section::ByCellKind] {
        let mut involved = vec![Field::TotalCount];
        let mut sum = 0;
        for field in Field::of(RecordKind::Total).filter(|field| field.spec().section == section) {
            if let Some(part) = entry::count(entries, field) {
                sum += u64::from(part);
                involved.push(field);
            }
        }
        if involved.len() > 1 && sum != u64::from(total) {
            findings.push(Finding::warns(Rule::PartsDiffer { section, sum, total }, &involved));
        }
    }
    findings
}

fn candidate(entries: &dyn Entries, today: Day) -> Vec<Finding> {
    let candidate = Candidate::read(entries);
    let mut findings = Vec::new();
    findings.extend(rules::age::check(&candidate, today));
    findings.extend(rules::citizen_id::check(&candidate));
    findings.extend(rules::certificate::check(&candidate, today));
    findings.extend(rules::vote::check(&candidate, today));
    findings
}

fn same_citizen_id(ledger: &Ledger, id: &RecordId, candidate: &Candidate) -> Option<Finding> {
    let number = candidate.citizen_id.as_ref()?;
    let (other, found) =
        ledger.candidates().find(|(other, found)| *other != id && found.citizen_id.as_ref() == Some(number))?;
    let rule = Rule::CitizenIdTwice { other: other.clone(), name: found.name.clone() };
    Some(Finding::warns(rule, &[Field::CitizenId]))
}
