//! Every sentence and every number that a person sees. Views name a text, never write one.

pub mod vi;
