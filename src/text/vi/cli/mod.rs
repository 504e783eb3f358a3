//! Messages and table headings of the command line. Its help is in `help`, words about lists in `lists` beside.

pub mod help;

use std::io;
use std::path::Path;

use super::lists::quoted;
pub use super::lists::*;
use super::{numbers, regulation};
use crate::domain::regulation::{Instrument, Regulation};
use crate::domain::value::day::Day;
use crate::exchange::lists::Worksheet;

/// A sealed file without a passphrase.
pub const SEALED: &str = "tệp có mật khẩu: ghi mật khẩu vào một tệp văn bản rồi thêm --passphrase-file TỆP";
/// The file with the passphrase has none.
pub const NO_PASSPHRASE: &str = "tệp mật khẩu trống";
/// A folder without readable files.
pub const EMPTY_FOLDER: &str = "trong thư mục không có tệp .txt, .csv, .tsv hay bảng tính nào";
/// A cycle in the tree of organizations.
pub const CIRCLE: &str = "trực thuộc chính nó qua các cấp, số liệu của các tổ chức này không tin được";
/// A damaged book.
pub const DAMAGED: &str = "tệp sổ bị hỏng một phần nên không dùng để tính. Lưu lại tệp từ trang rồi chép lại";
/// A book written by a newer version.
pub const NEWER: &str = "tệp sổ do phiên bản mới hơn ghi. Hãy dùng phiên bản mới của chương trình";
/// Not a book.
pub const FOREIGN: &str = "không phải tệp sổ của Kết Nạp";
/// The output folder is not empty.
pub const NOT_EMPTY: &str = "thư mục phải trống";
/// A row with more cells than headings, of which nothing was read.
pub const MOVED: &str =
    "Dòng có nhiều ô hơn dòng tiêu đề nên không đọc. Chữ hay số có dấu phẩy phải đặt trong ngoặc kép";
/// No text to check.
pub const NO_FIGURES: &str = "không có dòng nào để đối chiếu";

/// No card to read.
pub const NO_CARDS: &str = "không có dòng nào để đọc";
/// Headings of `cards` that no field has.
pub const CARD_HEADINGS: [&str; 5] = ["Tệp", "Dòng", "Số CMND cũ", "Ngày cấp thẻ", "Cần biết"];

/// Headings of the table of `rules`.
pub const RULES_COLUMNS: [&str; 5] = ["Nội dung", "Giá trị", "Văn bản", "Mức tin cậy", "Cập nhật đến ngày"];

/// The set of a day, above the table of `rules`.
pub fn rules_on(on: Day, regulation: &Regulation) -> String {
    let set = regulation.set_of(on).map_or_else(|| "chưa có văn bản".to_owned(), regulation::title);
    let known = regulation.followed_to().map(|day| format!("; cả bảng đã cập nhật đến ngày {}", numbers::day(day)));
    format!("Vào ngày {}: {set}{}", numbers::day(on), known.unwrap_or_default())
}

/// The predecessor that a value comes from, and the instrument that is silent about it.
pub fn by_predecessor(instrument: &Instrument, now: &Instrument) -> String {
    format!("{} (quy định trước; chưa đọc được ở {})", regulation::title(instrument), regulation::title(now))
}

/// A day in a table.
pub fn plain_day(day: Day) -> String {
    numbers::day(day)
}

/// An invalid day.
pub fn no_day(text: &str) -> String {
    format!("“{text}” không phải là ngày. Viết như 2022-06-01 hoặc 1/6/2022")
}

/// An unknown tree.
pub fn no_tree(text: &str) -> String {
    format!("“{text}” không phải là cách cộng. Viết then (như lúc đó) hoặc now (như hiện nay)")
}

/// Why a file or folder cannot be opened or written.
pub fn unopened(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "không có tệp hay thư mục này".to_owned(),
        io::ErrorKind::PermissionDenied => "không có quyền đọc hoặc ghi".to_owned(),
        io::ErrorKind::StorageFull => "đĩa đã đầy".to_owned(),
        io::ErrorKind::AlreadyExists => exists(),
        _ => format!("không mở được ({error})"),
    }
}

/// The output file exists.
pub fn exists() -> String {
    "đã có sẵn; thêm --force để ghi đè".to_owned()
}

/// What could not be written.
pub fn unwritten(why: &str) -> String {
    format!("không ghi được ({why})")
}

