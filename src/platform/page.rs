//! The page as a whole: address, title, appearance, scroll position.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, HtmlElement};

use super::contract::{Sent, element, heard, sent};
use crate::store::preferences::{Preferences, Theme};

/// The element that the program mounts into.
pub fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id(element::APP)
}

/// Calls `mount` when the loader allows it: if there is a book, the deferred chunk is loaded first,
/// since its pages are in there.
pub fn when_told(mount: fn()) {
    if let Some(window) = web_sys::window() {
        EventListener::once(&window, heard::MOUNT, move |_| mount()).forget();
    }
}

/// Build id of the program; empty during development.
pub fn build() -> String {
    let tag = web_sys::window().and_then(|window| window.document()?.get_element_by_id(element::PROGRAM));
    tag.and_then(|tag| tag.get_attribute(element::BUILD)).unwrap_or_default()
}

/// The fragment of the address, with `#`.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Navigates to an address within the page.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Replaces the address in the current history entry. The browser sends no event for that.
pub fn replace(hash: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Sets the document title.
pub fn title(text: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    // Set again, even the same title is written and told to the browser anew.
    if let Some(document) = document.filter(|document| document.title() != text) {
        document.set_title(text);
    }
}

/// Scrolls to the top and focuses the heading, for screen readers and keyboards.
pub fn to_top() {
    let Some(window) = web_sys::window() else { return };
    window.scroll_to_with_x_and_y(0.0, 0.0);
    let heading = window.document().and_then(|document| document.query_selector("main h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.focus();
    }
}

/// Focuses an element without scrolling. Safari before version 15 does not support `preventScroll`.
pub fn focus_in_place(id: &str) {
    let Some(window) = web_sys::window() else { return };
    let (x, y) = (window.scroll_x().unwrap_or_default(), window.scroll_y().unwrap_or_default());
    super::dom::focus(id);
    window.scroll_to_with_x_and_y(x, y);
}

/// Opens the print dialog. Some in-app browsers cannot print and give no error.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Applies the preferences, as attributes that the style sheets use.
pub fn prefer(preferences: &Preferences) {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element());
    let Some(root) = root else { return };
    let theme = match preferences.theme {
        Theme::Device if device_is_dark().is_some_and(|query| query.matches()) => Theme::Dark,
        Theme::Device => Theme::Light,
        chosen => chosen,
    };
    let _ = root.set_attribute("data-theme", theme.key());
    let _ = root.set_attribute("data-letters", preferences.letters.key());
}

/// Media query for dark mode on the device; `None` if not supported.
pub fn device_is_dark() -> Option<web_sys::MediaQueryList> {
    web_sys::window()?.match_media("(prefers-color-scheme: dark)").ok()?
}

/// Reports a panic: the message to the console, an event to the loader, which shows a notice.
pub fn panicked(what: &str) {
    web_sys::console::error_1(&JsValue::from_str(what));
    tell(sent::PANIC);
}

/// Sends an event without detail to the loader.
pub fn tell(event: Sent) {
    if let (Some(window), Ok(event)) = (web_sys::window(), CustomEvent::new(event.0)) {
        let _ = window.dispatch_event(&event);
    }
}
