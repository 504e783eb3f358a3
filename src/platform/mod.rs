//! The browser: the only place that knows its interfaces. Nothing here decides anything.

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
