//! Words of the page that takes in lists from files, and of the rows that it shows.

use super::names::list;
use crate::domain::schema::field::Field;
use crate::domain::value::day::Day;
use crate::exchange::lists::List;
use crate::exchange::plan::RowState;
use crate::text::vi::numbers;

/// Heading of the page.
pub const LISTS: &str = "Danh sách, gửi và nhận tệp";
/// What may be chosen.
pub const LISTS_ABOUT: &str = "Tệp nơi khác gửi, hoặc danh sách: bảng tính .xlsx, .xls, .xlsb, .ods hoặc .csv; nhiều tệp một lúc cũng được. Danh sách quần chúng, tổ chức, chỉ tiêu, kết quả, thôn bản… đều đọc được. Ảnh chụp mã trên thẻ căn cước cũng đọc được. Xem trước, bấm nhận rồi mới vào sổ.";
/// How large it may be.
pub const LISTS_LIMITS: &str = "Mỗi tệp không quá 64 MB, bảng tính mở ra không quá 256 MB.";
/// The button that lets a person choose.
pub const CHOOSE: &str = "Chọn tệp";
/// The same once more.
pub const CHOOSE_OTHER: &str = "Chọn tệp khác";
/// The files are being read.
pub const READING_FILES: &str = "Đang đọc tệp…";
/// Stop reading.
pub const CANCEL: &str = "Thôi, không đọc nữa";
/// Give up the plan.
pub const DROP: &str = "Bỏ, không lấy vào sổ";
/// The part that reads files could not be fetched.
pub const NO_READER: &str =
    "Chưa tải được phần đọc bảng tính. Lần đầu cần có mạng; sau đó dùng được khi không có mạng.";
/// Reading ended without an answer.
pub const READER_FAILED: &str = "Không đọc được tệp: quá lớn cho máy này, hoặc tệp hỏng. Sổ không thay đổi gì.";
/// The page's own book was not understood.
pub const NO_BOOK: &str =
    "Chưa đối chiếu được với sổ trên máy này nên chưa lấy gì vào sổ. Hãy tải lại trang rồi thử lại";
/// A book among the lists.
pub const BOOK_AMONG_LISTS: &str = "đây là tệp sổ của Kết Nạp, hãy mở riêng ở trang “Giữ dữ liệu”";
/// A list with headings alone.
pub const NO_ROWS: &str = "có tiêu đề nhưng không có dòng nào";
/// What was not read.
pub const TROUBLES: &str = "Chưa đọc được";
/// What has to be known of files.
pub const NOTES: &str = "Cần biết";
/// The tables with their columns.
pub const COLUMNS: &str = "Hiểu từng cột là gì";
/// Columns that are not understood.
pub const COLUMNS_UNKNOWN: &str = "Có cột chưa hiểu: chưa lấy gì ở các cột đó. Chọn mục cho từng cột, rồi đọc lại.";
/// Read again with what was said of columns.
pub const READ_AGAIN: &str = "Đọc lại theo các cột đã chọn";
/// A column without a field.
pub const COLUMN_UNKNOWN: &str = "chưa hiểu";
/// The rows.
pub const ROWS: &str = "Từng dòng";
/// The records of parcels.
pub const RECORDS: &str = "Từng mục";
/// What is in a parcel that was made.
pub const IN_FILE: &str = "Trong tệp có";
/// Hands a parcel to the browser.
pub const SAVE_PARCEL: &str = "Lưu tệp để gửi";
/// Gives it up.
pub const NOT_SENT: &str = "Thôi, không gửi";
/// What happens to what is left out of parcels.
pub const LEFT_OUT_ABOUT: &str =
    "Mục nào không nhận thì bỏ dấu chọn: sổ giữ như cũ, và lần sau nơi gửi cũng được báo như vậy.";
/// Where texts differ.
pub const DIFFERENT: &str = "Những chỗ tệp khác với sổ";
/// Keep what the book has.
pub const KEEP_OWN: &str = "giữ như trong sổ, chỉ thêm chỗ còn trống";
/// Take what the file has.
pub const TAKE_THEIRS: &str = "lấy theo tệp";
/// A doubtful row is the same.
pub const SAME_ONE: &str = "Đúng là người này";
/// It is another one.
pub const OTHER_ONE: &str = "Là người khác, thêm mới";
/// An organization is the same.
pub const SAME_ORGANIZATION: &str = "Đúng là một, gộp lại";
/// It is another one.
pub const OTHER_ORGANIZATION: &str = "Là hai tổ chức khác nhau";
/// One that is not decided stays apart.
pub const APART: &str = "chưa chọn thì để riêng hai tổ chức";
/// Link to the record of the book.
pub const SEE_IN_BOOK: &str = "Xem trong sổ";
/// A doubtful row that is not decided is not taken in.
pub const DOUBTFUL_ABOUT: &str = "chưa chọn thì không lấy vào sổ";
/// Save the refused rows.
pub const SAVE_REFUSED: &str = "Lưu các dòng chưa lấy được ra tệp, kèm lý do";
/// Name of that file.
/// Whether a row is wanted.
pub const WANTED: &str = "Lấy dòng này";
/// Whether a record of a parcel is wanted.
pub const WANTED_RECORD: &str = "Nhận mục này";
/// Name of the file of lists, before the day.
pub const LISTS_FILE: &str = "ket-nap-danh-sach";
/// Name of the file of reports, before the day.
pub const REPORTS_FILE: &str = "ket-nap-bieu";
/// Heading of what goes out.
pub const OUT: &str = "Xuất bảng tính";
/// About it.
pub const OUT_ABOUT: &str = "Tệp .xlsx mở được bằng Excel, LibreOffice. Bảng tiến độ và biểu 1, 2, 2b: ở trang Báo cáo. Tệp có thông tin riêng của người trong danh sách: chỉ gửi nơi cần.";
/// Makes a workbook of the lists.
pub const MAKE_LISTS: &str = "Xuất các danh sách trong sổ";
/// Makes a workbook of the reports.
pub const MAKE_REPORTS: &str = "Bảng tính: tiến độ, biểu 1, 2, 2b";
/// While it is made.
pub const MAKING: &str = "Đang lập bảng tính…";
/// Name of the file of refused rows.
pub const REFUSED_FILE: &str = "ket-nap-dong-can-sua.csv";
/// Heading of the column with the reasons.
pub const WHY_REFUSED: &str = "Vì sao chưa lấy được";
/// An organization that stands in a row only by its name.
pub const MENTIONED: &str = "được nhắc tên trong danh sách, chưa có trong sổ";
/// A row without a name.
pub const NO_NAME: &str = "(không có tên)";
/// Nothing would change.
pub const NOTHING_NEW: &str = "Sổ đã có đủ những gì trong tệp.";

