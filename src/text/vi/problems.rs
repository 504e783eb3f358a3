//! Why a typed text is not a value of its field.

use super::numbers;
use crate::domain::schema::entry::Problem;
use crate::domain::value::bound::BoundProblem;
use crate::domain::value::day::{DayProblem, YEARS};
use crate::domain::value::phone::PhoneProblem;

pub(super) fn unreadable(problem: Problem) -> String {
    match problem {
        Problem::Day(DayProblem::Impossible) => "Không có ngày này trong lịch".to_owned(),
        Problem::Day(DayProblem::YearOutOfRange(year)) => {
            format!("Năm {year} không thể đúng. Chỉ nhận từ năm {} đến {}", YEARS.start(), YEARS.end())
        }
        Problem::Day(DayProblem::YearTooShort) => "Ghi đủ bốn chữ số của năm, ví dụ 2026".to_owned(),
        Problem::Day(DayProblem::DayMissing) => "Thiếu ngày: ghi đủ ngày/tháng/năm".to_owned(),
        Problem::Day(DayProblem::MonthMissing) => "Thiếu tháng: ghi tháng/năm, ví dụ 6/2022".to_owned(),
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
        Problem::NotADecimal => "Chỉ ghi số, tối đa bốn chữ số sau dấu phẩy, ví dụ 0,5".to_owned(),
        Problem::NotACount => "Chỉ ghi số, ví dụ 12".to_owned(),
        Problem::CountTooLarge { most } => format!("Số quá lớn, nhiều nhất là {}", numbers::count(most.into())),
        Problem::SeveralCells { cells } => {
            format!("Có {cells} ô của bảng tính trong một mục. Chỉ giữ lại phần của mục này")
        }
        Problem::Phone(PhoneProblem::Shape { digits }) => {
            format!("Không phải số điện thoại Việt Nam: cần 10 chữ số, bắt đầu bằng 0; ở đây có {digits}")
        }
        Problem::Phone(PhoneProblem::Before2018 { now }) => format!("Đầu số cũ, từ 2018 đã đổi thành 0{now}"),
        Problem::UnknownChoice => "Không khớp tên nào trong danh sách. Gõ tiếp, hoặc chọn lại".to_owned(),
        Problem::NotAReference => "Không rõ mục được chọn. Chọn lại".to_owned(),
        Problem::OrganizationCodeShape { digits } => {
            format!("Mã tổ chức có 14 chữ số, như 38.168.053.000.001; ở đây có {digits}")
        }
        Problem::CitizenIdShape { other_characters: true, .. } => "Số căn cước chỉ gồm chữ số".to_owned(),
        Problem::CitizenIdShape { digits: 9, .. } => {
            "Đây là số chứng minh nhân dân 9 số kiểu cũ. Số căn cước có 12 chữ số".to_owned()
        }
        Problem::CitizenIdShape { digits, .. } => format!("Số căn cước có 12 chữ số, ở đây có {digits}"),
    }
}
