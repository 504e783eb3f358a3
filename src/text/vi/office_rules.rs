//! Regulation files of offices: what is in one, what is refused, what it would change.

use super::{numbers, regulation};
use crate::domain::regulation::{FileProblem, InstrumentId, OfficeRules, Reader, Refusal, RowProblem, Unit};
use crate::domain::value::day::Day;
use crate::domain::value::letters::joined;

/// How people call what an office adds: an instrument, or the days off of a year.
pub fn office_title(rules: &OfficeRules) -> String {
    match (rules.id(), rules.year()) {
        (Some(InstrumentId { number, issued: Some(day) }), _) => format!("{number} ngày {}", numbers::day(day)),
        (Some(id), _) => id.number,
        (None, Some(year)) => format!("Ngày nghỉ năm {year}"),
        (None, None) => String::new(),
    }
}

/// Why a regulation file is refused.
pub const fn file_problem(problem: FileProblem) -> &'static str {
    match problem {
        FileProblem::TooLarge => "Tệp quá lớn: tệp quy định không quá 1 MB. Chưa có gì thay đổi.",
        FileProblem::Foreign => {
            "Không phải tệp quy định của Kết Nạp: tệp gồm các dòng chữ trong ngoặc kép, dòng đầu là [\"quydinh\", \"1\"]. Chưa có gì thay đổi."
        }
        FileProblem::Newer => {
            "Tệp quy định theo dạng mới hơn chương trình này. Hãy cập nhật chương trình rồi mở lại. Chưa có gì thay đổi."
        }
        FileProblem::Nothing => "Trong tệp không có gì nhận được. Chưa có gì thay đổi.",
    }
}

/// A row that is not taken in, and why.
pub fn refusal(refusal: &Refusal) -> String {
    let named = |id: &InstrumentId| match id.issued {
        Some(day) => format!("{} ngày {}", id.number, numbers::day(day)),
        None => id.number.clone(),
    };
    let why = match &refusal.problem {
        RowProblem::UnknownWord(word) => format!("“{word}” không phải loại dòng nào đã biết"),
        RowProblem::NoInstrument => "đứng trước dòng “number” của văn bản".to_owned(),
        RowProblem::UnknownKey(key) => format!("không có giá trị nào tên “{key}”"),
        RowProblem::Value { key: of, least, most } => {
            let years = if of.unit() == Unit::Age { ", tính bằng tháng tròn năm" } else { "" };
            format!("“{}” phải là số nguyên từ {least} đến {most}{years}", regulation::key(*of))
        }
        RowProblem::Twice(of) => format!("“{}” đã có ở dòng trên của văn bản này", regulation::key(*of)),
        RowProblem::Day(text) => format!("“{text}” không phải ngày dạng năm-tháng-ngày"),
        RowProblem::NotYet(day) => {
            format!(
                "ngày đọc văn bản ({}) chưa tới; bỏ dòng này nên các giá trị chỉ nhắc, không chặn",
                numbers::day(*day)
            )
        }
        RowProblem::Short => "thiếu ô: cần đủ điều khoản và nguồn".to_owned(),
        RowProblem::NoNumber => "thiếu số văn bản".to_owned(),
        RowProblem::NoIssued => "thiếu ngày ban hành (“issued”): nhiều văn bản trùng số".to_owned(),
        RowProblem::NoFrom => "thiếu ngày có hiệu lực (“from”)".to_owned(),
        RowProblem::Empty => "văn bản không nêu gì".to_owned(),
        RowProblem::EndsBefore => "hết hiệu lực trước khi có hiệu lực".to_owned(),
        RowProblem::Again => "văn bản này đã có ở trên trong tệp".to_owned(),
        RowProblem::NoPredecessor => "chưa nêu thay thế quy định nào (“replaces”)".to_owned(),
        RowProblem::UnknownInstrument(id) => format!("chưa biết văn bản {} mà nó thay thế", named(id)),
        RowProblem::Overlaps(id) => {
            format!("trùng thời gian: {} có hiệu lực sau ngày này hoặc đã có văn bản khác thay thế", named(id))
        }
    };
    format!("Dòng dữ liệu thứ {}: {why}. Không nhận", refusal.row)
}

/// Button that opens a regulation file.
pub const OPEN_FILE: &str = "Mở tệp quy định";
/// What a regulation file is.
pub const OPEN_FILE_ABOUT: &str = "Cấp trên có thể gửi tệp ….quydinh.json với văn bản mới hoặc giá trị đã đọc được. Mở tệp để xem trước những gì sẽ đổi; chưa bấm nhận thì chưa có gì thay đổi.";
/// Heading of what offices added.
pub const FROM_OFFICES: &str = "Nhận từ tệp của cơ quan";
/// Heading of a file that was opened.
pub const PROPOSED: &str = "Tệp quy định vừa mở";
/// Button that takes the file in.
pub const TAKE: &str = "Nhận";
/// Button that dismisses the file.
pub const DROP: &str = "Không nhận";
/// Button that takes an office's rules out again.
pub const TAKE_OUT: &str = "Bỏ quy định nhận từ tệp này";
/// Button that keeps an office's values.
pub const KEEP_OFFICE: &str = "Giữ giá trị của cơ quan";
/// Button that lets the program's values count.
pub const USE_PROGRAM: &str = "Dùng giá trị của chương trình";
/// The office's values do not count.
pub const OUTDATED: &str =
    "Chương trình đã theo dõi văn bản này sau ngày cơ quan đọc, nên đang dùng giá trị của chương trình.";
/// Nothing changes.
pub const NO_CHANGE: &str = "Các giá trị đang dùng không thay đổi.";
/// Nobody is affected.
pub const NOBODY: &str = "Kết quả kiểm tra các hồ sơ đang theo dõi không đổi.";

/// The office of a file, and who read the instruments.
pub fn from_office(office: &str, reader: Option<&Reader>) -> String {
    let office = if office.is_empty() { "Cơ quan gửi: chưa ghi" } else { office };
    match reader {
        Some(reader) => format!("{office}. Người đọc: {}, ngày {}", reader.name, numbers::day(reader.on)),
        None => format!("{office}. Không ghi ai đọc văn bản và ngày nào: các giá trị chỉ để gợi ý"),
    }
}

/// What is in a file, in a line.
pub fn contents(titles: &[String]) -> String {
    format!("Gồm: {}", joined(titles, "; "))
}

/// The day from which values change.
pub fn from_day(day: Day, today: Day) -> String {
    if day == today { "Từ hôm nay".to_owned() } else { format!("Từ {}", numbers::day(day)) }
}

/// How many dossiers get other findings.
pub fn affected(number: usize) -> String {
    format!("{number} hồ sơ đang theo dõi đổi kết quả kiểm tra:")
}

/// More dossiers than are shown.
pub fn and_more(number: usize) -> String {
    format!("và {number} hồ sơ khác")
}

/// A regulation file was taken in.
pub fn rules_taken(number: usize) -> String {
    format!("Đã nhận {number} mục vào quy định. Có thể hoàn tác")
}
