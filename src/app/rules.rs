//! Regulation files of offices on the page: what one would change, taking it in as records, dismissing it. What is in
//! such a file is in `regulation::office_file`, its records in `ledger::rules`.

use super::effect::{Effect, Request};
use super::facts::{Proposal, RulesFile};
use super::keep;
use super::notices::Notice;
use super::route::Route;
use super::state::State;
use super::steps::append;
use crate::book::change::Change;
use crate::domain::admission::finding::{RuleId, Severity};
use crate::domain::checks;
use crate::domain::ledger::rules;
use crate::domain::regulation::table::seen;
use crate::domain::regulation::{OfficeFile, OfficeRules, Regulation, Turned};
use crate::domain::schema::entry;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;

/// A file was read: shows what it would change on the page of the regulation.
pub fn read(state: &mut State, text: &str) -> Vec<Effect> {
    let file = match OfficeFile::read(text, state.ledger.regulation(), state.moment.today) {
        Ok(file) => RulesFile::Proposed(propose(state, file)),
        Err((problem, refused)) => RulesFile::Refused(problem, refused),
    };
    state.rules = Some(Box::new(file));
    if state.route == Route::Regulation { Vec::new() } else { vec![Effect::Ask(Request::Go(Route::Regulation))] }
}

/// What a file would change: the ledger is asked with it and without it. The book is not touched.
fn propose(state: &mut State, file: OfficeFile) -> Proposal {
    let old = state.ledger.regulation().clone();
    let before = all_findings(state);
    for rules in &file.rules {
        state.ledger.put_rules(rules);
    }
    let changes = changes(&old, state.ledger.regulation(), state.moment.today);
    let affected = all_findings(state).into_iter().zip(before).filter(|(after, before)| after.1 != before.1);
    let affected = affected.map(|((id, _), _)| id).collect();
    for id in file.rules.iter().filter_map(rules::record) {
        state.refresh(&id);
    }
    Proposal { file, changes, affected }
}

/// The findings of everybody who is followed.
fn all_findings(state: &State) -> Vec<(RecordId, Vec<(Severity, RuleId)>)> {
    let today = state.moment.today;
    let mut all = Vec::new();
    for (id, _) in state.ledger.candidates().filter(|(_, found)| !found.has_ended(today)) {
        let Some(record) = state.book.record(id) else { continue };
        let found = checks::alone(&state.ledger, id, record, today);
        all.push((id.clone(), found.iter().map(|finding| (finding.severity, finding.id())).collect()));
    }
    all
}

/// The values that differ between two regulations, on `today` and on each later day on which either changes.
fn changes(old: &Regulation, new: &Regulation, today: Day) -> Vec<(Day, Vec<Turned>)> {
    let mut days = vec![today];
    for turn in old.turns().into_iter().chain(new.turns()).filter(|turn| *turn > today) {
        if let Err(place) = days.binary_search(&turn) {
            days.insert(place, turn);
        }
    }
    let mut changes: Vec<(Day, Vec<Turned>)> = Vec::new();
    for day in days {
        let differ = old.differences(new, day);
        // What already differs since the day before is not told again.
        let known = |turned: &Turned| changes.iter().any(|(_, told)| told.iter().any(|other| is_same(other, turned)));
        let fresh: Vec<Turned> = differ.iter().filter(|turned| !known(turned)).copied().collect();
        if !fresh.is_empty() {
            changes.push((day, fresh));
        }
    }
    changes
}

/// Whether two changes are the same to people.
fn is_same(one: &Turned, other: &Turned) -> bool {
    one.0 == other.0 && seen(one.1) == seen(other.1) && seen(one.2) == seen(other.2)
}

/// Takes in what the file proposes, as one step.
pub fn take(state: &mut State) -> Vec<Effect> {
    let Some(RulesFile::Proposed(proposal)) = state.rules.take().map(|file| *file) else { return Vec::new() };
    let mut changes = Vec::new();
    for rules in &proposal.file.rules {
        changes.extend(written(state, rules));
    }
    state.tell(Notice::RulesTaken(proposal.file.rules.len()));
    append(state, changes)
}

/// The changes that write some rules to their record.
fn written(state: &mut State, rules: &OfficeRules) -> Vec<Change> {
    let Some(id) = rules::record(rules) else { return Vec::new() };
    let given = rules::fields(rules);
    let Some(known) = state.book.record(&id) else { return keep::create(state, &id, &given) };
    let ms = state.moment.ms;
    let mut changes = Vec::new();
    if known.is_deleted() {
        changes.push(state.book.restore(ms, &id));
    }
    for field in Field::of(RecordKind::OfficeRules) {
        let text = given.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_str());
        let text = text.map(|text| entry::canonical(field.spec().kind, text));
        let known = state.book.record(&id).and_then(|record| record.text(field.spec().key));
        if known != text.as_deref() {
            changes.push(state.book.edit(ms, &id, field.spec().key, text));
        }
    }
    state.refresh(&id);
    changes
}
