//! One field of a record: label, help, control and findings, linked for screen readers. The
//! control, help and limits come from the field table.

use super::choice::{self, Entry};
use super::finding::{deferred_note, forms_finding};
use super::text_box::{text_area, text_box};
use crate::app::chunks::Chunk;
use crate::app::people;
use crate::app::selectors;
use crate::app::state::State;
use crate::app::suggestions;
use crate::domain::admission::finding::{Finding, Rule, Severity};
use crate::domain::schema::entry;
use crate::domain::schema::field::{Field, FormItem, Kind, Need};
use crate::domain::schema::id::RecordId;
use crate::domain::schema::lists;
use crate::domain::schema::section::Section;
use crate::domain::value::letters::joined;
use crate::text::{dossier, hints, members, words};
use crate::views::el::{El, To, el};
use crate::views::{Act, name_of};

/// Element id of a field's control.
pub fn element_id(field: Field) -> String {
    format!("f-{}", field.spec().key)
}

/// Renders the row. `item` is the form's item number shown before the label, `found` are all
/// findings shown on the page.
pub fn field_row(
    state: &State,
    act: &Act,
    record: &RecordId,
    field: Field,
    item: Option<FormItem>,
    found: &[Finding],
) -> El {
    let spec = field.spec();
    let stored = state.book.record(record).and_then(|record| record.text(spec.key)).unwrap_or_default();
    let mut row = row(field, element_id(field), stored, found);
    row.item = item;
    if row.help.is_none() && state.chunks.has(Chunk::Rest) {
        row.help = hints::deferred_hint(field);
    }
    let below = match state.chunks.has(Chunk::Rest) {
        true => deferred_below(state, act, record, field, stored, &mut row),
        false => Vec::new(),
    };
    let control = control(state, act, &To::Field(record.clone(), field), field, stored, &row);
    row.draw_over(control, below)
}

/// The same as a cell of a table, which has the label above. `place` is that of its line: others on the page are of the
/// same field. `of` is whose line it is.
pub fn field_cell(
    state: &State,
    act: &Act,
    record: &RecordId,
    field: Field,
    place: usize,
    of: &str,
    found: &[Finding],
) -> El {
    let stored = state.book.record(record).and_then(|record| record.text(field.spec().key)).unwrap_or_default();
    let mut row = row(field, cell_id(field, place), stored, found);
    (row.group, row.help, row.needed, row.of) = (false, None, false, of);
    let below =
        if stored.is_empty() { Vec::new() } else { deferred_below(state, act, record, field, stored, &mut row) };
    let control = control(state, act, &To::Field(record.clone(), field), field, stored, &row);
    row.draw_over(control, below)
}

/// A cell whose text is not a record's, or not yet.
pub fn free_cell(
    state: &State,
    act: &Act,
    to: &To,
    field: Field,
    (place, of): (usize, &str),
    text: &str,
    blocked: bool,
) -> El {
    let mut row = row(field, cell_id(field, place), text, &[]);
    (row.group, row.help, row.needed, row.of, row.blocked) = (false, None, false, of, blocked);
    let control = control(state, act, to, field, text, &row);
    row.draw_over(control, Vec::new())
}

/// Element id of a field's control in a line of a table.
fn cell_id(field: Field, place: usize) -> String {
    format!("{}-{place}", element_id(field))
}

/// What takes the answer.
fn control(state: &State, act: &Act, to: &To, field: Field, stored: &str, row: &FieldRow<'_>) -> El {
    match field.spec().kind {
        Kind::Choice(list) if lists::is_long(list.entries()) => {
            let list = list.entries();
            choice::typed(act, row, list, &hints::in_box(field, stored), stored, to)
        }
        Kind::Choice(list) => {
            let list = list.entries();
            let entries: Vec<Entry> =
                list.iter().map(|choice| (choice.key.to_owned(), choice.name.to_owned())).collect();
            if row.group {
                choice::group(act, row, &entries, stored, !row.needed, to)
            } else {
                choice::list(act, row, &entries, stored, stored, to.clone())
            }
        }
        Kind::Reference(kind) => {
            let mut entries: Vec<Entry> = Vec::new();
            let own = if let To::Field(record, _) = to { Some(record) } else { None };
            for (depth, id) in selectors::options(state, kind, own) {
                let mut name = "\u{2003}".repeat(depth.min(6));
                name.push_str(&name_of(state, &id));
                entries.push((id.as_str().to_owned(), name));
            }
            // No longer offered, but chosen when it was there.
            let ended = RecordId::parse(stored).filter(|id| state.ledger.end(id).is_some());
            if let Some(id) = ended.filter(|_| entries.iter().all(|(id, _)| id != stored)) {
                entries.push((stored.to_owned(), name_of(state, &id)));
            }
            // A select element even if short: the list grows, and the kind of control must not
            // change while in use.
            choice::list(act, row, &entries, stored, words::GONE_CHOICE, to.clone())
        }
        Kind::Item => {
            let of_parts = Section::DOSSIER.into_iter().flat_map(Field::in_section);
            let entries = of_parts.map(|item| {
                let part = words::section(item.spec().section).unwrap_or_default();
                (item.spec().key.to_owned(), format!("{part}: {}", item.label()))
            });
            choice::list(act, row, &entries.collect::<Vec<_>>(), stored, stored, to.clone())
        }
        Kind::Text { .. } => text_area(act, row, stored, to.clone()),
        kind => {
            let text_box = text_box(act, row, &hints::in_box(field, stored), keyboard(kind), to.clone());
            // Phones begin each word of a name with a capital letter.
            if field.is_persons_name() { text_box.fixed("autocapitalize", "words") } else { text_box }
        }
    }
}

