//! Words about keeping the book safe: copies, files, generations, history, deleted records,
//! edits that had not seen each other.

use super::{numbers, words};
use crate::domain::value::day::Day;
use crate::store::backup::Trouble;
use crate::store::medium::MediumError;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident $text:literal;)+) => {$($(#[$doc])* pub const $name: &str = $text;)+};
}

words! {
    /// The page about all this.
    SAFETY "Giữ dữ liệu";
    /// Where the book is kept.
    COPIES "Trong máy này";
    /// Both copies.
    BOTH "Sổ được ghi hai bản trong trình duyệt. Chỉ khi bản thứ hai đã nằm trên đĩa mới báo “đã lưu”.";
    /// One copy only.
    ONE "Sổ chỉ có một bản trong trình duyệt";
    /// What to do about it.
    ONE_ABOUT "Trình duyệt không cho ghi bản thứ hai (chế độ ẩn danh hoặc máy hết chỗ). Hãy sao lưu ra tệp thường xuyên.";
    /// A book too large for local storage.
    LARGE "Sổ lớn: bản đầy đủ nằm trong kho IndexedDB của trình duyệt, bên cạnh chỉ còn phần mới ghi. Hãy sao lưu ra tệp đều đặn.";
    /// The browser keeps the data.
    PERSISTED "Trình duyệt cam kết không tự xóa dữ liệu của trang này.";
    /// It may drop them.
    NOT_PERSISTED "Khi máy thiếu chỗ, trình duyệt có thể tự xóa dữ liệu. Cài lên màn hình chính để được giữ lâu hơn.";
    /// What is written here may be gone with the page.
    PASSING "Chưa chắc trang này giữ được dữ liệu";
    /// How to work then.
    PASSING_ABOUT "Mở tệp sổ đã lưu, làm việc, rồi lưu ra tệp trước khi đóng trang.";
    /// Open the file.
    PASSING_OPEN "Mở tệp";
    /// Save the file.
    PASSING_SAVE "Lưu ra tệp";
    /// Where the last edit is then.
    PASSING_KEPT "chỉ giữ tạm";
    /// Files.
    BACKUP "Sao lưu ra tệp";
    /// What is in a file.
    BACKUP_ABOUT "Tệp chứa toàn bộ sổ, kể cả lịch sử và mục đã xóa, không khóa mật khẩu: giữ như giữ hồ sơ giấy. Mở lại tệp để kiểm tra, hoặc để khôi phục trên máy khác.";
    /// Make one.
    SAVE "Sao lưu ngay";
    /// Choose one.
    OPEN "Mở tệp sao lưu";
    /// No file yet.
    NEVER "Chưa sao lưu lần nào.";
    /// Generations inside the browser.
    GENERATIONS "Bản dự phòng tự động";
    /// What they are for.
    GENERATIONS_ABOUT "Mỗi ngày một lần, giữ hai bản gần nhất ngay trong trình duyệt. Mất cả hai bản đang dùng thì chương trình tự lấy lại từ đây.";
    /// None yet.
    NO_GENERATION "Chưa có. Bản đầu tiên được ghi sau khi sổ có nội dung.";
    /// One of them holds much more than the book.
    FULLER "Bản dự phòng có nhiều mục hơn hẳn sổ hiện nay nên không tự thay.";
    /// Give them up.
    REPLACE "Thay bằng sổ hiện nay";
    /// Question before that.
    REPLACE_QUESTION "Bỏ các bản dự phòng cũ?";
    /// What is lost then.
    REPLACE_ABOUT "Những mục chỉ còn trong bản dự phòng cũ sẽ mất hẳn.";
    /// Save everything as it lies.
    RESCUE "Lưu mọi thứ ra tệp cứu hộ";
    /// Edits, deleted records, disputes.
    HISTORY_AND_MORE "Xem lại";
    /// Latest edits.
    HISTORY "Nhật ký sửa đổi";
    /// The same of one record.
    HISTORY_OF_THIS "Lịch sử của mục này";
    /// Nothing written yet.
    NO_HISTORY "Chưa có sửa đổi nào.";
    /// Only the latest are shown.
    LATEST_ONLY "Chỉ hiện những sửa đổi gần nhất.";
    /// Take one edit back.
    TAKE_BACK "Lấy lại giá trị cũ";
    /// A record was begun.
    BEGUN "Bắt đầu ghi";
    /// A record was deleted.
    DELETED_ONE "Xóa";
    /// A record came back.
    RESTORED_ONE "Khôi phục";
    /// An empty field.
    EMPTY "(trống)";
    /// This device.
    THIS_DEVICE "máy này";
    /// A wrong clock.
    WRONG_CLOCK "không rõ giờ (đồng hồ máy sai)";
    /// Name of this device.
    DEVICE_NAME "Tên máy này";
    /// What it is for.
    DEVICE_NAME_ABOUT "Hiện trong lịch sử để biết máy nào đã ghi. Ví dụ: Máy chi bộ bản Mẫu";
    /// Deleted records.
    DELETED "Mục đã xóa";
    /// None.
    NOTHING_DELETED "Không có mục nào đã xóa.";
    /// Bring one back.
    RESTORE "Khôi phục";
    /// Edits that had not seen each other.
    DISPUTES "Chỗ hai máy ghi khác nhau";
    /// What to do.
    DISPUTES_ABOUT "Hai máy cùng sửa khi chưa biết nhau. Chưa mất gì: chọn giá trị đúng, giá trị kia vẫn còn trong lịch sử.";
    /// None.
    NO_DISPUTES "Không còn chỗ nào phải quyết định.";
    /// Take this one.
    TAKE_THIS "Lấy giá trị này";
    /// The one that stands for now.
    STANDS "đang dùng";
    /// Deleted by someone who had not seen all of it.
    DELETED_UNSEEN "Đã bị xóa ở một máy trong khi máy khác còn ghi thêm";
    /// Delete all the same.
    DELETE_ALL_THE_SAME "Vẫn xóa";
    /// Decide them.
    DECIDE "Xem và chọn";
    /// Another page writes.
    READ_ONLY "Sổ đang mở ở một trang khác";
    /// What to do.
    READ_ONLY_ABOUT "Trang này chỉ để xem, để hai trang không ghi lẫn nhau.";
    /// Write here.
    TAKE_OVER "Ghi ở trang này";
    /// Done again.
    REDO "Làm lại";
    /// It was.
    REDONE "Đã làm lại";
    /// Undo in the header.
    UNDO_LAST "Hoàn tác việc vừa làm";
    /// Yes to taking in.
    TAKE_IN "Nhập vào sổ";
    /// Everything typed is on the disk.
    SAVED "đã lưu";
    /// On the disk, in one place.
    SAVED_ONCE "đã lưu một bản";
}

/// What becomes of what is typed, where the page lasts and where it may not.
pub fn autosave(passing: bool) -> &'static str {
    if passing { PASSING_ABOUT } else { words::AUTOSAVE }
}

/// Day, hour and minute: `14:05 22/11/2026`.
pub fn time(when: Option<(Day, u64, u64)>) -> String {
    match when {
        Some((day, hour, minute)) => format!("{hour:02}:{minute:02} {}", numbers::day(day)),
        None => WRONG_CLOCK.to_owned(),
    }
}

/// A device by its name, or by the end of its number.
pub fn device(name: Option<&str>, number: u32, this: bool) -> String {
    match name {
        Some(name) => name.to_owned(),
        None if this => THIS_DEVICE.to_owned(),
        None => format!("máy số {:04x}", number & 0xffff),
    }
}

/// From one value to another.
pub fn from_to(before: Option<&str>, after: Option<&str>) -> String {
    format!("{} → {}", before.unwrap_or(EMPTY), after.unwrap_or(EMPTY))
}

/// How much of the room is taken.
pub fn used(used: usize, of: usize) -> String {
    let percent = used.saturating_mul(100).div_ceil(of.max(1));
    format!("Đã dùng {percent}% chỗ của trình duyệt ({}/{} nghìn ký tự)", thousands(used), thousands(of))
}

fn thousands(number: usize) -> String {
    numbers::count(number.div_ceil(1000) as u64)
}

/// The last file: when, and what it lacks by now.
pub fn last_file(time: &str, checked: bool, beyond: usize) -> String {
    let checked = if checked { "đã kiểm tra" } else { "chưa kiểm tra" };
    let beyond = match beyond {
        0 => "chưa có gì mới hơn".to_owned(),
        number => format!("{} thay đổi mới hơn", numbers::count(number as u64)),
    };
    format!("Lần sao lưu gần nhất: {time} ({checked}), {beyond}.")
}

/// Nothing was saved to a file yet, and there is something to lose.
pub fn never(beyond: usize) -> String {
    format!("{NEVER} Sổ đã có {} thay đổi.", numbers::count(beyond as u64))
}

/// A generation inside the browser.
pub fn generation(time: &str, records: u64) -> String {
    format!("{time}: {} mục", numbers::count(records))
}

/// Fields to decide.
pub fn disputes(number: usize) -> String {
    format!("Có {} chỗ hai máy ghi khác nhau", numbers::count(number as u64))
}

/// A step was taken back.
pub fn undone(stayed: usize) -> String {
    match stayed {
        0 => "Đã hoàn tác".to_owned(),
        stayed => {
            format!("Đã hoàn tác; giữ {} chỗ vì đã có sửa đổi mới hơn", numbers::count(stayed as u64))
        }
    }
}

/// A file is with the person.
pub const fn file_saved(checked: bool) -> &'static str {
    if checked {
        "Đã sao lưu ra tệp và đọc lại: đúng từng chữ"
    } else {
        "Tệp đã tải xuống. Bấm “Mở tệp sao lưu” rồi chọn tệp đó để kiểm tra"
    }
}

