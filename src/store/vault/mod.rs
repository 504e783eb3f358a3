//! The vault: everything of people that is kept in a browser, sealed by a random key that a passphrase opens (decision 0041).
//! `key` has keys and what they seal, `header` who may open them, `guard` texts of the stores (`log` what it has seen of them), `guarded` a store behind it,
//! `turning` how it is turned on and off, `rescue` files with sealed texts. When a page is locked is the program's affair; nothing here knows the browser.

pub mod guard;
pub mod guarded;
pub mod header;
pub mod key;
mod log;
pub mod rescue;
pub mod turning;

/// How it stands with the vault.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lock {
    /// There is none: everything is kept open.
    #[default]
    Off,
    /// What is kept is sealed, and nothing of it was opened.
    Locked,
    /// What is kept is sealed; this page has the key.
    Open,
    /// The vault is being turned off.
    Opening,
}
