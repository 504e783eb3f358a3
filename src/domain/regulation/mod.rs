//! The regulation as data: instruments with the days on which they are in force, what they say under which
//! key, and the calendar of working days. Knows `value` alone. What is made of the values is the business of
//! `admission` and `checks`.

pub mod instrument;
pub mod key;
pub mod working_days;

pub use instrument::{Cited, Form, InForce, Instrument, Mark, Turned};
pub use instrument::{form, guidance_ahead, in_force, instruments, turned, turns};
pub use key::{Key, Unit};
