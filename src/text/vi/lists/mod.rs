//! Words about lists that come in files: their names, why a file or a sheet cannot be read, and what was found with their
//! cells. Messages of the command line itself are in `cli`.

#[cfg(feature = "courier")]
pub mod cards;
pub mod codes;
#[cfg(feature = "lists")]
mod files;
mod names;
#[cfg(feature = "courier")]
pub mod people;
mod plan;
mod remarks;

use crate::exchange::lists::NoList;
#[cfg(feature = "lists")]
pub use files::{file_note, file_problem, file_trouble};
pub use names::{file, list, sheet_name};
pub use plan::*;
pub use remarks::{
    COLUMNS_COLUMNS, NOT_READ, NOT_UNDERSTOOD, mapping, mended, namesake, noted, remark, undated, unread_column,
    unreadable, unset,
};

/// More cells than headings.
pub const BEYOND: &str = "dòng có nhiều ô hơn dòng tiêu đề. Số hay chữ có dấu phẩy phải đặt trong ngoặc kép, hoặc lưu lại bằng dấu chấm phẩy";
/// Headings that make a list.
const NEEDED: &str = "Tổ chức, Chỉ tiêu, Từ ngày, Đến ngày, Mức giao; hoặc Tổ chức, Nội dung, Từ ngày, Đến ngày, Số lượng; hoặc Họ và tên, Ngày sinh, Chi bộ";
/// What a person can do on the page where a list is not understood.
pub const BY_HAND: &str = "chọn mục cho từng cột";
/// The same for the command.
pub const MAP: &str = "chỉ rõ từng cột bằng --map (xem ketnap columns)";

/// Why a sheet is not a list.
pub fn no_list(why: &NoList, how: &str) -> String {
    match why {
        NoList::Report => "là bảng lập từ sổ, không phải danh sách nên không đọc vào".to_owned(),
        NoList::Unknown(seen) if !seen.is_empty() => format!(
            "không nhận ra danh sách nào. Các cột đang thấy: {}. Đổi tên cột cho giống một danh sách ({NEEDED}), hoặc {how}",
            quoted(seen.iter().map(String::as_str))
        ),
        NoList::Unknown(_) => format!("không nhận ra danh sách nào. Cần một dòng tiêu đề như: {NEEDED}"),
        NoList::Missing { list: of, headings, .. } => {
            format!("{}: thiếu cột {}. Thêm cột đó, hoặc {how}", list(*of), quoted(headings.iter().copied()))
        }
    }
}

pub(super) fn quoted<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let one = |name: &str| if name == "…" { name.to_owned() } else { format!("“{name}”") };
    names.map(one).collect::<Vec<_>>().join(", ")
}