/// Looks at files of the time before.
pub const RESUME: &str = "Xem tiếp";
/// What another program shared did not come.
pub const NOTHING_SHARED: &str = "Chương trình kia gửi sang nhưng không có tệp nào đến (một số bản Chrome bị lỗi này). Hãy lưu tệp vào máy, rồi bấm “Chọn tệp khác”.";

/// Files of the time before that nobody has decided on.
pub fn files_wait(files: usize) -> String {
    format!("Còn {} tệp mở lần trước chưa xem xong", numbers::count(files as u64))
}

/// The button that takes the rows in.
pub fn take(rows: usize) -> String {
    format!("Lấy {} dòng vào sổ", numbers::count(rows as u64))
}

/// The button that takes parcels in.
pub fn take_parcels(records: usize) -> String {
    if records == 0 {
        "Ghi nhận tệp".to_owned()
    } else {
        format!("Nhận {} mục vào sổ", numbers::count(records as u64))
    }
}

/// Number of files on their way, and how far they are.
pub fn reading(files: u64, part: u64) -> String {
    if files < 2 { format!("{READING_FILES} {part}%") } else { format!("Đang đọc {files} tệp… {part}%") }
}

/// How a row stands to the book.
pub const fn row_state(state: RowState) -> &'static str {
    match state {
        RowState::New => "mới",
        RowState::Changed => "thêm hoặc khác",
        RowState::Same => "đã có đủ",
        RowState::Doubtful => "cần hỏi",
        RowState::Refused => "chưa lấy được",
        RowState::Outside => "ngoài phần của nơi gửi",
        RowState::Disputed => "hai nơi cùng sửa",
        RowState::Removed => "xóa",
    }
}

/// How many rows stand how to the book.
pub fn counted(rows: usize, state: RowState) -> String {
    format!("{} {}", numbers::count(rows as u64), row_state(state))
}

/// A sheet of a file.
pub fn sheet(file: &str, sheet: &str) -> String {
    format!("{file}, trang {sheet}")
}

/// A table: which list, where, and the line of its headings.
pub fn table(of: List, place: &str, line: u64) -> String {
    let mut name = list(of).to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!("{name} ({place}, tiêu đề ở dòng {line})")
}

/// Something said of a file.
pub fn of_file(file: &str, words: &str) -> String {
    format!("{file}: {words}")
}

/// Where a row stands.
pub fn row_place(place: &str, line: u64) -> String {
    format!("{place}, dòng {line}")
}

/// The book says something else.
pub fn differs(field: Field, before: &str, now: &str) -> String {
    format!("{}: trong sổ {before}, trong tệp {now}", field.label())
}

/// The book lacks it.
pub fn added(field: Field, now: &str) -> String {
    format!("{}: thêm {now}", field.label())
}

/// Something said of a field of a row.
pub fn of_field(field: Field, words: &str) -> String {
    format!("{}: {}", field.label(), numbers::lower(words))
}

/// Longest text of a cell that is repeated, in letters.
const REPEATED: usize = 40;

/// What is said of a cell, with what stands in it.
pub fn cell_says(text: &str, words: &str) -> String {
    let short: String = text.chars().take(REPEATED).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    format!("“{short}{more}”: {}", numbers::lower(words))
}

/// A person in a few words.
pub fn person(name: Option<&str>, birth: Option<Day>, cell: Option<&str>) -> String {
    let birth = birth.map(|day| format!("sinh {}", numbers::day(day)));
    let parts = [name.map(str::to_owned), birth, cell.map(str::to_owned)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A row may be this person of the book.
pub fn perhaps(person: &str) -> String {
    format!("Có thể là người đã có trong sổ: {person}")
}

/// A row may be the person of another row.
pub fn perhaps_row(place: &str) -> String {
    format!("Có thể là cùng một người với {place}")
}

/// Some of a list is taken in.
pub fn taken(rows: usize) -> String {
    format!("Đã ghi vào sổ {} mục.", numbers::count(rows as u64))
}

/// Some of a parcel is taken in.
pub fn parcel_taken(records: usize) -> String {
    format!("Đã nhận vào sổ {} mục.", numbers::count(records as u64))
}
