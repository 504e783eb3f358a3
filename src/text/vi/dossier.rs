//! A candidate's dossier: completeness of sections, level of keeping, deadlines.

use super::{findings, numbers};
use crate::domain::admission::deadlines::Deadline;
use crate::domain::admission::dossier::Filled;
use crate::domain::admission::verification;
use crate::domain::ledger::attached::{Attached, Inquiry};
use crate::domain::regulation::Regulation;
use crate::domain::schema::field::{Field, FormItem};
use crate::domain::value::letters::joined;

/// Heading of the deadlines.
pub const DEADLINES: &str = "Thời hạn";
/// A section kept on paper.
pub const ON_PAPER: &str = "trên giấy";
/// Explanation of that.
pub const ON_PAPER_ABOUT: &str =
    "Theo mức lưu giữ của chi bộ, nội dung phần này không ghi vào máy. Chỉ ghi giấy đã có chưa, ngày nào, ai giữ.";
/// The book has more than the level of keeping allows.
pub const BEYOND_LEVEL: &str =
    "Phần này đã ghi trong máy từ trước, nhiều hơn mức lưu giữ hiện nay. Xóa từng mục nếu không được giữ nữa.";
/// An empty section without required fields.
pub const OPTIONAL: &str = "không bắt buộc";
/// A complete section.
pub const WHOLE: &str = "đủ";
/// A section without required fields that is not empty.
pub const NOTED: &str = "đã ghi";
/// Link to the next section.
pub const NEXT: &str = "Tiếp theo";
/// Link to the list of sections.
pub const ALL_PARTS: &str = "Các phần của hồ sơ";
/// Link to the section edited last.
pub const GO_ON: &str = "Làm tiếp";
/// Button that adds another record of the same kind.
pub const ONE_MORE: &str = "Thêm một dòng nữa";
/// Empty list.
pub const NO_ROWS: &str = "Chưa có dòng nào.";
/// A relative whose verification is required and not answered.
pub const TO_VERIFY: &str = "chưa có trả lời";
/// A relative whose verification was answered.
pub const VERIFIED: &str = "đã có trả lời";
/// Heading of records due for deletion.
pub const TO_DELETE: &str = "Đến hạn xóa khỏi máy";
/// Consequences of deleting.
pub const TO_DELETE_ABOUT: &str = "Mở ra xem lại. “Xóa hẳn” bỏ nội dung và lịch sử khỏi máy này, không lấy lại được; tệp đã lưu ra ngoài phải tự xóa.";
/// Label of the level of keeping.
pub const LEVEL: &str = "Mức lưu giữ:";

/// Completeness of a section.
pub fn filled(filled: Filled) -> String {
    match (filled.needed, filled.missing) {
        (0, _) if !filled.any => OPTIONAL.to_owned(),
        (0, _) => NOTED.to_owned(),
        (_, 0) => WHOLE.to_owned(),
        (needed, missing) => format!("{}/{needed}", needed - missing),
    }
}

/// Completeness of the whole form.
pub fn progress(done: usize, needed: usize) -> String {
    format!("Đã điền {done} trong {needed} mục cần có")
}

/// Number of fields missing from a complete dossier.
pub fn missing(number: usize) -> String {
    format!("Còn thiếu {number} mục")
}

/// Label of the collapsed findings.
pub fn more_to_mend(number: usize) -> String {
    format!("Còn {number} chỗ cần xem lại")
}

/// Number of records in a section.
pub fn rows(number: usize) -> String {
    format!("{number} dòng")
}

/// Form items of a section: `mục 1, 3, 4`.
pub fn items(items: &[FormItem]) -> Option<String> {
    let numbers: Vec<String> = items.iter().map(|item| item.0.to_string()).collect();
    (!numbers.is_empty()).then(|| format!("mục {}", joined(&numbers, ", ")))
}

/// Form item of a field, before its label.
pub fn item(item: FormItem) -> String {
    format!("{}. ", item.0)
}

/// Secondary text of a record that belongs to a candidate: a relation, or a period.
pub fn about(regulation: &Regulation, attached: &Attached) -> Option<String> {
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
        Attached::Inquiry(inquiry) => Some(letter(regulation, inquiry)),
        Attached::Helper(helper) => {
            let until = helper.until.map(|until| format!(" – {}", numbers::day(until))).unwrap_or_default();
            helper.since.map(|since| format!("từ {}{until}", numbers::day(since)))
        }
        Attached::Move(found) => {
            let from = found.place.as_deref().map(|place| format!(", từ {place}")).unwrap_or_default();
            let letter = found.letter.map(|day| format!(", giấy giới thiệu {}", numbers::day(day)));
            found.day.map(|day| format!("từ {}{from}{}", numbers::day(day), letter.unwrap_or_default()))
        }
        Attached::Note(note) => note.text.clone(),
        Attached::Paper => None,
    }
}

/// Status of a verification letter.
fn letter(regulation: &Regulation, inquiry: &Inquiry) -> String {
    let mut parts: Vec<String> = inquiry.subject.map(|subject| subject.name().to_owned()).into_iter().collect();
    parts.extend(inquiry.sent.map(|sent| format!("gửi {}", numbers::day(sent))));
    match inquiry.answered {
        Some(answered) => parts.push(format!("trả lời {}", numbers::day(answered))),
        None => {
            let due = verification::inquiry_due(regulation, inquiry.sent, inquiry.due, inquiry.reminded);
            parts.extend(due.map(|due| format!("hạn {}", findings::limit(due))));
            parts.extend(inquiry.reminded.map(|day| format!("đã nhắc {}", numbers::day(day))));
        }
    }
    joined(&parts, " · ")
}

/// Kind of a deadline.
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

/// A deadline in a line: kind, last day, how it is counted.
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

/// The day from which party age counts: that of the decision (Party Charter).
pub fn party_age(decision: crate::domain::value::day::Day) -> String {
    format!("Tuổi đảng tính từ ngày quyết định kết nạp, {}", numbers::day(decision))
}
