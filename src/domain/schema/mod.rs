//! What records are made of: record kinds and ids, the field table, form sections, closed lists, and parsing the text
//! of a field into a value. Depends on `value` only. The records themselves are in `ledger`.

pub mod choice;
mod early;
pub mod entry;
pub mod field;
pub mod id;
pub mod lists;
pub mod roster;
pub mod section;
