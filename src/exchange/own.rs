//! The program's own texts in files: found in what chat programs make of them. Messages above, marks of a quotation, another
//! encoding of the letters, Base64. What the texts say is for `store` and `post`.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// What the text of a card is called that came from a scanner and not from a file; `web/scanner.js` has the same.
pub const SCANNED: &str = "ket-nap-scanned";

const OPENING: &str = "ket-nap;";
/// The same in Base64, as far as it does not depend on what follows.
const OPENING_IN_BASE64: &str = "a2V0LW5hcDs";
/// Lines that may stand above.
const ABOVE: usize = 20;

/// The program's own text in a text.
pub fn in_text(text: &str) -> Option<String> {
    if text.starts_with(OPENING) {
        return Some(text.to_owned());
    }
    let bare = |line: &str| line.trim_start_matches(['>', ' ', '\t']).to_owned();
    let first = text.lines().take(ABOVE).position(|line| bare(line).starts_with(OPENING));
    if let Some(first) = first {
        return Some(text.lines().skip(first).map(bare).collect::<Vec<_>>().join("\n"));
    }
    // In the middle of a line: a page that was saved for the message on it.
    let inside = text.find(OPENING).and_then(|place| text.get(place..)).map(str::to_owned);
    inside.or_else(|| in_base64(text.get(text.find(OPENING_IN_BASE64)?..)?))
}

/// The text that Base64 stands for, whatever lines it was broken into.
fn in_base64(text: &str) -> Option<String> {
    let between = |letter: &char| letter.is_whitespace() || *letter == '>';
    let letters = text.chars().filter(|letter| !between(letter));
    let letters: String =
        letters.take_while(|letter| letter.is_ascii_alphanumeric() || "+/=".contains(*letter)).collect();
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let bytes = GeneralPurpose::new(&STANDARD, config.with_decode_allow_trailing_bits(true)).decode(letters).ok()?;
    String::from_utf8(bytes).ok()
}

/// The text of a file in UTF-8 or, by its mark, UTF-16; without the mark.
pub fn unicode(bytes: &[u8]) -> Option<String> {
    let units = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok());
        String::from_utf16(&units.map(unit).collect::<Vec<u16>>()).ok()
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => units(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    }
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::STANDARD;

    use super::*;

    const OWN: &str = "ket-nap;2;parcel;15;[[\"Chi bộ\"]]";

    #[track_caller]
    fn check(bytes: &[u8], expected: Option<&str>) {
        assert_eq!(unicode(bytes).and_then(|text| in_text(&text)).as_deref(), expected);
    }

    #[test]
    fn is_found_in_what_chat_programs_make_of_it() {
        check(OWN.as_bytes(), Some(OWN));
        check(format!("\u{FEFF}{OWN}").as_bytes(), Some(OWN));
        check(format!("Em gửi anh\n\n{OWN}").as_bytes(), Some(OWN));
        check(format!("> Em gửi anh\n> {OWN}").as_bytes(), Some(OWN));
        let utf16 = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
            let units = std::iter::once(0xFEFF).chain(OWN.encode_utf16());
            units.flat_map(order).collect()
        };
        check(&utf16(u16::to_le_bytes), Some(OWN));
        check(&utf16(u16::to_be_bytes), Some(OWN));
        check("Họ và tên;Ngày sinh\nVàng A Thử;5/3/1996".as_bytes(), None);
        check(&[0xFF, 0xFE, 0x00], None);
        check(&[0xC3, 0x28], None);
        check(b"", None);
    }

    #[test]
    fn is_found_in_base64() {
        let packed = STANDARD.encode(OWN);
        check(packed.as_bytes(), Some(OWN));
        check(packed.trim_end_matches('=').as_bytes(), Some(OWN));
        check(format!("Em gửi anh: {packed}\nđã nhận chưa?").as_bytes(), Some(OWN));
        check(format!("Em gửi anh:\n{packed}").as_bytes(), Some(OWN));
        let (first, rest) = packed.split_at(20);
        check(format!("> Em gửi anh:\r\n> {first}\r\n> {rest}").as_bytes(), Some(OWN));
    }
}
