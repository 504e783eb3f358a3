//! Import: files of lists, changes of organizations as lines, and the samples compiled in. Backups are in `store`.

mod answers;
mod by_row;
pub mod calendar;
#[cfg(feature = "courier")]
pub mod card;
mod cell_days;
pub mod cells;
pub mod changes;
mod committees;
#[cfg(feature = "lists")]
pub mod files;
mod halves;
mod heading_names;
mod heading_rows;
pub mod headings;
pub mod intake;
pub mod judged;
mod line_words;
mod lines;
pub mod lists;
pub mod mapping;
pub mod matching;
mod measure_columns;
mod measure_words;
mod measures;
mod members_beside;
mod mentions;
#[cfg(feature = "courier")]
pub mod message;
pub mod names;
pub mod old_fonts;
pub mod output;
#[cfg(feature = "courier")]
pub mod own;
pub mod plan;
pub mod remarks;
pub mod sample;
mod several;
pub mod sheet_names;
mod sideways;
mod table_columns;
mod table_rows;
pub mod tables;
mod title;
mod title_days;
mod title_turns;
mod turned;
mod unit_words;
mod wide;
mod wide_rows;
