//! The procedure of one candidate: the next task, each step with its papers and days, helpers, and
//! printable sheets.

use super::{about, actions, history, section, todo};
use crate::app::action::Action;
use crate::app::admissions::{self, Deciding};
use crate::app::people;
use crate::app::route::Route;
use crate::app::state::State;
use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::procedure::{self, Stand, Step, StepProgress};
use crate::domain::admission::sheet::Sheet;
use crate::domain::admission::todo as tasks;
use crate::domain::ledger::attached::Attached;
use crate::domain::ledger::candidate::Stage;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordKind;
use crate::domain::schema::section::Section;
use crate::text::{dossier as words_of, forecast as ahead, members, numbers, procedure as texts, words};
use crate::views::Act;
use crate::views::el::{El, el};
use crate::views::widgets::badge::{self, Tone, badge};
use crate::views::widgets::button::{Weight, button, link};

/// Renders the page.
pub fn page(state: &State, act: &Act, dossier: &Dossier<'_>) -> Vec<El> {
    let candidate = dossier.candidate();
    let mut parts = vec![el("p", "").child(badge::stage(candidate.stage(state.moment.today)))];
    if candidate.has_ended(state.moment.today) {
        let because = candidate.ended_because.map_or("", |because| because.name());
        let when = candidate.ended.map(numbers::day).unwrap_or_default();
        let line = el("p", "").child(badge(Tone::Calm, texts::ENDED)).text(" ").text(because).text(" ").text(&when);
        let to = dossier.text(Field::MovedTo).map(|to| about(&to));
        parts.push(line);
        parts.extend(to);
    }
    let open = tasks::of(dossier, &candidate);
    let rows: Vec<El> = open.iter().map(|task| todo::row(state, act, task, false)).collect();
    if !rows.is_empty() {
        let mut tasks = vec![el("ul", "tasks").children(rows)];
        tasks.extend(todo::calendar(state, act, &open));
        parts.push(section(words::TODO, tasks));
    }
    if let Some(found) = admissions::may_be_admitted(state, dossier) {
        let line = el("p", "").child(el("strong", "").text(ahead::WHEN)).text(": ");
        parts.push(section(ahead::WHEN_TITLE, vec![line.text(&ahead::outlook(&found)), about(ahead::ABOUT)]));
    }
    parts.extend(decides(state, act, dossier));
    let steps = procedure::timeline(dossier);
    let part = |heading: &str, after: bool| {
        let here = steps.iter().filter(|stand| (stand.step > Step::Ceremony) == after);
        section(heading, vec![el("ol", "steps").each(here.map(|stand| step(act, dossier, stand)))])
    };
    parts.push(part(texts::TO_ADMISSION, false));
    parts.push(part(texts::TO_RECOGNITION, true));
    parts.push(helpers(state, act, dossier));
    if candidate.stage(state.moment.today) >= Stage::Admitted {
        let enter = button(members::ENTER, Weight::Plain, act, Action::EnterMember(dossier.id.clone()));
        parts.push(section(members::MEMBERS, vec![about(members::ENTER_ABOUT), actions(vec![enter])]));
    }
    parts.push(sheets(dossier));
    let back = button(texts::RETURN, Weight::Plain, act, Action::BeginAttached(RecordKind::Note, dossier.id.clone()));
    let ending = words::section(Section::Ending).unwrap_or_default();
    let end = link(ending, Weight::Plain, &Route::Part(dossier.id.clone(), Section::Ending));
    let all = link(words_of::ALL_PARTS, Weight::Plain, &Route::Record(dossier.id.clone()));
    parts.push(actions(vec![all, back, end, history::of(dossier.id)]));
    parts
}

/// The deciding body, on the day that selects the rules.
fn decides(state: &State, act: &Act, dossier: &Dossier<'_>) -> Option<El> {
    let Deciding { cell, body, is_set, exists } = admissions::deciding(state, dossier)?;
    let mut part = el("p", "").child(el("strong", "").text(texts::DECIDES)).text(": ").text(body.name());
    if !is_set {
        part = part.child(el("span", "finding-source").text(texts::NOT_SET));
    }
    if !exists {
        part = part.text(" ").child(badge(Tone::Bad, texts::BODY_GONE));
    }
    let part = el("div", "").child(part);
    if is_set && exists {
        return Some(part);
    }
    let given = vec![
        (Field::AuthorityOrganization, cell.as_str().to_owned()),
        (Field::AuthorityFrom, state.moment.today.year_start().iso()),
    ];
    let begin = Action::Begin { kind: RecordKind::Authority, given };
    Some(part.child(actions(vec![button(texts::SET_AUTHORITY, Weight::Plain, act, begin)])))
}

