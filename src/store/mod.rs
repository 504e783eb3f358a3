//! Keeping changes in small stores of texts by name: a browser's local storage, and a second,
//! durable copy beside it. Pure over the [`medium::Medium`]: nothing here knows what the texts
//! lie in.

pub mod backup;
pub mod copies;
pub mod journal;
pub mod line;
pub mod medium;
pub mod names;
pub mod open;
pub mod packed;
pub mod preferences;
pub mod puts;
pub mod snapshot;
