//! Several changes of organizations entered at once, from lines as a decision puts them, in one step. Reading the lines is
//! in `exchange::changes`, single changes are records like any other.

use super::effect::{Effect, Request};
use super::facts::{Plan, PlanField};
use super::keep;
use super::notices::Notice;
use super::route::Route;
use super::state::State;
use super::steps::append;
use crate::book::change::Change as Edit;
use crate::book::record::CREATED;
use crate::domain::calculator::targets;
use crate::domain::schema::choice::{Answer, EventKind};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::exchange::changes::{self, Change, Line, Named};

/// The lines of the plan, each with what it says in the tree of the day before.
pub fn lines(state: &State) -> Vec<Line> {
    changes::read(&state.ledger, &state.plan.lines)
}

/// The day of the plan, if it is one.
pub fn day(plan: &Plan) -> Option<Day> {
    Day::parse(&plan.day).ok()
}

/// Changes one box of the plan.
pub fn edited(state: &mut State, field: PlanField, text: String) -> Vec<Effect> {
    match field {
        PlanField::Lines => state.plan.lines = text,
        PlanField::Day => state.plan.day = text,
        PlanField::Document => state.plan.document = text,
    }
    Vec::new()
}

/// Adds the name of an organization to the last line, as when it is tapped.
pub fn add(state: &mut State, id: &RecordId) -> Vec<Effect> {
    let name = state.ledger.organization_name(id).unwrap_or_default().to_owned();
    let lines = &mut state.plan.lines;
    let joint = if lines.is_empty() || lines.ends_with(['\n', '=', '+', ' ']) { "" } else { " + " };
    lines.push_str(joint);
    lines.push_str(&name);
    Vec::new()
}

/// Writes everything that the lines say, as one step. Nothing happens unless all of them are understood.
pub fn take(state: &mut State) -> Vec<Effect> {
    let Some(day) = day(&state.plan) else { return Vec::new() };
    let mut said = Vec::new();
    for line in lines(state) {
        let Ok(change) = line.said else { return Vec::new() };
        said.push(change);
    }
    if said.is_empty() {
        return Vec::new();
    }
    keep::forms_drop_begun(state);
    let ends = said.iter().filter(|change| matches!(change.kind, EventKind::Merged | EventKind::Ended));
    let ending = ends.flat_map(|change| change.of.clone()).collect();
    let mut writing = Writing { edits: Vec::new(), day, ending, made: Vec::new(), number: 0 };
    for change in &said {
        writing.change(state, change);
    }
    let effects = append(state, writing.edits);
    state.plan = Plan::default();
    state.tell(Notice::Reorganized(writing.number));
    effects.into_iter().chain([Effect::Ask(Request::Go(Route::Organizations))]).collect()
}

/// Writes a target of the organization that continues an ended one: the sum of what those merged into it were asked, with
/// their results.
pub fn hand_over(state: &mut State, target: &RecordId) -> Vec<Effect> {
    let Some(found) = state.ledger.target(target) else { return Vec::new() };
    let end = found.organization.as_ref().and_then(|organization| state.ledger.end(organization));
    let Some((day, (heir, bound))) = end.map(|end| end.day).zip(targets::sum_to_hand(&state.ledger, found)) else {
        return Vec::new();
    };
    let Some(bound) = bound.written() else { return Vec::new() };
    let mut given = vec![(Field::TargetOrganization, heir.as_str().to_owned())];
    let kept = [Field::TargetIndicator, Field::TargetFrom, Field::TargetTo, Field::TargetIssuer, Field::TargetOrigin];
    let text = |field: Field| state.book.record(target)?.text(field.spec().key).map(|text| (field, text.to_owned()));
    given.extend(kept.into_iter().filter_map(text));
    given.push((Field::TargetBound, bound));
    given.push((Field::TargetSince, day.iso()));
    given.push((Field::TargetTakesOver, Answer::Yes.key().to_owned()));
    keep::forms_drop_begun(state);
    let id = state.new_id(RecordKind::Target);
    let edits = keep::create(state, &id, &given);
    let effects = append(state, edits);
    effects.into_iter().chain([Effect::Ask(Request::Go(Route::Record(id)))]).collect()
}

/// The events written in one step with this one, itself among them: those of its moment and device. Survives a reload, when
/// steps to undo are gone.
pub fn together(state: &State, event: &RecordId) -> Vec<RecordId> {
    written_with(state, event, RecordKind::Event)
}

