//! Unpacking events and touching single elements: what drawing needs of the browser. Knows
//! nothing of the program.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement};

/// The text of the box that an event comes from, with marks composed (NFC), as keyboards and
/// pasted text may have them apart.
pub fn typed(event: &Event) -> String {
    let text = event.target().and_then(|target| property(&target, "value")).unwrap_or_default();
    String::from(js_sys::JsString::from(text).normalize("NFC"))
}

/// A property that is a text. One way for all kinds of things: to ask each for its kind first
/// takes an import for each kind.
pub fn property(of: &JsValue, name: &str) -> Option<String> {
    js_sys::Reflect::get(of, &name.into()).ok()?.as_string()
}

/// Attribute with the text that a box should show.
pub const SHOWS: &str = "data-shows";

/// Puts into every box the text that it should show, unless the person is in it: writing there
/// would break what an input method is composing and move the caret.
pub fn show_all() {
    let Some(document) = document() else { return };
    let focused = document.active_element();
    let Ok(boxes) = document.query_selector_all("[data-shows]") else { return };
    for place in 0..boxes.length() {
        let found = boxes.item(place).and_then(|node| node.dyn_into::<Element>().ok());
        let Some(found) = found.filter(|found| focused.as_ref() != Some(found)) else { continue };
        let text = found.get_attribute(SHOWS).unwrap_or_default();
        // By name, since boxes of one line and of several are two kinds of things.
        if property(&found, "value").is_some_and(|value| value != text) {
            let _ = js_sys::Reflect::set(&found, &"value".into(), &text.into());
        }
    }
}

/// Whether the event is a press of Escape.
pub fn is_escape(event: &Event) -> bool {
    property(event, "key").is_some_and(|key| key == "Escape")
}

/// Takes the focus away from whatever has it.
pub fn leave() {
    let focused = document().and_then(|document| document.active_element());
    if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.blur();
    }
}

/// Puts the focus on an element.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Brings an element into view and puts the focus on it.
pub fn jump_to(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// Whether the focus is in a notice, which may go with what has it.
pub fn is_in_notice() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| matches!(focused.closest(".notice"), Ok(Some(_))))
}

/// Whether nothing has the focus, as when what had it is gone.
pub fn is_lost() -> bool {
    document().and_then(|document| document.active_element()).is_none_or(|focused| focused.tag_name() == "BODY")
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
