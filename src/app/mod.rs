//! How the program reacts: the state of the page, what can happen to it, what that leads to.
//! Pure: `update` returns effects, `run` does them on a platform that is a trait. Drawing is in
//! `views`. Files use only those before them (`APP_ORDER` in `tests/tidy/main.rs`).

pub mod action;
pub mod admissions;
mod belonging;
pub mod effect;
pub mod facts;
pub mod ids;
mod keep;
mod later;
pub mod past;
pub mod people;
pub mod route;
pub mod run;
mod safety;
pub mod selectors;
mod start;
pub mod state;
mod steps;
mod undo;
pub mod update;
