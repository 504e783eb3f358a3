//! Words of the register of members and of assignments.

use super::numbers;
use crate::domain::calculator::movement::{Cause, Of};
use crate::domain::calculator::weak::Weak;
use crate::domain::ledger::members::{Count, RegisterEntry};
use crate::domain::schema::field::Field;
use crate::domain::value::day::{Day, Period};

/// Name of the register.
pub const MEMBERS: &str = "Sổ đảng viên";
/// What it is for and what is not in it.
pub const MEMBERS_ABOUT: &str = "Người được kết nạp có hồ sơ trong sổ này tự có tên ở đây. Đảng phí, biên bản, điểm danh không ghi ở đây: đã có Sổ tay đảng viên điện tử.";
/// Nobody yet.
pub const NO_MEMBERS: &str = "Chưa ghi đảng viên nào.";
/// Add one.
pub const ADD_MEMBER: &str = "Thêm đảng viên";
/// Those who count.
pub const COUNTED: &str = "Đang tính trong chi bộ";
/// Those who have gone.
pub const GONE: &str = "Không còn tính";
/// From a dossier in this book.
pub const FROM_DOSSIER: &str = "theo hồ sơ kết nạp";
/// Enter an admitted candidate in the register for good.
pub const ENTER: &str = "Ghi vào danh sách đảng viên";
/// Why.
pub const ENTER_ABOUT: &str = "Ghi trước khi xóa hồ sơ kết nạp, để tên vẫn còn trong sổ đảng viên.";
/// Badges of the coming rounds.
pub const BADGES: &str = "Huy hiệu Đảng sắp tới";
/// What party age counts from.
pub const BADGES_ABOUT: &str = "Tuổi đảng tính từ ngày quyết định kết nạp. Người kết nạp lại phải trừ thời gian ra khỏi Đảng: tự tính và kiểm tra.";
/// Party ages on the days of the rounds.
pub const AGES: &str = "Tuổi đảng vào các đợt trao huy hiệu";
/// On probation.
pub const PROBATION: &str = "Dự bị";
/// Count in one line, on a page about an organization.
pub const BY_REGISTER: &str = "Theo sổ đảng viên";

/// Where suggestions under a box come from.
pub const fn suggestion(field: Field) -> &'static str {
    match field {
        Field::AssignmentName => "Đã ghi trước đây",
        Field::Recognition => "Hết 12 tháng dự bị",
        _ => BY_REGISTER,
    }
}

/// The movement of members.
pub const MOVEMENT: &str = "Biến động đảng viên";
/// How it is worked out.
pub const MOVEMENT_ABOUT: &str = "Đầu kỳ + tăng − giảm = cuối kỳ. Đầu và cuối kỳ lấy theo số đảng viên đã nhập gần nhất, nếu không có thì theo sổ đảng viên đã ghi đủ.";
/// Heading of the column of lines.
pub const LINE: &str = "Nội dung";
/// A.
pub const BEGIN: &str = "A. Đầu kỳ";
/// B.
pub const UP: &str = "B. Tăng";
/// C.
pub const DOWN: &str = "C. Giảm";
/// D.
pub const END: &str = "D. Cuối kỳ";
/// What nothing in the book explains.
pub const UNEXPLAINED: &str = "Chưa rõ (D − A − B + C)";
/// Nobody entered who left.
pub const NOT_NOTED: &str = "chưa ghi";
/// Nothing known.
pub const UNKNOWN: &str = "chưa có số";
/// Cells and villages about to be left without enough members.
pub const WEAK: &str = "Nơi cần chú ý";

/// A stock of members and the day that it was counted on.
pub fn stock(day: Day, number: u64) -> String {
    format!("{} ({})", numbers::count(number), numbers::day(day))
}

/// A period at the head of a column: the year, or up to which day.
pub fn column(period: Period) -> String {
    if period.last() == period.last().year_end() {
        return format!("Năm {}", period.first().year());
    }
    format!("{} đến {}/{}", period.first().year(), period.last().day(), period.last().month())
}

/// Of whom a column tells.
pub const fn of(of: Of) -> &'static str {
    match of {
        Of::All => "Tất cả",
        Of::Official => "Chính thức",
        Of::Probation => "Dự bị",
    }
}

