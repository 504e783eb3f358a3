//! The generated report as a sheet of paper. Each figure links to what it was counted from; the
//! text can be copied, saved and printed.

use super::{about, actions, lists, overview, progress};
use crate::app::action::Action;
use crate::app::planned::Lists;
use crate::app::route::{Account, Aspect, Route};
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::calculator::report::{self, Asked, Trace};
use crate::domain::ledger::records::{Target, Total};
use crate::domain::schema::entry::Entries;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Period;
use crate::exchange::output::Output;
use crate::text::lists as outgoing;
use crate::text::report::{self as texts, Known, Piece, Table, Written};
use crate::text::{overview as glance, sheets};
use crate::views::el::{El, el};
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::list::empty;
use crate::views::{Act, name_of};

impl Known for State {
    fn name(&self, id: &RecordId) -> String {
        name_of(self, id)
    }

    fn target(&self, id: &RecordId) -> Option<&Target> {
        self.ledger.target(id)
    }

    fn total(&self, id: &RecordId) -> Option<&Total> {
        self.ledger.total(id)
    }
}

/// Renders the page.
pub fn page(state: &State, act: &Act, organization: &RecordId, period: Period) -> Vec<El> {
    if !state.ledger.has(organization) {
        return vec![overview::gone()];
    }
    let periods = selectors::report_periods(state).into_iter();
    let to = |period: Period| Route::Over(organization.clone(), period, Account::Report);
    let periods = periods.map(|period| link(&glance::period_title(period), Weight::Plain, &to(period))).collect();
    let periods =
        el("nav", "").fixed("aria-label", glance::PERIODS).child(about(glance::PERIODS)).child(actions(periods));
    let basis = progress::basis_asked(state, act);
    let texts = |id: &RecordId| state.book.record(id).map(|record| record as &dyn Entries);
    let asked = Asked { organization, period, as_of: state.as_of_day(), forecast: state.forecast() };
    let Some(found) = report::report(&state.ledger, asked, &texts) else {
        return vec![periods, empty(texts::AHEAD)];
    };
    let written = texts::write(&found, organization, period, state);
    let plain = texts::plain(&written);
    let ways = actions(vec![
        button(texts::COPY, Weight::Main, act, Action::Copy(plain.clone())),
        button(sheets::PRINT, Weight::Plain, act, Action::Print),
        button(
            texts::SAVE,
            Weight::Plain,
            act,
            Action::Export(texts::file_name(&name_of(state, organization), period), plain),
        ),
        lists::make(
            act,
            outgoing::MAKE_REPORTS,
            &Output::Reports { organization: organization.clone(), period, as_of: state.as_of_day() },
        ),
        overview::to(organization, period),
    ]);
    let mut parts = vec![periods, ways];
    if let Some(Lists::Making) = Lists::of(&state.lists) {
        parts.push(el("p", "").fixed("role", "status").text(outgoing::MAKING));
    }
    parts.extend(basis);
    parts.extend([about(texts::ABOUT), paper(&written)]);
    parts
}

fn paper(written: &Written) -> El {
    let mut paper = el("article", "paper").child(el("h2", "paper-title capitals").text(texts::TITLE));
    paper = paper.each(written.heads.iter().map(|line| el("p", "paper-about").text(line)));
    for (heading, pieces) in &written.paragraphs {
        let line = el("p", "line").child(el("strong", "").text(heading)).text(": ");
        paper = paper.child(pieces.iter().fold(line, put));
    }
    for found in &written.tables {
        paper = paper.child(el("h3", "").text(found.title)).child(table(found));
    }
    paper
}

/// Appends a piece of a sentence; figures become links to what they were counted from.
fn put(line: El, piece: &Piece) -> El {
    match piece {
        Piece::Words(words) => line.text(words),
        Piece::Figure(figure, trace) => line.child(el("a", "traced").leads_to(&way(trace)).text(figure)),
    }
}

fn way(trace: &Trace) -> Route {
    match trace {
        Trace::Record(id) => Route::Record(id.clone()),
        Trace::Counted(id, period) => Route::Over(id.clone(), *period, Account::Overview),
        Trace::Members => Route::Members,
        Trace::Sources(id) => Route::Of(id.clone(), Aspect::Sources),
    }
}

fn table(found: &Table) -> El {
    let heads = found.columns.iter().map(|name| el("th", "").fixed("scope", "col").text(name));
    let rows = found.rows.iter().map(|row| {
        let cells = row.iter().zip(&found.columns);
        el("tr", "").each(cells.map(|(cell, name)| put(el("td", "").attr("data-label", name), cell)))
    });
    let head = el("thead", "").child(el("tr", "").each(heads));
    el("table", "paper-table").child(head).child(el("tbody", "").each(rows))
}
