//! Keys: made from a passphrase (Argon2id), and what they seal (XChaCha20-Poly1305). Nothing here knows what it seals.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use base64ct::{Base64Unpadded, Encoding};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::domain::value::letters::fold;

/// A passphrase, or what a person typed as one. It is wiped when it is dropped, and shows nothing of itself.
#[derive(Clone, Default)]
pub struct Passphrase {
    plain: Zeroizing<String>,
    exact: Zeroizing<String>,
}

/// As the program takes it.
impl PartialEq for Passphrase {
    fn eq(&self, other: &Passphrase) -> bool {
        self.plain == other.plain
    }
}

impl Eq for Passphrase {}

/// Why a passphrase would protect little.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer than [`SHORTEST`] letters.
    Short,
    /// Figures alone, such as a telephone number or a day of birth.
    Figures,
    /// One or two letters again and again.
    Repeated,
}

/// Letters that a passphrase has at least.
pub const SHORTEST: usize = 8;

impl Passphrase {
    /// What was typed, in small letters, without marks, with plain quotation marks and dashes: whether an input method was at work, or
    /// a keyboard that makes them round and long, must not lock anybody out.
    pub fn new(typed: &str) -> Passphrase {
        let mut plain = Zeroizing::new(String::with_capacity(typed.len() + 8));
        for c in Zeroizing::new(fold(typed)).chars() {
            match c {
                '‘' | '’' | 'ʼ' | '´' | '`' => plain.push('\''),
                '“' | '”' => plain.push('"'),
                '–' => plain.push('-'),
                '—' => plain.push_str("--"),
                '…' => plain.push_str("..."),
                c => plain.push(c),
            }
        }
        Passphrase { plain, exact: Zeroizing::new(typed.to_owned()) }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }

    /// Why it would protect little.
    pub fn weakness(&self) -> Option<Weakness> {
        let mut unlike: Vec<char> = self.plain.chars().collect();
        if unlike.len() < SHORTEST {
            return Some(Weakness::Short);
        }
        if unlike.iter().all(|c| c.is_ascii_digit() || !c.is_alphanumeric()) && unlike.len() < 2 * SHORTEST {
            return Some(Weakness::Figures);
        }
        unlike.sort_unstable();
        unlike.dedup();
        (unlike.len() < 3).then_some(Weakness::Repeated)
    }

    /// As the program takes it, with which what it seals is sealed.
    pub(in crate::store) fn text(&self) -> &str {
        &self.plain
    }

    /// As it was typed: how other programs take it.
    pub(in crate::store) fn exact(&self) -> &str {
        &self.exact
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// What it costs to try a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
}

/// Milliseconds that trying a passphrase is to take on the device where the vault was made.
const WANTED: u64 = 1_000;

impl Cost {
    /// What OWASP names as the least for Argon2id: 19 MiB and two passes (Password Storage Cheat Sheet, 2025).
    pub const LEAST: Cost = Cost { memory: 19 * 1024, passes: 2 };

    /// As many passes as come to about a second, where [`LEAST`](Cost::LEAST) took `took` milliseconds. Memory stays: a phone that
    /// has too little of it would never open its own vault again.
    pub fn calibrated(took: u64) -> Cost {
        let passes = u64::from(Cost::LEAST.passes) * WANTED / took.max(1);
        Cost { passes: u32::try_from(passes.clamp(2, 12)).unwrap_or(2), ..Cost::LEAST }
    }

    /// Whether a written cost is one that a device may be asked to pay.
    pub fn is_possible(self) -> bool {
        (8..=256 * 1024).contains(&self.memory) && (1..=64).contains(&self.passes)
    }
}

/// Bytes of a key.
pub const KEY: usize = 32;
/// Bytes of what is mixed into a passphrase.
pub const SALT: usize = 16;
/// Bytes of what no two sealed texts have in common.
pub const NONCE: usize = 24;

/// A key that seals. Wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretKey(Zeroizing<[u8; KEY]>);

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey")
    }
}

/// The key that a passphrase makes; `None` if the device has not got the memory.
#[inline(never)]
pub fn vault_derive(secret: &Passphrase, salt: &[u8; SALT], cost: Cost) -> Option<SecretKey> {
    let params = Params::new(cost.memory, cost.passes, 1, Some(KEY)).ok()?;
    let mut key = Zeroizing::new([0; KEY]);
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon.hash_password_into(secret.text().as_bytes(), salt, key.as_mut()).ok()?;
    Some(SecretKey(key))
}

impl SecretKey {
    /// A key of these bytes.
    pub fn new(bytes: [u8; KEY]) -> SecretKey {
        SecretKey(Zeroizing::new(bytes))
    }

    pub(super) fn bytes(&self) -> &[u8; KEY] {
        &self.0
    }

    /// Seals bytes as letters (Base64 of nonce, sealed bytes and tag). `about` is not in it, and has to be known to open it.
    pub fn vault_seal(&self, nonce: [u8; NONCE], about: &str, bytes: &[u8]) -> Option<String> {
        let cipher = XChaCha20Poly1305::new(&(*self.0).into());
        let payload = Payload { msg: bytes, aad: about.as_bytes() };
        let sealed = cipher.encrypt(&XNonce::from(nonce), payload).ok()?;
        Some(letters(&[nonce.as_slice(), &sealed].concat()))
    }

