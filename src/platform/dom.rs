//! Unpacking events and touching single elements: what drawing needs of the browser. Knows
//! nothing of the program.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent};

/// The text of the box that an event comes from, with marks composed (NFC), as keyboards and
/// pasted text may have them apart.
pub fn typed(event: &Event) -> String {
    let target = event.target();
    let text = target.as_ref().and_then(|target| {
        let input = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
        input.or_else(|| target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value))
    });
    String::from(js_sys::JsString::from(text.unwrap_or_default()).normalize("NFC"))
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
        let input = boxes.item(place).and_then(|node| node.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input.filter(|input| focused.as_ref() != Some(input.as_ref())) else { continue };
        let text = input.get_attribute(SHOWS).unwrap_or_default();
        if input.value() != text {
            input.set_value(&text);
        }
    }
}

/// Whether the event is a press of Escape.
pub fn is_escape(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape")
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

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
