//! Translates events of the browser and the loader into actions.

use gloo::events::EventListener;
use js_sys::Reflect;
use web_sys::{Event, EventTarget, VisibilityState};
use yew::Callback;

use super::bridge;
use super::contract::{heard, word};
use crate::app::action::Action;
use crate::app::facts::{Cause, NewVersion, Offline};
use crate::store::backup::Trouble;
use crate::store::medium::MediumError;

/// Events for the runner's stores, which are not actions.
#[derive(Clone, Copy, Debug)]
pub enum StoreEvent {
    /// A transaction of the replica ended.
    Answered(Result<(), MediumError>),
    /// The stores have to be read again: another page wrote, or this one became the writer.
    Stale,
}

/// Events of `window` and the actions they cause.
const HEARD: &[(&str, Heard)] = &[
    ("hashchange", |_| Some(Action::Navigated(super::page::hash()))),
    ("pagehide", |_| Some(Action::Hidden)),
    (heard::NEW_VERSION, |event| Some(Action::Version(NewVersion::Offered(number(event))))),
    (heard::VERSION_PART, |event| Some(Action::Version(NewVersion::Coming(number(event))))),
    (heard::VERSION_FAILED, |event| Some(Action::Version(NewVersion::Failed(cause(event))))),
    (heard::NEW_VERSION_ACTIVE, |_| Some(Action::VersionSwitchedElsewhere)),
    (heard::OFFLINE, |event| Some(Action::Offline(offline(event)))),
    (heard::OFFLINE_READY, |_| Some(Action::OfflineReady)),
    (heard::CAN_INSTALL, |_| Some(Action::CanInstall)),
    (heard::LATER, |_| Some(Action::Chunks(bridge::chunks()))),
    (heard::INSTALLED, |_| Some(Action::Installed)),
    (heard::IDLE, |_| Some(Action::Idle)),
    (heard::PERSISTED, |event| Some(Action::Persisted(bridge::answer(event) == word::YES))),
    (heard::READER, |_| Some(Action::BecameReader)),
    (heard::FILE_SAVED, |event| Some(Action::FileSaved(bridge::answer(event) == word::CHECKED))),
    (heard::COPIED, |event| Some(Action::Copied(bridge::answer(event) == word::DONE))),
    (heard::FILE_READ, |event| Some(Action::FileRead(bridge::answer(event)))),
    (heard::FILE_FAILED, |event| Some(Action::FileFailed(trouble(&bridge::answer(event))))),
    (heard::BACKUP_DONE, |event| Some(Action::GenerationsWritten(bridge::answer(event).is_empty()))),
    (heard::BACKUP_FOUND, |event| Some(Action::GenerationsFound(bridge::answered_texts(event)))),
];

/// Maps an event to an action.
type Heard = fn(&Event) -> Option<Action>;

/// Registers listeners; they are removed when the returned list is dropped.
pub fn listen(act: &Callback<Action>, replica: &Callback<StoreEvent>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let on = |target: &EventTarget, name: &'static str, action: Heard| {
        let act = act.clone();
        EventListener::new(target, name, move |event| {
            if let Some(action) = action(event) {
                act.emit(action);
            }
        })
    };
    let tell = |name: &'static str, what: fn(&Event) -> StoreEvent| {
        let replica = replica.clone();
        EventListener::new(&window, name, move |event| replica.emit(what(event)))
    };
    let more = [
        tell(heard::SECOND_DONE, |event| {
            StoreEvent::Answered(bridge::failure(&bridge::answer(event)).map_or(Ok(()), Err))
        }),
        tell(heard::WRITER, |_| StoreEvent::Stale),
        tell(heard::STALE, |_| StoreEvent::Stale),
    ];
    let mut listeners: Vec<EventListener> = HEARD.iter().map(|(name, action)| on(&window, name, *action)).collect();
    if let Some(document) = window.document() {
        listeners.push(on(&document, "visibilitychange", hidden));
    }
    // `MediaQueryList` was no `EventTarget` in Safari before version 14 (2020).
    if let Some(dark) =
        super::page::device_is_dark().filter(|dark| Reflect::has(dark, &"addEventListener".into()) == Ok(true))
    {
        listeners.push(on(&dark, "change", |_| Some(Action::DeviceLooksChanged)));
    }
    listeners.extend(more);
    listeners
}

/// The number in an event's detail, or 0.
fn number<N: std::str::FromStr + Default>(event: &Event) -> N {
    bridge::answer(event).parse().unwrap_or_default()
}

fn cause(event: &Event) -> Cause {
    match bridge::answer(event).as_str() {
        word::HOST => Cause::Host,
        word::FULL => Cause::Full,
        _ => Cause::Line,
    }
}

fn offline(event: &Event) -> Offline {
    match bridge::answer(event).as_str() {
        word::READY => Offline::Ready,
        word::NEVER => Offline::Never,
        _ => Offline::Missing(cause(event)),
    }
}

/// Whether the page was hidden.
fn hidden(_: &Event) -> Option<Action> {
    let state = web_sys::window()?.document()?.visibility_state();
    (state == VisibilityState::Hidden).then_some(Action::Hidden)
}

fn trouble(word: &str) -> Trouble {
    match word {
        word::CANCELLED => Trouble::Cancelled,
        word::DIFFERENT => Trouble::Different,
        word::LARGE => Trouble::TooLarge,
        _ => Trouble::Failed,
    }
}
