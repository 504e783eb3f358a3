//! Forecasts, and targets side by side.

use super::numbers;
use crate::domain::calculator::forecast::{Estimate, Person, Range};
use crate::domain::calculator::outlook::{Chance, Outlook};
use crate::domain::ledger::records::Target;
use crate::domain::value::day::Day;

/// Heading.
pub const FORECAST: &str = "Dự báo đến hết kỳ";
/// Explanation of the forecast.
pub const ABOUT: &str = "Đây là ước tính, không phải kết quả: dựa vào các bước đã ghi, giới hạn của quy định và số ngày thường mất cho từng bước.";
/// Heading of the people behind it.
pub const PEOPLE: &str = "Dựa vào những ai";
/// Label of the collapsed people.
pub const ALL_PEOPLE: &str = "Xem những người còn lại";
/// Link to the table of durations.
pub const DURATIONS: &str = "Sửa số ngày của từng bước";
/// Explanation of the default durations.
pub const ASSUMED: &str = "Chưa nhập thì dùng số giả định dưới đây, không lấy từ văn bản nào. Ô để trống thì lấy theo cấp trên; cấp trên cũng để trống thì lấy số giả định.";
/// Heading of the durations in use.
pub const ASSUMED_TITLE: &str = "Số ngày đang dùng";
/// Heading of a column.
pub const STEP: &str = "Bước";
/// Heading of a column.
pub const USUAL: &str = "Thường (ngày)";
/// Heading of a column.
pub const LEAST: &str = "Nhanh nhất";
/// Heading of other issuers' targets for the same indicator.
pub const BESIDE: &str = "Chỉ tiêu cùng nội dung do nơi khác giao";
/// Heading of the target's earlier values.
pub const BEFORE: &str = "Mức giao trước khi điều chỉnh";
/// A target without a named issuer.
pub const FROM_ABOVE: &str = "Cấp trên trực tiếp giao";
/// Button that creates a successor of the target.
pub const ADJUST: &str = "Điều chỉnh từ hôm nay, giữ mức cũ";
/// Heading of the outlook of one candidate.
pub const WHEN_TITLE: &str = "Dự báo";
/// Label of the day of admission.
pub const WHEN: &str = "Ngày kết nạp";

/// The target was replaced: `Mức này đã được thay bằng 8 từ ngày 01/07/2026`.
pub fn replaced(by: &Target) -> String {
    let number = by.bound.map(numbers::bound).unwrap_or_default();
    let since = by.since.map(numbers::day).unwrap_or_default();
    format!("Mức này đã được thay bằng {number} từ ngày {since}")
}

/// A chance of being counted in time.
pub const fn chance(chance: Chance) -> &'static str {
    match chance {
        Chance::Sure => "Chắc chắn",
        Chance::Likely => "Có khả năng",
        Chance::Possible => "Chỉ khi thật nhanh",
        Chance::TooLate => "Không kịp kỳ này",
    }
}

/// The range as a line: `Dự báo cuối kỳ: từ 3 đến 6, nhiều khả năng là 5`.
pub fn range(found: &Range) -> String {
    format!("Dự báo cuối kỳ: {}", reckoned(found))
}

/// The range alone.
pub fn reckoned(found: &Range) -> String {
    if found.sure == found.possible {
        return numbers::count(found.possible);
    }
    format!(
        "từ {} đến {}, nhiều khả năng là {}",
        numbers::count(found.sure),
        numbers::count(found.possible),
        numbers::count(found.likely)
    )
}

/// What each number of the range counts.
pub fn numbers_told(found: &Range) -> [(&'static str, String); 3] {
    let number = |number: u64| numbers::count(number);
    [
        ("Chắc chắn: đã tính, đã định ngày, hoặc đã có quyết định và còn hạn tổ chức lễ", number(found.sure)),
        ("Có khả năng: thêm những người kịp nếu các bước mất số ngày như thường", number(found.likely)),
        ("Nhiều nhất: thêm những người chỉ kịp nếu bước nào cũng nhanh nhất", number(found.possible)),
    ]
}

/// Number of further candidates needed; `None` if no more are needed.
pub fn more(found: &Estimate) -> Option<String> {
    let words = match found.more? {
        _ if !found.recorded => return None,
        (0, 0) => "Số người đang theo dõi đủ để đạt chỉ tiêu, nếu các bước mất số ngày như thường".to_owned(),
        (0, most) => {
            format!(
                "Nếu bước nào cũng nhanh nhất thì đủ; nếu mất số ngày như thường thì cần tìm thêm {} người",
                numbers::count(most)
            )
        }
        (least, most) if least == most => format!("Cần tìm thêm {} người", numbers::count(least)),
        (least, most) => {
            format!("Cần tìm thêm từ {} đến {} người", numbers::count(least), numbers::count(most))
        }
    };
    Some(words)
}

/// Nobody is recorded for a forecast.
pub const NOBODY: &str = "Trong sổ chưa ghi ai đang theo dõi ở nơi này, nên chưa dự báo được";

/// Latest day for a new candidate to begin, as of a day.
pub fn begin_by(found: &Estimate, on: Day) -> Option<String> {
    let (least, usual) = found.begin_by?;
    let on_day = numbers::day(on);
    Some(if least < on {
        format!("Người mới bắt đầu từ ngày {on_day} không còn kịp trong kỳ này")
    } else if usual < on {
        format!(
            "Người mới bắt đầu từ ngày {on_day} chỉ kịp nếu bước nào cũng nhanh nhất, và chậm nhất phải bắt đầu ngày {}",
            numbers::day(least)
        )
    } else {
        format!(
            "Người mới nên bắt đầu học lớp bồi dưỡng trước ngày {}; chậm nhất là ngày {} nếu bước nào cũng nhanh nhất",
            numbers::day(usual),
            numbers::day(least)
        )
    })
}

/// When one person may count.
pub fn person(person: &Person) -> String {
    outlook(&person.outlook)
}

/// The earliest and the likely day.
pub fn outlook(found: &Outlook) -> String {
    let earliest = numbers::day(found.earliest);
    match (found.sure, found.likely) {
        (Some(day), _) if day == found.earliest => format!("ngày {earliest}"),
        (Some(day), Some(likely)) if likely <= day => {
            format!("thường là {}, hạn tổ chức lễ {}", numbers::day(likely), numbers::day(day))
        }
        (Some(day), _) => format!("hạn tổ chức lễ {}", numbers::day(day)),
        (None, Some(likely)) if likely == found.earliest => format!("khoảng {earliest}"),
        (None, Some(likely)) => format!("sớm nhất {earliest}, thường là {}", numbers::day(likely)),
        (None, None) if found.barred => {
            format!("sớm nhất {earliest}, và phải có ý kiến riêng của cấp trên về tuổi")
        }
        (None, None) => format!("sớm nhất {earliest}"),
    }
}
