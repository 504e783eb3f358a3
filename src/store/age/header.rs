//! The header of a sealed file: its key, sealed by what the passphrase makes, and a check of the whole header by that key.

use base64ct::{Base64Unpadded, Encoding};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{FILE_KEY, Fresh, SALT, Shut, VERSION};
use crate::domain::value::letters::number;

/// Before each way to the key.
const WAY: &str = "-> ";
/// Before the check.
const CHECK: &str = "---";
/// The way of a passphrase.
const SCRYPT: &str = "scrypt";

/// A header that a passphrase opens.
#[derive(Debug)]
pub struct Header<'a> {
    pub(super) salt: [u8; SALT],
    pub(super) cost: u8,
    sealed: Vec<u8>,
    /// Everything up to the check, and the check.
    checked: &'a [u8],
    check: Vec<u8>,
}

impl Header<'_> {
    /// Splits a file into its header and the rest.
    pub fn read(file: &[u8]) -> Result<(Header<'_>, &[u8]), Shut> {
        let mut lines = Lines { bytes: file, at: 0 };
        let mut line = || lines.next().ok_or(Shut::Damaged);
        if line()? != VERSION {
            return Err(Shut::Damaged);
        }
        let way: Vec<&str> = line()?.strip_prefix(WAY).ok_or(Shut::Damaged)?.split(' ').collect();
        let [SCRYPT, salt, cost] = way.as_slice() else { return Err(Shut::ForKey) };
        let sealed = bytes(line()?).ok_or(Shut::Damaged)?;
        let check = line()?.strip_prefix(CHECK).and_then(|rest| rest.strip_prefix(' ')).and_then(bytes);
        let salt = bytes(salt).and_then(|salt| salt.try_into().ok()).ok_or(Shut::Damaged)?;
        let cost = number(cost, 10).and_then(|cost| cost.try_into().ok()).ok_or(Shut::Damaged)?;
        let check = check.ok_or(Shut::Damaged)?;
        let end = lines.at;
        let (head, rest) = file.split_at_checked(end).ok_or(Shut::Damaged)?;
        // Behind the three hyphens.
        let behind = head.len().checked_sub(Base64Unpadded::encoded_len(&check) + 2).ok_or(Shut::Damaged)?;
        let checked = head.get(..behind).ok_or(Shut::Damaged)?;
        Ok((Header { salt, cost, sealed, checked, check }, rest))
    }

    /// The key of the file, by what the passphrase makes.
    pub fn key(&self, wrap: &[u8; 32]) -> Option<Zeroizing<[u8; FILE_KEY]>> {
        let cipher = ChaCha20Poly1305::new(&(*wrap).into());
        let key = Zeroizing::new(cipher.decrypt(&Nonce::default(), self.sealed.as_slice()).ok()?);
        Some(Zeroizing::new(key.as_slice().try_into().ok()?))
    }

    /// Whether the header is as it was when it was written.
    pub fn is_of(&self, key: &[u8; FILE_KEY]) -> bool {
        mac(key, self.checked).is_some_and(|mac| mac.verify_slice(&self.check).is_ok())
    }
}

/// Writes a header.
pub fn write(wrap: &[u8; 32], cost: u8, fresh: &Fresh) -> Option<Vec<u8>> {
    let sealed = ChaCha20Poly1305::new(&(*wrap).into()).encrypt(&Nonce::default(), fresh.key.as_slice()).ok()?;
    let [salt, sealed] = [fresh.salt.as_slice(), &sealed].map(Base64Unpadded::encode_string);
    let mut head = format!("{VERSION}\n{WAY}{SCRYPT} {salt} {cost}\n{sealed}\n{CHECK}");
    let check = mac(&fresh.key, head.as_bytes())?.finalize().into_bytes();
    head.push(' ');
    head.push_str(&Base64Unpadded::encode_string(&check));
    head.push('\n');
    Some(head.into_bytes())
}

fn mac(key: &[u8; FILE_KEY], head: &[u8]) -> Option<Hmac<Sha256>> {
    let mut own = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(None, key).expand(b"header", own.as_mut()).ok()?;
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(own.as_slice()).ok()?;
    mac.update(head);
    Some(mac)
}

fn bytes(letters: &str) -> Option<Vec<u8>> {
    Base64Unpadded::decode_vec(letters).ok()
}

/// Lines of letters, and where the next one begins.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.bytes.get(self.at..)?;
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        self.at += end + 1;
        std::str::from_utf8(rest.get(..end)?).ok()
    }
}
