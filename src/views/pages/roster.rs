//! Several candidates in one table: a line each, one for whoever is new, and one that is written for all who are marked. Lines have keys
//! by their place: the line of somebody new becomes that of a candidate with its first letter, and its boxes stay where they are.

use super::{about, actions, overview};
use crate::app::action::Action;
use crate::app::batch::RosterAction;
use crate::app::roster;
use crate::app::route::{Aspect, Route};
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;
use crate::domain::schema::roster::{Blank, Roster};
use crate::text::{roster as texts, words};
use crate::views::el::{El, To, el};
use crate::views::widgets::button::{Weight, link};
use crate::views::widgets::field_row::{field_cell, free_cell};
use crate::views::widgets::list;
use crate::views::{Act, name_of};

/// Place of the line that is written for many: none of a person has it.
const GROUP: usize = 0;

/// Renders the page.
pub fn page(state: &State, act: &Act, organization: &RecordId, roster: Roster) -> Vec<El> {
    if !state.ledger.has(organization) {
        return vec![overview::gone()];
    }
    let columns = roster::columns(state, organization, roster);
    let (people, hidden) = roster::shown(state, organization, roster);
    let mut parts = vec![ways(organization, roster), about(texts::ABOUT)];
    if columns.len() < roster.columns().len() {
        parts.push(about(texts::ON_PAPER));
    }
    let marked = roster::marked(state, organization, roster);
    let heads = columns.iter().map(|field| head(field.label()));
    let name = (!roster.takes_new()).then(|| head(Field::Name.label()));
    let heads = [heard(texts::MARK)].into_iter().chain(name).chain(heads).chain([heard(words::OPEN)]);
    let table = el("table", "roster").child(el("thead", "").child(el("tr", "").each(heads)));
    let mut lines = Vec::new();
    if !people.is_empty() {
        lines.push(group(state, act, &columns, roster, people.iter().all(|id| marked.contains(id))));
    }
    for (place, id) in people.iter().enumerate() {
        // By its place among all: the line of somebody new stays where it is when one more is not shown.
        let (place, last) = (hidden + place + 1, place + 1 == people.len());
        let of = RosterLine { columns: &columns, roster, place, marked: marked.contains(id), last };
        lines.push(line(state, act, id, &of));
    }
    if roster.takes_new() {
        lines.push(newcomer(state, act, &columns, hidden + people.len() + 1));
    } else if people.is_empty() {
        parts.push(list::empty(texts::NOBODY));
        return parts;
    }
    parts.push(list::more(act, hidden));
    parts.push(table.child(el("tbody", "").children(lines)));
    parts.push(fill(state, act, &columns, marked.len()));
    parts.push(about(texts::GROUP_ABOUT));
    parts
}

/// The other rosters, and the sheet of paper.
fn ways(organization: &RecordId, roster: Roster) -> El {
    let others = Roster::ALL.into_iter().map(|other| {
        let way = link(texts::roster(other), Weight::Plain, &Route::Of(organization.clone(), Aspect::Table(other)));
        if other == roster { way.fixed("aria-current", "page") } else { way }
    });
    let paper = Route::Of(organization.clone(), Aspect::Blank(Blank::People));
    let paper = roster.takes_new().then(|| link(&texts::print(Blank::People), Weight::Plain, &paper));
    let all: Vec<El> = others.chain(paper).collect();
    actions(all).fixed("role", "group").fixed("aria-label", texts::ROSTERS)
}

fn head(words: &str) -> El {
    el("th", "").fixed("scope", "col").text(words)
}

/// The same for who listens, where the boxes below are enough for the eye.
fn heard(words: &str) -> El {
    el("th", "").fixed("scope", "col").child(el("span", "unseen").text(words))
}

/// The mark in front of a line.
fn tick(act: &Act, on: bool, label: &str, action: RosterAction) -> El {
    let tick = el("input", "").fixed("type", "checkbox").attr("aria-label", label).checked(on);
    let word = el("span", "roster-word").text(texts::MARK);
    el("label", "roster-mark").child(tick.tells("change", act, Action::Roster(action))).child(word)
}

