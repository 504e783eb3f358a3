//! Printed sheets. Party forms are reproduced by structure and title; wording without a source
//! stays blank for the office to fill in.

use super::numbers;
use crate::domain::admission::vote::Share;
use crate::domain::regulation::Form;
use crate::domain::schema::field::Field;
use crate::domain::value::day::Day;
use crate::domain::value::letters::{fold, joined, split};
use crate::domain::value::ratio::Ratio;

/// Button that prints.
pub const PRINT: &str = "In";
/// Note on the screen: the application is written by hand.
pub const BY_HAND: &str = "Người xin vào Đảng phải tự viết tay toàn bộ đơn. Tờ này chỉ là mẫu để chép theo.";
/// Header on the right.
pub const PARTY: &str = "ĐẢNG CỘNG SẢN VIỆT NAM";
/// Below organization names in the header.
pub const STAR: &str = "*";
/// Blank number of a resolution.
pub const NUMBER: &str = "Số ………-NQ/CB";
/// A blank within a line.
pub const BLANK: &str = "…………………………";
/// Salutation.
pub const TO: &str = "Kính gửi:";
/// Place of the photograph.
pub const PHOTO: &str = "Ảnh 3 × 4";
/// File number, for the office.
pub const FILE_NUMBER: &str = "Số hồ sơ";
/// Begins the line with the author's name.
pub const I_AM: &str = "Tôi là";
/// Label of the lines for reasons.
pub const REASONS: &str = "Lý do xin vào Đảng";
/// Label of the birth name in the older form, which asks for two names.
pub const BIRTH_NAME: &str = "Họ và tên khai sinh";
/// Label of the name in use in the older form.
pub const NAME: &str = "Họ và tên";
/// Label of a person's cell.
pub const CELL_OF: &str = "Đang sinh hoạt tại";
/// Label of the introduced person.
pub const WHOM: &str = "Giới thiệu người xin vào Đảng";
/// Label of the day since when they have worked, studied or lived together.
pub const TOGETHER: &str = "Cùng công tác, học tập hoặc cư trú từ";
/// Label of the introducer's remarks.
pub const REMARKS: &str = "Nhận xét, ý kiến của người giới thiệu";
/// Printed on the application: it is a template.
pub const TO_COPY: &str = "Bản mẫu để chép tay";
/// Labels of chair, secretary, and absent members.
pub const MEETING_LINES: [&str; 3] = ["Chủ trì", "Thư ký", "Vắng mặt, lý do"];
/// Label of the cell's proposal.
pub const PROPOSES: &str = "Chi bộ đề nghị";
/// Label of the recipients of the resolution.
pub const RECEIVERS: &str = "Nơi nhận";
/// Which form numbers the checklist has.
pub const CODES_OF: &str =
    "Số mẫu theo HD 12-HD/BTCTW (2022), chưa đọc được bản sau. Nơi khác có thể đánh số khác: lấy tên giấy làm chính.";
/// Label of the cell's remarks.
pub const CELL_REMARKS: &str = "Nhận xét của chi bộ";
/// Heading of the vote.
pub const VOTE: &str = "Kết quả biểu quyết";
/// Label of the meeting's day.
pub const MEETING: &str = "Ngày họp";
/// Label of the candidate.
pub const CONSIDERED: &str = "Người được xét kết nạp";
/// Label of the number of official members.
pub const MEMBERS: &str = "Tổng số đảng viên chính thức";
/// Label of those temporarily transferred out, or excused and absent: deducted since July 2025.
pub const EXCUSED: &str = "Trong đó chuyển sinh hoạt tạm thời, được miễn sinh hoạt mà không dự họp";
/// Label of the vote base.
pub const BASE: &str = "Số đảng viên chính thức được tính";
/// Label of those present.
pub const PRESENT: &str = "Số đảng viên chính thức có mặt";
/// Label of votes for.
pub const VOTES_FOR: &str = "Số tán thành";
/// Label of votes against.
pub const VOTES_AGAINST: &str = "Số không tán thành";
/// Label of the percentage of the base.
pub const PERCENT: &str = "Tỉ lệ tán thành trên số được tính";
/// Label of the outcome.
pub const OUTCOME: &str = "Kết luận";
/// Signatory of the application.
pub const SIGNS_APPLICATION: &str = "NGƯỜI LÀM ĐƠN";
/// Signatory of the résumé.
pub const SIGNS_RESUME: &str = "NGƯỜI KHAI";
/// Signatory of an introduction.
pub const SIGNS_INTRODUCTION: &str = "NGƯỜI GIỚI THIỆU";
/// Signatory for the committee at the place of verification.
pub const SIGNS_VERIFIER: &str = "T/M CẤP ỦY NƠI THẨM TRA";
/// Signatory for the cell.
pub const SIGNS_CELL: &str = "T/M CHI BỘ";
/// Signatory for the base committee.
pub const SIGNS_BASE: &str = "T/M CẤP ỦY CƠ SỞ";
/// Office of the cell's secretary.
pub const SECRETARY: &str = "BÍ THƯ";
/// Signatory of the checklist.
pub const SIGNS_LIST: &str = "NGƯỜI LẬP DANH MỤC";
/// Below the signatory's office.
pub const BY_NAME: &str = "(ký, ghi rõ họ tên)";
/// The same with a seal.
pub const BY_SEAL: &str = "(ký, ghi rõ họ tên, đóng dấu nếu có)";
/// Column headings of the checklist: step, recorded day, paper, signatory, present, remark.
pub const COLUMNS: [&str; 6] = ["Bước", "Ngày", "Giấy tờ", "Ai ký", "Có", "Ghi chú"];
/// A step done on an unknown day.
pub const DONE: &str = "xong";

