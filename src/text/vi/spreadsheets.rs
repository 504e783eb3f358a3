//! Words of tables that go out to offices: titles, headings, notes.

use super::lists::list;
use super::numbers;
use crate::domain::ledger::Ledger;
use crate::domain::value::day::{Day, Period};
use crate::exchange::lists::List;

/// A statistical form.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Name of its sheet.
    pub sheet: &'static str,
    /// Name of its file, without the ending.
    pub file: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Heading of its rows. `exchange` knows it: such tables are no lists.
    pub heading: &'static str,
}

/// Form 1.
pub const FORM_1: Form =
    Form {
        sheet: "Biểu 1", file: "bieu-1", title: "BIỂU SỐ 1-BTCTW: TĂNG, GIẢM ĐẢNG VIÊN", heading: "Biểu 1-BTCTW"
    };
/// Form 2.
pub const FORM_2: Form =
    Form {
        sheet: "Biểu 2", file: "bieu-2", title: "BIỂU SỐ 2-BTCTW: ĐẢNG VIÊN MỚI KẾT NẠP", heading: "Biểu 2-BTCTW"
    };
/// Form 2b.
pub const FORM_2B: Form = Form {
    sheet: "Biểu 2b",
    file: "bieu-2b",
    title: "BIỂU SỐ 2B-BTCTW: ĐẢNG VIÊN MỚI KẾT NẠP THEO DÂN TỘC, TÔN GIÁO",
    heading: "Biểu 2b-BTCTW",
};
/// Sheet, file and title of the progress.
pub const PROGRESS_SHEET: &str = "Tiến độ";
/// File of the progress.
pub const PROGRESS_FILE: &str = "tien-do";
/// Title of the progress.
pub const PROGRESS_TITLE: &str = "TIẾN ĐỘ THỰC HIỆN CHỈ TIÊU";
/// Headings of the progress. `exchange` knows the third: such a table is no list of targets.
pub const PROGRESS_HEADINGS: [&str; 10] = [
    "Tổ chức",
    "Chỉ tiêu",
    "Kỳ của chỉ tiêu",
    "Số được giao",
    "Đã thực hiện",
    "So với chỉ tiêu",
    "Còn thiếu",
    "Vượt",
    "Đang chờ",
    "Đánh giá",
];
/// Headings of the figures in forms 1 and 2; the first column has the form's name.
pub const COMPARED_HEADINGS: [&str; 3] = ["Kỳ này", "Cùng kỳ năm trước", "So với cùng kỳ"];
/// Headings of the figures in form 2b.
pub const GROUP_HEADINGS: [&str; 4] = ["Tổng số", "Tỉ lệ", "Nữ", "Tỉ lệ nữ"];
/// Form 1, A.
pub const AT_BEGIN: &str = "A. Đảng viên đầu kỳ";
/// Form 1, B.
pub const MORE: &str = "B. Tăng trong kỳ";
/// Form 1, C.
pub const LESS: &str = "C. Giảm trong kỳ";
/// Form 1, D.
pub const AT_END: &str = "D. Đảng viên cuối kỳ";
/// Form 2, I.
pub const ADMITTED: &str = "Tổng số mới kết nạp";
/// Women.
pub const WOMEN: &str = "Nữ";
/// Ethnic minorities.
pub const MINORITIES: &str = "Dân tộc thiểu số";
/// Where the rows come from.
pub const SOURCE: &str =
    "Các hàng theo chế độ thống kê của Hướng dẫn 11-HD/BTCTW (2021). Nơi đã có mẫu mới thì chép số sang mẫu đó.";
/// Rows of form 2 that a book does not have.
pub const NOT_IN_BOOK: &str = "Sổ này không ghi nên không lập: chủ doanh nghiệp tư nhân, kết hôn với người nước ngoài, vi phạm chính sách dân số, kết nạp lại, chức danh khoa học.";
/// Without a register.
pub const NO_REGISTER: &str = "Chưa có sổ đảng viên nên để trống các số giảm.";
/// Heading of whose part of a dossier it is. `exchange` knows it: such tables are not lists of people.
pub const OF_CANDIDATE: &str = "Hồ sơ của quần chúng";
/// Printed on the left of the foot of each page, before the page's number.
pub const PAGE: &str = "Trang";

/// What records do not explain.
pub fn unexplained(number: i64) -> String {
    format!("A + B − C khác D: còn {} đảng viên chưa rõ vì sao.", numbers::signed(number))
}

/// The mean age.
pub fn mean_age(mean: &str, of: u64) -> String {
    format!("Tuổi bình quân khi kết nạp: {mean} (của {} người có ngày sinh).", numbers::count(of))
}

/// What a report is about.
pub fn about(period: Period, as_of: Day) -> String {
    format!("{}; số liệu tính đến ngày {}", numbers::period_title(period), numbers::day(as_of))
}

/// Title of a list.
pub fn list_title(of: List) -> String {
    list(of).to_uppercase()
}

/// The organization at the top, if there is one.
pub fn office(ledger: &Ledger) -> String {
    let roots = ledger.roots();
    match roots.as_slice() {
        [one] => ledger.organization_name(one).unwrap_or_default().to_owned(),
        _ => String::new(),
    }
}
