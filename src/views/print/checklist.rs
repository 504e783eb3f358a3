//! Checklist of the dossier: a line for each paper of each step. Papers are ticked by hand: a day
//! in the book does not prove that the paper exists.

use super::{cell, decides, head, line, line_of, name_line, organization, paper, places, sign, table, title, value};
use crate::app::state::State;
use crate::domain::admission::dossier::Dossier;
use crate::domain::admission::law;
use crate::domain::admission::procedure::{self, Stand, Step, StepProgress};
use crate::domain::admission::sheet::Sheet;
use crate::domain::regulation::{Form, Mark};
use crate::domain::schema::choice::IntroducedBy;
use crate::domain::schema::field::Field;
use crate::text::{numbers, procedure as steps, regulation, sheets as texts};
use crate::views::el::{El, el};

/// Its pages.
pub fn pages(state: &State, dossier: &Dossier<'_>) -> Vec<El> {
    let places = places(state, dossier);
    let mut parts = vec![head(organization(&places), Some(dossier.today))];
    parts.extend(title(dossier, Sheet::Checklist));
    parts.push(name_line(texts::NAME, value(dossier, Field::Name).as_deref()));
    parts.push(line_of(dossier, texts::label(Field::Birth), &[Field::Birth]));
    parts.push(line(steps::DECIDES, decides(state, dossier)));
    parts.push(el("p", "line").text(&regulation::checked_by(&law::of(dossier))));
    let rows = procedure::timeline(dossier).iter().flat_map(|stand| rows(dossier, stand)).collect();
    parts.push(table(&texts::COLUMNS, rows, 0).fixed("data-kind", "list"));
    let note = el("p", "line").text(texts::CODES_OF);
    let sign = sign(None, &[texts::SIGNS_LIST], texts::BY_NAME, None);
    parts.push(el("div", "together").child(note).child(sign));
    vec![paper(parts)]
}

/// The rows of a step; name and day are in the first.
fn rows(dossier: &Dossier<'_>, stand: &Stand) -> Vec<Vec<El>> {
    let day = match stand.progress {
        StepProgress::Done(Some(day)) => numbers::day(day),
        StepProgress::Done(None) => texts::DONE.to_owned(),
        _ => String::new(),
    };
    let mut papers: Vec<&str> = stand.step.forms().into();
    papers.extend(union(dossier).filter(|_| stand.step == Step::Opinions));
    let mut papers = papers.into_iter().filter_map(|key| dossier.regulation().form(key));
    let mut rows = vec![row(&steps::title(stand.step), &day, papers.next())];
    rows.extend(papers.map(|form| row("", "", Some(form))));
    rows
}

fn row(step: &str, day: &str, form: Option<&Form>) -> Vec<El> {
    let (title, signer) = form.map(|form| (form.title.as_str(), form.signer.as_str())).unwrap_or_default();
    let mut paper = cell(title, false);
    if let Some(form) = form.filter(|form| !form.code.is_empty() && form.mark != Mark::Unverified) {
        paper = paper.text(" ").child(el("span", "short").text(&texts::coded(form)));
    }
    vec![cell(step, false), cell(day, true), paper, cell(signer, false), cell("", false), cell("", false)]
}

/// The form of the mass organization that introduces, if one does.
fn union(dossier: &Dossier<'_>) -> Option<&'static str> {
    match dossier.chosen(Field::IntroducedBy).and_then(IntroducedBy::from_key)? {
        IntroducedBy::Members => None,
        IntroducedBy::YouthUnion => Some("youth_union"),
        IntroducedBy::TradeUnion => Some("trade_union"),
    }
}
