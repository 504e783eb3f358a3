//! Reading events and accessing single elements, as rendering needs it. Independent of the rest of the program.

pub use super::contract::element;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement};

/// The value of the control that the event comes from, normalized to NFC: some keyboards and pasted
/// texts use decomposed characters.
pub fn typed(event: &Event) -> String {
    let text = event.target().and_then(|target| property(&target, "value")).unwrap_or_default();
    String::from(js_sys::JsString::from(text).normalize("NFC"))
}

/// A string property. Untyped for all objects: typed access takes an import per interface.
pub fn property(of: &JsValue, name: &str) -> Option<String> {
    js_sys::Reflect::get(of, &name.into()).ok()?.as_string()
}

/// Attribute with the text that a text box should show.
pub const SHOWS: &str = "data-shows";

/// Sets the value of every text box that is not focused. Writing to the focused one would break
/// input method composition and move the caret.
pub fn show_all() {
    let Some(document) = document() else { return };
    let focused = document.active_element();
    let Ok(boxes) = document.query_selector_all("[data-shows]") else { return };
    for place in 0..boxes.length() {
        let found = boxes.item(place).and_then(|node| node.dyn_into::<Element>().ok());
        let Some(found) = found.filter(|found| focused.as_ref() != Some(found)) else { continue };
        let text = found.get_attribute(SHOWS).unwrap_or_default();
        // By property name, because `input` and `textarea` are different interfaces.
        if property(&found, "value").is_some_and(|value| value != text) {
            let _ = js_sys::Reflect::set(&found, &"value".into(), &text.into());
        }
    }
}

/// Whether Escape was pressed.
pub fn is_escape(event: &Event) -> bool {
    property(event, "key").is_some_and(|key| key == "Escape")
}

/// Removes the focus.
pub fn leave() {
    let focused = document().and_then(|document| document.active_element());
    if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.blur();
    }
}

/// Focuses an element.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Scrolls to an element and focuses it.
pub fn jump_to(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// Puts a text in the place of the one that an element was drawn with.
pub fn says(id: &str, text: &str) {
    let drawn = element(id).and_then(|element| element.first_child());
    if let Some(drawn) = drawn.filter(|drawn| drawn.node_value().as_deref() != Some(text)) {
        drawn.set_node_value(Some(text));
    }
}

/// Whether the focus is in a notice, which may disappear with it.
pub fn is_in_notice() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| matches!(focused.closest(".notice"), Ok(Some(_))))
}

/// Whether nothing has the focus, as after the focused element was removed.
pub fn is_lost() -> bool {
    document().and_then(|document| document.active_element()).is_none_or(|focused| focused.tag_name() == "BODY")
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
