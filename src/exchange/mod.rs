//! From bytes to changes and back. So far: the samples that come with the program.

pub mod sample;
