//! Storage: the stores in the browser, backup files, generations, and links to history, deleted
//! records and conflicts.

use super::candidates::to_lists;
use super::{about, actions, section, vault};
use crate::app::action::Action;
use crate::app::facts::Erasing;
use crate::app::past;
use crate::app::route::Route;
use crate::app::state::State;
use crate::app::vaulted::FileTask;
use crate::store::snapshot::QUOTA;
use crate::text::{erasing, notices, safety as words, vault as lock};
use crate::views::el::{El, To, el};
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::field_row::FieldRow;
use crate::views::widgets::list::{list, row};
use crate::views::widgets::text_box::text_box;
use crate::views::{Act, time_of};

/// Renders the page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    if let Some(alone) = vault::code(state, act).or_else(|| vault::file(state, act)) {
        return alone;
    }
    let lists = [
        (Route::History(None), words::HISTORY, None),
        (Route::Deleted, words::DELETED, Some(past::deleted(state).len())),
        (Route::Disputes, words::DISPUTES, Some(past::undecided(state))),
    ];
    let rows = lists.into_iter().map(|(route, title, number)| {
        row(&route, title, number.map(|number| number.to_string()).as_deref(), Vec::new())
    });
    let lists = section(words::HISTORY_AND_MORE, vec![list(rows.collect())]);
    let erase = actions(vec![button(erasing::ERASE, Weight::Danger, act, Action::Erase)]);
    let erase = section(erasing::ERASE, vec![about(erasing::ERASE_ABOUT), erase]);
    vec![
        files(state, act),
        vault::vault(state, act),
        copies(state, act),
        generations(state, act),
        lists,
        device(state, act),
        erase,
    ]
}

/// Backup files.
fn files(state: &State, act: &Act) -> El {
    let buttons = vec![
        button(words::SAVE, Weight::Main, act, Action::SaveFile),
        button(words::OPEN, Weight::Plain, act, Action::OpenFile),
        vault::seals(act, lock::SEAL, FileTask::Backup),
        to_lists(),
    ];
    section(words::BACKUP, vec![el("p", "").text(&last_file(state)), about(words::BACKUP_ABOUT), actions(buttons)])
}

/// Age of the last file, and what it lacks.
pub fn last_file(state: &State) -> String {
    let beyond = past::beyond_the_file(state);
    match &state.backup.file {
        Some(file) => words::last_file(&time_of(state, file.ms), file.checked, beyond),
        None if beyond > 0 => words::never(beyond),
        None => words::NEVER.to_owned(),
    }
}

/// The stores in the browser.
fn copies(state: &State, act: &Act) -> El {
    let store = &state.store;
    let mut parts = Vec::new();
    let one = state.has_one_copy();
    parts.push(el("p", "").text(match (one, store.large.0) {
        (true, _) => words::ONE,
        (false, true) => words::LARGE,
        (false, false) => words::BOTH,
    }));
    parts.push(about(&words::used(store.used, QUOTA)));
    if let Some(persisted) = store.persisted {
        parts.push(about(if persisted { words::PERSISTED } else { words::NOT_PERSISTED }));
    }
    if store.erasing != Erasing::Off {
        parts.push(el("p", "").text(erasing::STILL_ERASING));
    }
    if !store.unread.is_empty() {
        let each = store.unread.iter().map(|unread| el("li", "").text(&notices::unread_one(unread)));
        parts.push(el("p", "").text(&notices::unread(store.unread.len())));
        parts.push(el("ul", "unread").each(each));
    }
    parts.push(actions(vec![button(words::RESCUE, Weight::Plain, act, Action::Rescue)]));
    section(words::COPIES, parts)
}

/// The generations in the browser.
fn generations(state: &State, act: &Act) -> El {
    let records = state.book.records().count() as u64;
    let kept = state.backup.generations.iter().flatten();
    let each: Vec<El> = kept
        .clone()
        .map(|made| el("li", "").text(&words::generation(&time_of(state, made.ms), made.records)))
        .collect();
    let mut parts = vec![about(words::GENERATIONS_ABOUT)];
    parts.push(if each.is_empty() { about(words::NO_GENERATION) } else { el("ul", "facts").children(each) });
    if kept.clone().any(|made| made.is_fuller(records)) {
        parts.push(el("p", "").text(words::FULLER));
        parts.push(actions(vec![button(words::REPLACE, Weight::Danger, act, Action::ReplaceGenerations)]));
    }
    section(words::GENERATIONS, parts)
}

/// The name of this device.
fn device(state: &State, act: &Act) -> El {
    let mut row = FieldRow::new("device-name", words::DEVICE_NAME);
    row.help = Some(words::DEVICE_NAME_ABOUT);
    let name = past::device_name(state, state.book.device()).unwrap_or_default();
    row.draw(text_box(act, &row, name, "text", To::DeviceName))
}

/// Link to this page, for reminders.
pub fn to_here() -> El {
    link(words::SAFETY, Weight::Plain, &Route::Safety)
}