/// Records of a kind created in one step with `record`.
fn written_with(state: &State, record: &RecordId, kind: RecordKind) -> Vec<RecordId> {
    let created = |id: &RecordId| {
        let first = state.book.history(id, CREATED).edits().next()?;
        Some((first.stamp.ms, first.stamp.device))
    };
    let moment = created(record);
    let here = state.ledger.ids(kind).filter(|id| moment.is_some() && created(id) == moment);
    here.cloned().collect()
}

/// Takes back everything that was written in one step with an event, as one step: the events, and the new organizations
/// to which nothing refers any more. What was entered stays, and is counted by the tree that is left.
pub fn take_back(state: &mut State, event: &RecordId) -> Vec<Effect> {
    let events = together(state, event);
    let made = written_with(state, event, RecordKind::Organization);
    let mut edits = Vec::new();
    for id in &events {
        edits.push(state.book.delete(state.moment.ms, id));
        state.refresh(id);
    }
    for id in &made {
        if keep::pointing_at(state, id) == 0 {
            edits.push(state.book.delete(state.moment.ms, id));
            state.refresh(id);
        }
    }
    if events.is_empty() {
        return Vec::new();
    }
    let effects = append(state, edits);
    state.tell(Notice::ReorganizedBack);
    effects.into_iter().chain([Effect::Ask(Request::Replace(Route::Organizations))]).collect()
}

/// The records of one plan while they are written.
struct Writing {
    edits: Vec<Edit>,
    day: Day,
    /// What the plan ends.
    ending: Vec<RecordId>,
    /// New organizations by name.
    made: Vec<(String, RecordId)>,
    /// Number of events.
    number: usize,
}

impl Writing {
    fn change(&mut self, state: &mut State, change: &Change) {
        let other = match (&change.other, change.kind) {
            (Some(Named::New(name)), EventKind::Renamed) => {
                for of in &change.of {
                    self.event(state, of, change.kind, &[(Field::EventName, name.clone())]);
                }
                return;
            }
            (Some(Named::New(name)), _) => Some(self.organization(state, name, change)),
            (Some(Named::Known(id)), _) => Some(id.clone()),
            (None, _) => None,
        };
        let reference = |id: &RecordId| vec![(Field::EventOther, id.as_str().to_owned())];
        match (change.kind, other) {
            // The new one is what it happens to.
            (EventKind::Split, Some(new)) => {
                if let Some(from) = change.of.first() {
                    self.event(state, &new, change.kind, &reference(from));
                }
            }
            (kind, other) => {
                let more = other.as_ref().map(reference).unwrap_or_default();
                for of in &change.of {
                    self.event(state, of, kind, &more);
                }
            }
        }
    }

    /// The new organization with this name: of the kind of those that it comes from, where the first of them stands.
    fn organization(&mut self, state: &mut State, name: &str, change: &Change) -> RecordId {
        if let Some((_, id)) = self.made.iter().find(|(known, _)| known == name) {
            return id.clone();
        }
        let id = state.new_id(RecordKind::Organization);
        let first = change.of.first();
        let kind = first.and_then(|first| state.ledger.organization(first)?.kind);
        let above = first.and_then(|first| state.ledger.line(first).skip(1).find(|above| !self.ending.contains(above)));
        let above = above.cloned();
        let mut given = vec![(Field::OrganizationName, name.to_owned()), (Field::OrganizationFounded, self.day.iso())];
        given.extend(kind.map(|kind| (Field::OrganizationKind, kind.key().to_owned())));
        given.extend(above.map(|above| (Field::OrganizationParent, above.as_str().to_owned())));
        self.edits.extend(keep::create(state, &id, &given));
        self.made.push((name.to_owned(), id.clone()));
        id
    }

    fn event(&mut self, state: &mut State, of: &RecordId, kind: EventKind, more: &[(Field, String)]) {
        let id = state.new_id(RecordKind::Event);
        let mut given = vec![
            (Field::EventOrganization, of.as_str().to_owned()),
            (Field::EventKind, kind.key().to_owned()),
            (Field::EventDay, self.day.iso()),
        ];
        given.extend(more.iter().cloned());
        if !state.plan.document.is_empty() {
            given.push((Field::EventDocument, state.plan.document.clone()));
        }
        self.edits.extend(keep::create(state, &id, &given));
        self.number += 1;
    }
}
