//! What a person does, as lists of actions: the whole program without a browser.

mod clock;
#[path = "../../benches/commune.rs"]
mod commune;
mod deferred;
mod erasing;
mod every_edit;
mod keeping;
mod life;
mod page;
mod procedure;
mod records;
mod roster;
mod rules;
mod running;
mod sealed_files;
mod vault;
