//! Randomness from the browser.

/// 64 random bits that nobody can guess; `None` without a secure source.
pub fn secret() -> Option<u64> {
    drawn()
}

/// From the browser's secure source; all browsers since 2011 have one. In place: the chunk of the vault has its own.
#[inline(always)]
fn drawn() -> Option<u64> {
    let mut bytes = [0_u8; 8];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(u64::from_le_bytes(bytes))
}

/// 64 random bits. Without a secure source falls back to the clock and `Math.random`: ids have to be unique, not secret.
pub fn number() -> u64 {
    drawn().unwrap_or_else(|| js_sys::Date::now().to_bits() ^ js_sys::Math::random().to_bits())
}
