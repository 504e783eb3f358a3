//! Randomness from the browser.

/// 64 random bits. Without a secure source (all browsers since 2011 have one), falls back to the
/// clock and `Math.random`: ids have to be unique, not secret.
pub fn number() -> u64 {
    let mut bytes = [0_u8; 8];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    match crypto.map(|crypto| crypto.get_random_values_with_u8_array(&mut bytes)) {
        Some(Ok(_)) => u64::from_le_bytes(bytes),
        _ => js_sys::Date::now().to_bits() ^ js_sys::Math::random().to_bits(),
    }
}
