//! Services of the loader's scripts: the replica, files, generations, and which page is the writer.
//! Requests and answers are events on `window`; the other side is in `web/`.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Event};

use super::contract::{Sent, global, sent, word};
use super::dom;
use crate::app::chunks::{Chunk, Chunks};
use crate::store::medium::MediumError;
use crate::store::puts::Puts;

/// Pairs of name and text.
pub type Texts = Vec<(String, String)>;

/// The contents of the replica, as read by the loader while the program was loading.
pub fn replica() -> Result<Texts, MediumError> {
    let found = window_property(global::FOUND).unwrap_or(JsValue::UNDEFINED);
    match Reflect::get(&found, &"second".into()) {
        Ok(texts) if Array::is_array(&texts) => Ok(pairs(&texts)),
        _ => Err(failure(&dom::property(&found, "why").unwrap_or_default()).unwrap_or(MediumError::Denied)),
    }
}

/// Whether this page is the writer; `true` if the loader does not say.
pub fn writes() -> bool {
    let writer = window_property(global::WRITER).and_then(|writer| Reflect::get(&writer, &"mine".into()).ok());
    writer.is_none_or(|mine| mine != JsValue::FALSE)
}

/// Whether the browser allowed installing the page before the program was listening.
pub fn can_install() -> bool {
    let install = window_property(global::INSTALL);
    install.is_some_and(|install| Reflect::get(&install, &"possible".into()) == Ok(JsValue::TRUE))
}

/// Whether the stores may not survive closing the page.
pub fn passes() -> bool {
    window_property(global::PASSING) == Some(JsValue::TRUE)
}

/// Load status of the later chunks, as set by the loader; without it the program is in one piece.
pub fn chunks() -> Chunks {
    let (here, failed) = match window_property(global::LATER).and_then(|later| later.as_string()).as_deref() {
        Some(word::COMING) => (None, false),
        Some(word::FAILED) => (None, true),
        Some(word::FORMS) => (Some(Chunk::Forms), false),
        Some(word::FORMS_FAILED) => (Some(Chunk::Forms), true),
        Some(word::STORED) => (Some(Chunk::Stored), false),
        Some(word::STORED_FAILED) => (Some(Chunk::Stored), true),
        Some(word::VAULT) => (Some(Chunk::Vault), false),
        Some(word::VAULT_FAILED) => (Some(Chunk::Vault), true),
        _ => return Chunks::ALL,
    };
    Chunks { here, failed }
}

fn window_property(name: &str) -> Option<JsValue> {
    let window = web_sys::window()?;
    Reflect::get(&window, &name.into()).ok()
}

/// Sends an event whose detail is a list of one text.
#[inline(never)]
pub fn hand(event: Sent, text: &str) {
    ask(event, [Some(text)].into_iter());
}

/// Sends an event whose detail is a list of texts.
pub fn ask<'a>(event: Sent, texts: impl Iterator<Item = Option<&'a str>>) {
    send(event, &texts.map(|text| text.map_or(JsValue::NULL, JsValue::from)).collect::<Array>());
}

/// Starts a transaction of the replica.
pub fn write_replica(puts: &Puts) {
    write(sent::SECOND_WRITE, puts.iter().map(|(name, text)| (name.as_str(), text.as_deref())));
}

/// Sends an event whose detail is a list of pairs of name and text.
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

/// The text in an event's detail.
pub fn answer(event: &Event) -> String {
    dom::property(event, "detail").unwrap_or_default()
}

/// The pairs of name and text in an event's detail.
pub fn answered_texts(event: &Event) -> Texts {
    pairs(&Reflect::get(event, &"detail".into()).unwrap_or(JsValue::UNDEFINED))
}

/// The error for the loader's word; `None` if the word is empty.
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
