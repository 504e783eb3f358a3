//! Storage: stores, files, generations, history, deleted records, conflicts.

use super::{numbers, words};
use crate::domain::value::day::Day;
use crate::store::backup::Trouble;
use crate::store::medium::MediumError;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident $text:literal;)+) => {$($(#[$doc])* pub const $name: &str = $text;)+};
}

words! {
    /// Name of the page.
    SAFETY "Giữ dữ liệu";
    /// Heading of the stores.
    COPIES "Trong máy này";
    /// Both stores work.
    BOTH "Sổ được ghi hai bản trong trình duyệt. Bản thứ hai ghi xong mới báo “đã lưu”.";
    /// Only one store works.
    ONE "Sổ chỉ có một bản trong trình duyệt";
    /// What to do about it.
    ONE_ABOUT "Trình duyệt không cho ghi bản thứ hai (chế độ ẩn danh hoặc máy hết chỗ). Hãy sao lưu ra tệp thường xuyên.";
    /// A book too large for local storage.
    LARGE "Sổ lớn: trình duyệt chỉ giữ được một bản đầy đủ, bản thứ hai chỉ còn phần mới ghi. Hãy sao lưu ra tệp đều đặn.";
    /// The browser granted persistent storage.
    PERSISTED "Trình duyệt cam kết không tự xóa dữ liệu của trang này.";
    /// The browser did not grant persistent storage.
    NOT_PERSISTED "Khi máy thiếu chỗ, trình duyệt có thể tự xóa dữ liệu. Cài lên màn hình chính để được giữ lâu hơn.";
    /// The stores may not survive closing the page.
    PASSING "Chưa chắc trang này giữ được dữ liệu";
    /// What to do about it.
    PASSING_ABOUT "Mở tệp sổ đã lưu, làm việc, rồi lưu ra tệp trước khi đóng trang.";
    /// Button that opens a file.
    PASSING_OPEN "Mở tệp";
    /// Button that saves a file.
    PASSING_SAVE "Lưu ra tệp";
    /// Write status in that case.
    PASSING_KEPT "chỉ giữ tạm";
    /// Heading of the backup files.
    BACKUP "Sao lưu ra tệp";
    /// Contents of a backup file.
    BACKUP_ABOUT "Tệp chứa toàn bộ sổ, kể cả lịch sử và mục đã xóa, không khóa mật khẩu: giữ như giữ hồ sơ giấy. Mở lại tệp để kiểm tra, hoặc để khôi phục trên máy khác.";
    /// Button that saves a backup.
    SAVE "Sao lưu ngay";
    /// Button that opens a backup.
    OPEN "Mở tệp sao lưu";
    /// No backup yet.
    NEVER "Chưa sao lưu lần nào.";
    /// Heading of the generations.
    GENERATIONS "Bản dự phòng tự động";
    /// Explanation of generations.
    GENERATIONS_ABOUT "Mỗi ngày một lần, giữ hai bản gần nhất ngay trong trình duyệt. Mất cả hai bản đang dùng thì chương trình tự lấy lại từ đây.";
    /// No generations yet.
    NO_GENERATION "Chưa có. Bản đầu tiên được ghi sau khi sổ có nội dung.";
    /// A generation has many more records than the book.
    FULLER "Bản dự phòng có nhiều mục hơn hẳn sổ hiện nay nên không tự thay.";
    /// Button that overwrites the generations.
    REPLACE "Thay bằng sổ hiện nay";
    /// Question before that.
    REPLACE_QUESTION "Bỏ các bản dự phòng cũ?";
    /// What is lost.
    REPLACE_ABOUT "Những mục chỉ còn trong bản dự phòng cũ sẽ mất hẳn.";
    /// Button that saves the raw contents of the stores.
    RESCUE "Lưu mọi thứ ra tệp cứu hộ";
    /// Heading of the links to history, deleted records and conflicts.
    HISTORY_AND_MORE "Xem lại";
    /// Heading of the edit history.
    HISTORY "Nhật ký sửa đổi";
    /// Link to the history of a record.
    HISTORY_OF_THIS "Lịch sử của mục này";
    /// Empty history.
    NO_HISTORY "Chưa có sửa đổi nào.";
    /// Only the latest edits are shown.
    LATEST_ONLY "Chỉ hiện những sửa đổi gần nhất.";
    /// Button that undoes one edit.
    TAKE_BACK "Lấy lại giá trị cũ";
    /// A record was created.
    BEGUN "Bắt đầu ghi";
    /// A record was deleted.
    DELETED_ONE "Xóa";
    /// A record was restored.
    RESTORED_ONE "Khôi phục";
    /// An empty value.
    EMPTY "(trống)";
    /// This device.
    THIS_DEVICE "máy này";
    /// Impossible time, from a wrong clock.
    WRONG_CLOCK "không rõ giờ (đồng hồ máy sai)";
    /// Label of the device's name.
    DEVICE_NAME "Tên máy này";
    /// Explanation of the device's name.
    DEVICE_NAME_ABOUT "Hiện trong lịch sử để biết máy nào đã ghi. Ví dụ: Máy chi bộ bản Mẫu";
    /// Deleted records.
    DELETED "Mục đã xóa";
    /// No deleted records.
    NOTHING_DELETED "Không có mục nào đã xóa.";
    /// Button that restores a record.
    RESTORE "Khôi phục";
    /// Heading of the conflicts.
    DISPUTES "Chỗ hai máy ghi khác nhau";
    /// What to do about conflicts.
    DISPUTES_ABOUT "Hai máy cùng sửa một chỗ khi chưa nhận tệp của nhau. Chưa mất gì: chọn giá trị đúng, giá trị kia vẫn còn trong lịch sử.";
    /// No conflicts.
    NO_DISPUTES "Không còn chỗ nào phải quyết định.";
    /// Button that chooses a value.
    TAKE_THIS "Lấy giá trị này";
    /// The current value of a conflict.
    STANDS "đang dùng";
    /// Deleted by a user who had not seen all edits.
    DELETED_UNSEEN "Đã bị xóa ở một máy trong khi máy khác còn ghi thêm";
    /// Button that confirms the deletion.
    DELETE_ALL_THE_SAME "Vẫn xóa";
    /// Link to the conflicts.
    DECIDE "Xem và chọn";
    /// Another page is the writer.
    READ_ONLY "Sổ đang mở ở một trang khác";
    /// What to do about it.
    READ_ONLY_ABOUT "Trang này chỉ để xem, để hai trang không ghi đè lên nhau.";
    /// Button that makes this page the writer.
    TAKE_OVER "Ghi ở trang này";
    /// Button that redoes a step.
    REDO "Làm lại";
    /// A step was redone.
    REDONE "Đã làm lại";
    /// Button that undoes the last step.
    UNDO_LAST "Hoàn tác việc vừa làm";
    /// Button that imports a file.
    TAKE_IN "Nhập vào sổ";
    /// Write status: in both stores.
    SAVED "đã lưu";
    /// Write status: in the replica only.
    SAVED_ONCE "đã lưu một bản";
}

/// What happens to edits, depending on whether the stores last.
pub fn autosave(passing: bool) -> &'static str {
    if passing { PASSING_ABOUT } else { words::AUTOSAVE }
}

/// Local time: `14:05 22/11/2026`.
pub fn time(when: Option<(Day, u64, u64)>) -> String {
    match when {
        Some((day, hour, minute)) => format!("{hour:02}:{minute:02} {}", numbers::day(day)),
        None => WRONG_CLOCK.to_owned(),
    }
}

/// Name of a device, or the end of its number.
pub fn device(name: Option<&str>, number: u32, this: bool) -> String {
    match name {
        Some(name) => name.to_owned(),
        None if this => THIS_DEVICE.to_owned(),
        None => format!("máy số {:04x}", number & 0xffff),
    }
}

/// Change of a value.
pub fn from_to(before: Option<&str>, after: Option<&str>) -> String {
    format!("{} → {}", before.unwrap_or(EMPTY), after.unwrap_or(EMPTY))
}

/// Used part of the quota.
pub fn used(used: usize, of: usize) -> String {
    let percent = used.saturating_mul(100).div_ceil(of.max(1));
    format!("Đã dùng {percent}% chỗ của trình duyệt ({}/{} nghìn ký tự)", thousands(used), thousands(of))
}

fn thousands(number: usize) -> String {
    numbers::count(number.div_ceil(1000) as u64)
}

/// Age of the last backup file, and what it lacks.
pub fn last_file(time: &str, checked: bool, beyond: usize) -> String {
    let checked = if checked { "đã kiểm tra" } else { "chưa kiểm tra" };
    let beyond = match beyond {
        0 => "chưa có gì mới hơn".to_owned(),
        number => format!("{} thay đổi mới hơn", numbers::count(number as u64)),
    };
    format!("Lần sao lưu gần nhất: {time} ({checked}), {beyond}.")
}

/// No backup yet, and edits to lose.
pub fn never(beyond: usize) -> String {
    format!("{NEVER} Sổ đã có {} thay đổi.", numbers::count(beyond as u64))
}

/// A generation.
pub fn generation(time: &str, records: u64) -> String {
    format!("{time}: {} mục", numbers::count(records))
}

/// Number of conflicts.
pub fn disputes(number: usize) -> String {
    format!("Có {} chỗ hai máy ghi khác nhau", numbers::count(number as u64))
}

/// A step was undone, except for `stayed` edits.
pub fn undone(stayed: usize) -> String {
    match stayed {
        0 => "Đã hoàn tác".to_owned(),
        stayed => {
            format!("Đã hoàn tác; giữ {} chỗ vì đã có sửa đổi mới hơn", numbers::count(stayed as u64))
        }
    }
}

/// A file was saved.
pub const fn file_saved(checked: bool) -> &'static str {
    if checked {
        "Đã sao lưu ra tệp và đọc lại: đúng từng chữ"
    } else {
        "Tệp đã tải về. Bấm “Mở tệp sao lưu” rồi chọn tệp đó để kiểm tra"
    }
}

