//! What a person does before the later chunks are there.

use ket_nap::app::action::Action;
use ket_nap::app::chunks::{Chunk, Chunks};
use ket_nap::app::route::Route;
use ket_nap::app::run::run;
use ket_nap::app::selectors;
use ket_nap::app::state::{Notice, Question, Role};
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::RecordKind;
use ket_nap::store::medium::Memory;
use ket_nap::store::preferences::Theme;

use crate::page::Page;

const FAILED: Chunks = Chunks { here: None, failed: true };
const FORMS: Chunks = Chunks { here: Some(Chunk::Forms), failed: false };
const STORED: Chunks = Chunks { here: Some(Chunk::Stored), failed: false };

fn early() -> Page {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::Chunks(Chunks::COMING));
    page
}

#[test]
fn what_is_asked_for_too_early_is_done_when_it_can_be() {
    let mut page = early();
    page.does(Action::OpenSample("bac-kan".into()));
    assert!(page.state.early && !selectors::has_samples(&page.state));
    page.does(Action::Chunks(FAILED));
    assert!(page.state.early);
    page.does(Action::FetchChunks);
    assert_eq!(page.state.chunks, Chunks::COMING);
    page.does(Action::Chunks(Chunks::ALL));
    assert!(!page.state.early && selectors::has_samples(&page.state));
    assert_eq!(page.state.route, Route::Progress);
    page.does(Action::Chunks(Chunks::ALL));
    assert_eq!(page.state.notices.len(), 1, "once");
}

#[test]
fn a_first_start_and_a_new_record_wait_too() {
    let mut page = early();
    page.does(Action::StartNew(Role::Cell));
    assert_eq!(page.state.route, Route::Home);
    page.does(Action::Chunks(Chunks::ALL));
    assert_eq!(page.state.route, Route::Record(page.here()));
    page.does(Action::Chunks(Chunks::COMING));
    page.goes("#/candidates/new");
    assert!(page.state.early);
    page.goes("#/progress");
    assert!(!page.state.early, "nothing waits any more");
    // Whoever has gone elsewhere is not called back.
    page.does(Action::Chunks(Chunks::ALL));
    assert_eq!(page.state.route, Route::Progress);
    page.does(Action::Chunks(Chunks::COMING));
    page.goes("#/candidates/new");
    page.does(Action::Chunks(Chunks::ALL));
    assert!(matches!(page.state.route, Route::Part(..)));
}

#[test]
fn a_question_is_asked_as_soon_as_it_can_be() {
    let mut page = early();
    page.does(Action::RemoveSamples);
    assert!(page.state.early && page.state.question.is_none());
    page.does(Action::Chunks(Chunks::ALL));
    assert!(matches!(page.state.question, Some(Question::RemoveSamples)));
}

/// There is nothing to type into before the deferred chunk has drawn it; should a letter come all the
/// same, it is not lost.
#[test]
fn letters_wait_in_their_order() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    page.does(Action::Chunks(Chunks::COMING));
    page.types(Field::OrganizationName, "Chi bộ bản Mẫu");
    let id = page.here();
    assert!(page.state.early);
    page.does(Action::Chunks(Chunks::ALL));
    assert_eq!(page.text(&id, Field::OrganizationName).as_deref(), Some("Chi bộ bản Mẫu"));
    let page = page.again();
    assert_eq!(page.text(&id, Field::OrganizationName).as_deref(), Some("Chi bộ bản Mẫu"));
    assert_eq!(page.state.route, Route::Home);
}

#[test]
fn the_last_step_is_not_taken_back_later_when_another_is_the_last() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    page.does(Action::Chunks(Chunks::COMING));
    page.does(Action::Undo);
    assert!(page.state.early, "it is told that this cannot be done yet");
    page.does(Action::Chunks(Chunks::ALL));
    assert!(selectors::home(&page.state).is_some());
}

#[test]
fn what_nobody_asked_for_waits_without_a_word() {
    let mut page = early();
    page.does(Action::Idle);
    page.does(Action::GenerationsFound(Vec::new()));
    assert!(!page.state.early);
    page.does(Action::Chunks(Chunks::ALL));
    assert!(!page.state.notices.iter().any(|told| matches!(told.notice, Notice::BroughtBack(_))));
}

