//! The problem domain: organizations, candidates, targets, the regulation and the calculator. Pure: no clock, no
//! randomness, no storage, and no user-facing text except the names in its tables. The rooms are listed in
//! dependency order; each may use only those before it (`tests/tidy/rooms.rs` checks this).

pub mod value;

pub mod regulation;

pub mod schema;

pub mod ledger;

pub mod admission;

pub mod checks;

pub mod calculator;

pub mod reconcile;
