//! Sealed bytes as letters in lines, between a first and a last line that say so (RFC 7468, as the format uses it).

use base64ct::{Base64, Encoding};

const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const END: &str = "-----END AGE ENCRYPTED FILE-----";
/// Letters in a line.
const COLUMNS: usize = 64;
/// Bytes in which the first line has to come.
const NEAR: usize = 4_096;

/// Whether letters begin in the first lines.
pub fn begins(bytes: &[u8]) -> bool {
    let near = bytes.get(..NEAR).unwrap_or(bytes);
    near.windows(BEGIN.len()).any(|part| part == BEGIN.as_bytes())
}

/// Bytes as letters.
pub fn write(bytes: &[u8]) -> String {
    let letters = Base64::encode_string(bytes);
    let mut text = String::with_capacity(letters.len() + letters.len() / COLUMNS + BEGIN.len() + END.len() + 3);
    text.push_str(BEGIN);
    for (place, letter) in letters.chars().enumerate() {
        if place % COLUMNS == 0 {
            text.push('\n');
        }
        text.push(letter);
    }
    text.push('\n');
    text.push_str(END);
    text.push('\n');
    text
}

/// The bytes between the lines, whatever ends lines have got on the way.
pub fn read(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (_, rest) = text.split_once(BEGIN)?;
    let (letters, _) = rest.split_once(END)?;
    let letters: String = letters.chars().filter(|c| !c.is_whitespace()).collect();
    Base64::decode_vec(&letters).ok()
}
