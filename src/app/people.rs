//! Queries on the people around candidates: tasks, helpers, notes on dossiers, assignments, and the
//! findings of an inspection. Read-only.

use super::selectors::{self, dossier};
use super::state::State;
use crate::domain::admission::finding::{Finding, Rule, RuleId};
use crate::domain::admission::limits::MeetingLimits;
use crate::domain::admission::todo::{self, Task, Urgency};
use crate::domain::checks;
use crate::domain::ledger::attached::{Attached, Note};
use crate::domain::ledger::office::Assignment;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::letters::{fold, in_order};

/// Candidates of an organization and everything below it. For the user's own organization also
/// those whose cell is missing.
fn within<'a>(state: &'a State, organization: &RecordId) -> impl Iterator<Item = &'a RecordId> + use<'a> {
    let own = selectors::home(state).as_ref() == Some(organization);
    let gone = move |cell: Option<&RecordId>| own && cell.is_none_or(|cell| !state.ledger.has(cell));
    let astray = state.ledger.candidates().filter(move |(_, candidate)| gone(candidate.cell.as_ref()));
    let here: Vec<_> = state.ledger.candidates_within(organization).collect();
    here.into_iter().chain(astray).map(|(id, _)| id)
}

/// All tasks within an organization, most urgent first.
pub fn tasks_within(state: &State, organization: &RecordId) -> Vec<Task> {
    in_order(all_within(state, organization), Task::order)
}

/// All tasks within an organization, unsorted.
fn all_within<'a>(state: &'a State, organization: &RecordId) -> impl Iterator<Item = Task> + use<'a> {
    let of = |id: &'a RecordId| Some(todo::of(&dossier(state, id)?, state.ledger.candidate(id)?));
    within(state, organization).filter_map(of).flatten()
}

/// The `most` most urgent tasks of the user's organization, and the numbers of overdue, soon due
/// and other tasks.
pub fn pressing(state: &State, most: usize) -> (Vec<Task>, [usize; 3]) {
    let (mut late, mut soon, mut open) = (0, 0, 0);
    // A bounded insertion: there may be thousands of tasks.
    let mut top: Vec<(String, Task)> = Vec::new();
    let today = state.moment.today;
    let limits = MeetingLimits::on(state.ledger.regulation(), today);
    let letters = [RecordKind::Inquiry, RecordKind::Note, RecordKind::Relative];
    let letters = letters.into_iter().any(|kind| state.ledger.has_any(kind));
    for id in selectors::home(state).iter().flat_map(|home| within(state, home)) {
        let Some(candidate) = state.ledger.candidate(id) else { continue };
        if !letters && todo::is_quiet(state.ledger.regulation(), candidate, &limits, today) {
            open += usize::from(!candidate.has_ended(today) && candidate.recognition.is_none());
            continue;
        }
        for task in dossier(state, id).iter().flat_map(|dossier| todo::of(dossier, candidate)) {
            match task.urgency {
                Urgency::Late => late += 1,
                Urgency::Soon => soon += 1,
                Urgency::Open => open += 1,
            }
            if task.urgency == Urgency::Open {
                continue;
            }
            let order = task.order();
            let place = top.partition_point(|(other, _)| *other <= order);
            if place < most {
                top.insert(place, (order, task));
                top.truncate(most);
            }
        }
    }
    (top.into_iter().map(|(_, task)| task).collect(), [late, soon, open])
}

/// All tasks of the user's organization.
pub fn tasks(state: &State) -> Vec<Task> {
    selectors::home(state).map(|home| tasks_within(state, &home)).unwrap_or_default()
}

/// Unresolved notes on a field of a candidate.
pub fn open_notes<'a>(
    state: &'a State,
    candidate: &RecordId,
    field: Field,
) -> impl Iterator<Item = (&'a RecordId, &'a Note)> {
    state.ledger.attached(RecordKind::Note, candidate).filter_map(move |(id, found)| match found {
        Attached::Note(note) if note.open && note.item == Some(field) => Some((id, note)),
        _ => None,
    })
}

/// Number of candidates of a cell, still on the way, whom the member `name` helps at present.
pub fn helped_by(state: &State, cell: Option<&RecordId>, name: &str) -> usize {
    let wanted = fold(name);
    let helps = |id: &RecordId| {
        state.ledger.attached(RecordKind::Helper, id).any(|(_, found)| match found {
            Attached::Helper(helper) => {
                helper.helps(state.moment.today) && helper.name.as_deref().is_some_and(|name| fold(name) == wanted)
            }
            _ => false,
        })
    };
    let today = state.moment.today;
    let open = state.ledger.candidates().filter(|(_, found)| !found.has_ended(today) && found.recognition.is_none());
    open.filter(|(id, found)| found.cell.as_ref() == cell && helps(id)).count()
}