/// Why there are more or fewer.
pub const fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Admitted => "Kết nạp",
        Cause::MovedIn => "Chuyển đến",
        Cause::Restored => "Phục hồi đảng tịch",
        Cause::BecameOfficial | Cause::NoLongerOnProbation => "Công nhận chính thức",
        Cause::Died => "Từ trần",
        Cause::Expelled => "Khai trừ",
        Cause::Struck => "Xóa tên",
        Cause::Left => "Xin ra khỏi Đảng",
        Cause::MovedOut => "Chuyển đi",
    }
}

/// Why a cell or a village is listed.
pub fn weak(weak: Weak) -> String {
    match weak {
        Weak::TooFew(number) => format!("Còn {number} đảng viên: chi bộ phải có từ 3 đảng viên chính thức"),
        Weak::NearlyTooFew(number) => {
            format!("Trừ người miễn và chuyển tạm thời chỉ còn {number} đảng viên chính thức")
        }
        Weak::NoCell => "Chưa có chi bộ phụ trách".to_owned(),
        Weak::FewLeft(number) => {
            format!("Chi bộ phụ trách chỉ còn {number} đảng viên ở tại chỗ: dễ trở lại trắng đảng viên")
        }
        Weak::SharedCell => "Chưa có chi bộ riêng, sinh hoạt ghép".to_owned(),
        Weak::NoMember => "Chi bộ phụ trách không còn đảng viên".to_owned(),
    }
}

/// Name of the page of assignments.
pub const ASSIGNMENTS: &str = "Phân công cấp ủy viên";
/// What it is for.
pub const ASSIGNMENTS_ABOUT: &str = "Ai phụ trách chi bộ, thôn bản nào, từ khi nào, và những gì thuộc phần người ấy.";
/// Add one.
pub const ADD_ASSIGNMENT: &str = "Thêm phân công";
/// Nothing yet.
pub const NO_ASSIGNMENTS: &str = "Chưa phân công ai.";
/// Those that have ended.
pub const PAST_ASSIGNMENTS: &str = "Đã thôi phụ trách";
/// What nobody is in charge of.
pub const UNASSIGNED: &str = "Chưa có người phụ trách";

/// How many members there are: `23 đảng viên: 21 chính thức, 2 dự bị`.
pub fn count(count: Count) -> String {
    let number = |number: u32| numbers::count(number.into());
    let excused = match count.excused {
        0 => String::new(),
        some => format!(" (trong đó {} miễn hoặc chuyển tạm thời)", number(some)),
    };
    format!(
        "{} đảng viên: {} chính thức{excused}, {} dự bị",
        number(count.all()),
        number(count.official),
        number(count.probation)
    )
}

/// What else to know about a member in a list: since when, party age.
pub fn about(member: &RegisterEntry<'_>, on: Day) -> String {
    let mut parts = Vec::new();
    parts.extend(member.admitted.map(|day| format!("vào Đảng {}", numbers::day(day))));
    parts.extend(member.party_age(on).map(|years| format!("{years} tuổi đảng")));
    parts.extend(member.meets_at.map(|place| format!("sinh hoạt tại {place}")));
    crate::domain::value::letters::joined(&parts, " · ")
}

/// A badge and its round.
pub fn badge(years: i32, round: Day) -> String {
    format!("Huy hiệu {years} năm · đợt {}", numbers::day(round))
}

/// Party age on a day.
pub fn age(years: Option<i32>) -> String {
    years.map_or_else(|| "–".to_owned(), |years| years.to_string())
}

/// A round's heading: day and month.
pub fn round(day: Day) -> String {
    format!("{}/{}", day.day(), day.month())
}

/// From when to when somebody is in charge.
pub fn since(since: Option<Day>, until: Option<Day>) -> String {
    let since = since.map(|day| format!("từ {}", numbers::day(day))).unwrap_or_default();
    match until {
        Some(day) => format!("{since} đến {}", numbers::day(day)),
        None => since,
    }
}

/// How many candidates fall under somebody, and how many tasks of them are late.
pub fn under(candidates: usize, late: usize) -> String {
    let late = if late == 0 { String::new() } else { format!(" · {late} việc quá hạn") };
    format!("{candidates} quần chúng, đảng viên dự bị{late}")
}
