//! The pages, one file each.

pub mod candidates;
pub mod home;
pub mod kitchen;
pub mod organizations;
pub mod progress;
pub mod record;
pub mod record_more;
pub mod settings;
pub mod welcome;

use yew::prelude::*;

use super::Act;
use super::widgets::button::{Weight, link};
use super::widgets::list::empty;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::text::vi::words;

/// The page of the present address.
pub fn page(state: &State, act: &Act) -> Html {
    match &state.route {
        Route::Home if selectors::is_new(state) => welcome::page(act),
        Route::Home => home::page(state, act),
        Route::Candidates => candidates::page(state, act),
        Route::Progress => progress::page(state, act),
        Route::Organizations => organizations::page(state),
        Route::Settings => settings::page(state, act),
        Route::Kitchen => kitchen::page(state, act),
        Route::Record(id) => record::page(state, act, id),
        // Left at once for the new record's own page.
        Route::New(_) => Html::default(),
        Route::Unknown => html! {
            <>
                <h1 tabindex="-1">{ words::UNKNOWN_PAGE }</h1>
                { empty("", link(words::HOME, Weight::Main, None, &Route::Home)) }
            </>
        },
    }
}

/// Heading of the present page.
pub fn heading(state: &State) -> String {
    match &state.route {
        Route::Home if selectors::is_new(state) => words::WELCOME.to_owned(),
        Route::Home => words::HOME.to_owned(),
        Route::Candidates => words::CANDIDATES.to_owned(),
        Route::Progress => words::PROGRESS.to_owned(),
        Route::Organizations => words::ORGANIZATIONS.to_owned(),
        Route::Settings => words::SETTINGS.to_owned(),
        Route::Kitchen => words::KITCHEN.to_owned(),
        Route::Record(id) => record::heading(state, id),
        Route::New(kind) => words::record(*kind).to_owned(),
        Route::Unknown => words::UNKNOWN_PAGE.to_owned(),
    }
}
