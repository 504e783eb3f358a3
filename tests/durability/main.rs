//! Whether anything is ever lost: every call to a store fails once and for good, the power goes
//! at any moment, texts are torn, missing, flipped, two pages write in turn, and there is no
//! room. Every single edit that was told to be kept has to be there (docs/decisions/0024).

mod calls;
mod cuts;
mod deeds;
mod erasing;
mod kept;
mod machine;
mod page;
mod pages;
mod told;
mod turning;
