//! The admission of one person: the dossier, its steps, limits and deadlines, deciding bodies, tasks, the type of
//! findings, printable sheets. Depends on `ledger` and the rooms below it. Producing findings is in `checks`,
//! counting in `calculator`.

pub mod authority;
pub mod deadlines;
pub mod dossier;
pub mod finding;
pub mod law;
pub mod life_rule;
pub mod limits;
pub mod planning;
pub mod procedure;
pub mod rule;
pub mod rule_id;
mod rule_row;
pub mod sheet;
pub mod todo;
pub mod verification;
pub mod vote;
