//! The field's own world: organizations, candidates, targets, the regulation and the
//! calculator. Pure: no clock, no randomness, no storage, no words for people beyond the names
//! in its tables. In reading order: what a record is, what its fields are, what they mean
//! together, what is counted, what is checked.

pub mod id;
pub mod day;
pub mod letters;
pub mod ratio;
pub mod choice;
pub mod bound;
pub mod field;
pub mod entry;
pub mod records;
pub mod ledger;
pub mod tally;
pub mod progress;
pub mod figures;
pub mod rules;
pub mod check;
