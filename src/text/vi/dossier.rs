//! Words around a candidate's dossier: how far each part is, what stays on paper, time limits.

use super::{findings, numbers};
use crate::domain::admission::deadlines::Deadline;
use crate::domain::admission::dossier::Filled;
use crate::domain::admission::todo;
use crate::domain::ledger::attached::{Attached, Inquiry};
use crate::domain::schema::field::{Field, FormItem};
use crate::domain::value::letters::joined;

/// Heading of the list of time limits.
pub const DEADLINES: &str = "Thời hạn";
/// A part whose content is kept on paper.
pub const ON_PAPER: &str = "trên giấy";
/// What that means.
pub const ON_PAPER_ABOUT: &str =
    "Mức lưu giữ của chi bộ không ghi nội dung phần này vào máy. Chỉ ghi tờ giấy đã có chưa, ngày nào, ai giữ.";
/// Something above the level stands in the book all the same.
pub const BEYOND_LEVEL: &str =
    "Phần này đã ghi trong máy từ trước, nhiều hơn mức lưu giữ hiện nay. Xóa từng mục nếu không được giữ nữa.";
/// A part of which nothing is asked and nothing stands.
pub const OPTIONAL: &str = "không bắt buộc";
/// A part that is filled in.
pub const WHOLE: &str = "đủ";
/// Something stands in a part of which nothing is asked.
pub const NOTED: &str = "đã ghi";
/// To the part after this one.
pub const NEXT: &str = "Tiếp theo";
/// To all parts.
pub const ALL_PARTS: &str = "Các phần của hồ sơ";
/// Where the person was last.
pub const GO_ON: &str = "Làm tiếp";
/// Another record of the same kind.
pub const ONE_MORE: &str = "Thêm một dòng nữa";
/// Nothing listed yet.
pub const NO_ROWS: &str = "Chưa có dòng nào.";
/// A relative whose verification is needed and not answered.
pub const TO_VERIFY: &str = "chưa có trả lời";
/// A relative whose verification was answered.
pub const VERIFIED: &str = "đã có trả lời";
/// Records whose day of deletion has come.
pub const TO_DELETE: &str = "Đến hạn xóa khỏi máy";
/// What deleting does and does not do.
pub const TO_DELETE_ABOUT: &str =
    "Mở ra rồi bấm Xóa. Mục đã xóa vẫn nằm trong “Mục đã xóa” và trong các tệp sao lưu cũ, để lấy lại được.";
/// How much of the dossier is kept.
pub const LEVEL: &str = "Mức lưu giữ:";

/// How far a part is.
pub fn filled(filled: Filled) -> String {
    match (filled.needed, filled.missing) {
        (0, _) if !filled.any => OPTIONAL.to_owned(),
        (0, _) => NOTED.to_owned(),
        (_, 0) => WHOLE.to_owned(),
        (needed, missing) => format!("{}/{needed}", needed - missing),
    }
}

/// How far the whole form is.
pub fn progress(done: usize, needed: usize) -> String {
    format!("Đã điền {done} trong {needed} mục cần có")
}

/// How many fields a complete dossier still lacks.
pub fn missing(number: usize) -> String {
    format!("Còn thiếu {number} mục")
}

/// How many findings are folded away.
pub fn more_to_mend(number: usize) -> String {
    format!("Còn {number} chỗ cần xem lại")
}

/// How many rows hang on a part.
pub fn rows(number: usize) -> String {
    format!("{number} dòng")
}

/// Which items of the form a part has: `mục 1, 3, 4`.
pub fn items(items: &[FormItem]) -> Option<String> {
    let numbers: Vec<String> = items.iter().map(|item| item.0.to_string()).collect();
    (!numbers.is_empty()).then(|| format!("mục {}", joined(&numbers, ", ")))
}

/// The item of a field, in front of its label.
pub fn item(item: FormItem) -> String {
    format!("{}. ", item.0)
}

/// What else to know about a record that belongs to a candidate: what the relative is to the
/// applicant, or from when to when.
pub fn about(attached: &Attached) -> Option<String> {
    match attached {
        Attached::Relative(relative) => {
            let relation = relative.relation.map(|relation| relation.name().to_owned());
            let birth = relative.birth.map(|birth| format!("sinh {}", numbers::when(birth)));
            let parts: Vec<String> = relation.into_iter().chain(birth).collect();
            (!parts.is_empty()).then(|| joined(&parts, ", "))
        }
        Attached::Span(span) => {
            let to = span.to.map_or_else(|| "nay".to_owned(), numbers::month);
            span.from.map(|from| format!("{} – {to}", numbers::month(from)))
        }
        Attached::Dated(when) => when.map(numbers::when),
        Attached::Inquiry(inquiry) => Some(letter(inquiry)),
        Attached::Helper(helper) => {
            let until = helper.until.map(|until| format!(" – {}", numbers::day(until))).unwrap_or_default();
            helper.since.map(|since| format!("từ {}{until}", numbers::day(since)))
        }
        Attached::Note(note) => note.text.clone(),
        Attached::Paper => None,
    }
}

/// How a letter about verification stands.
fn letter(inquiry: &Inquiry) -> String {
    let mut parts: Vec<String> = inquiry.subject.map(|subject| subject.name().to_owned()).into_iter().collect();
    parts.extend(inquiry.sent.map(|sent| format!("gửi {}", numbers::day(sent))));
    match inquiry.answered {
        Some(answered) => parts.push(format!("trả lời {}", numbers::day(answered))),
        None => {
            let due = todo::inquiry_due(inquiry.sent, inquiry.due, inquiry.reminded);
            parts.extend(due.map(|due| format!("hạn {}", findings::limit(due))));
            parts.extend(inquiry.reminded.map(|day| format!("đã nhắc {}", numbers::day(day))));
        }
    }
    joined(&parts, " · ")
}

/// What a limit is for.
fn what(deadline: &Deadline) -> &'static str {
    match (deadline.since, deadline.in_months) {
        (_, true) => "Hết dự bị, được công nhận từ",
        (Field::CellMeeting, _) => "Ra quyết định kết nạp",
        (Field::Ceremony, _) => "Khai lý lịch đảng viên",
        (Field::Decision | Field::DecisionReceived, _) => "Tổ chức lễ kết nạp",
        (Field::RecognitionMeeting, _) => "Quyết định công nhận",
        _ => "Chi bộ họp xét công nhận",
    }
}

/// A limit in a line: what, until when, how it is counted.
pub fn deadline(deadline: &Deadline) -> (String, String) {
    let unit = if deadline.in_months { "tháng" } else { "ngày làm việc" };
    let done = match deadline.done {
        Some(day) => format!(" · xong {}", numbers::day(day)),
        None if deadline.is_past => " · xong, chưa ghi ngày".to_owned(),
        None => String::new(),
    };
    let until = if deadline.in_months { "" } else { "đến " };
    let about = format!("{until}{} · {} {unit}{done}", findings::limit(deadline.limit), deadline.number);
    (what(deadline).to_owned(), about)
}

/// From when party age counts: the day of the decision (Party Charter).
pub fn party_age(decision: crate::domain::value::day::Day) -> String {
    format!("Tuổi đảng tính từ ngày quyết định kết nạp, {}", numbers::day(decision))
}
