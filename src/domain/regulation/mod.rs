//! The regulation as data: instruments with their periods of validity, their values by key, and the calendar of
//! working days. Depends on `value` only. The values are applied in `admission` and `checks`.

pub mod instrument;
pub mod key;
pub mod office;
mod office_file;
pub mod table;
pub mod working_days;

pub use instrument::{Cited, Form, Instrument, InstrumentId, Mark};
pub use key::{Key, Unit};
pub use office::{OfficeRules, Reader};
pub use office_file::{FileProblem, OfficeFile, Refusal, RowProblem};
pub use table::{InForce, Regulation, Turned};
