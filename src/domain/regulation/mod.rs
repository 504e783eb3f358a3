//! The regulation as data: instruments with their periods of validity, their values by key, and the calendar of
//! working days. Depends on `value` only. The values are applied in `admission` and `checks`.

pub mod instrument;
pub mod key;
pub mod working_days;

pub use instrument::{Cited, Form, InForce, Instrument, Mark, Turned};
pub use instrument::{form, guidance_ahead, in_force, instruments, turned, turns};
pub use key::{Key, Unit};
