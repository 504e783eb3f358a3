//! The field's own world: organizations, candidates, targets, the regulation and the
//! calculator. Pure: no clock, no randomness, no storage, no words for people beyond the names
//! in its tables. In reading order: what a record is, what its fields are, what they mean
//! together, what is counted, what is checked.

pub mod attached;
pub mod bound;
pub mod breakdown;
pub mod candidate;
pub mod check;
pub mod choice;
pub mod day;
pub mod dossier;
pub mod emulation;
pub mod entry;
pub mod field;
pub mod figures;
pub mod finding;
pub mod forecast;
pub mod id;
mod index;
pub mod json;
pub mod ledger;
pub mod letters;
pub mod lists;
pub mod members;
pub mod month;
pub mod movement;
pub mod office;
pub mod outlook;
pub mod overview;
pub mod phone;
pub mod planning;
pub mod procedure;
pub mod progress;
pub mod ratio;
pub mod reconcile;
pub mod record;
pub mod records;
pub mod report;
pub mod rows;
pub mod rule;
pub mod rules;
pub mod section;
pub mod sheet;
pub mod sources;
pub mod tally;
pub mod targets;
pub mod todo;
pub mod tree;
pub mod weak;
pub mod working_days;
