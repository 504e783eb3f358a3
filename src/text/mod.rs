//! All wording and number formats shown to users. Views refer to a text and never contain one.

pub mod vi;