/// The keyboard that a phone shows for a kind of text.
const fn keyboard(kind: Kind) -> &'static str {
    match kind {
        Kind::Day { .. } | Kind::Month | Kind::When | Kind::Count { .. } | Kind::CitizenId | Kind::OrganizationCode => {
            "numeric"
        }
        Kind::Phone => "tel",
        _ => "text",
    }
}

/// What stands below the row once the last chunk is there: suggestions, and open notes of a returned dossier. A day that may be meant is
/// not called wrong.
#[inline(never)]
fn deferred_below(
    state: &State,
    act: &Act,
    record: &RecordId,
    field: Field,
    stored: &str,
    row: &mut FieldRow,
) -> Vec<El> {
    let offered = suggestions::suggested(state, record, field, stored);
    let mut below = Vec::new();
    if !offered.is_empty() {
        if matches!(field.spec().kind, Kind::Day { .. } | Kind::When) && !stored.is_empty() {
            row.findings.clear();
            row.blocked = false;
        }
        let comes = suggestions::completed(field, stored, state.moment.today).is_some();
        below.push(choice::suggested(act, members::suggestion(field, stored), offered, record, field, comes));
    }
    below.extend(people::open_notes(state, record, field).map(|(id, note)| deferred_note(state, act, id, note)));
    below
}

/// Everything around the control of one field.
#[derive(Debug)]
pub struct FieldRow<'a> {
    /// Element id of the control.
    pub id: String,
    /// Label.
    pub label: &'static str,
    /// Whose it is, where several stand on a page: only for those who listen.
    pub of: &'a str,
    /// Item of the form.
    pub item: Option<FormItem>,
    /// Whether the label names a group of controls.
    pub group: bool,
    /// Whether the record is incomplete without it.
    pub needed: bool,
    /// Placeholder of the control.
    pub placeholder: Option<&'static str>,
    /// Help text.
    pub help: Option<&'static str>,
    /// How the program parsed the input.
    pub understood: Option<String>,
    /// Findings shown here, with the ids of their elements.
    pub findings: Vec<(String, &'a Finding)>,
    /// Ids of findings that involve the field and are shown at another one.
    pub described_elsewhere: Vec<String>,
    /// Whether a finding blocks.
    pub blocked: bool,
}

/// The row of a record's field. A finding is shown under the first of its fields; the others refer to it.
fn row<'a>(field: Field, id: String, stored: &str, found: &'a [Finding]) -> FieldRow<'a> {
    let spec = field.spec();
    let mut row = FieldRow::new(id, field.label());
    row.group = matches!(spec.kind, Kind::Choice(list) if choice::is_group(list.entries().len()));
    row.needed = spec.need == Need::Always;
    row.placeholder = hints::placeholder(field);
    row.help = hints::hint(field);
    row.understood = entry::parse(spec.kind, stored).ok().and_then(|value| hints::understood(&value, stored));
    for (place, finding) in found.iter().enumerate() {
        if !finding.fields.contains(&field) || matches!(finding.rule, Rule::Missing) {
            continue;
        }
        row.blocked |= finding.severity == Severity::Blocks;
        let Some(first) = finding.fields.first() else { continue };
        if *first == field {
            row.findings.push((format!("{}-finding-{place}", row.id), finding));
        } else {
            // In the same line of a table.
            let line = row.id.strip_prefix(&element_id(field)).unwrap_or_default();
            row.described_elsewhere.push(format!("{}{line}-finding-{place}", element_id(*first)));
        }
    }
    row
}

impl FieldRow<'_> {
    /// A row with a label only.
    pub fn new(id: impl Into<String>, label: &'static str) -> Self {
        FieldRow {
            id: id.into(),
            label,
            of: "",
            item: None,
            group: false,
            needed: false,
            placeholder: None,
            help: None,
            understood: None,
            findings: Vec::new(),
            described_elsewhere: Vec::new(),
            blocked: false,
        }
    }

    /// Ids of everything that describes the control, for `aria-describedby`.
    pub fn described_by(&self) -> Option<String> {
        let mut ids: Vec<String> = self.help.iter().map(|_| format!("{}-help", self.id)).collect();
        ids.extend(self.findings.iter().map(|(id, _)| id.clone()));
        ids.extend(self.described_elsewhere.iter().cloned());
        (!ids.is_empty()).then(|| joined(&ids, " "))
    }

    /// Renders the row around its control.
    pub fn draw(&self, control: El) -> El {
        self.draw_over(control, Vec::new())
    }

    /// Renders it with more below. That comes and goes inside an element that is always there: otherwise a text box would move in the
    /// DOM and lose the focus while the person types.
    fn draw_over(&self, control: El, below: Vec<El>) -> El {
        let label = if self.group {
            el("span", "field-label").attr("id", &format!("{}-label", self.id))
        } else {
            el("label", "field-label").attr("for", &self.id)
        };
        let label = match self.item {
            Some(item) => label.child(el("span", "field-item").text(&dossier::item(item))),
            None => label,
        };
        let mut label = label.text(self.label);
        if !self.of.is_empty() {
            label = label.child(el("span", "unseen").text(self.of));
        }
        if self.needed {
            label = label.child(el("span", "field-needed").text(words::NEEDED));
        }
        let mut row = el("div", if self.blocked { "field field-blocked" } else { "field" }).child(label);
        if let Some(help) = self.help {
            row = row.child(el("p", "field-help").attr("id", &format!("{}-help", self.id)).text(help));
        }
        row = row.child(control);
        let understood = self.understood.iter().map(|words| el("p", "field-understood").key("understood").text(words));
        let lines = self.findings.iter().map(|(id, finding)| forms_finding(id, finding));
        row.child(el("div", "").fixed("aria-live", "polite").each(understood).each(lines).children(below))
    }
}
