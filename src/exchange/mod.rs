//! From outside into records: lists as offices keep them, and the samples that come with the program. Backups are
//! in `store`, files of any kind are opened by the command line.

mod answers;
pub mod intake;
pub mod lists;
pub mod names;
pub mod sample;
