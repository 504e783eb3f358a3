//! Notices: storage, deletion, updates.

use super::numbers;
use crate::domain::value::day::Day;
use crate::store::line::LineError;
use crate::store::medium::MediumError;
use crate::store::open::Unread;

/// Write status: a transaction is running.
pub const WRITING: &str = "đang ghi…";
/// Write status: in local storage only.
pub const TAKEN: &str = "đã ghi vào máy";
/// A new version is available.
pub const NEW_VERSION: &str = "Có bản mới";
/// What activating it means.
pub const NEW_VERSION_ABOUT: &str = "Bấm cập nhật khi không nhập dở. Dữ liệu vẫn giữ nguyên.";
/// What downloading it means.
pub const FETCH_ABOUT: &str = "Trong khi tải vẫn nhập được; tải xong sẽ hỏi lại.";
/// Download in progress.
pub const COMES_ABOUT: &str = "Cứ nhập tiếp. Bản đang dùng không thay đổi.";
/// Download failed.
pub const VERSION_FAILED: &str = "Chưa tải xong bản mới";
/// The connection broke.
pub const FAILED_LINE: &str = "Phần đã tải được giữ lại. Bản đang dùng vẫn chạy bình thường.";
/// The host serves other files.
pub const FAILED_HOST: &str = "Tệp trên máy chủ chưa đúng với bản mới: hãy thử tải lại sau, hoặc báo người quản lý trang. Bản đang dùng vẫn chạy bình thường.";
/// No space.
pub const FAILED_FULL: &str =
    "Máy không còn đủ chỗ cho bản mới: xóa bớt ảnh, video rồi tải tiếp. Bản đang dùng vẫn chạy bình thường.";
/// Button that activates the new version.
pub const UPDATE: &str = "Cập nhật";
/// Button that downloads it.
pub const FETCH_VERSION: &str = "Tải về";
/// Button that resumes the download.
pub const FETCH_REST: &str = "Tải tiếp";
/// Button that postpones the update.
pub const LATER: &str = "Để sau";
/// The samples were deleted.
pub const SAMPLES_REMOVED: &str = "Đã xóa dữ liệu mẫu";
/// The program is cached from now on.
pub const OFFLINE_READY: &str = "Chương trình đã nằm trong máy: từ nay mở được cả khi không có mạng";
/// The page works offline.
pub const OFFLINE: &str = "Chương trình đã nằm trong máy, mở được cả khi không có mạng.";
/// The browser does not support offline use here.
pub const NEVER_OFFLINE: &str =
    "Ở đây trình duyệt không giữ được chương trình trong máy: chỉ mở được khi có kết nối với máy chủ.";
/// Not cached: the connection broke.
pub const NOT_KEPT_LINE: &str = "Chương trình chưa nằm trong máy: mất mạng sẽ không mở được. Có mạng thì tự tải lại.";
/// Not cached: the host serves other files.
pub const NOT_KEPT_HOST: &str = "Chương trình chưa nằm trong máy vì tệp trên máy chủ không đúng: khi mất mạng sẽ không mở được. Hãy báo người quản lý trang.";
/// Not cached: no space.
pub const NOT_KEPT_FULL: &str =
    "Chương trình chưa nằm trong máy vì máy không còn đủ chỗ: khi mất mạng sẽ không mở được. Hãy xóa bớt ảnh, video.";
/// The page was installed.
pub const INSTALLED: &str = "Đã cài lên màn hình chính";
/// Another page activated a new version.
pub const SWITCHED_ELSEWHERE: &str = "Trang khác đã chuyển sang bản mới. Đóng trang này rồi mở lại khi nhập xong";
/// What a wrong clock means.
pub const CLOCK_ABOUT: &str = "Tuổi, hạn và tiến độ đều tính theo ngày này. Hãy sửa đồng hồ trong cài đặt của máy. Chưa sửa được thì ghi ngày hôm nay vào đây:";
/// Label of today's day.
pub const TODAY: &str = "Hôm nay là ngày";
/// Not a day that can be today.
pub const WRONG_TODAY: &str = "Ghi như 1/12/2026; không thể trước ngày của chương trình";
/// Button that retries writing.
pub const AGAIN: &str = "Thử ghi lại";
/// A text was copied.
pub const COPIED: &str = "Đã chép. Dán vào Zalo, Word hoặc thư đều được";
/// Copying failed.
pub const NOT_COPIED: &str =
    "Trình duyệt không cho chép. Hãy bấm Lưu thành tệp, hoặc giữ tay lên văn bản để chọn và chép";