/// Lines of the application: labels with fields.
pub const APPLICATION: &[(&str, &[Field])] = &[
    ("Sinh ngày", &[Field::Birth]),
    ("Nơi đăng ký khai sinh", &[Field::BirthPlace, Field::BirthProvince]),
    ("Quê quán", &[Field::HomePlace, Field::HomeProvince]),
    ("Dân tộc", &[Field::EthnicGroup]),
    ("Tôn giáo", &[Field::Religion]),
    ("Trình độ học vấn", &[Field::Education]),
    ("Trình độ chuyên môn", &[Field::Qualification, Field::FieldOfStudy]),
    ("Nghề nghiệp", &[Field::Occupation, Field::Work]),
    ("Nơi cư trú", &[Field::Residence, Field::ResidenceProvince]),
    ("Nơi tạm trú", &[Field::TemporaryResidence]),
    ("Ngày và nơi vào Đoàn", &[Field::YouthUnion, Field::YouthUnionPlace]),
];

/// Lines about the candidate on other people's sheets.
pub const PERSON: &[(&str, &[Field])] = &[
    ("Sinh ngày", &[Field::Birth]),
    ("Quê quán", &[Field::HomePlace, Field::HomeProvince]),
    ("Nghề nghiệp", &[Field::Occupation, Field::Work]),
    ("Nơi cư trú", &[Field::Residence, Field::ResidenceProvince]),
];

/// Lines of the résumé's cover.
pub const COVER: &[(&str, &[Field])] = &[
    ("Họ và tên khai sinh", &[Field::Name]),
    ("Tên gọi khác", &[Field::OtherName]),
    ("Sinh ngày", &[Field::Birth]),
    ("Quê quán", &[Field::HomePlace, Field::HomeProvince]),
];

/// Label of an item in the résumé form, if it differs from the screen.
pub fn label(field: Field) -> &'static str {
    match field {
        Field::Name => BIRTH_NAME,
        Field::Birth => "Sinh ngày",
        Field::BirthPlace => "Nơi đăng ký khai sinh",
        Field::HomePlace => "Quê quán",
        Field::Residence => "Nơi cư trú",
        Field::Occupation => "Nghề nghiệp hiện nay",
        Field::Work => "Công việc cụ thể",
        Field::Pledged => "Cam đoan, ký tên",
        Field::VerifierRemark => "Nhận xét của cấp ủy nơi thẩm tra",
        Field::CellRemark => "Nhận xét của chi ủy, chi bộ",
        Field::Certification => "Chứng nhận của cấp ủy cơ sở",
        field => field.label(),
    }
}

/// Number of a form for the corner of a sheet; `None` if it has none.
pub fn code(form: &Form) -> Option<String> {
    (!form.code.is_empty()).then(|| format!("Mẫu {}", form.code))
}

/// Number of a form after its title.
pub fn coded(form: &Form) -> String {
    format!("({})", form.code)
}

