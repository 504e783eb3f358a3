//! How the person likes the page, samples, and the program itself.

use yew::prelude::*;

use super::welcome::samples;
use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::State;
use crate::store::preferences::{Letters, Theme};
use crate::text::vi::words;
use crate::views::Act;
use crate::views::widgets::button::{Weight, button, link};

/// The page.
pub fn page(state: &State, act: &Act) -> Html {
    let preferences = &state.preferences;
    html! {
        <>
            <h1 tabindex="-1">{ words::SETTINGS }</h1>
            { pick(act, "theme", words::THEME, preferences.theme, &[
                (Theme::Device, words::THEME_DEVICE),
                (Theme::Light, words::THEME_LIGHT),
                (Theme::Dark, words::THEME_DARK),
                (Theme::Contrast, words::THEME_CONTRAST),
            ], Action::SetTheme) }
            { pick(act, "letters", words::LETTERS, preferences.letters, &[
                (Letters::Normal, words::LETTERS_NORMAL),
                (Letters::Large, words::LETTERS_LARGE),
                (Letters::Largest, words::LETTERS_LARGEST),
            ], Action::SetLetters) }
            { pick(act, "forecast", words::FORECAST, preferences.forecast, &[(false, words::OFF), (true, words::ON)], Action::SetForecast) }
            <p class="field-help">{ words::FORECAST_ABOUT }</p>
            <section class="section">
                <h2>{ words::SAMPLES }</h2>
                <p>{ words::SAMPLES_ABOUT }</p>
                { samples(act) }
                { for selectors::has_samples(state).then(|| html! {
                    <div class="actions">{ button(words::REMOVE_SAMPLES, Weight::Danger, act, || Action::RemoveSamples) }</div>
                }) }
            </section>
            <section class="section">
                <h2>{ words::THE_PROGRAM }</h2>
                <p>{ words::ABOUT }{ ". " }{ words::STAYS_HERE }</p>
                <p>{ format!("{} {}", words::VERSION, env!("CARGO_PKG_VERSION")) }</p>
                { for state.can_install.then(|| button(words::INSTALL, Weight::Main, act, || Action::Install)) }
                { link(words::KITCHEN, Weight::Plain, None, &Route::Kitchen) }
            </section>
        </>
    }
}

/// A row of choices that take effect at once.
fn pick<T: Copy + PartialEq + 'static>(
    act: &Act,
    id: &'static str,
    label: &'static str,
    chosen: T,
    entries: &[(T, &'static str)],
    action: fn(T) -> Action,
) -> Html {
    html! {
        <div class="field">
            <span class="field-label" id={format!("{id}-label")}>{ label }</span>
            <div class="options" role="radiogroup" aria-labelledby={format!("{id}-label")}>
                { for entries.iter().map(|&(value, name)| html! {
                    <label class="option" key={name}>
                        <input type="radio" name={id} checked={value == chosen} onchange={act.reform(move |_: Event| action(value))} />
                        <span>{ name }</span>
                    </label>
                }) }
            </div>
        </div>
    }
}
