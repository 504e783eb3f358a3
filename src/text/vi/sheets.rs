//! Words of the sheets that are printed. Party forms are given by structure and title; wording that
//! could not be sourced stays blank for the office to fill.

use super::numbers;
use crate::domain::admission::vote::Share;
use crate::domain::regulation::Form;
use crate::domain::schema::field::Field;
use crate::domain::value::day::Day;
use crate::domain::value::letters::{fold, joined, split};
use crate::domain::value::ratio::Ratio;

/// Button that prints.
pub const PRINT: &str = "In";
/// Told on the screen beside the application.
pub const BY_HAND: &str = "Người xin vào Đảng phải tự viết tay toàn bộ đơn. Tờ này chỉ là mẫu để chép theo.";
/// Over every sheet at the right.
pub const PARTY: &str = "ĐẢNG CỘNG SẢN VIỆT NAM";
/// Under names of organizations at the left.
pub const STAR: &str = "*";
/// Blank number of a resolution.
pub const NUMBER: &str = "Số ………-NQ/CB";
/// A blank within a line.
pub const BLANK: &str = "…………………………";
/// To whom the application and the introduction go.
pub const TO: &str = "Kính gửi:";
/// Where the photograph goes.
pub const PHOTO: &str = "Ảnh 3 × 4";
/// Number of the file, for the office.
pub const FILE_NUMBER: &str = "Số hồ sơ";
/// Who writes.
pub const I_AM: &str = "Tôi là";
/// Over the lines for reasons.
pub const REASONS: &str = "Lý do xin vào Đảng";
/// Birth name of the older form, which asks for two names.
pub const BIRTH_NAME: &str = "Họ và tên khai sinh";
/// Its first name.
pub const NAME: &str = "Họ và tên";
/// The cell that a person belongs to.
pub const CELL_OF: &str = "Đang sinh hoạt tại";
/// Whom the member introduces.
pub const WHOM: &str = "Giới thiệu người xin vào Đảng";
/// Since when they work, study or live in the same place.
pub const TOGETHER: &str = "Cùng công tác, học tập hoặc cư trú từ";
/// Over the lines of the member who introduces.
pub const REMARKS: &str = "Nhận xét, ý kiến của người giới thiệu";
/// Printed on the application: it is written by hand.
pub const TO_COPY: &str = "Bản mẫu để chép tay";
/// Who led the meeting and who wrote, who was absent and why.
pub const MEETING_LINES: [&str; 3] = ["Chủ trì", "Thư ký", "Vắng mặt, lý do"];
/// What the cell proposes.
pub const PROPOSES: &str = "Chi bộ đề nghị";
/// Who gets the resolution.
pub const RECEIVERS: &str = "Nơi nhận";
/// Which numbers of forms stand in the list.
pub const CODES_OF: &str =
    "Số mẫu theo HD 12-HD/BTCTW (2022), chưa đọc được bản sau. Nơi khác có thể đánh số khác: lấy tên giấy làm chính.";
