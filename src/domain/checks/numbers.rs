//! Inconsistent numbers of one record: parts of a total, members on probation, durations of steps.

use crate::domain::admission::finding::{Finding, Rule};
use crate::domain::admission::life_rule::LifeRule;
use crate::domain::admission::planning;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordKind;
use crate::domain::schema::section::Section;

/// Parts that do not add up to their total.
pub(super) fn parts(entries: &dyn Entries) -> Vec<Finding> {
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
            findings.push(Finding::new(Rule::PartsDiffer { section, sum, total }, &involved));
        }
    }
    findings
}

/// More members on probation than members.
pub(super) fn headcount(entries: &dyn Entries) -> Option<Finding> {
    let fields = [Field::HeadcountProbation, Field::HeadcountMembers];
    let both = entry::count(entries, Field::HeadcountProbation).zip(entry::count(entries, Field::HeadcountMembers));
    both.is_some_and(|(probation, members)| probation > members)
        .then(|| Finding::new(Rule::ProbationBeyondMembers, &fields))
}

/// Numbers that are parts of another number of their record, with that number.
const PARTS: &[(Field, Field)] = &[
    (Field::KeyPeopleMembers, Field::KeyPeopleAll),
    (Field::ClassCertified, Field::ClassSent),
    (Field::CoverageNobody, Field::CoverageAll),
    (Field::CoverageWithoutCell, Field::CoverageAll),
];

/// Parts beyond their whole.
pub(super) fn part_beyond(kind: RecordKind, entries: &dyn Entries) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (part, whole) in PARTS.iter().filter(|(part, _)| part.spec().record == kind) {
        let both = entry::count(entries, *part).zip(entry::count(entries, *whole));
        if let Some((_, number)) = both.filter(|(part, whole)| part > whole) {
            let rule = match kind {
                RecordKind::Coverage => LifeRule::PlacesBeyond { all: number },
                _ => LifeRule::PartBeyond { whole: number },
            };
            findings.push(Finding::new(Rule::Life(rule), &[*part, *whole]));
        }
    }
    findings
}

/// Numbers of places that cannot be together.
pub(super) fn coverage(entries: &dyn Entries) -> Vec<Finding> {
    let count = |field| entry::count(entries, field);
    let (nobody, without) = (Field::CoverageNobody, Field::CoverageWithoutCell);
    let mut findings = part_beyond(RecordKind::Coverage, entries);
    if let Some((nobody_in, without_in)) =
        count(nobody).zip(count(without)).filter(|(nobody, without)| nobody > without)
    {
        let rule = LifeRule::NobodyBeyondCells { nobody: nobody_in, without_cell: without_in };
        findings.push(Finding::new(Rule::Life(rule), &[nobody, without]));
    }
    findings
}

/// Steps whose minimum duration exceeds the usual one.
pub(super) fn durations(entries: &dyn Entries) -> Vec<Finding> {
    let mut findings = Vec::new();
    for row in planning::ASSUMED {
        let (usual, least) = (entry::count(entries, row.usual_field), entry::count(entries, row.least_field));
        let usual = usual.unwrap_or(row.usual);
        if least.is_some_and(|least| least > usual) {
            let fields = [row.least_field, row.usual_field];
            findings.push(Finding::new(Rule::LeastBeyondUsual { usual }, &fields));
        }
    }
    findings
}
