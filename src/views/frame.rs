//! What stands around every page: name, keeping, navigation, notices, questions.

use yew::Html;

use super::el::{El, all, el};
use super::pages;
use super::widgets::badge::Tone;
use super::widgets::button::{Weight, button};
use super::widgets::dialog::dialog;
use super::widgets::icon::{Icon, icon};
use super::widgets::notice::notice;
use super::{Act, name_of};
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
    let skip = el("button", "skip").fixed("type", "button").jumps(act, "main".to_owned()).text(words::SKIP);
    let notices = el("div", "notices").fixed("aria-live", "polite").children(told(state, act));
    let main = el("main", "").fixed("id", "main").fixed("tabindex", "-1").child(notices).html(pages::page(state, act));
    let mut frame = el("div", "frame")
        .child(skip)
        .child(header(state))
        .child(navigation(state))
        .child(main)
        .child(toast(state, act));
    let Some(question) = &state.question else { return all(vec![frame.done()]) };
    frame = frame.fixed("inert", "").fixed("aria-hidden", "true");
    all(vec![frame.done(), ask(state, act, question).done()])
}

/// What the browser calls the page.
pub fn title(state: &State) -> String {
    format!("{} – {}", pages::heading(state), words::PROGRAM)
}

fn header(state: &State) -> El {
    let start = if matches!(state.route, Route::Record(_) | Route::New(_) | Route::Kitchen) {
        el("a", "back").leads_to(&state.route.section()).child(icon(Icon::Back)).child(el("span", "").text(words::BACK))
    } else {
        el("p", "name").text(words::PROGRAM)
    };
    let organization = selectors::home(state).and_then(|home| selectors::name(state, &home));
    let keeping = match state.keeping {
        Keeping::Idle | Keeping::Trouble(_) => "",
        Keeping::Writing => notices::WRITING,
        Keeping::Taken => notices::TAKEN,
    };
    el("header", "top")
        .child(start)
        .child(el("p", "of").text(&organization.unwrap_or_default()))
        .child(el("p", "keeping").fixed("role", "status").text(keeping))
}

fn navigation(state: &State) -> El {
    let here = state.route.section();
    let links = PAGES.iter().map(|(route, drawing, name)| {
        let link = el("a", "").leads_to(route).child(icon(*drawing)).child(el("span", "").text(name));
        if here == *route { link.fixed("aria-current", "page") } else { link }
    });
    el("nav", "pages").fixed("aria-label", words::NAVIGATION).each(links)
}

fn told(state: &State, act: &Act) -> Vec<El> {
    let mut told = Vec::new();
    if let Keeping::Trouble(error) = state.keeping {
        let again = button(notices::AGAIN, Weight::Main, act, Action::KeepAgain);
        told.push(notice(Tone::Bad, notices::trouble(error), None, vec![again]));
    }
    if !state.unread.is_empty() {
        let each = state.unread.iter().map(|unread| el("li", "").text(&notices::unread_one(unread)));
        told.push(notice(Tone::Warn, &notices::unread(&state.unread), None, vec![el("ul", "unread").each(each)]));
    }
    if state.new_version {
        let answers = vec![
            button(notices::LATER, Weight::Plain, act, Action::VersionLater),
            button(notices::UPDATE, Weight::Main, act, Action::TakeVersion),
        ];
        told.push(notice(Tone::Calm, notices::NEW_VERSION, Some(notices::NEW_VERSION_ABOUT), answers));
    }
    told
}

/// The latest of what is told once. It lies over the page: nothing may move under a finger that
/// is about to tap.
fn toast(state: &State, act: &Act) -> El {
    let latest = state.notices.iter().enumerate().next_back();
    let toast = el("div", "toast").fixed("aria-live", "polite");
    match latest {
        Some((place, told)) => toast.child(one(state, act, place, &told.notice)),
        None => toast,
    }
}

fn one(state: &State, act: &Act, place: usize, told: &Notice) -> El {
    let mut actions = Vec::new();
    let (tone, words) = match told {
        Notice::Deleted(id) => {
            actions.push(button(words::UNDO, Weight::Main, act, Action::Restore(id.clone())));
            (Tone::Calm, notices::deleted(&name_of(state, id)))
        }
        Notice::SampleOpened(name) => (Tone::Calm, notices::sample_opened(name)),
        Notice::SamplesRemoved => (Tone::Calm, notices::SAMPLES_REMOVED.to_owned()),
        Notice::OfflineReady => (Tone::Good, notices::OFFLINE_READY.to_owned()),
        Notice::Installed => (Tone::Good, notices::INSTALLED.to_owned()),
        Notice::VersionSwitchedElsewhere => (Tone::Warn, notices::SWITCHED_ELSEWHERE.to_owned()),
    };
    actions.push(button(words::CLOSE, Weight::Plain, act, Action::NoticeRead(place)));
    notice(tone, &words, None, actions)
}

fn ask(state: &State, act: &Act, question: &Question) -> El {
    match question {
        Question::DeleteOrganization { id, pointing } => {
            let title = notices::delete_organization(&name_of(state, id));
            dialog(act, &title, &notices::delete_organization_about(*pointing), words::DELETE)
        }
        Question::RemoveSamples => dialog(act, notices::REMOVE_SAMPLES, notices::REMOVE_SAMPLES_ABOUT, words::DELETE),
    }
}