/// A date line; blank if unknown. Days below 10, January and February are zero-padded, so that
/// nobody can add a digit.
pub fn dated(day: Option<Day>) -> String {
    let Some(day) = day else { return "………, ngày …… tháng …… năm ………".to_owned() };
    let month = u32::from(day.month());
    let month = if month < 3 { format!("0{month}") } else { month.to_string() };
    format!("………, ngày {:02} tháng {month} năm {}", u32::from(day.day()), day.year())
}

/// A name without its leading kind of organization, in any spelling.
fn without<'a>(name: &'a str, kinds: &[&str]) -> Option<String> {
    let words: Vec<&'a str> = split(name.trim(), &|sign| sign == ' ');
    let (kind, rest) = words.split_at_checked(2)?;
    let kind = joined(&kind.iter().map(|word| fold(word)).collect::<Vec<_>>(), " ");
    let rest: Vec<String> = rest.iter().map(|word| (*word).to_owned()).collect();
    kinds.contains(&kind.as_str()).then(|| joined(&rest, " "))
}

fn named(kind: &str, name: Option<&str>, kinds: &[&str]) -> String {
    let Some(name) = name else { return format!("{kind} {BLANK}") };
    format!("{kind} {}", without(name, kinds).unwrap_or_else(|| name.to_owned()))
}

const COMMITTEE: &[&str] = &["dang uy", "dang bo"];
const CELL: &[&str] = &["chi bo", "chi uy"];

/// The organization above the cell, in the header.
pub fn above(name: Option<&str>) -> String {
    named("Đảng bộ", name, COMMITTEE)
}

/// The cell in the header; another kind of organization keeps its name.
pub fn cell(name: Option<&str>) -> String {
    match name.filter(|name| without(name, COMMITTEE).is_some()) {
        Some(name) => name.to_owned(),
        None => named("Chi bộ", name, CELL),
    }
}

/// Addressed to the cell's committee.
pub fn to_cell(name: Option<&str>) -> String {
    match name.filter(|name| without(name, COMMITTEE).is_some()) {
        Some(name) => to_above(Some(name)),
        None => named("Chi ủy", name, CELL),
    }
}

/// Addressed to the committee above.
pub fn to_above(name: Option<&str>) -> String {
    named("Đảng ủy", name, COMMITTEE)
}

/// Votes as a percentage of the base.
pub fn percent(votes: u32, base: u32) -> Option<String> {
    Ratio::new(votes.into(), base.into()).map(numbers::percent)
}

/// Whether the votes are sufficient.
pub fn outcome(share: Share, is_enough: bool) -> String {
    let Share { for_parts, all_parts, .. } = share;
    let parts = format!("{for_parts}/{all_parts} số đảng viên chính thức được tính");
    if is_enough { format!("đạt từ {parts} trở lên") } else { format!("không đạt {parts}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organizations_are_named_once_however_they_are_entered() {
        for (entered, above_all, to) in [
            (Some("Đảng ủy xã Đông Quan"), "Đảng bộ xã Đông Quan", "Đảng ủy xã Đông Quan"),
            (Some("đảng uỷ xã Đông Quan"), "Đảng bộ xã Đông Quan", "Đảng ủy xã Đông Quan"),
            (Some("Đảng bộ xã Đông Quan"), "Đảng bộ xã Đông Quan", "Đảng ủy xã Đông Quan"),
            (Some("Xã"), "Đảng bộ Xã", "Đảng ủy Xã"),
            (None, "Đảng bộ …………………………", "Đảng ủy …………………………"),
        ] {
            assert_eq!((above(entered).as_str(), to_above(entered).as_str()), (above_all, to), "{entered:?}");
        }
        for (entered, own, to) in [
            (Some("Chi bộ bản Lả"), "Chi bộ bản Lả", "Chi ủy bản Lả"),
            (Some("Bản Lả"), "Chi bộ Bản Lả", "Chi ủy Bản Lả"),
            (Some("Đảng bộ xã Đông Quan"), "Đảng bộ xã Đông Quan", "Đảng ủy xã Đông Quan"),
        ] {
            assert_eq!((cell(entered).as_str(), to_cell(entered).as_str()), (own, to), "{entered:?}");
        }
    }

    #[test]
    fn days_are_written_so_that_no_figure_can_be_added() {
        let written = |year, month, day| dated(Day::new(year, month, day));
        assert_eq!(written(2026, 2, 5), "………, ngày 05 tháng 02 năm 2026");
        assert_eq!(written(2026, 3, 15), "………, ngày 15 tháng 3 năm 2026");
        assert_eq!(dated(None), "………, ngày …… tháng …… năm ………");
    }
}
