//! Words about what was found with the cells, columns and letters of lists.

use crate::domain::schema::entry::Problem;
use crate::domain::schema::field::{Field, Kind};
use crate::exchange::cells::Mended;
use crate::exchange::mapping::MappingProblem;
use crate::exchange::remarks::Matter;
use crate::text::vi::{numbers, problems};

/// Headings of the table of columns.
pub const COLUMNS_COLUMNS: [&str; 5] = ["Tệp", "Cột", "Tiêu đề", "Hiểu là", "Vài ô"];
/// A column that is not read.
pub const NOT_READ: &str = "không đọc";
/// A column that is not understood.
pub const NOT_UNDERSTOOD: &str = "chưa hiểu";

/// What is wrong with a table of headings.
pub fn mapping(problem: &MappingProblem) -> String {
    match problem {
        MappingProblem::NoHeadings => {
            "cần một dòng có hai cột heading và field, như ketnap columns --format csv viết ra".to_owned()
        }
        MappingProblem::NoField(.., text) => {
            format!(
                "không có mục nào tên “{text}”. Viết tên mục như trên trang, hoặc như candidate.birth; dấu - là không đọc"
            )
        }
    }
}

/// A column that was not read, by its number from 1.
pub fn unread_column(column: usize, heading: &str) -> String {
    if heading.is_empty() {
        return format!("Cột thứ {column} có chữ mà không có tiêu đề nên chưa lấy vào");
    }
    format!("Không hiểu cột “{heading}” nên chưa lấy vào")
}

/// Two candidates of one name and birth date.
pub fn namesake(other: Option<(&str, u64)>) -> String {
    let other = other.map_or_else(|| "một người khác trong sổ".to_owned(), |(file, row)| format!("{file}, dòng {row}"));
    format!("Cùng họ tên và ngày sinh với {other}: xem có phải là một người")
}

/// A remark about a cell.
pub fn remark(field: Field, matter: &Matter) -> String {
    if let Matter::Noted(text) = matter {
        return noted(text);
    }
    let words = match matter {
        Matter::Unreadable(problem) => unreadable(*problem),
        Matter::Unlisted(text) => unlisted(field, text),
        Matter::Empty => "để trống".to_owned(),
        Matter::Undated => undated(),
        Matter::Unset(written, cells) => unset(written, *cells),
        Matter::Noted(text) => noted(text),
        Matter::Unknown(name) => format!("“{name}” không có trong danh sách tổ chức, tính như một tổ chức riêng"),
        Matter::Several(name) => {
            format!("có nhiều tổ chức tên “{name}”; viết thêm nơi trực thuộc trong ngoặc: “{name} (…)”")
        }
        Matter::Reversed => "ngày cuối đứng trước ngày đầu".to_owned(),
        Matter::Differs => "cùng tổ chức, cùng ngày mà hai dòng ghi hai số khác nhau".to_owned(),
        Matter::Mended { .. } => mended(matter),
    };
    format!("{}: {words}", field.label())
}

/// Cells that say that no target is set.
pub fn unset(written: &str, cells: usize) -> String {
    match cells {
        0 | 1 => format!("“{written}” hiểu là không giao chỉ tiêu"),
        cells => format!("“{written}” và {} ô nữa trong cột này hiểu là không giao chỉ tiêu", cells - 1),
    }
}

/// A remark beside a person that says what became of the person.
pub fn noted(text: &str) -> String {
    format!("Ghi chú “{text}” chưa lấy vào sổ: xem có phải ghi vào hồ sơ, hoặc bỏ người này")
}

/// A number of members without a day.
pub fn undated() -> String {
    "để trống nên chưa lấy số đảng viên".to_owned()
}

/// What was made of a cell.
pub fn mended(matter: &Matter) -> String {
    let Matter::Mended { written, read } = matter else { return String::new() };
    match read {
        Mended::As(read) => format!("“{written}” đọc là {read}"),
        Mended::MonthFirst(read) => {
            format!("“{written}” đọc là {read} vì cột này viết tháng trước ngày; đối chiếu lại với giấy")
        }
        Mended::InDoubt => {
            format!(
                "“{written}”: cột này lẫn hai cách viết, không rõ đâu là ngày, đâu là tháng; đối chiếu lại với giấy"
            )
        }
        Mended::Unread => format!("“{written}” chưa lấy vào sổ: hãy ghi trong hồ sơ"),
        Mended::NoDay => format!("“{written}” chưa có ngày cụ thể, cần ngày, tháng, năm"),
        Mended::Rounded => format!("bảng tính đã làm mất các chữ số cuối ({written}): ghi lại đủ 12 số theo thẻ"),
        Mended::Formula => "ô là công thức chưa có kết quả: mở tệp bằng Excel, lưu lại rồi đọc".to_owned(),
        Mended::Failed => format!("ô báo lỗi của bảng tính ({written}), coi như chưa biết"),
    }
}

/// Entries that are named where a text is none of them.
const NAMED: usize = 12;

/// A text that is none of the entries of its field, with what there is.
fn unlisted(field: Field, text: &str) -> String {
    let words = format!("“{text}” không có trong các mục để chọn");
    match field.spec().kind {
        Kind::Choice(list) if list.entries().len() <= NAMED => {
            let names: Vec<&str> = list.entries().iter().map(|choice| choice.name).collect();
            format!("{words}: {}", names.join("; "))
        }
        _ => words,
    }
}

/// What is wrong with a text that cannot be read.
pub fn unreadable(problem: Problem) -> String {
    numbers::lower(&problems::unreadable(problem))
}
