//! What stands before a candidate: key people in villages, awareness classes, reasons why nobody was found.

use super::numbers;
use crate::domain::calculator::classes::{Certified, Class, Unused};
use crate::domain::calculator::key_people::Holders;
use crate::domain::calculator::reasons::{Said, Why};
use crate::domain::value::day::Day;
use crate::domain::value::letters::joined;

/// Heading of the posts.
pub const KEY_PEOPLE: &str = "Cán bộ thôn, bản là đảng viên";
/// Button: enter the numbers of a post.
pub const ADD_KEY_PEOPLE: &str = "Nhập số cán bộ thôn, bản";
/// Nothing is known of posts.
pub const NO_KEY_PEOPLE: &str = "Nhập từng chức danh: có bao nhiêu người, bao nhiêu là đảng viên. Ai chưa vào Đảng mà đang theo dõi thì ghi chức danh trong hồ sơ của người ấy.";

/// Name of the page of classes.
pub const CLASSES: &str = "Lớp bồi dưỡng nhận thức";
/// What the page shows.
pub const CLASSES_ABOUT: &str = "Mỗi lớp là một mục: số chỗ, số người cử đi, số người được cấp giấy. Ai học lớp nào thì chọn trong hồ sơ của người ấy, phần “Bồi dưỡng, đơn và lý lịch”.";
/// Button: enter a class.
pub const ADD_CLASS: &str = "Ghi một lớp";
/// No class is entered.
pub const NO_CLASSES: &str = "Chưa ghi lớp nào.";
/// Heading of what became of the certificates.
pub const BY_YEAR: &str = "Kết quả sau lớp học";
/// Heading of unused certificates.
pub const UNUSED: &str = "Đã có giấy, chưa họp xét kết nạp";
/// Explanation of that.
pub const UNUSED_ABOUT: &str = "Giấy gần hết giá trị đứng trước.";
/// More people are recorded than the numbers of the class say.
pub const CLASS_DIFFERS: &str = "Số người của lớp này trong sổ nhiều hơn con số đã nhập. Xem lại một trong hai";
/// Heading of the people of a class.
pub const CLASS_PEOPLE: &str = "Người học";
/// Nobody is recorded in the class.
pub const CLASS_NOBODY: &str = "Chưa có ai trong sổ chọn lớp này.";

/// Heading of the reasons.
pub const REASONS: &str = "Vì sao chưa có nguồn";
/// Button: note a reason.
pub const ADD_REASON: &str = "Ghi lý do";
/// Button: note the same reason for another place.
pub const SAME_REASON: &str = "Thêm nơi cùng lý do";
/// What is counted.
pub const REASONS_ABOUT: &str = "Chỉ đếm số nơi, không ghi tên người. Một nơi có thể có nhiều lý do.";
/// Heading of places without a source and without a reason.
pub const SILENT: &str = "Chưa có đảng viên, chưa có nguồn, chưa ghi lý do";
/// Column headings of the table in the report.
pub const REASON_COLUMNS: [&str; 4] = ["Lý do", "Số nơi", "Năm trước", "Số người"];

/// How many holders of a post are members: `110/121 là đảng viên (90,9%) · 11 người chưa vào Đảng, đang theo dõi 3`.
pub fn holders(holders: &Holders) -> String {
    let mut parts = Vec::new();
    match (holders.all, holders.members) {
        (0, _) => parts.push("chưa nhập số người".to_owned()),
        (all, Some(members)) => {
            let share = holders.share().map(|share| format!(" ({})", numbers::percent(share))).unwrap_or_default();
            parts.push(format!("{}/{} là đảng viên{share}", numbers::count(members), numbers::count(all)));
        }
        (all, None) => parts.push(format!("{} người, chưa rõ bao nhiêu là đảng viên", numbers::count(all))),
    }
    let others = holders.others().filter(|others| *others > 0);
    parts.extend(others.map(|others| format!("{} người chưa vào Đảng", numbers::count(others))));
    let followed = holders.sources.len() as u64;
    if followed > 0 {
        parts.push(format!("đang theo dõi {}", numbers::count(followed)));
    }
    if let (Some(day), more @ 1..) = (holders.day(), holders.admitted_since) {
        parts.push(format!("từ {} kết nạp thêm {}", numbers::day(day), numbers::count(more)));
    }
    joined(&parts, " · ")
}

