//! What a person does before the deferred chunk is there.

use ket_nap::app::action::Action;
use ket_nap::app::facts::Deferred;
use ket_nap::app::route::Route;
use ket_nap::app::run::run;
use ket_nap::app::selectors;
use ket_nap::app::state::{Notice, Question, Role};
use ket_nap::domain::schema::field::Field;
use ket_nap::store::medium::Memory;

use crate::page::Page;

fn early() -> Page {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::Deferred(Deferred::Coming));
    page
}

#[test]
fn what_is_asked_for_too_early_is_done_when_it_can_be() {
    let mut page = early();
    page.does(Action::OpenSample("bac-kan".into()));
    assert!(page.state.early && !selectors::has_samples(&page.state));
    page.does(Action::Deferred(Deferred::Failed));
    assert!(page.state.early);
    page.does(Action::FetchDeferred);
    assert_eq!(page.state.deferred, Deferred::Coming);
    page.does(Action::Deferred(Deferred::Here));
    assert!(!page.state.early && selectors::has_samples(&page.state));
    assert_eq!(page.state.route, Route::Progress);
    page.does(Action::Deferred(Deferred::Here));
    assert_eq!(page.state.notices.len(), 1, "once");
}

#[test]
fn a_first_start_and_a_new_record_wait_too() {
    let mut page = early();
    page.does(Action::StartNew(Role::Cell));
    assert_eq!(page.state.route, Route::Home);
    page.does(Action::Deferred(Deferred::Here));
    assert_eq!(page.state.route, Route::Record(page.here()));
    page.does(Action::Deferred(Deferred::Coming));
    page.goes("#/candidates/new");
    page.goes("#/progress");
    // Whoever has gone elsewhere is not called back.
    page.does(Action::Deferred(Deferred::Here));
    assert_eq!(page.state.route, Route::Progress);
    page.does(Action::Deferred(Deferred::Coming));
    page.goes("#/candidates/new");
    page.does(Action::Deferred(Deferred::Here));
    assert!(matches!(page.state.route, Route::Part(..)));
}

#[test]
fn a_question_is_asked_as_soon_as_it_can_be() {
    let mut page = early();
    page.does(Action::RemoveSamples);
    assert!(page.state.early && page.state.question.is_none());
    page.does(Action::Deferred(Deferred::Here));
    assert_eq!(page.state.question, Some(Question::RemoveSamples));
}

/// There is nothing to type into before the deferred chunk has drawn it; should a letter come all the
/// same, it is not lost.
#[test]
fn letters_wait_in_their_order() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    page.does(Action::Deferred(Deferred::Coming));
    page.types(Field::OrganizationName, "Chi bộ bản Mẫu");
    let id = page.here();
    assert!(page.state.early);
    page.does(Action::Deferred(Deferred::Here));
    assert_eq!(page.text(&id, Field::OrganizationName).as_deref(), Some("Chi bộ bản Mẫu"));
    let page = page.again();
    assert_eq!(page.text(&id, Field::OrganizationName).as_deref(), Some("Chi bộ bản Mẫu"));
    assert_eq!(page.state.route, Route::Home);
}

#[test]
fn the_last_step_is_not_taken_back_later_when_another_is_the_last() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    page.does(Action::Deferred(Deferred::Coming));
    page.does(Action::Undo);
    assert!(page.state.early, "it is told that this cannot be done yet");
    page.does(Action::Deferred(Deferred::Here));
    assert!(selectors::home(&page.state).is_some());
}

#[test]
fn what_nobody_asked_for_waits_without_a_word() {
    let mut page = early();
    page.does(Action::Idle);
    page.does(Action::GenerationsFound(Vec::new()));
    assert!(!page.state.early);
    page.does(Action::Deferred(Deferred::Here));
    assert!(!page.state.notices.iter().any(|told| matches!(told.notice, Notice::BroughtBack(_))));
}

/// Whoever holds on to a state, as a drawing does, takes nothing away from the page.
#[test]
fn what_waits_is_there_in_every_copy_of_the_state() {
    let mut page = early();
    page.does(Action::OpenSample("bac-kan".into()));
    let mut copy = page.state.clone();
    page.does(Action::Deferred(Deferred::Here));
    assert!(selectors::has_samples(&page.state));
    assert!(!selectors::has_samples(&copy));
    let moment = copy.moment;
    run(&mut copy, moment, Action::Deferred(Deferred::Here), &mut |_| None);
    assert!(selectors::has_samples(&copy));
}

#[test]
fn what_waits_goes_on_waiting_while_other_things_happen() {
    let mut page = early();
    page.does(Action::OpenSample("bac-kan".into()));
    page.goes("#/settings");
    page.read(true);
    page.does(Action::Hidden);
    page.does(Action::Deferred(Deferred::Failed));
    page.does(Action::Deferred(Deferred::Here));
    assert!(selectors::has_samples(&page.state));
}
