//! The frame around every page: title, write status, navigation, warnings. Notices and questions over it are in `toast`.

use yew::Html;

use super::Act;
use super::el::{El, To, all, el};
use super::pages;
use super::toast::{deferred_question, toast};
use super::widgets::badge::Tone;
use super::widgets::button::{Weight, button, link};
use super::widgets::field_row::FieldRow;
use super::widgets::icon::{Icon, icon};
use super::widgets::notice::notice;
use super::widgets::text_box::text_box;
use crate::app::action::Action;
use crate::app::chunks::Chunk;
use crate::app::facts::{ClockTrouble, Lock};
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::{Cause, NewVersion, State};
use crate::domain::schema::id::RecordId;
use crate::platform::dom::element;
use crate::store::journal::{Kept, Replica};
use crate::text::{notices, safety, words};

/// Entries of the navigation.
const PAGES: [(Route, Icon, &str); 5] = [
    (Route::Home, Icon::House, words::HOME),
    (Route::Candidates, Icon::People, words::CANDIDATES),
    (Route::Progress, Icon::Flag, words::PROGRESS),
    (Route::Organizations, Icon::Tree, words::ORGANIZATIONS),
    (Route::Settings, Icon::Gear, words::SETTINGS),
];

/// The whole document: `page` in its frame.
pub fn frame(state: &State, act: &Act, page: Html) -> Html {
    let skip = el("button", "skip").fixed("type", "button").jumps(act, "main".to_owned()).text(words::SKIP);
    let notices = el("div", "notices").fixed("aria-live", "polite").children(warnings(state, act));
    let main = el("main", "").fixed("id", "main").fixed("tabindex", "-1").child(notices);
    // A disabled fieldset: what cannot be stored cannot be edited.
    let page = el("fieldset", "sheet").html(page);
    let disabled = state.store.read_only && state.store.lock != Lock::Locked;
    let main = main.child(if disabled { page.fixed("disabled", "") } else { page });
    let mut frame = el("div", "frame")
        .child(skip)
        .child(header(state, act))
        // There is nowhere to go from a locked page.
        .each((state.store.lock != Lock::Locked).then(|| navigation(state)).into_iter())
        .child(main)
        .child(toast(state, act));
    let Some(question) = &state.question else { return all(vec![frame.done()]) };
    frame = frame.fixed("inert", "").fixed("aria-hidden", "true");
    all(vec![frame.done(), deferred_question(state, act, question).done()])
}

/// The document title. Browsers write it down among the pages that were visited: nobody's name is in it.
pub fn title(state: &State) -> String {
    let heading = if state.chunks.has(Chunk::Rest) { deferred_heading(state) } else { pages::heading(state) };
    format!("{heading} – {}", words::PROGRAM)
}

/// The heading, of a person's pages without the name.
#[inline(never)]
fn deferred_heading(state: &State) -> String {
    let kind = state.route.person().and_then(RecordId::kind);
    kind.map_or_else(|| pages::heading(state), |kind| words::record(kind).to_owned())
}

fn header(state: &State, act: &Act) -> El {
    let start = if state.route.section() != state.route {
        el("a", "back").leads_to(&state.route.section()).child(icon(Icon::Back)).child(el("span", "").text(words::BACK))
    } else {
        el("p", "name").text(words::PROGRAM)
    };
    let organization = if selectors::is_new(state) { None } else { forms_organization(state) };
    let header = el("header", "top")
        .child(start)
        .child(el("p", "of").text(organization.unwrap_or_default()))
        .child(el("p", "keeping").fixed("id", element::KEEPING).fixed("role", "status").text(keeping(state)));
    if state.chunks.has(Chunk::Rest) { header.children(deferred_tools(state, act)) } else { header }
}

