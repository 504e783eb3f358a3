//! How the program reacts: the state of the page, what can happen to it, what it then asks
//! for. Pure: `update` returns effects and runs none. Drawing is in `views`.

pub mod action;
pub mod admissions;
pub mod effect;
pub mod ids;
mod keep;
pub mod later;
pub mod past;
pub mod people;
pub mod role;
pub mod route;
mod safety;
pub mod selectors;
mod start;
pub mod state;
pub mod told;
mod undo;
pub mod update;
