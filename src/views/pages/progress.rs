//! Targets and their progress by organization, in tree order, with the entered totals.

use super::{about, more_ways, section, settings, tools};
use crate::app::action::Action;
use crate::app::route::{Account, Route};
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::ledger::life::Basis;
use crate::domain::ledger::records::Total;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::text::{hints, life, numbers, standing, words};
use crate::views::el::{El, To, el};
use crate::views::widgets::badge::Tone;
use crate::views::widgets::button::{Weight, add, button, link};
use crate::views::widgets::field_row::FieldRow;
use crate::views::widgets::list::{empty, list, row};
use crate::views::widgets::notice::notice;
use crate::views::widgets::target_card::target_card;
use crate::views::widgets::text_box::text_box;
use crate::views::{Act, name_of};

/// Renders the page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let mut ways = vec![add(words::ADD_TOTAL, Weight::Plain, &Route::New(RecordKind::Total))];
    let home = selectors::home(state);
    if let Some((home, year)) = home.clone().zip(selectors::year(state)) {
        ways.push(link(words::OVERVIEW, Weight::Plain, &Route::Over(home, year, Account::Overview)));
    }
    ways.push(link(words::RECONCILE, Weight::Plain, &Route::Reconcile));
    let first = add(words::ADD_TARGET, Weight::Main, &Route::New(RecordKind::Target));
    let mut parts = vec![tools(vec![first, more_ways(ways)]), day_told(state, act)];
    let before = parts.len();
    let tree = state.ledger.tree();
    if tree.len() > MANY {
        // With hundreds of cells, the overview shows one line each.
        parts.extend(home.and_then(|home| organization(state, &home)));
        parts.push(about(words::MANY_BELOW));
    } else {
        parts.extend(tree.iter().filter_map(|(_, id)| organization(state, id)));
    }
    let ended: Vec<El> = state.ledger.ended().iter().filter_map(|id| organization(state, id)).take(MANY).collect();
    if !ended.is_empty() {
        parts.push(section(life::ENDED, ended));
    }
    parts.extend(astray(state));
    if parts.len() == before {
        parts.push(empty(words::NO_TARGETS));
    }
    // Figures come first.
    let other = el("details", "section").child(el("summary", "").text(words::OTHER_DAY)).child(day_asked(state, act));
    parts.push(other.children(basis_asked(state, act)));
    parts
}

/// Maximum number of organizations shown with all their targets.
const MANY: usize = 40;

/// The choice of the tree by which figures are counted; nothing where organizations never changed.
pub fn basis_asked(state: &State, act: &Act) -> Vec<El> {
    if !state.ledger.has_events() {
        return Vec::new();
    }
    let chosen = state.preferences.basis;
    let mut row = FieldRow::new("tree", life::BASIS);
    row.help = Some(life::basis_about(chosen));
    let entries = Basis::ALL.map(|basis| (life::basis(basis), basis == chosen, Action::SetBasis(basis)));
    vec![settings::pick(act, row, entries.into())]
}

/// The text box for the as-of day.
pub fn day_asked(state: &State, act: &Act) -> El {
    let typed = Day::parse(&state.as_of);
    let wrong = !state.as_of.trim().is_empty() && typed.is_err();
    let mut row = FieldRow::new("as-of", words::AS_OF);
    row.help = Some(if wrong { hints::WRONG_DAY } else { words::AS_OF_HELP });
    row.blocked = wrong;
    let value = typed.map_or_else(|_| state.as_of.clone(), numbers::day);
    let input = text_box(act, &row, &value, "numeric", To::AsOf);
    row.draw(input)
}

/// The as-of day if it is not today, with a button to go back to today. In an element that is always there, so that the box
/// above it keeps the focus while the notice comes and goes.
pub fn day_told(state: &State, act: &Act) -> El {
    let day = state.as_of_day();
    let back = button(words::TO_TODAY, Weight::Plain, act, Action::SetAsOf(String::new()));
    let told = (day != state.moment.today).then(|| notice(Tone::Warn, &standing::as_of(day), None, vec![back]));
    el("div", "").each(told.into_iter())
}

/// One organization with its targets and totals; `None` if it has neither.
fn organization(state: &State, id: &RecordId) -> Option<El> {
    let standings = selectors::standings(state, id);
    let totals = selectors::totals(state, id);
    if standings.is_empty() && totals.is_empty() {
        return None;
    }
    let heading = el("a", "card-link").leads_to(&Route::Record(id.clone())).text(&name_of(state, id));
    let mut part = el("section", "organization").key(id.as_str()).child(el("h2", "").child(heading));
    if let Some((day, members)) = state.ledger.members(id, state.as_of_day()) {
        part = part.child(about(&standing::members(day, members)));
    }
    let cards = standings.iter().map(|standing| target_card(state, standing));
    part = part.child(el("div", "cards").each(cards));
    if totals.is_empty() {
        return Some(part);
    }
    // Collapsed: the figures above already include them.
    let summary = el("summary", "").text(&standing::totals(totals.len()));
    let rows = totals.into_iter().map(|(id, found)| total(id, found, None)).collect();
    Some(part.child(el("details", "").child(summary).child(list(rows))))
}

/// An entered total as a row.
pub fn total(id: &RecordId, total: &Total, about: Option<&str>) -> El {
    let count = total.count.map(|count| numbers::count(count.into())).unwrap_or_default();
    row(&Route::Record(id.clone()), &standing::total(total), about, vec![el("strong", "").text(&count)])
}

/// Targets and totals whose organization is missing.
fn astray(state: &State) -> Option<El> {
    let mut rows = Vec::new();
    for id in selectors::astray(state) {
        let plain = |title: &str| row(&Route::Record(id.clone()), title, None, Vec::new());
        rows.push(match (state.ledger.target(id), state.ledger.total(id)) {
            (Some(target), _) => plain(&standing::title(target)),
            (_, Some(found)) => total(id, found, None),
            _ => plain(words::NAMELESS),
        });
    }
    (!rows.is_empty()).then(|| section(words::ASTRAY, vec![list(rows)]))
}
