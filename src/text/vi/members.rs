//! The register of members, and assignments.

use super::numbers;
use crate::domain::calculator::movement::{Cause, Of};
use crate::domain::calculator::weak::Weak;
use crate::domain::ledger::members::{Count, RegisterEntry};
use crate::domain::schema::field::{Field, Kind};
use crate::domain::value::day::{Day, Period};

/// Name of the register.
pub const MEMBERS: &str = "Sổ đảng viên";
/// Explanation of the register.
pub const MEMBERS_ABOUT: &str = "Người được kết nạp có hồ sơ trong sổ này tự có tên ở đây. Đảng phí, biên bản, điểm danh không ghi ở đây: đã có Sổ tay đảng viên điện tử.";
/// Empty register.
pub const NO_MEMBERS: &str = "Chưa ghi đảng viên nào.";
/// Button that adds a member.
pub const ADD_MEMBER: &str = "Thêm đảng viên";
/// Heading of members who count.
pub const COUNTED: &str = "Đang tính trong chi bộ";
/// Heading of former members.
pub const GONE: &str = "Không còn tính";
/// A member from a dossier in this book.
pub const FROM_DOSSIER: &str = "theo hồ sơ kết nạp";
/// Button that enters an admitted candidate into the register.
pub const ENTER: &str = "Ghi vào danh sách đảng viên";
/// Explanation of that button.
pub const ENTER_ABOUT: &str = "Ghi trước khi xóa hồ sơ kết nạp, để tên vẫn còn trong sổ đảng viên.";
/// Heading of the badges of the coming rounds.
pub const BADGES: &str = "Huy hiệu Đảng sắp tới";
/// The day from which party age counts.
pub const BADGES_ABOUT: &str = "Tuổi đảng tính từ ngày quyết định kết nạp. Người kết nạp lại phải trừ thời gian ra khỏi Đảng: tự tính và kiểm tra.";
/// Heading of party ages on the award days.
pub const AGES: &str = "Tuổi đảng vào các đợt trao huy hiệu";
/// Probationary member.
pub const PROBATION: &str = "Dự bị";
/// Label of the register's count on an organization's page.
pub const BY_REGISTER: &str = "Theo sổ đảng viên";

/// Origin of suggestions under a box in which this is typed.
pub fn suggestion(field: Field, typed: &str) -> &'static str {
    match (field, field.spec().kind) {
        (_, Kind::Day { .. } | Kind::When) if typed.ends_with(char::is_alphabetic) => {
            "Năm sinh theo tuổi, có thể lệch một năm"
        }
        (_, Kind::Day { .. } | Kind::When) if !typed.is_empty() => "Có phải ngày này",
        (Field::AssignmentName, _) => "Đã ghi trước đây",
        (Field::Recognition, _) => "Hết 12 tháng dự bị",
        (Field::HelperName | Field::Introducer1 | Field::Introducer2 | Field::OfficialMembers, _) => BY_REGISTER,
        (Field::RelativeResidence, _) => "Như người trong nhà",
        _ => "Như người khác trong chi bộ",
    }
}

/// Heading of the movement of members.
pub const MOVEMENT: &str = "Biến động đảng viên";
/// Explanation of the movement.
pub const MOVEMENT_ABOUT: &str = "Đầu kỳ + tăng − giảm = cuối kỳ. Đầu và cuối kỳ lấy theo số đảng viên đã nhập gần nhất, nếu không có thì theo sổ đảng viên đã ghi đủ.";
/// Heading of the row labels.
pub const LINE: &str = "Nội dung";
/// A: members at the beginning.
pub const BEGIN: &str = "A. Đầu kỳ";
/// B: increase.
pub const UP: &str = "B. Tăng";
/// C: decrease.
pub const DOWN: &str = "C. Giảm";
/// D: members at the end.
pub const END: &str = "D. Cuối kỳ";
/// The unexplained difference.
pub const UNEXPLAINED: &str = "Chưa rõ (D − A − B + C)";
/// No departures recorded.
pub const NOT_NOTED: &str = "chưa ghi";
/// Unknown number.
pub const UNKNOWN: &str = "chưa có số";
/// Heading of cells and villages that lack members.
pub const WEAK: &str = "Nơi cần chú ý";

/// A number of members with its day.
pub fn stock(day: Day, number: u64) -> String {
    format!("{} ({})", numbers::count(number), numbers::day(day))
}

/// Column heading of a period: the year, or the last day.
pub fn column(period: Period) -> String {
    if period.last() == period.last().year_end() {
        return format!("Năm {}", period.first().year());
    }
    format!("{} đến {}/{}", period.first().year(), period.last().day(), period.last().month())
}

/// The members that a column is about.
pub const fn of(of: Of) -> &'static str {
    match of {
        Of::All => "Tất cả",
        Of::Official => "Chính thức",
        Of::Probation => "Dự bị",
    }
}

/// Cause of an increase or decrease.
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
            format!("Trừ người được miễn và chuyển sinh hoạt tạm thời thì còn {number} đảng viên chính thức")
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
/// Explanation of assignments.
pub const ASSIGNMENTS_ABOUT: &str = "Ai phụ trách chi bộ, thôn bản nào, từ khi nào, và những gì thuộc phần người ấy.";
/// Button that adds an assignment.
pub const ADD_ASSIGNMENT: &str = "Thêm phân công";
/// No assignments.
pub const NO_ASSIGNMENTS: &str = "Chưa phân công ai.";
/// Heading of past assignments.
pub const PAST_ASSIGNMENTS: &str = "Đã thôi phụ trách";
/// Heading of cells without an assignment.
pub const UNASSIGNED: &str = "Chưa có người phụ trách";

/// Number of members: `23 đảng viên: 21 chính thức, 2 dự bị`.
pub fn count(count: Count) -> String {
    let number = |number: u32| numbers::count(number.into());
    let excused = match count.excused {
        0 => String::new(),
        some => format!(" (trong đó {} được miễn hoặc chuyển sinh hoạt tạm thời)", number(some)),
    };
    format!(
        "{} đảng viên: {} chính thức{excused}, {} dự bị",
        number(count.all()),
        number(count.official),
        number(count.probation)
    )
}

/// Secondary text of a member in a list: member since, party age.
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

/// Heading of a round: day and month.
pub fn round(day: Day) -> String {
    format!("{}/{}", day.day(), day.month())
}

/// Period of an assignment.
pub fn since(since: Option<Day>, until: Option<Day>) -> String {
    let since = since.map(|day| format!("từ {}", numbers::day(day))).unwrap_or_default();
    match until {
        Some(day) => format!("{since} đến {}", numbers::day(day)),
        None => since,
    }
}

/// Number of candidates covered by an assignment, and of their overdue tasks.
pub fn under(candidates: usize, late: usize) -> String {
    let late = if late == 0 { String::new() } else { format!(" · {late} việc quá hạn") };
    format!("{candidates} quần chúng, đảng viên dự bị{late}")
}
