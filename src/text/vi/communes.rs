//! Words about communes: addresses as people write them, what became of a commune of before 1 July 2025.

use crate::domain::schema::lists::{CITIES, Choice};

/// A unit with the word of its kind.
pub fn unit(kind: &str, name: &str) -> String {
    format!("{kind} {name}")
}

/// A part of an address behind what lies in it; that may be nothing.
pub fn behind(inner: &str, outer: &str) -> String {
    if inner.is_empty() { outer.to_owned() } else { format!("{inner}, {outer}") }
}

/// An address with its province.
pub fn within(place: &str, province: &Choice) -> String {
    let kind = if CITIES.contains(&province.key) { "thành phố" } else { "tỉnh" };
    match province.name.split_once(' ') {
        Some(("Thành", _)) => format!("{place}, {}", province.name),
        _ => format!("{place}, {kind} {}", province.name),
    }
}

/// What a place was until 30 June 2025, where it is one of so many parts of that.
pub fn was(former: &str, parts: usize) -> String {
    match parts {
        1 => format!("trước 1/7/2025: {former}"),
        parts => format!("trước 1/7/2025: {former}, nay chia về {parts} nơi: hãy chọn đúng"),
    }
}

/// What became of a place on 1 July 2025.
pub fn became(units: &[String]) -> String {
    match units {
        [one] => format!("nay là {one}"),
        several => format!("nay chia về {}", several.join("; ")),
    }
}

/// More places of the name.
pub fn more(count: usize) -> String {
    format!("Còn {count} nơi nữa: viết thêm tên, hoặc huyện, tỉnh")
}

/// Over the places that are offered, for who listens.
pub const OFFERED: &str = "Có phải nơi này?";

/// An address as the paper has it, beside the form of today.
pub fn as_written(address: &str) -> String {
    format!("Địa chỉ gốc: {address}. Đã ghi theo tên từ 1/7/2025")
}

/// An address that has to be looked at, since its commune was divided.
pub fn divided(units: &[String]) -> String {
    format!("Xã cũ trong địa chỉ nay chia về {}: hãy hỏi rồi ghi lại", units.join("; "))
}
