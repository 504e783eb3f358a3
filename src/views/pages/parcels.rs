//! What is sent to other organizations: to the one above, to all below, to one of them; and when each of those has sent last.
//! What came and what goes is shown by the page of lists.

use super::{about, actions, section};
use crate::app::action::Action;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::schema::id::RecordId;
use crate::exchange::plan::Output;
use crate::post::claims::{self, Claim};
use crate::text::post as texts;
use crate::views::Act;
use crate::views::el::{El, el};
use crate::views::widgets::button::{Weight, button};

/// The section with everything that can be sent.
pub(super) fn offered(state: &State, act: &Act) -> El {
    let mut parts = vec![about(texts::POST_ABOUT)];
    match selectors::home(state) {
        None => parts.push(about(texts::NO_HOME)),
        // A phone that has begun with a file from above works for one of those below, and cannot know for which.
        Some(top) if state.preferences.home.is_none() && state.ledger.has_below(&top) => parts.push(asked(state, act)),
        Some(home) => parts.extend(of_home(state, act, &home)),
    }
    section(texts::POST, parts)
}

/// Asks for whom the person works.
fn asked(state: &State, act: &Act) -> El {
    let mut all = Vec::new();
    for root in state.ledger.roots() {
        let below = state.ledger.children(&root);
        all.push(root);
        all.extend(below);
    }
    let choices = all.iter().map(|id| {
        let name = state.ledger.organization_name(id).unwrap_or_default();
        el("li", "plan-row").key(id.as_str()).child(button(name, Weight::Plain, act, Action::SetHome(id.clone())))
    });
    el("div", "").child(el("p", "lead").text(texts::WHOSE)).child(el("ul", "plan").each(choices))
}

fn of_home(state: &State, act: &Act, home: &RecordId) -> Vec<El> {
    let make = |words: &str, to: &str, whole: bool| {
        let wanted = Output::Parcel { from: home.clone(), to: to.to_owned(), whole };
        super::lists::make(act, words, &wanted)
    };
    let up = [make(texts::SEND_UP, Output::ABOVE, false), make(texts::SEND_UP_WHOLE, Output::ABOVE, true)];
    let mut parts = vec![actions(up.into())];
    let below: Vec<RecordId> = state.ledger.children(home);
    if below.is_empty() {
        return parts;
    }
    parts.push(actions(vec![make(texts::SEND_ALL, Output::BELOW, false)]));
    let all: Vec<Claim> = claims::claims(&state.book).collect();
    let rows = below.iter().map(|cell| {
        let last = all.iter().filter(|claim| claim.organization == *cell).max_by_key(|claim| claim.day);
        let words = last.map_or(texts::NEVER_SENT.to_owned(), |claim| {
            texts::sent_last(claim.number, claim.day, claim.day.days_until(state.moment.today))
        });
        let name = state.ledger.organization_name(cell).unwrap_or_default();
        let buttons = [make(texts::SEND_ONE, cell.as_str(), false), make(texts::SEND_ONE_WHOLE, cell.as_str(), true)];
        el("li", "plan-row")
            .key(cell.as_str())
            .child(el("p", "card-title").text(name))
            .child(about(&words))
            .child(actions(buttons.into()))
    });
    parts.push(el("ul", "plan").each(rows));
    parts
}
