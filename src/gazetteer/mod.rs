//! Where communes are, and what became of those of before 1 July 2025: found by what people type or have written. What is offered of
//! it on the page and how that is said is in `courier::places`.

pub mod find;
mod marks;
pub mod place;
pub mod table;
mod typed;
pub mod updated;

pub use find::Gazetteer;
pub use place::{Match, Place};
pub use table::{Commune, CommuneKind, DistrictKind, Former, Table};
pub use updated::Updated;
