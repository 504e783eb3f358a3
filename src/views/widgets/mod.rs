//! The widgets that pages are made of. `#/kitchen` shows each of them in all its states.

pub mod badge;
pub mod bar;
pub mod button;
pub mod choice;
pub mod columns;
pub mod dialog;
pub mod field_row;
pub mod finding;
pub mod icon;
pub mod list;
pub mod notice;
pub mod target_card;
pub mod text_box;
