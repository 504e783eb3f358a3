//! Kết Nạp: an offline form and calculator for party cells. The map, in reading order:
//! what the field is about, how its records are kept, what people read, how the program
//! reacts; and, with the feature `page`, how it is drawn and where it meets the browser.

pub mod app;
pub mod book;
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
pub mod cli;
#[cfg(feature = "courier")]
pub mod courier;
pub mod domain;
pub mod exchange;
#[cfg(feature = "courier")]
pub mod gazetteer;
#[cfg(feature = "page")]
pub mod platform;
pub mod post;
#[cfg(feature = "lists")]
pub mod reader;
#[cfg(feature = "page")]
pub mod shell;
#[cfg(feature = "lists")]
pub mod spreadsheets;
pub mod store;
pub mod text;
#[cfg(feature = "page")]
pub mod views;
