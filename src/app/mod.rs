//! State and logic of the page: state, actions, and what they cause. Pure: `update` returns
//! effects, and `run` performs them on a platform, which is a trait. Rendering is in `views`.
//! Modules use only those before them (`APP_ORDER` in `tests/tidy/main.rs`).

pub mod action;
pub mod admissions;
pub mod batch;
mod belonging;
pub mod chunks;
pub mod classes;
pub mod clock;
mod deferred;
pub mod effect;
mod erasing;
pub mod facts;
pub mod figures;
mod files;
mod forms;
pub mod ids;
mod keep;
mod leaving;
pub mod lists;
mod naming;
pub mod notices;
pub mod parcels;
pub mod past;
pub mod people;
pub mod planned;
mod platform;
pub mod reorganize;
pub mod roster;
pub mod route;
pub mod rules;
pub mod run;
mod safety;
pub mod search;
pub mod selectors;
mod start;
pub mod state;
mod steps;
pub mod suggestions;
mod undo;
mod unlocking;
pub mod update;
pub mod vault;

pub mod vaulted;
