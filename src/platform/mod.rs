//! Browser bindings: the only module that uses browser interfaces. It makes no decisions.

pub mod bridge;
pub mod browser;
pub mod clock;
pub mod contract;
pub mod dom;
pub mod events;
#[cfg(target_arch = "wasm32")]
mod memory;
pub mod page;
pub mod random;
pub mod storage;
