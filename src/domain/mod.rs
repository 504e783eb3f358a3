//! The field's own world: organizations, candidates, targets, the regulation and the calculator. Pure: no
//! clock, no randomness, no storage, no words for people beyond the names in its tables. Rooms in reading
//! order; each knows only those before it (`tests/tidy.rs` holds them to that).

pub mod value;

pub mod regulation;

pub mod schema;

pub mod ledger;

pub mod admission;

pub mod checks;

pub mod calculator;

pub mod reconcile;
