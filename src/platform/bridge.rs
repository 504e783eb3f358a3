//! What the loader's scripts do for the program: the second copy, files, generations, and which
//! page writes. Asked for and answered by events on `window`; `web/` has the other side.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Event};

use super::contract::{Sent, global, sent, word};
use super::dom;
use crate::app::facts::Later;
use crate::store::medium::MediumError;
use crate::store::puts::Puts;

/// Texts by name.
pub type Texts = Vec<(String, String)>;

/// What the loader found in the second copy while the program was on its way.
pub fn second_copy() -> Result<Texts, MediumError> {
    let found = window_property(global::FOUND).unwrap_or(JsValue::UNDEFINED);
    match Reflect::get(&found, &"second".into()) {
        Ok(texts) if Array::is_array(&texts) => Ok(pairs(&texts)),
        _ => Err(failure(&dom::property(&found, "why").unwrap_or_default()).unwrap_or(MediumError::Denied)),
    }
}

/// Whether this page is the one that writes. Where the loader does not say, it is.
pub fn writes() -> bool {
    let writer = window_property(global::WRITER).and_then(|writer| Reflect::get(&writer, &"mine".into()).ok());
    writer.is_none_or(|mine| mine != JsValue::FALSE)
}

/// Whether the browser has offered to install the page before the program listened.
pub fn can_install() -> bool {
    let install = window_property(global::INSTALL);
    install.is_some_and(|install| Reflect::get(&install, &"possible".into()) == Ok(JsValue::TRUE))
}

/// Whether the loader has found nothing that shows that texts kept here outlive the page.
pub fn passes() -> bool {
    window_property(global::PASSING) == Some(JsValue::TRUE)
}

/// How it stands with the later part of the program, as the loader says. Where it says nothing,
/// the program came in one piece.
pub fn later() -> Later {
    match window_property(global::LATER).and_then(|later| later.as_string()).as_deref() {
        Some(word::COMING) => Later::Coming,
        Some(word::FAILED) => Later::Failed,
        _ => Later::Here,
    }
}

fn window_property(name: &str) -> Option<JsValue> {
    let window = web_sys::window()?;
    Reflect::get(&window, &name.into()).ok()
}

/// Asks for something, with texts in a list.
pub fn ask<'a>(event: Sent, texts: impl Iterator<Item = Option<&'a str>>) {
    send(event, &texts.map(|text| text.map_or(JsValue::NULL, JsValue::from)).collect::<Array>());
}

/// Gives texts to the second copy, to be written in one transaction.
pub fn write_second(puts: &Puts) {
    write(sent::SECOND_WRITE, puts.iter().map(|(name, text)| (name.as_str(), text.as_deref())));
}

/// Hands texts by name to the loader.
pub fn write<'a>(event: Sent, texts: impl Iterator<Item = (&'a str, Option<&'a str>)>) {
    let pair =
        |(name, text): (&str, Option<&str>)| Array::of2(&name.into(), &text.map_or(JsValue::NULL, JsValue::from));
    send(event, &texts.map(pair).collect::<Array>());
}

fn send(event: Sent, detail: &Array) {
    let init = CustomEventInit::new();
    init.set_detail(detail);
    if let (Some(window), Ok(event)) = (web_sys::window(), CustomEvent::new_with_event_init_dict(event.0, &init)) {
        let _ = window.dispatch_event(&event);
    }
}

/// The text that an answer brings.
pub fn answer(event: &Event) -> String {
    dom::property(event, "detail").unwrap_or_default()
}

/// The texts by name that an answer brings.
pub fn answered_texts(event: &Event) -> Texts {
    pairs(&Reflect::get(event, &"detail".into()).unwrap_or(JsValue::UNDEFINED))
}

/// Why something failed, by the loader's word for it; `None` for no word.
pub fn failure(word: &str) -> Option<MediumError> {
    match word {
        "" => None,
        word::DENIED => Some(MediumError::Denied),
        word::FULL_STORE => Some(MediumError::Full),
        _ => Some(MediumError::Failed),
    }
}

fn pairs(list: &JsValue) -> Texts {
    let pair = |pair: JsValue| {
        let pair = Array::from(&pair);
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    if Array::is_array(list) { Array::from(list).iter().filter_map(pair).collect() } else { Vec::new() }
}
