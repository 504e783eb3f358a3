//! The page as a whole: its address, its title, its looks, its top.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, HtmlElement};

use super::contract::{Sent, element, heard, sent};
use crate::store::preferences::{Preferences, Theme};

/// Where the program draws.
pub fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id(element::APP)
}

/// Does it when the loader says so: a book's pages are in the later part of the program, and where
/// there is a book that part comes first.
pub fn when_told(mount: fn()) {
    if let Some(window) = web_sys::window() {
        EventListener::once(&window, heard::MOUNT, move |_| mount()).forget();
    }
}

/// Which build of its version the program is; nothing while developing.
pub fn build() -> String {
    let tag = web_sys::window().and_then(|window| window.document()?.get_element_by_id(element::PROGRAM));
    tag.and_then(|tag| tag.get_attribute(element::BUILD)).unwrap_or_default()
}

/// The part of the address after `#`, with it.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to an address within the page.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Puts an address in place of the present one. The browser tells nobody about that.
pub fn replace(hash: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Names the page in the browser's list.
pub fn title(text: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(text);
    }
}

/// Shows the page from its top, with the focus on its heading, for screen readers and keyboards.
pub fn to_top() {
    let Some(window) = web_sys::window() else { return };
    window.scroll_to_with_x_and_y(0.0, 0.0);
    let heading = window.document().and_then(|document| document.query_selector("main h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.focus();
    }
}

/// Puts the focus on an element and leaves the page where it stands: Safari did not know of that
/// before version 15.
pub fn focus_in_place(id: &str) {
    let Some(window) = web_sys::window() else { return };
    let (x, y) = (window.scroll_x().unwrap_or_default(), window.scroll_y().unwrap_or_default());
    super::dom::focus(id);
    window.scroll_to_with_x_and_y(x, y);
}

/// Prints the page. Some browsers within other programs cannot; they say nothing about it.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Shows the page as the person likes it: the style sheets read these marks.
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

/// Whether the device is set to dark colours; `None` where the browser does not tell.
pub fn device_is_dark() -> Option<web_sys::MediaQueryList> {
    web_sys::window()?.match_media("(prefers-color-scheme: dark)").ok()?
}

/// Says that the program has stopped: to the console what happened, to the loader that it is to
/// show its notice.
pub fn panicked(what: &str) {
    web_sys::console::error_1(&JsValue::from_str(what));
    tell(sent::PANIC);
}

/// Tells the loader outside the program something.
pub fn tell(event: Sent) {
    if let (Some(window), Ok(event)) = (web_sys::window(), CustomEvent::new(event.0)) {
        let _ = window.dispatch_event(&event);
    }
}
