//! All candidates: searched without marks, in the order of given names.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::domain::check::Severity;
use crate::domain::id::{RecordId, RecordKind};
use crate::domain::records::Candidate;
use crate::text::vi::words;
use crate::views::Act;
use crate::views::widgets::badge;
use crate::views::widgets::button::{Weight, link};
use crate::views::widgets::icon::Icon;
use crate::views::widgets::list::{Row, empty, list};
use crate::views::widgets::text_box::TextBox;

/// The page.
pub fn page(state: &State, act: &Act) -> Html {
    let add = link(words::ADD_CANDIDATE, Weight::Main, Some(Icon::Plus), &Route::New(RecordKind::Candidate));
    if state.ledger.candidates.is_empty() {
        return html! {
            <>
                <h1 tabindex="-1">{ words::CANDIDATES }</h1>
                { empty(words::NO_CANDIDATES, add) }
            </>
        };
    }
    let found = selectors::candidates(state);
    html! {
        <>
            <h1 tabindex="-1">{ words::CANDIDATES }</h1>
            <div class="actions">{ add }</div>
            <div class="field">
                <label class="field-label" for="search">{ words::SEARCH }</label>
                <p class="field-help" id="search-help">{ words::SEARCH_HELP }</p>
                <TextBox id="search" value={state.search.clone()} keyboard="search" described_by="search-help" ontype={act.reform(Action::Search)} />
            </div>
            { if found.is_empty() {
                empty(words::NOTHING_FOUND, Html::default())
            } else {
                list(found.into_iter().map(|(id, candidate)| row(state, id, candidate)).collect())
            } }
        </>
    }
}

/// One candidate with cell, stage, and how many findings block.
pub fn row(state: &State, id: &RecordId, candidate: &Candidate) -> Row {
    let blocking = selectors::findings(state, id).iter().filter(|finding| finding.severity == Severity::Blocks).count();
    let marks = html! {
        <>
            { badge::stage(candidate.stage()) }
            { for (blocking > 0).then(|| badge::badge(badge::Tone::Bad, &words::to_mend(blocking))) }
        </>
    };
    Row {
        route: Route::Record(id.clone()),
        title: selectors::name(state, id).unwrap_or_else(|| words::NAMELESS.to_owned()),
        about: candidate.cell.as_ref().and_then(|cell| selectors::name(state, cell)),
        marks,
        depth: 0,
    }
}