/// What stands behind the title: undo, and the lock.
#[inline(never)]
fn deferred_tools(state: &State, act: &Act) -> Vec<El> {
    let mut tools = Vec::new();
    if !state.steps.is_empty() && !state.store.read_only {
        let undo = el("button", "undo").fixed("type", "button").fixed("id", element::UNDO);
        let undo = undo.fixed("aria-label", safety::UNDO_LAST);
        tools.push(undo.fixed("title", safety::UNDO_LAST).clicks(act, Action::Undo).child(icon(Icon::Undo)));
    }
    // Nobody sees it: the keys find it.
    if !state.undone.is_empty() && !state.store.read_only {
        let redo = el("button", "").fixed("type", "button").fixed("hidden", "").fixed("id", element::REDO);
        tools.push(redo.clicks(act, Action::Redo));
    }
    if state.store.lock == Lock::Open {
        tools.push(pages::vault::lock(act));
    }
    tools
}

/// Name of the organization that the user works for. Where there is none, the chunk of forms may not be loaded.
#[inline(never)]
fn forms_organization(state: &State) -> Option<&str> {
    state.ledger.organization_name(&selectors::home(state)?)
}

/// What of the write status shows elsewhere than in [`keeping`], as long as all is well; nothing otherwise.
pub fn shown(state: &State) -> Option<Option<ClockTrouble>> {
    let well = |kept: Kept| kept.local.is_none() && !matches!(kept.replica, Replica::Refused(_));
    state.kept.is_some_and(well).then_some(state.clock.trouble)
}

/// Write status in a word or two.
pub fn keeping(state: &State) -> &'static str {
    let Some(kept) = state.kept else { return "" };
    if state.store.passing {
        return safety::PASSING_KEPT;
    }
    match (kept.local, kept.replica) {
        (_, Replica::Writing) => notices::WRITING,
        (None, Replica::Confirmed) => safety::SAVED,
        (Some(_), Replica::Confirmed) => safety::SAVED_ONCE,
        (None, Replica::Refused(_)) => notices::TAKEN,
        (Some(_), Replica::Refused(_)) => "",
    }
}

fn navigation(state: &State) -> El {
    let mut here = state.route.section();
    while here.section() != here {
        here = here.section();
    }
    let links = PAGES.iter().map(|(route, drawing, name)| {
        let link = el("a", "").leads_to(route).child(icon(*drawing)).child(el("span", "").text(name));
        if here == *route { link.fixed("aria-current", "page") } else { link }
    });
    el("nav", "pages").fixed("aria-label", words::NAVIGATION).each(links)
}

fn warnings(state: &State, act: &Act) -> Vec<El> {
    let mut list = Vec::new();
    let store = &state.store;
    if store.read_only {
        let here = button(safety::TAKE_OVER, Weight::Main, act, Action::TakeOver);
        list.push(notice(Tone::Warn, safety::READ_ONLY, Some(safety::READ_ONLY_ABOUT), vec![here]));
    }
    if let Some(trouble) = state.clock.trouble.filter(|_| state.chunks.has(Chunk::Rest)) {
        list.push(deferred_clock(state, act, trouble));
    }
    let refused = state.kept.and_then(|kept| match (kept.local, kept.replica) {
        (Some(error), Replica::Refused(_)) => Some(error),
        _ => None,
    });
    if let Some(error) = refused.or(store.denied.filter(|_| store.replica.is_some())) {
        let answers = vec![
            button(notices::AGAIN, Weight::Main, act, Action::KeepAgain),
            button(safety::SAVE, Weight::Plain, act, Action::SaveFile),
        ];
        list.push(notice(Tone::Bad, notices::trouble(error), None, answers));
    } else if state.chunks.has(Chunk::Rest) {
        list.extend(deferred_copies(state, act));
    }
    // Texts that the other store has intact are only listed on the page about storage.
    let missing = store.unread.iter().filter(|unread| !unread.elsewhere).fold(0, |count, _| count + 1);
    if missing > 0 {
        list.push(stored_unread(missing));
    }
    if state.early && state.chunks.failed {
        // The page says the same.
        list.extend((!pages::awaits(state)).then(|| pages::awaited(state, act)));
    } else if state.early {
        let enough = button(words::GIVE_UP, Weight::Plain, act, Action::GiveUp);
        list.push(notice(Tone::Calm, words::DEFERRED_EARLY, None, vec![enough]));
    }
    if let Some(version) = state.new_version.filter(|_| state.chunks.has(Chunk::Rest)) {
        list.push(deferred_version(act, version));
    }
    list
}