/// A text was saved.
pub const EXPORTED: &str = "Đã lưu thành tệp";
/// A parcel has gone.
pub const SENT: &str = "Đã gửi. Sổ đã ghi lần gửi này";
/// Question before deleting samples.
pub const REMOVE_SAMPLES: &str = "Xóa toàn bộ dữ liệu mẫu?";
/// What is not deleted.
pub const REMOVE_SAMPLES_ABOUT: &str = "Chỉ xóa những mục đi kèm dữ liệu mẫu. Những mục đã nhập thêm vẫn còn.";

/// A new version with its download size, in kilobytes rounded up.
pub fn new_version(bytes: u32) -> String {
    format!("Có bản mới: cập nhật {}\u{a0}kB", numbers::count(u64::from(bytes.div_ceil(1000))))
}

/// The clock shows a day that is over.
pub fn clock_behind(shown: Day, since: Day) -> String {
    format!("Đồng hồ của máy chỉ ngày {}, trước ngày {}: không thể đúng", numbers::day(shown), numbers::day(since))
}

/// The clock is years ahead.
pub fn clock_ahead(shown: Day) -> String {
    format!("Đồng hồ của máy chỉ ngày {}, nhiều năm sau ngày của chương trình: có lẽ sai", numbers::day(shown))
}

/// The day that is counted with.
pub fn counts_with(today: Day) -> String {
    format!("Đang tính theo ngày {} đã ghi vào, cho đến khi đồng hồ đúng lại.", numbers::day(today))
}

/// Download progress.
pub fn version_comes(percent: u8) -> String {
    format!("Đang tải bản mới: {percent}%")
}

/// A record was deleted.
pub fn deleted(name: &str) -> String {
    format!("Đã xóa “{name}”")
}

/// A sample was loaded.
pub fn sample_opened(name: &str) -> String {
    format!("Đã mở dữ liệu mẫu: {name}")
}

/// Question before deleting an organization that others refer to.
pub fn delete_organization(name: &str) -> String {
    format!("Xóa “{name}”?")
}

/// Number of records that refer to it.
pub fn delete_organization_about(pointing: usize) -> String {
    format!(
        "{} mục khác đang thuộc về tổ chức này. Các mục đó vẫn còn, nhưng phải chọn lại tổ chức.",
        numbers::count(pointing as u64)
    )
}

/// A storage error, and what to do.
pub const fn trouble(error: MediumError) -> &'static str {
    match error {
        MediumError::Denied => {
            "Trình duyệt không cho trang này ghi vào máy (có thể đang ở chế độ ẩn danh). Những gì nhập sẽ mất khi đóng trang: mở lại bằng Chrome ở chế độ thường."
        }
        MediumError::Full => {
            "Bộ nhớ của trình duyệt đã đầy: phần vừa nhập chưa ghi được. Đừng đóng trang; xóa bớt dữ liệu của trang khác rồi bấm “Thử ghi lại”."
        }
        MediumError::Failed => "Chưa ghi được phần vừa nhập vào máy. Đừng đóng trang, bấm “Thử ghi lại”.",
    }
}

/// Number of unreadable texts in the store.
pub fn unread(number: usize) -> String {
    format!(
        "Có {} mẩu dữ liệu trong máy không đọc được. Chương trình để nguyên, không xóa; những gì đọc được vẫn dùng bình thường.",
        numbers::count(number as u64)
    )
}

/// Why a text is unreadable.
pub fn unread_one(unread: &Unread) -> String {
    let why = match unread.why {
        Some(LineError::Newer) => "do bản mới hơn ghi, hãy cập nhật chương trình",
        Some(LineError::Damaged) => "bị hỏng hoặc ghi dở",
        Some(LineError::OtherVault) => "khóa bằng mật khẩu của một sổ khác",
        Some(LineError::Altered) => "đã bị ai đó sửa sau khi khóa",
        Some(LineError::Older) => "là bản cũ hơn do ai đó đặt lại; có thể thiếu điều đã ghi sau",
        Some(LineError::Foreign) => "không phải do chương trình này ghi",
        None => "trình duyệt không cho đọc",
    };
    let elsewhere = if unread.elsewhere { " (không mất gì: chỗ khác còn đủ)" } else { "" };
    format!("{}: {why}{elsewhere}", unread.name)
}