/// Summary of what an assignment covers, or of what nobody is assigned to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Under {
    /// Candidates and probationary members.
    pub candidates: usize,
    /// Overdue tasks.
    pub late: usize,
}

/// The summary of an organization.
pub fn under(state: &State, organization: &RecordId) -> Under {
    let today = state.moment.today;
    let open = |id: &&RecordId| {
        state.ledger.candidate(id).is_some_and(|found| !found.has_ended(today) && found.recognition.is_none())
    };
    let late = all_within(state, organization).filter(|task| task.urgency == Urgency::Late).count();
    Under { candidates: within(state, organization).filter(open).count(), late }
}

/// The organization that an assignment covers; for a village, the cell that covers it.
pub fn charge<'a>(state: &'a State, assignment: &'a Assignment) -> Option<&'a RecordId> {
    let village = assignment.village.as_ref().and_then(|village| state.ledger.village(village)?.cell.as_ref());
    assignment.organization.as_ref().or(village)
}

/// Who is assigned to an organization, or to one above it, today.
pub fn in_charge<'a>(state: &'a State, organization: &RecordId) -> Vec<(&'a RecordId, &'a Assignment)> {
    let mut found = Vec::new();
    for at in state.ledger.line(organization) {
        let here = state
            .ledger
            .assignments()
            .filter(|(_, assignment)| assignment.holds(state.moment.today) && charge(state, assignment) == Some(at));
        found.extend(here);
    }
    found
}

/// Cells of the user's organization without an assignment.
pub fn unassigned(state: &State) -> Vec<RecordId> {
    let Some(home) = selectors::home(state) else { return Vec::new() };
    let is_cell = |id: &RecordId| {
        let kind = state.ledger.organization(id).and_then(|found| found.kind);
        kind.is_some_and(|kind| !kind.is_committee()) && state.ledger.is_within(id, &home)
    };
    let tree = state.ledger.tree().into_iter().map(|(_, id)| id);
    tree.filter(|id| is_cell(id) && in_charge(state, id).is_empty()).collect()
}

/// A record with its findings and its cell.
pub type Inspected = (Option<RecordId>, RecordId, Vec<Finding>);

/// The findings of an inspection grouped by rule, most severe first.
pub fn by_rule(all: &[Inspected]) -> Vec<(RuleId, Vec<(&RecordId, &Finding)>)> {
    let mut rules: Vec<(RuleId, Vec<(&RecordId, &Finding)>)> = Vec::new();
    for (_, id, found) in all {
        for finding in found {
            let name = finding.id();
            match rules.iter_mut().find(|(known, _)| *known == name) {
                Some((_, found)) => found.push((id, finding)),
                None => rules.push((name, vec![(id, finding)])),
            }
        }
    }
    rules.sort_by_key(|(_, found)| std::cmp::Reverse(found.iter().map(|(_, finding)| finding.severity).max()));
    rules
}

/// Every dossier still followed that has findings, sorted by cell.
pub fn inspected(state: &State) -> Vec<Inspected> {
    let mut found = Vec::new();
    let Some(home) = selectors::home(state) else { return found };
    let today = state.moment.today;
    let place: std::collections::BTreeMap<RecordId, usize> =
        state.ledger.tree().into_iter().enumerate().map(|(place, (_, id))| (id, place)).collect();
    for id in within(state, &home) {
        let Some(candidate) = state.ledger.candidate(id).filter(|found| !found.has_ended(today)) else { continue };
        let Some(record) = state.book.record(id) else { continue };
        let mut findings = checks::record(&state.ledger, id, record, today);
        for kind in RecordKind::ALL.into_iter().filter(|kind| kind.is_attached()) {
            for (row, _) in state.ledger.attached(kind, id) {
                let found = state.book.record(row).map(|record| checks::alone(&state.ledger, row, record, today));
                findings.extend(found.into_iter().flatten());
            }
        }
        findings.retain(|finding| finding.rule != Rule::Missing);
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        if !findings.is_empty() {
            let cell = candidate.cell.clone().filter(|cell| state.ledger.has(cell));
            found.push((cell, id.clone(), findings));
        }
    }
    for (id, member) in state.ledger.members_listed() {
        let cell = member.cell.clone().filter(|cell| state.ledger.has(cell));
        let here = cell.as_ref().is_none_or(|cell| state.ledger.is_within(cell, &home));
        let Some(record) = state.book.record(id).filter(|_| here) else { continue };
        let mut findings = checks::record(&state.ledger, id, record, today);
        findings.retain(|finding| finding.rule != Rule::Missing);
        if !findings.is_empty() {
            found.push((cell, id.clone(), findings));
        }
    }
    in_order(found.into_iter(), |(cell, id, _)| {
        let place = cell.as_ref().and_then(|cell| place.get(cell)).copied().unwrap_or(usize::MAX);
        let name = selectors::name(state, id).unwrap_or_default();
        format!("{place:020} {}", fold(&name))
    })
}
