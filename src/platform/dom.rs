//! Unpacking events and touching single elements: what drawing needs of the browser. Knows
//! nothing of the program.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::NodeRef;

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

/// Puts a text into a box, unless the person is in it: writing there would break what an input
/// method is composing and move the caret.
pub fn show(input: &NodeRef, text: &str) {
    let Some(input) = input.cast::<HtmlInputElement>() else { return };
    let focused = document().and_then(|document| document.active_element());
    if focused.as_ref() != Some(input.unchecked_ref::<Element>()) && input.value() != text {
        input.set_value(text);
    }
}

/// Puts the focus on an element.
pub fn focus(element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Brings an element into view and puts the focus on it.
pub fn jump_to(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

fn document() -> Option<web_sys::Document> {
    web_sys::window().and_then(|window| window.document())
}
