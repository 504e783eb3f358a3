//! The form of one record, drawn from the field table: what is to be looked at, the sections
//! with their fields, what hangs on the record, and the way to delete it.

use yew::prelude::*;

use super::record_more;
use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::check::{Finding, Rule};
use crate::domain::field::{Field, Section};
use crate::domain::id::{RecordId, RecordKind};
use crate::platform::dom;
use crate::text::vi::{findings, words};
use crate::views::Act;
use crate::views::widgets::badge;
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::field_row::{element_id, field_row};
use crate::views::widgets::list::empty;

/// The page.
pub fn page(state: &State, act: &Act, id: &RecordId) -> Html {
    let live = state.book.record(id).filter(|record| !record.is_deleted());
    let (Some(kind), Some(_)) = (id.kind(), live) else {
        return html! {
            <>
                <h1 tabindex="-1">{ heading(state, id) }</h1>
                { empty(words::GONE, link(words::BACK, Weight::Main, None, &Route::Record(id.clone()).section())) }
            </>
        };
    };
    let found = selectors::findings(state, id);
    let delete = {
        let id = id.clone();
        button(words::DELETE, Weight::Danger, act, move || Action::Delete(id.clone()))
    };
    html! {
        // Keyed by the record: another record gets boxes of its own.
        <div key={id.to_string()}>
            <h1 tabindex="-1">{ heading(state, id) }</h1>
            <p class="field-help">{ words::AUTOSAVE }</p>
            { to_mend(&found) }
            { record_more::above(state, id) }
            { for sections(kind).into_iter().map(|section| draw(state, act, id, kind, section, &found)) }
            { record_more::below(state, act, id) }
            <div class="actions actions-last">{ delete }</div>
        </div>
    }
}

/// Heading of a record's page: what it is and what it is called.
pub fn heading(state: &State, id: &RecordId) -> String {
    let kind = id.kind().map_or("", words::record);
    match selectors::name(state, id) {
        Some(name) => format!("{kind}: {name}"),
        None => kind.to_owned(),
    }
}

/// The sections of a form, in the order of the field table.
fn sections(kind: RecordKind) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for field in Field::of(kind) {
        if sections.last() != Some(&field.spec().section) {
            sections.push(field.spec().section);
        }
    }
    sections
}

fn draw(state: &State, act: &Act, id: &RecordId, kind: RecordKind, section: Section, found: &[Finding]) -> Html {
    let fields = Field::of(kind).filter(|field| field.spec().section == section);
    let rows = fields.map(|field| field_row(state, act, id, field, found));
    let optional = matches!(section, Section::ByQualification | Section::ByCellKind);
    match words::section(section) {
        // Parts of a total are rarely known: folded away until they are asked for.
        Some(title) if optional => {
            html! { <details class="section"><summary>{ title }</summary>{ for rows }</details> }
        }
        Some(title) => html! { <section class="section"><h2>{ title }</h2>{ for rows }</section> },
        None => html! { <section class="section">{ for rows }</section> },
    }
}

/// Everything found, each a way to its field; what is merely empty comes last, in one line.
fn to_mend(found: &[Finding]) -> Html {
    let (missing, told): (Vec<&Finding>, Vec<&Finding>) =
        found.iter().partition(|finding| finding.rule == Rule::Missing);
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <section class="to-mend" aria-label={words::TO_MEND}>
            { for told.iter().map(|finding| jump(finding, findings::with_label(finding))) }
            { if missing.is_empty() { Html::default() } else { html! {
                <p class="missing">
                    <span>{ words::MISSING }</span>
                    { for missing.iter().map(|finding| jump(finding, finding.fields.first().map_or("", |field| field.spec().column).to_owned())) }
                </p>
            } } }
        </section>
    }
}

fn jump(finding: &Finding, words: String) -> Html {
    let Some(field) = finding.fields.first().copied() else { return Html::default() };
    let onclick = Callback::from(move |_| dom::jump_to(&element_id(field)));
    html! {
        <button type="button" class={classes!("jump", badge::severity_tone(finding.severity).class())} {onclick}>{ words }</button>
    }
}