/// The line that is written for all who are marked.
fn group(state: &State, act: &Act, columns: &[Field], roster: Roster, all: bool) -> El {
    let everyone = tick(act, all, texts::EVERYONE, RosterAction::MarkAll(!all));
    let mut line = el("tr", "roster-group").key("0").child(el("td", "").child(everyone));
    let title = el("th", "").fixed("scope", "row").text(texts::GROUP);
    let mut columns = columns;
    if roster.takes_new() {
        columns = columns.get(1..).unwrap_or_default();
    }
    line = line.child(title);
    for field in columns {
        let cell = el("td", "");
        line = line.child(match Roster::is_shared(*field) {
            false => cell,
            true => {
                let (typed, ready) = (roster::text(state, *field), roster::ready(state, *field));
                let blocked = !typed.is_empty() && ready.is_none();
                let text = ready.as_deref().unwrap_or(typed);
                cell.child(free_cell(state, act, &To::Group(*field), *field, (GROUP, texts::GROUP), text, blocked))
            }
        });
    }
    line.child(el("td", ""))
}

/// The button that enters it.
fn fill(state: &State, act: &Act, columns: &[Field], people: usize) -> El {
    let typed = columns.iter().filter(|field| !roster::text(state, **field).is_empty());
    let ready = typed.clone().all(|field| roster::ready(state, *field).is_some());
    let parts = match (people, typed.count()) {
        (0, _) | (_, 0) => Vec::new(),
        _ if !ready => vec![about(texts::NOT_READY)],
        // The box that was typed in is emptied, too.
        _ => {
            let fill = el("button", Weight::Main.class()).fixed("type", "button").text(&texts::fill(people));
            vec![fill.takes(act, Action::Roster(RosterAction::Fill))]
        }
    };
    actions(parts).fixed("aria-live", "polite")
}

/// What a line has beside its person.
struct RosterLine<'a> {
    columns: &'a [Field],
    roster: Roster,
    place: usize,
    marked: bool,
    /// Whether it is the one that is being written.
    last: bool,
}

/// One person.
fn line(state: &State, act: &Act, id: &RecordId, of: &RosterLine) -> El {
    let RosterLine { columns, roster, place, marked, last } = *of;
    let mut found = selectors::findings_alone(state, id);
    // Said at the first of its fields that is here.
    found.iter_mut().for_each(|finding| finding.fields.retain(|field| columns.contains(field)));
    found.retain(|finding| !finding.fields.is_empty());
    let name = name_of(state, id);
    let mark = tick(act, marked, &texts::mark(&name), RosterAction::Mark(id.clone(), !marked));
    let mut line = el("tr", "").key(&place.to_string()).child(el("td", "").child(mark));
    if !roster.takes_new() {
        let way = el("a", "card-link").leads_to(&Route::Record(id.clone())).text(&name);
        line = line.child(el("th", "").fixed("scope", "row").child(way));
    }
    for field in columns {
        // Whose cell is known stays there: to another cell leads the record. The line that is being written keeps its boxes.
        let cell = state.ledger.candidate(id).and_then(|found| found.cell.as_ref());
        let cell = cell.filter(|_| *field == Field::CandidateCell && !last).filter(|cell| state.ledger.has(cell));
        line = line.child(match cell {
            Some(cell) => el("td", "").child(el("p", "roster-text").text(&name_of(state, cell))),
            None => cell_of(*field).child(field_cell(state, act, id, *field, place, &name, &found)),
        });
    }
    let open = el("a", "card-link").leads_to(&Route::Record(id.clone())).text(words::OPEN);
    let open = open.child(el("span", "unseen").text(&name));
    line.child(el("td", "").child(open))
}

/// Somebody who is not in the book yet.
fn newcomer(state: &State, act: &Act, columns: &[Field], place: usize) -> El {
    let mut line = el("tr", "").key(&place.to_string()).child(
        el("td", "").child(el("span", "roster-text").text("＋").child(el("span", "roster-word").text(texts::NEWCOMER))),
    );
    for field in columns {
        let cell = free_cell(state, act, &To::Newcomer(*field), *field, (place, texts::NEWCOMER), "", false);
        line = line.child(cell_of(*field).child(cell));
    }
    line.child(el("td", ""))
}

/// A cell; whose line it is stands in that of the name.
fn cell_of(field: Field) -> El {
    if field == Field::Name { el("th", "").fixed("scope", "row") } else { el("td", "") }
}
