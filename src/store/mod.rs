//! Persistence in two key-value stores of texts: local storage and a durable replica (IndexedDB).
//! Pure over the trait [`medium::Medium`]: nothing here knows the browser.

pub mod age;
pub mod backup;
pub mod copies;
pub mod erasing;
pub mod journal;
pub mod line;
pub mod medium;
pub mod names;
pub mod open;
pub mod packed;
pub mod preferences;
pub mod puts;
pub mod snapshot;
pub mod vault;
