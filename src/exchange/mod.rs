//! Import: office spreadsheets, changes of organizations as lines, and the samples compiled in. Backups are in `store`; opening files
//! is up to the command line.

mod answers;
pub mod cells;
pub mod changes;
mod heading_rows;
pub mod headings;
pub mod intake;
mod lines;
pub mod lists;
pub mod mapping;
pub mod names;
pub mod old_fonts;
pub mod remarks;
pub mod sample;
pub mod tables;
