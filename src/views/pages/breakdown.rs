//! Who was admitted towards a target, told apart. Part of a target's page.

use super::{about, section};
use crate::app::state::State;
use crate::domain::breakdown::{self, Breakdown};
use crate::domain::choice::Indicator;
use crate::domain::entry::Entries;
use crate::domain::records::Target;
use crate::domain::tally::Query;
use crate::text::vi::breakdown as told;
use crate::views::el::{El, el};

/// The breakdowns of a target's result; nothing where it counts something else, or nobody yet.
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
    let mut parts = vec![about(told::ABOUT)];
    if let Some((mean, of)) = found.mean_age {
        parts.push(el("p", "").text(&told::mean_age(mean, of, &found)));
    }
    parts.extend(found.by.iter().map(|by| one(by, found.total)));
    Some(section(told::BREAKDOWN, parts))
}

/// One breakdown, folded away.
fn one(by: &Breakdown, total: u64) -> El {
    let rows = by.parts.iter().map(|(part, number)| {
        let term = el("dt", "").text(&told::part(*part));
        el("div", "").child(term).child(el("dd", "").text(&told::figure(*number, total)))
    });
    let summary = el("summary", "").text(told::dimension(by.dimension));
    el("details", "section").child(summary).child(el("dl", "shares").each(rows))
}
