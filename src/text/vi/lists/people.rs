//! Words about people of whom cards and messages tell, beside the book.

use crate::domain::schema::field::Field;

/// A message that tells of nobody.
pub const NOBODY: &str = "không nhận ra quần chúng nào. Cần có họ tên và ít nhất một mục nữa, như: Vàng A Thử, sn 5/3/1996, dt Mông, bản Nậm Thử";

/// The birth date is not all there.
pub const NO_DAY: &str = "Chưa có đủ ngày, tháng, năm sinh: hãy hỏi rồi ghi thêm";

/// A part of what is told.
pub fn part(field: Field, text: &str) -> String {
    format!("{}: {text}", field.label())
}

/// A part that no word says outright.
pub fn guess(said: &str) -> String {
    format!("{said} (đoán: xem lại)")
}

/// A part that the book has otherwise.
pub fn differs(field: Field, before: &str, now: &str) -> String {
    format!("{}: trong sổ {before}, trong tin nhắn {now}", field.label())
}

/// What was not understood.
pub fn rest(text: &str) -> String {
    format!("Chưa hiểu, không lấy vào sổ: {text}")
}

/// A cell that the book does not have.
pub fn no_cell(name: &str) -> String {
    format!("Sổ chưa có chi bộ “{name}”: chọn chi bộ sau khi lấy")
}
