//! Erasing: everything in this browser, or one person for good.

use super::numbers;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident $text:literal;)+) => {$($(#[$doc])* pub const $name: &str = $text;)+};
}

words! {
    /// Erasing everything.
    ERASE "Xóa sạch máy này";
    /// When that is wanted, and what stays.
    ERASE_ABOUT "Dùng trước khi bán, cho mượn hay giao máy cho người khác. Xóa mọi thứ chương trình đã ghi trong trình duyệt này: hồ sơ, lịch sử, bản dự phòng, tệp đang chờ. Tệp đã lưu ra ngoài (thẻ nhớ, Zalo, mục Tải xuống) phải tự xóa.";
    /// Everything is gone.
    ERASED "Đã xóa sạch và kiểm tra lại: hai bản sổ trong trình duyệt, bản dự phòng và tệp chờ đều trống.";
    /// Something is left.
    NOT_ERASED "Còn dữ liệu chưa xóa được. Hãy đóng các trang Kết Nạp khác rồi xóa lại, hoặc vào cài đặt của trình duyệt để xóa dữ liệu của trang này.";
    /// Button that erases a record for good.
    ERASE_RECORD "Xóa hẳn";
    /// What happens to it.
    ERASE_RECORD_ABOUT "Hồ sơ và mọi lần ghi trong đó bị xóa khỏi sổ, khỏi lịch sử và các bản dự phòng trong máy này; không lấy lại được, kể cả khi nhập lại tệp cũ. Số liệu của những năm trước sẽ không còn tính người này.";
    /// What it does, and what it cannot do.
    ERASE_RECORD_WHAT "“Khôi phục” đưa hồ sơ trở lại đủ như cũ. “Xóa hẳn” bỏ cả nội dung và lịch sử khỏi máy này, chỉ giữ một dấu không có tên để tệp cũ không đưa hồ sơ trở lại. Tệp đã lưu ra ngoài và bản ở máy khác phải tự xóa.";
    /// In a history: a record was erased for good.
    ERASED_ONE "Xóa hẳn một hồ sơ";
    /// Nothing of the erased records is left.
    RECORDS_ERASED "Đã xóa hẳn và kiểm tra lại: hai bản sổ và bản dự phòng trong máy không còn gì của hồ sơ đó. Hãy sao lưu một tệp mới rồi xóa các tệp cũ.";
    /// Something that was to be erased is still there.
    STILL_ERASING "Có hồ sơ đã xóa hẳn mà nội dung vẫn còn trong một bản sổ ở máy này. Mỗi lần mở, chương trình sẽ xóa lại.";
}

/// The question before everything is erased.
pub fn erase(records: usize) -> String {
    format!("Xóa sạch {} mục khỏi máy này?", numbers::count(records as u64))
}

/// What is lost with it: how many changes are in no backup file.
pub fn erase_about(beyond: usize) -> String {
    let lost = match beyond {
        0 => "Mọi thay đổi đã có trong tệp sao lưu".to_owned(),
        beyond => format!("{} thay đổi chưa có trong tệp sao lưu nào", numbers::count(beyond as u64)),
    };
    format!("{lost}. Xóa rồi không lấy lại được từ máy này.")
}

/// Question before erasing a record for good.
pub fn erase_record(name: &str) -> String {
    format!("Xóa hẳn “{name}”?")
}
