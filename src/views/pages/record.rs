//! The form of one record, drawn from the field table: what is to be looked at, the sections
//! with their fields, what hangs on the record, and the way to delete it.

use super::{actions, history, record_more};
use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::check::{Finding, Rule};
use crate::domain::field::{Field, Section};
use crate::domain::id::RecordId;
use crate::text::vi::{findings, words};
use crate::views::Act;
use crate::views::el::{El, el};
use crate::views::widgets::badge;
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::field_row::{element_id, field_row};
use crate::views::widgets::list::empty;

/// The page.
pub fn page(state: &State, act: &Act, id: &RecordId) -> Vec<El> {
    let live = state.book.record(id).is_some_and(|record| !record.is_deleted());
    let Some(kind) = id.kind().filter(|_| live) else {
        let back = link(words::BACK, Weight::Main, &Route::Record(id.clone()).section());
        return vec![empty(words::GONE).child(back)];
    };
    let found = selectors::findings(state, id);
    let mut parts = vec![el("p", "field-help").text(words::AUTOSAVE), to_mend(act, &found)];
    parts.extend(record_more::above(state, act, id));
    let mut fields = Field::of(kind).peekable();
    while let Some(first) = fields.next() {
        let section = first.spec().section;
        let mut rows = vec![field_row(state, act, id, first, &found)];
        while let Some(field) = fields.next_if(|field| field.spec().section == section) {
            rows.push(field_row(state, act, id, field, &found));
        }
        parts.push(headed(section).children(rows));
    }
    parts.extend(record_more::below(state, act, id));
    // Apart from everything else, so that no thumb meets it by chance.
    parts.push(actions(vec![history::of(id)]));
    let delete = button(words::DELETE, Weight::Danger, act, Action::Delete(id.clone()));
    parts.push(el("div", "actions actions-last").child(delete));
    parts
}

/// Heading of a record's page: what it is and what it is called.
pub fn heading(state: &State, id: &RecordId) -> String {
    let kind = id.kind().map_or("", words::record);
    match selectors::name(state, id) {
        Some(name) => format!("{kind}: {name}"),
        None => kind.to_owned(),
    }
}

/// The element of a section with its heading. Parts of a total are rarely known: folded away
/// until they are asked for.
fn headed(section: Section) -> El {
    match (section, words::section(section)) {
        (Section::ByQualification | Section::ByCellKind, Some(title)) => {
            el("details", "section").child(el("summary", "").text(title))
        }
        (_, Some(title)) => el("section", "section").child(el("h2", "").text(title)),
        (_, None) => el("section", "section"),
    }
}

/// Everything found, each a way to its field; what is merely empty comes last, in one line.
fn to_mend(act: &Act, found: &[Finding]) -> El {
    let mut part = el("section", "to-mend").fixed("aria-label", words::TO_MEND);
    let mut missing = Vec::new();
    for finding in found {
        match (&finding.rule, finding.fields.first()) {
            (Rule::Missing, Some(field)) => missing.push(jump(act, finding, field.spec().column)),
            (Rule::Missing, None) => {}
            _ => part = part.child(jump(act, finding, &findings::with_label(finding))),
        }
    }
    if missing.is_empty() {
        return part;
    }
    part.child(el("p", "missing").child(el("span", "").text(words::MISSING)).children(missing))
}

fn jump(act: &Act, finding: &Finding, words: &str) -> El {
    let jump = el("button", "jump").fixed("type", "button").toned(badge::severity_tone(finding.severity)).text(words);
    match finding.fields.first() {
        Some(field) => jump.jumps(act, element_id(*field)),
        None => jump,
    }
}
