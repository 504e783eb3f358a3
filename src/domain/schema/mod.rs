//! What records are made of: their kinds and ids, the one field table, parts of forms, closed lists, and how
//! the text of a field becomes a value. Knows `value` alone. The records themselves are in `ledger`.

pub mod choice;
pub mod entry;
pub mod field;
pub mod id;
pub mod lists;
pub mod section;
