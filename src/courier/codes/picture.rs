//! Codes as pictures: drawn, and found again in what a camera sees. Colours and sizes are up to the page.

use fast_qr::{ECL, QRBuilder};
use quircs::Quirc;

/// The modules of a code, row by row: dark is `true`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modules {
    /// On a side.
    pub size: usize,
    /// All of them.
    pub dark: Vec<bool>,
}

/// Draws a text: that of a frame in the alphanumeric mode, since it has such letters alone. `None` if it is too long for one code.
pub fn drawn(text: &str) -> Option<Modules> {
    let code = QRBuilder::new(text).ecl(ECL::L).build().ok()?;
    let rows = (0..code.size).map(|row| code.data.get(row * code.size..(row + 1) * code.size));
    let dark = rows.flatten().flatten().map(|module| module.value()).collect();
    Some(Modules { size: code.size, dark })
}

/// The texts of the codes in a picture of grey tones, row by row.
pub fn found(width: usize, height: usize, grey: &[u8]) -> Vec<String> {
    if width == 0 || height == 0 || width.checked_mul(height) != Some(grey.len()) {
        return Vec::new();
    }
    let mut reader = Quirc::default();
    let codes = reader.identify(width, height, grey).filter_map(|code| code.ok()?.decode().ok());
    codes.filter_map(|code| String::from_utf8(code.payload).ok()).collect()
}

/// The grey tones of a picture that has red, green, blue and opacity of each point, by ITU-R BT.601.
pub fn grey(seen: &[u8]) -> Vec<u8> {
    let tone = |point: &[u8]| {
        let sum = point.iter().zip([77_u32, 150, 29]).map(|(part, weight)| u32::from(*part) * weight).sum::<u32>();
        u8::try_from(sum >> 8).unwrap_or(u8::MAX)
    };
    seen.chunks_exact(4).map(tone).collect()
}
