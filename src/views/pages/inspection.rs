//! All findings over all dossiers, grouped by cell and by rule, to read and to print.

use super::{about, actions};
use crate::app::action::Action;
use crate::app::people;
use crate::app::route::Route;
use crate::app::state::State;
use crate::domain::admission::finding::Finding;
use crate::domain::schema::id::RecordId;
use crate::text::{findings, procedure as texts, standing};
use crate::views::el::{El, el};
use crate::views::widgets::badge;
use crate::views::widgets::button::{Weight, button};
use crate::views::widgets::list::empty;
use crate::views::{Act, name_of};

/// Renders the page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let all = people::inspected(state);
    if all.is_empty() {
        return vec![empty(texts::ALL_WELL)];
    }
    let mut cells = el("section", "").child(el("h2", "").text(texts::BY_CELL));
    let mut before: Option<&Option<RecordId>> = None;
    for (cell, id, found) in &all {
        if before != Some(cell) {
            let name = cell.as_ref().map_or_else(|| texts::NO_CELL.to_owned(), |cell| name_of(state, cell));
            cells = cells.child(el("h3", "").text(&name));
            before = Some(cell);
        }
        let name = el("a", "card-link").leads_to(&Route::Record(id.clone())).text(&name_of(state, id));
        let lines = found.iter().map(|finding| line(finding, &findings::with_label(finding)));
        cells = cells.child(el("div", "inspected").child(name).child(el("ul", "checks").each(lines)));
    }
    let mut by_rule = el("section", "").child(el("h2", "").text(texts::BY_RULE));
    for (rule, found) in people::by_rule(&all) {
        let title = texts::times(rule.name(), found.len());
        let lines = found.iter().map(|(id, finding)| {
            let words = format!("{}: {}", name_of(state, id), findings::with_label(finding));
            line(finding, &words)
        });
        by_rule = by_rule.child(el("h3", "").text(&title)).child(el("ul", "checks").each(lines));
    }
    let paper = el("div", "paper").child(about(&standing::on(state.moment.today))).child(cells).child(by_rule);
    let print = actions(vec![button(texts::PRINT, Weight::Main, act, Action::Print)]);
    vec![el("p", "lead").text(texts::INSPECTION_ABOUT), print, paper]
}

/// One finding with a checkbox to tick on paper.
fn line(finding: &Finding, words: &str) -> El {
    el("li", "check").child(badge::severity(finding.severity)).text(" ").text(words)
}
