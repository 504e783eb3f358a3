//! The way of one person to membership: the dossier, its steps, limits and deadlines, who decides, what is to
//! be done, what a finding is, what is printed. Knows `ledger` and everything below it. What is found wrong
//! is in `checks`, what is counted in `calculator`.

pub mod authority;
pub mod deadlines;
pub mod dossier;
pub mod finding;
pub mod limits;
pub mod planning;
pub mod procedure;
pub mod rule;
pub mod rule_id;
pub mod sheet;
pub mod todo;
pub mod verification;
pub mod vote;
