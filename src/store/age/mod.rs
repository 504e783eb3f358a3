//! Files sealed by a passphrase, in the age format (`age-encryption.org/v1`, specified by C2SP): the command `age` of any system opens
//! them, and what it has sealed by a passphrase opens here. What is in them, and what comes of it, is up to others.
//!
//! The crate `age` does this too, and takes 209 kB of WebAssembly (gzip) with its words in several languages and its keys of other
//! kinds, a quarter of the whole program. The ciphers and derivations are those of the same authors' libraries; the form around
//! them is here.

mod armor;
mod header;
mod stream;

use scrypt::Params;
use zeroize::Zeroizing;

use super::vault::key::Passphrase;
use header::Header;

/// How a file begins that is sealed, as bytes and as letters.
const VERSION: &str = "age-encryption.org/v1";

/// Bytes of the key of one file.
const FILE_KEY: usize = 16;
/// Bytes that are mixed into passphrase and key.
const SALT: usize = 16;

/// What trying a passphrase costs, as a power of two; 2^15 is 32 MiB and about a second on a cheap phone. What the command takes by itself
/// (2^18, 256 MiB) a cheap phone could not open again.
pub const COST: u8 = 15;
/// The most that is tried.
const MOST: u8 = 18;
/// Blocks and lanes of scrypt, as the format says.
const BLOCKS: u32 = 8;
const LANES: u32 = 1;

/// Why a sealed file was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut {
    /// By this passphrase it does not open.
    Wrong,
    /// The device has not got the memory that trying takes.
    NoMemory,
    /// It was sealed for somebody's key, not by a passphrase.
    ForKey,
    /// It was changed or cut off, or is none.
    Damaged,
    /// The browser gives no secure random numbers, without which nothing is sealed.
    NoRandom,
}

/// Random bytes, for one file only.
#[derive(Clone, Debug)]
pub struct Fresh {
    /// The key of the file.
    pub key: Zeroizing<[u8; FILE_KEY]>,
    /// Mixed into the passphrase.
    pub salt: [u8; SALT],
    /// Mixed into the key.
    pub nonce: [u8; SALT],
}

/// Whether bytes are a sealed file. One that came as the text of a message may have words before it.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(VERSION.as_bytes()) || armor::begins(bytes)
}

/// Seals a text as letters that any transport leaves as they are; `None` if the device has not got the memory.
#[inline(never)]
pub fn vault_seal_file(text: &str, passphrase: &Passphrase, cost: u8, fresh: &Fresh) -> Option<String> {
    let wrap = derived(passphrase.text().as_bytes(), &fresh.salt, cost)?;
    let mut file = header::write(&wrap, cost, fresh)?;
    file.extend(fresh.nonce);
    stream::seal(&stream::key(&fresh.key, &fresh.nonce)?, text.as_bytes(), &mut file)?;
    Some(armor::write(&file))
}

/// Opens a sealed file. The passphrase counts as the program takes it, without capitals and marks, and as it was typed, which is how the
/// command has it.
///
/// # Errors
/// Why it stays shut.
#[inline(never)]
pub fn vault_open_file(file: &[u8], passphrase: &Passphrase) -> Result<Zeroizing<Vec<u8>>, Shut> {
    let bytes = if file.starts_with(VERSION.as_bytes()) { None } else { Some(armor::read(file).ok_or(Shut::Damaged)?) };
    let bytes = bytes.as_deref().unwrap_or(file);
    let (header, rest) = Header::read(bytes)?;
    if header.cost > MOST {
        return Err(Shut::NoMemory);
    }
    let mut key = None;
    for secret in [passphrase.text(), passphrase.exact()] {
        let wrap = derived(secret.as_bytes(), &header.salt, header.cost).ok_or(Shut::NoMemory)?;
        key = key.or_else(|| header.key(&wrap));
        if key.is_some() || passphrase.text() == passphrase.exact() {
            break;
        }
    }
    let key = key.ok_or(Shut::Wrong)?;
    let (nonce, sealed) = rest.split_first_chunk::<SALT>().ok_or(Shut::Damaged)?;
    if !header.is_of(&key) {
        return Err(Shut::Damaged);
    }
    let open = stream::key(&key, nonce).and_then(|key| stream::open(&key, sealed));
    open.map(Zeroizing::new).ok_or(Shut::Damaged)
}

/// The key that a passphrase makes.
fn derived(passphrase: &[u8], salt: &[u8; SALT], cost: u8) -> Option<Zeroizing<[u8; 32]>> {
    let params = Params::new(cost, BLOCKS, LANES).ok()?;
    // Asked for before: what takes it would end the program without it.
    let room = 128_usize.checked_mul(BLOCKS as usize)?.checked_shl(u32::from(cost))?;
    Vec::<u8>::new().try_reserve_exact(room).ok()?;
    let mut key = Zeroizing::new([0; 32]);
    let salt = [VERSION.as_bytes(), b"/scrypt", salt].concat();
    scrypt::scrypt(passphrase, &salt, &params, key.as_mut()).ok()?;
    Some(key)
}

#[cfg(test)]
mod tests;
