//! Figures: what counts, how an organization stands against its targets, how members moved, who was admitted,
//! what may still come, and the report made of it all. Knows `admission` and everything below it. Whole numbers
//! and exact ratios only; how they are printed is in `text`.

pub mod breakdown;
pub mod emulation;
pub mod figures;
pub mod forecast;
pub mod indicator;
pub mod movement;
pub mod outlook;
pub mod overview;
pub mod progress;
pub mod report;
pub mod sources;
pub mod tally;
pub mod targets;
pub mod weak;
