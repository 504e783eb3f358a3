//! A candidate's dossier: the list of sections with their completeness, what is missing, and
//! deadlines; and the page of one section.

use super::record::to_mend;
use super::{about, actions, awaited, codes, history, section as headed};
use crate::app::action::Action;
use crate::app::chunks::Chunk;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::admission::deadlines;
use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::finding::{Finding, Rule};
use crate::domain::admission::law;
use crate::domain::admission::verification;
use crate::domain::ledger::attached::Attached;
use crate::domain::ledger::candidate::Stage;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordKind;
use crate::domain::schema::section::Section;
use crate::text::{dossier as texts, lists, procedure, regulation, safety, words};
use crate::views::el::{El, el};
use crate::views::widgets::badge::{self, Tone, badge};
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::field_row::field_row;
use crate::views::widgets::finding::deferred_note;
use crate::views::widgets::list::{list, row};
use crate::views::widgets::notice::notice;
use crate::views::{Act, name_of};

/// Renders the list of sections. In the last chunk.
#[inline(never)]
pub fn deferred_page(state: &State, act: &Act, dossier: &Dossier<'_>) -> Vec<El> {
    let id = dossier.id;
    let found = selectors::findings(state, id);
    let (mut needed, mut missing) = (0, Vec::new());
    for section in Section::DOSSIER {
        needed += dossier.filled(section).needed;
        missing.extend(dossier.missing(section));
    }
    let stage = dossier.candidate().stage(dossier.today);
    let progress = el("p", "").child(badge::stage(stage)).text(" ");
    let mut parts = vec![progress.text(&texts::progress(needed - missing.len(), needed))];
    let steps = link(procedure::PROCEDURE, Weight::Main, &Route::Procedure(id.clone()));
    parts.push(actions(vec![steps, codes::look(act, lists::codes::LOOK_FOR_CARD)]));
    parts.push(law_told(dossier));
    parts.extend(returned(act, dossier));
    let problems: Vec<Finding> = found.into_iter().filter(|finding| finding.rule != Rule::Missing).collect();
    parts.push(to_mend(act, id, &problems));
    if !missing.is_empty() {
        let jumps = missing.iter().map(|field| {
            let jump = el("button", "jump").fixed("type", "button").toned(Tone::Calm).text(field.label());
            jump.clicks(act, Action::Jump(id.clone(), *field))
        });
        let summary = el("summary", "").text(&texts::missing(missing.len()));
        parts.push(el("details", "section").child(summary).child(el("p", "missing").each(jumps)));
    }
    parts.extend(limits(dossier, stage));
    let mut sections = Section::DOSSIER.into_iter().peekable();
    while let Some(first) = sections.next() {
        let chapter = first.chapter();
        let mut rows = vec![one(dossier, first)];
        while let Some(next) = sections.next_if(|next| next.chapter() == chapter) {
            rows.push(one(dossier, next));
        }
        parts.push(headed(words::chapter(chapter), vec![list(rows)]));
    }
    let level = format!("{} {}", texts::LEVEL, dossier.level.name());
    parts.push(about(&level));
    let rules = link(regulation::REGULATION, Weight::Plain, &Route::Regulation);
    parts.push(actions(vec![rules, history::of(id)]));
    let delete = button(words::DELETE, Weight::Danger, act, Action::Delete(id.clone()));
    parts.push(el("div", "actions actions-last").child(delete));
    parts
}

/// Which regulation the dossier is checked by, and what of it changed since the dossier was begun.
fn law_told(dossier: &Dossier<'_>) -> El {
    let law = law::of(dossier);
    let mut told = el("div", "").child(about(&regulation::checked_by(&law)));
    if let Some(followed) = law::stale_since(dossier.regulation(), dossier.today) {
        told = told.child(notice(Tone::Warn, &regulation::followed(followed, true), None, Vec::new()));
    }
    if law.news.is_empty() {
        return told;
    }
    let lines = law.news.iter().map(|(key, old, new)| el("li", "").text(&regulation::change(*key, *old, *new)));
    let summary = el("summary", "").text(regulation::NEWS);
    told.child(el("details", "section").child(summary).child(el("ul", "facts").each(lines)))
}

/// Open notes of a returned dossier, each with a link to its field.
fn returned(act: &Act, dossier: &Dossier<'_>) -> Option<El> {
    let open: Vec<El> = dossier
        .notes()
        .filter(|(_, note)| note.open)
        .map(|(_, note)| {
            let label = note.item.map_or("", Field::label);
            let words = procedure::note(note.text.as_deref(), note.by.as_deref(), note.day);
            let jump =
                el("button", "jump").fixed("type", "button").toned(Tone::Warn).text(label).text(" · ").text(&words);
            jump.clicks(act, Action::Jump(dossier.id.clone(), note.item.unwrap_or(Field::Name)))
        })
        .collect();
    let title = words::section(Section::Returns).unwrap_or_default();
    (!open.is_empty()).then(|| el("section", "to-mend").fixed("aria-label", title).children(open))
}

/// A section as a row: its form items and its completeness.
fn one(dossier: &Dossier<'_>, section: Section) -> El {
    let title = words::section(section).unwrap_or_default();
    let filled = dossier.filled(section);
    let mark = if dossier.on_paper(section) && !filled.any {
        badge(Tone::Calm, texts::ON_PAPER)
    } else {
        let tone = if filled.needed > 0 && filled.missing == 0 { Tone::Good } else { Tone::Calm };
        badge(tone, &texts::filled(filled))
    };
    let mut marks = vec![mark];
    let rows = dossier.rows(section);
    if rows > 0 {
        marks.insert(0, badge(Tone::Calm, &texts::rows(rows)));
    }
    let mut items = Vec::new();
    for field in Field::in_section(section) {
        items.extend(field.item(dossier.old_form()).filter(|item| !items.contains(item)));
    }
    row(&Route::Part(dossier.id.clone(), section), title, texts::items(&items).as_deref(), marks)
}