/// Over the lines of the cell.
pub const CELL_REMARKS: &str = "Nhận xét của chi bộ";
/// Over the figures of the vote.
pub const VOTE: &str = "Kết quả biểu quyết";
/// Day of the meeting.
pub const MEETING: &str = "Ngày họp";
/// Who is considered.
pub const CONSIDERED: &str = "Người được xét kết nạp";
/// Official members.
pub const MEMBERS: &str = "Tổng số đảng viên chính thức";
/// Of them transferred out for a time, or excused and absent: what is taken off since July 2025.
pub const EXCUSED: &str = "Trong đó chuyển sinh hoạt tạm thời, được miễn không dự họp";
/// What the share is taken of.
pub const BASE: &str = "Số đảng viên chính thức được tính";
/// Those who came.
pub const PRESENT: &str = "Số đảng viên chính thức có mặt";
/// Votes for.
pub const VOTES_FOR: &str = "Số tán thành";
/// Votes against.
pub const VOTES_AGAINST: &str = "Số không tán thành";
/// Percent of the base.
pub const PERCENT: &str = "Tỉ lệ tán thành trên số được tính";
/// What that comes to.
pub const OUTCOME: &str = "Kết luận";
/// Signs an application.
pub const SIGNS_APPLICATION: &str = "NGƯỜI LÀM ĐƠN";
/// Signs a résumé.
pub const SIGNS_RESUME: &str = "NGƯỜI KHAI";
/// Signs an introduction.
pub const SIGNS_INTRODUCTION: &str = "NGƯỜI GIỚI THIỆU";
/// Signs for the committee where was verified.
pub const SIGNS_VERIFIER: &str = "T/M CẤP ỦY NƠI THẨM TRA";
/// Signs for the cell.
pub const SIGNS_CELL: &str = "T/M CHI BỘ";
/// Signs for the base committee.
pub const SIGNS_BASE: &str = "T/M CẤP ỦY CƠ SỞ";
/// In which office the cell's secretary signs.
pub const SECRETARY: &str = "BÍ THƯ";
/// Signs the list.
pub const SIGNS_LIST: &str = "NGƯỜI LẬP DANH MỤC";
/// Under the office of who signs.
pub const BY_NAME: &str = "(ký, ghi rõ họ tên)";
/// The same with a seal.
pub const BY_SEAL: &str = "(ký, ghi rõ họ tên, đóng dấu nếu có)";
/// Columns of the list: step, day noted, paper, who signs, whether it is there, note.
pub const COLUMNS: [&str; 6] = ["Bước", "Ngày", "Giấy tờ", "Ai ký", "Có", "Ghi chú"];
/// A step that is done on a day that is not known.
pub const DONE: &str = "xong";

/// Lines of the application: the label, and the fields that it names.
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

/// Lines about the person whom others write about.
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

/// What the résumé calls an item, where the box on the screen says it otherwise.
pub const fn label(field: Field) -> &'static str {
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

/// Number of a form, small in its corner; `None` where it has none.
pub fn code(form: &Form) -> Option<String> {
    (!form.code.is_empty()).then(|| format!("Mẫu {}", form.code))
}

/// Number of a form behind its title.
pub fn coded(form: &Form) -> String {
    format!("({})", form.code)
}

/// A day at the end or the head of a sheet; blank where it is not known. Days below ten, January
/// and February have two figures, so that nobody can add one.
pub fn dated(day: Option<Day>) -> String {
    let Some(day) = day else { return "………, ngày …… tháng …… năm ………".to_owned() };
    let month = u32::from(day.month());
    let month = if month < 3 { format!("0{month}") } else { month.to_string() };
    format!("………, ngày {:02} tháng {month} năm {}", u32::from(day.day()), day.year())
}

/// A name without the kind of organization in front of it, however that is written.
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

/// The organization above the cell, at the head of a sheet.
pub fn above(name: Option<&str>) -> String {
    named("Đảng bộ", name, COMMITTEE)
}

/// The cell. What is no cell keeps its own name.
pub fn cell(name: Option<&str>) -> String {
    match name.filter(|name| without(name, COMMITTEE).is_some()) {
        Some(name) => name.to_owned(),
        None => named("Chi bộ", name, CELL),
    }
}

/// To the cell's committee.
pub fn to_cell(name: Option<&str>) -> String {
    match name.filter(|name| without(name, COMMITTEE).is_some()) {
        Some(name) => to_above(Some(name)),
        None => named("Chi ủy", name, CELL),
    }
}

/// To the committee above.
pub fn to_above(name: Option<&str>) -> String {
    named("Đảng ủy", name, COMMITTEE)
}

/// Votes as a part of those counted.
pub fn percent(votes: u32, base: u32) -> Option<String> {
    Ratio::new(votes.into(), base.into()).map(numbers::percent)
}

/// Whether the votes are enough.
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