/// Unrecognized columns.
pub fn ignored(headings: &[(usize, String)]) -> String {
    let named = headings.iter().map(|(_, heading)| heading.as_str()).filter(|heading| !heading.is_empty());
    let bare: Vec<String> =
        headings.iter().filter(|(_, heading)| heading.is_empty()).map(|(column, _)| column.to_string()).collect();
    let without = format!("cột thứ {} không có tiêu đề", bare.join(", "));
    match (bare.is_empty(), headings.len() == bare.len()) {
        (true, _) => format!("bỏ qua cột không biết: {}", quoted(named)),
        (_, true) => format!("bỏ qua {without}"),
        _ => format!("bỏ qua cột không biết: {}; {without}", quoted(named)),
    }
}

/// Headings of the progress table.
pub const PROGRESS_COLUMNS: [&str; 12] = [
    "Tổ chức",
    "Nội dung",
    "Thời gian",
    "Mức giao",
    "Cơ quan giao",
    "Đã đạt",
    "Chờ",
    "%",
    "Thiếu",
    "Vượt",
    "Đến nay cần",
    "Trạng thái",
];
/// Headings of the findings table.
pub const CHECK_COLUMNS: [&str; 6] = ["Tệp", "Dòng", "Họ và tên", "Mục", "Mức", "Nội dung"];
/// No findings.
pub const NOTHING_FOUND: &str = "Không thấy gì phải sửa trong phần đã đọc.";
/// No targets.
pub const NO_TARGETS: &str = "không có chỉ tiêu nào trong các tệp này";

/// A file and one of its sheets.
pub fn sheet(file: &str, name: &str) -> String {
    format!("{file} [{name}]")
}

/// Label of the progress bar while reading.
pub const READING: &str = "đọc tệp";
/// Label of the progress bar while counting.
pub const COUNTING: &str = "tính";
/// Label of the progress bar while writing.
pub const WRITING: &str = "ghi";

/// A period that ends before it begins.
pub const REVERSED: &str = "ngày cuối kỳ đứng trước ngày đầu kỳ";

/// The organizations to choose from for a report.
pub fn which_organization<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names = quoted(names.take(8));
    if names.is_empty() {
        "không có tổ chức nào trong các tệp này".to_owned()
    } else {
        format!("chọn một tổ chức bằng --organization, ví dụ {names}")
    }
}

/// No organization has this name.
pub fn no_organization(name: &str) -> String {
    format!("không có tổ chức nào tên “{name}”")
}

/// Several organizations have this name.
pub fn several_organizations(name: &str) -> String {
    format!("có nhiều tổ chức tên “{name}”; viết thêm nơi trực thuộc trong ngoặc: “{name} (…)”")
}

/// Files were merged.
pub fn merged(out: &Path, files: usize, records: usize) -> String {
    format!("Đã gộp {files} tệp thành {}: {} bản ghi.", out.display(), numbers::count(records as u64))
}

/// A parcel was made.
pub fn bundled(out: &Path, summary: &str) -> String {
    format!("{}: {summary}", out.display())
}

/// No level of dossiers.
pub fn no_level(text: &str) -> String {
    format!("“{text}” không phải mức hồ sơ. Viết steps (các bước), form (lý lịch bản thân) hoặc full (đầy đủ)")
}

/// A file was written.
pub fn written(out: &Path, rows: usize) -> String {
    format!("{}: {} dòng", out.display(), numbers::count(rows as u64))
}

/// Summary of a sheet.
pub fn sheet_told(sheet: &Worksheet) -> String {
    let ignored = if sheet.ignored.is_empty() { String::new() } else { format!("; {}", ignored(&sheet.ignored)) };
    format!(
        "{}, {} dòng, tiêu đề ở dòng {}{ignored}",
        list(sheet.list),
        numbers::count(sheet.rows.len() as u64),
        sheet.headings
    )
}

/// Summary of a book.
pub fn book_told(made: Option<Day>, records: usize, all: usize, edits: u64) -> String {
    let made = made.map(|day| format!(", lưu ngày {}", numbers::day(day))).unwrap_or_default();
    let (records, deleted) = (numbers::count(records as u64), numbers::count((all - records) as u64));
    format!("sổ Kết Nạp{made}: {records} bản ghi, {deleted} đã xóa, {} lần sửa", numbers::count(edits))
}

/// Number of records of a kind.
pub fn kind_told(name: &str, key: &str, count: usize) -> String {
    format!("{}: {name} ({key})", numbers::count(count as u64))
}

/// Number of records of kinds unknown to this version.
pub fn unknown_told(count: usize) -> String {
    format!("{}: loại mà phiên bản này không biết", numbers::count(count as u64))
}

/// Number of devices that edited a book.
pub fn devices_told(count: usize) -> String {
    format!("ghi trên {count} máy")
}

/// A province was generated.
pub fn generated(out: &Path, cells: u32, candidates: u64) -> String {
    format!(
        "{}: tỉnh giả định có {} chi bộ, {} quần chúng",
        out.display(),
        numbers::count(cells.into()),
        numbers::count(candidates)
    )
}
