//! What organizations send each other without a network: a **parcel** is a file with changes of the sender's book. A cell
//! sends its committee what that has not confirmed; a committee sends its cells the setup, targets, regulation and
//! receipts, and to one cell also what it knows of that cell's people.
//!
//! Merging is the book's business: changes form a set, so a parcel that comes twice, late or in another order does no
//! harm. What is here: which changes travel ([`travel`], [`making`]), what each device says it has ([`claims`]), the
//! written form ([`parcel`]), and which parcels may be taken in ([`receiving`]). Not here: words, screens, and how a
//! file gets from one machine to another. The reasons are in `docs/decisions/0037-parcels.md`.

pub mod claiming;
pub mod claims;
pub mod making;
mod mended;
pub mod parcel;
pub mod receiving;
pub mod review;
pub mod travel;