/// A file holds nothing new.
pub fn file_checked(missing: usize) -> String {
    match missing {
        0 => "Tệp nguyên vẹn và đủ mọi thứ trong sổ".to_owned(),
        missing => format!("Tệp nguyên vẹn, nhưng thiếu {} thay đổi mới hơn", numbers::count(missing as u64)),
    }
}

/// Changes came from a file.
pub fn file_taken(changes: usize) -> String {
    format!("Đã nhập {} thay đổi từ tệp", numbers::count(changes as u64))
}

/// The book came back.
pub fn brought_back(time: &str) -> String {
    format!(
        "Dữ liệu trong trình duyệt đã bị mất. Chương trình đã lấy lại từ bản dự phòng lúc {time}; những gì ghi sau đó phải nhập lại hoặc mở tệp sao lưu mới hơn."
    )
}

/// Question before a file is taken in.
pub fn take_in(changes: usize) -> String {
    format!("Nhập {} thay đổi từ tệp?", numbers::count(changes as u64))
}

/// What that does, what the file is, and what of it is damaged.
pub fn take_in_about(time: &str, records: usize, damaged: usize) -> String {
    let damaged = match damaged {
        0 => String::new(),
        number => format!(" {} phần của tệp bị hỏng, không đọc được.", numbers::count(number as u64)),
    };
    format!(
        "Tệp lưu lúc {time}, có {} mục.{damaged} Không xóa gì trong sổ: ở mỗi ô, lần ghi mới nhất được giữ.",
        numbers::count(records as u64)
    )
}

/// There is no file.
pub const fn file_trouble(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Cancelled => "Chưa chọn tệp",
        Trouble::Different => "Tệp đọc lại không giống bản đã ghi: hãy lưu lại vào chỗ khác",
        Trouble::Failed => "Không ghi hoặc không đọc được tệp",
        Trouble::TooLarge => "Tệp quá lớn, không phải tệp sao lưu của sổ này",
        Trouble::Foreign => "Đây không phải tệp sao lưu của chương trình, hoặc tệp rỗng",
        Trouble::Newer => "Tệp do bản mới hơn ghi: hãy cập nhật chương trình rồi mở lại",
    }
}

/// Why the second copy could not be read.
pub const fn second_unread(error: MediumError) -> &'static str {
    match error {
        MediumError::Denied => ONE_ABOUT,
        MediumError::Full | MediumError::Failed => {
            "Trình duyệt chưa đọc được bản thứ hai. Nếu thấy thiếu mục, đừng nhập lại: đóng trang rồi mở lại."
        }
    }
}
