//! Words about several candidates side by side, and sheets of paper to be filled in by hand.

use super::numbers;
use crate::domain::schema::field::Field;
use crate::domain::schema::roster::{Blank, Roster};

/// The page, and the way to it.
pub const TABLE: &str = "Nhập thành bảng";
/// Over the choice of fields.
pub const ROSTERS: &str = "Ghi mục nào";
/// What the table is for.
pub const ABOUT: &str =
    "Mỗi người một dòng. Ghi đến đâu lưu đến đó. Phím Tab hoặc Enter sang ô sau, mũi tên lên, xuống đổi dòng";
/// The row that is written for many at once.
pub const GROUP: &str = "Cả nhóm";
/// How that works.
pub const GROUP_ABOUT: &str =
    "Đánh dấu những người giống nhau, ghi một lần ở dòng “Cả nhóm”. Ô đã có thông tin thì giữ nguyên";
/// The mark of all people.
pub const EVERYONE: &str = "Tất cả";
/// The row of somebody who is not in the book yet.
pub const NEWCOMER: &str = "Người mới";
/// What was typed for many cannot be read.
pub const NOT_READY: &str = "Có ô ở dòng “Cả nhóm” chưa đọc được: hãy ghi lại";
/// Nobody is on the way here.
pub const NOBODY: &str = "Chưa có quần chúng nào đang được theo dõi";
/// Fields that this organization keeps on paper.
pub const ON_PAPER: &str = "Mục khác để trên giấy, theo mức lưu giữ hồ sơ đã chọn";
/// The way from a sheet of paper to where it is entered.
pub const ENTER: &str = "Nhập phiếu đã ghi";
/// Above a sheet, on the screen only.
pub const SHEET_ABOUT: &str =
    "In ra để ghi tay nơi không có điện thoại. Khi nhập, đưa mã ở góc phiếu vào máy ảnh là mở đúng trang này";
/// Below a sheet's title.
pub const BLANK_ABOUT: &str = "Nhập vào máy theo đúng thứ tự các ô này. Mã ở góc trên dẫn đến trang nhập";
/// Who has written a sheet.
pub const WRITER: &str = "Người ghi";
/// Columns of the sheet of a survey.
pub const TALLY: [&str; 3] = ["Nhóm", "Đánh dấu từng người", "Số người"];
/// Column of the numbers of rows.
pub const NUMBER: &str = "TT";

/// Name of a choice of fields.
pub const fn roster(roster: Roster) -> &'static str {
    match roster {
        Roster::People => "Người mới",
        Roster::Class => "Lớp bồi dưỡng nhận thức",
        Roster::Introducers => "Người giới thiệu",
    }
}

/// Title of a sheet.
pub const fn blank(blank: Blank) -> &'static str {
    match blank {
        Blank::People => "Phiếu ghi quần chúng ưu tú",
        Blank::Survey => "Phiếu khảo sát nguồn phát triển đảng viên",
    }
}

/// The button that prints a sheet.
pub fn print(of: Blank) -> String {
    format!("In {}", blank(of).to_lowercase())
}

/// Heading of a column on paper, where less room is.
pub fn column(field: Field) -> &'static str {
    match field {
        Field::SexOfCandidate => "Nam, nữ",
        Field::Residence => "Nơi ở",
        Field::Phone => "Điện thoại",
        _ => field.label(),
    }
}

/// What stands in an empty box, to be completed by hand.
pub const fn to_complete(field: Field) -> &'static str {
    match field {
        Field::Birth => "…… / …… / ………",
        Field::SexOfCandidate => "☐\u{a0}Nam ☐\u{a0}Nữ",
        _ => "",
    }
}

/// The word beside a mark, where there is room.
pub const MARK: &str = "Đánh dấu";

/// The mark in front of a person.
pub fn mark(name: &str) -> String {
    format!("Đánh dấu {name}")
}

/// The button that writes for those who are marked.
pub fn fill(people: usize) -> String {
    format!("Ghi cho {} người đã đánh dấu", numbers::count(people as u64))
}

/// That it was done, and how many had something else already.
pub fn filled(people: usize, kept: usize) -> String {
    let done = match people {
        0 => "Không có ô nào còn trống để ghi".to_owned(),
        people => format!("Đã ghi vào ô còn trống của {} người", numbers::count(people as u64)),
    };
    match kept {
        0 => done,
        kept => format!("{done}. {} người có ô đã ghi khác: ô ấy giữ nguyên", numbers::count(kept as u64)),
    }
}