/// Running deadlines, and the day from which party age counts.
fn limits(dossier: &Dossier<'_>, stage: Stage) -> Option<El> {
    let all = deadlines::all(dossier);
    let lines = all.iter().map(|deadline| {
        let (what, until) = texts::deadline(deadline);
        el("div", "").child(el("dt", "").text(&what)).child(el("dd", "").text(&until))
    });
    let mut parts = vec![el("dl", "limits").each(lines)];
    if let Some(decision) = dossier.day(Field::Decision).filter(|_| stage == Stage::Recognised) {
        parts.push(about(&texts::party_age(decision)));
    }
    (!all.is_empty()).then(|| headed(texts::DEADLINES, parts))
}

/// Renders the page of one section.
pub fn part(state: &State, act: &Act, dossier: &Dossier<'_>, section: Section) -> Vec<El> {
    let id = dossier.id;
    if dossier.on_paper(section) && !state.chunks.has(Chunk::Rest) {
        return vec![awaited(state, act)];
    }
    let found = selectors::findings_of_part(selectors::findings(state, id), section);
    let mut parts = Vec::new();
    // Shown once, on the section that users begin with.
    if section == Section::Identity {
        parts.push(el("p", "field-help").text(safety::autosave(state.store.passing)));
    }
    let kept = dossier.filled(section).any;
    if dossier.on_paper(section) {
        parts.push(about(if kept { texts::BEYOND_LEVEL } else { texts::ON_PAPER_ABOUT }));
        if !kept {
            let notes = dossier
                .notes()
                .filter(|(_, note)| note.open && note.item.is_some_and(|item| item.spec().section == section));
            parts.extend(notes.map(|(id, note)| deferred_note(state, act, id, note)));
        }
        if let Some(paper) = section.paper(id) {
            let found = selectors::findings(state, &paper);
            let rows = Field::of(RecordKind::Paper).map(|field| field_row(state, act, &paper, field, None, &found));
            parts.push(el("div", "").each(rows));
        }
    }
    if !dossier.on_paper(section) || kept {
        let old = dossier.old_form();
        let rows = dossier.order(section).into_iter();
        let rows = rows.map(|field| field_row(state, act, id, field, field.item(old), &found));
        parts.push(el("div", "").each(rows));
        if section.attached().is_some() {
            parts.extend(match state.chunks.has(Chunk::Rest) {
                true => deferred_attached(state, act, dossier, section),
                false => vec![awaited(state, act)],
            });
        }
    }
    parts.push(onward(dossier, section));
    parts
}

/// The records that belong to a section, and a button to add one. In the last chunk, with the regulation.
#[inline(never)]
fn deferred_attached(state: &State, act: &Act, dossier: &Dossier<'_>, section: Section) -> Vec<El> {
    let Some(kind) = section.attached() else { return Vec::new() };
    let mut rows = Vec::new();
    for (id, found) in dossier.in_order(kind) {
        let mut marks: Vec<El> = mark(dossier, found).into_iter().collect();
        let blocking = selectors::blocking(state, id);
        if blocking > 0 {
            marks.push(badge(Tone::Bad, &words::to_mend(blocking)));
        }
        rows.push(row(
            &Route::Record(id.clone()),
            &name_of(state, id),
            texts::about(dossier.regulation(), found).as_deref(),
            marks,
        ));
    }
    let add = button(words::add(kind), Weight::Plain, act, Action::BeginAttached(kind, dossier.id.clone()));
    let rows = if rows.is_empty() { about(texts::NO_ROWS) } else { list(rows) };
    vec![rows, actions(vec![add])]
}

/// Status badge of a relative's verification, a letter or a note.
fn mark(dossier: &Dossier<'_>, found: &Attached) -> Option<El> {
    match found {
        Attached::Relative(relative) if verification::is_awaited(dossier, relative) => {
            Some(badge(Tone::Warn, texts::TO_VERIFY))
        }
        Attached::Relative(relative) => relative.answered.map(|_| badge(Tone::Good, texts::VERIFIED)),
        Attached::Inquiry(letter) if letter.answered.is_some() => Some(badge(Tone::Good, procedure::ANSWERED)),
        Attached::Inquiry(letter) => {
            let due = verification::inquiry_due(dossier.regulation(), letter.sent, letter.due, letter.reminded);
            due.filter(|due| due.last < dossier.today).map(|_| badge(Tone::Warn, procedure::OVERDUE))
        }
        Attached::Note(note) if !note.open => Some(badge(Tone::Good, procedure::NOTE_MENDED)),
        _ => None,
    }
}

/// Links to the next section and to the list.
fn onward(dossier: &Dossier<'_>, section: Section) -> El {
    let mut after = Section::DOSSIER.into_iter().skip_while(|at| *at != section).skip(1);
    let all = link(texts::ALL_PARTS, Weight::Plain, &Route::Record(dossier.id.clone()));
    let Some(next) = after.next() else { return actions(vec![all]) };
    let words = format!("{}: {}", texts::NEXT, words::section(next).unwrap_or_default());
    actions(vec![link(&words, Weight::Main, &Route::Part(dossier.id.clone(), next)), all])
}
