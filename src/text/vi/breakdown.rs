//! Breakdowns of those admitted.

use super::numbers;
use super::standing;
use crate::domain::calculator::breakdown::{Admitted, Breakdown, Dimension, Part};
use crate::domain::value::ratio::Ratio;

/// Heading.
pub const BREAKDOWN: &str = "Cơ cấu người được kết nạp";
/// What the parts sum to.
pub const ABOUT: &str = "Các phần cộng lại bằng tổng số đã kết nạp; phần chưa ghi để riêng.";
/// Names of the people in a part.
pub const WHO: &str = "Những ai";

/// A dimension.
pub const fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Sex => "Giới tính",
        Dimension::EthnicGroup => "Dân tộc",
        Dimension::Religion => "Tôn giáo",
        Dimension::YouthUnion => "Đoàn viên",
        Dimension::Occupation => "Nghề nghiệp",
        Dimension::Age => "Tuổi khi kết nạp",
        Dimension::Education => "Giáo dục phổ thông",
        Dimension::Qualification => "Trình độ chuyên môn",
        Dimension::CellKind => "Loại chi bộ",
    }
}

/// A part.
pub fn part(part: Part) -> String {
    match part {
        Part::Choice(choice) => choice.name.to_owned(),
        Part::Band(least, i32::MAX) => format!("từ {least} tuổi"),
        Part::Band(least, most) => format!("{least}–{most} tuổi"),
        Part::InYouthUnion => "Là đoàn viên".to_owned(),
        Part::Younger => "dưới 18 tuổi".to_owned(),
        Part::Unknown => "Chưa ghi".to_owned(),
    }
}

/// A part with its share of the total.
pub fn figure(number: u64, total: u64) -> String {
    match (u32::try_from(number), u32::try_from(total)) {
        (Ok(number), Ok(total)) => standing::part(number, total),
        _ => numbers::count(number),
    }
}

/// Note that the rounded shares do not add up to 100 %, if so.
pub fn rounding(by: &Breakdown, total: u64) -> Option<String> {
    let sum = by.rounded_sum(total);
    let sum = Ratio::new(sum, 1000).filter(|_| sum != 1000)?;
    Some(format!("Các tỉ lệ đã làm tròn cộng lại được {}, lệch do làm tròn từng phần", numbers::percent(sum)))
}

/// Mean age.
pub fn mean_age(mean: Ratio, of: u64, admitted: &Admitted) -> String {
    let of = if of == admitted.total {
        String::new()
    } else {
        format!(" (của {} người có ngày sinh)", numbers::count(of))
    };
    format!("Tuổi bình quân: {}{of}", numbers::decimal(mean))
}
