//! Names of lists: in a sentence, as a file, as a sheet of a workbook.

use crate::exchange::lists::List;

/// All three.
const fn names(list: List) -> [&'static str; 3] {
    match list {
        List::Organizations => ["danh sách tổ chức", "to-chuc", "Tổ chức"],
        List::Villages => ["danh sách thôn, bản", "thon-ban", "Thôn, bản"],
        List::Places => ["số liệu địa bàn", "dia-ban", "Địa bàn"],
        List::KeyPeople => ["số cán bộ thôn, bản", "can-bo-thon-ban", "Cán bộ thôn, bản"],
        List::Classes => ["danh sách lớp bồi dưỡng nhận thức", "lop-boi-duong", "Lớp bồi dưỡng"],
        List::Reasons => ["lý do chưa có nguồn", "ly-do", "Lý do"],
        List::Events => ["danh sách thay đổi của tổ chức", "thay-doi", "Thay đổi"],
        List::Targets => ["danh sách chỉ tiêu", "chi-tieu", "Chỉ tiêu"],
        List::Results => ["danh sách kết quả", "ket-qua", "Kết quả"],
        List::Surveys => ["khảo sát nguồn", "khao-sat", "Khảo sát"],
        List::Points => ["điểm thi đua", "diem-thi-dua", "Điểm thi đua"],
        List::Members => ["danh sách đảng viên", "dang-vien", "Đảng viên"],
        List::Candidates => ["danh sách quần chúng", "quan-chung", "Quần chúng"],
    }
}

/// A kind of list, in a sentence.
pub const fn list(list: List) -> &'static str {
    let [name, ..] = names(list);
    name
}

/// File name of a list.
pub const fn file(list: List) -> &'static str {
    let [_, file, _] = names(list);
    file
}

/// Sheet name of a list in a workbook.
pub const fn sheet_name(list: List) -> &'static str {
    let [.., sheet] = names(list);
    sheet
}
