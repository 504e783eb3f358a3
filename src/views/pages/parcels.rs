//! What is sent to other organizations: to the one above, to all below, to one of them; and when each of those has sent last.
//! What came and what goes is shown by the page of lists.

use super::{about, actions, section};
use crate::app::action::Action;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::schema::choice::Level;
use crate::domain::schema::id::RecordId;
use crate::domain::value::letters::in_order;
use crate::exchange::output::Output;
use crate::post::claims::{self, Claim};
use crate::text::post as texts;
use crate::views::Act;
use crate::views::el::{El, el};
use crate::views::widgets::badge::{Tone, badge};
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

/// What an organization can send, and what those below have sent.
fn of_home(state: &State, act: &Act, home: &RecordId) -> Vec<El> {
    let make = |words: &str, to: &str, whole: bool, asks: &str| {
        let wanted = Output::Parcel { from: home.clone(), to: to.to_owned(), whole, asks: asks.to_owned() };
        super::lists::make(act, words, &wanted)
    };
    let up = [make(texts::SEND_UP, Output::ABOVE, false, ""), make(texts::SEND_UP_WHOLE, Output::ABOVE, true, "")];
    let mut parts = vec![actions(up.into())];
    let heard = heard(state, home);
    if heard.is_empty() {
        return parts;
    }
    parts.push(actions(vec![make(texts::SEND_ALL, Output::BELOW, false, "")]));
    let asks = Level::ALL.iter().map(|level| make(texts::asks(*level), Output::BELOW, false, level.key()));
    let about_asks = about(&texts::asks_now(claims::asks(&state.book)));
    let details = el("details", "plan-columns").child(el("summary", "").text(texts::ASKS)).child(about_asks);
    parts.push(details.child(actions(asks.collect())));
    let silent = heard.iter().filter(|(_, last)| is_silent(state, last.as_ref())).count();
    parts.push(el("h3", "").text(&texts::heard(heard.len(), silent)));
    let owed: Vec<&RecordId> = heard.iter().map(|(cell, _)| cell).collect();
    let owed: Vec<&RecordId> = owed.into_iter().filter(|cell| claims::is_owed_a_receipt(&state.book, cell)).collect();
    if !owed.is_empty() {
        parts.push(about(&texts::receipts_owed(owed.len())));
    }
    let rows = heard.iter().map(|(cell, last)| {
        let (tone, words) = match last {
            None => (Tone::Warn, texts::NEVER_SENT.to_owned()),
            Some(claim) if is_silent(state, Some(claim)) => (Tone::Warn, texts::silent_since(claim.number, claim.day)),
            Some(claim) => (Tone::Calm, texts::sent_last(claim.number, claim.day)),
        };
        let name = el("p", "card-title").text(state.ledger.organization_name(cell).unwrap_or_default());
        let receipt = owed.contains(&cell).then(|| badge(Tone::Calm, texts::RECEIPT_OWED));
        let buttons =
            [make(texts::SEND_ONE, cell.as_str(), false, ""), make(texts::SEND_ONE_WHOLE, cell.as_str(), true, "")];
        let row = el("li", "plan-row")
            .key(cell.as_str())
            .child(name.text(" ").child(badge(tone, &words)).text(" ").children(receipt.into_iter().collect()));
        row.child(actions(buttons.into()))
    });
    parts.push(el("ul", "plan").each(rows));
    parts
}

/// Days after which an organization that has sent nothing is called silent: it is a habit to report every month.
const SILENT: i64 = 31;

fn is_silent(state: &State, last: Option<&Claim>) -> bool {
    last.is_none_or(|claim| claim.day.days_until(state.moment.today) > SILENT)
}

/// The organizations below with the last file of each, those that have been silent longest first.
fn heard(state: &State, home: &RecordId) -> Vec<(RecordId, Option<Claim>)> {
    let all: Vec<Claim> = claims::claims(&state.book).collect();
    let below = state.ledger.children(home).into_iter().map(|cell| {
        let own = all.iter().filter(|claim| claim.organization == cell);
        let last = own.max_by_key(|claim| (claim.day, claim.number)).cloned();
        (cell, last)
    });
    in_order(below, |(_, last)| last.as_ref().map(|claim| claim.day.iso()).unwrap_or_default())
}
