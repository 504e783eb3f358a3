//! Import: office spreadsheets, and the samples compiled in. Backups are in `store`; opening files
//! is up to the command line.

mod answers;
pub mod intake;
pub mod lists;
pub mod names;
pub mod sample;