/// Stores that may not last, or one copy only.
#[inline(never)]
fn deferred_copies(state: &State, act: &Act) -> Option<El> {
    let store = &state.store;
    if store.passing {
        let answers = vec![
            button(safety::PASSING_OPEN, Weight::Plain, act, Action::OpenFile),
            button(safety::PASSING_SAVE, Weight::Main, act, Action::SaveFile),
        ];
        return Some(notice(Tone::Warn, safety::PASSING, Some(safety::PASSING_ABOUT), answers));
    }
    if let Some(error) = store.replica {
        return Some(notice(Tone::Warn, safety::ONE, Some(safety::replica_unread(error)), Vec::new()));
    }
    let more = || link(safety::SAFETY, Weight::Plain, &Route::Safety);
    state.has_one_copy().then(|| notice(Tone::Warn, safety::ONE, Some(safety::ONE_ABOUT), vec![more()]))
}

/// A clock that cannot be right, with the day to count with.
#[inline(never)]
fn deferred_clock(state: &State, act: &Act, trouble: ClockTrouble) -> El {
    let words = match trouble {
        ClockTrouble::Behind(since) => notices::clock_behind(state.clock.day, since),
        ClockTrouble::Ahead => notices::clock_ahead(state.clock.day),
    };
    let set = state.moment.today != state.clock.day;
    let about = if set { notices::counts_with(state.moment.today) } else { notices::CLOCK_ABOUT.to_owned() };
    let mut row = FieldRow::new("today", notices::TODAY);
    let wrong = !state.today.trim().is_empty() && !set;
    row.help = wrong.then_some(notices::WRONG_TODAY);
    row.blocked = wrong;
    let input = text_box(act, &row, &state.today, "numeric", To::Today);
    notice(Tone::Bad, &words, Some(&about), vec![row.draw(input)])
}

/// Texts that could not be read.
#[inline(never)]
fn stored_unread(count: usize) -> El {
    let more = link(safety::SAFETY, Weight::Plain, &Route::Safety);
    notice(Tone::Warn, &notices::unread(count), None, vec![more])
}

/// Update status of the program. What finds new versions comes with the last chunk.
#[inline(never)]
fn deferred_version(act: &Act, version: NewVersion) -> El {
    let (title, about, wanted) = match version {
        NewVersion::Offered(0) => {
            let use_it = (notices::UPDATE, Action::TakeVersion);
            (notices::NEW_VERSION.to_owned(), notices::NEW_VERSION_ABOUT, Some(use_it))
        }
        NewVersion::Offered(bytes) => {
            let fetch = (notices::FETCH_VERSION, Action::FetchVersion);
            (notices::new_version(bytes), notices::FETCH_ABOUT, Some(fetch))
        }
        NewVersion::Coming(percent) => (notices::version_comes(percent), notices::COMES_ABOUT, None),
        NewVersion::Failed(cause) => {
            let rest = (notices::FETCH_REST, Action::FetchVersion);
            let about = match cause {
                Cause::Line => notices::FAILED_LINE,
                Cause::Host => notices::FAILED_HOST,
                Cause::Full => notices::FAILED_FULL,
            };
            (notices::VERSION_FAILED.to_owned(), about, Some(rest))
        }
    };
    let later = || button(notices::LATER, Weight::Plain, act, Action::VersionLater);
    let answers = wanted.map(|(words, action)| vec![later(), button(words, Weight::Main, act, action)]);
    notice(Tone::Calm, &title, Some(about), answers.unwrap_or_default())
}
