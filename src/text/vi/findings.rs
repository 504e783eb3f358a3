//! What a finding says: what is wrong, and what to do about it where that is not plain.

use super::{numbers, words};
use crate::domain::bound::BoundProblem;
use crate::domain::check::{Finding, Rule, Severity};
use crate::domain::choice::Sex;
use crate::domain::day::{DayProblem, YEARS};
use crate::domain::entry::Problem;
use crate::domain::field::Field;

/// The sentence of a finding.
pub fn message(finding: &Finding) -> String {
    match &finding.rule {
        Rule::Missing => "Chưa điền".to_owned(),
        Rule::Unreadable(problem) => unreadable(*problem),
        Rule::InFuture => "Ngày này còn ở phía trước. Xem lại năm".to_owned(),
        Rule::OutOfOrder { before, after } => {
            format!("“{}” phải trước hoặc cùng ngày với “{}”", column(*before), column(*after))
        }
        Rule::PeriodReversed => "Ngày cuối đứng trước ngày đầu".to_owned(),
        Rule::Gone => "Mục đã chọn không còn trong sổ. Chọn lại".to_owned(),
        Rule::Circle => "Tổ chức này đang trực thuộc chính nó qua các cấp. Chọn lại nơi trực thuộc".to_owned(),
        Rule::PartsDiffer { section, sum, total } => format!(
            "{}: cộng lại được {}, khác tổng số {}",
            words::section(*section).unwrap_or_default(),
            numbers::count(*sum),
            numbers::count((*total).into()),
        ),
        Rule::AgeUnder { on, years, first } => {
            let first = first.map(|first| format!(". Đủ tuổi từ {}", numbers::day(first))).unwrap_or_default();
            format!("Chưa đủ {years} tuổi vào ngày {}{first}", numbers::day(*on))
        }
        Rule::AgeOver { on, years } => format!(
            "Đã quá {years} tuổi (tính theo tháng) vào ngày {}. Phải do cấp ủy trực thuộc Trung ương xem xét",
            numbers::day(*on)
        ),
        Rule::AgeImplausible { years } => format!("Ngày sinh này cho ra {years} tuổi. Xem lại năm sinh"),
        Rule::CertificateExpired { last } => {
            format!("Giấy chứng nhận chỉ có giá trị đến {}. Phải học lại lớp bồi dưỡng", numbers::day(*last))
        }
        Rule::CitizenIdSex { by_number } => {
            format!(
                "Theo số căn cước thì giới tính là {}. Xem lại, trừ khi đã cải chính",
                match by_number {
                    Sex::Male => "nam",
                    Sex::Female => "nữ",
                }
            )
        }
        Rule::CitizenIdBirthYear { by_number } => {
            format!("Theo số căn cước thì năm sinh là {by_number}. Xem lại, trừ khi đã cải chính")
        }
        Rule::CitizenIdTwice { name, .. } => {
            format!("Trùng số căn cước với {}", name.as_deref().unwrap_or(words::NAMELESS))
        }
        Rule::TooFewMembers { least } => {
            format!("Chi bộ dưới {least} đảng viên chính thức không biểu quyết kết nạp được")
        }
        Rule::ExcusedBeyondMembers => "Số được trừ lớn hơn số đảng viên chính thức".to_owned(),
        Rule::VoteBeyondBase { base } => {
            format!("Số phiếu nhiều hơn số người được tính ({})", numbers::count((*base).into()))
        }
        Rule::VoteBelow { for_parts, all_parts, base, needed } => format!(
            "Chưa đủ {for_parts}/{all_parts}: tính trên {} đảng viên chính thức cần ít nhất {} phiếu",
            numbers::count((*base).into()),
            numbers::count(*needed)
        ),
    }
}

/// Where the finding comes from: `Căn cứ: 24-QĐ/TW (30/07/2021), 1.1`.
pub fn source(finding: &Finding) -> Option<String> {
    let found = finding.source?;
    Some(format!(
        "Căn cứ: {} ({}), {}",
        found.instrument.number,
        numbers::day(found.instrument.issued),
        found.cited.article
    ))
}

/// One word for how much a finding weighs.
pub const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Blocks => "Sai",
        Severity::Warns => "Lưu ý",
        Severity::Hints => "Gợi ý",
    }
}

/// A finding with the label of its first field, for lists away from the form.
pub fn with_label(finding: &Finding) -> String {
    let label = finding.fields.first().map_or("", |field| column(*field));
    format!("{label}: {}", message(finding))
}

const fn column(field: Field) -> &'static str {
    field.spec().column
}

fn unreadable(problem: Problem) -> String {
    match problem {
        Problem::Day(DayProblem::Impossible) => "Không có ngày này trong lịch".to_owned(),
        Problem::Day(DayProblem::YearOutOfRange(year)) => {
            format!("Năm {year} không thể đúng. Chỉ nhận từ năm {} đến {}", YEARS.start(), YEARS.end())
        }
        Problem::Day(DayProblem::YearTooShort) => "Ghi đủ bốn chữ số của năm, ví dụ 2026".to_owned(),
        Problem::Day(DayProblem::DayMissing) => "Thiếu ngày: ghi đủ ngày/tháng/năm".to_owned(),
        Problem::Day(DayProblem::Unreadable) => super::hints::WRONG_DAY.to_owned(),
        Problem::Bound(BoundProblem::Reversed) => "Số nhỏ ghi trước, số lớn ghi sau, ví dụ 6-8".to_owned(),
        Problem::Bound(BoundProblem::BaseMissing) => {
            "Phần trăm của lúc nào? Ghi thêm “đầu kỳ” hoặc “hiện có”".to_owned()
        }
        Problem::Bound(BoundProblem::TooLarge) => "Số quá lớn".to_owned(),
        Problem::Bound(BoundProblem::Unreadable) => {
            "Không đọc được mức giao. Ví dụ: 100 · 30 trở lên · 6-8 · 7% đầu kỳ".to_owned()
        }
        Problem::TooLong { characters, most } => format!(
            "Dài {} chữ, chỉ chứa được {}. Phần đã gõ vẫn giữ nguyên",
            numbers::count(characters as u64),
            numbers::count(most as u64)
        ),
        Problem::NotACount => "Chỉ ghi số, ví dụ 12".to_owned(),
        Problem::CountTooLarge { most } => format!("Số quá lớn, nhiều nhất là {}", numbers::count(most.into())),
        Problem::UnknownChoice => "Giá trị này không có trong danh sách. Chọn lại".to_owned(),
        Problem::NotAReference => "Không rõ mục được chọn. Chọn lại".to_owned(),
        Problem::CitizenIdShape { other_signs: true, .. } => "Số căn cước chỉ gồm chữ số".to_owned(),
        Problem::CitizenIdShape { digits: 9, .. } => {
            "Đây là số chứng minh nhân dân 9 số kiểu cũ. Số căn cước có 12 chữ số".to_owned()
        }
        Problem::CitizenIdShape { digits, .. } => format!("Số căn cước có 12 chữ số, ở đây mới có {digits}"),
    }
}