/// Whoever holds on to a state, as a drawing does, takes nothing away from the page.
#[test]
fn what_waits_is_there_in_every_copy_of_the_state() {
    let mut page = early();
    page.does(Action::OpenSample("bac-kan".into()));
    let mut copy = page.state.clone();
    page.does(Action::Chunks(Chunks::ALL));
    assert!(selectors::has_samples(&page.state));
    assert!(!selectors::has_samples(&copy));
    let moment = copy.moment;
    run(&mut copy, moment, Action::Chunks(Chunks::ALL), &mut |_| None);
    assert!(selectors::has_samples(&copy));
}

#[test]
fn what_waits_goes_on_waiting_while_other_things_happen() {
    let mut page = early();
    page.does(Action::OpenSample("bac-kan".into()));
    page.goes("#/settings");
    page.read(true);
    page.does(Action::Hidden);
    page.does(Action::Chunks(FAILED));
    page.does(Action::Chunks(Chunks::ALL));
    assert!(selectors::has_samples(&page.state));
}

#[test]
fn the_forms_are_enough_for_a_first_candidate() {
    let mut page = Page::with(Chunks::COMING);
    page.does(Action::StartNew(Role::Cell));
    page.does(Action::Chunks(FORMS));
    page.types(Field::OrganizationName, "Chi bộ bản Mẫu");
    page.goes("#/candidates/new");
    page.types(Field::Name, "Lò Thị Mẫu");
    let id = page.here();
    assert!(!page.state.early && !selectors::findings(&page.state, &id).is_empty());
    page.goes("#/targets/new");
    assert!(matches!(page.state.route, Route::Record(_)));
    let page = page.again();
    assert_eq!(page.text(&id, Field::Name).as_deref(), Some("Lò Thị Mẫu"));
}

/// Forms of other kinds are in the last chunk, and so is what a candidate's rows need.
#[test]
fn other_forms_wait_for_the_last_chunk() {
    let mut page = Page::with(FORMS);
    page.does(Action::StartNew(Role::Committee));
    page.goes("#/candidates/new");
    let candidate = page.here();
    page.types(Field::Name, "Lò Thị Mẫu");
    page.goes("#/");
    page.does(Action::BeginAttached(RecordKind::Relative, candidate));
    assert!(page.state.early && page.state.route == Route::Home);
    page.does(Action::Chunks(STORED));
    assert!(page.state.early && page.state.route == Route::Home);
    page.does(Action::Chunks(Chunks::ALL));
    assert!(!page.state.early && matches!(page.state.route, Route::Record(_)));
}

#[test]
fn what_waits_can_be_given_up() {
    let mut page = early();
    page.does(Action::OpenSample("bac-kan".into()));
    page.does(Action::Idle);
    page.does(Action::GiveUp);
    assert!(!page.state.early);
    page.does(Action::Chunks(Chunks::ALL));
    assert!(!selectors::has_samples(&page.state));
}

/// Whatever is asked for meanwhile, nothing is written over what is not read yet, and nothing is told of it.
#[test]
fn a_book_that_is_not_read_yet_is_left_alone() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    page.types(Field::OrganizationName, "Chi bộ bản Mẫu");
    let id = page.here();
    page.does(Action::SetTheme(Theme::Contrast));
    let before = page.platform.store.now();
    let mut page = page.again_with(Chunks::COMING);
    for chunks in [Chunks::COMING, FAILED, FORMS] {
        page.does(Action::Chunks(chunks));
        for action in [Action::DeviceLooksChanged, Action::Hidden, Action::KeepAgain, Action::Left, Action::Idle] {
            page.does(action);
        }
        page.goes("#/candidates/new");
        page.goes("#/");
        page.read(true);
        assert!(page.state.store.unopened && page.state.kept.is_none(), "{chunks:?}");
        assert_eq!(page.platform.store.now(), before, "{chunks:?}");
    }
    page.does(Action::Chunks(STORED));
    assert!(!page.state.store.unopened);
    assert_eq!(page.text(&id, Field::OrganizationName).as_deref(), Some("Chi bộ bản Mẫu"));
    assert_eq!(page.state.preferences.theme, Theme::Contrast);
    assert_eq!(page.state.route, Route::Home, "whoever has gone elsewhere is not called back");
}

#[test]
fn a_first_visit_that_writes_nothing_leaves_nothing_to_be_read() {
    let page = Page::with(Chunks::COMING).again_with(Chunks::COMING);
    assert!(!page.state.store.unopened);
}
