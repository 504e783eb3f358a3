//! Breakdown of those admitted towards a target. Part of a target's page.

use super::{about, section};
use crate::app::route::Route;
use crate::app::state::State;
use crate::domain::calculator::breakdown::{self, Breakdown};
use crate::domain::calculator::figures;
use crate::domain::calculator::tally::Query;
use crate::domain::ledger::records::Target;
use crate::domain::schema::choice::Indicator;
use crate::domain::schema::entry::Entries;
use crate::domain::value::ratio::Ratio;
use crate::text::breakdown as texts;
use crate::views::el::{El, el};
use crate::views::name_of;
use crate::views::widgets::badge::Tone;
use crate::views::widgets::bar::bar;

/// The breakdowns of a target's result; `None` if it counts something else, or nobody yet.
pub fn of_target(state: &State, target: &Target) -> Option<El> {
    let (organization, period) = (target.organization.as_ref()?, target.period?);
    if target.indicator != Some(Indicator::Admissions) {
        return None;
    }
    let query = Query { organization, indicator: Indicator::Admissions, period, as_of: state.as_of_day() };
    let found =
        breakdown::admitted(&state.ledger, &query, &|id| state.book.record(id).map(|record| record as &dyn Entries));
    if found.total == 0 {
        return None;
    }
    let mut parts = vec![about(texts::ABOUT)];
    if let Some((mean, of)) = found.mean_age {
        parts.push(el("p", "").text(&texts::mean_age(mean, of, &found)));
    }
    parts.extend(found.by.iter().map(|by| one(state, by, found.total)));
    Some(section(texts::BREAKDOWN, parts))
}

/// One breakdown, collapsed: a bar and the names for each part.
fn one(state: &State, by: &Breakdown, total: u64) -> El {
    let rows = by.parts.iter().zip(&by.people).map(|((part, number), people)| {
        let (name, words) = (texts::part(*part), texts::figure(*number, total));
        let share = figures::share(*number, total).unwrap_or(Ratio::ZERO);
        let line = el("div", "").child(el("dt", "").text(&name)).child(el("dd", "").text(&words));
        let mut below = el("dd", "").child(bar(Tone::Calm, share, None, &format!("{name}: {words}")));
        if !people.is_empty() {
            let names = people.iter().map(|id| {
                let name = el("a", "card-link").leads_to(&Route::Record(id.clone())).text(&name_of(state, id));
                el("p", "").child(name)
            });
            below = below.child(el("details", "").child(el("summary", "").text(texts::WHO)).each(names));
        }
        line.child(below)
    });
    let summary = el("summary", "").text(texts::dimension(by.dimension));
    let part = el("details", "section").child(summary).child(el("dl", "shares funnel").each(rows));
    match texts::rounding(by, total) {
        Some(words) => part.child(about(&words)),
        None => part,
    }
}
