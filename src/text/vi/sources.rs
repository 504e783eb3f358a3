//! Sources of candidates.

use super::numbers;
use crate::domain::calculator::sources::{Funnel, Group, Sources};
use crate::domain::schema::field::Field;
use crate::domain::value::letters::joined;

/// Name of the page.
pub const SOURCES: &str = "Nguồn phát triển đảng viên";
/// What the page counts.
pub const ABOUT: &str = "Mỗi bước gồm cả những người đã sang các bước sau. Tính những người còn theo dõi và những người kết nạp trong năm. Một người có thể thuộc nhiều nhóm.";
/// Heading of the funnel.
pub const FUNNEL: &str = "Từ người được theo dõi đến kết nạp";
/// Heading of the groups.
pub const GROUPS: &str = "Theo nhóm";
/// Heading of the organizations below.
pub const BELOW: &str = "Theo tổ chức";
/// Heading of groups without candidates.
pub const NOBODY: &str = "Nhóm chưa theo dõi ai";
/// What to do about them.
pub const NOBODY_ABOUT: &str = "Đã khảo sát có người nhưng trong sổ chưa có ai thuộc nhóm này.";
/// Heading of this year's class attendees.
pub const NEXT_YEAR: &str = "Nguồn của năm sau";
/// Explanation of that.
pub const NEXT_YEAR_ABOUT: &str =
    "Đã học hoặc đang học lớp bồi dưỡng trong năm nay và chưa kết nạp. Không tính vào kết quả năm nay.";
/// Button that adds a survey.
pub const SURVEY: &str = "Khảo sát nguồn";
/// Heading of earlier surveys.
pub const SURVEYS: &str = "Các lần khảo sát";
/// No candidates recorded.
pub const NOTHING: &str =
    "Chưa có ai trong sổ. Khảo sát xem chi bộ biết bao nhiêu người ở mỗi nhóm, rồi ghi những người được theo dõi.";
/// No candidates in a group.
pub const NOBODY_HERE: &str = "Trong sổ chưa có ai thuộc nhóm này.";
/// A group not covered by the survey.
const NOT_ASKED: &str = "chưa khảo sát";

/// Steps of the funnel with their numbers.
pub fn steps(funnel: &Funnel) -> [(&'static str, u64); 5] {
    [
        ("Theo dõi", funnel.followed),
        ("Giới thiệu nguồn", funnel.introduced),
        ("Học lớp bồi dưỡng", funnel.class),
        ("Có hồ sơ", funnel.dossier),
        ("Kết nạp trong năm", funnel.admitted),
    ]
}

/// A step of the funnel with its share of the first.
pub fn step(number: u64, first: u64) -> String {
    match crate::domain::calculator::figures::share(number, first) {
        Some(share) => format!("{} ({})", numbers::count(number), numbers::percent(share)),
        None => numbers::count(number),
    }
}

/// The funnel in one line.
pub fn line(funnel: &Funnel) -> String {
    let names = ["theo dõi", "giới thiệu", "đi học", "có hồ sơ", "kết nạp"];
    let counts = [funnel.followed, funnel.introduced, funnel.class, funnel.dossier, funnel.admitted];
    let parts = names.into_iter().zip(counts).map(|(name, number)| format!("{name} {}", numbers::count(number)));
    joined(&parts.collect::<Vec<_>>(), " · ")
}

/// A group in one line, with the number surveyed.
pub fn group(found: &Group) -> String {
    let known = found.funnel.known.map(|known| format!("khảo sát được {}", numbers::count(known)));
    let known = known.unwrap_or_else(|| NOT_ASKED.to_owned());
    if found.funnel.followed == 0 && found.unknown > 0 {
        let field = found.field.map_or("", Field::label);
        return format!("{known} · chưa rõ: {} người chưa ghi mục “{field}”", numbers::count(found.unknown));
    }
    if found.funnel.followed == 0 {
        return format!("{known} · chưa theo dõi ai");
    }
    format!("{known} · {}", line(&found.funnel))
}

/// Number of people without a known group.
pub fn of_no_group(sources: &Sources) -> Option<String> {
    (sources.of_no_group > 0).then(|| format!("{} người chưa rõ thuộc nhóm nào", numbers::count(sources.of_no_group)))
}

/// A survey as a row.
pub fn survey(day: Option<crate::domain::value::day::Day>, people: u64, groups: usize) -> String {
    let day = day.map(numbers::day).unwrap_or_default();
    format!("{day}: {} người ở {groups} nhóm", numbers::count(people))
}

/// Heading of the page.
pub fn heading(name: &str) -> String {
    format!("{SOURCES}: {name}")
}
