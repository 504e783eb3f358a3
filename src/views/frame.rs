//! The frame around every page: title, write status, navigation, notices, questions.

use yew::Html;

use super::el::{El, To, all, el};
use super::pages;
use super::widgets::badge::Tone;
use super::widgets::button::{Weight, button, link};
use super::widgets::dialog::dialog;
use super::widgets::field_row::FieldRow;
use super::widgets::icon::{Icon, icon};
use super::widgets::notice::notice;
use super::widgets::text_box::text_box;
use super::{Act, name_of, not_kept, time_of};
use crate::app::action::Action;
use crate::app::chunks::Chunk;
use crate::app::facts::ClockTrouble;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::{Cause, NewVersion, Notice, Question, State};
use crate::domain::schema::field::Field;
use crate::store::journal::Replica;
use crate::text::{groundwork, life, lists, notices, office_rules, safety, words};

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
    let main = main.child(if state.store.read_only { page.fixed("disabled", "") } else { page });
    let mut frame = el("div", "frame")
        .child(skip)
        .child(header(state, act))
        .child(navigation(state))
        .child(main)
        .child(toast(state, act));
    let Some(question) = &state.question else { return all(vec![frame.done()]) };
    frame = frame.fixed("inert", "").fixed("aria-hidden", "true");
    all(vec![frame.done(), deferred_question(state, act, question).done()])
}

/// The document title.
pub fn title(state: &State) -> String {
    format!("{} – {}", pages::heading(state), words::PROGRAM)
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
        .child(el("p", "keeping").fixed("role", "status").text(keeping(state)));
    if state.steps.is_empty() || state.store.read_only || !state.chunks.has(Chunk::Rest) {
        return header;
    }
    let undo = el("button", "undo").fixed("type", "button").fixed("aria-label", safety::UNDO_LAST);
    header.child(undo.fixed("title", safety::UNDO_LAST).clicks(act, Action::Undo).child(icon(Icon::Undo)))
}

/// Name of the organization that the user works for. Where there is none, the chunk of forms may not be loaded.
#[inline(never)]
fn forms_organization(state: &State) -> Option<&str> {
    state.ledger.organization_name(&selectors::home(state)?)
}