/// One class: `mở 12/3/2026 · 140 chỗ · cử 138 · cấp giấy 136 (98,6%) · đã kết nạp 20`.
pub fn class(class: &Class) -> String {
    let mut parts = vec![format!("mở {}", numbers::day(class.from))];
    parts.extend(class.seats.map(|seats| format!("{} chỗ", numbers::count(seats))));
    parts.extend(class.sent.map(|sent| format!("cử {}", numbers::count(sent))));
    if let Some(certified) = class.certified {
        let share = class.share().map(|share| format!(" ({})", numbers::percent(share))).unwrap_or_default();
        parts.push(format!("cấp giấy {}{share}", numbers::count(certified)));
    }
    if class.admitted > 0 {
        parts.push(format!("đã kết nạp {}", numbers::count(class.admitted)));
    }
    joined(&parts, " · ")
}

/// Heading of a year of certificates.
pub fn year(found: &Certified) -> String {
    let classes = if found.classes > 0 { format!(", {} lớp", numbers::count(found.classes)) } else { String::new() };
    format!("Năm {}{classes}", found.year)
}

/// What became of the certificates of a year.
pub fn certified(found: &Certified) -> String {
    let mut lines: Vec<String> = Vec::new();
    lines.extend(found.certified.map(|number| format!("{} người được cấp giấy", numbers::count(number))));
    if found.recorded > 0 {
        let mut parts = Vec::new();
        let next = format!("kết nạp năm {}", found.year + 1);
        let told = [
            (found.same_year, "kết nạp ngay trong năm"),
            (found.next_year, next.as_str()),
            (found.later, "kết nạp sau đó"),
            (found.ended, "thôi theo dõi"),
            (found.open(), "chưa kết nạp"),
        ];
        parts.extend(
            told.iter()
                .filter(|(number, _)| *number > 0)
                .map(|(number, what)| format!("{} {what}", numbers::count(*number))),
        );
        lines.push(format!("trong sổ {}: {}", numbers::count(found.recorded), joined(&parts, ", ")));
    }
    if let Some(admissions) = found.admissions_next.filter(|admissions| *admissions > 0) {
        let all = format!("cả năm {} kết nạp {}", found.year + 1, numbers::count(admissions));
        lines.push(all);
    }
    joined(&lines, " · ")
}

/// Until when an unused certificate is valid.
pub fn unused(found: &Unused, on: Day) -> String {
    if found.until < on {
        format!("giấy hết giá trị sau {}", numbers::day(found.until))
    } else {
        format!("giấy có giá trị đến {}", numbers::day(found.until))
    }
}

/// How many certificates run out: `5 giấy chưa dùng, 2 đã hết giá trị, 1 hết trong 12 tháng tới`.
pub fn all_unused(found: &[Unused], on: Day) -> Option<String> {
    let number = |of: &dyn Fn(&Unused) -> bool| found.iter().filter(|unused| of(unused)).count() as u64;
    let over = number(&|unused| unused.until < on);
    let soon_day = on.plus_months(12);
    let soon = number(&|unused| unused.until >= on && soon_day.is_some_and(|soon| unused.until < soon));
    let mut parts = vec![format!("{} người có giấy chưa họp xét", numbers::count(found.len() as u64))];
    if over > 0 {
        parts.push(format!("{} giấy đã hết giá trị", numbers::count(over)));
    }
    if soon > 0 {
        parts.push(format!("{} giấy hết giá trị trong 12 tháng tới", numbers::count(soon)));
    }
    (!found.is_empty()).then(|| joined(&parts, ", "))
}

/// The button that enters the days of a class for those who chose it and have none yet.
pub fn class_days(people: usize) -> String {
    format!("Ghi ngày của lớp cho {} người còn trống", numbers::count(people as u64))
}

/// That the days of a class were entered.
pub fn class_days_done(people: usize) -> String {
    format!("Đã ghi ngày của lớp cho {} người", numbers::count(people as u64))
}

/// Name of a reason.
pub fn reason(said: &Said) -> &str {
    match said {
        Said::Listed(reason) => reason.name(),
        Said::Own(words) => words,
    }
}

/// In how many places a reason was noted: `12 nơi (năm trước 10) · 30 người`.
pub fn why(why: &Why) -> String {
    let before = if why.before > 0 || why.places == 0 {
        format!(" (năm trước {})", numbers::count(why.before))
    } else {
        String::new()
    };
    let mut parts = vec![format!("{} nơi{before}", numbers::count(why.places))];
    parts.extend(why.people.map(|people| format!("{} người", numbers::count(people))));
    joined(&parts, " · ")
}
