//! Entries of the register and settings of organizations: a person entered twice, a probation without end, an empty
//! assignment, a deciding body that does not exist.

use crate::domain::admission::finding::{Finding, Rule, Severity};
use crate::domain::admission::limits;
use crate::domain::ledger::{Ledger, namesakes};
use crate::domain::regulation::working_days::Limit;
use crate::domain::schema::choice::{DecidingBody, Membership, Standing};
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;

/// A member who is in the register twice. Compares with every entry.
pub fn twin(ledger: &Ledger, id: &RecordId, entries: &dyn Entries, today: Day) -> Option<Finding> {
    let twin = namesakes::twin(ledger, id, today)?;
    let member = id.kind() == Some(RecordKind::Member);
    let (field, own) =
        if member { (Field::MemberName, Field::MemberCell) } else { (Field::Name, Field::CandidateCell) };
    let elsewhere = twin.cell.filter(|cell| entry::reference(entries, own).as_ref() != Some(*cell));
    let cell = elsewhere.and_then(|cell| ledger.organization_name(cell)).map(str::to_owned);
    Some(Finding::new(Rule::MemberTwice { cell }, &[field]))
}

/// A member entered as on probation for longer than probation lasts.
pub(super) fn on_probation(ledger: &Ledger, entries: &dyn Entries, today: Day) -> Option<Finding> {
    let admitted = entry::day(entries, Field::MemberJoined).or(entry::day(entries, Field::MemberAdmitted))?;
    let official = entry::written(entries, Field::MemberOfficial).and_then(Membership::from_key);
    let (ended, source) = limits::probation(ledger.regulation(), admitted)?;
    let gone = entry::written(entries, Field::MemberStanding).and_then(Standing::from_key);
    let gone = gone.is_some_and(|standing| !matches!(standing, Standing::Active | Standing::Exempt | Standing::Away));
    if gone
        || ended > today
        || official == Some(Membership::Official)
        || entries.text(Field::MemberRecognition).is_some()
    {
        return None;
    }
    let limit = Limit { last: ended, estimated: true };
    let fields = [Field::MemberRecognition, Field::MemberAdmitted];
    // Only a hint if it may be an old member whose day of recognition was never noted.
    let finding = Finding::new(Rule::ProbationOver { ended, limit }, &fields).citing(source);
    let sure = official == Some(Membership::Probationary);
    Some(if sure { finding } else { finding.weighing(Severity::Hints) })
}

/// An organization below itself.
pub(super) fn circle(ledger: &Ledger, id: &RecordId) -> Option<Finding> {
    ledger.in_circle(id).then(|| Finding::new(Rule::Circle, &[Field::OrganizationParent]))
}

/// A code that another organization has.
pub(super) fn code_twice(ledger: &Ledger, id: &RecordId, entries: &dyn Entries) -> Option<Finding> {
    let code = entry::text(entries, Field::OrganizationCode)?;
    let (_, other) =
        ledger.organizations().find(|(other, found)| *other != id && found.code.as_ref() == Some(&code))?;
    Some(Finding::new(Rule::OrganizationCodeTwice { name: other.name.clone() }, &[Field::OrganizationCode]))
}

/// An assignment without organization and village.
pub(super) fn nothing_assigned(entries: &dyn Entries) -> Option<Finding> {
    let nothing = [Field::AssignmentOrganization, Field::AssignmentVillage];
    let empty = nothing.into_iter().all(|field| entries.text(field).is_none());
    empty.then(|| Finding::new(Rule::NothingAssigned, &nothing))
}

/// A deciding body that does not exist on the first day of its setting.
pub(super) fn authority(ledger: &Ledger, entries: &dyn Entries) -> Option<Finding> {
    let body = DecidingBody::from_key(entry::written(entries, Field::AuthorityBody)?)?;
    let from = entry::day(entries, Field::AuthorityFrom)?;
    super::procedure::body_gone(ledger.regulation(), body, from, &[Field::AuthorityBody, Field::AuthorityFrom])
}
