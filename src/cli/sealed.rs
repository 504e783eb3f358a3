//! Files that are sealed by a passphrase: opened on the way in, so that every command reads them like others.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use super::trouble::Trouble;
use crate::store::age;
use crate::store::vault::key::Passphrase;
use crate::text::{cli as texts, vault};

static PASSPHRASE: OnceLock<Passphrase> = OnceLock::new();

/// Takes the first line of a file as the passphrase of everything that is sealed.
///
/// # Errors
/// If it cannot be read or has nothing in it.
pub fn passphrase_from(path: &Path) -> Result<(), Trouble> {
    let text = fs::read_to_string(path).map_err(|error| Trouble::new(path, texts::unopened(&error)))?;
    let passphrase = Passphrase::new(text.trim_start_matches('\u{FEFF}').lines().next().unwrap_or_default());
    if passphrase.is_empty() {
        return Err(Trouble::new(path, texts::NO_PASSPHRASE));
    }
    PASSPHRASE.get_or_init(|| passphrase);
    Ok(())
}

/// The bytes of a file, opened if they are sealed.
///
/// # Errors
/// Why they stay sealed.
pub fn opened(path: &Path, bytes: Vec<u8>) -> Result<Vec<u8>, Trouble> {
    if !age::is_sealed(&bytes) {
        return Ok(bytes);
    }
    let Some(passphrase) = PASSPHRASE.get() else { return Err(Trouble::new(path, texts::SEALED)) };
    let open = age::vault_open_file(&bytes, passphrase);
    open.map(|open| open.to_vec()).map_err(|why| Trouble::new(path, vault::file_shut(why)))
}
