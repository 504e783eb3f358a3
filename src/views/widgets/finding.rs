//! What is said of a field below its control: a finding, or a note of a returned dossier.

use super::badge::{self, Tone};
use super::button::{Weight, button};
use crate::app::action::Action;
use crate::app::state::State;
use crate::domain::admission::finding::Finding;
use crate::domain::ledger::attached::Note;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::text::{findings, procedure};
use crate::views::Act;
use crate::views::el::{El, el};

/// An open note of a returned dossier, under its field.
#[inline(never)]
pub fn deferred_note(state: &State, act: &Act, id: &RecordId, note: &Note) -> El {
    let words = procedure::note(note.text.as_deref(), note.by.as_deref(), note.day);
    let mended = Action::Edited { record: id.clone(), field: Field::NoteMended, text: state.moment.today.iso() };
    let mended = button(procedure::MENDED, Weight::Plain, act, mended);
    let line = el("div", "finding").key(id.as_str()).toned(Tone::Warn).child(el("p", "").text(&words));
    line.child(mended)
}

/// A finding. In the first chunk no row has any.
#[inline(never)]
pub fn forms_finding(id: &str, finding: &Finding) -> El {
    let line = el("p", "finding")
        .key(id)
        .attr("id", id)
        .toned(badge::severity_tone(finding.severity))
        .child(badge::severity(finding.severity))
        .text(" ")
        .text(&findings::told(finding));
    match findings::source(finding) {
        Some(source) => line.child(el("span", "finding-source").text(&source)),
        None => line,
    }
}
