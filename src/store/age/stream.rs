//! The contents of a sealed file: pieces of 64 KiB, each sealed with its number and whether it is the last, so that none can be moved, left out
//! or cut off.

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use hkdf::Hkdf;
use sha2::Sha256;

use super::{FILE_KEY, SALT};

/// Bytes of a piece, and of what sealing adds to it.
const PIECE: usize = 64 * 1024;
const TAG: usize = 16;

/// The cipher of a file's contents.
pub fn key(key: &[u8; FILE_KEY], nonce: &[u8; SALT]) -> Option<ChaCha20Poly1305> {
    let mut own = zeroize::Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(nonce), key).expand(b"payload", own.as_mut()).ok()?;
    Some(ChaCha20Poly1305::new(&Key::from(*own)))
}

/// Seals bytes behind what is in `file` already.
pub fn seal(cipher: &ChaCha20Poly1305, bytes: &[u8], file: &mut Vec<u8>) -> Option<()> {
    let mut pieces = bytes.chunks(PIECE).peekable();
    let mut number = 0;
    loop {
        let piece = pieces.next().unwrap_or_default();
        let is_last = pieces.peek().is_none();
        file.extend(cipher.encrypt(&nonce(number, is_last), piece).ok()?);
        if is_last {
            return Some(());
        }
        number += 1;
    }
}

/// Opens all pieces; `None` if one is not as it was, or the last is missing.
pub fn open(cipher: &ChaCha20Poly1305, sealed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(sealed.len());
    let mut pieces = sealed.chunks(PIECE + TAG).enumerate().peekable();
    while let Some((number, piece)) = pieces.next() {
        let is_last = pieces.peek().is_none();
        let open = cipher.decrypt(&nonce(number as u64, is_last), piece).ok()?;
        // Nothing but an empty text has an empty piece.
        if open.is_empty() && number > 0 {
            return None;
        }
        bytes.extend(open);
    }
    (!sealed.is_empty()).then_some(bytes)
}

fn nonce(number: u64, is_last: bool) -> Nonce {
    let mut nonce = [0; 12];
    nonce.iter_mut().skip(3).zip(number.to_be_bytes()).for_each(|(to, from)| *to = from);
    if let Some(last) = nonce.last_mut() {
        *last = u8::from(is_last);
    }
    nonce.into()
}
