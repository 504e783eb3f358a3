//! How the program reacts: the state of the page, what can happen to it, what it then asks
//! for. Pure: `update` returns effects and runs none. Drawing is in `views`.

pub mod route;
pub mod ids;
pub mod state;
pub mod action;
pub mod effect;
pub mod update;
pub mod selectors;
mod keep;
mod start;
