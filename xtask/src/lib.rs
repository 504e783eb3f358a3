//! The project's tasks as a library: building, checking and serving the page.
//!
//! In reading order: [`cli`] reads the command line, [`project`] knows the folders,
//! [`tools`], [`npm`], [`system`], [`spark`], [`office`] and [`browsers`] install what is missing, [`release`] builds
//! with Trunk, [`workers`] the programs of workers, [`post_build`] finishes what Trunk has built, [`checks`] runs everything a
//! change has to pass, [`reproduce`] builds a second time and compares, [`serve`] serves the result. [`outcome`] and [`process`] are used by all.

pub mod bench;
pub mod browsers;
pub mod bundle;
pub mod checks;
pub mod cli;
pub mod counter;
pub mod dist;
pub mod fingerprint;
pub mod flags;
pub mod html;
pub mod keeper;
pub mod locations;
pub mod names;
pub mod npm;
pub mod office;
pub mod order;
pub mod outcome;
pub mod packed;
pub mod post_build;
pub mod process;
pub mod project;
pub mod release;
pub mod reproduce;
pub mod serve;
pub mod single;
pub mod sizes;
pub mod slices;
pub mod spark;
pub mod split;
pub mod system;
pub mod tools;
pub mod workers;