/// One step: status, earliest and latest day, papers, missing fields.
fn step(act: &Act, dossier: &Dossier<'_>, stand: &Stand) -> El {
    let tone = match stand.progress {
        StepProgress::Done(_) => Tone::Good,
        StepProgress::Next | StepProgress::Gap => Tone::Warn,
        StepProgress::Later | StepProgress::LeftOut => Tone::Calm,
    };
    let field = stand.step.field();
    let to = Route::of_field(dossier.id, field);
    let title = el("a", "card-link step-title").leads_to(&to).text(&texts::title(stand.step));
    let mut line = el("li", "step").toned(tone).child(title).child(badge(tone, &texts::progress(stand.progress)));
    let is_done = matches!(stand.progress, StepProgress::Done(_) | StepProgress::LeftOut);
    if let Some(between) = texts::between(stand).filter(|_| !is_done) {
        line = line.child(about(&between));
    }
    for form in stand.step.forms().iter().filter_map(|key| dossier.regulation().form(key)) {
        let there = el("p", "card-about").text(&texts::form(form)).text(" · ").text(&form.signer);
        line = line.child(there);
    }
    if matches!(stand.progress, StepProgress::Next | StepProgress::Gap) || (is_done && !stand.missing.is_empty()) {
        let labels: Vec<String> = stand.missing.iter().map(|field| field.label().to_owned()).collect();
        if !labels.is_empty() && stand.progress != StepProgress::LeftOut {
            line = line.child(about(&texts::lacks(&labels)));
        }
    }
    if stand.progress == StepProgress::Gap {
        let mend = button(texts::FILL_IN, Weight::Plain, act, Action::Jump(dossier.id.clone(), field));
        line = line.child(actions(vec![mend]));
    }
    line
}

/// The helpers, since when, and how many candidates each one helps.
fn helpers(state: &State, act: &Act, dossier: &Dossier<'_>) -> El {
    let mut rows = Vec::new();
    for (id, found) in dossier.in_order(RecordKind::Helper) {
        let Attached::Helper(helper) = found else { continue };
        let name = helper.name.as_deref().unwrap_or(words::NAMELESS);
        let mut line = vec![words_of::about(dossier.regulation(), found).unwrap_or_default()];
        if helper.helps(state.moment.today) {
            let cell = state.ledger.candidate(dossier.id).and_then(|found| found.cell.as_ref());
            line.push(texts::helps(people::helped_by(state, cell, name)));
        }
        let line = crate::domain::value::letters::joined(&line, " · ");
        let link = el("a", "card-link").leads_to(&Route::Record(id.clone())).text(name);
        rows.push(el("li", "fact").child(link).child(about(&line)));
    }
    let add = button(
        words::add(RecordKind::Helper),
        Weight::Plain,
        act,
        Action::BeginAttached(RecordKind::Helper, dossier.id.clone()),
    );
    section(texts::HELPERS, vec![el("ul", "edits").children(rows), actions(vec![add])])
}

/// Links to the sheets.
fn sheets(dossier: &Dossier<'_>) -> El {
    let to = |sheet: Sheet, weight| link(texts::sheet(sheet), weight, &Route::Sheet(dossier.id.clone(), sheet));
    // What is next stands first; each group begins with all of it in one print.
    let admitted = dossier.day(Field::Ceremony).is_some();
    let mut groups = [Sheet::AllOfAdmission, Sheet::AllOfRecognition];
    if admitted {
        groups.reverse();
    }
    let group = |all: Sheet| {
        let links = all.together().iter().map(|sheet| to(*sheet, Weight::Plain));
        actions([to(all, Weight::Main)].into_iter().chain(links).collect())
    };
    section(texts::SHEETS, groups.map(group).into_iter().collect())
}
