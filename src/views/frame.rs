//! What stands around every page: name, keeping, navigation, notices, questions.

use yew::prelude::*;

use super::Act;
use super::pages;
use super::widgets::badge::Tone;
use super::widgets::button::{Weight, button};
use super::widgets::dialog::Dialog;
use super::widgets::icon::{Icon, icon};
use super::widgets::notice::notice;
use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::{Keeping, Notice, Question, State};
use crate::text::vi::{notices, words};

/// The pages that navigation leads to.
const PAGES: [(Route, Icon, &str); 5] = [
    (Route::Home, Icon::House, words::HOME),
    (Route::Candidates, Icon::People, words::CANDIDATES),
    (Route::Progress, Icon::Flag, words::PROGRESS),
    (Route::Organizations, Icon::Tree, words::ORGANIZATIONS),
    (Route::Settings, Icon::Gear, words::SETTINGS),
];

/// The whole page.
pub fn frame(state: &State, act: &Act) -> Html {
    let asked = state.question.is_some();
    html! {
        <>
            <div class="frame" inert={asked} aria-hidden={asked.then_some("true")}>
                <button type="button" class="skip" onclick={Callback::from(|_| crate::platform::dom::jump_to("main"))}>{ words::SKIP }</button>
                { header(state) }
                { navigation(state) }
                <main id="main" tabindex="-1">
                    <div class="notices" aria-live="polite">{ for told(state, act) }</div>
                    { pages::page(state, act) }
                </main>
            </div>
            { for state.question.as_ref().map(|question| ask(state, act, question)) }
        </>
    }
}

/// What the browser calls the page.
pub fn title(state: &State) -> String {
    format!("{} – {}", pages::heading(state), words::PROGRAM)
}

fn header(state: &State) -> Html {
    let below = matches!(state.route, Route::Record(_) | Route::New(_) | Route::Kitchen);
    let organization = selectors::home(state).and_then(|home| selectors::name(state, &home));
    html! {
        <header class="top">
            { if below {
                html! { <a class="back" href={state.route.section().href()}>{ icon(Icon::Back) }<span>{ words::BACK }</span></a> }
            } else {
                html! { <p class="name">{ words::PROGRAM }</p> }
            } }
            <p class="of">{ organization.unwrap_or_default() }</p>
            <p class="keeping" role="status">{ match state.keeping {
                Keeping::Idle | Keeping::Trouble(_) => "",
                Keeping::Writing => notices::WRITING,
                Keeping::Taken => notices::TAKEN,
            } }</p>
        </header>
    }
}

fn navigation(state: &State) -> Html {
    let here = state.route.section();
    html! {
        <nav class="pages" aria-label={words::NAVIGATION}>
            { for PAGES.iter().map(|(route, drawing, name)| html! {
                <a key={*name} href={route.href()} aria-current={(here == *route).then_some("page")}>
                    { icon(*drawing) }<span>{ name }</span>
                </a>
            }) }
        </nav>
    }
}

fn told(state: &State, act: &Act) -> Vec<Html> {
    let mut told = Vec::new();
    if let Keeping::Trouble(error) = state.keeping {
        told.push(notice(
            Tone::Bad,
            notices::trouble(error),
            None,
            button(notices::AGAIN, Weight::Main, act, || Action::KeepAgain),
        ));
    }
    if !state.unread.is_empty() {
        let each: Vec<String> = state.unread.iter().map(notices::unread_one).collect();
        let each = html! { <ul class="unread">{ for each.iter().map(|one| html! { <li>{ one }</li> }) }</ul> };
        told.push(notice(Tone::Warn, &notices::unread(&state.unread), None, each));
    }
    if state.new_version {
        let answers = html! {
            <>
                { button(notices::LATER, Weight::Plain, act, || Action::VersionLater) }
                { button(notices::UPDATE, Weight::Main, act, || Action::TakeVersion) }
            </>
        };
        told.push(notice(Tone::Calm, notices::NEW_VERSION, Some(notices::NEW_VERSION_ABOUT), answers));
    }
    told.extend(state.notices.iter().enumerate().map(|(place, told)| one(state, act, place, told)));
    told
}

fn one(state: &State, act: &Act, place: usize, told: &Notice) -> Html {
    let close = button(words::CLOSE, Weight::Plain, act, move || Action::NoticeRead(place));
    match told {
        Notice::Deleted(id) => {
            let name = selectors::name(state, id).unwrap_or_else(|| words::NAMELESS.to_owned());
            let id = id.clone();
            let undo = button(words::UNDO, Weight::Main, act, move || Action::Restore(id.clone()));
            notice(Tone::Calm, &notices::deleted(&name), None, html! { <>{ undo }{ close }</> })
        }
        Notice::SampleOpened(name) => notice(Tone::Calm, &notices::sample_opened(name), None, close),
        Notice::SamplesRemoved => notice(Tone::Calm, notices::SAMPLES_REMOVED, None, close),
        Notice::OfflineReady => notice(Tone::Good, notices::OFFLINE_READY, None, close),
        Notice::Installed => notice(Tone::Good, notices::INSTALLED, None, close),
        Notice::VersionSwitchedElsewhere => notice(Tone::Warn, notices::SWITCHED_ELSEWHERE, None, close),
    }
}

fn ask(state: &State, act: &Act, question: &Question) -> Html {
    let (title, about) = match question {
        Question::DeleteOrganization { id, pointing } => {
            let name = selectors::name(state, id).unwrap_or_else(|| words::NAMELESS.to_owned());
            (notices::delete_organization(&name), notices::delete_organization_about(*pointing))
        }
        Question::RemoveSamples => (notices::REMOVE_SAMPLES.to_owned(), notices::REMOVE_SAMPLES_ABOUT.to_owned()),
    };
    html! { <Dialog {title} {about} yes={words::DELETE} act={act.clone()} /> }
}
