//! Plain values: days, months, ratios, bounds, letters, phone numbers, and the one shape of stored JSON.
//! Knows nothing of records, of the regulation or of anything else in the program.

pub mod bound;
pub mod day;
pub mod json;
pub mod letters;
pub mod month;
pub mod phone;
pub mod ratio;
pub mod rows;
