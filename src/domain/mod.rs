//! The field's own world: organizations, candidates, targets, the regulation and the
//! calculator. Pure: no clock, no randomness, no storage, no words for people beyond the names
//! in its tables. In reading order: what a record is, what its fields are, what they mean
//! together, what is counted, what is checked.

pub mod bound;
pub mod check;
pub mod choice;
pub mod day;
pub mod entry;
pub mod field;
pub mod figures;
pub mod id;
pub mod json;
pub mod ledger;
pub mod letters;
pub mod progress;
pub mod ratio;
pub mod records;
pub mod rows;
pub mod rules;
pub mod tally;
