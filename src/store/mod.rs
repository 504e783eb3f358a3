//! Keeping changes in a small store of texts by name, such as a browser's local storage.
//! Pure over the [`medium::Medium`]: nothing here knows what the texts lie in.

pub mod journal;
pub mod line;
pub mod medium;
pub mod preferences;
