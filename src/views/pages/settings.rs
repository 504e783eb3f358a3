//! Preferences, samples, and about the program.

use super::welcome::deferred_samples;
use super::{actions, section};
use crate::app::action::Action;
use crate::app::route::Route;
use crate::app::selectors;
use crate::app::state::{Offline, State};
use crate::store::preferences::{Letters, Theme};
use crate::text::{guide, notices, regulation, safety, words};
use crate::views::el::{El, el};
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::field_row::FieldRow;
use crate::views::{Act, not_kept};

/// Renders the page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let chosen = &state.preferences;
    let theme = Theme::ALL.map(|theme| (words::theme(theme), theme == chosen.theme, Action::SetTheme(theme)));
    let letters =
        Letters::ALL.map(|letters| (words::letters(letters), letters == chosen.letters, Action::SetLetters(letters)));
    let forecast = [(words::OFF, false), (words::ON, true)];
    let forecast = forecast.map(|(name, on)| (name, on == chosen.forecast, Action::SetForecast(on)));
    let mut sample_parts = vec![el("p", "").text(words::SAMPLES_ABOUT), deferred_samples(act)];
    if selectors::has_samples(state) {
        sample_parts.push(actions(vec![button(words::REMOVE_SAMPLES, Weight::Danger, act, Action::RemoveSamples)]));
    }
    let mut ahead = FieldRow::new("forecast", words::FORECAST);
    ahead.help = Some(words::FORECAST_ABOUT);
    let mut program = vec![el("p", "").text(words::ABOUT), el("p", "").text(words::STAYS_HERE)];
    program.extend(state.offline.map(|known| el("p", "").text(offline(known))));
    // The build id distinguishes builds of one version in support requests.
    let build = if state.build.is_empty() { String::new() } else { format!(" ({})", state.build) };
    program.push(el("p", "").text(words::VERSION).text(" ").text(env!("CARGO_PKG_VERSION")).text(&build));
    let mut last = vec![
        link(guide::GUIDE, Weight::Main, &Route::Guide),
        link(regulation::REGULATION, Weight::Plain, &Route::Regulation),
        link(words::KITCHEN, Weight::Plain, &Route::Kitchen),
    ];
    if state.can_install {
        last.push(button(words::INSTALL, Weight::Main, act, Action::Install));
    }
    program.push(actions(last));
    vec![
        pick(act, FieldRow::new("theme", words::THEME), theme.into()),
        pick(act, FieldRow::new("letters", words::LETTERS), letters.into()),
        pick(act, ahead, forecast.into()),
        section(
            safety::SAFETY,
            vec![el("p", "").text(&super::safety::last_file(state)), actions(vec![super::safety::to_here()])],
        ),
        keys(),
        section(words::SAMPLES, sample_parts),
        section(words::THE_PROGRAM, program),
    ]
}

/// Keys on a computer; the loader's script listens to them, and to these buttons.
fn keys() -> El {
    let one = |state: &'static str, words: &str| {
        el("button", "button").fixed("type", "button").fixed("data-keys", state).text(words)
    };
    let buttons = actions(vec![one("off", words::KEYS_OFF), one("on", words::KEYS_ON)]);
    let heading = el("h2", "").text(words::KEYS);
    el("section", "section keys").child(heading).child(el("p", "").text(words::KEYS_ABOUT)).child(buttons)
}

/// Whether the page works offline.
fn offline(offline: Offline) -> &'static str {
    match offline {
        Offline::Ready => notices::OFFLINE,
        Offline::Never => notices::NEVER_OFFLINE,
        Offline::Missing(cause) => not_kept(cause),
    }
}

/// A group of options that take effect at once: label, whether selected, action.
pub fn pick(act: &Act, mut row: FieldRow, entries: Vec<(&str, bool, Action)>) -> El {
    let options = entries.into_iter().map(|(name, chosen, action)| {
        let radio = el("input", "").fixed("type", "radio").attr("name", &row.id).checked(chosen);
        let radio = radio.tells("change", act, action);
        el("label", "option").child(radio).child(el("span", "").text(name))
    });
    let group = el("div", "options")
        .fixed("role", "radiogroup")
        .attr("aria-labelledby", &format!("{}-label", row.id))
        .maybe("aria-describedby", row.described_by().as_deref())
        .each(options);
    row.group = true;
    row.draw(group)
}
