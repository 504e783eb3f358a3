//! Words of the sheets that are printed. Party forms are given by structure and title; wording that
//! could not be sourced stays blank for the office to fill.

/// Button that prints.
pub const PRINT: &str = "In";
