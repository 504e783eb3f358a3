//! The form of one record, generated from the field table: findings, sections with fields, related
//! records, and deletion.

use super::{actions, awaited, dossier, history, record_more};
use crate::app::action::Action;
use crate::app::chunks::Chunk;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::admission::finding::{Finding, Rule, Severity};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::schema::section::Section;
use crate::text::{dossier as texts, findings, safety, words};
use crate::views::Act;
use crate::views::el::{El, el};
use crate::views::widgets::badge;
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::field_row::field_row;
use crate::views::widgets::list::empty;

/// Renders the page.
pub fn page(state: &State, act: &Act, id: &RecordId) -> Vec<El> {
    let live = state.book.record(id).is_some_and(|record| !record.is_deleted());
    let Some(kind) = id.kind().filter(|_| live) else {
        let back = link(words::BACK, Weight::Main, &Route::Record(id.clone()).section());
        return vec![empty(words::GONE).child(back)];
    };
    if let Some(found) = selectors::dossier(state, id) {
        return match state.chunks.has(Chunk::Rest) {
            true => dossier::deferred_page(state, act, &found),
            false => vec![awaited(state, act)],
        };
    }
    let found = selectors::findings_of_attached(state, id);
    let mut parts = vec![el("p", "field-help").text(safety::autosave(state.store.passing)), to_mend(act, id, &found)];
    parts.push(more(state, |state| record_more::deferred_above(state, act, id)));
    let mut fields = Field::of(kind).peekable();
    while let Some(first) = fields.next() {
        let section = first.spec().section;
        let mut rows = vec![field_row(state, act, id, first, None, &found)];
        while let Some(field) = fields.next_if(|field| field.spec().section == section) {
            rows.push(field_row(state, act, id, field, None, &found));
        }
        parts.push(headed(section).children(rows));
    }
    parts.push(more(state, |state| record_more::deferred_below(state, act, id)));
    if let Some(candidate) = id.candidate() {
        let back = link(words::BACK, Weight::Main, &Route::Record(id.clone()).section());
        let more = button(texts::ONE_MORE, Weight::Plain, act, Action::BeginAttached(kind, candidate));
        parts.push(actions(vec![back, more]));
    }
    // Apart from everything else, against accidental taps.
    parts.push(actions(vec![history::of(id)]));
    let delete = button(words::DELETE, Weight::Danger, act, Action::Delete(id.clone()));
    parts.push(el("div", "actions actions-last").child(delete));
    parts
}

/// What the last chunk tells of a record, once it is loaded.
fn more(state: &State, tell: impl Fn(&State) -> Vec<El>) -> El {
    // An element that is always present: otherwise the text boxes would move in the DOM and lose the focus while the
    // user types.
    el("div", "").children(if state.chunks.has(Chunk::Rest) { tell(state) } else { Vec::new() })
}

/// Heading: kind and name of the record.
pub fn heading(state: &State, id: &RecordId) -> String {
    let kind = id.kind().map_or("", words::record);
    match selectors::name(state, id) {
        Some(name) => format!("{kind}: {name}"),
        None => kind.to_owned(),
    }
}

/// The element of a section with its heading. The parts of a total are rarely known: collapsed by default.
fn headed(section: Section) -> El {
    match (section, words::section(section)) {
        (Section::ByQualification | Section::ByCellKind, Some(title)) => {
            el("details", "section").child(el("summary", "").text(title))
        }
        (_, Some(title)) => el("section", "section").child(el("h2", "").text(title)),
        (_, None) => el("section", "section"),
    }
}

/// Findings shown before the rest is collapsed.
const SHOWN: usize = 4;

/// All findings, each with a link to its field; empty fields come last, in one line.
pub fn to_mend(act: &Act, id: &RecordId, found: &[Finding]) -> El {
    let mut part = el("section", "to-mend").fixed("aria-label", words::TO_MEND);
    let (mut missing, mut wrong) = (Vec::new(), Vec::new());
    let weighing = |weight| found.iter().filter(move |finding| finding.severity == weight);
    let by_weight = weighing(Severity::Blocks).chain(weighing(Severity::Warns)).chain(weighing(Severity::Hints));
    for finding in by_weight {
        match (&finding.rule, finding.fields.first()) {
            (Rule::Missing, Some(field)) => missing.push(jump(act, id, finding, field.label())),
            _ => wrong.push(jump(act, id, finding, &findings::with_label(finding))),
        }
    }
    // Only the first few are shown, so that what follows stays within reach.
    let rest = if wrong.len() > SHOWN + 1 { wrong.split_off(SHOWN) } else { Vec::new() };
    part = part.children(wrong);
    if !rest.is_empty() {
        let summary = el("summary", "").text(&texts::more_to_mend(rest.len()));
        part = part.child(el("details", "section").child(summary).children(rest));
    }
    if missing.is_empty() {
        return part;
    }
    part.child(el("p", "missing").child(el("span", "").text(words::MISSING)).children(missing))
}

/// Link to the first field of a finding, which may be in a record that belongs to this one.
fn jump(act: &Act, id: &RecordId, finding: &Finding, words: &str) -> El {
    let jump = el("button", "jump").fixed("type", "button").toned(badge::severity_tone(finding.severity)).text(words);
    match (finding.attached.first(), finding.fields.first()) {
        (Some((attached, field)), _) if attached != id => jump.clicks(act, Action::Jump(attached.clone(), *field)),
        (_, Some(field)) => jump.clicks(act, Action::Jump(id.clone(), *field)),
        _ => jump,
    }
}
