//! The edit history, deleted records, and conflicts between concurrent edits.

use super::{about, actions, section};
use crate::app::action::Action;
use crate::app::past::{self, Entry, What};
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::{EditRef, State};
use crate::domain::schema::field::{Field, Kind};
use crate::domain::schema::id::RecordId;
use crate::domain::schema::lists;
use crate::text::{dossier, erasing, hints, safety as words};
use crate::views::el::{El, el};
use crate::views::widgets::badge::{Tone, badge};
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::list::empty;
use crate::views::{Act, name_of, time_of};

/// Renders the latest edits of one record, or of all.
pub fn history(state: &State, act: &Act, only: Option<&RecordId>) -> Vec<El> {
    let entries = past::entries(state, only);
    if entries.is_empty() {
        return vec![empty(words::NO_HISTORY)];
    }
    let full = entries.len() == past::MOST;
    let rows = entries.iter().map(|entry| one(state, act, entry, only.is_none()));
    let mut parts = vec![el("ul", "edits").each(rows)];
    if full {
        parts.push(about(words::LATEST_ONLY));
    }
    parts
}

fn one(state: &State, act: &Act, entry: &Entry, named: bool) -> El {
    let title = match entry.what {
        What::Begun => words::BEGUN,
        What::Deleted => words::DELETED_ONE,
        What::Restored => words::RESTORED_ONE,
        What::Erased => erasing::ERASED_ONE,
        What::Field(field) => field.label(),
    };
    let mut row = el("div", "edit-words");
    if named && entry.what != What::Erased {
        let page = match entry.what {
            What::Field(field) => Route::of_field(&entry.mark.record, field),
            _ => Route::Record(entry.mark.record.clone()),
        };
        let there = el("a", "card-link").leads_to(&page);
        row = row.child(there.text(&name_of(state, &entry.mark.record)));
    }
    row = row.child(el("p", "card-title").text(title));
    if let What::Field(field) = entry.what {
        let [before, after] = [entry.before, entry.value].map(|text| shown(state, field, text));
        row = row.child(el("p", "").text(&words::from_to(before.as_deref(), after.as_deref())));
    }
    let row = el("li", "edit").key(&entry.mark.stamp.to_string()).child(row.child(by(state, &entry.mark)));
    if entry.stands {
        row.child(button(words::TAKE_BACK, Weight::Plain, act, Action::TakeBack(entry.mark.clone())))
    } else {
        row
    }
}

/// Time and device of an edit.
fn by(state: &State, mark: &EditRef) -> El {
    let device = mark.stamp.device;
    let device = words::device(past::device_name(state, device), device, device == state.book.device());
    about(&time_of(state, mark.stamp.ms)).text(" · ").text(&device)
}

/// Display form of a stored text.
fn shown(state: &State, field: Field, text: Option<&str>) -> Option<String> {
    let text = text?;
    Some(match field.spec().kind {
        Kind::Choice(entries) => lists::find(entries.entries(), text).map_or(text, |choice| choice.name).to_owned(),
        Kind::Reference(_) => match RecordId::parse(text) {
            Some(id) => name_of(state, &id),
            None => text.to_owned(),
        },
        _ => hints::in_box(field, text),
    })
}

/// Renders the deleted records, each with a button to restore it, and those whose day to be erased has come.
pub fn deleted(state: &State, act: &Act) -> Vec<El> {
    let deleted = past::deleted(state);
    let due = selectors::to_delete(state);
    if deleted.is_empty() && due.is_empty() {
        return vec![empty(words::NOTHING_DELETED)];
    }
    let mut parts = Vec::new();
    if !due.is_empty() {
        let rows = due.into_iter().map(|id| {
            let there = el("a", "card-link").leads_to(&Route::of_field(id, Field::DeleteBy));
            let body = el("div", "edit-words").child(there.text(&name_of(state, id)));
            el("li", "edit").key(id.as_str()).child(body).child(actions(vec![erase(act, id)]))
        });
        parts.push(section(dossier::TO_DELETE, vec![el("ul", "edits").each(rows)]));
    }
    let rows = deleted.into_iter().map(|(id, stamp)| {
        let mark = EditRef { record: id.clone(), key: String::new(), stamp };
        let mut buttons = vec![button(words::RESTORE, Weight::Plain, act, Action::Restore(id.clone())), of(id)];
        if id.kind().is_some_and(|kind| kind.is_of_person() && !kind.is_attached()) {
            buttons.push(erase(act, id));
        }
        let body = el("div", "edit-words").child(el("p", "card-title").text(&super::record::heading(state, id)));
        el("li", "edit").key(id.as_str()).child(body.child(by(state, &mark))).child(actions(buttons))
    });
    parts.push(el("ul", "edits").each(rows));
    parts.push(about(erasing::ERASE_RECORD_WHAT));
    parts
}

/// Button that erases a record for good.
fn erase(act: &Act, id: &RecordId) -> El {
    button(erasing::ERASE_RECORD, Weight::Danger, act, Action::EraseRecord(id.clone()))
}

/// Link to the history of a record.
pub fn of(id: &RecordId) -> El {
    link(words::HISTORY_OF_THIS, Weight::Plain, &Route::History(Some(id.clone())))
}

/// Renders the conflicts, with a button for each edit.
pub fn disputes(state: &State, act: &Act) -> Vec<El> {
    let (disputes, unseen) = (past::disputes(state), past::deleted_unseen(state));
    if disputes.is_empty() && unseen.is_empty() {
        return vec![empty(words::NO_DISPUTES)];
    }
    let mut parts = vec![el("p", "").text(words::DISPUTES_ABOUT)];
    for dispute in disputes {
        let field = dispute.field;
        let last = dispute.edits.len() - 1;
        let rows = dispute.edits.iter().enumerate().map(|(place, (mark, value))| {
            let value = shown(state, field, *value);
            let value = el("p", "card-title").text(value.as_deref().unwrap_or(words::EMPTY)).text(" ");
            let value = if place == last { value.child(badge(Tone::Calm, words::STANDS)) } else { value };
            let take = button(words::TAKE_THIS, Weight::Plain, act, Action::Decide(mark.clone()));
            let body = el("div", "edit-words").child(value).child(by(state, mark));
            el("li", "edit").key(&mark.stamp.to_string()).child(body).child(take)
        });
        let there = el("a", "card-link").leads_to(&Route::of_field(dispute.record, field));
        let there = there.text(&name_of(state, dispute.record));
        parts.push(section(field.label(), vec![there, el("ul", "edits").each(rows)]));
    }
    for id in unseen {
        let answers = vec![
            button(words::RESTORE, Weight::Main, act, Action::Restore(id.clone())),
            button(words::DELETE_ALL_THE_SAME, Weight::Danger, act, Action::Delete(id.clone())),
            of(id),
        ];
        parts.push(section(&super::record::heading(state, id), vec![about(words::DELETED_UNSEEN), actions(answers)]));
    }
    parts
}