/// Write status in a word or two.
fn keeping(state: &State) -> &'static str {
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
    } else if store.passing {
        let answers = vec![
            button(safety::PASSING_OPEN, Weight::Plain, act, Action::OpenFile),
            button(safety::PASSING_SAVE, Weight::Main, act, Action::SaveFile),
        ];
        list.push(notice(Tone::Warn, safety::PASSING, Some(safety::PASSING_ABOUT), answers));
    } else if let Some(error) = store.replica {
        list.push(notice(Tone::Warn, safety::ONE, Some(safety::replica_unread(error)), Vec::new()));
    } else if state.has_one_copy() {
        let more = link(safety::SAFETY, Weight::Plain, &Route::Safety);
        list.push(notice(Tone::Warn, safety::ONE, Some(safety::ONE_ABOUT), vec![more]));
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

/// The newest notice. It is an overlay: nothing may move under a finger that is about to tap.
fn toast(state: &State, act: &Act) -> El {
    let latest = state.notices.iter().enumerate().next_back();
    let toast = el("div", "toast").fixed("aria-live", "polite");
    match latest {
        Some((place, latest)) if state.chunks.has(Chunk::Rest) => {
            toast.child(deferred_toast(state, act, place, &latest.notice))
        }
        _ => toast,
    }
}

/// A notice's content, in the deferred chunk.
#[inline(never)]
fn deferred_toast(state: &State, act: &Act, place: usize, latest: &Notice) -> El {
    let mut actions = Vec::new();
    let (tone, words) = match latest {
        Notice::Deleted(id) => {
            actions.push(button(words::UNDO, Weight::Main, act, Action::Restore(id.clone())));
            let kind = id.kind().filter(|kind| Field::title(*kind).spec().kind.is_reference());
            let name = name_of(state, id);
            let name = kind.map_or_else(|| name.clone(), |kind| format!("{}: {name}", words::record(kind)));
            (Tone::Calm, notices::deleted(&name))
        }
        Notice::SampleOpened(name) => (Tone::Calm, notices::sample_opened(name)),
        Notice::SamplesRemoved => (Tone::Calm, notices::SAMPLES_REMOVED.to_owned()),
        Notice::OfflineReady => (Tone::Good, notices::OFFLINE_READY.to_owned()),
        Notice::NotKept(cause) => (Tone::Warn, not_kept(*cause).to_owned()),
        Notice::Installed => (Tone::Good, notices::INSTALLED.to_owned()),
        Notice::VersionSwitchedElsewhere => (Tone::Warn, notices::SWITCHED_ELSEWHERE.to_owned()),
        Notice::Undone(stayed) => {
            if !state.undone.is_empty() {
                actions.push(button(safety::REDO, Weight::Main, act, Action::Redo));
            }
            (Tone::Calm, safety::undone(*stayed))
        }
        Notice::Redone => (Tone::Calm, safety::REDONE.to_owned()),
        Notice::Copied(true) => (Tone::Good, notices::COPIED.to_owned()),
        Notice::Copied(false) => (Tone::Warn, notices::NOT_COPIED.to_owned()),
        Notice::Exported => (Tone::Good, notices::EXPORTED.to_owned()),
        Notice::FilesWait(files) => (Tone::Warn, lists::files_wait(*files)),
        Notice::ParcelSent => (Tone::Good, notices::SENT.to_owned()),
        Notice::FileSaved(checked) => (Tone::Good, safety::file_saved(*checked).to_owned()),
        Notice::FileChecked(missing) => (Tone::Good, safety::file_checked(*missing)),
        Notice::ClassDays(people) => (Tone::Good, groundwork::class_days_done(*people)),
        Notice::ListsTaken(number) | Notice::ParcelTaken(number) => {
            actions.push(button(words::UNDO, Weight::Main, act, Action::Undo));
            let of_lists = matches!(latest, Notice::ListsTaken(_));
            (Tone::Good, if of_lists { lists::taken(*number) } else { lists::parcel_taken(*number) })
        }
        Notice::ReorganizedBack => (Tone::Good, life::REORGANIZED_BACK.to_owned()),
        Notice::Reorganized(number) => (Tone::Good, life::reorganized(*number)),
        Notice::RulesTaken(number) => (Tone::Good, office_rules::rules_taken(*number)),
        Notice::FileTaken(changes) => (Tone::Good, safety::file_taken(*changes)),
        Notice::FileTrouble(trouble) => (Tone::Bad, safety::file_trouble(*trouble).to_owned()),
        Notice::BroughtBack(ms) => (Tone::Warn, safety::brought_back(&time_of(state, *ms))),
    };
    actions.push(button(words::CLOSE, Weight::Plain, act, Action::NoticeRead(place)));
    notice(tone, &words, None, actions)
}

/// A question. Only actions of the deferred chunk ask any.
#[inline(never)]
fn deferred_question(state: &State, act: &Act, question: &Question) -> El {
    match question {
        Question::DeleteOrganization { id, pointing } => {
            let title = notices::delete_organization(&name_of(state, id));
            dialog(act, &title, &notices::delete_organization_about(*pointing), words::DELETE, Weight::Danger)
        }
        Question::RemoveSamples => {
            dialog(act, notices::REMOVE_SAMPLES, notices::REMOVE_SAMPLES_ABOUT, words::DELETE, Weight::Danger)
        }
        Question::TakeIn { new, contents, records, .. } => {
            let about = safety::take_in_about(&time_of(state, contents.ms), *records, contents.damaged);
            dialog(act, &safety::take_in(*new), &about, safety::TAKE_IN, Weight::Main)
        }
        Question::ReplaceGenerations => {
            dialog(act, safety::REPLACE_QUESTION, safety::REPLACE_ABOUT, safety::REPLACE, Weight::Danger)
        }
    }
}
