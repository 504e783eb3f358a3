//! Checks: all findings about one record, with one file per subject; this one calls them in display order. Depends on
//! `admission` and the rooms below it, not on `calculator`. The type of a finding is in `admission::finding`.

pub mod age;
pub mod certificate;
pub mod citizen_id;
pub mod deadlines;
pub mod details;
pub mod education;
mod field;
pub mod history;
pub mod introducers;
pub mod keeping;
pub mod life;
mod numbers;
mod order;
pub mod papers;
pub mod procedure;
pub mod readmission;
mod register;
pub mod verification;
pub mod vote;
pub mod youth_union;

use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::Finding;
use crate::domain::admission::law;
use crate::domain::ledger::Ledger;
use crate::domain::schema::entry::Entries;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
pub use citizen_id::shared_citizen_id;
pub use register::twin;

/// All checks of a candidate's dossier, in the order in which their findings are shown.
pub const CHECKS: &[fn(&Dossier<'_>) -> Vec<Finding>] = &[
    age::check,
    citizen_id::check,
    education::check,
    youth_union::check,
    details::check,
    history::check,
    readmission::check,
    certificate::check,
    papers::check,
    introducers::check,
    verification::check,
    vote::check,
    procedure::check,
    deadlines::check,
    life::check,
    keeping::check,
];

/// All findings about one record.
pub fn record(ledger: &Ledger, id: &RecordId, entries: &dyn Entries, today: Day) -> Vec<Finding> {
    let mut findings = alone(ledger, id, entries, today);
    let same = citizen_id::same_citizen_id(ledger, id, entries);
    findings.extend(same.and_then(|same| shared_citizen_id(ledger, &same)));
    findings.extend(twin(ledger, id, entries, today));
    findings
}

/// The findings about single fields of one record.
pub fn fields(ledger: &Ledger, id: &RecordId, entries: &dyn Entries, today: Day) -> Vec<Finding> {
    let fields = id.kind().into_iter().flat_map(Field::of);
    fields.filter_map(|field| field::single(ledger, entries, field, today)).collect()
}

/// All findings about one record, except those that need a comparison with all others of its kind.
pub fn alone(ledger: &Ledger, id: &RecordId, entries: &dyn Entries, today: Day) -> Vec<Finding> {
    let Some(kind) = id.kind() else { return Vec::new() };
    let mut findings = fields(ledger, id, entries, today);
    findings.extend(order::order(kind, entries));
    match kind {
        RecordKind::Candidate => {
            let dossier = Dossier::new(ledger, id, entries, today);
            for check in CHECKS {
                findings.extend(check(&dossier));
            }
        }
        RecordKind::Total => {
            findings.extend(numbers::parts(entries));
            findings.extend(life::about_ended(ledger, id, entries));
        }
        RecordKind::Target => findings.extend(life::about_ended(ledger, id, entries)),
        RecordKind::Headcount => {
            findings.extend(numbers::headcount(entries));
            findings.extend(life::about_ended(ledger, id, entries));
            findings.extend(life::merged_counts(ledger, entries));
        }
        RecordKind::Coverage => findings.extend(numbers::coverage(entries)),
        RecordKind::KeyPeople | RecordKind::AwarenessClass => findings.extend(numbers::part_beyond(kind, entries)),
        RecordKind::Event => findings.extend(life::event(ledger, id)),
        RecordKind::Durations => findings.extend(numbers::durations(entries)),
        RecordKind::Organization => {
            findings.extend(register::circle(ledger, id));
            findings.extend(life::no_parent(ledger, id));
            findings.extend(register::code_twice(ledger, id, entries));
        }
        RecordKind::Job | RecordKind::Study | RecordKind::Trip => findings.extend(order::span(kind, entries)),
        RecordKind::Relative => findings.extend(order::lifetime(entries)),
        RecordKind::Authority => findings.extend(register::authority(ledger, entries)),
        RecordKind::Assignment => findings.extend(register::nothing_assigned(entries)),
        RecordKind::Member => findings.extend(register::on_probation(ledger, entries, today)),
        // Only the checks of single fields and of the order of days apply.
        RecordKind::Village
        | RecordKind::Survey
        | RecordKind::Reason
        | RecordKind::OfficeRules
        | RecordKind::Points
        | RecordKind::Paper
        | RecordKind::Award
        | RecordKind::Discipline
        | RecordKind::Inquiry
        | RecordKind::Helper
        | RecordKind::Note
        | RecordKind::Move => {}
    }
    for finding in &mut findings {
        finding.stale = law::stale(ledger.regulation(), finding, today);
    }
    findings
}
