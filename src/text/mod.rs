//! All wording and number formats shown to users. Views refer to a text and never contain one. The rest of the
//! program names `text` alone: which language it is stands here, so that another one is a folder beside `vi`.

mod vi;

pub use vi::*;
