//! Local storage as a [`Medium`].

use gloo::storage::{LocalStorage, Storage};
use wasm_bindgen::JsValue;

use super::dom;
use crate::domain::value::letters::has;
use crate::store::medium::{Medium, MediumError};

/// The browser's local storage. Bypasses gloo's JSON encoding, since the journal has its own format
/// with a checksum.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserStorage;

/// Checks first, because `LocalStorage::raw` panics if the browser denies access.
fn raw() -> Result<web_sys::Storage, MediumError> {
    match web_sys::window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        _ => Err(MediumError::Denied),
    }
}

/// Classifies by error name: `QuotaExceededError`, in Firefox `NS_ERROR_DOM_QUOTA_REACHED`.
fn why(error: &JsValue) -> MediumError {
    match dom::property(error, "name").unwrap_or_default().as_str() {
        "SecurityError" => MediumError::Denied,
        name if has(name, "Quota") || has(name, "QUOTA") => MediumError::Full,
        _ => MediumError::Failed,
    }
}

impl Medium for BrowserStorage {
    fn names(&self) -> Result<Vec<String>, MediumError> {
        let storage = raw()?;
        let length = storage.length().map_err(|error| why(&error))?;
        Ok((0..length).filter_map(|place| storage.key(place).ok().flatten()).collect())
    }

    fn read(&self, name: &str) -> Result<Option<String>, MediumError> {
        raw()?.get_item(name).map_err(|error| why(&error))
    }

    fn write(&mut self, name: &str, text: &str) -> Result<(), MediumError> {
        raw()?.set_item(name, text).map_err(|error| why(&error))
    }

    fn remove(&mut self, name: &str) -> Result<(), MediumError> {
        raw()?.remove_item(name).map_err(|error| why(&error))
    }
}
