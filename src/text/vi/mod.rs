//! Vietnamese, the only language of the user interface, by topic: labels, numbers and days,
//! findings, progress, notices.

pub mod breakdown;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod cli;
pub mod communes;
pub mod dossier;
pub mod emulation;
pub mod erasing;
pub mod findings;
pub mod forecast;
pub mod further_sheets;
pub mod groundwork;
pub mod guide;
pub mod hints;
pub mod life;
pub mod lists;
pub mod members;
pub mod notices;
pub mod numbers;
pub mod office_rules;
pub mod overview;
pub mod places;
pub mod post;
mod problems;
pub mod procedure;
mod readings;
pub mod reconcile;
pub mod regulation;
pub mod report;
pub mod roster;
pub mod safety;
pub mod sheets;
pub mod sources;
#[cfg(feature = "lists")]
pub mod spreadsheets;
pub mod standing;
pub mod vault;
pub mod words;
