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
use crate::domain::ledger::{members, namesakes};
use crate::domain::schema::entry;
use crate::domain::schema::field::{Field, Kind};
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::domain::value::letters::{fold, has, in_order};
use crate::domain::value::shorthand;

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

/// Maximum number of suggestions under a text box.
const SUGGESTED: usize = 6;

/// Texts of this book to suggest for a field, filtered by what was typed: members from the register, and what others of the cell or
/// family have there.
pub fn suggested(state: &State, record: &RecordId, field: Field, typed: &str) -> Vec<String> {
    if matches!(field.spec().kind, Kind::Day { .. } | Kind::When) && !typed.is_empty() {
        return shorthand::year_of_age(typed, state.moment.today)
            .map(|year| year.to_string())
            .into_iter()
            .chain(short_days(field, typed, state.moment.today).into_iter().map(Day::iso))
            .collect();
    }
    let candidate = record.candidate().unwrap_or_else(|| record.clone());
    let cell = || state.ledger.candidate(&candidate)?.cell.as_ref();
    let all = match field {
        Field::HelperName | Field::Introducer1 | Field::Introducer2 => {
            let Some(cell) = cell() else { return Vec::new() };
            namesakes::to_name(&state.ledger, cell, state.moment.today)
        }
        Field::AssignmentName => {
            let mut names: Vec<String> = Vec::new();
            for (_, assignment) in state.ledger.assignments() {
                names.extend(assignment.name.clone().filter(|name| !names.contains(name)));
            }
            names
        }
        Field::OfficialMembers => {
            let on = state.ledger.candidate(&candidate).and_then(|found| found.cell_meeting);
            let on = on.unwrap_or(state.moment.today);
            let count = cell().and_then(|cell| members::whole(&state.ledger, cell, on));
            return count.map(|count| count.official.to_string()).filter(|count| count != typed).into_iter().collect();
        }
        Field::Recognition if typed.is_empty() => {
            let ends = dossier(state, &candidate)
                .and_then(|found| crate::domain::admission::procedure::probation_ends(&found));
            return ends.map(Day::iso).into_iter().collect();
        }
        Field::BirthPlace
        | Field::BirthProvince
        | Field::OldBirthPlace
        | Field::OldBirthProvince
        | Field::HomePlace
        | Field::HomeProvince
        | Field::Residence
        | Field::ResidenceProvince
        | Field::EthnicGroup
        | Field::Work
            if typed.is_empty() =>
        {
            let Some(cell) = cell() else { return Vec::new() };
            let others = state.ledger.candidates_within(cell).map(|(id, _)| id).filter(|id| **id != candidate);
            return usual(state, others, field);
        }
        Field::RelativeResidence if typed.is_empty() => {
            let own = state.book.record(&candidate).and_then(|found| found.text(Field::Residence.spec().key));
            let mut all: Vec<String> = own.map(str::to_owned).into_iter().collect();
            let family =
                state.book.records().map(|(id, _)| id).filter(|id| id.candidate().as_ref() == Some(&candidate));
            all.extend(
                usual(state, family.filter(|id| *id != record), field)
                    .into_iter()
                    .filter(|text| Some(text.as_str()) != own),
            );
            all.truncate(OF_OTHERS);
            return all;
        }
        _ => return Vec::new(),
    };
    let wanted = fold(typed);
    if all.iter().any(|name| fold(name) == wanted) {
        return Vec::new();
    }
    all.into_iter().filter(|name| has(&fold(name), &wanted)).take(SUGGESTED).collect()
}

/// Years that a day lies ahead at most.
const AHEAD: i32 = 20;
/// Nobody younger is a candidate for years to come.
const YOUNGEST: i32 = 14;

/// The days that a short text may mean in a field.
pub fn short_days(field: Field, typed: &str, today: Day) -> Vec<Day> {
    let latest = match field.spec().kind {
        _ if field == Field::Birth => today.plus_months(-12 * YOUNGEST),
        Kind::Day { past: true } | Kind::When => Some(today),
        Kind::Day { past: false } => today.plus_months(12 * AHEAD),
        _ => return Vec::new(),
    };
    if entry::parse(field.spec().kind, typed).is_ok() {
        return Vec::new();
    }
    shorthand::days(typed, latest.unwrap_or(today))
}

/// Texts of others that are suggested.
const OF_OTHERS: usize = 3;

/// What these records have in a field, what most of them have first.
fn usual<'a>(state: &'a State, records: impl Iterator<Item = &'a RecordId>, field: Field) -> Vec<String> {
    let mut counts: Vec<(usize, &str)> = Vec::new();
    for text in records.filter_map(|id| state.book.record(id)?.text(field.spec().key)) {
        match counts.iter_mut().find(|(_, known)| *known == text) {
            Some((count, _)) => *count += 1,
            None => counts.push((1, text)),
        }
    }
    counts.sort_by(|(one, _), (other, _)| other.cmp(one));
    counts.into_iter().take(OF_OTHERS).map(|(_, text)| text.to_owned()).collect()
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
