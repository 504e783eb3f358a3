//! Words about citizen cards that were read: what is on them, beside the book, and why a text is none.

use crate::domain::schema::field::Field;
use crate::exchange::card::CardTrouble;

/// Only the birth year is on the card.
pub const YEAR_ALONE: &str = "Trên thẻ chỉ có năm sinh: hãy hỏi ngày, tháng rồi ghi thêm";
/// The number does not go with the birth year, the sex or any province.
pub const CONTRADICTS: &str =
    "Số căn cước không khớp năm sinh, giới tính hoặc tỉnh trên thẻ. Có thể quét sai: so lại với thẻ trước khi lấy";

/// Where a card stands.
pub fn place(file: &str, line: usize) -> String {
    format!("{file}, dòng {line}")
}

/// A part that the book has otherwise.
pub fn differs(field: Field, before: &str, now: &str) -> String {
    format!("{}: trong sổ {before}, trên thẻ {now}", field.label())
}

/// Why a text is no card.
pub const fn trouble(why: CardTrouble) -> &'static str {
    match why {
        CardTrouble::Payment => "đây là mã chuyển tiền của ngân hàng, không phải thẻ căn cước",
        CardTrouble::HealthInsurance => "đây là mã thẻ bảo hiểm y tế, không phải thẻ căn cước",
        CardTrouble::Link => {
            "đây là mã dẫn đến một trang mạng, không phải thẻ căn cước. Chương trình không mở trang đó"
        }
        CardTrouble::Foreign => "không phải mã trên thẻ căn cước",
        CardTrouble::Half => "mã thẻ căn cước bị thiếu phần sau. Hãy quét lại, giữ thẻ phẳng và đủ sáng",
        CardTrouble::Number => "số căn cước trên mã không phải 12 chữ số. Thẻ cũ 9 số thì nhập tay",
        CardTrouble::Birth => "ngày sinh trên mã không đọc được. Hãy quét lại",
    }
}
