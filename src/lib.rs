//! Kết Nạp: an offline form and calculator for party cells. The map, in reading order:
//! what the field is about, how its records are kept, what people read, how the program
//! reacts, how it is drawn.

pub mod domain;
pub mod book;
pub mod store;
pub mod exchange;
pub mod text;
pub mod app;
