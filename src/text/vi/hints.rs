//! Help under a field: what to write and how, and what the program understood.

use super::numbers;
use crate::domain::entry::Value;
use crate::domain::field::{Field, Kind};

/// A text that is no day, where a day is asked for.
pub const WRONG_DAY: &str = "Không đọc được ngày. Ghi ngày/tháng/năm, ví dụ 3/2/2026";

/// What to write into a field; `None` where the label says it all.
pub fn hint(field: Field) -> Option<&'static str> {
    Some(match field {
        Field::Name => "Viết như trong giấy khai sinh",
        Field::CitizenId => "12 chữ số",
        Field::Residence => "Thôn (bản), xã (phường), tỉnh",
        Field::TargetBound => "Ví dụ: 100 · 30 trở lên · 6-8 · 7% đầu kỳ · 7% hiện có",
        Field::TargetIssuer => "Để trống nếu do cấp trên trực tiếp giao",
        Field::TargetDocument => "Ví dụ: 27-KH/TU",
        Field::OfficialMembers => "Tổng số đảng viên chính thức của chi bộ, không kể dự bị",
        Field::Excused => "Được chuyển sinh hoạt tạm thời đi nơi khác, hoặc được miễn và không dự họp",
        Field::OrganizationCountingDay => {
            "Để trống thì theo cấp trên; nếu cấp trên cũng để trống thì tính theo ngày lễ"
        }
        Field::TotalCount => "Chỉ ghi số đã hoàn thành, không ghi người đang làm hồ sơ",
        Field::HeadcountMembers => "Cả chính thức và dự bị",
        _ => return None,
    })
}

/// What stands in an empty box: the order in which a day is written.
pub fn placeholder(field: Field) -> Option<&'static str> {
    matches!(field.spec().kind, Kind::Day { .. }).then_some("ngày/tháng/năm")
}

/// A stored text as it stands in its box: days as people write them, everything else as it is.
pub fn in_box(field: Field, stored: &str) -> String {
    match field.spec().kind {
        Kind::Day { .. } => crate::domain::day::Day::from_iso(stored).map_or_else(|| stored.to_owned(), numbers::day),
        _ => stored.to_owned(),
    }
}

/// What the program understood, where that is not what was typed.
pub fn understood(value: &Value, typed: &str) -> Option<String> {
    match value {
        Value::Bound(bound) => {
            Some(numbers::bound(*bound)).filter(|read| read != typed).map(|read| format!("Hiểu là: {read}"))
        }
        _ => None,
    }
}
