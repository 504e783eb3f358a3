//! Emulation points.

use super::numbers;
use crate::domain::admission::planning::Points;
use crate::domain::calculator::emulation::Score;
use crate::domain::value::letters::joined;
use crate::domain::value::ratio::Ratio;

/// Heading.
pub const EMULATION: &str = "Điểm thi đua về kết nạp";
/// How points are computed.
pub const ABOUT: &str =
    "Tính theo bảng điểm của cấp ủy; tỉ lệ lấy theo số đã làm tròn một chữ số, để ai cũng tính lại được.";
/// Name of the table of points.
pub const TABLE: &str = "Bảng điểm thi đua";
/// No table of points.
pub const NO_TABLE: &str = "Chưa có bảng điểm. Mỗi nơi quy định điểm riêng, nên chương trình không đặt sẵn.";

/// Points, with at most five decimals: `42,17`, `0,125`.
pub fn points(of: Ratio) -> String {
    let parts = of.rounded(100_000);
    let sign = if parts < 0 { "−" } else { "" };
    let (whole, rest) = (parts.unsigned_abs() / 100_000, parts.unsigned_abs() % 100_000);
    let whole = numbers::count(whole);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    format!("{sign}{whole},{}", format!("{rest:05}").trim_end_matches('0'))
}

/// Derivation of the points: `76,7% × 0,1 = 7,67; 69 người × 0,5 = 34,5; cộng 42,17`.
pub fn derivation(score: &Score, table: &Points) -> String {
    let mut parts = Vec::new();
    if let (Some(percent), Some(each), Some(points_of)) = (score.percent, table.per_percent, score.for_percent) {
        parts.push(format!("{}% × {} = {}", numbers::decimal(percent), points(each), points(points_of)));
    }
    if let (Some(each), Some(points_of)) = (table.per_admission, score.for_admissions) {
        parts.push(format!("{} người × {} = {}", numbers::count(score.admissions), points(each), points(points_of)));
    }
    if let Some(off) = score.off {
        parts.push(format!("không kết nạp được ai: trừ {} điểm", points(off)));
    }
    if score.running && table.without_any.is_some() && score.admissions == 0 {
        parts.push("tạm tính, chưa trừ vì chưa hết kỳ".to_owned());
    }
    if score.sum != score.points {
        parts.push(format!("cộng {}, lấy mức tối đa {}", points(score.sum), points(score.points)));
    } else if parts.len() > 1 {
        parts.push(format!("cộng {}", points(score.sum)));
    }
    if parts.is_empty() { "chưa có gì để tính".to_owned() } else { joined(&parts, "; ") }
}