/// A file was verified.
pub fn file_checked(missing: usize) -> String {
    match missing {
        0 => "Tệp nguyên vẹn và đủ mọi thứ trong sổ".to_owned(),
        missing => format!("Tệp nguyên vẹn, nhưng thiếu {} thay đổi mới hơn", numbers::count(missing as u64)),
    }
}

/// Changes were imported.
pub fn file_taken(changes: usize) -> String {
    format!("Đã nhập {} thay đổi từ tệp", numbers::count(changes as u64))
}

/// The book was restored from a generation.
pub fn brought_back(time: &str) -> String {
    format!(
        "Dữ liệu trong trình duyệt đã bị mất. Chương trình đã lấy lại từ bản dự phòng lúc {time}; những gì ghi sau đó phải nhập lại hoặc mở tệp sao lưu mới hơn."
    )
}

/// Question before importing.
pub fn take_in(changes: usize) -> String {
    format!("Nhập {} thay đổi từ tệp?", numbers::count(changes as u64))
}

/// Contents of the file, and its damaged parts.
pub fn take_in_about(time: &str, records: usize, damaged: usize, erases: usize) -> String {
    let erases = match erases {
        0 => String::new(),
        number => format!(
            " Trong tệp có dấu xóa hẳn {} hồ sơ đang có ở đây: nhập vào thì các hồ sơ đó mất hẳn.",
            numbers::count(number as u64)
        ),
    };
    let damaged = match damaged {
        0 => String::new(),
        number => format!(" {} phần của tệp bị hỏng, không đọc được.", numbers::count(number as u64)),
    };
    format!(
        "Tệp lưu lúc {time}, có {} mục.{damaged}{} Ở mỗi ô, lần ghi mới nhất được giữ.",
        numbers::count(records as u64),
        if erases.is_empty() { " Không xóa gì trong sổ." } else { &erases },
    )
}

/// Why no file was saved or read.
pub const fn file_trouble(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Cancelled => "Chưa chọn tệp",
        Trouble::Different => "Tệp đọc lại không giống bản đã ghi: hãy lưu lại vào chỗ khác",
        Trouble::Failed => "Không ghi hoặc không đọc được tệp",
        Trouble::TooLarge => "Tệp quá lớn, không phải tệp sao lưu của sổ này",
        Trouble::Foreign => "Đây không phải tệp sao lưu của chương trình, hoặc tệp rỗng",
        Trouble::Newer => "Tệp do bản mới hơn ghi: hãy cập nhật chương trình rồi mở lại",
        Trouble::Sealed => {
            "Tệp này khóa bằng mật khẩu của một sổ khác. Mở nó ở máy hay trình duyệt chưa có sổ: ở đó sẽ hỏi mật khẩu"
        }
    }
}

/// Why the replica could not be read.
pub const fn replica_unread(error: MediumError) -> &'static str {
    match error {
        MediumError::Denied => ONE_ABOUT,
        MediumError::Full | MediumError::Failed => {
            "Trình duyệt chưa đọc được bản thứ hai. Nếu thấy thiếu mục, đừng nhập lại: đóng trang rồi mở lại."
        }
    }
}
