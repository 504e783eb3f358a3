//! The runner itself: in which order things are done, what is left to be drawn, what is kept.

use ket_nap::app::action::Action;
use ket_nap::app::effect::{Effect, Request};
use ket_nap::app::facts::{Cause, EditRef, Found, Moment, Offline, Role, Store};
use ket_nap::app::notices::Notice;
use ket_nap::app::route::Route;
use ket_nap::app::run::{Left, run};
use ket_nap::app::selectors;
use ket_nap::app::state::State;
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::value::day::Day;
use ket_nap::store::backup::Known;
use ket_nap::store::journal::{Kept, Replica};
use ket_nap::store::medium::{MediumError, Memory};
use ket_nap::store::preferences::Preferences;

use crate::page::{Page, SAVED};

fn state() -> State {
    State::new(Moment { ms: 1, today: Day::FIRST_OF_2026, zone_minutes: 420 }, 7, 1)
}

fn page() -> Page {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    page.types(Field::OrganizationName, "Chi bộ bản Mẫu");
    page
}

#[test]
fn an_opened_book_comes_in_whoever_else_holds_it() {
    let book = page().state.book.clone();
    let (store, preferences, backup) = (Store::default(), Preferences::default(), Known::default());
    let opened = Action::Opened(Box::new(Found { book, store, preferences, backup }));
    let held = opened.clone();
    for action in [opened, held] {
        let mut state = state();
        let moment = state.moment;
        run(&mut state, moment, action, &mut |_| None);
        assert!(selectors::home(&state).is_some());
    }
}

#[test]
fn effects_are_done_in_their_order_and_before_what_follows_from_them() {
    let (mut state, mut done) = (state(), Vec::new());
    let moment = Moment { ms: 1_000, ..state.moment };
    run(&mut state, moment, Action::StartNew(Role::Cell), &mut |effect| {
        done.push(match &effect {
            Effect::Settle => "settle",
            Effect::Append(_) => "append",
            Effect::Prefer(_) => "prefer",
            Effect::Ask(Request::Go(_)) => "go",
            Effect::ToTop => "top",
            _ => "other",
        });
        match effect {
            Effect::Append(_) => Some(Action::Kept(SAVED)),
            Effect::Ask(Request::Go(route)) => Some(Action::Navigated(route.href())),
            _ => None,
        }
    });
    assert_eq!(done, ["settle", "append", "prefer", "go", "top"]);
    assert_eq!((state.moment, state.kept), (moment, Some(SAVED)));
    assert!(matches!(state.route, Route::Record(_)));
}

#[test]
fn a_word_in_the_frame_leaves_the_page_as_it_is() {
    let mut page = page();
    for (action, anew) in [
        (Action::OfflineReady, false),
        (Action::NoticeRead(0), false),
        (Action::Offline(Offline::Missing(Cause::Line)), false),
        (Action::Kept(SAVED), false),
        (Action::Search("mau".to_owned()), true),
    ] {
        let told = format!("{action:?}");
        page.left = Left::default();
        page.does(action);
        assert_eq!(page.left, Left { page: anew, ..Left::default() }, "{told}");
    }
    page.goes("#/settings");
    assert_eq!(page.left, Left { page: true, to_top: true, focus: None });
    page.left = Left::default();
    page.does(Action::Offline(Offline::Ready));
    assert!(page.left.page, "it is told there");
}

#[test]
fn the_page_is_drawn_anew_when_a_copy_fails_and_when_it_is_back() {
    let mut page = page();
    let id = page.here();
    let edit = |text: &str| Action::Edited { record: id.clone(), field: Field::OrganizationName, text: text.into() };
    let replica = page.platform.replica.take();
    page.does(edit("Chi bộ bản Mới"));
    assert_eq!(page.state.kept.map(|kept| kept.replica), Some(Replica::Refused(MediumError::Denied)));
    page.left = Left::default();
    page.answered(Err(MediumError::Denied));
    assert_eq!(page.left, Left::default(), "nothing new");
    page.platform.replica = replica;
    page.does(Action::KeepAgain);
    assert_eq!(page.state.kept, Some(SAVED));
    page.left = Left::default();
    page.answered(Ok(()));
    assert_eq!(page.left, Left::default(), "nothing new");
    // Told by an answer alone.
    let moment = page.state.moment;
    let refused = Kept { local: None, replica: Replica::Refused(MediumError::Full) };
    assert!(run(&mut page.state, moment, Action::Kept(refused), &mut |_| None));
    assert!(!run(&mut page.state, moment, Action::Kept(refused), &mut |_| None));
    assert!(run(&mut page.state, moment, Action::Kept(SAVED), &mut |_| None));
}

#[test]
fn what_is_left_stays_until_it_is_drawn() {
    let mut page = page();
    let id = page.here();
    page.goes("#/settings");
    page.left = Left::default();
    page.does(Action::Jump(id.clone(), Field::OrganizationName));
    page.does(Action::OfflineReady);
    let focus = Some((Route::Record(id), Field::OrganizationName));
    assert_eq!(page.left, Left { page: true, to_top: true, focus });
}

#[test]
fn an_edit_taken_back_from_the_history_can_itself_be_taken_back() {
    let mut page = page();
    let id = page.here();
    let history = page.state.book.history(&id, Field::OrganizationName.spec().key);
    let stamp = history.latest().map(|edit| edit.stamp);
    let key = Field::OrganizationName.spec().key.to_owned();
    page.does(Action::TakeBack(EditRef { record: id.clone(), key, stamp: stamp.unwrap_or_else(|| unreachable!()) }));
    assert_eq!(page.text(&id, Field::OrganizationName), None);
    assert!(page.state.notices.iter().any(|told| told.notice == Notice::Undone(0)));
    page.does(Action::Undo);
    assert_eq!(page.text(&id, Field::OrganizationName).as_deref(), Some("Chi bộ bản Mẫu"));
}
