//! Plain values: days, months, ratios, bounds, Vietnamese letters, phone numbers, and the single shape of stored
//! JSON. Does not depend on records, the regulation or any other part of the program.

pub mod bound;
pub mod day;
pub mod json;
pub mod letters;
pub mod month;
pub mod organization_code;
pub mod phone;
pub mod place_words;
pub mod ratio;
pub mod rows;
pub mod shorthand;
