//! The calculator: counting results, progress against targets, movement of members, composition of admissions,
//! forecasts, and the report of all these. Depends on `admission` and the rooms below it. Integers and exact ratios
//! only; formatting is in `text`.

pub mod breakdown;
pub mod classes;
pub mod coverage;
pub mod emulation;
pub mod figures;
pub mod forecast;
pub mod indicator;
pub mod key_people;
pub mod like;
pub mod movement;
mod nearest;
pub mod outlook;
pub mod overview;
mod place_status;
pub mod progress;
pub mod reasons;
pub mod report;
pub mod sources;
pub mod tally;
pub mod targets;
pub mod weak;
