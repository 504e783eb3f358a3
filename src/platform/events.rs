//! What the browser and the loader tell the program, as actions.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use web_sys::{Event, VisibilityState};
use yew::Callback;

use crate::app::action::Action;

/// Listens for as long as the returned list is kept.
pub fn listen(act: &Callback<Action>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let on = |name: &'static str, action: fn() -> Action| {
        let act = act.clone();
        EventListener::new(&window, name, move |_| act.emit(action()))
    };
    let mut listeners = vec![
        on("hashchange", || Action::Navigated(super::page::hash())),
        on("pagehide", || Action::Hidden),
        on("kn-new-version", || Action::VersionWaits),
        on("kn-new-version-active", || Action::VersionSwitchedElsewhere),
        on("kn-offline-ready", || Action::OfflineReady),
        on("kn-can-install", || Action::CanInstall),
        on("kn-installed", || Action::Installed),
    ];
    if let Some(document) = window.document() {
        let act = act.clone();
        let hidden = document.clone();
        let passive = EventListenerOptions::enable_prevent_default();
        listeners.push(EventListener::new_with_options(&document, "visibilitychange", passive, move |_: &Event| {
            if hidden.visibility_state() == VisibilityState::Hidden {
                act.emit(Action::Hidden);
            }
        }));
    }
    // Before 2020 Safari's queries were no event targets.
    if let Some(dark) =
        super::page::device_is_dark().filter(|dark| Reflect::has(dark, &"addEventListener".into()) == Ok(true))
    {
        let act = act.clone();
        listeners.push(EventListener::new(&dark, "change", move |_| act.emit(Action::DeviceLooksChanged)));
    }
    // The loader may have met a waiting version before the program was there.
    let waiting = Reflect::get(&window, &"knUpdate".into()).and_then(|update| Reflect::get(&update, &"waiting".into()));
    if waiting.is_ok_and(|waiting| waiting.is_truthy()) {
        act.emit(Action::VersionWaits);
    }
    listeners
}
