//! One field of a record: label, help, box and findings, tied together for screen readers. Which
//! box, which help and which limits come from the field table.

use yew::prelude::*;

use super::badge;
use super::choice::{self, Entry};
use super::text_box::TextBox;
use crate::app::action::Action;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::check::{Finding, Rule, Severity};
use crate::domain::entry;
use crate::domain::field::{Field, Kind, Need};
use crate::domain::id::RecordId;
use crate::text::vi::{findings, hints, words};
use crate::views::Act;

/// Id of the element that a field is typed into.
pub fn element_id(field: Field) -> String {
    format!("f-{}", field.spec().key)
}

/// Draws the row. `found` are all findings of the record.
pub fn field_row(state: &State, act: &Act, record: &RecordId, field: Field, found: &[Finding]) -> Html {
    let spec = field.spec();
    let stored = state.book.record(record).and_then(|record| record.text(spec.key)).unwrap_or_default();
    // A finding stands under the first of its fields; the others point there.
    let told: Vec<&Finding> = found
        .iter()
        .filter(|finding| finding.fields.first() == Some(&field) && finding.rule != Rule::Missing)
        .collect();
    let involved: Vec<&Finding> =
        found.iter().filter(|finding| finding.fields.contains(&field) && finding.rule != Rule::Missing).collect();
    let understood = entry::read(spec.kind, stored).ok().and_then(|value| hints::understood(&value));
    let row = FieldRow {
        id: element_id(field),
        label: spec.column,
        optional: spec.need == Need::Optional,
        help: hints::hint(field),
        understood,
        findings: told
            .iter()
            .enumerate()
            .map(|(place, finding)| (finding_id(field, place), (*finding).clone()))
            .collect(),
        described_elsewhere: involved
            .iter()
            .filter(|finding| finding.fields.first() != Some(&field))
            .filter_map(|finding| elsewhere(finding, found))
            .collect(),
        blocked: involved.iter().any(|finding| finding.severity == Severity::Blocks),
    };
    let ontype = act.reform({
        let record = record.clone();
        move |text: String| Action::Edited { record: record.clone(), field, text }
    });
    let control = match spec.kind {
        Kind::Choice(list) => {
            let entries: Vec<Entry> =
                list.iter().map(|choice| Entry { key: choice.key.to_owned(), name: choice.name.to_owned() }).collect();
            let clearable = spec.need == Need::Optional;
            choice::choice(&row.id, &entries, stored, clearable, row.described_by(), &ontype)
        }
        Kind::Reference(kind) => {
            let entries: Vec<Entry> = selectors::options(state, kind, record)
                .into_iter()
                .map(|(depth, id)| Entry { name: indented(depth, &name_of(state, &id)), key: id.to_string() })
                .collect();
            // A list even when short: it grows, and a box must not change its kind under the hand.
            choice::list(&row.id, &entries, stored, words::GONE_CHOICE, row.described_by(), &ontype)
        }
        kind => {
            let keyboard = match kind {
                Kind::Day { .. } | Kind::Count { .. } | Kind::CitizenId => "numeric",
                _ => "text",
            };
            let onleave = act.reform(|()| Action::Left);
            html! {
                <TextBox id={row.id.clone()} value={hints::in_box(field, stored)} {keyboard} described_by={row.described_by().map(AttrValue::from)}
                    invalid={row.blocked} required={spec.need == Need::Always} {ontype} {onleave} />
            }
        }
    };
    let group = matches!(spec.kind, Kind::Choice(list) if choice::is_group(list.len()));
    row.draw(control, group)
}

/// Everything around the box of one field.
#[derive(Debug)]
pub struct FieldRow {
    /// Id of the element typed into.
    pub id: String,
    /// What it is called.
    pub label: &'static str,
    /// Whether it may stay empty.
    pub optional: bool,
    /// What to write.
    pub help: Option<&'static str>,
    /// What the program understood.
    pub understood: Option<String>,
    /// Findings told here, with the ids of their elements.
    pub findings: Vec<(String, Finding)>,
    /// Ids of findings that involve the field and are told at another one.
    pub described_elsewhere: Vec<String>,
    /// Whether a finding blocks.
    pub blocked: bool,
}

impl FieldRow {
    /// Ids of everything that describes the box, for `aria-describedby`.
    pub fn described_by(&self) -> Option<String> {
        let mut ids: Vec<String> = self.help.iter().map(|_| format!("{}-help", self.id)).collect();
        ids.extend(self.findings.iter().map(|(id, _)| id.clone()));
        ids.extend(self.described_elsewhere.iter().cloned());
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// Draws the row around its box. A `group` of boxes is named by the label as a whole.
    pub fn draw(&self, control: Html, group: bool) -> Html {
        let label = html! {
            <>{ self.label }{ for self.optional.then(|| html! { <span class="field-optional">{ words::OPTIONAL }</span> }) }</>
        };
        let label = if group {
            html! { <span class="field-label" id={format!("{}-label", self.id)}>{ label }</span> }
        } else {
            html! { <label class="field-label" for={self.id.clone()}>{ label }</label> }
        };
        html! {
            <div class={classes!("field", self.blocked.then_some("field-blocked"))}>
                { label }
                { for self.help.map(|help| html! { <p class="field-help" id={format!("{}-help", self.id)}>{ help }</p> }) }
                { control }
                { for self.understood.as_ref().map(|words| html! { <p class="field-understood">{ words }</p> }) }
                <div aria-live="polite">
                    { for self.findings.iter().map(|(id, finding)| told(id, finding)) }
                </div>
            </div>
        }
    }
}

fn told(id: &str, finding: &Finding) -> Html {
    let tone = badge::severity_tone(finding.severity).class();
    html! {
        <p key={id.to_owned()} class={classes!("finding", tone)} id={id.to_owned()}>
            { badge::severity(finding.severity) }{ " " }{ findings::message(finding) }
            { for findings::source(finding).map(|source| html! { <span class="finding-source">{ source }</span> }) }
        </p>
    }
}

fn finding_id(field: Field, place: usize) -> String {
    format!("{}-finding-{place}", element_id(field))
}

/// Id of the element where a finding is told.
fn elsewhere(finding: &Finding, found: &[Finding]) -> Option<String> {
    let first = *finding.fields.first()?;
    let there = found.iter().filter(|other| other.fields.first() == Some(&first) && other.rule != Rule::Missing);
    let place = there.into_iter().position(|other| other == finding)?;
    Some(finding_id(first, place))
}

fn name_of(state: &State, id: &RecordId) -> String {
    selectors::name(state, id).unwrap_or_else(|| words::NAMELESS.to_owned())
}

fn indented(depth: usize, name: &str) -> String {
    format!("{}{name}", "\u{2003}".repeat(depth.min(6)))
}