    /// Opens letters; `None` if they are not what this key sealed about that.
    pub fn vault_open(&self, about: &str, letters: &str) -> Option<Zeroizing<Vec<u8>>> {
        let bytes = Base64Unpadded::decode_vec(letters).ok()?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE>()?;
        let cipher = XChaCha20Poly1305::new(&(*self.0).into());
        let payload = Payload { msg: sealed, aad: about.as_bytes() };
        cipher.decrypt(&XNonce::from(*nonce), payload).ok().map(Zeroizing::new)
    }
}

/// Letters for bytes, and back.
pub(super) fn letters(bytes: &[u8]) -> String {
    Base64Unpadded::encode_string(bytes)
}

pub(super) fn salt(letters: &str) -> Option<[u8; SALT]> {
    Base64Unpadded::decode_vec(letters).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(text: &str) -> Vec<u8> {
        let digits: Vec<u8> = text.bytes().filter_map(|b| (b as char).to_digit(16)).map(|d| d as u8).collect();
        digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte * 16 + digit)).collect()
    }

    /// From the reference implementation, by its command: `printf password | argon2 somesaltsomesalt -id -k 19456 -t 2 -p 1 -l 32 -r`.
    #[test]
    fn a_passphrase_makes_the_key_that_others_make_of_it() {
        let key = vault_derive(&Passphrase::new(" password "), b"somesaltsomesalt", Cost::LEAST);
        let wanted = hex(include_str!("argon2id.hex"));
        assert_eq!(key.map(|key| key.bytes().to_vec()), Some(wanted));
    }

    /// Appendix A.3.1 of draft-irtf-cfrg-xchacha-03; its associated data are no text, so that the cipher is asked itself.
    #[test]
    fn the_cipher_is_the_one_of_the_draft() {
        let key: [u8; 32] =
            hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f").try_into().unwrap_or_default();
        let nonce: [u8; NONCE] = hex("404142434445464748494a4b4c4d4e4f5051525354555657").try_into().unwrap_or_default();
        let text = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
        let about = hex("50515253c0c1c2c3c4c5c6c7");
        let cipher = XChaCha20Poly1305::new(&key.into());
        let sealed = cipher.encrypt(&XNonce::from(nonce), Payload { msg: text, aad: &about }).unwrap_or_default();
        assert_eq!(sealed.get(..8), Some(hex("bd6d179d3e83d43b").as_slice()));
        assert_eq!(sealed.get(text.len()..), Some(hex("c0875924c1c7987947deafd8780acf49").as_slice()));
    }

    #[test]
    fn only_the_same_key_opens_what_is_about_the_same() {
        let (key, other) = (SecretKey::new([7; KEY]), SecretKey::new([8; KEY]));
        let sealed = key.vault_seal([1; NONCE], "a", "Lò Thị Mẫu".as_bytes()).unwrap_or_default();
        let opened =
            |key: &SecretKey, about: &str, sealed: &str| key.vault_open(about, sealed).map(|bytes| bytes.to_vec());
        assert_eq!(opened(&key, "a", &sealed), Some("Lò Thị Mẫu".into()));
        assert_eq!((opened(&key, "b", &sealed), opened(&other, "a", &sealed)), (None, None));
        for place in 0..sealed.len() {
            let mut changed = sealed.clone().into_bytes();
            if let Some(byte) = changed.get_mut(place) {
                *byte = if *byte == b'A' { b'B' } else { b'A' };
            }
            let changed = String::from_utf8(changed).unwrap_or_default();
            assert_eq!(opened(&key, "a", &changed), None, "{place}");
        }
        assert_eq!((opened(&key, "a", ""), opened(&key, "a", "ÿ")), (None, None));
    }

    #[test]
    fn weak_passphrases_are_told() {
        let weakness = |text: &str| Passphrase::new(text).weakness();
        assert_eq!(weakness("   ban mau "), Some(Weakness::Short));
        assert_eq!(weakness("0912 345 678"), Some(Weakness::Figures));
        assert_eq!(weakness("aaaaabbbbb"), Some(Weakness::Repeated));
        assert_eq!(weakness("mưa trên bản"), None);
        assert_eq!(format!("{:?}", Passphrase::new("mưa trên bản")), "Passphrase");
    }

    #[test]
    fn what_a_keyboard_makes_of_letters_does_not_matter() {
        let same = |one: &str, other: &str| Passphrase::new(one) == Passphrase::new(other);
        assert!(same("  Mưa trên  bản ", "mua TREN ba\u{309}n"));
        assert!(same("l'eau -- \"bản\"...", "l’eau — “bản”…"));
        assert!(!same("mưa trên bản", "mưatrên bản"));
    }

    #[test]
    fn trying_takes_about_a_second() {
        let passes = |took| Cost::calibrated(took).passes;
        assert_eq!([0, 50, 250, 600, 5_000].map(passes), [12, 12, 8, 3, 2]);
        assert!(Cost::LEAST.is_possible() && !Cost { memory: 1 << 30, passes: 2 }.is_possible());
    }
}
